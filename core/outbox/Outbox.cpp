#include "outbox/Outbox.h"

#include "base/CanonicalJson.h"

namespace ekatra::outbox {

using storage::Query;
using storage::Utf8;

namespace {

// Column list of rowFrom(), shared by every reader.
#define OUTBOX_ROW                                                                                                     \
    "SELECT o.id, o.record_id, r.uid, r.kind, r.number, o.case_key, o.version, o.base_revision, o.idempotency_key,"    \
    " o.state, o.attempts, o.next_try_at, o.last_error, o.queued_at, o.settled_at, o.payload"                          \
    " FROM outbox o JOIN record r ON r.id = o.record_id "

RowState stateFrom(const QString& text)
{
    for (const RowState state :
         {RowState::Ready, RowState::Sending, RowState::Accepted, RowState::Rejected, RowState::Conflicted}) {
        if (toText(state) == text)
            return state;
    }
    return RowState::Ready;
}

Row rowFrom(const Query& row)
{
    return {row.integer(0),
            row.integer(1),
            QUuid::fromRfc4122(row.bytes(2)),
            row.text(3),
            row.text(4),
            row.text(5),
            static_cast<int>(row.integer(6)),
            row.bytes(15),
            row.text(7),
            row.text(8),
            stateFrom(row.text(9)),
            static_cast<int>(row.integer(10)),
            row.integer(11),
            row.bytes(12),
            row.integer(13),
            row.integer(14)};
}

Result<std::vector<Row>> rowsOf(Query query)
{
    std::vector<Row> rows;
    while (query.next())
        rows.push_back(rowFrom(query));
    if (auto done = query.status(); !done)
        return done.error();
    return rows;
}

} // namespace

QString toText(RowState state)
{
    switch (state) {
    case RowState::Ready:
        return QStringLiteral("ready");
    case RowState::Sending:
        return QStringLiteral("sending");
    case RowState::Accepted:
        return QStringLiteral("accepted");
    case RowState::Rejected:
        return QStringLiteral("rejected");
    case RowState::Conflicted:
        return QStringLiteral("conflicted");
    }
    Q_UNREACHABLE();
}

Result<void> Outbox::add(const domain::Record& record, const QString& caseKey)
{
    auto done = m_db.query("DELETE FROM outbox WHERE record_id = ? AND state IN ('ready', 'rejected', 'conflicted')"
                           " AND NOT (state = 'ready' AND attempts > 0)",
                           record.row)
                    .run();
    if (!done)
        return done;
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_db
        .query("INSERT INTO outbox (record_id, case_key, version, payload, base_revision, idempotency_key, state,"
               " queued_at) VALUES (?, ?, ?, ?, ?, ?, 'ready', ?)",
               record.row, caseKey.isNull() ? record.uid.toString(QUuid::WithoutBraces) : caseKey, record.version,
               Utf8{base::canonicalJson(record.payload)}, record.centralRevision,
               domain::newUid(now).toString(QUuid::WithoutBraces), now)
        .run();
}

Result<std::vector<Row>> Outbox::due(std::size_t limit) const
{
    return rowsOf(m_db.query(OUTBOX_ROW "WHERE o.state IN ('ready', 'sending') AND o.next_try_at <= ?"
                                        " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.case_key = o.case_key"
                                        " AND e.id < o.id AND e.state IN ('ready', 'sending'))"
                                        " ORDER BY o.id LIMIT ?",
                             m_clock.now().toMSecsSinceEpoch(), static_cast<qint64>(limit)));
}

Result<void> Outbox::markSending(const Row& row)
{
    return m_db.query("UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?", row.id).run();
}

Result<void> Outbox::accepted(const Row& row, const QString& revision)
{
    auto done = m_db.query("UPDATE outbox SET state = 'accepted', last_error = NULL, settled_at = ? WHERE id = ?",
                           m_clock.now().toMSecsSinceEpoch(), row.id)
                    .run();
    if (!done)
        return done;
    return m_db
        .query("UPDATE outbox SET base_revision = ? WHERE record_id = ? AND version > ?", revision, row.record,
               row.version)
        .run();
}

Result<void> Outbox::postpone(const Row& row, std::chrono::milliseconds wait, const QByteArray& reason,
                              bool fateUnknown)
{
    return m_db
        .query("UPDATE outbox SET state = ?, next_try_at = ?, last_error = ? WHERE id = ?",
               toText(fateUnknown ? RowState::Sending : RowState::Ready),
               m_clock.now().toMSecsSinceEpoch() + static_cast<qint64>(wait.count()), Utf8{reason}, row.id)
        .run();
}

Result<void> Outbox::setAside(const Row& row, RowState state, const QByteArray& reason)
{
    return m_db
        .query("UPDATE outbox SET state = ?, last_error = ?, settled_at = ? WHERE id = ?", toText(state), Utf8{reason},
               m_clock.now().toMSecsSinceEpoch(), row.id)
        .run();
}

Result<int> Outbox::retry(qint64 id)
{
    auto done = id == 0
        ? m_db.query("UPDATE outbox SET next_try_at = 0 WHERE state IN ('ready', 'sending') AND next_try_at > 0").run()
        : m_db.query("UPDATE outbox SET next_try_at = 0, settled_at = NULL,"
                     " state = CASE state WHEN 'rejected' THEN 'ready' ELSE state END"
                     " WHERE id = ? AND state IN ('ready', 'sending', 'rejected')",
                     id)
              .run();
    if (!done)
        return done.error();
    return m_db.changes();
}

Result<void> Outbox::discard(qint64 id)
{
    return m_db.query("DELETE FROM outbox WHERE id = ?", id).run();
}

Result<std::vector<Row>> Outbox::list(bool withSettled) const
{
    return withSettled ? rowsOf(m_db.query(OUTBOX_ROW "ORDER BY o.id DESC"))
                       : rowsOf(m_db.query(OUTBOX_ROW "WHERE o.state <> 'accepted' ORDER BY o.id"));
}

Result<std::vector<Row>> Outbox::acceptedSince(qint64 moment) const
{
    return rowsOf(
        m_db.query(OUTBOX_ROW "WHERE o.state = 'accepted' AND o.settled_at >= ? ORDER BY o.settled_at DESC", moment));
}

Result<Row> Outbox::find(qint64 id) const
{
    auto rows = rowsOf(m_db.query(OUTBOX_ROW "WHERE o.id = ?", id));
    if (!rows)
        return rows.error();
    if (rows->empty())
        return error(ErrorKind::NotFound, "outbox.unknown", {{QStringLiteral("id"), QString::number(id)}});
    return std::move(rows->front());
}

Result<bool> Outbox::hasLaterVersion(const Row& row) const
{
    auto later = m_db.query("SELECT 1 FROM outbox WHERE record_id = ? AND version > ?", row.record, row.version);
    const bool found = later.next();
    if (auto done = later.status(); !done)
        return done.error();
    return found;
}

Result<Outbox::Counts> Outbox::counts() const
{
    Counts counts;
    auto rows = m_db.query("SELECT state, count(*) FROM outbox GROUP BY state");
    while (rows.next()) {
        const int count = static_cast<int>(rows.integer(1));
        switch (stateFrom(rows.text(0))) {
        case RowState::Ready:
        case RowState::Sending:
            counts.waiting += count;
            break;
        case RowState::Rejected:
            counts.rejected += count;
            break;
        case RowState::Conflicted:
            counts.conflicted += count;
            break;
        case RowState::Accepted:
            break;
        }
    }
    if (auto done = rows.status(); !done)
        return done.error();
    return counts;
}

Result<qint64> Outbox::nextTurn() const
{
    auto row = m_db.query("SELECT min(o.next_try_at) FROM outbox o WHERE o.state IN ('ready', 'sending')"
                          " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.case_key = o.case_key"
                          " AND e.id < o.id AND e.state IN ('ready', 'sending'))");
    if (!row.next())
        return row.status().ok() ? Result<qint64>(0) : Result<qint64>(row.status().error());
    return row.isNull(0) ? qint64{0} : std::max<qint64>(row.integer(0), 1);
}

} // namespace ekatra::outbox
