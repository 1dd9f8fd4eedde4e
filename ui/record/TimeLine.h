// TimeLine.h
// What happened in a case, newest on top, in rows of two lines; filtered by the system that told it. Enter opens the
// record that a row speaks of. Owned by the case page. GUI thread.
#pragma once

#include "Context.h"
#include "models/CaseStory.h"
#include "widgets/Labels.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <map>
#include <optional>

class QHBoxLayout;

namespace ekatra::ui {

class StoryModel final : public QAbstractListModel {
    Q_OBJECT

public:
    StoryModel(const Context& context, QObject* parent) : QAbstractListModel(parent), m_context(context) { }

    void replace(std::vector<StoryLine> lines);
    // Only what this source said; nothing: all.
    void filter(const std::optional<QString>& source);
    [[nodiscard]] const std::vector<StoryLine>& all() const { return m_lines; }
    [[nodiscard]] const StoryLine* line(const QModelIndex& index) const;
    // The first row of its day.
    [[nodiscard]] bool beginsDay(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    // The whole row as a sentence, for screen readers.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void choose();

    const Context& m_context;
    std::vector<StoryLine> m_lines;
    std::optional<QString> m_source;
    std::vector<std::size_t> m_shown; // in m_lines
};

class StoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    StoryDelegate(const Context& context, QObject* parent) : QStyledItemDelegate(parent), m_context(context) { }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWhen(QPainter& painter, const QRect& row, const StoryLine& line, bool beginsDay) const;

    const Context& m_context;
};

class TimeLine : public QWidget {
    Q_OBJECT

public:
    TimeLine(const Context& context, QWidget* parent);

    // The chosen row stays the same line where it is still there.
    void show(std::vector<StoryLine> lines);
    using QWidget::show;
    [[nodiscard]] QListView& list() { return *m_list; }

Q_SIGNALS:
    void openWanted(qint64 record);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillSources();
    void showSource(const std::optional<QString>& source, const QString& name, qsizetype count, int position);
    void openSelected();

    const Context& m_context;
    StoryModel* m_model;
    QListView* m_list;
    QHBoxLayout* m_sources;
    QLabel* m_order;
    std::map<std::optional<QString>, QPushButton*> m_buttons;
    std::optional<QString> m_source;
};

} // namespace ekatra::ui
