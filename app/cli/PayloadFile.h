// PayloadFile.h
// Records as a file brings them: one JSON object, or several as JSON Lines. Pure functions; any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ekatra::cli {

// All of them or none. Errors: BadInput cli.not_json {file, line, detail}, cli.not_object {file, line},
// cli.no_records {file}.
[[nodiscard]] Result<std::vector<QJsonObject>> payloadsFrom(const QByteArray& text, const QString& file);

// `patch` laid over `target` (RFC 7396): what it names is replaced, what it names as null goes.
[[nodiscard]] QJsonObject mergePatched(QJsonObject target, const QJsonObject& patch);

} // namespace ekatra::cli
