// PayloadText.h
// A record's fields as lines of text, in the order and with the captions of its form; by field id where a kind has no
// form here. Pure; any thread.
#pragma once

#include "schema/FormRegistry.h"

#include <QJsonObject>
#include <QStringList>

namespace ekatra::cli {

[[nodiscard]] QStringList payloadLines(const schema::FormRegistry& forms, const QString& kind,
                                       const QJsonObject& payload, const QString& language);

} // namespace ekatra::cli
