// The nth request goes wrong - refused, unanswered, cut before or after it was carried out, answered in half, twice or
// wrongly - for each n in turn: the error names it, and doing it again ends where an undisturbed run does, with each
// record once at the centre.
#include "fault/FaultStation.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <functional>

using namespace ekatra;
using namespace ekatra::test;

namespace {

// Rules as gateway/Faults.h writes them; `from` and `times` say which requests are hit.
struct Line {
    const char* method;
    const char* path;
};
constexpr Line casLine{"GET", "/sources/cas"};
constexpr Line feedLine{"GET", "/icjs/v1/changes"};
constexpr Line recordLine{"PUT", "/icjs/v1/records"};

QString rule(const Line& line, int nth, const char* fault)
{
    return QStringLiteral("%1:%2:nth=%3:%4")
        .arg(QLatin1String(line.method), QLatin1String(line.path))
        .arg(nth)
        .arg(QLatin1String(fault));
}

bool fired(const Gateway& gateway)
{
    const QJsonArray rules = gateway.get("/test/faults").json().value(QStringLiteral("rules")).toArray();
    return rules.at(0).toObject().value(QStringLiteral("fired")).toInt() > 0;
}

// Runs `once` for each n until the nth request was not reached any more.
void forEachRequest(const std::function<bool(int n)>& once)
{
    int n = 1;
    for (;; ++n) {
        BOOST_TEST_CONTEXT("request " << n)
        {
            if (!once(n))
                break;
        }
    }
    BOOST_TEST(n > 1);
}

void expectTold(const std::optional<Error>& error)
{
    // A line that dropped while it was kept open is tried once more without a word, so there may be nothing to tell.
    if (error)
        BOOST_TEST((error->kind == ErrorKind::Unreachable), error->code.toStdString());
}

constexpr auto aHang = std::chrono::milliseconds(150);

void pullFailsAtEachRequest(
    const Line& line, std::initializer_list<const char*> faults,
    const std::function<void(FaultStation&)>& prepare = [](FaultStation&) {})
{
    const Gateway gateway({.district = &faultDistrict()});
    FaultStation clean(gateway);
    prepare(clean);
    BOOST_REQUIRE(!clean.pullAll());
    const std::string expected = clean.endState();
    for (const char* fault : faults) {
        BOOST_TEST_CONTEXT(fault)
        forEachRequest([&](int n) {
            FaultStation station(gateway);
            prepare(station);
            station.deadline = qstrcmp(fault, "hang") == 0 ? aHang : station.deadline;
            gateway.faults(rule(line, n, fault));
            expectTold(station.pullAll());
            const bool reached = fired(gateway);
            gateway.faults({});
            station.deadline = std::chrono::seconds(20);
            BOOST_REQUIRE(!station.pullAll());
            const std::string differs = difference(station.endState(), expected);
            BOOST_TEST(differs == "");
            return reached;
        });
    }
}

// An answer that cannot be told from a right one heals when it is read again, which the last windows always are.
constexpr auto losses = {"status=503", "status=500", "status=429", "hang", "cut-before", "cut-after", "truncate"};

// A week after its last pull, with some records missing here that the yearly listings then name.
void aWeekLater(FaultStation& station)
{
    BOOST_REQUIRE(!station.pullAll());
    const auto cas = QStringLiteral("cas");
    const auto kind = QStringLiteral("fir");
    const auto keys = take(records::RecordTable(station.store->store().writer()).keysOf(cas, kind));
    BOOST_REQUIRE(keys.size() > 2U);
    records::RecordService::Batch batch(station.store->records());
    done(batch.begin());
    for (std::size_t i = 0; i < 2; ++i)
        take(batch.withdraw(cas, kind, keys[i].key));
    done(batch.commit());
    station.store.clock.advance(std::chrono::hours(24 * 120)); // past the windows that are read again each time
}

void pushFailsAtEachRequest(std::initializer_list<const char*> faults)
{
    std::string expected;
    {
        const RoundGateway gateway;
        FaultStation clean(*gateway);
        for (const int number : {501, 502, 503})
            BOOST_REQUIRE(!clean.submit(number));
        clean.pushAll();
        expected = clean.endState();
    }
    for (const char* fault : faults) {
        BOOST_TEST_CONTEXT(fault)
        forEachRequest([&](int n) {
            const RoundGateway gateway;
            FaultStation station(*gateway);
            for (const int number : {501, 502, 503})
                BOOST_REQUIRE(!station.submit(number));
            station.deadline = qstrcmp(fault, "hang") == 0 ? aHang : station.deadline;
            gateway->faults(rule(recordLine, n, fault));
            (void)station.push();
            const bool reached = fired(*gateway);
            gateway->faults({});
            station.deadline = std::chrono::seconds(20);
            station.pushAll();
            const std::string differs = difference(station.endState(), expected);
            BOOST_TEST(differs == "");
            BOOST_TEST(gateway->count(QStringLiteral("fir")) == 3);
            return reached;
        });
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(fault_request_slow)

BOOST_AUTO_TEST_CASE(a_request_of_cas_is_lost)
{
    pullFailsAtEachRequest(casLine, losses);
}

BOOST_AUTO_TEST_CASE(a_request_of_the_yearly_comparison_is_lost)
{
    pullFailsAtEachRequest(casLine, losses, aWeekLater);
}

BOOST_AUTO_TEST_CASE(an_answer_of_cas_is_not_its_own)
{
    pullFailsAtEachRequest(casLine, {"html", "repeat", "invalid-utf8", "redirect", "deep-json"});
}

BOOST_AUTO_TEST_CASE(a_request_of_the_feed_is_lost)
{
    pullFailsAtEachRequest(feedLine, losses);
}

BOOST_AUTO_TEST_CASE(an_answer_of_the_feed_is_not_its_own)
{
    pullFailsAtEachRequest(feedLine,
                           {"html", "repeat", "invalid-utf8", "redirect", "deep-json", "flip-byte", "corrupt-digest"});
}

BOOST_AUTO_TEST_CASE(a_record_on_its_way_to_the_centre_is_lost)
{
    pushFailsAtEachRequest(losses);
}

BOOST_AUTO_TEST_CASE(an_answer_to_a_record_is_not_the_centres)
{
    pushFailsAtEachRequest({"html", "repeat", "invalid-utf8", "redirect", "deep-json"});
}

// Several faults at once, by chance, on a station that pushes and pulls.
BOOST_AUTO_TEST_CASE(whatever_happens_on_the_line_the_end_is_the_same)
{
    const auto workday = [](FaultStation& station) {
        for (const int number : {501, 502, 503})
            BOOST_REQUIRE(!station.submit(number));
        (void)station.push();
        (void)station.pullAll();
        (void)station.push();
        station.gateway.faults({});
        station.deadline = std::chrono::seconds(20);
        station.pushAll();
        for (int round = 0; round < 2; ++round)
            BOOST_REQUIRE(!station.pullAll());
        return station.endState();
    };
    const RoundGateway quiet;
    FaultStation clean(*quiet);
    const std::string expected = workday(clean);

    const quint32 seed = QRandomGenerator::system()->generate();
    BOOST_TEST_MESSAGE("seed " << seed);
    QRandomGenerator random(seed);
    const std::vector<const char*> faults{"status=503", "status=500", "hang",     "cut-before",   "cut-after",
                                          "truncate",   "html",       "repeat",   "invalid-utf8", "redirect",
                                          "status=429", "status=401", "deep-json"};
    const Line paths[] = {casLine, feedLine, recordLine};
    const int rounds = longTests() ? 10'000 : 40;
    for (int round = 0; round < rounds; ++round) {
        QStringList rules;
        for (int i = random.bounded(1, 6); i > 0; --i)
            rules.append(rule(paths[random.bounded(3)], random.bounded(1, 8),
                              faults[random.bounded(static_cast<quint32>(faults.size()))]));
        const RoundGateway gateway;
        gateway->faults(rules.join(QLatin1Char(';')));
        FaultStation station(*gateway);
        station.deadline = aHang;
        const std::string differs = difference(workday(station), expected);
        BOOST_TEST(differs == "", rules.join(QLatin1Char(';')).toStdString() << ": " << differs);
        BOOST_TEST(gateway->count(QStringLiteral("fir")) == 3);
    }
}

BOOST_AUTO_TEST_SUITE_END()
