// FormParser.h
// Form files into FormDefinition, and the structural check of them: unknown keys, types, code lists, groups and fields
// that nobody defined are errors that name the file and the place in it. Stateless; any thread.
#pragma once

#include "base/Result.h"
#include "schema/CodeLists.h"
#include "schema/FormDefinition.h"

#include <QByteArray>
#include <QHash>

namespace ekatra::schema {

// Text of each group file by group name.
using GroupFiles = QHash<QString, QByteArray>;

// Errors: BadInput schema.bad_form {file, path, detail}.
[[nodiscard]] Result<FormDefinition> parseForm(const QByteArray& json, const QString& file, const GroupFiles& groups,
                                               const CodeLists& codes);

} // namespace ekatra::schema
