#include "storage/Verify.h"

namespace ekatra::storage {

namespace {

// In a damaged database the checks themselves break off, each in its own way: that too is a finding.
Result<void> noted(QStringList& problems, const char* check, const Result<void>& done)
{
    if (done)
        return {};
    const Error& error = done.error();
    if (error.kind != ErrorKind::Damaged && error.kind != ErrorKind::Internal)
        return done;
    problems.append(QLatin1String(check) + QStringLiteral(": ") + error.context.value(QStringLiteral("detail")));
    return {};
}

} // namespace

Result<QStringList> verify(Connection& db)
{
    QStringList problems;
    // The check of pages reads the file without its WAL. After a power cut in the middle of a checkpoint the file has
    // torn pages that the WAL still holds whole, so that must be brought in first.
    if (auto done = noted(problems, "log", db.query("PRAGMA wal_checkpoint(TRUNCATE)").run()); !done)
        return done.error();
    // One line a damaged page; nothing when all pages carry their right code.
    auto pages = db.query("PRAGMA cipher_integrity_check");
    while (pages.next())
        problems.append(pages.text(0));
    if (auto done = noted(problems, "pages", pages.status()); !done)
        return done.error();
    auto structure = db.query("PRAGMA integrity_check");
    while (structure.next()) {
        if (structure.text(0) != QLatin1String("ok"))
            problems.append(structure.text(0));
    }
    if (auto done = noted(problems, "structure", structure.status()); !done)
        return done.error();
    auto keys = db.query("PRAGMA foreign_key_check");
    while (keys.next())
        problems.append(QStringLiteral("%1: row %2 points to nothing").arg(keys.text(0)).arg(keys.integer(1)));
    if (auto done = noted(problems, "links", keys.status()); !done)
        return done.error();
    const auto search = db.execute("INSERT INTO search (search) VALUES ('integrity-check')");
    if (auto done = noted(problems, "search", search); !done)
        return done.error();
    return problems;
}

} // namespace ekatra::storage
