// Stations.h
// Names of police stations by their code (resources/places/stations.csv). Immutable once loaded; any thread.
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ekatra::domain {

struct StationName {
    QString code;
    QString district;
    QString en;
    QString hi;
};

class Stations {
public:
    // Errors: those of base::readResource.
    [[nodiscard]] static Result<Stations> load();

    // In the language "hi" or "en"; the code itself for a station that is not in the table.
    [[nodiscard]] QString name(const QString& code, const QString& language) const;
    [[nodiscard]] bool knows(const QString& code) const { return m_byCode.contains(code); }
    [[nodiscard]] const std::vector<StationName>& all() const { return m_all; }

private:
    std::vector<StationName> m_all;
    QHash<QString, std::size_t> m_byCode;
};

} // namespace ekatra::domain
