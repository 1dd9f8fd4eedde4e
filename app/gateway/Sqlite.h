// Sqlite.h
// A thin hold on sqlite3 for the centre's own tables: an open file and a prepared statement, each closed by its owner.
// A connection and its statements are used by one thread at a time. Failures are thrown as SqlFailure and stay inside
// CentreStore, which turns them into Error.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace ekatra::gateway {

struct SqlFailure {
    int code = 0;
    QString detail;
};

[[nodiscard]] Error storeError(const SqlFailure& failure);

class Database {
public:
    enum class Access { ReadWrite, ReadOnly };

    Database(const QString& path, Access access); // ":memory:" for a store that lives as long as this object
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    sqlite3* m_handle = nullptr;
};

class Statement {
public:
    Statement(Database& database, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(const char* name, qint64 value);
    Statement& bind(const char* name, std::optional<qint64> value);
    Statement& bind(const char* name, const QString& text);
    Statement& bindBlob(const char* name, const QByteArray& bytes);

    // True while there is a row.
    bool step();
    // Runs to the end and makes the statement ready for other values.
    void finish();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;

private:
    [[nodiscard]] int index(const char* name) const;
    void check(int code) const;

    Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
};

// Rolls back unless commit() was reached.
class WriteTransaction {
public:
    explicit WriteTransaction(Database& database);
    ~WriteTransaction();
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace ekatra::gateway
