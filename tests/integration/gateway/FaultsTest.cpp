#include "support/Gateway.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

#include <future>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto changes = "/icjs/v1/changes?limit=4";
const QString record = u"01900000-3333-7000-8000-000000000001"_s;

QJsonObject complaint()
{
    return {{u"contents"_s, u"दरखास्त"_s}};
}

QByteArray withCursor(const GatewayAnswer& page)
{
    return QByteArray(changes) + "&cursor=" + page.json().value("next_cursor"_L1).toString().toLatin1();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_faults)

BOOST_AUTO_TEST_CASE(a_status_fault_hits_the_nth_request_only)
{
    Gateway gateway({.faults = u"GET:/sources/cas/fir:nth=2:status=503"_s});
    const QByteArray path = "/sources/cas/fir/keys?Year=2024";
    BOOST_TEST(gateway.get(path).status == 200);
    const auto refused = gateway.get(path);
    BOOST_TEST(refused.status == 503);
    BOOST_TEST((refused.headers.at("retry-after") == "1"));
    BOOST_TEST(gateway.get(path).status == 200);
}

BOOST_AUTO_TEST_CASE(every_and_times_bound_a_fault)
{
    Gateway gateway({.faults = u"/sources:every=2:times=2:status=429"_s});
    std::vector<int> statuses;
    for (int i = 0; i < 7; ++i)
        statuses.push_back(gateway.get("/sources/cas/fir/keys?Year=2024").status);
    BOOST_TEST(statuses == (std::vector<int>{200, 429, 200, 429, 200, 200, 200}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(cut_before_stores_nothing_and_cut_after_stores)
{
    Gateway gateway;
    gateway.faults(u"PUT:/icjs/v1/records:nth=1:cut-before"_s);
    BOOST_TEST(gateway.create(u"complaint"_s, record, complaint(), "k").status == 0);
    BOOST_TEST(gateway.count(u"complaint"_s) == 0);

    gateway.cutAfterCommit(1);
    BOOST_TEST(gateway.create(u"complaint"_s, record, complaint(), "k").status == 0);
    BOOST_TEST(gateway.count(u"complaint"_s) == 1);

    BOOST_TEST(gateway.create(u"complaint"_s, record, complaint(), "k").status == 201);
    BOOST_TEST(gateway.count(u"complaint"_s) == 1);
}

BOOST_AUTO_TEST_CASE(a_truncated_body_ends_in_the_middle)
{
    Gateway gateway;
    const QByteArray whole = gateway.get(changes).body;
    gateway.faults(u"/icjs/v1/changes:truncate"_s);
    const auto half = gateway.get(changes);
    BOOST_TEST(!half.whole);
    BOOST_TEST((half.body == whole.left(whole.size() / 2)));

    gateway.faults(u"/sources/cas:truncate"_s);
    BOOST_TEST(!gateway.get("/sources/cas/fir?TimeFrom=01/07/2024&TimeTo=20/07/2024").whole);
}

BOOST_AUTO_TEST_CASE(pages_are_spoiled_as_told)
{
    Gateway gateway;
    const auto whole = gateway.get(changes);
    const auto spoiled = [&](const QString& kind) {
        gateway.faults(u"/icjs/v1/changes:"_s + kind);
        return gateway.get(changes);
    };
    const auto digest = spoiled(u"corrupt-digest"_s).json();
    BOOST_TEST((digest.value("records"_L1) == whole.json().value("records"_L1)));
    BOOST_TEST((digest.value("digest"_L1) != whole.json().value("digest"_L1)));

    const QByteArray flipped = spoiled(u"flip-byte=200"_s).body;
    BOOST_TEST(flipped.size() == whole.body.size());
    BOOST_TEST((flipped.at(200) ^ whole.body.at(200)) == 1);

    QJsonParseError problem;
    QJsonDocument::fromJson(spoiled(u"invalid-utf8"_s).body, &problem);
    BOOST_TEST((problem.error != QJsonParseError::NoError));

    BOOST_TEST((spoiled(u"html"_s).headers.at("content-type").startsWith("text/html")));
    BOOST_TEST(QByteArray(spoiled(u"deep-json=500"_s).body).count('[') == 500);

    const auto elsewhere = spoiled(u"redirect=http://other.example:81/x"_s);
    BOOST_TEST(elsewhere.status == 302);
    BOOST_TEST((elsewhere.headers.at("location") == "http://other.example:81/x"));
}

BOOST_AUTO_TEST_CASE(an_endless_feed_always_has_more)
{
    Gateway gateway({.firs = 10});
    const auto last = gateway.get(changes);
    BOOST_TEST(!last.json().value("has_more"_L1).toBool());
    gateway.faults(u"/icjs/v1/changes:endless"_s);
    const auto more = gateway.get(withCursor(last));
    BOOST_TEST(more.json().value("has_more"_L1).toBool());
    BOOST_TEST(more.json().value("records"_L1).toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_repeated_page_comes_once_more)
{
    Gateway gateway;
    gateway.faults(u"/icjs/v1/changes:nth=2:repeat"_s);
    const auto first = gateway.get(changes);
    BOOST_TEST((gateway.get(withCursor(first)).body == first.body));
    const auto second = gateway.get(withCursor(first));
    BOOST_TEST((second.body != first.body));
    BOOST_TEST(second.status == 200);
}

BOOST_AUTO_TEST_CASE(a_gzip_bomb_is_small_on_the_wire)
{
    Gateway gateway({.faults = u"/icjs/v1/changes:gzip-bomb=64"_s});
    const auto bomb = gateway.get(changes);
    BOOST_TEST((bomb.headers.at("content-encoding") == "gzip"));
    BOOST_TEST(bomb.body.size() > 0);
    BOOST_TEST(bomb.body.size() < 1024 * 1024);
}

BOOST_AUTO_TEST_CASE(a_hanging_request_ends_with_the_server)
{
    Gateway gateway({.faults = u"/icjs/v1/changes:hang"_s});
    auto hanging = std::async(std::launch::async, [&gateway] { return gateway.get(changes); });
    while (gateway.state().value("requests"_L1).toObject().value("icjs"_L1).toInt() == 0) { }
    gateway.stop();
    BOOST_TEST(hanging.get().status == 0);
}

BOOST_AUTO_TEST_CASE(a_delayed_request_is_answered_in_the_end)
{
    Gateway gateway({.faults = u"/icjs/v1/changes:delay=20"_s});
    BOOST_TEST(gateway.get(changes).status == 200);
}

BOOST_AUTO_TEST_CASE(rules_are_listed_with_what_they_did_and_can_be_cleared)
{
    Gateway gateway;
    const auto set = gateway.request(
        "POST", "/test/faults", {},
        R"({"rules":[{"match":{"method":"GET","path":"/icjs/v1/changes"},"every":2,"kind":"status","value":500}]})");
    BOOST_TEST(set.status == 200);
    gateway.get(changes);
    BOOST_TEST(gateway.get(changes).status == 500);
    const QJsonObject rule = gateway.get("/test/faults").json().value("rules"_L1).toArray().at(0).toObject();
    BOOST_TEST(rule.value("matched"_L1).toInt() == 2);
    BOOST_TEST(rule.value("fired"_L1).toInt() == 1);
    BOOST_TEST(gateway.request("DELETE", "/test/faults").status == 204);
    gateway.get(changes);
    BOOST_TEST(gateway.get(changes).status == 200);
    BOOST_TEST(gateway.request("POST", "/test/faults", {}, R"({"spec":"nonsense"})").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()
