// PayloadText.h
// A record's fields for people: by the captions of its form, by field id where a kind has no form here. Pure; any
// thread.
#pragma once

#include "schema/FormRegistry.h"

#include <QJsonObject>
#include <QStringList>

namespace ekatra::cli {

// One line for each field, in the order of the form.
[[nodiscard]] QStringList payloadLines(const schema::FormRegistry& forms, const QString& kind,
                                       const QJsonObject& payload, const QString& language);

// The caption of the field at `path` ("fir_at", "informant/name"); `path` itself where the form has none.
[[nodiscard]] QString fieldCaption(const schema::FormRegistry& forms, const QString& kind, const QString& path,
                                   const QString& language);

} // namespace ekatra::cli
