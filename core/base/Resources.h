// Resources.h
// Where the data files lie that an integrator, a lawyer or an office may change: forms, source profiles, acts, code
// lists, places, messages. They are read from disk, never compiled in. Looked for in EKATRA_RESOURCES, then in
// ../share/ekatra beside the running program. Any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace ekatra::base {

// Absolute path of `relative` ("forms/iif1.json"), whether or not it exists.
[[nodiscard]] QString resourcePath(const QString& relative);

// Contents of one file. Errors: NotFound resource.missing {file}.
[[nodiscard]] Result<QByteArray> readResource(const QString& relative);

// The same, parsed. Errors: as above, BadInput resource.not_json {file, detail}.
[[nodiscard]] Result<QJsonDocument> readJsonResource(const QString& relative);

// File names (not paths) in the folder `relative` that end in `suffix`, sorted.
[[nodiscard]] QStringList listResources(const QString& relative, const QString& suffix);

} // namespace ekatra::base
