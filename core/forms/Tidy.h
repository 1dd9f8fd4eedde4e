// Tidy.h
// What a form asks to be put right in a text beyond blanks: sections as acts print them, aliases behind a name, titles
// before a relative's name. Pure; any thread. Doing it twice changes nothing more.
#pragma once

#include "schema/FormDefinition.h"

namespace ekatra::forms {

// `row` is of `shape`, its values normal already.
[[nodiscard]] QJsonObject tidied(const schema::Shape& shape, QJsonObject row);

} // namespace ekatra::forms
