#include "models/HitModel.h"
#include "record/RecordPage.h"
#include "ui/WindowFixture.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>

using namespace ekatra;
using namespace ekatra::test;

BOOST_AUTO_TEST_SUITE(ui_search)

BOOST_AUTO_TEST_CASE(results_come_while_typing_and_one_name_finds_both_scripts)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    desk.search(QStringLiteral("kumar"));
    const int latin = desk.hits();
    BOOST_TEST(latin == 36); // Ramesh Kumar, रमेश कुमार, Rajesh Kumaar
    desk.search(QStringLiteral("कुमार"));
    BOOST_TEST(desk.hits() == latin);
    desk.search(QStringLiteral("nobodyofthatname"));
    BOOST_TEST(desk.hits() == 0);
}

BOOST_AUTO_TEST_CASE(the_keyboard_alone_goes_to_a_record_and_back)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    desk.search(QStringLiteral("sunil"));
    desk.press(Qt::Key_Down);
    auto& list = desk.child<QListView>("hitList");
    BOOST_TEST(list.hasFocus());
    desk.press(Qt::Key_Down);
    BOOST_TEST(list.currentIndex().row() == 1);
    desk.press(Qt::Key_Return);
    WindowFixture::waitFor(
        [&] {
            auto* page = desk.window().findChild<ui::RecordPage*>();
            return page && page->isVisible();
        },
        "the record");
    desk.press(Qt::Key_K, Qt::ControlModifier);
    WindowFixture::waitFor([&] { return desk.child<QLineEdit>("searchField").hasFocus(); }, "the search field");
    desk.press(Qt::Key_W, Qt::ControlModifier);
    WindowFixture::waitFor([&] { return list.isVisible(); }, "the list");
    BOOST_TEST(desk.hits() == 12);
}

BOOST_AUTO_TEST_CASE(more_hits_are_read_as_the_list_is_gone_down)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    desk.search(QStringLiteral("sharma")); // the informant of every one
    BOOST_TEST(desk.hits() == 50);
    auto& list = desk.child<QListView>("hitList");
    list.setFocus();
    desk.press(Qt::Key_End);
    WindowFixture::waitFor([&] { return desk.hits() == 60; }, "the rest of the hits");
}

BOOST_AUTO_TEST_CASE(a_search_does_not_hold_up_the_window)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    int answers = 0;
    QObject::connect(&desk.desk(), &session::Desk::found, &desk.window(), [&] { ++answers; });
    search::SearchRequest request;
    request.text = QStringLiteral("kumar");
    desk.desk().search(request);
    BOOST_TEST(answers == 0); // the call came back before the answer
    WindowFixture::waitFor([&] { return answers == 1; }, "the answer");
}

BOOST_AUTO_TEST_SUITE_END()
