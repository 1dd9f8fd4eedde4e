#include "storage/Settings.h"

namespace ekatra::storage {

Result<QString> Settings::value(const char* name) const
{
    auto row = m_db.query("SELECT value FROM meta WHERE name = 'set:' || ?", name);
    const QString value = row.next() ? row.text(0) : QString();
    if (auto done = row.status(); !done)
        return done.error();
    return value;
}

Result<void> Settings::set(const char* name, const QString& value)
{
    return m_db
        .query("INSERT INTO meta (name, value) VALUES ('set:' || ?, ?)"
               " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
               name, value.isNull() ? QStringLiteral("") : value)
        .run();
}

} // namespace ekatra::storage
