// WindowFixture.h
// The real window driven through its widgets: on a store of a few FIRs (StationWindow), or on a scripted desk
// (ScriptedWindow). One at a time; the application's thread.
#pragma once

#include "session/StationDesk.h"
#include "session/StationFormDesk.h"
#include "session/StationSyncDesk.h"
#include "shell/MainWindow.h"
#include "support/TempStore.h"
#include "theme/FocusRing.h"
#include "ui/ScriptedDesk.h"

#include <QApplication>
#include <QListView>
#include <QTest>

#include <memory>

namespace ekatra::test {

class WindowFixture {
public:
    WindowFixture();
    virtual ~WindowFixture();

    // Opens the window on `folder`, locked.
    void open(session::Desk& desk, session::FormDesk& forms, session::SyncDesk& sync, const QString& folder,
              const QString& language, ui::Theme::Choice theme);
    // Types `words` into the search field, replacing what stands there.
    void type(const QString& words);

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
    // Presses a key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool isUnlocked() { return child<QWidget>("searchField").isVisible(); }
    [[nodiscard]] QListView& list() { return child<QListView>("hitList"); }
    [[nodiscard]] int hits() { return list().model()->rowCount(); }
    [[nodiscard]] int row() { return list().currentIndex().row(); }
    // The case page that is seen, once its time line is there.
    QWidget& waitForCase();
    // From a case that is seen to the record of the chosen line.
    QWidget& openRecord();
    // The record page that is seen, once its facts are there.
    QWidget& waitForRecord();
    ui::MainWindow& window() { return *m_window; }
    ui::Theme& theme() { return m_theme; }
    bool hasTray = false; // of the desktop; before the window is opened
    ui::Language& language() { return m_language; }

protected:
    void close();

private:
    session::Messages m_messages;
    ui::Theme m_theme;
    ui::Language m_language;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::FocusRing> m_ring; // stands in the window, and goes before it
};

class StationWindow : public WindowFixture {
public:
    // Sixty FIRs, twelve for each of five accused.
    StationWindow();
    // These.
    explicit StationWindow(const std::vector<QJsonObject>& firs);
    ~StationWindow() override;

    void open(const QString& language = QStringLiteral("en"), ui::Theme::Choice theme = ui::Theme::Choice::Light);
    void tryPassphrase(const QString& words);
    // The right one; waits for the shell.
    void unlock();
    // Types `words` and waits for the answer to exactly these.
    void search(const QString& words);
    // Does `act`, which makes the window search, and waits for the answer and its counts.
    template <class Act>
    void searchBy(Act act)
    {
        const auto before = m_desk.read(0); // tickets only grow
        act();
        waitFor([&] { return m_found > before && m_counted > m_found; }, "the answer to the search");
    }
    session::StationDesk& desk() { return m_desk; }
    session::StationFormDesk& formDesk() { return m_forms; }

    TempStore store;

private:
    session::StationThreads m_threads;
    session::StationDesk m_desk;
    session::StationFormDesk m_forms;
    session::StationSyncDesk m_sync;
    // The last ones that the window has heard of.
    session::Desk::Ticket m_found = 0;
    session::Desk::Ticket m_counted = 0;
};

class ScriptedWindow : public WindowFixture {
public:
    ScriptedWindow();
    ~ScriptedWindow() override;

    // Types `words` and waits until the window has asked for them.
    void search(const QString& words);
    // Answers the search at `place` of desk.searches with `count` hits of `kind` for the words asked for.
    void answer(std::size_t place, int count, const char* kind = "fir");

    ScriptedDesk desk;
    ScriptedFormDesk forms;
    ScriptedSyncDesk sync;
};

} // namespace ekatra::test
