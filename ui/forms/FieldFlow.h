// FieldFlow.h
// Fields one below the other; short ones stand side by side where they fit. Order is reading order and Tab order.
// Owned by its column. GUI thread.
#pragma once

#include <QLayout>

#include <vector>

namespace ekatra::ui {

class FieldBox;

class FieldFlow final : public QLayout {
    Q_OBJECT

public:
    explicit FieldFlow(QWidget* parent) : QLayout(parent) { setContentsMargins(0, 0, 0, 0); }
    ~FieldFlow() override;

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool really) const;
    [[nodiscard]] static int widthOf(const QLayoutItem& item, int room);

    std::vector<QLayoutItem*> m_items;
};

} // namespace ekatra::ui
