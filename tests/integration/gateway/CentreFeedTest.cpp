#include "support/Gateway.h"

#include "base/CanonicalJson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTemporaryDir>

#include <boost/test/unit_test.hpp>

#include <set>
#include <thread>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString id(int n)
{
    return u"01900000-2222-7000-8000-%1"_s.arg(n, 12, 10, QLatin1Char('0'));
}

QJsonObject complaint(int n)
{
    return {{u"contents"_s, u"दरखास्त नम्बर %1"_s.arg(n)}};
}

GatewayAnswer page(const Gateway& gateway, const QString& cursor, int limit)
{
    return gateway.get("/icjs/v1/changes?limit=" + QByteArray::number(limit) + "&cursor=" + cursor.toLatin1());
}

QString next(const GatewayAnswer& answer)
{
    return answer.json().value("next_cursor"_L1).toString();
}

QJsonArray records(const GatewayAnswer& answer)
{
    return answer.json().value("records"_L1).toArray();
}

bool hasMore(const GatewayAnswer& answer)
{
    return answer.json().value("has_more"_L1).toBool();
}

QByteArray pathOf(const QString& record)
{
    return "/icjs/v1/records/complaint/" + record.toLatin1();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_centre_feed)

BOOST_AUTO_TEST_CASE(the_feed_begins_with_the_districts_seeds)
{
    Gateway gateway({.firs = 100});
    const auto first = page(gateway, {}, 4);
    BOOST_TEST(first.status == 200);
    BOOST_TEST(records(first).size() == 4);
    BOOST_TEST(hasMore(first));
    const auto rest = page(gateway, next(first), 5000);
    BOOST_TEST(records(rest).size() == 6);
    BOOST_TEST(!hasMore(rest));
    BOOST_TEST(records(page(gateway, next(rest), 10)).isEmpty());
    BOOST_TEST(gateway.state().value("served"_L1).toObject().value("icjs"_L1).toObject().value("fir"_L1).toInt() == 10);
}

BOOST_AUTO_TEST_CASE(the_digest_fits_the_records)
{
    Gateway gateway;
    gateway.create(u"complaint"_s, id(1), complaint(1), "k");
    const auto answer = page(gateway, {}, 100);
    const QByteArray expected =
        QCryptographicHash::hash(base::canonicalJson(records(answer)), QCryptographicHash::Sha256);
    BOOST_TEST((answer.json().value("digest"_L1).toString().toLatin1() == "sha-256:" + expected.toHex()));
    BOOST_TEST(records(answer).size() == 11);
}

BOOST_AUTO_TEST_CASE(a_deletion_leaves_a_tombstone_in_the_feed)
{
    Gateway gateway({.firs = 0});
    gateway.create(u"complaint"_s, id(1), complaint(1), "k");
    const QString cursor = next(page(gateway, {}, 10));
    BOOST_TEST(gateway.request("DELETE", pathOf(id(1))).status == 204);
    BOOST_TEST(gateway.request("DELETE", pathOf(id(1))).status == 404);
    BOOST_TEST(gateway.get(pathOf(id(1))).status == 404);

    const QJsonArray changed = records(page(gateway, cursor, 10));
    BOOST_REQUIRE(changed.size() == 1);
    const QJsonObject tombstone{
        {u"kind"_s, u"complaint"_s}, {u"id"_s, id(1)}, {u"revision"_s, u"2"_s}, {u"deleted"_s, true}};
    BOOST_TEST((changed.at(0).toObject() == tombstone));
    BOOST_TEST(gateway.count(u"complaint"_s) == 0);
}

BOOST_AUTO_TEST_CASE(a_cursor_older_than_the_tombstones_kept_is_gone)
{
    Gateway gateway({.firs = 0});
    gateway.create(u"complaint"_s, id(1), complaint(1), "k1");
    const QString old = next(page(gateway, {}, 10));
    gateway.request("DELETE", pathOf(id(1)));
    gateway.create(u"complaint"_s, id(2), complaint(2), "k2");
    const QString recent = next(page(gateway, {}, 10));

    gateway.clock.advanceDays(179);
    BOOST_TEST(gateway.request("POST", "/test/prune").json().value("pruned"_L1).toInt() == 0);
    BOOST_TEST(page(gateway, old, 10).status == 200);

    gateway.clock.advanceDays(2);
    BOOST_TEST(gateway.request("POST", "/test/prune").json().value("pruned"_L1).toInt() == 1);
    const auto gone = page(gateway, old, 10);
    BOOST_TEST(gone.status == 410);
    BOOST_TEST((gone.code() == u"cursor_gone"_s));
    BOOST_TEST(page(gateway, recent, 10).status == 200);
    BOOST_TEST(records(page(gateway, {}, 10)).size() == 1);
    // The record's keys went with it.
    BOOST_TEST(gateway.create(u"complaint"_s, id(3), complaint(3), "k1").status == 201);
}

BOOST_AUTO_TEST_CASE(a_cursor_of_another_history_is_gone)
{
    Gateway gateway({.firs = 0});
    gateway.create(u"complaint"_s, id(1), complaint(1), "k1");
    gateway.create(u"complaint"_s, id(2), complaint(2), "k2");
    const QString cursor = next(page(gateway, {}, 10));

    gateway.restart(); // in memory: the centre forgot
    BOOST_TEST(page(gateway, cursor, 10).status == 410);
    gateway.create(u"complaint"_s, id(3), complaint(3), "k3");
    gateway.create(u"complaint"_s, id(4), complaint(4), "k4");
    BOOST_TEST(page(gateway, cursor, 10).status == 410);
}

BOOST_AUTO_TEST_CASE(equal_districts_give_equal_bytes)
{
    Gateway one;
    Gateway other;
    BOOST_TEST((page(one, {}, 7).body == page(other, {}, 7).body));
}

BOOST_AUTO_TEST_CASE(a_malformed_cursor_or_limit_is_refused)
{
    Gateway gateway;
    for (const auto* path : {"?cursor=abc", "?cursor=%25%25", "?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?limit=0",
                             "?limit=5001", "?limit=many"})
        BOOST_TEST(gateway.get(QByteArray("/icjs/v1/changes") + path).status == 400, path);
}

BOOST_AUTO_TEST_CASE(a_reader_beside_writers_sees_each_record_once)
{
    const QTemporaryDir folder;
    for (const QString& store : {QString(), folder.filePath(u"centre.db"_s)}) {
        Gateway gateway({.firs = 0, .storePath = store});
        constexpr int writers = 4;
        constexpr int each = 25;
        std::atomic<int> writing = writers;
        std::vector<std::thread> stations;
        for (int writer = 0; writer < writers; ++writer)
            stations.emplace_back([&gateway, &writing, writer] {
                for (int n = 0; n < each; ++n) {
                    const int number = writer * each + n;
                    gateway.create(u"complaint"_s, id(number), complaint(number), QByteArray::number(number));
                }
                --writing;
            });
        std::multiset<QString> seen;
        QString cursor;
        for (bool last = false;;) {
            last = writing == 0;
            const auto answer = page(gateway, cursor, 3);
            cursor = next(answer);
            for (const auto& record : records(answer))
                seen.insert(record.toObject().value("id"_L1).toString());
            if (last && !hasMore(answer))
                break;
        }
        for (auto& station : stations)
            station.join();
        BOOST_TEST(seen.size() == std::size_t{writers * each});
        BOOST_TEST((std::set<QString>(seen.begin(), seen.end()).size() == seen.size()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
