// Normalise.h
// Values of a payload in the one form in which they are stored and compared. What does not read as its type is left as
// typed. Pure functions; any thread.
#pragma once

#include "schema/FormDefinition.h"

#include <QJsonObject>

namespace ekatra::forms {

[[nodiscard]] QJsonObject normalisedRow(const schema::Shape& shape, const QJsonObject& row);

} // namespace ekatra::forms
