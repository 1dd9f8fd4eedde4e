// Quarantine.h
// Rows of a source that could not be mapped, with the reason and the text as it came, until the source or the profile
// is mended. Store thread.
#pragma once

#include "storage/Connection.h"

#include <QMap>
#include <QString>

#include <vector>

namespace ekatra::storage {

struct QuarantinedRow {
    qint64 id = 0;
    QString sourceId;
    QString kind;
    QString sourceKey;
    QString reason; // an error code
    QString detail;
    QByteArray raw;
    qint64 firstSeen = 0; // Unix seconds
    qint64 lastSeen = 0;
};

class Quarantine {
public:
    explicit Quarantine(Connection& db) : m_db(db) { }

    // Keeps `row`, replacing what was kept under the same source, kind and key. Writes only when something differs.
    // True: it was not there before.
    [[nodiscard]] Result<bool> put(const QuarantinedRow& row);
    // Takes out a row whose record has arrived after all, if it is there.
    [[nodiscard]] Result<void> release(const QString& sourceId, const QString& kind, const QString& sourceKey);
    [[nodiscard]] Result<std::vector<QuarantinedRow>> all() const; // newest first, without raw
    // Errors: NotFound quarantine.unknown {id}.
    [[nodiscard]] Result<QuarantinedRow> find(qint64 id) const;
    [[nodiscard]] Result<bool> holds(const QString& sourceId, const QString& kind, const QString& sourceKey) const;
    [[nodiscard]] Result<bool> isEmpty() const;
    [[nodiscard]] Result<qint64> count() const;
    [[nodiscard]] Result<QMap<QString, qint64>> countsBySource() const;

private:
    Connection& m_db;
};

} // namespace ekatra::storage
