#include "support/Gateway.h"

#include "base/CanonicalJson.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <boost/test/unit_test.hpp>

#include <thread>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString id(int n)
{
    return u"01900000-1111-7000-8000-%1"_s.arg(n, 12, 10, QLatin1Char('0'));
}

QJsonObject fir(int number)
{
    return {{u"ps_code"_s, u"13020004"_s},
            {u"fir_year"_s, 2025},
            {u"fir_no"_s, number},
            {u"contents"_s, u"चोरी"_s},
            {u"laws"_s, QJsonArray{QJsonObject{{u"act"_s, u"BNS"_s}, {u"section"_s, u"303(2)"_s}}}}};
}

QByteArray pathOf(const QString& record)
{
    return "/icjs/v1/records/fir/" + record.toLatin1();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_centre_push)

BOOST_AUTO_TEST_CASE(a_new_record_is_stored_and_can_be_read_back)
{
    Gateway gateway;
    const auto stored = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    BOOST_TEST(stored.status == 201);
    BOOST_TEST((stored.headers.at("etag") == "\"1\""));
    BOOST_TEST((stored.json().value("revision"_L1).toString() == u"1"_s));

    const auto read = gateway.get(pathOf(id(1)));
    BOOST_TEST(read.status == 200);
    BOOST_TEST((read.json().value("payload"_L1).toObject() == fir(1)));
    BOOST_TEST((read.headers.at("etag") == "\"1\""));
    BOOST_TEST(gateway.count(u"fir"_s) == 1);
}

BOOST_AUTO_TEST_CASE(the_same_key_and_content_get_the_same_answer_and_one_record)
{
    Gateway gateway;
    const auto first = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    gateway.clock.advanceDays(1);
    const auto again = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    BOOST_TEST(again.status == 201);
    BOOST_TEST((again.body == first.body));
    BOOST_TEST((again.headers.at("etag") == first.headers.at("etag")));
    BOOST_TEST(gateway.count(u"fir"_s) == 1);
}

BOOST_AUTO_TEST_CASE(an_old_key_answers_as_before_although_the_record_moved_on)
{
    Gateway gateway;
    const auto first = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    auto edited = fir(1);
    edited[u"contents"_s] = u"लूट"_s;
    BOOST_TEST(gateway.change(u"fir"_s, id(1), edited, "k2", "1").status == 200);
    BOOST_TEST((gateway.create(u"fir"_s, id(1), fir(1), "k1").body == first.body));
    BOOST_TEST((gateway.get(pathOf(id(1))).json().value("revision"_L1).toString() == u"2"_s));
}

BOOST_AUTO_TEST_CASE(the_same_key_with_other_content_is_refused)
{
    Gateway gateway;
    BOOST_TEST(gateway.create(u"fir"_s, id(1), fir(1), "k1").status == 201);
    const auto other = gateway.create(u"fir"_s, id(1), fir(2), "k1");
    BOOST_TEST(other.status == 422);
    BOOST_TEST((other.code() == u"idempotency_key_reused"_s));
    BOOST_TEST(gateway.create(u"fir"_s, id(2), fir(1), "k1").status == 422);
    BOOST_TEST(gateway.count(u"fir"_s) == 1);
}

BOOST_AUTO_TEST_CASE(creating_what_exists_shows_the_current_record)
{
    Gateway gateway;
    gateway.create(u"fir"_s, id(1), fir(1), "k1");
    auto mine = fir(1);
    mine[u"contents"_s] = u"दूसरा"_s;
    const auto refused = gateway.create(u"fir"_s, id(1), mine, "k2");
    BOOST_TEST(refused.status == 412);
    BOOST_TEST((refused.headers.at("content-type") == "application/problem+json"));
    const QJsonObject current = refused.json().value("current"_L1).toObject();
    BOOST_TEST((current.value("payload"_L1).toObject() == fir(1)));
    BOOST_TEST((current.value("revision"_L1).toString() == u"1"_s));
}

BOOST_AUTO_TEST_CASE(a_change_needs_the_current_revision)
{
    Gateway gateway;
    gateway.create(u"fir"_s, id(1), fir(1), "k1");
    auto edited = fir(1);
    edited[u"contents"_s] = u"लूट"_s;
    const auto changed = gateway.change(u"fir"_s, id(1), edited, "k2", "1");
    BOOST_TEST(changed.status == 200);
    BOOST_TEST((changed.headers.at("etag") == "\"2\""));

    const auto late = gateway.change(u"fir"_s, id(1), fir(1), "k3", "1");
    BOOST_TEST(late.status == 412);
    BOOST_TEST((late.code() == u"other_revision"_s));
    BOOST_TEST((late.json().value("current"_L1).toObject().value("payload"_L1).toObject() == edited));
    BOOST_TEST(gateway.change(u"fir"_s, id(9), fir(9), "k4", "1").status == 412);
}

BOOST_AUTO_TEST_CASE(preconditions_and_keys_are_asked_for)
{
    Gateway gateway;
    const QByteArray body = base::canonicalJson(fir(1));
    BOOST_TEST(gateway.request("PUT", pathOf(id(1)), {{"Idempotency-Key", "k"}}, body).status == 428);
    BOOST_TEST(gateway.request("PUT", pathOf(id(1)), {{"If-None-Match", "*"}}, body).status == 400);
    BOOST_TEST(gateway.request("PUT", pathOf(id(1)), {{"If-Match", "1"}, {"Idempotency-Key", "k"}}, body).status
               == 400);
    BOOST_TEST(gateway.count(u"fir"_s) == 0);
}

BOOST_AUTO_TEST_CASE(a_number_belongs_to_one_record)
{
    Gateway gateway;
    gateway.create(u"fir"_s, id(1), fir(45), "k1");
    const auto taken = gateway.create(u"fir"_s, id(2), fir(45), "k2");
    BOOST_TEST(taken.status == 409);
    BOOST_TEST((taken.code() == u"number_taken"_s));
    BOOST_TEST((taken.json().value("current"_L1).toObject().value("id"_L1).toString() == id(1)));
    BOOST_TEST(gateway.create(u"fir"_s, id(2), fir(46), "k2").status == 201);
    BOOST_TEST(gateway.change(u"fir"_s, id(2), fir(45), "k3", "1").status == 409);
    // The feed's own FIRs hold their numbers too.
    auto seeded = fir(10);
    seeded[u"fir_year"_s] = 2024;
    BOOST_TEST(gateway.create(u"fir"_s, id(3), seeded, "k4").status == 409);
}

BOOST_AUTO_TEST_CASE(a_number_of_a_final_report_belongs_to_one_report)
{
    Gateway gateway;
    const auto report = [](int number) {
        return QJsonObject{
            {u"fir_ref"_s, QJsonObject{{u"ps_code"_s, u"13020004"_s}, {u"fir_year"_s, 2025}, {u"fir_no"_s, 45}}},
            {u"fr_no"_s, number},
            {u"fr_year"_s, 2025},
            {u"fr_date"_s, u"2025-09-01"_s},
            {u"fr_type"_s, u"UNT"_s},
            {u"laws"_s, QJsonArray{QJsonObject{{u"act"_s, u"BNS"_s}, {u"section"_s, u"303(2)"_s}}}}};
    };
    BOOST_TEST(gateway.create(u"final_report"_s, id(1), report(12), "k1").status == 201);
    const auto taken = gateway.create(u"final_report"_s, id(2), report(12), "k2");
    BOOST_TEST(taken.status == 409);
    BOOST_TEST((taken.code() == u"number_taken"_s));
    BOOST_TEST(gateway.create(u"final_report"_s, id(2), report(13), "k2").status == 201);
    BOOST_TEST(gateway.create(u"fir"_s, id(3), fir(12), "k3").status == 201); // another series
    auto nobody = report(14);
    nobody[u"fr_type"_s] = u"CS"_s;
    const auto refused = gateway.create(u"final_report"_s, id(4), nobody, "k4");
    BOOST_TEST(refused.status == 422);
    BOOST_TEST((refused.json().value("errors"_L1).toArray().at(0)["pointer"_L1] == u"/accused"_s));
}

BOOST_AUTO_TEST_CASE(refused_fields_are_named_in_both_languages)
{
    Gateway gateway;
    auto wrong = fir(1);
    wrong.remove(u"ps_code"_s);
    wrong[u"laws"_s] = QJsonArray{QJsonObject{{u"act"_s, u"BNS"_s}}};
    const auto refused = gateway.create(u"fir"_s, id(1), wrong, "k1");
    BOOST_TEST(refused.status == 422);
    const QJsonArray errors = refused.json().value("errors"_L1).toArray();
    BOOST_REQUIRE(errors.size() == 2);
    BOOST_TEST((errors.at(0).toObject().value("pointer"_L1).toString() == u"/ps_code"_s));
    BOOST_TEST((errors.at(1).toObject().value("pointer"_L1).toString() == u"/laws/0/section"_s));
    const QJsonObject detail = errors.at(1).toObject().value("detail"_L1).toObject();
    BOOST_TEST(!detail.value("hi"_L1).toString().isEmpty());
    BOOST_TEST(!detail.value("en"_L1).toString().isEmpty());
    wrong[u"laws"_s] = QJsonArray();
    BOOST_TEST(gateway.create(u"fir"_s, id(1), wrong, "k2").status == 422);
}

BOOST_AUTO_TEST_CASE(hostile_bodies_are_refused)
{
    Gateway gateway;
    const GatewayHeaders headers{{"If-None-Match", "*"}, {"Idempotency-Key", "k"}};
    const auto put = [&](const QByteArray& body) {
        return gateway.request("PUT", pathOf(id(1)), headers, body).status;
    };
    BOOST_TEST(put("{\"ps_code\":") == 400);
    BOOST_TEST(put("[1,2]") == 400);
    BOOST_TEST(put("{\"a\":\"\xff\"}") == 400);
    BOOST_TEST(put("{\"a\":" + QByteArray(100, '[') + QByteArray(100, ']') + '}') == 422);
    BOOST_TEST(put("{\"a\":\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"}") == 413);
    BOOST_TEST(gateway.request("PUT", "/icjs/v1/records/FIR/" + id(1).toLatin1(), headers, "{}").status == 400);
    BOOST_TEST(gateway.request("PUT", "/icjs/v1/records/fir/12", headers, "{}").status == 400);
    BOOST_TEST(gateway.count(u"fir"_s) == 0);
}

BOOST_AUTO_TEST_CASE(a_batch_answers_each_request_at_its_place)
{
    Gateway gateway;
    const auto put = [](int n, const QJsonObject& payload, const QString& key) {
        return QJsonObject{{u"method"_s, u"PUT"_s},
                           {u"path"_s, u"/records/fir/"_s + id(n)},
                           {u"headers"_s, QJsonObject{{u"If-None-Match"_s, u"*"_s}, {u"Idempotency-Key"_s, key}}},
                           {u"body"_s, payload}};
    };
    const QJsonArray requests{put(1, fir(1), u"a"_s), put(2, fir(1), u"b"_s), put(3, {}, u"c"_s),
                              put(1, fir(1), u"a"_s), put(4, fir(4), u"d"_s)};
    const auto answer =
        gateway.request("POST", "/icjs/v1/batch", {}, base::canonicalJson(QJsonObject{{u"requests"_s, requests}}));
    BOOST_TEST(answer.status == 200);
    const QJsonArray responses = answer.json().value("responses"_L1).toArray();
    std::vector<int> statuses;
    for (const auto& response : responses)
        statuses.push_back(response.toObject().value("status"_L1).toInt());
    BOOST_TEST(statuses == (std::vector<int>{201, 409, 422, 201, 201}), boost::test_tools::per_element());
    const QJsonObject first = responses.at(0).toObject();
    BOOST_TEST((first.value("headers"_L1).toObject().value("ETag"_L1).toString() == u"\"1\""_s));
    BOOST_TEST((first.value("body"_L1).toObject() == responses.at(3).toObject().value("body"_L1).toObject()));
    BOOST_TEST(gateway.count(u"fir"_s) == 2);
}

BOOST_AUTO_TEST_CASE(a_batch_of_more_than_200_is_refused)
{
    Gateway gateway;
    QJsonArray requests;
    for (int i = 0; i <= 200; ++i)
        requests.append(QJsonObject());
    const auto answer =
        gateway.request("POST", "/icjs/v1/batch", {}, base::canonicalJson(QJsonObject{{u"requests"_s, requests}}));
    BOOST_TEST(answer.status == 400);
    BOOST_TEST((answer.code() == u"bad_batch"_s));
}

BOOST_AUTO_TEST_CASE(the_digest_of_accepted_records_does_not_depend_on_their_order)
{
    Gateway forth;
    Gateway back;
    for (int n = 1; n <= 5; ++n) {
        forth.create(u"fir"_s, id(n), fir(n), QByteArray::number(n));
        back.create(u"fir"_s, id(100 + n), fir(6 - n), QByteArray::number(n));
    }
    const auto digest = forth.state().value("accepted_digest"_L1).toString();
    BOOST_TEST(digest.size() == 64);
    BOOST_TEST((digest == back.state().value("accepted_digest"_L1).toString()));
    back.create(u"fir"_s, id(200), fir(77), "x");
    BOOST_TEST((digest != back.state().value("accepted_digest"_L1).toString()));
}

BOOST_AUTO_TEST_CASE(a_store_in_a_file_survives_a_restart)
{
    const QTemporaryDir folder;
    Gateway gateway({.storePath = folder.filePath(u"centre.db"_s)});
    const auto first = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    const QJsonObject before = gateway.state();
    const auto cursor = gateway.get("/icjs/v1/changes").json().value("next_cursor"_L1).toString().toLatin1();

    gateway.restart();

    const auto again = gateway.create(u"fir"_s, id(1), fir(1), "k1");
    BOOST_TEST(again.status == 201);
    BOOST_TEST((again.body == first.body));
    const QJsonObject after = gateway.state();
    for (const auto key : {"accepted"_L1, "accepted_digest"_L1, "served"_L1})
        BOOST_TEST((after.value(key) == before.value(key)));
    const auto page = gateway.get("/icjs/v1/changes?cursor=" + cursor);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.json().value("records"_L1).toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_store_file_serves_one_gateway)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"centre.db"_s);
    const Gateway gateway({.storePath = path});
    const GatewayClock clock;
    const GatewayDistrict district(10);
    gateway::GatewayServer second({.district = district, .clock = clock, .storePath = path});
    const auto started = second.start();
    BOOST_REQUIRE(!started.ok());
    BOOST_TEST((started.error().kind == ErrorKind::Busy));
}

BOOST_AUTO_TEST_CASE(stations_that_push_the_same_number_at_once_get_it_once)
{
    Gateway gateway;
    std::atomic<int> stored = 0;
    std::vector<std::thread> stations;
    for (int station = 0; station < 8; ++station)
        stations.emplace_back([&gateway, &stored, station] {
            for (int n = 1; n <= 10; ++n) {
                const auto key = QByteArray::number(station) + '-' + QByteArray::number(n);
                if (gateway.create(u"fir"_s, id(station * 100 + n), fir(n), key).status == 201)
                    ++stored;
            }
        });
    for (auto& station : stations)
        station.join();
    BOOST_TEST(stored.load() == 10);
    BOOST_TEST(gateway.count(u"fir"_s) == 10);
}

BOOST_AUTO_TEST_CASE(only_kinds_that_the_centre_keeps_are_taken)
{
    Gateway gateway;
    const auto refused = gateway.create(u"zzz"_s, id(1), fir(1), "k1");
    BOOST_TEST(refused.status == 422);
    BOOST_TEST((refused.code() == u"unknown_kind"_s));
    int n = 1;
    for (const QString& kind :
         {u"crime_detail"_s, u"seizure"_s, u"court_disposal"_s, u"gd"_s, u"case_diary"_s, u"complaint"_s}) {
        ++n;
        const QJsonObject payload{{u"note"_s, n}};
        BOOST_TEST(gateway.create(kind, id(n), payload, QByteArray::number(n)).status == 201, kind.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(an_fir_names_a_station_that_there_is_and_its_kind)
{
    Gateway gateway;
    const auto pointer = [&](const QJsonObject& payload, const QByteArray& key) {
        const auto refused = gateway.create(u"fir"_s, id(1), payload, key);
        BOOST_TEST(refused.status == 422);
        const QJsonArray errors = refused.json().value("errors"_L1).toArray();
        return errors.size() == 1 ? errors.first().toObject().value("pointer"_L1).toString().toStdString() : "";
    };
    auto elsewhere = fir(1);
    for (const QString& code : {u"99999999"_s, u"13020099"_s, u"1302000"_s, u"City"_s}) {
        elsewhere[u"ps_code"_s] = code;
        BOOST_TEST(pointer(elsewhere, "k1") == "/ps_code", code.toStdString());
    }
    auto kindless = fir(1);
    kindless[u"fir_kind"_s] = u" "_s;
    BOOST_TEST(pointer(kindless, "k2") == "/fir_kind");
    auto actless = fir(1);
    actless[u"laws"_s] = QJsonArray{QJsonObject{{u"act"_s, u""_s}, {u"section"_s, u"303(2)"_s}}};
    BOOST_TEST(pointer(actless, "k3") == "/laws/0/act");
    BOOST_TEST(gateway.create(u"fir"_s, id(1), fir(1), "k4").status == 201);
    elsewhere[u"ps_code"_s] = u"13021001"_s; // a neighbour's
    BOOST_TEST(gateway.create(u"fir"_s, id(2), elsewhere, "k5").status == 201);
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_json_by_its_own_word_is_refused)
{
    Gateway gateway;
    const QByteArray body = base::canonicalJson(fir(1));
    const auto put = [&](const QByteArray& type) {
        return gateway
            .request("PUT", pathOf(id(1)), {{"If-None-Match", "*"}, {"Idempotency-Key", "k"}, {"Content-Type", type}},
                     body)
            .status;
    };
    BOOST_TEST(put("text/plain") == 415);
    BOOST_TEST(put("application/x-www-form-urlencoded") == 415);
    BOOST_TEST(gateway.request("POST", "/icjs/v1/batch", {{"Content-Type", "text/plain"}}, "{}").status == 415);
    BOOST_TEST(gateway.count(u"fir"_s) == 0);
    BOOST_TEST(put("Application/JSON; charset=utf-8") == 201);
}

BOOST_AUTO_TEST_CASE(a_revision_already_held_is_not_sent_again)
{
    Gateway gateway;
    gateway.create(u"fir"_s, id(1), fir(1), "k1");
    const auto same = gateway.get(pathOf(id(1)), {{"If-None-Match", "\"1\""}});
    BOOST_TEST(same.status == 304);
    BOOST_TEST(same.body.isEmpty());
    BOOST_TEST((same.headers.at("etag") == "\"1\""));
    BOOST_TEST(gateway.get(pathOf(id(1)), {{"If-None-Match", "\"2\""}}).status == 200);
    BOOST_TEST(gateway.get(pathOf(id(2)), {{"If-None-Match", "\"1\""}}).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
