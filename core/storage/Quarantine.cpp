#include "storage/Quarantine.h"

namespace ekatra::storage {

Result<bool> Quarantine::put(const QuarantinedRow& row)
{
    auto known = m_db.query("SELECT reason, raw FROM quarantine WHERE source_id = ? AND kind = ? AND source_key = ?",
                            row.sourceId, row.kind, row.sourceKey);
    const bool there = known.next();
    if (auto done = known.status(); !done)
        return done.error();
    if (there && known.text(0) == row.reason && known.view(1) == row.raw)
        return false;
    auto done = m_db.query("INSERT INTO quarantine (source_id, kind, source_key, reason, detail, raw, first_seen,"
                           " last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)"
                           " ON CONFLICT (source_id, kind, source_key) DO UPDATE SET reason = excluded.reason,"
                           " detail = excluded.detail, raw = excluded.raw, last_seen = excluded.last_seen",
                           row.sourceId, row.kind, row.sourceKey, row.reason,
                           row.detail.isNull() ? QStringLiteral("") : row.detail, row.raw, row.lastSeen)
                    .run();
    if (!done)
        return done.error();
    return !there;
}

Result<void> Quarantine::release(const QString& sourceId, const QString& kind, const QString& sourceKey)
{
    return m_db
        .query("DELETE FROM quarantine WHERE source_id = ? AND kind = ? AND source_key = ?", sourceId, kind, sourceKey)
        .run();
}

Result<std::vector<QuarantinedRow>> Quarantine::all() const
{
    std::vector<QuarantinedRow> found;
    auto rows = m_db.query("SELECT id, source_id, kind, source_key, reason, detail, first_seen, last_seen"
                           " FROM quarantine ORDER BY last_seen DESC, id DESC");
    while (rows.next())
        found.push_back({rows.integer(0),
                         rows.text(1),
                         rows.text(2),
                         rows.text(3),
                         rows.text(4),
                         rows.text(5),
                         {},
                         rows.integer(6),
                         rows.integer(7)});
    if (auto done = rows.status(); !done)
        return done.error();
    return found;
}

Result<QuarantinedRow> Quarantine::find(qint64 id) const
{
    auto row = m_db.query("SELECT id, source_id, kind, source_key, reason, detail, raw, first_seen, last_seen"
                          " FROM quarantine WHERE id = ?",
                          id);
    if (row.next())
        return QuarantinedRow{row.integer(0), row.text(1),  row.text(2),    row.text(3),   row.text(4),
                              row.text(5),    row.bytes(6), row.integer(7), row.integer(8)};
    if (auto done = row.status(); !done)
        return done.error();
    return error(ErrorKind::NotFound, "quarantine.unknown", {{QStringLiteral("id"), QString::number(id)}});
}

Result<bool> Quarantine::holds(const QString& sourceId, const QString& kind, const QString& sourceKey) const
{
    auto row = m_db.query("SELECT 1 FROM quarantine WHERE source_id = ? AND kind = ? AND source_key = ?", sourceId,
                          kind, sourceKey);
    const bool there = row.next();
    if (auto done = row.status(); !done)
        return done.error();
    return there;
}

Result<bool> Quarantine::isEmpty() const
{
    auto row = m_db.query("SELECT 1 FROM quarantine LIMIT 1");
    const bool any = row.next();
    if (auto done = row.status(); !done)
        return done.error();
    return !any;
}

Result<qint64> Quarantine::count() const
{
    auto row = m_db.query("SELECT count(*) FROM quarantine");
    const qint64 all = row.next() ? row.integer(0) : 0;
    if (auto done = row.status(); !done)
        return done.error();
    return all;
}

Result<QMap<QString, qint64>> Quarantine::countsBySource() const
{
    QMap<QString, qint64> counts;
    auto rows = m_db.query("SELECT source_id, count(*) FROM quarantine GROUP BY source_id");
    while (rows.next())
        counts.insert(rows.text(0), rows.integer(1));
    if (auto done = rows.status(); !done)
        return done.error();
    return counts;
}

} // namespace ekatra::storage
