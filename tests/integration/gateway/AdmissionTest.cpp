#include "support/Gateway.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<quint16> startedOn(const QString& listen, std::vector<QByteArray> tokens)
{
    const GatewayClock clock;
    const GatewayDistrict district(1);
    gateway::GatewayServer server(
        {.district = district, .clock = clock, .listen = listen, .tokens = std::move(tokens)});
    return server.start();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_admission)

BOOST_AUTO_TEST_CASE(a_token_is_asked_for_everywhere_but_for_health)
{
    Gateway gateway({.tokens = {"first-token", "second-token"}});
    for (const auto* path : {"/icjs/v1/changes", "/sources/cas/fir/keys?Year=2024", "/metrics", "/openapi.json",
                             "/test/state", "/nowhere"}) {
        const auto refused = gateway.get(path);
        BOOST_TEST(refused.status == 401, path);
        BOOST_TEST((refused.headers.at("www-authenticate") == "Bearer"));
        BOOST_TEST(gateway.get(path, {{"Authorization", "Bearer first-tokem"}}).status == 401, path);
    }
    BOOST_TEST(gateway.get("/healthz").status == 200);
    BOOST_TEST(gateway.get("/icjs/v1/changes", {{"Authorization", "Bearer second-token"}}).status == 200);
    BOOST_TEST(gateway.get("/icjs/v1/changes", {{"Authorization", "Basic second-token"}}).status == 401);
    BOOST_TEST(gateway.request("PUT", "/icjs/v1/records/fir/x", {}, QByteArray(100'000, ' ')).status == 401);
}

BOOST_AUTO_TEST_CASE(other_addresses_need_a_token_and_tls)
{
    const auto open = startedOn(u"0.0.0.0:0"_s, {});
    BOOST_REQUIRE(!open.ok());
    BOOST_TEST((open.error().code == u"gateway.listen_needs_token"_s));
    BOOST_TEST((open.error().kind == ErrorKind::BadUsage));
    const auto clear = startedOn(u"0.0.0.0:0"_s, {"token"});
    BOOST_REQUIRE(!clear.ok());
    BOOST_TEST((clear.error().code == u"gateway.listen_needs_tls"_s));
    BOOST_TEST((startedOn(u"nowhere"_s, {}).error().code == u"gateway.bad_address"_s));
    BOOST_TEST(startedOn(u"[::1]:0"_s, {}).ok());
    BOOST_TEST(startedOn(u"localhost:0"_s, {}).ok());
}

BOOST_AUTO_TEST_CASE(test_routes_need_leave)
{
    Gateway gateway({.allowTest = false});
    BOOST_TEST(gateway.get("/test/state").status == 404);
    BOOST_TEST(gateway.request("POST", "/test/faults").status == 404);
    BOOST_TEST(gateway.request("DELETE", "/icjs/v1/records/fir/01900000-0000-7000-8000-000000000010").status == 405);
}

BOOST_AUTO_TEST_CASE(too_many_requests_are_slowed_down)
{
    Gateway gateway({.requestsPerSecond = 1});
    std::vector<GatewayAnswer> answers;
    for (int i = 0; i < 20; ++i)
        answers.push_back(gateway.get("/icjs/v1/health"));
    const auto slowed = std::find_if(answers.begin(), answers.end(), [](const auto& a) { return a.status == 429; });
    BOOST_TEST(answers.front().status == 200);
    BOOST_REQUIRE((slowed != answers.end()));
    BOOST_TEST((slowed->headers.at("retry-after") == "1"));
    BOOST_TEST(gateway.get("/healthz").status == 200);
}

BOOST_AUTO_TEST_CASE(refusals_are_problem_documents)
{
    Gateway gateway;
    const auto unknown = gateway.get("/icjs/v1/nothing");
    BOOST_TEST(unknown.status == 404);
    BOOST_TEST((unknown.headers.at("content-type") == "application/problem+json"));
    BOOST_TEST(unknown.json().value("status"_L1).toInt() == 404);
    const auto method = gateway.request("POST", "/icjs/v1/changes");
    BOOST_TEST(method.status == 405);
    BOOST_TEST((method.headers.at("allow") == "GET, HEAD"));
    BOOST_TEST(gateway.request("PUT", "/icjs/v1/batch", {{"Content-Encoding", "gzip"}}, "x").status == 415);
}

BOOST_AUTO_TEST_CASE(head_answers_without_a_body)
{
    Gateway gateway;
    for (const auto* path : {"/healthz", "/icjs/v1/health", "/icjs/v1/changes", "/sources/cas/fir/keys?Year=2024"}) {
        const auto head = gateway.request("HEAD", path);
        BOOST_TEST(head.status == 200, path);
        BOOST_TEST(head.body.isEmpty(), path);
    }
}

BOOST_AUTO_TEST_CASE(metrics_count_by_route_and_status)
{
    Gateway gateway;
    gateway.get("/icjs/v1/records/fir/01900000-0000-7000-8000-000000000010");
    gateway.get("/icjs/v1/records/fir/01900000-0000-7000-8000-000000000011");
    gateway.faults(u"/icjs/v1/health:cut-before"_s);
    gateway.get("/icjs/v1/health");
    const QByteArray text = gateway.get("/metrics").body;
    const QByteArray counter = "ekatra_gateway_requests_total{route=\"/icjs/v1/records/{kind}/{id}\",status=";
    BOOST_TEST(text.contains(counter + "\"200\"} 1\n"));
    BOOST_TEST(text.contains(counter + "\"404\"} 1\n"));
    BOOST_TEST(text.contains("status=\"cut\"} 1\n"));
    BOOST_TEST(text.contains("ekatra_gateway_request_seconds_count{route=\"/icjs/v1/records/{kind}/{id}\"} 2\n"));
}

BOOST_AUTO_TEST_CASE(the_api_describes_itself)
{
    Gateway gateway;
    const QJsonObject description = gateway.get("/openapi.json").json();
    BOOST_TEST(description.value("openapi"_L1).toString().startsWith(u"3.1"));
    for (const auto path : {"/changes"_L1, "/records/{kind}/{id}"_L1, "/batch"_L1, "/health"_L1})
        BOOST_TEST(description.value("paths"_L1).toObject().contains(path));
}

BOOST_AUTO_TEST_SUITE_END()
