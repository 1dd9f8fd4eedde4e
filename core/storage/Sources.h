// Sources.h
// The systems that this workstation pulls from, and how far each of their streams was read. Settings hold tokens and
// passwords, and so live nowhere but here, inside the encrypted store. Store thread.
#pragma once

#include "storage/Connection.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ekatra::storage {

struct Source {
    QString id;
    QString profile; // name of its profile file
    QJsonObject settings; // url, auth, certificate files; never shown or logged whole
};

class Sources {
public:
    explicit Sources(Connection& db) : m_db(db) { }

    // Errors: BadUsage source.exists {id}.
    [[nodiscard]] Result<void> add(const Source& source);
    // Other settings for a source that is there. Errors: NotFound source.unknown {id}.
    [[nodiscard]] Result<void> update(const Source& source);
    // Records that it alone mentioned stay, without a mention. Errors: NotFound source.unknown {id}.
    [[nodiscard]] Result<void> remove(const QString& id);
    [[nodiscard]] Result<std::vector<Source>> all() const;
    [[nodiscard]] Result<Source> find(const QString& id) const;

    // Empty: the stream was never read.
    [[nodiscard]] Result<QByteArray> cursor(const QString& sourceId, const QString& stream) const;
    // Writes only when it moves; an empty value forgets it.
    [[nodiscard]] Result<void> moveCursor(const QString& sourceId, const QString& stream, const QByteArray& value);
    [[nodiscard]] Result<void> forgetCursors(const QString& sourceId);

private:
    Connection& m_db;
};

} // namespace ekatra::storage
