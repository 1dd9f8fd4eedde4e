#include "storage/Store.h"
#include "storage/Migrator.h"
#include "storage/Verify.h"
#include "support/TempStore.h"

#include <QFile>

#include <sqlite3.h>

#include <boost/test/unit_test.hpp>

#include <thread>

using namespace ekatra;
using test::codeOf;
using test::done;
using test::secret;
using test::take;

namespace {

Result<std::unique_ptr<storage::Store>> openAgain(const QString& folder, const char* passphrase = "open sesame")
{
    return storage::Store::open(folder, {}, secret(passphrase), session::storeOptions(*test::tables()));
}

void overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadWrite));
    BOOST_REQUIRE(file.seek(at));
    file.write(bytes);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

BOOST_AUTO_TEST_SUITE(storage_store)

BOOST_AUTO_TEST_CASE(what_was_stored_is_there_after_opening_again)
{
    test::TempStore station;
    station.addSource("cas");
    BOOST_TEST((station.pull("cas", "fir", "K1", test::fir(1)) == records::Effect::Added));
    station.reopen();
    BOOST_TEST(take(station->reader().countsByKind()).value(QStringLiteral("fir")) == 1);
}

BOOST_AUTO_TEST_CASE(wrong_passphrase_is_told_from_damage)
{
    test::TempStore station;
    station.close();
    BOOST_TEST(codeOf(openAgain(station.folder(), "open barley")) == "slots.wrong_passphrase");
    overwrite(station.databaseFile(), 100, QByteArray(64, 'x'));
    BOOST_TEST(codeOf(openAgain(station.folder(), "open barley")) == "slots.wrong_passphrase");
    BOOST_TEST(codeOf(openAgain(station.folder())) == "store.damaged");
}

BOOST_AUTO_TEST_CASE(a_plain_database_in_its_place_is_refused_and_left_alone)
{
    test::TempStore station;
    station.close();
    const QByteArray plain = QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    QFile::remove(station.databaseFile());
    overwrite(station.databaseFile(), 0, plain);
    BOOST_TEST(codeOf(openAgain(station.folder())) == "store.plaintext");
    BOOST_TEST((contents(station.databaseFile()) == plain));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_not_taken_for_a_new_store)
{
    test::TempStore station;
    station.close();
    BOOST_REQUIRE(QFile::resize(station.databaseFile(), 0));
    BOOST_TEST(codeOf(openAgain(station.folder())) == "store.empty");
    BOOST_TEST(QFileInfo(station.databaseFile()).size() == 0);
    QFile::remove(station.databaseFile());
    BOOST_TEST(codeOf(openAgain(station.folder())) == "store.file_missing");
    BOOST_TEST(!QFile::exists(station.databaseFile()));
}

BOOST_AUTO_TEST_CASE(a_truncated_file_is_damaged)
{
    test::TempStore station;
    station.addSource("cas");
    for (int no = 1; no <= 50; ++no)
        station.pull("cas", "fir", QByteArray::number(no).constData(), test::fir(no));
    station.close();
    BOOST_REQUIRE(QFile::resize(station.databaseFile(), 3 * 8192 + 100));
    auto opened = openAgain(station.folder());
    if (opened) { // the first pages may still read; looking it over must find the rest missing
        auto problems = storage::verify((*opened)->writer());
        BOOST_TEST((!problems || !problems->isEmpty()));
    } else {
        BOOST_TEST((opened.error().kind == ErrorKind::Damaged));
    }
}

BOOST_AUTO_TEST_CASE(another_stores_file_is_refused)
{
    test::TempStore mine, other;
    mine.close();
    other.close();
    QFile::remove(mine.databaseFile());
    BOOST_REQUIRE(QFile::copy(other.databaseFile(), mine.databaseFile()));
    BOOST_TEST(codeOf(openAgain(mine.folder())) == "store.damaged");
}

BOOST_AUTO_TEST_CASE(a_store_of_a_later_version_is_not_touched)
{
    test::TempStore station;
    done(station->store().writer().execute("PRAGMA user_version = 9000"));
    station.close();
    const QByteArray before = contents(station.databaseFile());
    BOOST_TEST(codeOf(openAgain(station.folder())) == "store.newer");
    BOOST_TEST((contents(station.databaseFile()) == before));
}

BOOST_AUTO_TEST_CASE(only_one_holds_a_store_and_the_other_is_told_who)
{
    test::TempStore station;
    auto second = openAgain(station.folder());
    BOOST_TEST(codeOf(second) == "store.held");
    BOOST_TEST(second.error().context.value(QStringLiteral("holder")).contains(QStringLiteral("ekatra-tests")));
    station.close();
    BOOST_TEST(openAgain(station.folder()).ok());
}

BOOST_AUTO_TEST_CASE(nothing_is_made_where_files_already_lie)
{
    test::TempStore station;
    station.close();
    storage::NewStore about;
    about.station = QStringLiteral("13020004");
    about.user = QStringLiteral("x");
    about.cost = test::cheapKdf;
    BOOST_TEST(
        codeOf(storage::Store::create(station.folder(), about, secret("p"), session::storeOptions(*test::tables())))
        == "store.exists");
    BOOST_TEST(openAgain(station.folder()).ok());
}

BOOST_AUTO_TEST_CASE(a_reader_sees_what_was_committed_and_can_write_nothing)
{
    test::TempStore station;
    station.addSource("cas");
    station.pull("cas", "fir", "K1", test::fir(1));
    std::thread([&] {
        auto reader = take(station->store().reader());
        auto rows = reader->query("SELECT count(*) FROM record");
        BOOST_TEST(rows.next());
        BOOST_TEST(rows.integer(0) == 1);
        (void)rows.next();
        BOOST_TEST(!reader->query("DELETE FROM record").run().ok());
    }).join();
}

BOOST_AUTO_TEST_CASE(names_are_nowhere_readable_in_the_folder)
{
    test::TempStore station;
    station.addSource("cas");
    station.pull("cas", "fir", "K1", test::fir(1, "Needleman Haystack"));
    const QString needle = QStringLiteral("Needleman");
    const QByteArray utf16(reinterpret_cast<const char*>(needle.utf16()), needle.size() * 2);
    const auto clean = [&] {
        for (const QFileInfo& file : QDir(station.folder()).entryInfoList(QDir::Files)) {
            const QByteArray bytes = contents(file.filePath());
            if (bytes.contains("Needleman") || bytes.contains("needleman") || bytes.contains(utf16))
                return false;
        }
        return true;
    };
    BOOST_TEST(clean()); // with its WAL open
    station.close();
    BOOST_TEST(clean());
}

BOOST_AUTO_TEST_CASE(a_full_disk_loses_only_the_step_that_did_not_fit)
{
    test::TempStore station;
    station.addSource("cas");
    station.pull("cas", "fir", "K1", test::fir(1));
    bool full = false;
    station.reopen([&](const char* sql) { return full && qstrncmp(sql, "INSERT", 6) == 0 ? SQLITE_FULL : 0; });
    full = true;
    {
        records::RecordService::Batch batch(station->records());
        done(batch.begin());
        auto refused = batch.pull({QStringLiteral("cas"),
                                   QStringLiteral("cas"),
                                   QStringLiteral("fir"),
                                   QStringLiteral("K2"),
                                   {},
                                   {},
                                   test::fir(2),
                                   {}});
        BOOST_TEST(codeOf(refused) == "store.disk_full");
    }
    full = false;
    BOOST_TEST(take(station->reader().countsByKind()).value(QStringLiteral("fir")) == 1);
    BOOST_TEST((station.pull("cas", "fir", "K2", test::fir(2)) == records::Effect::Added));
}

BOOST_AUTO_TEST_CASE(migration_that_fails_leaves_the_version_before_it)
{
    test::TempStore station;
    auto& db = station->store().writer();
    const int before = storage::storeMigrations().back().number;
    std::vector<storage::Migration> scripts = storage::storeMigrations();
    scripts.push_back({before + 1, "CREATE TABLE extra (x); INSERT INTO nowhere VALUES (1);"});
    bool keptCopy = false;
    const auto keep = [&](int) -> Result<void> {
        keptCopy = true;
        return {};
    };
    BOOST_TEST(!storage::migrate(db, scripts, keep).ok());
    BOOST_TEST(keptCopy);
    auto version = db.query("PRAGMA user_version");
    BOOST_REQUIRE(version.next());
    BOOST_TEST(version.integer(0) == before);
    auto table = db.query("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'");
    BOOST_REQUIRE(table.next());
    BOOST_TEST(table.integer(0) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
