// What a store can meet: each case has its exit code, says in both languages what to do, and loses nothing.
#include "BothLanguages.h"
#include "support/TempStore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString database = u"/store.ekatra"_s;
const QString slotFile = u"/slots"_s;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void replace(const QString& path, const QByteArray& content)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    BOOST_REQUIRE_EQUAL(file.write(content), content.size());
}

// A workstation with one submitted FIR in it.
struct Kept {
    Kept()
    {
        workstation.expect({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
        digest = digestNow();
    }

    QString digestNow() const { return workstation.expect({u"info"_s}).object().value("content_digest"_L1).toString(); }

    // Puts `content` into `file`, sees `code` refused and the file left alone, and puts back what was there.
    void spoiled(const QString& file, const QByteArray& content, int exitCode, const char* code) const
    {
        const QString path = workstation.folder() + file;
        const QByteArray whole = contentOf(path);
        replace(path, content);
        refusedInBothLanguages(workstation, {u"status"_s}, exitCode, code);
        BOOST_TEST((contentOf(path) == content), code);
        replace(path, whole);
    }

    // Runs ekatractl behind `shell`, which has limits to set or places to send output to.
    Ran behind(const QString& shell, const QStringList& arguments) const
    {
        QProcess process;
        process.start(u"bash"_s,
                      QStringList{u"-c"_s, shell, u"bash"_s, QStringLiteral(EKATRA_BIN_DIR "/ekatractl"), u"--json"_s,
                                  u"--store"_s, workstation.folder(), u"--passphrase-file"_s,
                                  workstation.passphraseFile()}
                          + arguments);
        process.closeWriteChannel();
        BOOST_REQUIRE(process.waitForFinished(120'000));
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    ~Kept()
    {
        BOOST_TEST(workstation.run({u"verify"_s}).object().value("ok"_L1).toBool());
        BOOST_TEST((digestNow() == digest));
        BOOST_TEST(workstation.run({u"outbox"_s, u"list"_s}).objects().size() == 1U);
    }

    Workstation workstation;
    QString digest;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_bad_input, Kept)

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_says_nothing_of_what_is_wrong_with_it)
{
    const QString wrong = workstation.file(u"wrong"_s, "chaar bail gaadi 8\n");
    const QStringList asked{u"--store"_s, workstation.folder(), u"--passphrase-file"_s, wrong, u"search"_s, u"x"_s};
    refusedInBothLanguages(asked, 3, "slots.wrong_passphrase");
    const QString empty = workstation.file(u"empty"_s, {});
    refusedInBothLanguages({u"--store"_s, workstation.folder(), u"--passphrase-file"_s, empty, u"info"_s}, 8,
                           "cli.passphrase_empty");
    refusedInBothLanguages({u"--store"_s, workstation.folder(), u"--passphrase-file"_s, u"/no/such/file"_s, u"info"_s},
                           8, "cli.passphrase_file");
    const QString long_ = workstation.file(u"long"_s, QByteArray(1 << 20, 'x'));
    refusedInBothLanguages({u"--store"_s, workstation.folder(), u"--passphrase-file"_s, long_, u"info"_s}, 8,
                           "cli.passphrase_long");
    refusedInBothLanguages({u"--store"_s, workstation.folder(), u"status"_s}, 3, "cli.no_passphrase");
}

BOOST_AUTO_TEST_CASE(a_data_file_that_is_not_this_stores_is_refused_and_left_alone)
{
    const QByteArray whole = contentOf(workstation.folder() + database);
    const Workstation other;
    const QByteArray header("SQLite format 3\0", 16);
    QByteArray flipped = whole;
    flipped[whole.size() / 2] = static_cast<char>(flipped.at(whole.size() / 2) ^ 0x40);
    spoiled(database, {}, 4, "store.empty");
    spoiled(database, header + QByteArray(8176, '\0'), 4, "store.plaintext");
    spoiled(database, whole.first(100), 4, "store.damaged");
    spoiled(database, QByteArray(65'536, 'g'), 4, "store.damaged");
    spoiled(database, whole.mid(4096), 4, "store.damaged");
    const QString path = workstation.folder() + database;
    BOOST_REQUIRE(QFile::rename(path, path + u".aside"_s));
    refusedInBothLanguages(workstation, {u"status"_s}, 4, "store.file_missing");
    BOOST_REQUIRE(QFile::rename(path + u".aside"_s, path));

    // What lies where opening does not look, verify finds.
    for (const QByteArray& content : {flipped, whole.first(whole.size() - 4096)}) {
        replace(path, content);
        BOOST_TEST(workstation.run({u"verify"_s}).exitCode == 4);
        BOOST_TEST((contentOf(path) == content));
    }
    replace(path, whole);
}

BOOST_AUTO_TEST_CASE(a_slot_file_that_is_not_this_stores_is_refused_and_left_alone)
{
    const QByteArray whole = contentOf(workstation.folder() + slotFile);
    const Workstation fresh(Workstation::Store::Missing);
    fresh.expect({u"init"_s, u"--station"_s, QLatin1StringView(Workstation::station), u"--user"_s, u"sho"_s});
    const QByteArray foreign = contentOf(fresh.folder() + slotFile);
    spoiled(slotFile, {}, 4, "slots.damaged");
    spoiled(slotFile, "garbage", 4, "slots.damaged");
    spoiled(slotFile, whole.first(whole.size() / 2), 4, "slots.damaged");
    spoiled(slotFile, foreign, 4, "store.damaged"); // the passphrase fits, the key does not
    spoiled(database, contentOf(fresh.folder() + database), 4, "store.damaged");
}

BOOST_AUTO_TEST_CASE(a_store_of_a_later_version_is_refused_and_left_alone)
{
    const QByteArray before = contentOf(workstation.folder() + database);
    {
        auto opened = storage::Store::open(workstation.folder(), {}, secret(Workstation::passphrase),
                                           session::storeOptions(*tables()));
        BOOST_REQUIRE(opened.ok());
        BOOST_REQUIRE((*opened)->writer().execute("PRAGMA user_version = 999").ok());
    }
    const QByteArray later = contentOf(workstation.folder() + database);
    refusedInBothLanguages(workstation, {u"status"_s}, 4, "store.newer");
    refusedInBothLanguages(workstation, {u"pull"_s}, 4, "store.newer");
    BOOST_TEST((contentOf(workstation.folder() + database) == later));
    BOOST_TEST(QDir(workstation.folder()).entryList({u"*.before-*"_s}, QDir::Files).isEmpty());
    replace(workstation.folder() + database, before);
}

BOOST_AUTO_TEST_CASE(a_store_that_another_program_has_open_tells_who_has_it)
{
    {
        auto held = storage::Store::open(workstation.folder(), {}, secret(Workstation::passphrase),
                                         session::storeOptions(*tables()));
        BOOST_REQUIRE(held.ok());
        for (const QStringList& command : {QStringList{u"status"_s}, QStringList{u"search"_s, u"x"_s}})
            refusedInBothLanguages(workstation, command, 5, "store.held");
        const Ran info = workstation.run({u"info"_s});
        BOOST_TEST(info.exitCode == 5);
        BOOST_TEST(info.object().value("locked"_L1).toBool());
        BOOST_TEST(
            info.object().value("held_by"_L1).toString().contains(QString::number(QCoreApplication::applicationPid())));
        BOOST_TEST(info.failure().value("code"_L1).toString().toStdString() == "store.held");
    }
    BOOST_TEST(workstation.run({u"info"_s}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_full_disk_stops_the_work_and_keeps_what_was_there)
{
    const GatewayProcess gateway;
    workstation.connectTo(gateway);
    // No file may grow beyond what the store already takes.
    const qint64 size = QFile(workstation.folder() + database).size();
    const QString limit = u"ulimit -f %1; exec \"$@\""_s.arg(size / 1024 / 4);
    const Ran pulled = behind(limit, {u"pull"_s, u"cas"_s});
    BOOST_TEST(pulled.exitCode == 10, pulled.exitCode << pulled.err.toStdString());
    const QString big = workstation.firFile({{u"contents"_s, QString(900'000, u'x')}});
    const Ran entered = behind(limit, {u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, big});
    BOOST_TEST(entered.exitCode == 10, entered.err.toStdString());
    BOOST_TEST(entered.failure().value("kind"_L1).toString().toStdString() == "disk_full");
    BOOST_TEST(!entered.failure().value("hint"_L1).toString().isEmpty());
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
    BOOST_TEST((digestNow() == digest));

    workstation.expect({u"pull"_s, u"cas"_s}); // with room again
    digest = digestNow();
}

BOOST_AUTO_TEST_CASE(an_answer_that_cannot_be_written_out_is_no_success)
{
    const Ran ran = behind(u"exec \"$@\" >/dev/full"_s, {u"info"_s});
    BOOST_TEST(ran.exitCode == 10);
    BOOST_TEST(ran.failure().value("code"_L1).toString().toStdString() == "cli.output");
    BOOST_TEST(behind(u"\"$@\" | true; exit ${PIPESTATUS[0]}"_s, {u"form"_s, u"list"_s}).exitCode == 0);
}

BOOST_AUTO_TEST_SUITE_END()
