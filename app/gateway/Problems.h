// Problems.h
// Refusals in words: problem+json (RFC 9457) for the central API, with the texts of resources/messages in English and
// Hindi. Loaded once and then constant; any thread. Without those files the codes stand for themselves.
#pragma once

#include "base/Error.h"
#include "gateway/Http.h"

#include <QJsonObject>

namespace ekatra::gateway {

using Words = QMap<QString, QString>; // placeholder -> value

class Problems {
public:
    [[nodiscard]] static Problems load();

    // A problem document; `code` without the "gateway." in front; `extra` adds members ("current", "errors").
    [[nodiscard]] Reply reply(int status, const char* code, const Words& words = {},
                              const QJsonObject& extra = {}) const;

    // One entry of a 422's `errors`.
    [[nodiscard]] QJsonObject fieldError(const QString& pointer, const char* code, const Words& words = {}) const;

    // "message hint" of any error in one language ("en", "hi").
    [[nodiscard]] QString text(const Error& error, const QString& language) const;

    // What the CAS answers: {"Message":"..."}.
    [[nodiscard]] Reply casMessage(int status, const char* code, const Words& words = {}) const;

private:
    [[nodiscard]] QString part(const QString& code, const QString& language, const QString& name,
                               const Words& words) const;

    QJsonObject m_texts;
};

} // namespace ekatra::gateway
