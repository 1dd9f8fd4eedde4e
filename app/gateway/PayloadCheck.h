// PayloadCheck.h
// What the centre asks of a payload before it stores it: well-formed JSON within bounds, a known shape of kind and id,
// and the fields without which a record could not be found again. Pure functions; any thread.
#pragma once

#include "base/Result.h"
#include "gateway/Http.h"
#include "gateway/Problems.h"

#include <QJsonArray>
#include <QSet>

namespace ekatra::gateway {

constexpr qsizetype maxPayloadBytes = 2 * 1024 * 1024;
constexpr int maxJsonDepth = 64;

// Errors: BadInput gateway.malformed_json {detail}, gateway.too_deep {limit}.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray& text, int maxDepth = maxJsonDepth);

// [a-z_]{1,40}
[[nodiscard]] bool isKind(const QString& kind);

// True for the kinds of record that a station or a court writes.
[[nodiscard]] bool isKnownKind(const QString& kind);

// The id in lower case, or nothing when it is no UUID.
[[nodiscard]] std::optional<QString> asUuid(const QString& text);

// The `errors` of a 422; empty when the payload may be stored. `stations` are the codes known of this state; where
// there are none, every code of 8 digits is taken.
[[nodiscard]] QJsonArray payloadErrors(const QString& kind, const QJsonObject& payload, const QSet<QString>& stations,
                                       const Problems& problems);

} // namespace ekatra::gateway
