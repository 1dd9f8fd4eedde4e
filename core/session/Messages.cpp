#include "session/Messages.h"

#include "base/Resources.h"

namespace ekatra::session {

Result<Messages> Messages::load()
{
    Messages messages;
    for (const QString& file : base::listResources(QStringLiteral("messages"), QStringLiteral(".json"))) {
        auto texts = schema::MessageTexts::load(QStringLiteral("messages/") + file);
        if (!texts)
            return texts.error();
        messages.m_files.push_back(std::move(*texts));
    }
    return messages;
}

Messages::Text Messages::text(const Error& error, const QString& language) const
{
    QMap<QString, schema::Bilingual> values;
    for (auto value = error.context.begin(); value != error.context.end(); ++value)
        values.insert(value.key(), {value.value(), value.value()});
    for (const schema::MessageTexts& file : m_files) {
        if (!file.contains(error.code))
            continue;
        const schema::MessageText found = file.text(error.code, values);
        return language == QLatin1String("hi") ? Text{found.message.hi, found.hint.hi}
                                               : Text{found.message.en, found.hint.en};
    }
    return {error.code, {}};
}

bool Messages::contains(const QString& code) const
{
    return std::any_of(m_files.begin(), m_files.end(), [&](const auto& file) { return file.contains(code); });
}

} // namespace ekatra::session
