// WindowFixture.h
// The real window on a store of a few FIRs, driven through its widgets. One at a time; the application's thread.
#pragma once

#include "session/StationDesk.h"
#include "shell/MainWindow.h"
#include "support/TempStore.h"

#include <QApplication>
#include <QListView>
#include <QTest>

#include <memory>

namespace ekatra::test {

class WindowFixture {
public:
    WindowFixture();
    ~WindowFixture();

    // Opens the window on the store, locked.
    void open(const QString& language = QStringLiteral("en"), ui::Theme::Choice theme = ui::Theme::Choice::Light);
    // Types the passphrase and waits for the shell.
    void unlock();
    // Types `words` into the search field and waits for the answer to exactly these.
    void search(const QString& words);

    // The child of that object name, which must be there.
    template <class Widget>
    Widget& child(const char* name)
    {
        auto* found = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            BOOST_FAIL("no " << name);
        return *found;
    }
    // Runs the event loop until `condition` holds; a window that hangs fails here.
    template <class Condition>
    static void waitFor(Condition condition, const char* what)
    {
        if (!QTest::qWaitFor(condition, 20'000))
            BOOST_FAIL("never came: " << what);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool isUnlocked() { return child<QWidget>("searchField").isVisible(); }
    [[nodiscard]] int hits() { return child<QListView>("hitList").model()->rowCount(); }
    ui::MainWindow& window() { return *m_window; }
    ui::Theme& theme() { return m_theme; }
    ui::Language& language() { return m_language; }
    session::StationDesk& desk() { return m_desk; }

    TempStore store;

private:
    session::Messages m_messages;
    ui::Theme m_theme;
    ui::Language m_language;
    session::StationDesk m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace ekatra::test
