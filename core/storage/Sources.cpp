#include "storage/Sources.h"

#include "base/CanonicalJson.h"

#include <QJsonDocument>

namespace ekatra::storage {

namespace {
Source sourceFrom(const Query& row)
{
    return {row.text(0), row.text(1), QJsonDocument::fromJson(row.bytes(2)).object()};
}
} // namespace

Result<void> Sources::add(const Source& source)
{
    if (find(source.id))
        return error(ErrorKind::BadUsage, "source.exists", {{QStringLiteral("id"), source.id}});
    const QByteArray settings = base::canonicalJson(source.settings);
    return m_db
        .query("INSERT INTO source (id, profile, settings) VALUES (?, ?, ?)", source.id, source.profile, Utf8{settings})
        .run();
}

Result<void> Sources::update(const Source& source)
{
    if (auto known = find(source.id); !known)
        return known.error();
    const QByteArray settings = base::canonicalJson(source.settings);
    return m_db.query("UPDATE source SET settings = ? WHERE id = ?", Utf8{settings}, source.id).run();
}

Result<void> Sources::remove(const QString& id)
{
    if (auto known = find(id); !known)
        return known.error();
    Transaction transaction(m_db);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    // The payload of a sole mention stands in the record itself, so nothing of the record is lost.
    for (const char* sql : {"DELETE FROM mention WHERE source_id = ?", "DELETE FROM quarantine WHERE source_id = ?",
                            "DELETE FROM cursor WHERE source_id = ?", "DELETE FROM source WHERE id = ?"}) {
        if (auto done = m_db.query(sql, id).run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<std::vector<Source>> Sources::all() const
{
    std::vector<Source> sources;
    auto rows = m_db.query("SELECT id, profile, settings FROM source ORDER BY id");
    while (rows.next())
        sources.push_back(sourceFrom(rows));
    if (auto done = rows.status(); !done)
        return done.error();
    return sources;
}

Result<Source> Sources::find(const QString& id) const
{
    auto row = m_db.query("SELECT id, profile, settings FROM source WHERE id = ?", id);
    if (row.next())
        return sourceFrom(row);
    if (auto done = row.status(); !done)
        return done.error();
    return error(ErrorKind::NotFound, "source.unknown", {{QStringLiteral("id"), id}});
}

Result<QByteArray> Sources::cursor(const QString& sourceId, const QString& stream) const
{
    auto row = m_db.query("SELECT value FROM cursor WHERE source_id = ? AND stream = ?", sourceId, stream);
    if (row.next())
        return row.bytes(0);
    if (auto done = row.status(); !done)
        return done.error();
    return QByteArray();
}

Result<void> Sources::moveCursor(const QString& sourceId, const QString& stream, const QByteArray& value)
{
    auto now = cursor(sourceId, stream);
    if (!now)
        return now.error();
    if (*now == value)
        return {};
    if (value.isEmpty())
        return m_db.query("DELETE FROM cursor WHERE source_id = ? AND stream = ?", sourceId, stream).run();
    return m_db
        .query("INSERT INTO cursor (source_id, stream, value) VALUES (?, ?, ?)"
               " ON CONFLICT DO UPDATE SET value = excluded.value",
               sourceId, stream, value)
        .run();
}

Result<void> Sources::forgetCursors(const QString& sourceId)
{
    return m_db.query("DELETE FROM cursor WHERE source_id = ?", sourceId).run();
}

} // namespace ekatra::storage
