// Provokes, without threads or luck, the fault that installer/patches/0001-wal-reset-during-checkpoint.patch mends:
// between the moment when a checkpoint has read the log's header and the moment when it locks the file, another
// connection finishes a checkpoint and a writer starts the log again.

#include "KeyedConnection.h"

#include <QTemporaryDir>

#include <boost/test/unit_test.hpp>

#include <functional>
#include <utility>

using ekatra::test::KeyedConnection;

namespace {

// SQLite calls a file's xUnfetch exactly in the gap: after a checkpoint has read a header that is new to its
// connection, before it takes its locks. The hook gives the connection's file methods of its own, and acts there once.
class BeforeBackfill {
public:
    BeforeBackfill(KeyedConnection& connection, std::function<void()> act) : m_act(std::move(act))
    {
        sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
        m_original = m_file->pMethods;
        m_methods = *m_original;
        m_methods.xUnfetch = &BeforeBackfill::unfetch;
        m_file->pMethods = &m_methods;
        active = this;
    }
    ~BeforeBackfill()
    {
        m_file->pMethods = m_original;
        active = nullptr;
    }

    BeforeBackfill(const BeforeBackfill&) = delete;
    BeforeBackfill& operator=(const BeforeBackfill&) = delete;

    [[nodiscard]] bool acted() const { return !m_act; }

private:
    static int unfetch(sqlite3_file* file, sqlite3_int64 offset, void* page)
    {
        if (auto act = std::exchange(active->m_act, nullptr))
            act();
        return active->m_original->xUnfetch(file, offset, page);
    }

    inline static BeforeBackfill* active = nullptr;

    sqlite3_file* m_file = nullptr;
    const sqlite3_io_methods* m_original = nullptr;
    sqlite3_io_methods m_methods{};
    std::function<void()> m_act;
};

// A file with 200 records, each as long as a page, that three connections have open. On return from the constructor a
// slow checkpointer has just finished with a frame count that belongs to a log which no longer exists.
struct OvertakenCheckpoint {
    OvertakenCheckpoint()
    {
        BOOST_TEST_REQUIRE(writer.run("CREATE TABLE records (id INTEGER PRIMARY KEY, body TEXT NOT NULL)") == "ok");
        BOOST_TEST_REQUIRE(writer.run(R"sql(
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO records SELECT i, hex(zeroblob(1600)) FROM n)sql")
                           == "ok");
        BOOST_TEST_REQUIRE(writer.checkpoint(SQLITE_CHECKPOINT_TRUNCATE).code == SQLITE_OK);
        BOOST_TEST_REQUIRE(slow.text("SELECT count(*) FROM records") == "200");

        BOOST_TEST_REQUIRE(writer.run("UPDATE records SET body = replace(body, '0', '1') WHERE id <= 50") == "ok");
        oldLog = writer.framesInLog();
        const auto byOther = other.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
        BOOST_TEST_REQUIRE(byOther.copied == oldLog);

        int newLog = 0;
        BeforeBackfill gap{slow, [&] {
                               writer.run("UPDATE records SET body = replace(body, '1', '2') WHERE id = 1");
                               newLog = writer.framesInLog();
                           }};
        BOOST_TEST_REQUIRE(slow.checkpoint(SQLITE_CHECKPOINT_PASSIVE).code == SQLITE_OK);
        BOOST_TEST_REQUIRE(gap.acted());
        BOOST_TEST_REQUIRE(newLog > 0);
        BOOST_TEST_REQUIRE(newLog < oldLog);
    }

    // Moves all of the log into the file and drops it, then looks at the file with new eyes.
    KeyedConnection readAfterTruncation()
    {
        BOOST_TEST_REQUIRE(writer.checkpoint(SQLITE_CHECKPOINT_TRUNCATE).code == SQLITE_OK);
        return KeyedConnection{path};
    }

    QTemporaryDir folder;
    std::string path = folder.filePath(QStringLiteral("store.ekatra")).toStdString();
    KeyedConnection writer{path};
    KeyedConnection slow{path};
    KeyedConnection other{path};
    int oldLog = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(sqlcipher_wal_reset)

BOOST_FIXTURE_TEST_CASE(record_saved_after_an_overtaken_checkpoint_is_not_lost, OvertakenCheckpoint)
{
    BOOST_TEST_REQUIRE(writer.run("INSERT INTO records VALUES (201, 'saved afterwards')") == "ok");
    BOOST_TEST_REQUIRE(writer.framesInLog() < oldLog);

    const auto reader = readAfterTruncation();

    BOOST_TEST(reader.text("SELECT body FROM records WHERE id = 201") == "saved afterwards");
}

BOOST_FIXTURE_TEST_CASE(file_is_sound_when_a_large_change_follows_an_overtaken_checkpoint, OvertakenCheckpoint)
{
    // The pages of the old table are used again for one of another shape, so that a half-copied change shows.
    BOOST_TEST_REQUIRE(writer.run(R"sql(
        BEGIN;
        DROP TABLE records;
        CREATE TABLE records (id INTEGER PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO records SELECT i, hex(zeroblob(200)) FROM n;
        COMMIT)sql") == "ok");
    BOOST_TEST_REQUIRE(writer.framesInLog() > oldLog);

    const auto reader = readAfterTruncation();

    BOOST_TEST(reader.text("SELECT sum(length(body)) FROM records") == "800000");
    BOOST_TEST(reader.text("PRAGMA integrity_check(3)") == "ok");
}

BOOST_AUTO_TEST_SUITE_END()
