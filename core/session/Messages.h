// Messages.h
// What an Error says to people, in English and Hindi: the texts of every file in resources/messages. Immutable after
// load(); any thread.
#pragma once

#include "base/Result.h"
#include "schema/MessageTexts.h"

#include <vector>

namespace ekatra::session {

class Messages {
public:
    [[nodiscard]] static Result<Messages> load();

    struct Text {
        QString message;
        QString hint; // what to do about it; may be empty

        // Both in one line.
        [[nodiscard]] QString whole() const { return hint.isEmpty() ? message : message + QLatin1Char(' ') + hint; }
    };
    // In `language` "en" or "hi". A code that nobody wrote a text for shows as itself.
    [[nodiscard]] Text text(const Error& error, const QString& language) const;
    [[nodiscard]] Text text(const QString& code, const QString& language) const
    {
        return text({{}, code, {}, {}}, language);
    }
    [[nodiscard]] bool contains(const QString& code) const;

private:
    std::vector<schema::MessageTexts> m_files;
};

} // namespace ekatra::session
