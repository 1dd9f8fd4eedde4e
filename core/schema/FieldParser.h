// FieldParser.h
// One field of a form file, but for what looks at other fields (conditions, groups, what fills it). Part of the form
// parser; nobody else includes it.
#pragma once

#include "schema/CodeLists.h"
#include "schema/ConditionParser.h"

namespace ekatra::schema {

[[nodiscard]] Field parseField(const QJsonObject& json, const QString& path, const CodeLists& codes, Faults& faults);

// A text in both languages.
[[nodiscard]] Bilingual parseTexts(const QJsonValue& json, const QString& path, Faults& faults);

} // namespace ekatra::schema
