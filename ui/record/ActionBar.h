// ActionBar.h
// The foot of a page: what is to be known before acting, and the next acts that fit, the most urgent filled at the
// right. Ctrl+1 does the first, Ctrl+2 the second. Owned by its page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

#include <functional>
#include <vector>

class QHBoxLayout;

namespace ekatra::ui {

struct Act {
    QString name; // object name
    QString text;
    std::function<void()> run;
};

class ActionBar : public QFrame {
    Q_OBJECT

public:
    // The keys work wherever the keyboard is in `page`.
    ActionBar(const Context& context, QWidget* page);

    // `note` in full strength, `rest` quieter and cut where the room ends; either may be empty.
    void setNote(const QString& note, const QString& rest);
    void setActs(std::vector<Act> acts);

private:
    void run(std::size_t at);

    const Context& m_context;
    std::vector<Act> m_acts;
    std::vector<KeyButton*> m_buttons;
    IconLabel* m_icon;
    QLabel* m_note;
    ElidedLabel* m_rest;
    QHBoxLayout* m_row;
};

} // namespace ekatra::ui
