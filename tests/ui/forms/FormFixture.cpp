#include "ui/forms/FormFixture.h"

#include "shell/Shell.h"

#include <QMenu>

namespace ekatra::test {

void FormWindow::begin(const QString& kind, const QString& language, ui::Theme::Choice theme)
{
    open(language, theme);
    unlock();
    beginAgain(kind);
}

void FormWindow::beginAgain(const QString& kind)
{
    const auto before = window().findChildren<ui::FormPage*>().size();
    key(Qt::Key_N, Qt::ControlModifier);
    auto& menu = child<QMenu>("newMenu");
    waitFor([&] { return menu.isVisible(); }, "the menu of papers");
    QStringList kinds;
    for (const domain::Kind& one : tables()->kinds.all())
        if (!one.form.isEmpty())
            kinds.append(one.code);
    for (qsizetype step = kinds.indexOf(kind); step > 0; --step) {
        QTest::keyClick(&menu, Qt::Key_Down);
        ++keys;
    }
    QTest::keyClick(&menu, Qt::Key_Return);
    ++keys;
    waitFor([&] { return window().findChildren<ui::FormPage*>().size() > before; }, "the form page");
    // The offscreen platform does not give the keyboard back when a menu goes.
    window().activateWindow();
    waitFor([&] { return window().isActiveWindow(); }, "the window");
    page().takeFocus();
}

void FormWindow::openPaper(const session::FormStart& start)
{
    ui::FormPage* before = nullptr;
    for (auto* page : window().findChildren<ui::FormPage*>())
        before = page->isVisible() ? page : before;
    window().findChild<ui::Shell*>()->openForm(start);
    waitFor([&] { return &page() != before; }, "the other paper");
}

ui::FormPage& FormWindow::page()
{
    ui::FormPage* seen = nullptr;
    waitFor(
        [&] {
            for (auto* page : window().findChildren<ui::FormPage*>())
                if (page->isVisible() && page->model())
                    seen = page;
            return seen != nullptr;
        },
        "the paper");
    return *seen;
}

void FormWindow::write(const QString& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype length = words[i].isHighSurrogate() && i + 1 < words.size() ? 2 : 1;
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, words.mid(i, length),
                            Qt::NoModifier);
        i += length - 1;
        ++keys;
    }
}

void FormWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    press(key, modifiers);
    ++keys;
}

QString FormWindow::here()
{
    const QWidget* focus = QApplication::focusWidget();
    const QString name = focus ? focus->objectName() : QString();
    return name.contains(QLatin1Char(':')) ? name.mid(name.indexOf(QLatin1Char(':')) + 1) : QString();
}

void FormWindow::walkTo(const QString& pointer)
{
    constexpr int most = 60;
    QStringList way;
    for (int step = 0; step < most && here() != pointer; ++step) {
        way.append(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString());
        // In a long text Enter is a new line.
        const bool lines = QApplication::focusWidget() && QApplication::focusWidget()->inherits("QPlainTextEdit");
        key(lines ? Qt::Key_Tab : Qt::Key_Return);
    }
    if (here() != pointer)
        BOOST_FAIL("Enter never came to " << pointer.toStdString() << " by way of "
                                          << way.mid(0, 40).join(u' ').toStdString());
}

void FormWindow::jumpTo(const QString& pointer)
{
    page().model()->wantFocus(pointer);
    BOOST_TEST(here().toStdString() == pointer.toStdString());
}

void FormWindow::waitForKept()
{
    waitFor([&] { return !page().isUnsaved(); }, "the draft");
}

QStringList FormWindow::told(const QString& pointer)
{
    QStringList out;
    for (const forms::Finding& finding : paper().toldAt(pointer))
        out.append((finding.severity == schema::Severity::Error ? QStringLiteral("error ") : QStringLiteral("warning "))
                   + finding.code);
    return out;
}

} // namespace ekatra::test
