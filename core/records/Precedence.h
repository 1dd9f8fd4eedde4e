// Precedence.h
// Whose word stands where several systems speak of one record (resources/sources/precedence.json). Immutable once
// loaded; any thread.
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::records {

// What one source says.
struct Voice {
    QString profile;
    QJsonObject payload;
};

class Precedence {
public:
    // Errors: those of base::readJsonResource.
    [[nodiscard]] static Result<Precedence> load();

    // One payload out of all voices: each top-level field from the first in order that gives it. Profiles that the
    // table does not name come last, by name.
    [[nodiscard]] QJsonObject merge(const QString& kind, std::vector<Voice> voices) const;

    // Which profile's word `field` is, among those that give it.
    [[nodiscard]] QString winner(const QString& kind, const QString& field, const std::vector<Voice>& voices) const;

private:
    [[nodiscard]] const QStringList& orderFor(const QString& kind, const QString& field) const;

    QHash<QString, QHash<QString, QStringList>> m_orders; // kind -> field -> profiles
};

} // namespace ekatra::records
