#include "gateway/Problems.h"

#include "base/Resources.h"

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

QString qualified(const char* code)
{
    return "gateway."_L1 + QLatin1StringView(code);
}

} // namespace

Problems Problems::load()
{
    Problems problems;
    for (const QString& name : base::listResources(u"messages"_s, u".json"_s)) {
        const auto file = base::readJsonResource("messages/"_L1 + name);
        if (!file)
            continue;
        const QJsonObject texts = file->object();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            problems.m_texts[text.key()] = text.value();
    }
    return problems;
}

QString Problems::part(const QString& code, const QString& language, const QString& name, const Words& words) const
{
    QString text = m_texts.value(code).toObject().value(language).toObject().value(name).toString();
    for (auto word = words.begin(); word != words.end(); ++word)
        text.replace(u'{' + word.key() + u'}', word.value());
    return text;
}

Reply Problems::reply(int status, const char* code, const Words& words, const QJsonObject& extra) const
{
    const QString full = qualified(code);
    QJsonObject document = extra;
    const QString title = part(full, u"en"_s, u"message"_s, words);
    document[u"type"_s] = "urn:ekatra:problem:"_L1 + QLatin1StringView(code);
    document[u"title"_s] = title.isEmpty() ? QString::fromLatin1(code) : title;
    document[u"status"_s] = status;
    document[u"code"_s] = QString::fromLatin1(code);
    document[u"detail"_s] = part(full, u"en"_s, u"hint"_s, words);
    document[u"title_hi"_s] = part(full, u"hi"_s, u"message"_s, words);
    document[u"detail_hi"_s] = part(full, u"hi"_s, u"hint"_s, words);
    Reply reply = jsonReply(status, document);
    reply.contentType = "application/problem+json";
    if (status == 401)
        reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
}

QJsonObject Problems::fieldError(const QString& pointer, const char* code, const Words& words) const
{
    const QString full = qualified(code);
    const QString english = part(full, u"en"_s, u"message"_s, words);
    return {{u"pointer"_s, pointer},
            {u"code"_s, QString::fromLatin1(code)},
            {u"detail"_s,
             QJsonObject{{u"en"_s, english.isEmpty() ? QString::fromLatin1(code) : english},
                         {u"hi"_s, part(full, u"hi"_s, u"message"_s, words)}}}};
}

QString Problems::text(const Error& error, const QString& language) const
{
    const QString message = part(error.code, language, u"message"_s, error.context);
    if (message.isEmpty()) {
        QString plain = error.code;
        for (auto word = error.context.begin(); word != error.context.end(); ++word)
            plain += u' ' + word.key() + u'=' + word.value();
        return plain;
    }
    return QString(message + u' ' + part(error.code, language, u"hint"_s, error.context)).trimmed();
}

Reply Problems::casMessage(int status, const char* code, const Words& words) const
{
    const QString message = part(qualified(code), u"en"_s, u"message"_s, words);
    return jsonReply(status, {{u"Message"_s, message.isEmpty() ? QString::fromLatin1(code) : message}});
}

} // namespace ekatra::gateway
