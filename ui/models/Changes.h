// Changes.h
// What differs between two versions of a record, field by field, in the words of its form. Plain values; any thread.
#pragma once

#include "models/FieldWords.h"

#include <vector>

namespace ekatra::ui {

struct FieldChange {
    QString label; // "Accused 2 · Mobile"
    QString before; // empty: it was not there
    QString after; // empty: it is no longer there
};

[[nodiscard]] std::vector<FieldChange> changesBetween(const QJsonObject& before, const QJsonObject& after,
                                                      const FieldWords& words);

} // namespace ekatra::ui
