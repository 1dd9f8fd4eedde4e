// The nth statement fails - the disk is full, cannot be read, or somebody holds the file - for each n in turn: the
// error says which, the store is sound, and doing it again ends where an undisturbed run does.
#include "fault/StatementLoop.h"

using namespace ekatra;
using namespace ekatra::test;

namespace {

// A deed that may fail, on a station that `prepare` has brought so far, against an end state that a clean run gives.
struct Deed {
    std::function<void(FaultStation&)> prepare;
    std::function<std::optional<Error>(FaultStation&)> act;
    std::function<void(FaultStation&)> goOn = {}; // what the next day brings in any case
    std::function<void(const Gateway&)> centre = {}; // what the centre must have in the end
};

void failsAtEachStatement(const Deed& deed)
{
    std::string expected;
    {
        const RoundGateway gateway;
        FaultStation clean(*gateway);
        deed.prepare(clean);
        BOOST_REQUIRE(!deed.act(clean));
        if (deed.goOn)
            deed.goOn(clean);
        expected = clean.endState();
    }
    forEachStatement([&](int n, const Failure& failure) {
        const RoundGateway gateway;
        FaultStation station(*gateway);
        deed.prepare(station);
        station.failStatement(n, failure.code);
        const auto error = deed.act(station);
        const auto statement = station.failedStatement();
        if (statement) {
            expectSays(error, failure, *statement);
            if (n % 16 == 0)
                BOOST_TEST(station.unsound() == "");
            station.store.clock.advance(std::chrono::minutes(1));
            const auto again = deed.act(station);
            BOOST_TEST(!again.has_value(), (again ? again->code.toStdString() : ""));
        }
        if (deed.goOn)
            deed.goOn(station);
        const std::string differs = difference(station.endState(), expected);
        BOOST_TEST(differs == "", statement.value_or("nothing failed") << ": " << differs);
        if (deed.centre)
            deed.centre(*gateway);
        return statement.has_value();
    });
}

std::optional<Error> pullAll(FaultStation& station)
{
    return station.pullAll();
}

} // namespace

namespace {

const auto firKind = QStringLiteral("fir");

// What came since the last pull: one record more at the centre and one less.
void newsAtTheCentre(FaultStation& station)
{
    BOOST_REQUIRE(!station.pullAll());
    const QString other = QStringLiteral("01900000-0000-7000-8000-00000000aaaa");
    BOOST_REQUIRE(station.gateway.create(firKind, other, fir(88), "other-1").status == 201);
    QByteArray gone;
    faultDistrict().icjsSeeds([&](const gateway::IcjsSeed& seed) {
        gone = seed.id.toLatin1();
        return false;
    });
    BOOST_REQUIRE(station.gateway.request("DELETE", "/icjs/v1/records/fir/" + gone).status / 100 == 2);
    station.store.clock.advance(std::chrono::hours(24 * 8)); // and the yearly listings are due
}

// Three FIRs on their way: one as it is, one whose number another station took, one changed elsewhere meanwhile.
void threeToPush(FaultStation& station)
{
    BOOST_REQUIRE(!station.submit(503));
    BOOST_REQUIRE(station.push().accepted == 1);
    QJsonObject theirs = fir(503);
    theirs.insert(QStringLiteral("beat_no"), QStringLiteral("9"));
    const QString id = station.uidOf(503).toString(QUuid::WithoutBraces);
    const QByteArray revision = station.gateway.get("/icjs/v1/records/fir/" + id.toLatin1())
                                    .json()
                                    .value(QStringLiteral("revision"))
                                    .toString()
                                    .toLatin1();
    BOOST_REQUIRE(station.gateway.change(firKind, id, theirs, "other-2", revision).status / 100 == 2);
    QJsonObject ours = fir(503);
    ours.insert(QStringLiteral("beat_no"), QStringLiteral("4"));
    take(station.store->records().submit(station.uidOf(503), ours, QStringLiteral("rampal"), QStringLiteral("beat")));

    for (const int number : {501, 502})
        BOOST_REQUIRE(!station.submit(number));
    const QString other = QStringLiteral("01900000-0000-7000-8000-00000000bbbb");
    BOOST_REQUIRE(station.gateway.create(firKind, other, fir(502), "other-3").status == 201);
}

} // namespace

BOOST_AUTO_TEST_SUITE(fault_statement_slow)

BOOST_AUTO_TEST_CASE(a_first_pull)
{
    failsAtEachStatement({.prepare = [](FaultStation&) {}, .act = pullAll});
}

BOOST_AUTO_TEST_CASE(a_later_pull_of_changes_deletions_and_listings)
{
    failsAtEachStatement({.prepare = newsAtTheCentre, .act = pullAll});
}

BOOST_AUTO_TEST_CASE(a_pull_of_everything_again)
{
    failsAtEachStatement({.prepare =
                              [](FaultStation& station) {
                                  newsAtTheCentre(station);
                                  station.full = true;
                              },
                          .act = pullAll});
}

BOOST_AUTO_TEST_CASE(a_submission)
{
    failsAtEachStatement({.prepare = [](FaultStation& station) { BOOST_REQUIRE(!station.pullAll()); },
                          .act = [](FaultStation& station) { return station.submit(7); }});
}

BOOST_AUTO_TEST_CASE(a_push)
{
    failsAtEachStatement({.prepare = threeToPush,
                          .act = [](FaultStation& station) { return station.push().failure; },
                          .goOn = [](FaultStation& station) { station.pushAll(); },
                          .centre = [](const Gateway& gateway) { BOOST_TEST(gateway.count(firKind) == 4); }});
}

BOOST_AUTO_TEST_SUITE_END()
