// Tray.h
// Ekatra in the system tray while its window is closed and the operator allowed it to sync by itself. Says how the line
// stands, and nothing of any record. Owned by the window. GUI thread.
#pragma once

#include "Context.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace ekatra::ui {

class Tray : public QObject {
    Q_OBJECT

public:
    // `available`: the desktop has a tray.
    Tray(const Context& context, bool available, QObject* parent);

    // Whether closing the window leaves Ekatra in the tray.
    [[nodiscard]] bool keeps() const { return m_available && m_state.minutes > 0; }
    void show() { m_icon.show(); }
    void hide() { m_icon.hide(); }
    [[nodiscard]] QString words() const { return m_icon.toolTip(); }
    [[nodiscard]] QMenu& menu() { return m_menu; }
    void retranslate();

Q_SIGNALS:
    void openWanted();
    void quitWanted();

private:
    const Context m_context;
    bool m_available;
    session::SyncState m_state;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction* m_open;
    QAction* m_run;
    QAction* m_quit;
};

} // namespace ekatra::ui
