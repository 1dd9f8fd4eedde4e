// Answers made to wear a station down: without an end, without measure, without a floor. Each is refused or set aside
// with its reason, and what is right beside it is taken.
#include "base/CanonicalJson.h"
#include "base/Resources.h"
#include "sources/IcjsConnector.h"
#include "sources/IcjsPage.h"
#include "support/TempStore.h"
#include "unit/sources/CasRows.h"
#include "unit/sources/FakeHttp.h"

#include <QCryptographicHash>

using namespace ekatra;
using namespace ekatra::test;

namespace {

QJsonObject record(int number, const QJsonObject& payload)
{
    return {{QStringLiteral("kind"), QStringLiteral("fir")},
            {QStringLiteral("id"), QStringLiteral("01900000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'))},
            {QStringLiteral("revision"), QStringLiteral("1")},
            {QStringLiteral("deleted"), false},
            {QStringLiteral("payload"), payload}};
}

QByteArray page(const QJsonArray& records, const char* next, bool more)
{
    const QByteArray text = base::canonicalJson(records);
    return "{\"records\":" + text + ",\"next_cursor\":\"" + next + "\",\"has_more\":" + (more ? "true" : "false")
        + ",\"digest\":\"sha-256:" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex() + "\"}";
}

// The feed of a centre that answers as it was told to.
struct Feed {
    FakeHttp http;
    ManualClock clock;
    sources::IcjsConnector connector{take(sources::SourceProfile::load(QStringLiteral("icjs"))),
                                     {QUrl(QStringLiteral("http://127.0.0.1/icjs/v1")), {}, {}},
                                     http,
                                     clock};

    // Reads on until the end or an error; its code.
    std::string readAll()
    {
        sources::StreamCursor cursor{QStringLiteral("changes"), {}, {}, {}};
        for (;;) {
            auto next = connector.next(cursor, {});
            if (!next)
                return next.error().code.toStdString();
            if (next->last)
                return "the end";
        }
    }
};

QJsonObject withHuge(QJsonObject row, const char* field)
{
    row.insert(QLatin1String(field), QString(10 << 20, QLatin1Char('x')));
    return row;
}

} // namespace

BOOST_AUTO_TEST_SUITE(net_hostile_replies)

BOOST_AUTO_TEST_CASE(a_feed_that_goes_round_in_a_circle_is_left)
{
    Feed feed;
    for (const char* next : {"a", "b", "c", "a"})
        feed.http.answer(200, page({record(1, fir(1))}, next, true));
    BOOST_TEST(feed.readAll() == "sources.endless");
    BOOST_TEST(feed.http.requests.size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_feed_that_brings_nothing_for_ever_is_left)
{
    Feed feed;
    for (int i = 0; i < 1000; ++i)
        feed.http.answer(200, page({}, QByteArray::number(i).constData(), true));
    BOOST_TEST(feed.readAll() == "sources.endless");
    BOOST_TEST(feed.http.requests.size() == 100U);
}

BOOST_AUTO_TEST_CASE(a_feed_whose_cursor_stands_still_is_left)
{
    Feed feed;
    for (int i = 0; i < 3; ++i)
        feed.http.answer(200, page({record(1, fir(1))}, "a", true));
    BOOST_TEST(feed.readAll() != "the end");
    BOOST_TEST(feed.http.requests.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_feed_may_be_read_twice)
{
    Feed feed;
    for (int run = 0; run < 2; ++run) {
        feed.http.answer(200, page({record(1, fir(1))}, "a", true));
        feed.http.answer(200, page({}, "a", false));
    }
    BOOST_TEST(feed.readAll() == "the end");
    BOOST_TEST(feed.readAll() == "the end");
}

BOOST_AUTO_TEST_CASE(a_field_of_ten_megabytes_is_set_aside_and_its_neighbours_are_taken)
{
    const auto stream = QStringLiteral("fir");
    const auto cas = take(readCas(stream, casPage(stream, {withHuge(firRow(), "FirContents")})));
    BOOST_TEST(cas.rows.empty());
    BOOST_REQUIRE(cas.rejected.size() == 1U);
    BOOST_TEST(cas.rejected.front().reason.toStdString() == "row.too_large");
    BOOST_TEST(cas.rejected.front().sourceKey.toStdString() == "13020004240045");

    const auto feed = take(sources::readIcjsPage(
        page({record(1, fir(1)), record(2, withHuge(fir(2), "contents")), record(3, fir(3))}, "a", false)));
    BOOST_TEST(feed.rows.size() == 2U);
    BOOST_REQUIRE(feed.rejected.size() == 1U);
    BOOST_TEST(feed.rejected.front().reason.toStdString() == "row.too_large");
    BOOST_TEST(feed.rejected.front().kind.toStdString() == "fir");
    BOOST_TEST(feed.rejected.front().raw.size() > (10 << 20));
}

BOOST_AUTO_TEST_CASE(brackets_a_hundred_thousand_deep_have_a_floor)
{
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const auto stream = QStringLiteral("fir");
    const auto cas = readCas(stream, deep);
    BOOST_TEST((!cas || (cas->rows.empty() && cas->rejected.size() == 1)));
    QByteArray row = QJsonDocument(firRow()).toJson(QJsonDocument::Compact);
    row.insert(1, "\"Unheard\":" + deep + ',');
    const auto one = take(readCas(stream, '[' + row + ",{}]"));
    BOOST_TEST(one.rejected.size() == 2U);
    BOOST_TEST(one.rejected.front().reason.toStdString() == "row.too_deep");

    const QByteArray digest = QCryptographicHash::hash(deep, QCryptographicHash::Sha256).toHex();
    BOOST_TEST(!sources::readIcjsPage("{\"records\":" + deep + ",\"digest\":\"sha-256:" + digest + "\"}").ok());
    BOOST_TEST(!sources::readIcjsPage(deep).ok());

    Feed feed;
    feed.http.answer(200, deep);
    feed.http.answer(409, "{\"current\":" + deep + '}');
    sources::IcjsClient centre({QUrl(QStringLiteral("http://127.0.0.1/icjs/v1")), {}, {}}, feed.http, feed.clock);
    const sources::PushRequest push{QStringLiteral("fir"), QStringLiteral("01900000-0000-7000-8000-000000000001"),
                                    fir(1), std::nullopt, QStringLiteral("k")};
    BOOST_TEST((centre.put(push, {}).outcome == sources::PushAnswer::Outcome::Unknown));
    BOOST_TEST((centre.put(push, {}).outcome == sources::PushAnswer::Outcome::Conflict));
}

BOOST_AUTO_TEST_CASE(a_refusal_that_is_not_the_centres_leaves_the_paper_in_the_outbox)
{
    Feed feed;
    feed.http.answer(404, "<html><title>Not found</title></html>");
    feed.http.answer(422, R"({"code":"field_missing","title":"Not complete"})");
    sources::IcjsClient centre({QUrl(QStringLiteral("http://127.0.0.1/icjs/v1")), {}, {}}, feed.http, feed.clock);
    const sources::PushRequest push{QStringLiteral("fir"), QStringLiteral("01900000-0000-7000-8000-000000000001"),
                                    fir(1), std::nullopt, QStringLiteral("k")};
    const auto astray = centre.put(push, {});
    BOOST_TEST((astray.outcome == sources::PushAnswer::Outcome::TryLater));
    BOOST_REQUIRE(astray.error.has_value());
    BOOST_TEST(astray.error->code.toStdString() == "sources.status");
    BOOST_TEST((centre.put(push, {}).outcome == sources::PushAnswer::Outcome::Rejected));
}

BOOST_AUTO_TEST_CASE(a_payload_that_is_no_json_is_refused_though_its_digest_fits)
{
    const QByteArray records = R"([{"deleted":false,"id":"01900000-0000-7000-8000-000000000001","kind":"fir",)"
                               R"("payload":{"contents":tru,"fir_no":1},"revision":"1"}])";
    const QByteArray digest = QCryptographicHash::hash(records, QCryptographicHash::Sha256).toHex();
    const auto read = sources::readIcjsPage("{\"records\":" + records + ",\"next_cursor\":\"a\",\"has_more\":false,"
                                            + "\"digest\":\"sha-256:" + digest + "\"}");
    BOOST_TEST(codeOf(read) == "sources.not_json");
}

BOOST_AUTO_TEST_CASE(what_is_stored_is_canonical_even_where_the_centre_took_its_digest_over_something_else)
{
    for (const char* payload : {R"({"b":1,"a":2})", R"({"a":1.50,"b":"x"})", R"({"a": 1})", R"({"a":"\u0041"})",
                                R"({"a":"\/"})", R"({"a":12345678901234567890})", R"({"a!":1,"a":2})"}) {
        const QByteArray records = R"([{"deleted":false,"id":"01900000-0000-7000-8000-000000000001","kind":"fir",)"
                                   R"("payload":)"
            + QByteArray(payload) + R"(,"revision":"1"}])";
        const QByteArray digest = QCryptographicHash::hash(records, QCryptographicHash::Sha256).toHex();
        const auto read =
            take(sources::readIcjsPage("{\"records\":" + records + ",\"next_cursor\":\"a\",\"has_more\":false,"
                                       + "\"digest\":\"sha-256:" + digest + "\"}"));
        BOOST_REQUIRE(read.rows.size() == 1U);
        BOOST_TEST(read.rows.front().canonical.toStdString()
                   == base::canonicalJson(read.rows.front().payload).toStdString());
    }
}

BOOST_AUTO_TEST_CASE(each_refusal_can_be_said_in_both_languages)
{
    for (const char* file : {"net", "sources"}) {
        const auto texts =
            take(base::readJsonResource(QStringLiteral("messages/%1.json").arg(QLatin1String(file)))).object();
        BOOST_TEST(texts.size() > 10);
        for (auto entry = texts.begin(); entry != texts.end(); ++entry) {
            for (const char* language : {"en", "hi"}) {
                const QJsonObject text = entry->toObject().value(QLatin1String(language)).toObject();
                for (const char* part : {"message", "hint"})
                    BOOST_TEST(!text.value(QLatin1String(part)).toString().isEmpty(), entry.key().toStdString());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
