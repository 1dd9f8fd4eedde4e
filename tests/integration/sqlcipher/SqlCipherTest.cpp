// What Ekatra relies on in the SQLite that its process has loaded: that it is ours, that it encrypts, that Qt's stock
// driver runs on it, and that no environment variable quietly puts plain SQLite in its place.

#include "KeyedConnection.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <boost/test/unit_test.hpp>

using ekatra::test::KeyedConnection;

namespace {

struct Folder {
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::string store() const { return file(QStringLiteral("store.ekatra")).toStdString(); }

private:
    QTemporaryDir m_folder;
};

QByteArray firstBytes(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray{};
}

QSet<QString> sqliteLibrariesInThisProcess()
{
    QFile maps{QStringLiteral("/proc/self/maps")};
    QSet<QString> libraries;
    if (maps.open(QIODevice::ReadOnly)) {
        static const QRegularExpression path{QStringLiteral("/\\S*libsqlite3\\.so\\S*")};
        auto found = path.globalMatch(QString::fromUtf8(maps.readAll()));
        while (found.hasNext())
            libraries.insert(found.next().captured());
    }
    return libraries;
}

sqlite3* handleOf(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
        return *static_cast<sqlite3* const*>(handle.constData());
    return nullptr;
}

struct ChildOutcome {
    int exitCode = -1;
    QByteArray output;
};

// Runs one test of this very executable again with `variable` set to `value`.
ChildOutcome runAgain(const QString& test, const QString& variable, const QString& value)
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(variable, value);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")),
                {QStringLiteral("--run_test=") + test, QStringLiteral("--report_level=short"),
                 QStringLiteral("--color_output=no")});
    child.waitForFinished(-1);
    return {child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1, child.readAll()};
}

const QString stockDriverTest = QStringLiteral("sqlcipher_library/stock_qt_driver_reads_and_writes_encrypted_files");

} // namespace

BOOST_AUTO_TEST_SUITE(sqlcipher_library)

BOOST_FIXTURE_TEST_CASE(library_is_the_sqlcipher_that_we_built, Folder)
{
    const KeyedConnection connection{store()};

    BOOST_TEST(sqlite3_libversion() == std::string{SQLITE_VERSION});
    BOOST_TEST(sqlite3_libversion() == std::string{"3.46.1"});
    BOOST_TEST(connection.text("PRAGMA cipher_version").starts_with("4.6.1"));
    BOOST_TEST(connection.text("PRAGMA cipher_provider") == "openssl");
}

BOOST_FIXTURE_TEST_CASE(library_is_built_for_threads_and_wipes_what_it_deletes, Folder)
{
    BOOST_TEST(sqlite3_threadsafe() == 1);
    BOOST_TEST(sqlite3_compileoption_used("SECURE_DELETE") == 1);
    BOOST_TEST(sqlite3_compileoption_used("TEMP_STORE=2") == 1);
    BOOST_TEST(sqlite3_compileoption_used("ENABLE_COLUMN_METADATA") == 1);
    BOOST_TEST(sqlite3_compileoption_used("ENABLE_SESSION") == 0);
    KeyedConnection connection{store()};
    BOOST_TEST(connection.run("SELECT load_extension('anything')") != "ok");
}

BOOST_FIXTURE_TEST_CASE(keyed_file_does_not_begin_as_a_plain_sqlite_file, Folder)
{
    {
        KeyedConnection connection{store()};
        BOOST_TEST_REQUIRE(connection.run("CREATE TABLE records (body TEXT)") == "ok");
        BOOST_TEST_REQUIRE(connection.run("INSERT INTO records VALUES ('a name nobody else may read')") == "ok");
    }
    const auto begin = firstBytes(QString::fromStdString(store()));
    BOOST_TEST(begin.size() == 16);
    BOOST_TEST((begin != QByteArray{"SQLite format 3\0", 16}));

    QFile file{QString::fromStdString(store())};
    BOOST_TEST_REQUIRE(file.open(QIODevice::ReadOnly));
    BOOST_TEST(!file.readAll().contains("a name nobody else may read"));
}

BOOST_FIXTURE_TEST_CASE(other_key_does_not_open_the_file, Folder)
{
    {
        KeyedConnection connection{store()};
        BOOST_TEST_REQUIRE(connection.run("CREATE TABLE records (body TEXT)") == "ok");
    }
    sqlite3* stranger = nullptr;
    static constexpr char key[] = "x'ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
    BOOST_TEST_REQUIRE(sqlite3_open(store().c_str(), &stranger) == SQLITE_OK);
    BOOST_TEST(sqlite3_key_v2(stranger, "main", key, sizeof key - 1) == SQLITE_OK);
    sqlite3_exec(stranger, "PRAGMA cipher_log_level=NONE", nullptr, nullptr, nullptr);

    BOOST_TEST(sqlite3_exec(stranger, "SELECT * FROM records", nullptr, nullptr, nullptr) == SQLITE_NOTADB);

    sqlite3_close(stranger);
}

BOOST_FIXTURE_TEST_CASE(contentless_search_table_forgets_a_deleted_row, Folder)
{
    KeyedConnection connection{store()};
    BOOST_TEST_REQUIRE(connection.run("CREATE VIRTUAL TABLE search USING fts5(names, content='', contentless_delete=1)")
                       == "ok");
    BOOST_TEST_REQUIRE(connection.run("INSERT INTO search(rowid, names) VALUES (1, 'ramesh'), (2, 'ramesh')") == "ok");
    BOOST_TEST_REQUIRE(connection.run("DELETE FROM search WHERE rowid = 1") == "ok");

    BOOST_TEST(connection.text("SELECT group_concat(rowid) FROM search('ramesh')") == "2");
}

BOOST_FIXTURE_TEST_CASE(stock_qt_driver_reads_and_writes_encrypted_files, Folder)
{
    const QString name = QStringLiteral("sqlcipher-test");
    const QString path = file(QStringLiteral("through-qt.ekatra"));
    static constexpr char key[] = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        BOOST_TEST_REQUIRE(database.open(), database.lastError().text().toStdString());
        BOOST_TEST_REQUIRE(handleOf(database) != nullptr);
        BOOST_TEST(sqlite3_key_v2(handleOf(database), "main", key, sizeof key - 1) == SQLITE_OK);

        QSqlQuery query{database};
        BOOST_TEST_REQUIRE(query.exec(QStringLiteral("PRAGMA cipher_version")));
        BOOST_TEST_REQUIRE(query.next());
        BOOST_TEST(query.value(0).toString().startsWith(QStringLiteral("4.6.1")));
        BOOST_TEST(query.exec(QStringLiteral("CREATE TABLE records (body TEXT)")));
        BOOST_TEST(query.prepare(QStringLiteral("INSERT INTO records VALUES (:body)")));
        query.bindValue(QStringLiteral(":body"), QStringLiteral("काल"));
        BOOST_TEST(query.exec());
        BOOST_TEST_REQUIRE(query.exec(QStringLiteral("SELECT body FROM records")));
        BOOST_TEST_REQUIRE(query.next());
        BOOST_TEST((query.value(0).toString() == QStringLiteral("काल")));
    }
    QSqlDatabase::removeDatabase(name);

    BOOST_TEST((firstBytes(path) != QByteArray{"SQLite format 3\0", 16}));
    BOOST_TEST(sqliteLibrariesInThisProcess().size() == 1);
    BOOST_TEST(KeyedConnection{path.toStdString()}.text("SELECT body FROM records") == "काल");
}

BOOST_AUTO_TEST_CASE(library_path_of_the_system_does_not_bring_in_plain_sqlite)
{
    const QString system = QLibraryInfo::path(QLibraryInfo::LibrariesPath);
    BOOST_TEST_REQUIRE(QFile::exists(system + QStringLiteral("/libsqlite3.so.0")));

    const auto child = runAgain(stockDriverTest, QStringLiteral("LD_LIBRARY_PATH"), system);

    BOOST_TEST(child.exitCode == 0, child.output.toStdString());
    BOOST_TEST(child.output.contains("has passed"), child.output.toStdString());
}

BOOST_AUTO_TEST_CASE(preloaded_plain_sqlite_keeps_the_program_from_starting)
{
    const QString plain = QLibraryInfo::path(QLibraryInfo::LibrariesPath) + QStringLiteral("/libsqlite3.so.0");
    BOOST_TEST_REQUIRE(QFile::exists(plain));

    const auto child = runAgain(stockDriverTest, QStringLiteral("LD_PRELOAD"), plain);

    BOOST_TEST(child.exitCode != 0);
    BOOST_TEST(child.output.contains("sqlite3_key_v2"), child.output.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
