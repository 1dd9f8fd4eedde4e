// Banner.h
// What went wrong, said in the page instead of in a dialog: icon, what happened, what to do, and one way out.
// Owned by its page. GUI thread.
#pragma once

#include "session/Messages.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

class Banner : public QFrame {
    Q_OBJECT

public:
    Banner(const Theme& theme, const char* name, QWidget* parent);

    // `action` is the button's word; empty: no button.
    void tell(const session::Messages::Text& text, const QString& action);

Q_SIGNALS:
    void acted();

private:
    QLabel* m_message;
    QPushButton* m_action;
};

} // namespace ekatra::ui
