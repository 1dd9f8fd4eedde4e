#include "storage/Connection.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sodium.h>
#include <sqlite3.h>

#include <array>

namespace ekatra::storage {

namespace {

sqlite3* handleOf(const QSqlDatabase& database)
{
    const QVariant variant = database.driver()->handle();
    if (qstrcmp(variant.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3* const*>(variant.constData());
}

// Gives the raw key to SQLCipher as x'<64 hex>', written and wiped in locked memory.
int applyKey(sqlite3* handle, const crypto::SecretBytes& key)
{
    static constexpr char hex[] = "0123456789abcdef";
    crypto::SecretBytes literal(2 * key.size() + 3);
    unsigned char* out = literal.data();
    *out++ = 'x';
    *out++ = '\'';
    for (const unsigned char byte : key.view()) {
        *out++ = static_cast<unsigned char>(hex[byte >> 4]);
        *out++ = static_cast<unsigned char>(hex[byte & 15]);
    }
    *out++ = '\'';
    return sqlite3_key_v2(handle, "main", literal.data(), static_cast<int>(literal.size()));
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::openKeyed(const QString& path, const crypto::SecretBytes& key,
                                                          Mode mode, const std::vector<ConnectionStep>& steps)
{
    std::unique_ptr<Connection> connection(new Connection(QUuid::createUuid().toString(QUuid::Id128)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
        database.setDatabaseName(path);
        database.setConnectOptions(mode == Mode::ReadOnly
                                       ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                       : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open())
            return error(ErrorKind::DiskFull, "store.not_writable", {{QStringLiteral("path"), path}});
        connection->m_handle = handleOf(database);
    }
    if (!connection->m_handle || applyKey(connection->m_handle, key) != SQLITE_OK)
        return error(ErrorKind::Internal, "store.no_cipher");
    sqlite3_extended_result_codes(connection->m_handle, 1);
    if (auto proved = connection->prove(mode); !proved)
        return proved.error();
    for (const ConnectionStep& step : steps) {
        if (auto done = step(connection->m_handle); !done)
            return done.error();
    }
    return connection;
}

// Refuses to go on unless what answers is SQLCipher and the key opens the file: the stock driver on stock SQLite
// would take the key without a word and write plain text.
Result<void> Connection::prove(Mode mode)
{
    // Each reading ends before the next step: WAL cannot be entered while one is open.
    if (auto version = query("PRAGMA cipher_version");
        !version.next() || !version.text(0).startsWith(QLatin1String("4.6.")))
        return error(ErrorKind::Internal, "store.no_cipher");
    if (auto done = execute("PRAGMA cipher_log_level = NONE; PRAGMA cipher_page_size = 8192;"); !done)
        return done;
    if (auto opened = query("SELECT count(*) FROM sqlite_schema").run(); !opened)
        return opened;
    if (mode == Mode::ReadOnly)
        return execute("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16384;");
    return execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                   "PRAGMA cache_size = -65536; PRAGMA secure_delete = FAST;");
}

Connection::~Connection()
{
    for (auto& [sql, statement] : m_idle)
        sqlite3_finalize(statement);
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

Query Connection::borrow(const char* sql)
{
    if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
        sqlite3_stmt* const statement = idle->second;
        m_idle.erase(idle);
        return Query(*this, sql, statement, SQLITE_OK);
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return Query(*this, sql, statement, code);
}

void Connection::giveBack(const char* sql, sqlite3_stmt* statement)
{
    m_idle.emplace(sql, statement);
}

Result<void> Connection::execute(const char* sql)
{
    if (m_fault) {
        if (const int injected = m_fault(sql))
            return errorFor(injected);
    }
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorFor(code);
    return {};
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Connection::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 Connection::totalChanges() const
{
    return sqlite3_total_changes64(m_handle);
}

Error Connection::errorFor(int code) const
{
    const auto detail = QStringLiteral("detail");
    const QString said = QString::fromLatin1(sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ekatra::error(ErrorKind::Busy, "store.busy", {{detail, said}});
    case SQLITE_FULL:
        return ekatra::error(ErrorKind::DiskFull, "store.disk_full");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ekatra::error(ErrorKind::DiskFull, "store.not_writable", {{QStringLiteral("path"), said}});
    case SQLITE_IOERR:
        return ekatra::error(ErrorKind::DiskFull, "store.disk_error", {{detail, said}});
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ekatra::error(ErrorKind::Damaged, "store.damaged", {{detail, said}});
    default:
        return ekatra::error(ErrorKind::Internal, "store.statement_failed",
                             {{detail, said + QStringLiteral(": ") + QString::fromUtf8(sqlite3_errmsg(m_handle))}});
    }
}

Transaction::Transaction(Connection& db) : m_db(db) { }

Transaction::~Transaction()
{
    if (m_open)
        (void)m_db.execute("ROLLBACK");
}

Result<void> Transaction::begin()
{
    auto begun = m_db.query("BEGIN IMMEDIATE").run();
    m_open = begun.ok();
    return begun;
}

Result<void> Transaction::commit()
{
    if (auto done = m_db.query("COMMIT").run(); !done)
        return done;
    m_open = false;
    return {};
}

} // namespace ekatra::storage
