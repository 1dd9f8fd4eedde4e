// MessageTexts.h
// What a code says to people: one file of resources/messages, both languages. Immutable after load(); any thread.
#pragma once

#include "base/Result.h"
#include "schema/Bilingual.h"

#include <QHash>
#include <QMap>

namespace ekatra::schema {

struct MessageText {
    Bilingual message;
    Bilingual hint;
};

class MessageTexts {
public:
    // Errors: NotFound resource.missing, BadInput resource.not_json.
    [[nodiscard]] static Result<MessageTexts> load(const QString& file);

    // The text of `code` with its {placeholders} filled in both languages; the code itself when nobody wrote one.
    [[nodiscard]] MessageText text(const QString& code, const QMap<QString, Bilingual>& values) const;
    [[nodiscard]] bool contains(const QString& code) const { return m_texts.contains(code); }

    // `text` with its {placeholders} filled.
    [[nodiscard]] static Bilingual filled(Bilingual text, const QMap<QString, Bilingual>& values);

private:
    QHash<QString, MessageText> m_texts;
};

} // namespace ekatra::schema
