// BothLanguages.h
// A failure as scripts and people see it: the exit code, the code, and in both languages a message and what to do.
#pragma once

#include "support/Programs.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ekatra::test {

inline bool isHindi(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Devanagari; });
}

// Runs `arguments` with --json in both languages and looks at what standard error says.
inline void refusedInBothLanguages(const QStringList& arguments, int exitCode, const char* code)
{
    QStringList messages;
    for (const char* language : {"en", "hi"}) {
        const Ran ran = runCtl(QStringList{QStringLiteral("--json")} + arguments, {}, QLatin1StringView(language));
        BOOST_TEST(ran.exitCode == exitCode, code << " " << language << ": " << ran.err.toStdString());
        const QJsonObject failure = ran.failure();
        const auto text = [&](const char* key) { return failure.value(QLatin1StringView(key)).toString(); };
        BOOST_TEST(text("code").toStdString() == code);
        BOOST_TEST(!text("kind").isEmpty());
        for (const char* key : {"message", "hint"}) {
            BOOST_TEST(!text(key).isEmpty(), code << " has no " << key << " in " << language);
            BOOST_TEST(!text(key).contains(QLatin1Char('{')), text(key).toStdString());
            BOOST_TEST(isHindi(text(key)) == (qstrcmp(language, "hi") == 0), text(key).toStdString());
        }
        messages.append(text("message"));
    }
    BOOST_TEST(messages.first() != messages.last());
}

inline void refusedInBothLanguages(const Workstation& workstation, const QStringList& arguments, int exitCode,
                                   const char* code)
{
    refusedInBothLanguages(QStringList{QStringLiteral("--store"), workstation.folder(),
                                       QStringLiteral("--passphrase-file"), workstation.passphraseFile()}
                               + arguments,
                           exitCode, code);
}

} // namespace ekatra::test
