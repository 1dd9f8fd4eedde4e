#include "support/Programs.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

#include <csignal>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

QByteArray storeHash(const Workstation& workstation)
{
    BOOST_TEST(!QFile::exists(workstation.folder() + u"/store.ekatra-wal"_s));
    return hashOf(workstation.folder() + u"/store.ekatra"_s);
}

QJsonObject info(const Workstation& workstation)
{
    return workstation.expect({u"info"_s}).object();
}

QString digest(const Workstation& workstation)
{
    return info(workstation).value("content_digest"_L1).toString();
}

QJsonObject counts(const Workstation& workstation)
{
    return info(workstation).value("counts"_L1).toObject();
}

QJsonObject served(const GatewayProcess& gateway)
{
    return gateway.state().value("served"_L1).toObject().value("cas"_L1).toObject();
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toInteger(-1);
}

std::string code(const QJsonObject& error)
{
    return error.value("code"_L1).toString().toStdString();
}

// The id of a FIR that waits for the centre.
QString submitFir(const Workstation& workstation)
{
    return workstation.expect({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s})
        .object()
        .value("id"_L1)
        .toString();
}

std::string stateOf(const Workstation& workstation, const QString& id)
{
    return workstation.expect({u"show"_s, id}).object().value("state"_L1).toString().toStdString();
}

// Ends when `process` does.
int interrupted(QProcess& process)
{
    BOOST_REQUIRE(::kill(static_cast<pid_t>(process.processId()), SIGINT) == 0);
    BOOST_REQUIRE(process.waitForFinished(120'000));
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_sync)

BOOST_AUTO_TEST_CASE(a_pull_says_for_each_source_and_kind_what_it_did)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const Ran pulled = workstation.expect({u"pull"_s});
    BOOST_TEST(pulled.err.isEmpty());
    const auto lines = pulled.objects();
    BOOST_REQUIRE(lines.size() == 2U);
    for (const QJsonObject& line : lines) {
        for (const char* key : {"fetched", "added", "changed", "deleted", "unchanged", "quarantined", "bytes"})
            BOOST_TEST(number(line, key) >= 0, key);
        BOOST_TEST(line.value("seconds"_L1).isDouble());
        BOOST_TEST(number(line, "bytes") > 0);
        BOOST_TEST(!line.contains("error"_L1));
    }
    BOOST_TEST(lines[0].value("source"_L1).toString().toStdString() == "cas");
    BOOST_TEST(lines[1].value("source"_L1).toString().toStdString() == "icjs");

    const QJsonObject given = served(gateway);
    const QJsonObject kinds = lines[0].value("kinds"_L1).toObject();
    BOOST_TEST((kinds.keys() == given.keys()));
    for (const QString& kind : given.keys()) {
        BOOST_TEST(number(kinds.value(kind).toObject(), "fetched") == given.value(kind).toInteger());
        BOOST_TEST(number(kinds.value(kind).toObject(), "added") == given.value(kind).toInteger());
    }
    BOOST_TEST((counts(workstation) == given));
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(a_second_pull_adds_nothing_and_leaves_the_file_as_it_is)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    workstation.expect({u"pull"_s});
    const QByteArray before = storeHash(workstation);
    for (const QJsonObject& line : workstation.expect({u"pull"_s}).objects()) {
        for (const char* key : {"added", "changed", "deleted", "quarantined"})
            BOOST_TEST(number(line, key) == 0, key);
        BOOST_TEST(number(line, "unchanged") == number(line, "fetched"));
    }
    BOOST_TEST((storeHash(workstation) == before));
}

BOOST_AUTO_TEST_CASE(a_full_pull_reads_everything_again_and_changes_nothing)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    workstation.expect({u"pull"_s});
    const QString before = digest(workstation);
    const auto lines = workstation.expect({u"pull"_s, u"cas"_s, u"--full"_s}).objects();
    BOOST_REQUIRE(lines.size() == 1U);
    qint64 all = 0;
    for (const QJsonValue& count : served(gateway))
        all += count.toInteger();
    BOOST_TEST(number(lines[0], "unchanged") == all);
    BOOST_TEST(number(lines[0], "deleted") == 0);
    BOOST_TEST((digest(workstation) == before));
}

BOOST_AUTO_TEST_CASE(a_first_load_may_begin_with_a_day_and_be_completed_later)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const qint64 all = served(gateway).value("fir"_L1).toInteger();
    workstation.expect({u"pull"_s, u"cas"_s, u"--from"_s, u"2025-01-01"_s});
    const qint64 part = counts(workstation).value("fir"_L1).toInteger();
    BOOST_TEST(part > 0);
    BOOST_TEST(part < all);
    workstation.expect({u"pull"_s, u"cas"_s, u"--from"_s, u"01/01/2000"_s});
    BOOST_TEST(counts(workstation).value("fir"_L1).toInteger() == all);
    BOOST_TEST(workstation.run({u"pull"_s, u"--from"_s, u"31/02/2024"_s}).exitCode == 2);
    BOOST_TEST(workstation.run({u"pull"_s, u"--from"_s, u"2024-01-01"_s, u"--full"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(ctrl_c_keeps_what_was_read_and_the_next_pull_goes_on)
{
    const GatewayProcess gateway;
    const Workstation whole;
    whole.connectTo(gateway);
    whole.expect({u"pull"_s});

    const Workstation workstation;
    workstation.connectTo(gateway);
    gateway.faults(u"GET:/sources/cas/fir:nth=120:hang"_s);
    const qint64 before = gateway.state().value("requests"_L1).toObject().value("cas"_L1).toInteger();
    const auto pull = workstation.start({u"pull"_s});
    while (gateway.state().value("requests"_L1).toObject().value("cas"_L1).toInteger() < before + 119)
        BOOST_REQUIRE(!pull->waitForFinished(10));
    BOOST_TEST(interrupted(*pull) == 7);
    const QJsonObject line = QJsonDocument::fromJson(pull->readAllStandardOutput()).object();
    BOOST_TEST(code(line.value("error"_L1).toObject()) == "sync.cancelled");
    BOOST_TEST(number(line, "added") > 0);
    BOOST_TEST(counts(workstation).value("fir"_L1).toInteger() == number(line, "added"));
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());

    gateway.faults({});
    workstation.expect({u"pull"_s});
    BOOST_TEST((digest(workstation) == digest(whole)));
}

BOOST_AUTO_TEST_CASE(a_service_lets_the_store_go_between_two_rounds_and_stops_when_told)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const auto service = workstation.start({u"sync"_s, u"--every"_s, u"1h"_s});
    QByteArray said;
    while (said.count('\n') < 3) {
        BOOST_REQUIRE(service->waitForReadyRead(120'000));
        said += service->readAllStandardOutput();
    }
    BOOST_TEST(said.startsWith("{\"accepted\":0")); // it pushes first
    BOOST_TEST((counts(workstation) == served(gateway)));
    BOOST_TEST(interrupted(*service) == 0);
    BOOST_TEST(service->readAllStandardError().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_submitted_fir_reaches_the_centre_once)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const QString id = submitFir(workstation);
    const QJsonObject pushed = workstation.expect({u"push"_s}).object();
    BOOST_TEST(pushed.value("centre"_L1).toString().toStdString() == "icjs");
    BOOST_TEST(number(pushed, "accepted") == 1);
    for (const char* key : {"rejected", "conflicted", "waiting"})
        BOOST_TEST(number(pushed, key) == 0, key);
    BOOST_TEST(stateOf(workstation, id) == "accepted");
    BOOST_TEST(workstation.expect({u"outbox"_s, u"list"_s}).out.isEmpty());
    const auto settled = workstation.expect({u"outbox"_s, u"list"_s, u"--all"_s}).objects();
    BOOST_REQUIRE(settled.size() == 1U);
    BOOST_TEST(settled[0].value("state"_L1).toString().toStdString() == "accepted");
    BOOST_TEST(number(workstation.expect({u"push"_s}).object(), "accepted") == 0);
    BOOST_TEST(number(gateway.state().value("accepted"_L1).toObject(), "fir") == 1);
}

BOOST_AUTO_TEST_CASE(what_the_centre_cannot_take_now_waits_and_goes_when_told_to)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const QString id = submitFir(workstation);
    gateway.faults(u"/icjs/v1:status=503"_s);
    const Ran failed = workstation.run({u"push"_s});
    BOOST_TEST(failed.exitCode == 6, failed.out.toStdString() << failed.err.toStdString());
    BOOST_TEST(stateOf(workstation, id) == "ready");
    const QJsonObject status = workstation.expect({u"status"_s}).object();
    BOOST_TEST(number(status.value("outbox"_L1).toObject(), "waiting") == 1);
    BOOST_TEST(!status.value("last_push"_L1).toObject().isEmpty());

    gateway.faults(u"/icjs/v1:nth=1:cut-after"_s);
    BOOST_TEST(number(workstation.expect({u"outbox"_s, u"retry"_s}).object(), "retried") == 1);
    (void)workstation.run({u"push"_s}); // the answer is lost
    gateway.faults({});
    (void)workstation.run({u"outbox"_s, u"retry"_s});
    workstation.expect({u"sync"_s});
    BOOST_TEST(stateOf(workstation, id) == "accepted");
    BOOST_TEST(number(gateway.state().value("accepted"_L1).toObject(), "fir") == 1);
}

BOOST_AUTO_TEST_CASE(without_a_centre_nothing_is_sent_and_nothing_lost)
{
    const Workstation workstation;
    const QString id = submitFir(workstation);
    const Ran pushed = workstation.run({u"push"_s});
    BOOST_TEST(pushed.exitCode == 2);
    BOOST_TEST(code(pushed.failure()) == "source.no_centre");
    BOOST_TEST(pushed.failure().value("hint"_L1).toString().contains("source add icjs"_L1));
    BOOST_TEST(workstation.say({u"push"_s}, u"hi"_s).err.contains(u"केंद्र अभी जोड़ा नहीं गया"_s.toUtf8()));
    BOOST_TEST(stateOf(workstation, id) == "ready");
    const Ran synced = workstation.run({u"sync"_s});
    BOOST_TEST(synced.exitCode == 1);
    BOOST_TEST(code(synced.failure()) == "cli.no_sources");
}

BOOST_AUTO_TEST_CASE(status_tells_of_each_source_before_and_after_its_runs)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const auto source = [&] {
        return workstation.expect({u"status"_s}).object().value("sources"_L1).toArray().first().toObject();
    };
    BOOST_TEST(source().value("id"_L1).toString().toStdString() == "cas");
    BOOST_TEST(!source().contains("last_run"_L1));
    BOOST_TEST(workstation.say({u"status"_s}, u"hi"_s).out.contains(u"कभी नहीं चला"_s.toUtf8()));
    workstation.expect({u"pull"_s, u"cas"_s});
    BOOST_TEST(source().value("result"_L1).toString().toStdString() == "ok");
    BOOST_TEST(source().value("last_run"_L1).toString().endsWith("+05:30"_L1));
    BOOST_TEST(number(source(), "cursor_age_seconds") >= 0);
    gateway.faults(u"/sources/cas:html"_s);
    BOOST_TEST(workstation.run({u"pull"_s, u"cas"_s}).exitCode == 6);
    const QJsonObject failed = source();
    BOOST_TEST(failed.value("result"_L1).toString().toStdString() == "sources.not_json");
    BOOST_TEST(failed.value("last_success"_L1).toString().endsWith("+05:30"_L1));
    for (const QString& language : {u"en"_s, u"hi"_s})
        BOOST_TEST(!workstation.say({u"status"_s}, language).out.contains("sources."));
}

BOOST_AUTO_TEST_CASE(a_pull_speaks_hindi_to_people)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    const Ran pulled = workstation.say({u"pull"_s}, u"hi"_s);
    BOOST_TEST(pulled.exitCode == 0);
    const QStringList lines = QString::fromUtf8(pulled.out).split(u'\n', Qt::SkipEmptyParts);
    BOOST_REQUIRE(lines.size() == 2);
    BOOST_TEST((lines[0].startsWith(u"cas: आए "_s)), lines[0].toStdString());
    BOOST_TEST(!pulled.out.contains('{'));
    const Ran english = workstation.say({u"pull"_s, u"cas"_s});
    for (const char* word : {"fetched", "added", "changed", "deleted", "unchanged", "quarantined"})
        BOOST_TEST(english.out.contains(word), word);
}

BOOST_AUTO_TEST_SUITE_END()
