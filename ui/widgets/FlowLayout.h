// FlowLayout.h
// Puts widgets side by side and goes on in the next line where the room ends: chips, whose number nobody knows.
// Owned by its widget. GUI thread.
#pragma once

#include <QLayout>

#include <vector>

namespace ekatra::ui {

class FlowLayout final : public QLayout {
    Q_OBJECT

public:
    FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

    // Takes every widget away and deletes it.
    void clear();

private:
    int arrange(const QRect& rect, bool really) const;

    std::vector<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace ekatra::ui
