#include "ui/WindowFixture.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

using namespace ekatra;
using namespace ekatra::test;

namespace {

// What the page says after a try that had to fail.
QString failureOf(StationWindow& station, const char* passphrase = "open sesame")
{
    station.tryPassphrase(QString::fromLatin1(passphrase));
    auto& said = station.child<QLabel>("unlockError");
    StationWindow::waitFor([&] { return said.isVisible(); }, "the reason");
    BOOST_TEST(!station.isUnlocked());
    return said.text();
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_unlock)

BOOST_AUTO_TEST_CASE(the_passphrase_and_enter_open_the_station)
{
    StationWindow station;
    station.open();
    BOOST_TEST(!station.isUnlocked());
    station.unlock();
    BOOST_TEST(station.child<QLineEdit>("searchField").hasFocus());
    BOOST_TEST(station.child<QLineEdit>("unlockPassphrase").text().isEmpty());
}

BOOST_AUTO_TEST_CASE(the_window_lives_while_the_key_is_derived)
{
    StationWindow station;
    station.open();
    QTimer heart;
    int beats = 0;
    QObject::connect(&heart, &QTimer::timeout, [&] { ++beats; });
    heart.start(0);
    station.tryPassphrase(QStringLiteral("open sesame"));
    // Enter came back at once: the answer can only come by the event loop, and the button says that it is at work.
    BOOST_TEST(!station.isUnlocked());
    BOOST_TEST(!station.child<QPushButton>("unlockOpen").isEnabled());
    // Whoever types on presses no button with it.
    BOOST_TEST(qobject_cast<QAbstractButton*>(QApplication::focusWidget()) == nullptr);
    StationWindow::waitFor([&] { return station.isUnlocked(); }, "the unlocked window");
    BOOST_TEST(beats > 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_said_until_the_next_try_which_works)
{
    for (const char* language : {"en", "hi"}) {
        StationWindow station;
        station.open(QString::fromLatin1(language));
        const QString said = failureOf(station, "open barley");
        BOOST_TEST(said.contains(QChar(0x0938)) == (QLatin1String(language) == QLatin1String("hi")));
        auto& passphrase = station.child<QLineEdit>("unlockPassphrase");
        BOOST_TEST(passphrase.hasFocus());
        BOOST_TEST(passphrase.property("invalid").toBool());
        QTest::keyClicks(&passphrase, QStringLiteral("open"));
        BOOST_TEST(station.child<QLabel>("unlockError").isVisible());
        passphrase.clear();
        station.unlock();
    }
}

BOOST_AUTO_TEST_CASE(capitals_without_shift_are_said)
{
    StationWindow station;
    station.open();
    auto& passphrase = station.child<QLineEdit>("unlockPassphrase");
    auto& said = station.child<QWidget>("unlockCapsLock");
    QTest::keyClicks(&passphrase, QStringLiteral("open"));
    BOOST_TEST(!said.isVisible());
    QTest::sendKeyEvent(QTest::Click, &passphrase, Qt::Key_S, QStringLiteral("S"), Qt::NoModifier);
    BOOST_TEST(said.isVisible());
    QTest::sendKeyEvent(QTest::Click, &passphrase, Qt::Key_S, QStringLiteral("S"), Qt::ShiftModifier);
    BOOST_TEST(!said.isVisible());
}

BOOST_AUTO_TEST_CASE(a_store_in_use_elsewhere_is_told_from_a_wrong_passphrase)
{
    StationWindow station;
    station.store.reopen();
    station.open();
    const QString said = failureOf(station);
    BOOST_TEST(said.contains(QStringLiteral("ekatra-tests")), said.toStdString());
    station.store.close();
    station.unlock();
}

BOOST_AUTO_TEST_CASE(a_missing_and_an_unencrypted_store_are_told_apart)
{
    StationWindow station;
    station.open();
    const QString wrong = failureOf(station, "open barley");
    QFile::rename(station.store.databaseFile(), station.store.databaseFile() + QStringLiteral(".away"));
    const QString missing = failureOf(station);
    QFile plain(station.store.databaseFile());
    BOOST_REQUIRE(plain.open(QIODevice::WriteOnly));
    plain.write(QByteArray("SQLite format 3") + QByteArray(4081, '\0'));
    plain.close();
    const QString readable = failureOf(station);
    BOOST_TEST(missing != wrong);
    BOOST_TEST(readable != wrong);
    BOOST_TEST(readable != missing);
    BOOST_TEST(!readable.contains(QLatin1Char('_')), readable.toStdString()); // a text, not a code
}

BOOST_AUTO_TEST_CASE(practice_is_said_with_its_passphrase)
{
    StationWindow station;
    station.open();
    BOOST_TEST(station.child<QLabel>("practicePassphrase").text().toStdString() == "open sesame");
    BOOST_TEST(station.window().property("look").toString().toStdString() == "practice-frame");
    station.unlock();
    BOOST_TEST(station.child<QWidget>("practiceChip").isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
