// Filters.h
// Filters as words of the query: "station:13020004" in the field is the filter, so that what is typed stays the truth.
// Free functions; any thread.
#pragma once

#include "search/NameTables.h"
#include "search/Query.h"

#include <QString>

namespace ekatra::ui {

// What `words` asks for in `field`, as it is written there; empty: nothing, or more than one thing.
[[nodiscard]] QString filterIn(const QString& words, search::Field field, const search::NameTables& tables);

// `words` asking for `value` in `field` and nothing else there; an empty value: for anything. Ends so that typing may
// go on.
[[nodiscard]] QString withFilter(const QString& words, search::Field field, const QString& value,
                                 const search::NameTables& tables);

} // namespace ekatra::ui
