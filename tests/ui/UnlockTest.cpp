#include "ui/WindowFixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace ekatra;
using namespace ekatra::test;

BOOST_AUTO_TEST_SUITE(ui_unlock)

BOOST_AUTO_TEST_CASE(the_passphrase_and_enter_open_the_station)
{
    WindowFixture desk;
    desk.open();
    BOOST_TEST(!desk.isUnlocked());
    desk.unlock();
    BOOST_TEST(desk.child<QLineEdit>("searchField").hasFocus());
    BOOST_TEST(!desk.child<QLineEdit>("unlockPassphrase").text().contains(QStringLiteral("sesame")));
}

BOOST_AUTO_TEST_CASE(key_derivation_does_not_hold_up_the_window)
{
    WindowFixture desk;
    desk.open();
    QSignalSpy unlocked(&desk.desk(), &session::Desk::unlocked);
    auto& passphrase = desk.child<QLineEdit>("unlockPassphrase");
    QTest::keyClicks(&passphrase, QStringLiteral("open sesame"));
    QTest::keyClick(&passphrase, Qt::Key_Return);
    // Enter came back at once: the answer can only come by the event loop, and the button says that it is at work.
    BOOST_TEST(unlocked.isEmpty());
    BOOST_TEST(!desk.child<QPushButton>("unlockOpen").isEnabled());
    WindowFixture::waitFor([&] { return desk.isUnlocked(); }, "the unlocked window");
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_said_and_the_next_try_works)
{
    for (const char* language : {"en", "hi"}) {
        WindowFixture desk;
        desk.open(QString::fromLatin1(language));
        auto& passphrase = desk.child<QLineEdit>("unlockPassphrase");
        QTest::keyClicks(&passphrase, QStringLiteral("open barley"));
        QTest::keyClick(&passphrase, Qt::Key_Return);
        auto& said = desk.child<QLabel>("unlockError");
        WindowFixture::waitFor([&] { return said.isVisible(); }, "the reason");
        BOOST_TEST(!said.text().isEmpty());
        BOOST_TEST(said.text().contains(QChar(0x0938)) == (QLatin1String(language) == QLatin1String("hi")));
        BOOST_TEST(!desk.isUnlocked());
        WindowFixture::waitFor([&] { return passphrase.isEnabled(); }, "the field");
        desk.unlock();
    }
}

BOOST_AUTO_TEST_CASE(a_store_in_use_elsewhere_is_told_from_a_wrong_passphrase)
{
    WindowFixture desk;
    desk.store.reopen();
    desk.open();
    auto& passphrase = desk.child<QLineEdit>("unlockPassphrase");
    QTest::keyClicks(&passphrase, QStringLiteral("open sesame"));
    QTest::keyClick(&passphrase, Qt::Key_Return);
    auto& said = desk.child<QLabel>("unlockError");
    WindowFixture::waitFor([&] { return said.isVisible(); }, "the reason");
    BOOST_TEST(said.text().contains(QStringLiteral("ekatra-tests")), said.text().toStdString());
    desk.store.close();
    WindowFixture::waitFor([&] { return passphrase.isEnabled(); }, "the field");
    desk.unlock();
}

BOOST_AUTO_TEST_CASE(practice_is_said_with_its_passphrase)
{
    WindowFixture desk;
    desk.open();
    BOOST_TEST(desk.child<QLabel>("practicePassphrase").text().toStdString() == "open sesame");
    BOOST_TEST(desk.window().property("look").toString().toStdString() == "practice-frame");
}

BOOST_AUTO_TEST_SUITE_END()
