// A process killed at any moment loses nothing that it had said was done, and the next run ends where an undisturbed
// one would have.
#include "fault/KillLoop.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;

BOOST_AUTO_TEST_SUITE(fault_kill_slow)

BOOST_AUTO_TEST_CASE(a_pull_killed_again_and_again_ends_like_a_clean_one)
{
    const GatewayProcess gateway(
        {QStringLiteral("--data"), QStringLiteral("practice"), QStringLiteral("--size"), QStringLiteral("3000")});
    Workstation clean;
    clean.connectTo(gateway);
    const int whole = duration(clean, words("pull"));
    const QJsonObject expected = clean.expect(words("info")).object();
    BOOST_REQUIRE(expected.value(QStringLiteral("counts")).toObject().value(QStringLiteral("fir")).toInt() == 3000);

    const quint32 seed = QRandomGenerator::system()->generate();
    BOOST_TEST_MESSAGE("seed " << seed);
    QRandomGenerator random(seed);
    Workstation hurt;
    hurt.connectTo(gateway);
    int killed = 0;
    // The first comes early for certain; later ones may find little left to do.
    for (int round = 0; round < rounds(); ++round)
        killed += hurt.killDuring(words("pull"), round == 0 ? whole / 4 : random.bounded(whole / 4, whole)) ? 1 : 0;
    BOOST_TEST(killed > 0);
    hurt.expect(words("pull"));
    const QJsonObject actual = hurt.expect(words("info")).object();
    BOOST_TEST((actual.value(QStringLiteral("counts")) == expected.value(QStringLiteral("counts"))));
    BOOST_TEST((actual.value(QStringLiteral("content_digest")) == expected.value(QStringLiteral("content_digest"))));
    hurt.expect(words("verify"));
}

BOOST_AUTO_TEST_CASE(a_push_killed_again_and_again_leaves_each_fir_once_at_the_centre)
{
    const GatewayProcess gateway(
        {QStringLiteral("--data"), QStringLiteral("practice"), QStringLiteral("--size"), QStringLiteral("100")});
    Workstation station;
    station.connectTo(gateway);
    station.expect(words("pull"));
    const QByteArray example = station.expect(words("form show fir --example")).out;
    QJsonObject payload = QJsonDocument::fromJson(example).object();
    payload.remove(QStringLiteral("fir_no")); // the next free one is given
    const int submitted = 12;
    QByteArray many;
    for (int i = 0; i < submitted; ++i)
        many += QJsonDocument(payload).toJson(QJsonDocument::Compact) + '\n';
    station.expect(words("record new fir --file - --submit"), many);
    gateway.faults(QStringLiteral("PUT:/icjs/v1/records:delay=60"));

    QRandomGenerator random(QRandomGenerator::system()->generate());
    for (int round = 0; round < rounds(); ++round) {
        station.killDuring(words("push"), random.bounded(250, 900));
        (void)station.run(words("outbox retry"));
    }
    gateway.faults(QString());
    (void)station.run(words("outbox retry"));
    station.expect(words("push"));
    const QJsonObject state = gateway.state();
    BOOST_TEST(state.value(QStringLiteral("accepted")).toObject().value(QStringLiteral("fir")).toInt() == submitted);
    for (const QJsonObject& row : station.run(words("outbox list")).objects())
        BOOST_TEST((row.value(QStringLiteral("state")) == QStringLiteral("accepted")));
}

BOOST_AUTO_TEST_SUITE_END()
