// ValueText.h
// Between what is typed into a field and what is stored: days as "14/7/24", "140724" or "आज", money in lakhs, clocks as
// "2000". What cannot be read is handed on as typed, for the check to speak about. Plain functions; any thread.
#pragma once

#include "schema/FormDefinition.h"

#include <QDateTime>
#include <QJsonValue>

namespace ekatra::ui {

// `now` in Indian Standard Time. Undefined for an empty text.
[[nodiscard]] QJsonValue readValue(const schema::Field& field, const QString& text, const QDateTime& now);

// As the field shows it when nobody is typing there; what is not of the field's type as it stands.
[[nodiscard]] QString shownValue(const schema::Field& field, const QJsonValue& value);

// What to write where the label alone does not say it: "dd/MM/yyyy".
[[nodiscard]] QString typingHint(const schema::Field& field);

} // namespace ekatra::ui
