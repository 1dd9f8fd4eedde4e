// KindBar.h
// How many records of each kind were found; choosing one narrows the list to it. Hidden until something was counted.
// Owned by the search page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

#include <map>

class QHBoxLayout;

namespace ekatra::ui {

class KindBar : public QFrame {
    Q_OBJECT

public:
    KindBar(const Context& context, QWidget* parent);

    void show(const session::Desk::KindCounts& counts);
    using QWidget::show;
    void clear();
    // Stands at the end of the line.
    void setEnd(QWidget* end);
    [[nodiscard]] const QString& chosen() const { return m_chosen; } // empty: all
    // Of the chosen kind; nothing before it was counted.
    [[nodiscard]] std::optional<search::SearchCount> total() const;

Q_SIGNALS:
    void kindChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    [[nodiscard]] search::SearchCount all() const;
    void showButton(const QString& kind, const QString& name, const search::SearchCount& count, int position);

    const Context& m_context;
    session::Desk::KindCounts m_counts;
    QString m_chosen;
    QHBoxLayout* m_row;
    std::map<QString, QPushButton*> m_buttons;
};

} // namespace ekatra::ui
