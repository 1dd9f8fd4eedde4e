#include "gateway/Sqlite.h"

#include <sqlite3.h>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

Error storeError(const SqlFailure& failure)
{
    const QMap<QString, QString> context{{u"detail"_s, failure.detail}};
    switch (failure.code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorKind::Busy, "gateway.store_busy", context);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error(ErrorKind::Damaged, "gateway.store_damaged", context);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return error(ErrorKind::DiskFull, "gateway.store_not_writable", context);
    default:
        return error(ErrorKind::Internal, "gateway.store_failed", context);
    }
}

Database::Database(const QString& path, Access access)
{
    const int mode = access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_handle, mode | SQLITE_OPEN_FULLMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const QString detail = QString::fromUtf8(sqlite3_errmsg(m_handle));
        sqlite3_close(m_handle);
        throw SqlFailure{code, detail};
    }
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, 5000);
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

void Database::run(const char* sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SqlFailure{code, QString::fromUtf8(sqlite3_errmsg(m_handle))};
}

Statement::Statement(Database& database, const char* sql) : m_database(database)
{
    check(sqlite3_prepare_v2(database.handle(), sql, -1, &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw SqlFailure{code, QString::fromUtf8(sqlite3_errmsg(m_database.handle()))};
}

int Statement::index(const char* name) const
{
    const int found = sqlite3_bind_parameter_index(m_statement, name);
    Q_ASSERT(found > 0);
    return found;
}

Statement& Statement::bind(const char* name, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index(name), value));
    return *this;
}

Statement& Statement::bind(const char* name, std::optional<qint64> value)
{
    if (value)
        return bind(name, *value);
    check(sqlite3_bind_null(m_statement, index(name)));
    return *this;
}

Statement& Statement::bind(const char* name, const QString& text)
{
    if (text.isNull()) {
        check(sqlite3_bind_null(m_statement, index(name)));
        return *this;
    }
    const QByteArray utf8 = text.toUtf8();
    check(sqlite3_bind_text64(m_statement, index(name), utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(const char* name, const QByteArray& bytes)
{
    if (bytes.isNull()) {
        check(sqlite3_bind_null(m_statement, index(name)));
        return *this;
    }
    check(sqlite3_bind_blob64(m_statement, index(name), bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                              SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw SqlFailure{code, QString::fromUtf8(sqlite3_errmsg(m_database.handle()))};
    return false;
}

void Statement::finish()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(blob(column));
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

WriteTransaction::WriteTransaction(Database& database) : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit()
{
    m_database.run("COMMIT");
    m_open = false;
}

} // namespace ekatra::gateway
