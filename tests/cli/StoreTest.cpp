#include "support/Programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string codeOf(const Ran& ran)
{
    return ran.failure().value("code"_L1).toString().toStdString();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_store)

BOOST_AUTO_TEST_CASE(init_makes_a_store_that_info_describes)
{
    const Workstation fresh(Workstation::Store::Missing);
    const Ran made = fresh.run({u"init"_s, u"--station"_s, u"13020004"_s, u"--user"_s, u"sho"_s});
    BOOST_TEST(made.exitCode == 0);
    BOOST_TEST(made.object().value("station"_L1).toString().toStdString() == "13020004");

    const Ran info = fresh.run({u"info"_s});
    BOOST_TEST(info.exitCode == 0);
    for (const char* key : {"path", "ekatra", "schema", "cipher", "station", "station_name", "user", "counts", "sizes",
                            "content_digest", "sources", "outbox", "quarantined"})
        BOOST_TEST(info.object().contains(QLatin1StringView(key)), key);
    BOOST_TEST(info.object().value("user"_L1).toString().toStdString() == "sho");
    BOOST_TEST(info.object().value("content_digest"_L1).toString().size() == 64);
}

BOOST_AUTO_TEST_CASE(init_leaves_a_folder_alone_that_holds_anything)
{
    const Workstation workstation;
    const QByteArray before = contentOf(workstation.folder() + u"/store.ekatra"_s);
    const Ran again = workstation.run({u"init"_s, u"--station"_s, u"13020004"_s, u"--user"_s, u"sho"_s});
    BOOST_TEST(again.exitCode == 2);
    BOOST_TEST(codeOf(again) == "store.exists");
    BOOST_TEST((contentOf(workstation.folder() + u"/store.ekatra"_s) == before));
}

BOOST_AUTO_TEST_CASE(init_refuses_what_is_no_station_no_operator_or_no_place)
{
    const Workstation fresh(Workstation::Store::Missing);
    BOOST_TEST(fresh.run({u"init"_s, u"--station"_s, u"12'; --"_s, u"--user"_s, u"sho"_s}).exitCode == 8);
    BOOST_TEST(fresh.run({u"init"_s, u"--station"_s, u"13020004"_s, u"--user"_s, u"a\nb"_s}).exitCode == 8);
    BOOST_TEST(fresh.run({u"init"_s, u"--station"_s, u"13020004"_s}).exitCode == 2);
    BOOST_TEST(fresh.run({u"init"_s, u"--user"_s, u"sho"_s}).exitCode == 2);
    const Ran nowhere =
        runCtl({u"--json"_s, u"--store"_s, u"/dev/null/store"_s, u"--passphrase-file"_s, fresh.passphraseFile(),
                u"init"_s, u"--station"_s, u"13020004"_s, u"--user"_s, u"sho"_s});
    BOOST_TEST(nowhere.exitCode == 10);
    BOOST_TEST(!QFile::exists(fresh.folder()));
}

BOOST_AUTO_TEST_CASE(a_store_that_could_not_be_finished_leaves_its_place_free)
{
    const Workstation fresh(Workstation::Store::Missing);
    const QStringList init{u"init"_s, u"--station"_s, u"13020004"_s, u"--user"_s, u"sho"_s};
    QProcess full;
    full.start(u"bash"_s,
               QStringList{u"-c"_s, u"ulimit -f 60; exec \"$@\""_s, u"bash"_s,
                           QStringLiteral(EKATRA_BIN_DIR "/ekatractl"), u"--store"_s, fresh.folder(),
                           u"--passphrase-file"_s, fresh.passphraseFile()}
                   + init);
    BOOST_REQUIRE(full.waitForFinished(120'000));
    BOOST_TEST(full.exitCode() == 10);
    fresh.expect(init);
    BOOST_TEST(fresh.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(wrong_passphrase_and_unknown_operator_get_the_same_answer)
{
    const Workstation workstation;
    const QString wrong = workstation.file(u"wrong"_s, "not it\n");
    const Ran passphrase =
        runCtl({u"--json"_s, u"--store"_s, workstation.folder(), u"--passphrase-file"_s, wrong, u"status"_s});
    const Ran user = workstation.run({u"status"_s, u"--user"_s, u"nobody"_s});
    BOOST_TEST(passphrase.exitCode == 3);
    BOOST_TEST(user.exitCode == 3);
    BOOST_TEST(passphrase.failure().value("kind"_L1).toString().toStdString() == "wrong_passphrase");
    BOOST_TEST(codeOf(passphrase) == codeOf(user));
    for (const char* key : {"kind", "code", "message", "hint"})
        BOOST_TEST(!passphrase.failure().value(QLatin1StringView(key)).toString().isEmpty(), key);
    BOOST_TEST(!passphrase.err.contains("not it"));
}

BOOST_AUTO_TEST_CASE(passphrase_comes_from_standard_input_less_one_line_end)
{
    const Workstation workstation;
    const QStringList command{u"--store"_s, workstation.folder(), u"--passphrase-file"_s, u"-"_s, u"status"_s};
    const QByteArray right = Workstation::passphrase;
    BOOST_TEST(runCtl(command, right).exitCode == 0);
    BOOST_TEST(runCtl(command, right + "\r\n").exitCode == 0);
    BOOST_TEST(runCtl(command, right + "\n\n").exitCode == 3);
    BOOST_TEST(runCtl(command, "").exitCode == 8);
}

BOOST_AUTO_TEST_CASE(without_a_passphrase_the_store_is_locked)
{
    const Workstation workstation;
    const Ran status = runCtl({u"--json"_s, u"--store"_s, workstation.folder(), u"status"_s});
    BOOST_TEST(status.exitCode == 3);
    const Ran info = runCtl({u"--json"_s, u"--store"_s, workstation.folder(), u"info"_s});
    BOOST_TEST(info.exitCode == 0);
    BOOST_TEST(info.object().value("locked"_L1).toBool());
    BOOST_TEST(info.object().value("users"_L1).toArray().first().toString().toStdString() == "sho");
    BOOST_TEST(!info.object().contains("station"_L1));
}

BOOST_AUTO_TEST_CASE(info_for_a_help_desk_names_nobody)
{
    const Workstation workstation;
    const Ran info = workstation.run({u"info"_s, u"--support"_s});
    BOOST_TEST(info.exitCode == 0);
    BOOST_TEST(info.object().contains("counts"_L1));
    BOOST_TEST(!info.out.contains("sho"));
    BOOST_TEST(!info.out.contains("13020004"));
    BOOST_TEST(!info.out.contains(workstation.folder().toUtf8()));
}

BOOST_AUTO_TEST_CASE(a_missing_store_is_wrong_usage_and_stays_missing)
{
    const Workstation fresh(Workstation::Store::Missing);
    for (const QStringList& command :
         {QStringList{u"info"_s}, QStringList{u"search"_s, u"x"_s}, QStringList{u"pull"_s}}) {
        const Ran ran = fresh.run(command);
        BOOST_TEST(ran.exitCode == 2);
        BOOST_TEST(codeOf(ran) == "store.missing");
    }
    BOOST_TEST(!QFile::exists(fresh.folder()));
}

BOOST_AUTO_TEST_CASE(an_error_speaks_hindi_and_says_what_to_do)
{
    const Workstation fresh(Workstation::Store::Missing);
    const Ran ran = fresh.say({u"status"_s}, u"hi"_s);
    BOOST_TEST(ran.exitCode == 2);
    BOOST_TEST(ran.err.contains(u"भंडार"_s.toUtf8()));
    BOOST_TEST(ran.err.contains("ekatractl init"));
}

BOOST_AUTO_TEST_SUITE_END()
