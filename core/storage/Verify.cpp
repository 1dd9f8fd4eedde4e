#include "storage/Verify.h"

namespace ekatra::storage {

Result<QStringList> verify(Connection& db)
{
    QStringList problems;
    // One line a damaged page; nothing when all pages carry their right code.
    auto pages = db.query("PRAGMA cipher_integrity_check");
    while (pages.next())
        problems.append(pages.text(0));
    if (auto done = pages.status(); !done)
        return done.error();
    auto structure = db.query("PRAGMA integrity_check");
    while (structure.next()) {
        if (structure.text(0) != QLatin1String("ok"))
            problems.append(structure.text(0));
    }
    if (auto done = structure.status(); !done && done.error().kind != ErrorKind::Damaged)
        return done.error();
    else if (!done)
        problems.append(done.error().context.value(QStringLiteral("detail")));
    auto keys = db.query("PRAGMA foreign_key_check");
    while (keys.next())
        problems.append(QStringLiteral("%1: row %2 points to nothing").arg(keys.text(0)).arg(keys.integer(1)));
    if (auto done = db.execute("INSERT INTO search (search) VALUES ('integrity-check')"); !done)
        problems.append(QStringLiteral("search: ") + done.error().context.value(QStringLiteral("detail")));
    return problems;
}

} // namespace ekatra::storage
