// SourceSettings.h
// The settings of a source as `source add` and `source update` take them: secrets are read out of their files into the
// store, certificates stay in theirs. Main thread.
#pragma once

#include "cli/Workplace.h"

#include <QJsonObject>

namespace ekatra::cli {

// Options that set something of a source.
[[nodiscard]] const std::vector<const char*>& settingOptions();

// `settings` with what the command line says in the place of what stood there.
// Errors: BadUsage cli.source.bad_url {url}, cli.source.one_sign_in, cli.source.plain_http {url},
// cli.source.cert_and_key; BadInput cli.file_unreadable {file}, cli.source.empty_secret {file},
// cli.source.odd_secret {file}, cli.source.basic {file}, cli.source.oauth {file}.
[[nodiscard]] Result<QJsonObject> settingsFrom(Workplace& place, const Arguments& arguments, QJsonObject settings);

// What may be shown of settings: no secret, only of what kind it is.
[[nodiscard]] QJsonObject shownSettings(const QJsonObject& settings);

} // namespace ekatra::cli
