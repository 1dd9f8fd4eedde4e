// KeyedConnection.h
// A bare connection to an encrypted file, for tests that look at the SQLite library itself and not at our storage room.
// Owned by the test, used on the test's thread only.
//
// Promises: the file is keyed before anything is read; the connection never checkpoints by itself. Nothing throws:
// run() and text() hand SQLite's own message back, so that a test can compare with it.
#pragma once

#include <sqlite3.h>

#include <string>

namespace ekatra::test {

class KeyedConnection {
public:
    explicit KeyedConnection(const std::string& path)
    {
        static constexpr char key[] = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
        sqlite3_open(path.c_str(), &m_db);
        sqlite3_key_v2(m_db, "main", key, sizeof key - 1);
        run("PRAGMA cipher_log_level=NONE");
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA wal_autocheckpoint=0");
        sqlite3_wal_hook(m_db, &KeyedConnection::committed, this);
    }
    ~KeyedConnection() { sqlite3_close(m_db); }

    KeyedConnection(const KeyedConnection&) = delete;
    KeyedConnection& operator=(const KeyedConnection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return m_db; }

    // Frames in the log after this connection's last commit.
    [[nodiscard]] int framesInLog() const { return m_framesInLog; }

    // "ok", or SQLite's message.
    std::string run(const std::string& sql)
    {
        return sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? "ok" : sqlite3_errmsg(m_db);
    }

    // The first column of the first row, "" when there is no row, or SQLite's message.
    [[nodiscard]] std::string text(const std::string& sql) const
    {
        sqlite3_stmt* statement = nullptr;
        std::string answer;
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
            const int step = sqlite3_step(statement);
            if (step == SQLITE_ROW)
                answer.assign(static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                              static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
            else if (step != SQLITE_DONE)
                answer = sqlite3_errmsg(m_db);
        } else {
            answer = sqlite3_errmsg(m_db);
        }
        sqlite3_finalize(statement);
        return answer;
    }

    struct Checkpoint {
        int code = SQLITE_OK;
        int inLog = 0;
        int copied = 0;
    };
    Checkpoint checkpoint(int mode)
    {
        Checkpoint outcome;
        outcome.code = sqlite3_wal_checkpoint_v2(m_db, "main", mode, &outcome.inLog, &outcome.copied);
        return outcome;
    }

private:
    static int committed(void* self, sqlite3*, const char*, int framesInLog)
    {
        static_cast<KeyedConnection*>(self)->m_framesInLog = framesInLog;
        return SQLITE_OK;
    }

    sqlite3* m_db = nullptr;
    int m_framesInLog = 0;
};

} // namespace ekatra::test
