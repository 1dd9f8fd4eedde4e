#include "storage/Migrator.h"

#include <QDir>
#include <QFile>

static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace ekatra::storage {

std::vector<Migration> storeMigrations()
{
    initMigrationResources();
    std::vector<Migration> scripts;
    const QDir folder(QStringLiteral(":/migrations"));
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            scripts.push_back({QStringView(name).left(4).toInt(), file.readAll()});
    }
    return scripts;
}

static Result<int> versionOf(Connection& db)
{
    auto version = db.query("PRAGMA user_version"); // lets go of its read lock at the end of this function
    if (!version.next())
        return version.status().error();
    return static_cast<int>(version.integer(0));
}

Result<void> migrate(Connection& db, const std::vector<Migration>& scripts,
                     const std::function<Result<void>(int)>& beforeFirst)
{
    auto version = versionOf(db);
    if (!version)
        return version.error();
    const int found = *version;
    const int known = scripts.empty() ? 0 : scripts.back().number;
    if (found > known)
        return error(
            ErrorKind::NewerVersion, "store.newer",
            {{QStringLiteral("found"), QString::number(found)}, {QStringLiteral("known"), QString::number(known)}});
    bool first = found > 0;
    for (const Migration& script : scripts) {
        if (script.number <= found)
            continue;
        if (first) {
            if (auto done = beforeFirst(found); !done)
                return done;
            first = false;
        }
        Transaction transaction(db);
        if (auto begun = transaction.begin(); !begun)
            return begun;
        if (auto done = db.execute(script.sql.constData()); !done)
            return done;
        const QByteArray bump = "PRAGMA user_version = " + QByteArray::number(script.number);
        if (auto done = db.execute(bump.constData()); !done)
            return done;
        if (auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

} // namespace ekatra::storage
