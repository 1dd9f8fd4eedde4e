// A process killed while it makes a store, takes in what an operator submits, or makes the index anew: what it had said
// was done is there, and the rest can be done again.
#include "fault/KillLoop.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>

using namespace ekatra::test;

BOOST_AUTO_TEST_SUITE(fault_kill_store_slow)

BOOST_AUTO_TEST_CASE(a_store_killed_while_it_is_made_is_either_not_there_or_whole)
{
    const QStringList init = words("init --station 13020004 --user sho");
    const Workstation timed(Workstation::Store::Missing);
    const int whole = duration(timed, init);
    QRandomGenerator random(QRandomGenerator::system()->generate());
    int killed = 0;
    // Each round derives the key of a new store at its full cost, several times.
    for (int round = 0; round < rounds() / 2; ++round) {
        const Workstation station(Workstation::Store::Missing);
        killed += station.killDuring(init, random.bounded(whole)) ? 1 : 0;
        const Ran looked = station.run(words("info"));
        if (looked.exitCode != 0) {
            BOOST_TEST((looked.failure().value(QStringLiteral("code")) == QStringLiteral("store.missing")),
                       looked.err.toStdString());
            station.expect(init);
        }
        station.expect(words("verify"));
    }
    BOOST_TEST(killed > 0);
}

BOOST_AUTO_TEST_CASE(a_fir_that_was_said_to_be_submitted_outlives_any_kill)
{
    Workstation station;
    QJsonObject payload = QJsonDocument::fromJson(station.expect(words("form show fir --example")).out).object();
    payload.remove(QStringLiteral("fir_no")); // the next free one is given
    const QString file = station.file(QStringLiteral("fir.json"), QJsonDocument(payload).toJson());
    const QStringList submit = words("record new fir --submit --file") + QStringList{file};
    const int whole = duration(station, submit);
    QRandomGenerator random(QRandomGenerator::system()->generate());
    QStringList said; // ids of what was said to be done
    for (int round = 0; round < rounds(); ++round) {
        const auto process = station.start(submit);
        process->waitForFinished(random.bounded(whole / 2, whole + whole / 4));
        process->kill();
        process->waitForFinished(-1);
        const QByteArray out = process->readAllStandardOutput();
        if (out.endsWith('\n'))
            said.append(QJsonDocument::fromJson(out).object().value(QStringLiteral("id")).toString());
    }
    station.expect(words("verify"));
    for (const QString& id : said) {
        const QJsonObject record = station.expect({QStringLiteral("show"), id}).object();
        BOOST_TEST((record.value(QStringLiteral("state")) == QStringLiteral("ready")));
    }
    // Each of those, and of the others, is wholly there or not at all: with a number of its own and in the outbox.
    QSet<QString> numbers;
    int waiting = 0;
    for (const QJsonObject& row : station.expect(words("outbox list")).objects()) {
        numbers.insert(row.value(QStringLiteral("number")).toString());
        ++waiting;
    }
    BOOST_TEST(waiting == numbers.size());
    BOOST_TEST(waiting >= said.size() + 1);
    station.expect(submit);
}

BOOST_AUTO_TEST_CASE(an_index_killed_while_it_is_made_anew_finds_everything_in_the_end)
{
    const GatewayProcess gateway({QStringLiteral("--size"), QStringLiteral("1500")});
    Workstation station;
    station.connectTo(gateway);
    station.expect(words("pull"));
    const QStringList search = words("search kumar --limit 1000");
    const QByteArray expected = station.expect(search).out;
    BOOST_REQUIRE(!expected.isEmpty());
    QRandomGenerator random(QRandomGenerator::system()->generate());
    int killed = 0;
    for (int round = 0; round < rounds(); ++round) {
        station.forgetIndex();
        killed += station.killDuring(search, random.bounded(50, 600)) ? 1 : 0;
        if (round % 5 == 0)
            BOOST_TEST((station.expect(search).out == expected));
    }
    BOOST_TEST(killed > 0);
    BOOST_TEST((station.expect(search).out == expected));
    station.expect(words("verify"));
}

BOOST_AUTO_TEST_SUITE_END()
