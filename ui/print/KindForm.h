// KindForm.h
// The form of a kind of record; for a kind that has none, one made of the captions of the kind table, so that a record
// which only other systems write can be printed too. Plain values; any thread.
#pragma once

#include "schema/FormDefinition.h"
#include "session/Services.h"

namespace ekatra::print {

[[nodiscard]] schema::FormDefinition formOfKind(const QString& kind, const session::Tables& tables);

} // namespace ekatra::print
