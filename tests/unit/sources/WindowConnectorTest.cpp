// Runs over date windows: which days are asked for, what is remembered, what an answer may not do.
#include "sources/WindowConnector.h"
#include "support/ManualClock.h"
#include "unit/sources/CasRows.h"
#include "unit/sources/FakeHttp.h"

using namespace ekatra;
using namespace ekatra::sources;
using namespace ekatra::test;

namespace {

const auto fir = QStringLiteral("fir");

struct World {
    ManualClock clock; // 25 November 2026
    FakeHttp http;
    base::CancelToken cancel;
    WindowConnector cas{casProfile(), endpoint(), http, clock};

    static Endpoint endpoint()
    {
        Endpoint made;
        made.base = QUrl(QStringLiteral("https://cas.example/sources/cas/"));
        made.authorization = [] { return Result<QByteArray>(QByteArray("Bearer t")); };
        return made;
    }
    // A whole run from `position`, each answer an empty list; what the store keeps at its end.
    QByteArray run(const QByteArray& position)
    {
        StreamCursor cursor{fir, position, {}};
        while (true) {
            http.answer(200, "[]");
            auto page = cas.next(cursor, cancel);
            BOOST_REQUIRE(page.ok());
            BOOST_TEST((cursor.position == page->nextCursor));
            if (page->last)
                return page->nextCursor;
        }
    }
    std::string codeOfNext(const QByteArray& position = R"({"through":"2026-11-24"})")
    {
        StreamCursor cursor{fir, position, {}};
        auto page = cas.next(cursor, cancel);
        return page ? "ok" : page.error().code.toStdString();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sources_window_connector, World)

BOOST_AUTO_TEST_CASE(the_first_run_asks_for_all_days_from_the_beginning_in_windows_of_thirty)
{
    BOOST_TEST(run({}).toStdString() == R"({"through":"2026-11-25"})");
    BOOST_TEST(http.query(0) == "TimeFrom=01/01/2015&TimeTo=30/01/2015");
    BOOST_TEST(http.query(1) == "TimeFrom=31/01/2015&TimeTo=01/03/2015");
    BOOST_TEST(http.query(http.requests.size() - 1).ends_with("TimeTo=25/11/2026"));
    BOOST_TEST(http.requests.size() == 145U);
    BOOST_TEST(http.requests[0].url.toEncoded().startsWith("https://cas.example/sources/cas/fir?TimeFrom=01/01/2015&"));
    BOOST_TEST(http.requests[0].headers.at(0).value.toStdString() == "Bearer t");
}

BOOST_AUTO_TEST_CASE(later_runs_read_the_last_three_windows_again)
{
    BOOST_TEST(run(R"({"through":"2026-11-20"})").toStdString() == R"({"through":"2026-11-25"})");
    BOOST_TEST(http.query(0) == "TimeFrom=23/08/2026&TimeTo=21/09/2026");
    BOOST_TEST(http.query(2) == "TimeFrom=22/10/2026&TimeTo=20/11/2026");
    BOOST_TEST(http.query(3) == "TimeFrom=21/11/2026&TimeTo=25/11/2026");
    BOOST_TEST(http.requests.size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_second_run_on_the_same_day_has_nothing_to_remember)
{
    const QByteArray first = run(R"({"through":"2026-11-20"})");
    const std::size_t before = http.requests.size();
    BOOST_TEST(run(first).toStdString() == first.toStdString());
    BOOST_TEST(http.requests.size() - before == 3U);
    clock.advance(std::chrono::hours(24));
    BOOST_TEST(run(first).toStdString() == R"({"through":"2026-11-26"})");
}

BOOST_AUTO_TEST_CASE(reading_old_windows_again_does_not_move_the_position_back)
{
    StreamCursor cursor{fir, R"({"through":"2026-11-20"})", {}};
    http.answer(200, "[]");
    auto page = cas.next(cursor, cancel);
    BOOST_REQUIRE(page.ok());
    BOOST_TEST(page->nextCursor.toStdString() == R"({"through":"2026-11-20"})");
    BOOST_TEST(!page->last);
}

BOOST_AUTO_TEST_CASE(the_day_is_that_of_india)
{
    clock.set(QDateTime(QDate(2026, 11, 25), QTime(18, 29), Qt::UTC));
    BOOST_TEST(run(R"({"through":"2026-11-25"})").toStdString() == R"({"through":"2026-11-25"})");
    clock.set(QDateTime(QDate(2026, 11, 25), QTime(18, 30), Qt::UTC));
    BOOST_TEST(run(R"({"through":"2026-11-25"})").toStdString() == R"({"through":"2026-11-26"})");
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_too_large_is_asked_for_in_halves)
{
    http.fail(ErrorKind::Unreachable, "net.too_large");
    http.fail(ErrorKind::Unreachable, "net.too_large");
    StreamCursor cursor{fir, {}, {}};
    http.answer(200, "[]");
    BOOST_REQUIRE(cas.next(cursor, cancel).ok());
    http.answer(200, "[]");
    BOOST_REQUIRE(cas.next(cursor, cancel).ok());
    BOOST_TEST(http.query(1) == "TimeFrom=01/01/2015&TimeTo=15/01/2015");
    BOOST_TEST(http.query(2) == "TimeFrom=01/01/2015&TimeTo=07/01/2015");
    BOOST_TEST(http.query(3) == "TimeFrom=08/01/2015&TimeTo=06/02/2015");
}

BOOST_AUTO_TEST_CASE(what_goes_wrong_has_its_name_and_moves_nothing)
{
    http.answer(401, "{}");
    BOOST_TEST(codeOfNext() == "sources.sign_in");
    http.answer(503, "", {{"Retry-After", "9"}});
    BOOST_TEST(codeOfNext() == "sources.busy");
    http.answer(500, "oops");
    BOOST_TEST(codeOfNext() == "sources.status");
    http.answer(400, R"({"Message":"window too long"})");
    BOOST_TEST(codeOfNext() == "sources.status");
    http.answer(200, "<html>");
    BOOST_TEST(codeOfNext() == "sources.not_json");
    http.fail(ErrorKind::Unreachable, "net.cut");
    BOOST_TEST(codeOfNext() == "net.cut");
    BOOST_TEST(codeOfNext("garbage") == "sources.bad_cursor");
    StreamCursor nothing{QStringLiteral("nothing"), {}, {}};
    auto page = cas.next(nothing, cancel);
    BOOST_REQUIRE(!page.ok());
    BOOST_TEST(page.error().code.toStdString() == "sources.no_stream");
}

BOOST_AUTO_TEST_CASE(a_complete_listing_gives_keys_that_compare_with_rows)
{
    http.answer(200, R"({"Keys":[{"Key":"13020004240045","ChangedOn":"14/07/2024 18:22:31"}]})");
    auto keys = cas.listing(fir, 2024, cancel);
    BOOST_REQUIRE(keys.ok());
    BOOST_REQUIRE(keys->size() == 1U);
    auto page = readCas(fir, casPage(fir, {firRow()}));
    BOOST_REQUIRE(page.ok());
    BOOST_TEST((keys->at(0).key == page->rows.at(0).sourceKey));
    BOOST_TEST((keys->at(0).revision == page->rows.at(0).sourceRevision));
    BOOST_TEST(http.query(0) == "Year=2024");
    BOOST_TEST((http.requests[0].url.path() == QStringLiteral("/sources/cas/fir/keys")));
}

BOOST_AUTO_TEST_CASE(a_listing_with_one_row_that_cannot_be_read_is_no_listing)
{
    for (const char* body : {R"({"Keys":[{"Key":"1","ChangedOn":"NULL"}]})", R"({"Keys":[7]})",
                             R"({"Keys":[{"ChangedOn":"14/07/2024 18:22:31"}]})"}) {
        http.answer(200, body);
        auto keys = cas.listing(fir, 2024, cancel);
        BOOST_REQUIRE(!keys.ok());
        BOOST_TEST(keys.error().code.toStdString() == "sources.bad_listing");
    }
}

BOOST_AUTO_TEST_CASE(one_record_is_fetched_by_its_key)
{
    http.answer(200, QJsonDocument(firRow()).toJson());
    auto page = cas.fetchOne(fir, QStringLiteral("13020004240045"), cancel);
    BOOST_REQUIRE(page.ok());
    BOOST_REQUIRE(page->rows.size() == 1U);
    BOOST_TEST(http.query(0) == "Key=13020004240045");
    http.answer(404, "{}");
    auto gone = cas.fetchOne(fir, QStringLiteral("1"), cancel);
    BOOST_REQUIRE(!gone.ok());
    BOOST_TEST((gone.error().kind == ErrorKind::NotFound));
}

BOOST_AUTO_TEST_CASE(a_test_tells_what_was_mapped_what_was_not_and_what_the_profile_leaves_out)
{
    QJsonObject broken = firRow();
    broken.insert(QStringLiteral("FirNo"), QStringLiteral("NULL"));
    broken.insert(QStringLiteral("NewField"), QStringLiteral("x"));
    http.answer(200, casPage(fir, {firRow(), firRow(), broken}));
    http.answer(200, casPage(QStringLiteral("arrest"), {arrestRow()}));
    http.answer(200, casPage(QStringLiteral("final_report"), {reportRow()}));
    auto report = cas.test(1, cancel);
    BOOST_REQUIRE(report.ok());
    BOOST_REQUIRE(report->streams.size() == 3U);
    const StreamTest& firs = report->streams[0];
    BOOST_TEST(firs.fetched == 3);
    BOOST_TEST(firs.mapped == 1);
    BOOST_TEST(firs.duplicates == 1);
    BOOST_TEST(firs.reasons.value(QStringLiteral("row.missing")) == 1);
    BOOST_TEST(firs.unusedFields.contains(QStringLiteral("NewField")));
    BOOST_TEST(http.query(0) == "TimeFrom=27/10/2026&TimeTo=25/11/2026");
}

BOOST_AUTO_TEST_SUITE_END()
