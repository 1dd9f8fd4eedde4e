// MainWindow.h
// The one window: locked it shows the way in, unlocked the shell; a purple frame round both while the data is practice.
// Where the operator allowed it to sync by itself, closing leaves it in the system tray. Owned by main. GUI thread.
#pragma once

#include "Context.h"
#include "unlock/UnlockPage.h"

class QStackedWidget;

namespace ekatra::ui {

class Shell;
class Tray;

class MainWindow : public QFrame {
    Q_OBJECT

public:
    struct Start {
        UnlockPage::Start unlock;
        bool practice = false;
        bool tray = false; // the desktop has one
    };

    MainWindow(const Context& context, const Start& start);
    // Closes for good, whatever goes on in the background.
    void quit();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context m_context;
    bool m_quitting = false;
    Tray* m_tray;
    QStackedWidget* m_stack;
    UnlockPage* m_unlock;
    Shell* m_shell;
};

} // namespace ekatra::ui
