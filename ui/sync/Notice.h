// Notice.h
// What a page shows where there is no list: one sentence what this is, and one what to do. Owned by its page.
// GUI thread.
#pragma once

#include "widgets/Labels.h"

namespace ekatra::ui {

class Notice : public QFrame {
    Q_OBJECT

public:
    Notice(const Theme& theme, const char* name, QWidget* parent);
    // `more` may be empty.
    void tell(const QString& icon, const QString& what, const QString& more);

private:
    IconLabel* m_icon;
    QLabel* m_what;
    QLabel* m_more;
};

} // namespace ekatra::ui
