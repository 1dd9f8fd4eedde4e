#include "records/RecordReader.h"

#include "domain/Identifiers.h"

#include <QCryptographicHash>

#include <array>

namespace ekatra::records {

using domain::Record;

Result<Record> RecordReader::find(const QString& idOrNumber, const QString& station) const
{
    const QString wanted = idOrNumber.trimmed();
    const auto unknown = [&] { return error(ErrorKind::NotFound, "record.unknown", {{QStringLiteral("id"), wanted}}); };
    if (const QUuid uid = QUuid::fromString(wanted); !uid.isNull()) {
        auto record = m_table.byUid(uid);
        if (!record)
            return record.error();
        return *record ? Result<Record>(std::move(**record)) : Result<Record>(unknown());
    }
    // Leading zeros are written and never part of a key; a number alone is of this station.
    QStringList parts = wanted.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString& part : parts) {
        while (part.size() > 1 && part.startsWith(QLatin1Char('0')))
            part.remove(0, 1);
    }
    QStringList candidates{wanted};
    const auto number = domain::parseFirNumber(wanted);
    const bool isNumber = number && number->year;
    if (isNumber)
        candidates.append(QStringLiteral("%1/%2/%3").arg(station).arg(*number->year).arg(number->serial));
    candidates.append(parts.join(QLatin1Char('/')));
    for (const domain::Kind& kind : m_kinds.all()) {
        for (const QString& key : candidates) {
            auto record = m_table.byKey(kind.code, key);
            if (!record)
                return record.error();
            if (*record)
                return std::move(**record);
        }
    }
    return isNumber ? elsewhere(domain::printedFirNumber(number->serial, *number->year)) : Result<Record>(unknown());
}

// A number that this station has not: of another one, when only one has it.
Result<Record> RecordReader::elsewhere(const QString& number) const
{
    for (const domain::Kind& kind : m_kinds.all()) {
        auto found = m_table.byNumber(kind.code, number);
        if (!found)
            return found.error();
        if (found->size() > 1)
            return error(ErrorKind::BadInput, "record.number_ambiguous",
                         {{QStringLiteral("number"), number},
                          {QStringLiteral("count"), QString::number(found->size())},
                          {QStringLiteral("example"), found->front().naturalKey}});
        if (found->size() == 1)
            return std::move(found->front());
    }
    return error(ErrorKind::NotFound, "record.unknown", {{QStringLiteral("id"), number}});
}

Result<RecordDetails> RecordReader::details(domain::RecordRow row) const
{
    auto record = m_table.byRow(row);
    if (!record)
        return record.error();
    if (!*record)
        return error(ErrorKind::NotFound, "record.unknown", {{QStringLiteral("id"), QString::number(row)}});
    RecordDetails details;
    details.record = std::move(**record);
    details.extract = m_kinds.extract(details.record.kind, details.record.payload);

    auto mentions = m_table.mentionsOf(row);
    if (!mentions)
        return mentions.error();
    details.mentions = std::move(*mentions);
    std::vector<Voice> voices;
    for (const Mention& mention : details.mentions)
        voices.push_back({mention.profile, mention.payload.value_or(details.record.payload)});
    for (const QString& field : details.record.payload.keys()) {
        const QString profile = m_precedence.winner(details.record.kind, field, voices);
        for (const Mention& mention : details.mentions) {
            if (mention.profile == profile)
                details.fieldSources.insert(field, mention.sourceId);
        }
    }

    for (const auto& link : details.extract.links) {
        auto target = m_table.byKey(link.targetKind, link.targetKey);
        if (!target)
            return target.error();
        details.linked.push_back({link.targetKind, link.targetKey, std::move(*target)});
    }
    auto pointing = linkedTo(details.record.kind, details.record.naturalKey);
    if (!pointing)
        return pointing.error();
    for (Record& other : *pointing)
        details.linked.push_back({other.kind, other.naturalKey, std::move(other)});

    auto draft = m_table.draft(row);
    if (!draft)
        return draft.error();
    details.draft = std::move(*draft);
    auto count = m_db.query("SELECT count(*) FROM revision WHERE record_id = ?", row);
    if (count.next())
        details.revisions = static_cast<int>(count.integer(0));
    return details;
}

Result<std::vector<Record>> RecordReader::linkedTo(const QString& kind, const QString& naturalKey) const
{
    std::vector<domain::RecordRow> pointing;
    auto rows = m_db.query("SELECT l.record_id FROM record_link l JOIN record r ON r.id = l.record_id"
                           " WHERE l.target_kind = ? AND l.target_key = ? ORDER BY r.event_day, r.id",
                           kind, naturalKey);
    while (rows.next())
        pointing.push_back(rows.integer(0));
    if (auto done = rows.status(); !done)
        return done.error();
    std::vector<Record> records;
    for (const auto row : pointing) {
        auto record = m_table.byRow(row);
        if (!record)
            return record.error();
        if (*record)
            records.push_back(std::move(**record));
    }
    return records;
}

Result<std::vector<Record>> RecordReader::withLinked(const QString& kind, const QString& naturalKey) const
{
    auto first = m_table.byKey(kind, naturalKey);
    if (!first)
        return first.error();
    auto records = linkedTo(kind, naturalKey);
    if (records && *first)
        records->insert(records->begin(), std::move(**first));
    return records;
}

Result<std::vector<DraftRecord>> RecordReader::drafts() const
{
    std::vector<std::pair<domain::RecordRow, qint64>> saved;
    auto rows = m_db.query("SELECT record_id, saved_at FROM draft ORDER BY saved_at DESC, record_id DESC");
    while (rows.next())
        saved.emplace_back(rows.integer(0), rows.integer(1));
    if (auto done = rows.status(); !done)
        return done.error();
    std::vector<DraftRecord> drafts;
    for (const auto& [row, at] : saved) {
        auto record = m_table.byRow(row);
        if (!record)
            return record.error();
        auto draft = m_table.draft(row);
        if (!draft)
            return draft.error();
        if (!*record || !*draft)
            continue; // submitted or dropped just now
        (*record)->payload = std::move((*draft)->payload);
        drafts.push_back({std::move(**record), at});
    }
    return drafts;
}

Result<std::vector<Revision>> RecordReader::revisions(domain::RecordRow row) const
{
    return m_table.revisionsOf(row);
}

Result<QMap<QString, qint64>> RecordReader::countsByKind() const
{
    QMap<QString, qint64> counts;
    auto rows = m_db.query("SELECT kind, count(*) FROM record GROUP BY kind");
    while (rows.next())
        counts.insert(rows.text(0), rows.integer(1));
    if (auto done = rows.status(); !done)
        return done.error();
    return counts;
}

Result<QByteArray> RecordReader::contentDigest() const
{
    // The sum modulo 2^256 of one hash a record: order cannot matter, and equal records do not cancel each other.
    std::array<quint32, 8> sum{};
    auto rows = m_db.query("SELECT kind, natural_key, hash FROM record WHERE state <> 'draft'");
    while (rows.next()) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(rows.view(0));
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(rows.view(1));
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(rows.view(2));
        const QByteArray bytes = hash.result();
        quint64 carry = 0;
        for (std::size_t i = sum.size(); i-- > 0;) {
            quint32 word = 0;
            for (std::size_t j = 0; j < 4; ++j)
                word = (word << 8) | static_cast<uchar>(bytes.at(static_cast<qsizetype>(4 * i + j)));
            carry += quint64{sum[i]} + word;
            sum[i] = static_cast<quint32>(carry);
            carry >>= 32;
        }
    }
    if (auto done = rows.status(); !done)
        return done.error();
    QByteArray hex;
    for (const quint32 word : sum)
        hex += QByteArray::number(word, 16).rightJustified(8, '0');
    return hex;
}

} // namespace ekatra::records
