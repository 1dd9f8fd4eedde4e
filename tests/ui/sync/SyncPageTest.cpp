// Sync, outbox and quarantine by hand: what the operator sees and what the keys do.
#include "forms/FormPage.h"
#include "gateway/practice/PracticeDistrict.h"
#include "ui/sync/SyncWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

using namespace ekatra;
using namespace ekatra::test;

namespace {

const QString cas = QStringLiteral("CAS");
const QString centre = QStringLiteral("ICJS");

} // namespace

BOOST_AUTO_TEST_SUITE(ui_sync)

BOOST_AUTO_TEST_CASE(a_run_shows_its_progress_can_be_stopped_and_goes_on_later)
{
    SyncWindow station;
    station.gateway.faults(QStringLiteral("GET:/sources/cas/fir:nth=4:hang"));
    const RowList list = station.enter("railSync", "syncList");
    SyncWindow::waitFor([&] { return list.count() == 2; }, "the sources");
    BOOST_TEST(list.text(list.find(cas)).contains(QStringLiteral("Never read")));
    list.press(list.find(cas), Qt::Key_Return);
    SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Reading: FIR")); }, "reading");
    auto& stop = station.child<QPushButton>("syncStop");
    BOOST_TEST(stop.isVisible());
    stop.click();
    SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Stopped")); }, "the stop");
    station.gateway.faults(QString());
    list.press(list.find(cas), Qt::Key_F5);
    SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Up to date")); }, "the run");
    SyncWindow::waitFor([&] { return list.text(list.find(centre)).contains(QStringLiteral("Up to date")); },
                        "the centre");
    SyncWindow::waitFor([&] { return !stop.isVisible(); }, "the end");
}

BOOST_AUTO_TEST_CASE(a_paused_source_is_left_out_until_it_is_resumed)
{
    SyncWindow station;
    const RowList list = station.enter("railSync", "syncList");
    SyncWindow::waitFor([&] { return list.count() == 2; }, "the sources");
    list.press(list.find(cas), Qt::Key_P);
    SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Paused")); }, "the pause");
    list.press(list.find(cas), Qt::Key_F5);
    SyncWindow::waitFor([&] { return list.text(list.find(centre)).contains(QStringLiteral("Up to date")); }, "the run");
    BOOST_TEST(list.text(list.find(cas)).contains(QStringLiteral("fetched 0")));
    list.press(list.find(cas), Qt::Key_Return);
    SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Never read")); }, "resuming");
}

BOOST_AUTO_TEST_CASE(a_refused_paper_names_the_field_and_opens_its_form)
{
    SyncWindow station;
    station.addRefused();
    const RowList list = station.enter("railOutbox", "outboxList");
    SyncWindow::waitFor([&] { return list.count() == 1; }, "the row");
    BOOST_TEST(list.text(0).contains(QStringLiteral("Refused: ")), list.text(0).toStdString());
    BOOST_TEST(!list.text(0).contains(QStringLiteral("/laws")));
    list.press(0, Qt::Key_Return);
    SyncWindow::waitFor(
        [&] {
            auto* form = station.window().findChild<ui::FormPage*>();
            return form && form->isVisible() && !form->writes().isNull();
        },
        "the form");
}

BOOST_AUTO_TEST_CASE(discarding_asks_for_a_reason_in_the_page)
{
    SyncWindow station;
    station.addRefused();
    const RowList list = station.enter("railOutbox", "outboxList");
    SyncWindow::waitFor([&] { return list.count() == 1; }, "the row");
    auto& reason = station.child<QLineEdit>("discardReason");
    list.press(0, Qt::Key_Delete);
    BOOST_TEST(reason.isVisible());
    BOOST_TEST(reason.hasFocus());
    QTest::keyClick(&reason, Qt::Key_Return); // without a reason nothing happens
    BOOST_TEST(reason.isVisible());
    QTest::keyClick(&reason, Qt::Key_Escape);
    BOOST_TEST(!reason.isVisible());
    BOOST_TEST(list.count() == 1);
    list.press(0, Qt::Key_Delete);
    QTest::keyClicks(&reason, QStringLiteral("entered twice"));
    QTest::keyClick(&reason, Qt::Key_Return);
    SyncWindow::waitFor([&] { return list.count() == 0; }, "the empty outbox");
    BOOST_TEST(station.child<QLabel>("outboxNoticeText").text().contains(QStringLiteral("Nothing waits")));
}

BOOST_AUTO_TEST_CASE(accepted_papers_of_today_are_shown_on_request)
{
    SyncWindow station;
    station.beforehand([](session::Services& services) {
        SyncWindow::submit(services, fir(501));
        take(services.push({}));
    });
    const RowList list = station.enter("railOutbox", "outboxList");
    auto& accepted = station.child<QPushButton>("outboxAccepted");
    SyncWindow::waitFor([&] { return accepted.text().contains(QStringLiteral("(1)")); }, "the count");
    BOOST_TEST(list.count() == 0);
    accepted.click();
    BOOST_TEST(list.count() == 1);
    BOOST_TEST(list.text(0).contains(QStringLiteral("Accepted by the centre")));
}

BOOST_AUTO_TEST_CASE(rows_set_aside_show_their_text_and_are_asked_for_again)
{
    gateway::PracticeOptions options;
    options.size = 120;
    options.dirtyPercent = 20;
    const auto district = take(gateway::makePracticeDistrict(options));
    SyncWindow station({.district = district.get()});
    station.beforehand([](session::Services& services) { take(services.pull(QStringLiteral("cas"), {}, {})); });
    const RowList list = station.enter("railQuarantine", "quarantineList");
    SyncWindow::waitFor([&] { return list.count() > 0; }, "the rows");
    const int before = list.count();
    auto& text = station.child<QPlainTextEdit>("quarantineText");
    SyncWindow::waitFor([&] { return text.toPlainText().startsWith(QLatin1Char('{')); }, "the text");
    BOOST_TEST(!station.child<QLabel>("quarantineWhy").text().contains(QLatin1Char('{')));
    auto& words = station.child<QLabel>("quarantineWords");
    list.press(0, Qt::Key_R);
    SyncWindow::waitFor([&] { return words.text().contains(QStringLiteral("1 stay")); }, "the answer");
    BOOST_TEST(list.count() == before);
}

BOOST_AUTO_TEST_CASE(closing_leaves_it_in_the_tray_only_where_the_operator_allowed_it)
{
    for (const int minutes : {0, 15}) {
        SyncWindow station;
        station.hasTray = true;
        const RowList list = station.enter("railSync", "syncList");
        SyncWindow::waitFor([&] { return list.count() == 2; }, "the sources");
        const QString name = QStringLiteral("syncEvery%1").arg(minutes);
        auto& chosen = station.child<QPushButton>(name.toLatin1().constData());
        chosen.click();
        if (minutes > 0)
            SyncWindow::waitFor([&] { return list.text(list.find(cas)).contains(QStringLiteral("Up to date")); },
                                "the first run by itself");
        const bool closed = station.window().close();
        BOOST_TEST(closed == (minutes == 0));
        BOOST_TEST(!station.window().isVisible());
        if (minutes == 0)
            continue;
        station.child<QAction>("trayOpen").trigger();
        BOOST_TEST(station.window().isVisible());
        station.window().quit();
        BOOST_TEST(!station.window().isVisible());
    }
}

BOOST_AUTO_TEST_SUITE_END()
