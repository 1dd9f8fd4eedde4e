#include "storage/Query.h"

#include "storage/Connection.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <utility>

namespace ekatra::storage {

Query::Query(Connection& db, const char* sql, sqlite3_stmt* statement, int code)
    : m_db(&db), m_sql(sql), m_statement(statement), m_code(code)
{
}

Query::Query(Query&& other) noexcept
    : m_db(other.m_db), m_sql(other.m_sql), m_statement(std::exchange(other.m_statement, nullptr)), m_code(other.m_code)
{
}

Query::~Query()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_db->giveBack(m_sql, m_statement);
}

int Query::step()
{
    if (m_db->m_fault) {
        if (const int injected = m_db->m_fault(m_sql))
            return injected;
    }
    return sqlite3_step(m_statement);
}

bool Query::next()
{
    if (m_code != SQLITE_OK && m_code != SQLITE_ROW)
        return false;
    m_code = step();
    return m_code == SQLITE_ROW;
}

Result<void> Query::run()
{
    while (next()) { }
    return status();
}

Result<void> Query::status() const
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    return m_db->errorFor(m_code);
}

void Query::bind(int position, qint64 value)
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_int64(m_statement, position, value);
}

void Query::bind(int position, double value)
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_double(m_statement, position, value);
}

void Query::bind(int position, const QString& value)
{
    if (value.isNull()) {
        bind(position, nullptr);
        return;
    }
    // Most are short, and there are dozens for each record.
    constexpr qsizetype shortest = 170;
    if (value.size() <= shortest) {
        char buffer[3 * shortest];
        QStringEncoder encode(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        bind(position, Utf8{QByteArrayView(buffer, encode.appendToBuffer(buffer, value))});
        return;
    }
    const QByteArray utf8 = value.toUtf8();
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_text64(m_statement, position, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                     SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::bind(int position, const QByteArray& value)
{
    if (value.isNull()) {
        bind(position, nullptr);
        return;
    }
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_blob64(m_statement, position, value.constData(),
                                     static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
}

void Query::bind(int position, Utf8 value)
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_text64(m_statement, position, value.bytes.data(),
                                     static_cast<sqlite3_uint64>(value.bytes.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::bind(int position, Kept value)
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_text64(m_statement, position, value.bytes.data(),
                                     static_cast<sqlite3_uint64>(value.bytes.size()), SQLITE_STATIC, SQLITE_UTF8);
}

void Query::bind(int position, std::nullptr_t)
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_bind_null(m_statement, position);
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Query::view(int column) const
{
    const void* const data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column)};
}

QString Query::text(int column) const
{
    return isNull(column) ? QString() : QString::fromUtf8(view(column));
}

QByteArray Query::bytes(int column) const
{
    return isNull(column) ? QByteArray() : view(column).toByteArray();
}

} // namespace ekatra::storage
