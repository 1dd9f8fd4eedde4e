#include "ui/WindowFixture.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

using namespace ekatra;
using namespace ekatra::test;

BOOST_AUTO_TEST_SUITE(ui_search)

BOOST_AUTO_TEST_CASE(results_come_while_typing_and_one_name_finds_both_scripts)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("kumar"));
    const int latin = station.hits();
    BOOST_TEST(latin == 36); // Ramesh Kumar, रमेश कुमार, Rajesh Kumaar
    station.search(QStringLiteral("कुमार"));
    BOOST_TEST(station.hits() == latin);
    BOOST_TEST(station.child<QLabel>("searchFoot").text().toStdString() == "1 of 36");
    station.search(QStringLiteral("nobodyofthatname"));
    BOOST_TEST(station.hits() == 0);
    BOOST_TEST(station.child<QLabel>("emptyTitle").isVisible());
}

BOOST_AUTO_TEST_CASE(the_keyboard_alone_goes_to_a_record_and_back)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("sunil"));
    auto& field = station.child<QLineEdit>("searchField");
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Up);
    BOOST_TEST(station.row() == 1);
    BOOST_TEST(field.hasFocus()); // the cursor stays with the words
    station.press(Qt::Key_Return);
    QWidget& record = station.openRecord();
    BOOST_TEST(record.findChild<QWidget*>(QStringLiteral("fact1"))->hasFocus());
    station.press(Qt::Key_Down);
    BOOST_TEST(record.findChild<QWidget*>(QStringLiteral("fact2"))->hasFocus());
    station.press(Qt::Key_Escape);
    BOOST_TEST(station.list().isVisible());
    BOOST_TEST(field.hasFocus());
    BOOST_TEST(field.text().toStdString() == "sunil");
    BOOST_TEST(station.row() == 1);
    station.press(Qt::Key_Left, Qt::AltModifier);
    BOOST_TEST(record.isVisible());
    BOOST_TEST(record.findChild<QWidget*>(QStringLiteral("fact2"))->hasFocus());
    station.press(Qt::Key_Slash);
    BOOST_TEST(field.hasFocus());
    station.press(Qt::Key_W, Qt::ControlModifier);
    station.waitForCase();
    station.press(Qt::Key_W, Qt::ControlModifier);
    BOOST_TEST(station.list().isVisible());
    BOOST_TEST(station.child<QTabBar>("tabs").count() == 1);
}

BOOST_AUTO_TEST_CASE(ctrl_c_copies_the_number_in_the_list_and_the_value_on_a_record)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("7/2024"));
    station.list().setFocus();
    station.press(Qt::Key_C, Qt::ControlModifier);
    BOOST_TEST(QApplication::clipboard()->text().toStdString() == "0007/2024");
    station.press(Qt::Key_Return);
    QWidget& record = station.openRecord();
    station.press(Qt::Key_Down);
    station.press(Qt::Key_C, Qt::ControlModifier);
    BOOST_TEST(QApplication::clipboard()->text().toStdString() == "2024");
    record.findChild<QAbstractButton*>(QStringLiteral("copyNumber"))->click();
    BOOST_TEST(QApplication::clipboard()->text().toStdString() == "0007/2024");
}

BOOST_AUTO_TEST_CASE(more_hits_are_read_as_the_list_is_gone_down)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("sharma")); // the informant of every one
    BOOST_TEST(station.hits() == 50);
    for (int pages = 0; pages < 12 && station.row() < 49; ++pages)
        station.press(Qt::Key_PageDown);
    StationWindow::waitFor([&] { return station.hits() == 60; }, "the rest of the hits");
}

BOOST_AUTO_TEST_CASE(a_part_of_the_query_and_a_kind_can_be_taken_away)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("sunil kumar"));
    BOOST_TEST(station.hits() == 0);
    station.searchBy([&] { station.child<QAbstractButton>("understood2").click(); });
    BOOST_TEST(station.child<QLineEdit>("searchField").text().toStdString() == "sunil");
    BOOST_TEST(station.hits() == 12);
    station.searchBy([&] { station.child<QPushButton>("kind_fir").click(); });
    BOOST_TEST(station.hits() == 12);
    BOOST_TEST(station.child<QPushButton>("kind_fir").isChecked());
}

BOOST_AUTO_TEST_CASE(what_was_read_otherwise_than_written_is_said)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("sunil colour:red"));
    auto& notes = station.child<QLabel>("searchNotes");
    BOOST_TEST(notes.isVisible());
    BOOST_TEST(notes.text().contains(QStringLiteral("colour:")), notes.text().toStdString());
    station.search(QStringLiteral("sunil"));
    BOOST_TEST(!notes.isVisible());
}

BOOST_AUTO_TEST_CASE(the_chosen_hit_stays_when_the_language_changes)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("kumar"));
    for (int i = 0; i < 7; ++i)
        station.press(Qt::Key_Down);
    station.searchBy([&] { station.child<QAbstractButton>("languageSwitch").click(); });
    BOOST_TEST(station.language().isHindi());
    BOOST_TEST(station.row() == 7);
    station.search(QStringLiteral("sunil"));
    BOOST_TEST(station.row() == 0);
}

BOOST_AUTO_TEST_CASE(a_hit_shows_the_words_that_its_title_does_not)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("ramesh gohana"));
    const QString told = station.list().model()->index(0, 0).data(Qt::ToolTipRole).toString();
    const qsizetype end = told.indexOf(QLatin1Char('\n'));
    BOOST_REQUIRE(end > 0);
    BOOST_TEST(!told.left(end).contains(QStringLiteral("Gohana")), told.toStdString());
    BOOST_TEST(told.mid(end).contains(QStringLiteral("Gohana")), told.toStdString());
}

BOOST_AUTO_TEST_CASE(the_window_lives_while_a_search_runs)
{
    StationWindow station;
    station.open();
    station.unlock();
    QTimer heart;
    int beats = 0;
    QObject::connect(&heart, &QTimer::timeout, [&] { ++beats; });
    heart.start(0);
    station.searchBy([&] {
        station.type(QStringLiteral("kumar"));
        BOOST_TEST(station.hits() == 0); // the keys came back before the answer
    });
    BOOST_TEST(station.hits() == 36);
    BOOST_TEST(beats > 0);
}

BOOST_AUTO_TEST_CASE(an_answer_to_older_words_is_dropped)
{
    ScriptedWindow window;
    window.search(QStringLiteral("ram"));
    window.search(QStringLiteral("ramesh"));
    window.answer(1, 3);
    window.answer(0, 7);
    BOOST_TEST(window.hits() == 3);
    BOOST_TEST(window.list().model()->index(0, 0).data().toString().contains(QStringLiteral("ramesh")));
}

BOOST_AUTO_TEST_CASE(enter_before_the_answer_opens_the_first_hit_when_it_comes)
{
    ScriptedWindow window;
    window.type(QStringLiteral("ramesh"));
    window.press(Qt::Key_Return);
    BOOST_TEST(window.desk.searches.size() == 1U);
    BOOST_TEST(!window.desk.searches[0].typing);
    window.answer(0, 2);
    BOOST_TEST(window.child<QTabBar>("tabs").count() == 2);
    BOOST_TEST(window.desk.caseReplies.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_search_that_fails_is_said_with_a_way_out)
{
    ScriptedWindow window;
    window.search(QStringLiteral("ramesh"));
    Q_EMIT window.desk.searchFailed(window.desk.searchTickets[0], error(ErrorKind::Damaged, "store.damaged"));
    auto& said = window.child<QLabel>("searchBannerText");
    BOOST_TEST(said.isVisible());
    BOOST_TEST(said.text().contains(QStringLiteral("damaged")), said.text().toStdString());
    window.child<QPushButton>("searchBannerAction").click();
    BOOST_TEST(window.desk.searches.size() == 2U);
    window.answer(1, 1);
    BOOST_TEST(!said.isVisible());
    BOOST_TEST(window.hits() == 1);
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_read_is_said_on_its_page)
{
    ScriptedWindow window;
    window.search(QStringLiteral("ramesh"));
    window.answer(0, 1, "arrest");
    window.press(Qt::Key_Return);
    Q_EMIT window.desk.readFailed(window.desk.lastRead, error(ErrorKind::Damaged, "store.damaged"));
    BOOST_TEST(window.child<QLabel>("recordBannerText").isVisible());
}

BOOST_AUTO_TEST_CASE(a_case_that_cannot_be_read_is_said_on_its_page_and_asked_for_again)
{
    ScriptedWindow window;
    window.search(QStringLiteral("ramesh"));
    window.answer(0, 1);
    window.press(Qt::Key_Return);
    BOOST_REQUIRE(window.desk.caseReplies.size() == 1U);
    window.desk.caseReplies[0](error(ErrorKind::Damaged, "store.damaged"));
    auto& said = window.child<QLabel>("caseBannerText");
    ScriptedWindow::waitFor([&] { return said.isVisible(); }, "the reason");
    window.child<QPushButton>("caseBannerAction").click();
    BOOST_TEST(window.desk.caseReplies.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_silent_source_and_a_failing_store_stand_in_the_status_line)
{
    ScriptedWindow window;
    auto& words = window.child<QLabel>("statusWords");
    session::LineState line;
    line.sources = 2;
    line.failing = {QStringLiteral("icjs")};
    Q_EMIT window.desk.lineTold(line);
    BOOST_TEST(words.text().contains(QStringLiteral("No answer from: ICJS")), words.text().toStdString());
    Q_EMIT window.desk.lineFailed(error(ErrorKind::Damaged, "store.damaged"));
    BOOST_TEST(words.text().contains(QStringLiteral("damaged")), words.text().toStdString());
    line.failing.clear();
    Q_EMIT window.desk.lineTold(line);
    BOOST_TEST(!words.text().contains(QStringLiteral("damaged")), words.text().toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
