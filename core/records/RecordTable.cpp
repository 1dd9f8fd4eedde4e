#include "records/RecordTable.h"

#include "base/CanonicalJson.h"

#include <QJsonDocument>

namespace ekatra::records {

using domain::Record;
using domain::RecordRow;
using storage::Kept;
using storage::Query;
using storage::Utf8;

namespace {

#define RECORD_ROW                                                                                                     \
    "SELECT id, uid, kind, natural_key, state, version, number, station, event_day, payload, central_revision"         \
    " FROM record "
#define MENTION_ROW                                                                                                    \
    "SELECT m.source_id, s.profile, m.kind, m.source_key, m.record_id, m.source_revision, m.payload, m.hash,"          \
    " m.first_seen, m.last_seen FROM mention m JOIN source s ON s.id = m.source_id "

QJsonObject objectFrom(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

Record recordFrom(const Query& row)
{
    Record record;
    record.row = row.integer(0);
    record.uid = QUuid::fromRfc4122(row.bytes(1));
    record.kind = row.text(2);
    record.naturalKey = row.text(3);
    record.state = domain::recordStateFrom(row.text(4));
    record.version = static_cast<int>(row.integer(5));
    record.number = row.text(6);
    record.station = row.text(7);
    record.eventDay = static_cast<int>(row.integer(8));
    record.payload = objectFrom(row.bytes(9));
    record.centralRevision = row.text(10);
    return record;
}

Result<std::optional<Record>> oneRecord(Query query)
{
    if (query.next())
        return std::optional(recordFrom(query));
    if (auto done = query.status(); !done)
        return done.error();
    return std::optional<Record>();
}

Result<std::vector<Record>> allRecords(Query rows)
{
    std::vector<Record> records;
    while (rows.next())
        records.push_back(recordFrom(rows));
    if (auto done = rows.status(); !done)
        return done.error();
    return records;
}

Mention mentionFrom(const Query& row)
{
    Mention mention{row.text(0), row.text(1), row.text(2),  row.text(3),    row.integer(4),
                    row.text(5), {},          row.bytes(7), row.integer(8), row.integer(9)};
    if (!row.isNull(6))
        mention.payload = objectFrom(row.bytes(6));
    return mention;
}

} // namespace

Result<std::optional<Record>> RecordTable::byRow(RecordRow row) const
{
    return oneRecord(m_db.query(RECORD_ROW "WHERE id = ?", row));
}

Result<std::optional<Record>> RecordTable::byUid(const domain::RecordUid& uid) const
{
    return oneRecord(m_db.query(RECORD_ROW "WHERE uid = ?", uid.toRfc4122()));
}

Result<std::optional<Record>> RecordTable::byKey(const QString& kind, const QString& naturalKey) const
{
    return oneRecord(m_db.query(RECORD_ROW "WHERE kind = ? AND natural_key = ?", kind, naturalKey));
}

Result<std::vector<Record>> RecordTable::byNumber(const QString& kind, const QString& number) const
{
    return allRecords(m_db.query(RECORD_ROW "WHERE number = ? AND kind = ?", number, kind));
}

Result<void> RecordTable::insert(Record& record, const Content& content)
{
    auto done = m_db.query("INSERT INTO record (uid, kind, natural_key, state, version, number, station, year,"
                           " event_day, payload, hash, central_revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           record.uid.toRfc4122(), record.kind, record.naturalKey, toText(record.state), record.version,
                           record.number, record.station, content.extract.year, record.eventDay, Kept{content.text},
                           content.hash, record.centralRevision)
                    .run();
    if (!done)
        return done;
    record.row = m_db.lastInsertId();
    return writeExtract(record.row, content.rows);
}

Result<void> RecordTable::update(const Record& record, const Content& content)
{
    auto done = m_db.query("UPDATE record SET natural_key = ?, state = ?, version = ?, number = ?, station = ?,"
                           " year = ?, event_day = ?, payload = ?, hash = ?, central_revision = ? WHERE id = ?",
                           record.naturalKey, toText(record.state), record.version, record.number, record.station,
                           content.extract.year, record.eventDay, Kept{content.text}, content.hash,
                           record.centralRevision, record.row)
                    .run();
    if (!done)
        return done;
    if (auto cleared = clearExtract(record.row); !cleared)
        return cleared;
    return writeExtract(record.row, content.rows);
}

Result<void> RecordTable::setState(RecordRow row, domain::RecordState state, const QString& centralRevision)
{
    return m_db
        .query("UPDATE record SET state = ?, central_revision = ? WHERE id = ?", toText(state), centralRevision, row)
        .run();
}

Result<void> RecordTable::remove(RecordRow row)
{
    return m_db.query("DELETE FROM record WHERE id = ?", row).run();
}

Result<std::vector<Record>> RecordTable::after(RecordRow row, int limit) const
{
    return allRecords(m_db.query(RECORD_ROW "WHERE id > ? ORDER BY id LIMIT ?", row, limit));
}

Result<void> RecordTable::writeExtract(RecordRow row, const ExtractRows& rows)
{
    using Table = ExtractRows::Table;
    const auto write = [&](int i) -> Result<void> {
        const auto cell = [&](int column) { return Kept{rows.cell(i, column)}; };
        const int ordinal = rows.ordinal(i);
        switch (rows.table(i)) {
        case Table::Person:
            return m_db
                .query("INSERT INTO record_person (record_id, ord, role, name, relative_name, sex, age, village,"
                       " mobile) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       row, ordinal, cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6))
                .run();
        case Table::Section:
            return m_db
                .query("INSERT INTO record_section (record_id, ord, act, section) VALUES (?, ?, ?, ?)", row, ordinal,
                       cell(0), cell(1))
                .run();
        case Table::Property:
            return m_db
                .query("INSERT INTO record_property (record_id, ord, category, description, identifier, value)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
                       row, ordinal, cell(0), cell(1), cell(2), cell(3))
                .run();
        case Table::Place:
            return m_db
                .query("INSERT INTO record_place (record_id, ord, kind, village, text) VALUES (?, ?, ?, ?, ?)", row,
                       ordinal, cell(0), cell(1), cell(2))
                .run();
        case Table::Link:
            return m_db
                .query("INSERT INTO record_link (record_id, target_kind, target_key) VALUES (?, ?, ?)"
                       " ON CONFLICT DO NOTHING",
                       row, cell(0), cell(1))
                .run();
        }
        Q_UNREACHABLE();
    };
    for (int i = 0; i < rows.count(); ++i) {
        if (auto done = write(i); !done)
            return done;
    }
    return {};
}

Result<void> RecordTable::clearExtract(RecordRow row)
{
    for (const char* sql :
         {"DELETE FROM record_person WHERE record_id = ?", "DELETE FROM record_section WHERE record_id = ?",
          "DELETE FROM record_property WHERE record_id = ?", "DELETE FROM record_place WHERE record_id = ?",
          "DELETE FROM record_link WHERE record_id = ?"}) {
        if (auto done = m_db.query(sql, row).run(); !done)
            return done;
    }
    return {};
}

Result<std::optional<Mention>> RecordTable::mention(const QString& sourceId, const QString& kind,
                                                    const QString& sourceKey) const
{
    auto row =
        m_db.query(MENTION_ROW "WHERE m.source_id = ? AND m.kind = ? AND m.source_key = ?", sourceId, kind, sourceKey);
    if (row.next())
        return std::optional(mentionFrom(row));
    if (auto done = row.status(); !done)
        return done.error();
    return std::optional<Mention>();
}

Result<std::vector<Mention>> RecordTable::mentionsOf(RecordRow record) const
{
    std::vector<Mention> mentions;
    auto rows = m_db.query(MENTION_ROW "WHERE m.record_id = ? ORDER BY m.source_id, m.source_key", record);
    while (rows.next())
        mentions.push_back(mentionFrom(rows));
    if (auto done = rows.status(); !done)
        return done.error();
    return mentions;
}

Result<void> RecordTable::putMention(const Mention& mention)
{
    const QByteArray text = mention.payload ? base::canonicalJson(*mention.payload) : QByteArray();
    return m_db
        .query("INSERT INTO mention (source_id, kind, source_key, record_id, source_revision, payload, hash,"
               " first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT DO UPDATE SET record_id = excluded.record_id, source_revision = excluded.source_revision,"
               " payload = excluded.payload, hash = excluded.hash, last_seen = excluded.last_seen",
               mention.sourceId, mention.kind, mention.sourceKey, mention.record, mention.sourceRevision,
               mention.payload ? std::optional(Utf8{text}) : std::nullopt, mention.hash, mention.firstSeen,
               mention.lastSeen)
        .run();
}

Result<void> RecordTable::removeMention(const QString& sourceId, const QString& kind, const QString& sourceKey)
{
    return m_db
        .query("DELETE FROM mention WHERE source_id = ? AND kind = ? AND source_key = ?", sourceId, kind, sourceKey)
        .run();
}

Result<std::vector<RecordTable::KnownKey>> RecordTable::keysOf(const QString& sourceId, const QString& kind) const
{
    std::vector<KnownKey> keys;
    auto rows = m_db.query("SELECT source_key, source_revision FROM mention WHERE source_id = ? AND kind = ?"
                           " ORDER BY source_key",
                           sourceId, kind);
    while (rows.next())
        keys.push_back({rows.text(0), rows.text(1)});
    if (auto done = rows.status(); !done)
        return done.error();
    return keys;
}

Result<std::vector<int>> RecordTable::yearsOf(const QString& sourceId, const QString& kind) const
{
    std::vector<int> years;
    auto rows = m_db.query("SELECT DISTINCT r.year FROM mention m JOIN record r ON r.id = m.record_id"
                           " WHERE m.source_id = ? AND m.kind = ? AND r.year IS NOT NULL ORDER BY r.year",
                           sourceId, kind);
    while (rows.next())
        years.push_back(static_cast<int>(rows.integer(0)));
    if (auto done = rows.status(); !done)
        return done.error();
    return years;
}

Result<void> RecordTable::keepRevision(const Record& old, qint64 at, const QString& author, const QString& reason)
{
    return m_db
        .query("INSERT INTO revision (record_id, version, at, author, reason, payload) VALUES (?, ?, ?, ?, ?, ?)"
               " ON CONFLICT DO NOTHING",
               old.row, old.version, at, author, reason, Utf8{base::canonicalJson(old.payload)})
        .run();
}

Result<std::vector<Revision>> RecordTable::revisionsOf(RecordRow record) const
{
    std::vector<Revision> revisions;
    auto rows = m_db.query("SELECT version, at, author, reason, payload FROM revision WHERE record_id = ?"
                           " ORDER BY version",
                           record);
    while (rows.next())
        revisions.push_back({static_cast<int>(rows.integer(0)), rows.integer(1), rows.text(2), rows.text(3),
                             objectFrom(rows.bytes(4))});
    if (auto done = rows.status(); !done)
        return done.error();
    return revisions;
}

Result<std::optional<Draft>> RecordTable::draft(RecordRow record) const
{
    auto row = m_db.query("SELECT payload, author, reason, saved_at FROM draft WHERE record_id = ?", record);
    if (row.next())
        return std::optional(Draft{objectFrom(row.bytes(0)), row.text(1), row.text(2), row.integer(3)});
    if (auto done = row.status(); !done)
        return done.error();
    return std::optional<Draft>();
}

Result<void> RecordTable::putDraft(RecordRow row, const Draft& draft)
{
    const QByteArray text = base::canonicalJson(draft.payload);
    return m_db
        .query("INSERT INTO draft (record_id, payload, author, reason, saved_at) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT DO UPDATE SET payload = excluded.payload, author = excluded.author,"
               " reason = excluded.reason, saved_at = excluded.saved_at",
               row, Utf8{text}, draft.author, draft.reason, draft.savedAt)
        .run();
}

Result<void> RecordTable::removeDraft(RecordRow row)
{
    return m_db.query("DELETE FROM draft WHERE record_id = ?", row).run();
}

Result<qint64> RecordTable::highestNumber(const QString& kind, const QString& keyPrefix) const
{
    // '0' follows '/' in ASCII, so that the range holds just the keys that begin with "prefix/".
    auto row = m_db.query("SELECT max(CAST(substr(natural_key, length(?2) + 2) AS INTEGER)) FROM record"
                          " WHERE kind = ?1 AND natural_key > ?2 || '/' AND natural_key < ?2 || '0'",
                          kind, keyPrefix);
    if (!row.next()) {
        if (auto done = row.status(); !done)
            return done.error();
    }
    return row.integer(0);
}

} // namespace ekatra::records
