// Migrator.h
// Brings a database up to the newest shape: numbered scripts, each with its version bump in one transaction.
// PRAGMA user_version is the number of the last script that ran. Writer's thread.
#pragma once

#include "storage/Connection.h"

#include <functional>
#include <vector>

namespace ekatra::storage {

struct Migration {
    int number;
    QByteArray sql;
};

// The store's own scripts, from migrations/NNNN_name.sql, in order.
[[nodiscard]] std::vector<Migration> storeMigrations();

// Runs what is missing; `beforeFirst` is called once before the first script of an existing database (a backup).
// Errors: NewerVersion store.newer {found, known}; what the statements and beforeFirst give. A failed script leaves the
// database at the script before it.
[[nodiscard]] Result<void> migrate(Connection& db, const std::vector<Migration>& scripts,
                                   const std::function<Result<void>(int fromVersion)>& beforeFirst);

} // namespace ekatra::storage
