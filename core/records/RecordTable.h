// RecordTable.h
// Records, mentions and what was taken out of them, as rows: the SQL behind RecordService and RecordReader. Decides
// nothing. The thread of its connection.
#pragma once

#include "domain/KindTable.h"
#include "domain/Record.h"
#include "records/Content.h"
#include "storage/Connection.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace ekatra::records {

struct Mention {
    QString sourceId;
    QString profile;
    QString kind;
    QString sourceKey;
    domain::RecordRow record = 0;
    QString sourceRevision;
    std::optional<QJsonObject> payload; // nothing: the same as the record's
    QByteArray hash;
    qint64 firstSeen = 0; // Unix seconds
    qint64 lastSeen = 0;
};

struct Revision {
    int version = 0;
    qint64 at = 0; // Unix seconds
    QString author;
    QString reason;
    QJsonObject payload;
};

struct Draft {
    QJsonObject payload;
    QString author;
    QString reason;
    qint64 savedAt = 0; // Unix seconds
};

class RecordTable {
public:
    explicit RecordTable(storage::Connection& db) : m_db(db) { }

    // Nothing found is an empty optional, not an error.
    [[nodiscard]] Result<std::optional<domain::Record>> byRow(domain::RecordRow row) const;
    [[nodiscard]] Result<std::optional<domain::Record>> byUid(const domain::RecordUid& uid) const;
    [[nodiscard]] Result<std::optional<domain::Record>> byKey(const QString& kind, const QString& naturalKey) const;
    // Of all stations, in no order.
    [[nodiscard]] Result<std::vector<domain::Record>> byNumber(const QString& kind, const QString& number) const;

    // Writes the record with its content. insert() sets record.row.
    [[nodiscard]] Result<void> insert(domain::Record& record, const Content& content);
    [[nodiscard]] Result<void> update(const domain::Record& record, const Content& content);
    [[nodiscard]] Result<void> setState(domain::RecordRow row, domain::RecordState state,
                                        const QString& centralRevision);
    [[nodiscard]] Result<void> remove(domain::RecordRow row);
    // The next `limit` records after `row`, in row order; empty at the end.
    [[nodiscard]] Result<std::vector<domain::Record>> after(domain::RecordRow row, int limit) const;

    [[nodiscard]] Result<std::optional<Mention>> mention(const QString& sourceId, const QString& kind,
                                                         const QString& sourceKey) const;
    [[nodiscard]] Result<std::vector<Mention>> mentionsOf(domain::RecordRow row) const;
    [[nodiscard]] Result<void> putMention(const Mention& mention);
    [[nodiscard]] Result<void> removeMention(const QString& sourceId, const QString& kind, const QString& sourceKey);
    // Keys and revisions of everything that a source says of one kind.
    struct KnownKey {
        QString key;
        QString revision;
    };
    [[nodiscard]] Result<std::vector<KnownKey>> keysOf(const QString& sourceId, const QString& kind) const;

    // The years that a source's records of one kind are filed under here, in order.
    [[nodiscard]] Result<std::vector<int>> yearsOf(const QString& sourceId, const QString& kind) const;

    [[nodiscard]] Result<void> keepRevision(const domain::Record& old, qint64 at, const QString& author,
                                            const QString& reason);
    [[nodiscard]] Result<std::vector<Revision>> revisionsOf(domain::RecordRow row) const;

    [[nodiscard]] Result<std::optional<Draft>> draft(domain::RecordRow row) const;
    [[nodiscard]] Result<void> putDraft(domain::RecordRow row, const Draft& draft);
    [[nodiscard]] Result<void> removeDraft(domain::RecordRow row);

    // The highest number of a series held so far, 0 for none: the last part of natural keys that begin with `prefix`.
    [[nodiscard]] Result<qint64> highestNumber(const QString& kind, const QString& keyPrefix) const;

private:
    [[nodiscard]] Result<void> writeExtract(domain::RecordRow row, const ExtractRows& rows);
    [[nodiscard]] Result<void> clearExtract(domain::RecordRow row);

    storage::Connection& m_db;
};

} // namespace ekatra::records
