// FormFixture.h
// The real window with a form page open on a real store, written into by keys alone. One at a time; the application's
// thread.
#pragma once

#include "forms/FormPage.h"
#include "ui/WindowFixture.h"

namespace ekatra::test {

class FormWindow : public StationWindow {
public:
    FormWindow() = default;
    explicit FormWindow(const std::vector<QJsonObject>& firs) : StationWindow(firs) { }

    // Unlocked, and a new paper of `kind` asked for as an operator does: Ctrl+N and the menu.
    void begin(const QString& kind, const QString& language = QStringLiteral("en"),
               ui::Theme::Choice theme = ui::Theme::Choice::Light);
    void beginAgain(const QString& kind);
    // A draft or a record, as the menu of papers opens it.
    void openPaper(const session::FormStart& start);
    // The window goes as when the desktop ends: nobody is asked.
    void destroyWindow() { close(); }
    // The form page that is seen, once its paper is there.
    ui::FormPage& page();
    [[nodiscard]] const forms::FormSession& paper() { return page().model()->session(); }

    // Types where the keyboard is.
    void write(const QString& words);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Enter, until the keyboard is in the field of that pointer; fails where it never comes there.
    void walkTo(const QString& pointer);
    // Straight to a field, as a click does.
    void jumpTo(const QString& pointer);
    // Pointer of the field where the keyboard is; empty: in none.
    [[nodiscard]] QString here();
    // The editor of a field.
    template <class Widget = QWidget>
    Widget& edit(const QString& pointer)
    {
        auto* found = page().findChild<Widget*>(QStringLiteral("edit:") + pointer);
        if (!found)
            BOOST_FAIL("no editor of " << pointer.toStdString());
        return *found;
    }
    void waitForKept();
    // What is told of a field, each with its gravity: "error form.required".
    [[nodiscard]] QStringList told(const QString& pointer);

    int keys = 0;
};

} // namespace ekatra::test
