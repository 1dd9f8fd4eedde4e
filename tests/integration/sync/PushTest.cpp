// What an operator submits reaches the centre once, whatever happens on the way.
#include "integration/sync/SyncFixture.h"

#include <QUuid>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;

namespace {

class Desk : public SyncFixture {
public:
    explicit Desk(const GatewaySetUp& setUp = {.firs = 10}) : SyncFixture(setUp) { }

    domain::Record submit(int number)
    {
        auto& records = store->records();
        const auto draft = take(records.saveDraft(QStringLiteral("fir"), {}, fir(number), author, {}));
        return take(records.submit(draft.uid, fir(number), author, {}));
    }
    sync::PushReport push() { return take(store->push(cancel)); }
    QJsonObject atCentre(const domain::Record& record)
    {
        return gateway.get("/icjs/v1/records/fir/" + idOf(record).toLatin1()).json();
    }
    static QString idOf(const domain::Record& record) { return record.uid.toString(QUuid::WithoutBraces); }

    const QString author = QStringLiteral("rampal");
};

} // namespace

BOOST_AUTO_TEST_SUITE(sync_push)

BOOST_AUTO_TEST_CASE(a_submitted_fir_is_what_the_centre_then_holds)
{
    Desk desk;
    const auto record = desk.submit(501);
    const auto report = desk.push();
    BOOST_TEST(report.accepted == 1);
    BOOST_TEST(!report.failure.has_value());
    BOOST_TEST((desk.atCentre(record).value(QStringLiteral("payload")).toObject() == record.payload));
    BOOST_TEST(desk.gateway.count(QStringLiteral("fir")) == 1);
    BOOST_TEST(desk.push().accepted == 0);
}

BOOST_AUTO_TEST_CASE(a_lost_answer_does_not_make_a_second_record)
{
    Desk desk;
    for (int number = 501; number <= 503; ++number)
        desk.submit(number);
    desk.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:nth=2:cut-after"));
    desk.push();
    BOOST_TEST(desk.gateway.count(QStringLiteral("fir")) >= 2);
    desk.store.clock.advance(std::chrono::hours(1));
    const auto rest = desk.push();
    BOOST_TEST(!rest.failure.has_value());
    BOOST_TEST(desk.gateway.count(QStringLiteral("fir")) == 3);
    BOOST_TEST(take(desk.store->outbox().counts()).waiting == 0);
}

BOOST_AUTO_TEST_CASE(a_line_that_is_down_keeps_everything_for_later)
{
    QTemporaryDir dir;
    Desk desk({.firs = 10, .storePath = dir.filePath(QStringLiteral("centre.db"))});
    const auto first = desk.submit(501);
    desk.gateway.stop();
    const auto down = desk.push();
    BOOST_REQUIRE(down.failure.has_value());
    BOOST_TEST((down.failure->kind == ErrorKind::Unreachable));
    BOOST_TEST(take(desk.store->outbox().counts()).waiting == 1);
    desk.gateway.restart();
    const QString icjs = QStringLiteral("icjs");
    done(desk.store->sources().update(
        {icjs, icjs, {{QStringLiteral("url"), desk.gateway.url(QStringLiteral("/icjs/v1"))}}}));
    desk.store.clock.advance(std::chrono::hours(1));
    BOOST_TEST(desk.push().accepted == 1);
    BOOST_TEST((desk.atCentre(first).value(QStringLiteral("payload")).toObject() == first.payload));
}

BOOST_AUTO_TEST_CASE(a_busy_centre_is_asked_again_when_it_said)
{
    Desk desk;
    desk.submit(501);
    desk.gateway.faults(QStringLiteral("PUT:/icjs/v1/records:times=20:status=503"));
    BOOST_TEST(desk.push().accepted == 0);
    BOOST_TEST(take(desk.store->outbox().nextTurn()) > desk.store.clock.now().toMSecsSinceEpoch());
    desk.gateway.faults(QString());
    BOOST_TEST(desk.push().accepted == 0); // its turn has not come
    desk.store.clock.advance(std::chrono::hours(2));
    BOOST_TEST(desk.push().accepted == 1);
}

BOOST_AUTO_TEST_CASE(a_number_that_another_station_used_first_is_replaced)
{
    Desk desk;
    const auto record = desk.submit(501);
    const QString other = QUuid::createUuid().toString(QUuid::WithoutBraces);
    BOOST_TEST(desk.gateway.create(QStringLiteral("fir"), other, fir(501), "other-station-1").status == 201);
    const auto report = desk.push();
    BOOST_TEST(report.accepted == 1);
    const auto held = take(desk.store->reader().find(Desk::idOf(record), QString()));
    BOOST_TEST(held.number.toStdString() != record.number.toStdString());
    BOOST_REQUIRE(report.renumbered.size() == 1);
    BOOST_TEST((report.renumbered.first() == std::pair(record.number, held.number)));
    BOOST_TEST(desk.gateway.count(QStringLiteral("fir")) == 2);
}

BOOST_AUTO_TEST_CASE(a_change_made_elsewhere_meanwhile_is_a_conflict_and_both_words_are_kept)
{
    Desk desk;
    const auto record = desk.submit(501);
    BOOST_TEST(desk.push().accepted == 1);
    const QByteArray revision = desk.atCentre(record).value(QStringLiteral("revision")).toString().toLatin1();
    QJsonObject theirs = record.payload;
    theirs.insert(QStringLiteral("beat_no"), QStringLiteral("9"));
    BOOST_TEST(
        desk.gateway.change(QStringLiteral("fir"), Desk::idOf(record), theirs, "other-station-2", revision).status / 100
        == 2);
    QJsonObject ours = record.payload;
    ours.insert(QStringLiteral("beat_no"), QStringLiteral("4"));
    take(desk.store->records().submit(record.uid, ours, desk.author, QStringLiteral("beat corrected")));
    BOOST_TEST(desk.push().conflicted == 1);
    BOOST_TEST(take(desk.store->outbox().counts()).conflicted == 1);
    const auto held = take(desk.store->reader().find(Desk::idOf(record), QString()));
    BOOST_TEST((held.payload == ours));
    BOOST_TEST((desk.atCentre(record).value(QStringLiteral("payload")).toObject() == theirs));
}

BOOST_AUTO_TEST_CASE(what_the_centre_refuses_says_why_and_holds_up_nothing_else)
{
    Desk desk;
    auto& records = desk.store->records();
    QJsonObject wrong = fir(501);
    wrong.insert(QStringLiteral("laws"), QJsonArray());
    const auto draft = take(records.saveDraft(QStringLiteral("fir"), {}, wrong, desk.author, {}));
    const auto refused = take(records.submit(draft.uid, wrong, desk.author, {}));
    desk.submit(502);
    const auto report = desk.push();
    BOOST_TEST(report.rejected == 1);
    BOOST_TEST(report.accepted == 1);
    const auto rows = take(desk.store->outbox().list(false));
    BOOST_REQUIRE(rows.size() == 1U);
    BOOST_TEST((rows.front().uid == refused.uid));
    BOOST_TEST(rows.front().lastError.contains("/laws"));
}

BOOST_AUTO_TEST_SUITE_END()
