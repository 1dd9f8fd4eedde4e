// SourceSettings.h
// The settings of a source as `source add` takes them: secrets are read out of their files into the store, certificates
// stay in theirs. Main thread.
#pragma once

#include "cli/Workplace.h"

#include <QJsonObject>

namespace ekatra::cli {

// Errors: BadUsage cli.source.bad_url {url}, cli.source.one_sign_in, cli.source.plain_http {url},
// cli.source.cert_and_key; BadInput cli.file_unreadable {file}, cli.source.empty_secret {file},
// cli.source.not_utf8 {file}, cli.source.oauth {file}.
[[nodiscard]] Result<QJsonObject> settingsFrom(Workplace& place, const Arguments& arguments);

// What may be shown of settings: no secret, only of what kind it is.
[[nodiscard]] QJsonObject shownSettings(const QJsonObject& settings);

} // namespace ekatra::cli
