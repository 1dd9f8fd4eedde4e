// CanonicalJson.h
// JSON in the one form that can be hashed and compared: RFC 8785 (keys in UTF-16 order, shortest numbers, no blanks).
// Content digests, page digests and "is it the same?" all use it. Any thread.
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace ekatra::base {

// UTF-8 text of `value`. Undefined and non-finite numbers are written as null.
[[nodiscard]] QByteArray canonicalJson(const QJsonValue& value);

// SHA-256 of canonicalJson(value), 32 bytes.
[[nodiscard]] QByteArray contentHash(const QJsonValue& value);

} // namespace ekatra::base
