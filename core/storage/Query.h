// Query.h
// One prepared statement in use. Values are bound by position, never pasted into SQL. Borrowed from the Connection's
// statement cache and handed back, reset, when the Query goes. Same thread as its Connection.
//
//     auto rows = db.query("SELECT id, kind FROM record WHERE station = ?", station);
//     while (rows.next())
//         use(rows.integer(0), rows.text(1));
//     if (auto done = rows.status(); !done)
//         return done.error();
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace ekatra::storage {

class Connection;

// UTF-8 bound or read as text rather than as a blob.
struct Utf8 {
    QByteArrayView bytes;
};

// The same, not copied: for what outlives the Query. A null view is NULL.
struct Kept {
    QByteArrayView bytes;
};

class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    ~Query();

    // Steps to the next row. False: no more rows, or a failure that status() tells.
    [[nodiscard]] bool next();
    // Steps through to the end, for statements without rows.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] Result<void> status() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const; // blob or UTF-8 text, copied
    // Valid until the next step.
    [[nodiscard]] QByteArrayView view(int column) const;

private:
    friend class Connection;
    Query(Connection& db, const char* sql, sqlite3_stmt* statement, int code);

    void bind(int position, qint64 value);
    void bind(int position, int value) { bind(position, static_cast<qint64>(value)); }
    void bind(int position, quint32 value) { bind(position, static_cast<qint64>(value)); }
    void bind(int position, bool value) { bind(position, static_cast<qint64>(value)); }
    void bind(int position, double value);
    void bind(int position, const QString& value); // a null QString is NULL
    void bind(int position, const char* value) { bind(position, Utf8{QByteArrayView(value)}); }
    void bind(int position, const QByteArray& value); // blob; a null QByteArray is NULL
    void bind(int position, Utf8 value);
    void bind(int position, Kept value);
    void bind(int position, std::nullptr_t);
    template <class T>
    void bind(int position, const std::optional<T>& value)
    {
        if (value)
            bind(position, *value);
        else
            bind(position, nullptr);
    }

    int step();

    Connection* m_db;
    const char* m_sql;
    sqlite3_stmt* m_statement;
    int m_code;
};

} // namespace ekatra::storage
