// Runs in the background: the operator's work comes first, and what is due is tried.
#include "integration/sync/DeskFixture.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;

namespace {

// Keeps a draft and waits for the desk's answer.
void keepDraft(DeskFixture& station)
{
    bool kept = false;
    station.forms.keepDraft(QStringLiteral("fir"), {}, fir(900),
                            {&station.sync, [&](const Result<session::DraftKept>& answer) { kept = answer.ok(); }});
    DeskFixture::waitFor([&] { return kept; }, "the draft's answer");
}

bool isBeingSent(DeskFixture& station)
{
    const auto lines = station.outbox();
    return !lines.empty() && lines.front().row.state == outbox::RowState::Sending;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sync_desk)

BOOST_AUTO_TEST_CASE(a_draft_is_kept_while_a_page_never_comes)
{
    DeskFixture station({.firs = 50});
    station.gateway.faults(QStringLiteral("GET:/sources/cas/fir:nth=4:hang"));
    station.unlock();
    station.sync.run(QStringLiteral("cas"));
    DeskFixture::waitFor([&] { return station.source("cas").running && station.source("cas").share > 0; }, "a page");
    keepDraft(station);
    BOOST_TEST(station.runs == 0); // the request is still out
    BOOST_TEST(station.state.running);
    station.sync.cancel();
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
    BOOST_REQUIRE(station.source("cas").failure.has_value());
    BOOST_TEST(station.source("cas").failure->code.toStdString() == "sync.cancelled");
}

BOOST_AUTO_TEST_CASE(a_draft_is_kept_while_a_listing_never_comes)
{
    DeskFixture station({.firs = 50});
    station.pullWell("cas");
    station.letAWeekPass();
    station.gateway.faults(QStringLiteral("GET:/sources/cas/fir/keys:hang"));
    station.unlock();
    station.sync.run(QStringLiteral("cas"));
    DeskFixture::waitFor([&] { return station.source("cas").share > 0.3; }, "the pages before the listing");
    keepDraft(station);
    BOOST_TEST(station.runs == 0);
    station.sync.cancel();
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
}

BOOST_AUTO_TEST_CASE(a_draft_is_kept_while_the_centre_does_not_answer)
{
    DeskFixture station({.firs = 10});
    station.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:hang"));
    station.unlock();
    station.submit(fir(501));
    station.sync.run(QStringLiteral("icjs"));
    DeskFixture::waitFor([&] { return isBeingSent(station); }, "the row on its way");
    keepDraft(station);
    BOOST_TEST(station.runs == 0);
    station.sync.cancel();
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
}

BOOST_AUTO_TEST_CASE(an_edit_while_the_first_version_is_sent_goes_after_it)
{
    DeskFixture station({.firs = 10});
    station.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:nth=1:delay=3000"));
    station.unlock();
    const auto record = station.submit(fir(501));
    station.sync.run(QStringLiteral("icjs"));
    DeskFixture::waitFor([&] { return isBeingSent(station); }, "the first version on its way");
    QJsonObject second = record.payload;
    second.insert(QStringLiteral("beat_no"), QStringLiteral("7"));
    station.operatorDoes([&](session::Services& services) {
        take(services.records().submit(record.uid, second, station.author, QStringLiteral("beat")));
    });
    BOOST_TEST(station.runs == 0);
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
    const QByteArray path = "/icjs/v1/records/fir/" + record.uid.toString(QUuid::WithoutBraces).toLatin1();
    BOOST_TEST((station.gateway.get(path).json().value(QStringLiteral("payload")).toObject() == second));
    BOOST_TEST(station.gateway.count(QStringLiteral("fir")) == 1);
    BOOST_TEST(station.state.waiting == 0);
    BOOST_TEST(station.state.rejected + station.state.conflicted == 0);
}

BOOST_AUTO_TEST_CASE(a_row_discarded_while_another_is_out_is_not_sent)
{
    DeskFixture station({.firs = 10});
    station.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:nth=1:delay=3000"));
    station.unlock();
    station.submit(fir(501));
    station.submit(fir(502));
    station.sync.run(QStringLiteral("icjs"));
    DeskFixture::waitFor([&] { return isBeingSent(station); }, "the first one on its way");
    bool discarded = false;
    station.sync.discard(station.outbox().back().row.id, QStringLiteral("wrong station"),
                         {&station.sync, [&](const Result<bool>& answer) { discarded = answer.ok(); }});
    DeskFixture::waitFor([&] { return discarded; }, "the discard");
    BOOST_TEST(station.runs == 0);
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
    BOOST_TEST(station.gateway.count(QStringLiteral("fir")) == 1);
}

BOOST_AUTO_TEST_CASE(what_is_submitted_is_sent_without_being_asked)
{
    DeskFixture station({.firs = 10});
    station.unlock();
    station.submit(fir(501));
    station.sync.ask(); // as after each change
    DeskFixture::waitFor([&] { return station.gateway.count(QStringLiteral("fir")) == 1; }, "the FIR at the centre");
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
    BOOST_TEST(!station.source("cas").lastRun.isValid()); // nothing was read: nobody allowed it
}

BOOST_AUTO_TEST_CASE(a_row_whose_turn_has_come_is_tried_again)
{
    DeskFixture station({.firs = 10});
    station.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:times=20:status=503"));
    station.unlock();
    station.submit(fir(501));
    station.sync.run(QStringLiteral("icjs"));
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the refused attempt");
    BOOST_TEST(station.state.waiting == 1);
    station.gateway.faults(QString());
    station.sync.lookForWork();
    BOOST_TEST(!station.state.running); // its turn has not come
    station.store.clock.advance(std::chrono::hours(2));
    station.sync.lookForWork();
    DeskFixture::waitFor([&] { return station.gateway.count(QStringLiteral("fir")) == 1; }, "the second attempt");
}

BOOST_AUTO_TEST_CASE(the_background_reads_what_is_not_paused_and_again_after_its_minutes)
{
    DeskFixture station({.firs = 20});
    station.unlock();
    station.sync.pause(QStringLiteral("icjs"), true);
    DeskFixture::waitFor([&] { return station.source("icjs").paused; }, "the pause");
    station.sync.setBackground(10);
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the first run");
    BOOST_TEST(station.source("cas").counts.fetched > 0);
    BOOST_TEST(!station.source("icjs").lastRun.isValid());
    station.sync.lookForWork();
    BOOST_TEST(!station.state.running);
    station.store.clock.advance(std::chrono::minutes(11));
    station.sync.lookForWork();
    BOOST_TEST((station.state.running || station.runs == 2));
    DeskFixture::waitFor([&] { return station.runs == 2; }, "the second run");
}

BOOST_AUTO_TEST_CASE(progress_tells_the_share_of_the_days_of_a_window)
{
    DeskFixture station({.firs = 50});
    station.unlock();
    std::vector<double> shares;
    QObject::connect(&station.sync, &session::SyncDesk::told, &station.sync, [&](const session::SyncState& state) {
        for (const session::SourceState& source : state.sources) {
            if (source.id == QLatin1String("cas") && source.running && source.share >= 0)
                shares.push_back(source.share);
        }
    });
    station.gateway.faults(QStringLiteral("GET:/sources/cas:every=10:delay=100"));
    station.sync.run(QStringLiteral("cas"));
    DeskFixture::waitFor([&] { return station.runs == 1; }, "the end");
    BOOST_TEST(shares.size() >= 2U);
    BOOST_TEST(std::is_sorted(shares.begin(), shares.end()));
    BOOST_TEST(shares.back() <= 1.0);
    BOOST_TEST(station.source("cas").lastSuccess.isValid());
}

BOOST_AUTO_TEST_SUITE_END()
