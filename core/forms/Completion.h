// Completion.h
// A payload put into the form that is stored: values normalised, fields that the program fills, filled. Pure functions;
// any thread.
#pragma once

#include "forms/FormChecker.h"

namespace ekatra::forms {

// `payload` with texts in NFC and trimmed, digits of numbers and identifiers in ASCII, dates and times in ISO, Aadhaar
// numbers cut down, empty values dropped, and the A fields of the form filled (those of submission only in Submit
// mode). What cannot be made right is left as typed, for check() to speak about. Applied twice it changes nothing more.
[[nodiscard]] QJsonObject complete(const schema::FormDefinition& form, const QJsonObject& payload,
                                   const CheckContext& context, const law::ActTable& acts);

// A whole practice payload of the form in `language` ("en", "hi"), made from the examples in the form file: dated
// shortly before context.now, for context.station, and without fault in Submit mode.
[[nodiscard]] QJsonObject examplePayload(const schema::FormDefinition& form, const QString& language,
                                         const CheckContext& context, const law::ActTable& acts);

// A1 to A9, B1 to B9 ...: the first that none of `rows` has in `field`; empty when all are taken.
[[nodiscard]] QString freeAccusedCode(const QJsonArray& rows, const QString& field);

} // namespace ekatra::forms
