#include "schema/MessageTexts.h"

#include "base/Resources.h"

#include <QJsonObject>

namespace ekatra::schema {

Result<MessageTexts> MessageTexts::load(const QString& file)
{
    const auto document = base::readJsonResource(file);
    if (!document)
        return document.error();
    MessageTexts out;
    const QJsonObject root = document->object();
    for (auto it = root.begin(); it != root.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        const QJsonObject en = entry[QLatin1StringView("en")].toObject();
        const QJsonObject hi = entry[QLatin1StringView("hi")].toObject();
        constexpr QLatin1StringView message("message");
        constexpr QLatin1StringView hint("hint");
        out.m_texts.insert(
            it.key(), {{en[message].toString(), hi[message].toString()}, {en[hint].toString(), hi[hint].toString()}});
    }
    return out;
}

Bilingual MessageTexts::filled(Bilingual text, const QMap<QString, Bilingual>& values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString place = QLatin1Char('{') + it.key() + QLatin1Char('}');
        text.en.replace(place, it->en);
        text.hi.replace(place, it->hi);
    }
    return text;
}

MessageText MessageTexts::text(const QString& code, const QMap<QString, Bilingual>& values) const
{
    const auto found = m_texts.constFind(code);
    if (found == m_texts.cend())
        return {{code, code}, {}};
    return {filled(found->message, values), filled(found->hint, values)};
}

} // namespace ekatra::schema
