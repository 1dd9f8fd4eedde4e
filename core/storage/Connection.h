// Connection.h
// One open database: Qt's stock QSQLITE driver running on the private SQLCipher, with prepared statements run straight
// on its handle (binding through QVariant costs more than the statement does). Everything that opens a SQLite file in
// this product opens it here. One thread: the one that opened it.
#pragma once

#include "base/Result.h"
#include "crypto/SecretBytes.h"
#include "storage/Query.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace ekatra::storage {

// Run on each new connection before anything is read: tokenizers and functions that other rooms need.
using ConnectionStep = std::function<Result<void>(sqlite3*)>;

// Asked before each step of each statement; a result code other than 0 fails the step with it. For fault tests.
using FaultHook = std::function<int(const char* sql)>;

class Connection {
public:
    enum class Mode { ReadWrite, ReadOnly };

    // Opens an encrypted file and proves that it is: SQLCipher answers, the key reads the first page. A new file is
    // made when `path` is missing and the mode allows it.
    // Errors: Damaged store.damaged, Busy store.busy, DiskFull store.disk_full / store.not_writable,
    // Internal store.no_cipher.
    [[nodiscard]] static Result<std::unique_ptr<Connection>>
    openKeyed(const QString& path, const crypto::SecretBytes& key, Mode mode, const std::vector<ConnectionStep>& steps);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return m_handle; }

    // A statement with `values` bound to its question marks, left to right. `sql` must be a literal or outlive the
    // connection: its address is the cache's key.
    template <class... Values>
    [[nodiscard]] Query query(const char* sql, const Values&... values)
    {
        Query query = borrow(sql);
        int position = 0;
        (query.bind(++position, values), ...);
        return query;
    }

    // One or more statements without values or rows.
    [[nodiscard]] Result<void> execute(const char* sql);

    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] int changes() const;
    [[nodiscard]] qint64 totalChanges() const;

    void setFaultHook(FaultHook hook) { m_fault = std::move(hook); }

    // What SQLite's result code means for the program.
    [[nodiscard]] Error errorFor(int code) const;

private:
    friend class Query;
    explicit Connection(QString name) : m_name(std::move(name)) { }
    [[nodiscard]] Result<void> prove(Mode mode);
    [[nodiscard]] Query borrow(const char* sql);
    void giveBack(const char* sql, sqlite3_stmt* statement);

    QString m_name; // Qt's name for it, unique in the process
    sqlite3* m_handle = nullptr;
    FaultHook m_fault;
    // Idle statements; one in use is taken out, so that nested use of the same SQL prepares a second one.
    std::unordered_multimap<const char*, sqlite3_stmt*> m_idle;
};

// Everything between construction and commit() happens or nothing does. Not nestable.
class Transaction {
public:
    explicit Transaction(Connection& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Errors from BEGIN IMMEDIATE appear here too, so that a caller need not ask twice.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

private:
    Connection& m_db;
    bool m_open = false;
};

} // namespace ekatra::storage
