#include "ui/WindowFixture.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace ekatra::test {

WindowFixture::WindowFixture()
    : m_messages(take(session::Messages::load())), m_theme(*qApp), m_language(*qApp), m_desk(tables(), store.clock)
{
    store.addSource("cas");
    const char* accused[] = {"Ramesh Kumar", "रमेश कुमार", "Suresh Sharma", "सुनील", "Rajesh Kumaar"};
    for (int i = 0; i < 60; ++i)
        store.pull("cas", "fir", QByteArray::number(i + 1).constData(), fir(i + 1, accused[i % 5]));
    store.close();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
}

void WindowFixture::open(const QString& language, ui::Theme::Choice theme)
{
    m_theme.choose(theme);
    m_language.choose(language);
    const ui::Context context{m_desk, *tables(), m_messages, m_theme, m_language};
    m_window = std::make_unique<ui::MainWindow>(
        context,
        ui::MainWindow::Start{{store.folder(), QStringLiteral("rampal"), QStringLiteral("open sesame")}, true});
    m_window->show();
    m_window->activateWindow();
    waitFor([&] { return m_window->isVisible(); }, "the window");
}

void WindowFixture::unlock()
{
    auto& passphrase = child<QLineEdit>("unlockPassphrase");
    QTest::keyClicks(&passphrase, QStringLiteral("open sesame"));
    QTest::keyClick(&passphrase, Qt::Key_Return);
    waitFor([&] { return isUnlocked(); }, "the unlocked window");
}

void WindowFixture::search(const QString& words)
{
    auto& field = child<QLineEdit>("searchField");
    QSignalSpy answers(&m_desk, &session::Desk::counted);
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    for (const QChar letter : words)
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    waitFor([&] { return !answers.isEmpty(); }, "the answer to the search");
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

} // namespace ekatra::test
