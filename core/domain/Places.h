// Places.h
// Villages, towns and quarters (resources/places): where they lie. Immutable once loaded; any thread.
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::domain {

struct Place {
    QString en;
    QString hi; // empty: not known
    QString kind; // town, village, quarter
    QString districtEn;
    QString districtHi;
    QString tehsil;
    QString pin; // empty: none, or several
    QStringList variants; // as clerks write it too
};

class Places {
public:
    // Errors: those of base::readResource.
    [[nodiscard]] static Result<Places> load();

    // Those known in both scripts first.
    [[nodiscard]] const std::vector<Place>& all() const { return m_all; }

private:
    std::vector<Place> m_all;
};

} // namespace ekatra::domain
