// StatementLoop.h
// Lets the first, the second, the third ... statement of a deed fail until it succeeds without a failure.
#pragma once

#include "fault/FaultStation.h"

#include <sqlite3.h>

#include <functional>

namespace ekatra::test {

struct Failure {
    int code;
    ErrorKind kind;
    const char* says;
};
inline constexpr Failure failures[] = {
    {SQLITE_IOERR_WRITE, ErrorKind::DiskFull, "store.disk_error"},
    {SQLITE_FULL, ErrorKind::DiskFull, "store.disk_full"},
    {SQLITE_BUSY, ErrorKind::Busy, "store.busy"},
};

// Runs `once` for each n from 1 until it says that no statement failed any more. The short form takes the three
// failures by turns, the long form each of them.
inline void forEachStatement(const std::function<bool(int n, const Failure& failure)>& once)
{
    const int passes = longTests() ? 3 : 1;
    int statements = 0;
    for (int pass = 0; pass < passes; ++pass) {
        for (int n = 1;; ++n) {
            BOOST_TEST_CONTEXT("statement " << n)
            {
                if (!once(n, failures[(n + pass) % 3]))
                    break;
            }
            statements = n;
        }
    }
    BOOST_TEST(statements > 0);
    BOOST_TEST_MESSAGE(statements << " statements failed");
}

inline void expectSays(const std::optional<Error>& error, const Failure& failure, const std::string& statement)
{
    BOOST_TEST_REQUIRE(error.has_value(), "no error although this failed: " << statement);
    BOOST_TEST(error->code.toStdString() == failure.says, error->code.toStdString() << " from: " << statement);
    BOOST_TEST((error->kind == failure.kind));
}

} // namespace ekatra::test
