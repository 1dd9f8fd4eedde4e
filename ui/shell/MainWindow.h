// MainWindow.h
// The one window: locked it shows the way in, unlocked the shell; a purple frame round both while the data is practice.
// Owned by main. GUI thread.
#pragma once

#include "Context.h"
#include "unlock/UnlockPage.h"

class QStackedWidget;

namespace ekatra::ui {

class Shell;

class MainWindow : public QFrame {
    Q_OBJECT

public:
    struct Start {
        UnlockPage::Start unlock;
        bool practice = false;
    };

    MainWindow(const Context& context, const Start& start);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context m_context;
    QStackedWidget* m_stack;
    UnlockPage* m_unlock;
    Shell* m_shell;
};

} // namespace ekatra::ui
