// The central protocol, answer by answer.
#include "base/CanonicalJson.h"
#include "sources/IcjsConnector.h"
#include "support/ManualClock.h"
#include "unit/sources/FakeHttp.h"

#include <boost/test/unit_test.hpp>

#include <QJsonArray>
#include <QJsonDocument>

using namespace ekatra;
using namespace ekatra::sources;
using namespace ekatra::test;
using Outcome = PushAnswer::Outcome;

namespace {

const auto id = QStringLiteral("018f6d2e-0000-7000-8000-000000000001");

QJsonObject record(const char* name)
{
    return {{QStringLiteral("kind"), QStringLiteral("fir")},
            {QStringLiteral("id"), id},
            {QStringLiteral("revision"), QStringLiteral("3")},
            {QStringLiteral("payload"),
             QJsonObject{{QStringLiteral("name"), QString::fromUtf8(name)}, {QStringLiteral("n"), 1.5}}}};
}

const QJsonObject tombstone{{QStringLiteral("kind"), QStringLiteral("fir")},
                            {QStringLiteral("id"), id},
                            {QStringLiteral("revision"), QStringLiteral("4")},
                            {QStringLiteral("deleted"), true}};

// A page of the feed with its right digest; `indented` writes the records in a form that is not canonical.
QByteArray feed(const QJsonArray& records, bool indented = false, bool more = false)
{
    const QByteArray digest = "sha-256:" + base::contentHash(records).toHex();
    const QByteArray text = indented ? QJsonDocument(records).toJson() : base::canonicalJson(records);
    return "{\"records\":" + text + ",\"digest\":\"" + digest
        + "\",\"next_cursor\":\"c2\",\"has_more\":" + (more ? "true}" : "false}");
}

struct World {
    ManualClock clock;
    FakeHttp http;
    base::CancelToken cancel;
    IcjsClient client{endpoint(), http, clock};

    static Endpoint endpoint()
    {
        Endpoint made;
        made.base = QUrl(QStringLiteral("https://icjs.example/icjs/v1"));
        return made;
    }
    static PushRequest push(std::optional<QString> base = std::nullopt)
    {
        return {QStringLiteral("fir"), id, QJsonObject{{QStringLiteral("b"), 1}, {QStringLiteral("a"), 2}},
                std::move(base), QStringLiteral("key-1")};
    }
    PushAnswer put(int status, const QByteArray& body, net::Headers headers = {})
    {
        http.answer(status, body, std::move(headers));
        return client.put(push(), cancel);
    }
    std::string codeOfChanges(const QByteArray& cursor = {})
    {
        auto page = client.changes(cursor, 100, cancel);
        return page ? "ok" : page.error().code.toStdString();
    }
    QByteArray header(std::size_t n, const char* name) const
    {
        net::HttpResponse lookup;
        lookup.headers = http.requests.at(n).headers;
        return lookup.header(name);
    }
};

const QByteArray accepted =
    R"({"kind":"fir","id":"018f6d2e-0000-7000-8000-000000000001","revision":"7","accepted_at":"t"})";

} // namespace

BOOST_FIXTURE_TEST_SUITE(sources_icjs_client, World)

BOOST_AUTO_TEST_CASE(a_page_of_changes_gives_records_and_tombstones)
{
    for (const bool indented : {false, true}) {
        http.answer(200, feed({record("रमेश"), tombstone}, indented));
        auto page = client.changes("c1", 100, cancel);
        BOOST_REQUIRE(page.ok());
        BOOST_REQUIRE(page->rows.size() == 2U);
        const MappedRow& row = page->rows[0];
        BOOST_TEST(row.kind.toStdString() == "fir");
        BOOST_TEST((row.recordId == id));
        BOOST_TEST(row.sourceRevision.toStdString() == "3");
        BOOST_TEST(row.payload.value(QLatin1String("name")).toString().toStdString() == "रमेश");
        BOOST_TEST(row.canonical.toStdString() == base::canonicalJson(row.payload).toStdString());
        BOOST_TEST(page->rows[1].deleted);
        BOOST_TEST(page->nextCursor.toStdString() == "c2");
        BOOST_TEST(page->last);
    }
    BOOST_TEST(http.query(0) == "cursor=c1&limit=100");
}

BOOST_AUTO_TEST_CASE(a_page_that_was_touched_on_its_way_is_refused)
{
    const QByteArray whole = feed({record("रमेश")});
    http.answer(200, QByteArray(whole).replace("1.5", "1.6"));
    BOOST_TEST(codeOfChanges() == "icjs.digest");
    http.answer(200, QByteArray(whole).replace("sha-256:", "md5:"));
    BOOST_TEST(codeOfChanges() == "icjs.digest");
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        http.answer(200, whole.left(cut));
        BOOST_TEST(codeOfChanges() != "ok");
    }
    http.answer(200, "<html>");
    BOOST_TEST(codeOfChanges() == "sources.not_json");
    http.answer(200, "{}");
    BOOST_TEST(codeOfChanges() == "sources.unexpected_shape");
}

BOOST_AUTO_TEST_CASE(a_record_without_its_revision_spoils_the_page)
{
    QJsonObject bare = record("x");
    bare.remove(QStringLiteral("revision"));
    http.answer(200, feed({bare}));
    BOOST_TEST(codeOfChanges() == "sources.unexpected_shape");
}

BOOST_AUTO_TEST_CASE(a_cursor_that_is_gone_has_a_name_of_its_own)
{
    http.answer(410, "{}");
    BOOST_TEST(codeOfChanges("old") == "icjs.cursor_gone");
}

BOOST_AUTO_TEST_CASE(a_feed_that_does_not_move_is_not_read_for_ever)
{
    http.answer(200, feed({record("x")}, false, true));
    BOOST_TEST(codeOfChanges("c2") == "sources.unexpected_shape");
}

BOOST_AUTO_TEST_CASE(a_put_carries_its_condition_and_its_key)
{
    BOOST_TEST((put(201, accepted).outcome == Outcome::Accepted));
    BOOST_TEST(header(0, "If-None-Match").toStdString() == "*");
    BOOST_TEST(header(0, "Idempotency-Key").toStdString() == "key-1");
    BOOST_TEST(http.requests[0].body.toStdString() == R"({"a":2,"b":1})");
    BOOST_TEST((http.requests[0].url.path() == QStringLiteral("/icjs/v1/records/fir/") + id));
    http.answer(200, accepted);
    const PushAnswer answer = client.put(push(QStringLiteral("6")), cancel);
    BOOST_TEST(header(1, "If-Match").toStdString() == "\"6\"");
    BOOST_TEST(answer.revision.toStdString() == "7");
}

BOOST_AUTO_TEST_CASE(only_the_centre_can_accept)
{
    BOOST_TEST((put(200, "<html>welcome</html>").outcome == Outcome::Unknown));
    BOOST_TEST((put(200, "{}").outcome == Outcome::Unknown));
    BOOST_TEST((put(200, QByteArray(accepted).replace("0001\"", "0002\"")).outcome == Outcome::Unknown));
    BOOST_TEST((put(202, "{}").outcome == Outcome::Unknown));
}

BOOST_AUTO_TEST_CASE(each_answer_has_its_outcome)
{
    BOOST_TEST((put(401, "{}").outcome == Outcome::SignInAgain));
    BOOST_TEST((put(500, "").outcome == Outcome::Unknown));
    BOOST_TEST((put(502, "").outcome == Outcome::Unknown));
    const PushAnswer busy = put(503, "", {{"Retry-After", "30"}});
    BOOST_TEST((busy.outcome == Outcome::TryLater));
    BOOST_TEST((busy.retryAfter == std::chrono::seconds(30)));
    http.fail(ErrorKind::UnknownOutcome, "net.reply_lost");
    BOOST_TEST((client.put(push(), cancel).outcome == Outcome::Unknown));
    http.fail(ErrorKind::Unreachable, "net.unreachable");
    const PushAnswer offline = client.put(push(), cancel);
    BOOST_TEST((offline.outcome == Outcome::TryLater));
    BOOST_TEST(offline.error->code.toStdString() == "net.unreachable");
}

BOOST_AUTO_TEST_CASE(a_refusal_names_the_fields)
{
    const PushAnswer answer = put(422, R"({"code":"invalid_payload","detail":"look","detail_hi":"देखें","errors":[
        {"pointer":"/laws/0/section","code":"bad","detail":{"en":"wrong","hi":"गलत"}}]})");
    BOOST_TEST((answer.outcome == Outcome::Rejected));
    BOOST_TEST(answer.code.toStdString() == "invalid_payload");
    BOOST_TEST(answer.detailHi.toStdString() == "देखें");
    BOOST_REQUIRE(answer.problems.size() == 1U);
    BOOST_TEST(answer.problems[0].pointer.toStdString() == "/laws/0/section");
    BOOST_TEST(answer.problems[0].detailHi.toStdString() == "गलत");
}

BOOST_AUTO_TEST_CASE(a_conflict_brings_what_the_centre_holds)
{
    for (const int status : {409, 412}) {
        const PushAnswer answer =
            put(status, "{\"code\":\"other_revision\",\"current\":" + base::canonicalJson(record("x")) + '}');
        BOOST_TEST((answer.outcome == Outcome::Conflict));
        BOOST_REQUIRE(answer.current.has_value());
        BOOST_TEST(answer.current->revision.toStdString() == "3");
        BOOST_TEST(answer.current->payload.value(QLatin1String("name")).toString().toStdString() == "x");
    }
}

BOOST_AUTO_TEST_CASE(a_batch_has_an_answer_for_each_in_order)
{
    http.answer(200,
                "{\"responses\":[{\"status\":201,\"headers\":{},\"body\":" + accepted
                    + "},{\"status\":503,\"headers\":{\"Retry-After\":\"5\"},\"body\":{}}]}");
    const auto answers = client.batch({push(), push(QStringLiteral("2"))}, cancel);
    BOOST_REQUIRE(answers.size() == 2U);
    BOOST_TEST((answers[0].outcome == Outcome::Accepted));
    BOOST_TEST((answers[1].outcome == Outcome::TryLater));
    BOOST_TEST((answers[1].retryAfter == std::chrono::seconds(5)));
    BOOST_TEST(http.requests[0].repeatable);
    const QJsonObject entry = QJsonDocument::fromJson(http.requests[0].body)
                                  .object()
                                  .value(QLatin1String("requests"))
                                  .toArray()
                                  .at(1)
                                  .toObject();
    BOOST_TEST(entry.value(QLatin1String("path")).toString().startsWith(QLatin1String("/records/fir/")));
    BOOST_TEST(
        entry.value(QLatin1String("headers")).toObject().value(QLatin1String("If-Match")).toString().toStdString()
        == "\"2\"");
}

BOOST_AUTO_TEST_CASE(a_batch_whose_answers_do_not_fit_settles_nothing)
{
    http.answer(200, R"({"responses":[]})");
    BOOST_TEST((client.batch({push()}, cancel).at(0).outcome == Outcome::Unknown));
    http.answer(401, "{}");
    BOOST_TEST((client.batch({push()}, cancel).at(0).outcome == Outcome::SignInAgain));
    http.fail(ErrorKind::UnknownOutcome, "net.reply_lost");
    BOOST_TEST((client.batch({push()}, cancel).at(0).outcome == Outcome::Unknown));
}

BOOST_AUTO_TEST_CASE(the_connector_keeps_the_centres_own_cursor)
{
    auto profile = SourceProfile::load(QStringLiteral("icjs"));
    BOOST_REQUIRE(profile.ok());
    IcjsConnector connector(*profile, endpoint(), http, clock);
    StreamCursor cursor{connector.streams().at(0).id, {}, {}};
    http.answer(200, feed({record("x")}, false, true));
    auto page = connector.next(cursor, cancel);
    BOOST_REQUIRE(page.ok());
    BOOST_TEST(cursor.position.toStdString() == "c2");
    BOOST_TEST(!page->last);
    BOOST_TEST(!connector.listing(cursor.stream, 2024, cancel).ok());
}

BOOST_AUTO_TEST_SUITE_END()
