#include "support/Programs.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList dirty{u"--size"_s, u"300"_s, u"--dirty"_s, u"2"_s, u"--seed"_s, u"11"_s};
const QStringList mended{u"--size"_s, u"300"_s, u"--dirty"_s, u"0"_s, u"--seed"_s, u"11"_s};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QJsonObject counts(const Workstation& workstation)
{
    return workstation.expect({u"info"_s}).object().value("counts"_L1).toObject();
}

QJsonObject served(const GatewayProcess& gateway)
{
    return gateway.state().value("served"_L1).toObject().value("cas"_L1).toObject();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toString();
}

std::string codeOf(const Ran& ran)
{
    return text(ran.failure(), "code").toStdString();
}

void addCas(const Workstation& workstation, const GatewayProcess& gateway)
{
    workstation.expect({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, gateway.cas()});
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_source)

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_read_are_set_aside_and_taken_once_the_source_is_mended)
{
    const GatewayProcess gateway(dirty);
    const Workstation workstation;
    addCas(workstation, gateway);
    const Ran pulled = workstation.run({u"pull"_s});
    BOOST_TEST(pulled.exitCode == 7);

    const auto rows = workstation.expect({u"quarantine"_s, u"list"_s}).objects();
    BOOST_REQUIRE(!rows.empty());
    BOOST_TEST(pulled.object().value("quarantined"_L1).toInteger() == static_cast<qint64>(rows.size()));
    QMap<QString, qint64> setAside;
    for (const QJsonObject& row : rows) {
        ++setAside[text(row, "kind")];
        for (const char* key : {"source", "kind", "key", "reason", "message", "first_seen", "last_seen"})
            BOOST_TEST(!text(row, key).isEmpty(), key);
        const QString id = QString::number(row.value("id"_L1).toInteger());
        const QJsonObject shown = workstation.expect({u"quarantine"_s, u"show"_s, id}).object();
        const QJsonValue raw = shown.value("raw"_L1);
        BOOST_TEST((raw.isObject() ? !raw.toObject().isEmpty() : !raw.toString().isEmpty()));
    }
    const QJsonObject given = served(gateway);
    const QJsonObject held = counts(workstation);
    for (const QString& kind : given.keys())
        BOOST_TEST(held.value(kind).toInteger() + setAside.value(kind) == given.value(kind).toInteger(),
                   kind.toStdString());
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());

    const Ran again = workstation.run({u"quarantine"_s, u"retry"_s});
    BOOST_TEST(again.exitCode == 7);
    BOOST_TEST(again.object().value("kept"_L1).toInteger() == static_cast<qint64>(rows.size()));
    BOOST_TEST(workstation.expect({u"quarantine"_s, u"list"_s}).objects().size() == rows.size());

    const GatewayProcess good(mended);
    workstation.expect({u"source"_s, u"update"_s, u"cas"_s, u"--url"_s, good.cas()});
    const Ran taken = workstation.expect({u"quarantine"_s, u"retry"_s});
    BOOST_TEST(taken.object().value("taken"_L1).toInteger() == static_cast<qint64>(rows.size()));
    BOOST_TEST(workstation.expect({u"quarantine"_s, u"list"_s}).out.isEmpty());
    BOOST_TEST((counts(workstation) == served(good)));
}

BOOST_AUTO_TEST_CASE(the_list_of_rows_set_aside_says_why_in_both_languages)
{
    const GatewayProcess gateway(dirty);
    const Workstation workstation;
    addCas(workstation, gateway);
    BOOST_TEST(workstation.run({u"pull"_s}).exitCode == 7);
    const Ran english = workstation.say({u"quarantine"_s, u"list"_s});
    const Ran hindi = workstation.say({u"quarantine"_s, u"list"_s}, u"hi"_s);
    BOOST_TEST(english.exitCode == 0);
    BOOST_TEST(hindi.exitCode == 0);
    for (const Ran* ran : {&english, &hindi}) {
        BOOST_TEST(!ran->out.contains("row.")); // no bare codes
        BOOST_TEST(!ran->out.contains("{field}"));
    }
    BOOST_TEST(hindi.out.contains(u"कारण"_s.toUtf8()));
}

BOOST_AUTO_TEST_CASE(a_source_is_tested_without_storing_anything)
{
    const GatewayProcess gateway(dirty);
    const Workstation workstation;
    addCas(workstation, gateway);
    const QByteArray before = contentOf(workstation.folder() + u"/store.ekatra"_s);
    const auto tested = workstation.run({u"source"_s, u"test"_s, u"cas"_s, u"--limit"_s, u"300"_s}).objects();
    BOOST_REQUIRE(tested.size() == 3U);
    qint64 rejected = 0;
    for (const QJsonObject& stream : tested) {
        for (const char* key : {"source", "stream", "fetched", "mapped", "duplicates", "reasons", "warnings",
                                "unused_fields", "rejected", "samples"})
            BOOST_TEST(stream.contains(QLatin1StringView(key)), key);
        BOOST_TEST(stream.value("fetched"_L1).toInteger() > 0);
        BOOST_TEST(!stream.value("samples"_L1).toArray().isEmpty());
        qint64 reasons = 0;
        for (const QJsonValue& count : stream.value("reasons"_L1).toObject())
            reasons += count.toInteger();
        BOOST_TEST(stream.value("fetched"_L1).toInteger()
                   == stream.value("mapped"_L1).toInteger() + stream.value("duplicates"_L1).toInteger() + reasons);
        rejected += reasons;
    }
    BOOST_TEST(workstation.say({u"source"_s, u"test"_s, u"cas"_s}, u"hi"_s).out.contains(u"पंक्तियां"_s.toUtf8()));
    BOOST_TEST((contentOf(workstation.folder() + u"/store.ekatra"_s) == before));
    BOOST_TEST(counts(workstation).isEmpty());
    BOOST_TEST(workstation.expect({u"quarantine"_s, u"list"_s}).out.isEmpty());
}

BOOST_AUTO_TEST_CASE(a_source_that_moves_keeps_how_far_it_was_read)
{
    const Workstation workstation;
    {
        const GatewayProcess old;
        workstation.connectTo(old);
        workstation.expect({u"pull"_s});
    }
    BOOST_TEST(workstation.run({u"pull"_s, u"cas"_s}).exitCode == 6);
    const GatewayProcess moved;
    const Ran updated = workstation.expect({u"source"_s, u"update"_s, u"cas"_s, u"--url"_s, moved.cas() + u'/'});
    BOOST_TEST(text(updated.object(), "url") == moved.cas());
    const QJsonObject pulled = workstation.expect({u"pull"_s, u"cas"_s}).object();
    BOOST_TEST(pulled.value("added"_L1).toInteger() == 0);
    BOOST_TEST(pulled.value("fetched"_L1).toInteger() < 50); // the newest windows, not the whole history
}

BOOST_AUTO_TEST_CASE(an_update_changes_what_is_named_and_shows_no_secret)
{
    const Workstation workstation;
    const QString token = workstation.file(u"token"_s, "sesame-one\n");
    const QString url = u"https://cas.example/sources/cas"_s;
    workstation.expect({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, url, u"--token-file"_s, token});
    const QString moved = u"https://cas2.example/sources/cas"_s;
    workstation.expect({u"source"_s, u"update"_s, u"cas"_s, u"--url"_s, moved});
    const Ran listed = workstation.expect({u"source"_s, u"list"_s});
    BOOST_TEST(text(listed.object(), "url") == moved);
    BOOST_TEST(text(listed.object(), "auth").toStdString() == "bearer");
    const QString next = workstation.file(u"next"_s, "sesame-two\n");
    const Ran renewed = workstation.expect({u"source"_s, u"update"_s, u"cas"_s, u"--token-file"_s, next});
    BOOST_TEST(text(renewed.object(), "url") == moved);
    for (const Ran* ran : {&listed, &renewed})
        BOOST_TEST(!(ran->out + ran->err).contains("sesame"));
}

BOOST_AUTO_TEST_CASE(an_address_or_sign_in_that_makes_no_sense_changes_nothing)
{
    const Workstation workstation;
    const QString url = u"https://cas.example/sources/cas"_s;
    const QString odd = workstation.file(u"odd"_s, "two words\n");
    const QString empty = workstation.file(u"empty"_s, "\n");
    workstation.expect({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, url});
    const struct {
        QStringList options;
        int exitCode;
        const char* code;
    } cases[] = {
        {{}, 2, "cli.source.nothing_to_change"},
        {{u"--url"_s, u"http://cas.example/sources/cas"_s}, 2, "cli.source.plain_http"},
        {{u"--url"_s, u"ftp://cas.example"_s}, 2, "cli.source.bad_url"},
        {{u"--url"_s, u"https://me:secret@cas.example"_s}, 2, "cli.source.bad_url"},
        {{u"--url"_s, u"not an address"_s}, 2, "cli.source.bad_url"},
        {{u"--token-file"_s, odd}, 8, "cli.source.odd_secret"},
        {{u"--token-file"_s, empty}, 8, "cli.source.empty_secret"},
        {{u"--token-file"_s, u"/no/such/file"_s}, 8, "cli.file_unreadable"},
        {{u"--token-file"_s, odd, u"--basic-file"_s, odd}, 2, "cli.source.one_sign_in"},
        {{u"--client-cert"_s, odd}, 2, "cli.source.cert_and_key"},
        {{u"--ca-file"_s, u"/no/such/file"_s}, 8, "cli.file_unreadable"},
        {{u"--profile-file"_s, odd}, 8, "resource.not_json"},
    };
    for (const auto& wrong : cases) {
        const Ran ran = workstation.run(QStringList{u"source"_s, u"update"_s, u"cas"_s} + wrong.options);
        BOOST_TEST(ran.exitCode == wrong.exitCode, wrong.code << ": " << ran.err.toStdString());
        BOOST_TEST(codeOf(ran) == wrong.code);
        BOOST_TEST(!ran.err.contains("secret@"));
    }
    const Ran unknown = workstation.run({u"source"_s, u"update"_s, u"courts"_s, u"--url"_s, url});
    BOOST_TEST(unknown.exitCode == 1);
    BOOST_TEST(codeOf(unknown) == "source.unknown");
    const Ran twice = workstation.run({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, url});
    BOOST_TEST(twice.exitCode == 2);
    BOOST_TEST(codeOf(twice) == "source.exists");
    BOOST_TEST(codeOf(workstation.run({u"source"_s, u"add"_s, u"nosuch"_s, u"--url"_s, url}))
               == "cli.source.no_profile");
    const QJsonObject kept = workstation.expect({u"source"_s, u"list"_s}).object();
    BOOST_TEST(text(kept, "url") == url);
    BOOST_TEST(text(kept, "auth").toStdString() == "none");
}

BOOST_AUTO_TEST_SUITE_END()
