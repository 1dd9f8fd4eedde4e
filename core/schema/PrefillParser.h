// PrefillParser.h
// The part "prefill" of a form file. Part of the form parser; nobody else includes it. Fields of the form are looked up
// here; those of the source stand in another file, which tests/unit/schema compares.
#pragma once

#include "schema/ConditionParser.h"

#include <QJsonArray>

namespace ekatra::schema {

[[nodiscard]] std::vector<Prefill> parsePrefill(const QJsonArray& list, const FieldTree& form, Faults& faults);

} // namespace ekatra::schema
