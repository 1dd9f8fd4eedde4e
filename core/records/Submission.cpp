// The operator's side of RecordService: drafts, submission, and what the centre answers.
#include "records/RecordService.h"

#include "base/CanonicalJson.h"

#include <QJsonDocument>

namespace ekatra::records {

using domain::Record;
using domain::RecordState;

Result<Record> RecordService::known(const domain::RecordUid& uid) const
{
    auto record = m_table.byUid(uid);
    if (!record)
        return record.error();
    if (!*record)
        return error(ErrorKind::NotFound, "record.unknown",
                     {{QStringLiteral("id"), uid.toString(QUuid::WithoutBraces)}});
    return std::move(**record);
}

Result<Record> RecordService::saveDraft(const QString& kind, const domain::RecordUid& uid, const QJsonObject& payload,
                                        const QString& author, const QString& reason)
{
    Batch batch(*this);
    if (auto begun = batch.begin(); !begun)
        return begun.error();
    Record record;
    if (uid.isNull()) {
        record.uid = domain::newUid(m_clock.now().toMSecsSinceEpoch());
        record.kind = kind;
        record.state = RecordState::Draft;
    } else {
        auto found = known(uid);
        if (!found)
            return found;
        record = std::move(*found);
    }
    if (record.state == RecordState::Draft) {
        // What was never submitted is the record itself; it takes its natural key when it is submitted.
        if (auto done = write(record, contentOf(record.kind, payload)); !done)
            return done.error();
    }
    if (auto done = m_table.putDraft(record.row, {payload, author, reason, nowSeconds()}); !done)
        return done.error();
    if (auto done = batch.commit(); !done)
        return done.error();
    return record;
}

Result<bool> RecordService::dropDraft(const domain::RecordUid& uid)
{
    Batch batch(*this);
    if (auto begun = batch.begin(); !begun)
        return begun.error();
    auto record = known(uid);
    if (!record)
        return record.error();
    const bool isRecord = record->state == RecordState::Draft;
    if (isRecord && record->version > 1)
        return error(ErrorKind::BadUsage, "record.was_submitted", {{QStringLiteral("number"), record->number}});
    if (auto done = m_table.removeDraft(record->row); !done)
        return done.error();
    if (isRecord) {
        m_search.remove(record->row, record->eventDay);
        if (auto done = m_table.remove(record->row); !done)
            return done.error();
    }
    if (auto done = batch.commit(); !done)
        return done.error();
    return isRecord;
}

Result<QJsonObject> RecordService::numbered(const QString& kind, QJsonObject payload) const
{
    const domain::Kind* const known = m_kinds.find(kind);
    if (!known || !known->series || payload.contains(known->series->field))
        return payload;
    QStringList within;
    for (const QString& field : known->series->within) {
        const QString part = domain::valueAt(payload, field.split(QLatin1Char('.'))).toVariant().toString();
        if (part.isEmpty())
            return payload; // the key stays unmade, and submit() says so
        within.append(part);
    }
    auto highest = m_table.highestNumber(kind, within.join(QLatin1Char('/')));
    if (!highest)
        return highest.error();
    payload.insert(known->series->field, *highest + 1);
    return payload;
}

// Station, year and number are given once: what was submitted under them keeps them.
Result<QJsonObject> RecordService::withItsNumber(const Record& record, QJsonObject payload) const
{
    const domain::Kind* const kind = m_kinds.find(record.kind);
    if (record.state == RecordState::Draft || !kind || !kind->series)
        return payload;
    QStringList fields = kind->series->within;
    fields.append(kind->series->field);
    for (const QString& field : fields) {
        const QStringList path = field.split(QLatin1Char('.'));
        const QString top = path.first();
        if (!payload.contains(top))
            payload.insert(top, record.payload.value(top));
        else if (domain::valueAt(payload, path) != domain::valueAt(record.payload, path))
            return error(ErrorKind::BadInput, "record.number_fixed", {{QStringLiteral("number"), record.number}});
    }
    return payload;
}

Result<Record> RecordService::submit(const domain::RecordUid& uid, const QJsonObject& payload, const QString& author,
                                     const QString& reason)
{
    Batch batch(*this);
    if (auto begun = batch.begin(); !begun)
        return begun.error();
    auto record = known(uid);
    if (!record)
        return record;
    auto standing = withItsNumber(*record, payload);
    if (!standing)
        return standing.error();
    auto queued = queue(std::move(*record), *standing, author, reason);
    if (!queued)
        return queued;
    if (auto done = m_table.removeDraft(queued->row); !done)
        return done.error();
    if (auto done = batch.commit(); !done)
        return done.error();
    return queued;
}

// Inside a batch: the record becomes `payload`, under a number and key of its own, and goes into the outbox.
Result<Record> RecordService::queue(Record record, const QJsonObject& typed, const QString& author,
                                    const QString& reason)
{
    auto payload = numbered(record.kind, typed);
    if (!payload)
        return payload.error();
    const Content content = contentOf(record.kind, *payload);
    if (content.extract.naturalKey.isNull())
        return error(ErrorKind::BadInput, "record.no_key");
    auto holder = m_table.byKey(record.kind, content.extract.naturalKey);
    if (!holder)
        return holder.error();
    if (*holder && (*holder)->uid != record.uid)
        return error(ErrorKind::BadInput, "record.number_taken", {{QStringLiteral("number"), content.extract.number}});

    const bool isFirst = record.state == RecordState::Draft;
    if (!isFirst) {
        if (auto done = writeOutMentions(record); !done)
            return done.error();
        if (auto done = m_table.keepRevision(record, nowSeconds(), author, reason); !done)
            return done.error();
        ++record.version;
    }
    record.naturalKey = content.extract.naturalKey;
    record.state = RecordState::Ready;
    if (auto done = write(record, content); !done)
        return done.error();
    if (auto done = m_outbox.add(record, content.extract.caseKey); !done)
        return done.error();
    return record;
}

Result<void> RecordService::markSending(const outbox::Row& row)
{
    storage::Transaction transaction(m_db);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto done = m_outbox.markSending(row); !done)
        return done;
    return transaction.commit();
}

Result<void> RecordService::settle(const outbox::Row& row, const Settlement& settlement, const QString& centreSource)
{
    using Outcome = Settlement::Outcome;
    Batch batch(*this);
    if (auto begun = batch.begin(); !begun)
        return begun;
    auto later = m_outbox.hasLaterVersion(row);
    if (!later)
        return later.error();
    auto record = m_table.byRow(row.record);
    if (!record)
        return record.error();
    if (!*record)
        return error(ErrorKind::Damaged, "store.damaged", {{QStringLiteral("detail"), QStringLiteral("outbox")}});

    Result<void> done;
    switch (settlement.outcome) {
    case Outcome::TryLater:
    case Outcome::Unknown:
        done = m_outbox.postpone(row, settlement.wait, settlement.reason, settlement.outcome == Outcome::Unknown);
        break;
    case Outcome::Accepted:
        done = m_outbox.accepted(row, settlement.revision);
        if (done)
            done =
                m_table.setState(row.record, *later ? RecordState::Ready : RecordState::Accepted, settlement.revision);
        if (done)
            done = hearCentre(row, centreSource, settlement.revision, QJsonDocument::fromJson(row.payload).object());
        break;
    case Outcome::NumberTaken: {
        // The number went to another record meanwhile: take the next one, as a new version.
        const domain::Kind* const kind = m_kinds.find(row.kind);
        done = m_outbox.setAside(row, outbox::RowState::Rejected, settlement.reason);
        if (done && !*later && kind && kind->series) {
            QJsonObject payload = (*record)->payload;
            payload.remove(kind->series->field);
            auto queued = queue(std::move(**record), payload, QStringLiteral("centre"), QStringLiteral("number taken"));
            if (!queued)
                done = queued.error();
        }
        break;
    }
    case Outcome::Rejected:
        done = m_outbox.setAside(row, outbox::RowState::Rejected, settlement.reason);
        if (done && !*later)
            done = m_table.setState(row.record, RecordState::Rejected, (*record)->centralRevision);
        break;
    case Outcome::Conflict:
        done = m_outbox.setAside(row, outbox::RowState::Conflicted, settlement.reason);
        if (done && !*later)
            done = m_table.setState(row.record, RecordState::Conflicted, settlement.revision);
        if (done && !settlement.current.isEmpty())
            done = hearCentre(row, centreSource, settlement.revision, settlement.current);
        break;
    }
    if (!done)
        return done;
    return batch.commit();
}

// What the centre now holds of the record becomes its mention.
Result<void> RecordService::hearCentre(const outbox::Row& row, const QString& centreSource, const QString& revision,
                                       const QJsonObject& payload)
{
    if (centreSource.isEmpty())
        return {};
    auto record = m_table.byRow(row.record);
    if (!record)
        return record.error();
    if (auto done = writeOutMentions(**record); !done)
        return done;
    const QString key = row.uid.toString(QUuid::WithoutBraces);
    auto known = m_table.mention(centreSource, row.kind, key);
    if (!known)
        return known.error();
    Mention mention = *known ? std::move(**known) : Mention{};
    mention.sourceId = centreSource;
    mention.kind = row.kind;
    mention.sourceKey = key;
    mention.record = row.record;
    mention.sourceRevision = revision;
    mention.payload = payload;
    mention.hash = base::contentHash(payload);
    mention.lastSeen = nowSeconds();
    if (!mention.firstSeen)
        mention.firstSeen = mention.lastSeen;
    if (auto done = m_table.putMention(mention); !done)
        return done;
    auto merged = remerge(std::move(**record), centreSource);
    if (!merged)
        return merged.error();
    return {};
}

Result<void> RecordService::discard(qint64 outboxRow, const QString& author, const QString& reason)
{
    Batch batch(*this);
    if (auto begun = batch.begin(); !begun)
        return begun;
    auto row = m_outbox.find(outboxRow);
    if (!row)
        return row.error();
    if (row->state == outbox::RowState::Accepted)
        return error(ErrorKind::BadUsage, "outbox.already_accepted",
                     {{QStringLiteral("id"), QString::number(outboxRow)}});
    if (row->state == outbox::RowState::Sending)
        return error(ErrorKind::BadUsage, "outbox.fate_unknown", {{QStringLiteral("id"), QString::number(outboxRow)}});
    auto record = m_table.byRow(row->record);
    if (!record)
        return record.error();
    auto later = m_outbox.hasLaterVersion(*row);
    if (!later)
        return later.error();
    if (auto done = m_outbox.discard(outboxRow); !done)
        return done;
    if (*record && !*later) {
        if (auto done = m_table.keepRevision(**record, nowSeconds(), author, reason); !done)
            return done;
        auto mentions = m_table.mentionsOf(row->record);
        if (!mentions)
            return mentions.error();
        ++(*record)->version;
        (*record)->state = mentions->empty() ? RecordState::Draft : RecordState::Held;
        if (mentions->empty())
            (*record)->naturalKey = QString();
        if (auto done = write(**record, contentOf((*record)->kind, (*record)->payload)); !done)
            return done;
        if ((*record)->state == RecordState::Draft) {
            // An edit that was begun meanwhile stands above what is given back.
            auto draft = m_table.draft(row->record);
            if (!draft)
                return draft.error();
            const Draft given{(*record)->payload, author, reason, nowSeconds()};
            if (auto done = m_table.putDraft(row->record, draft->value_or(given)); !done)
                return done;
        }
        if (auto merged = remerge(std::move(**record), author); !merged)
            return merged.error();
    }
    return batch.commit();
}

} // namespace ekatra::records
