// Arguments.h
// The command line as the shell gave it, taken apart: global options, words and the options of a command, in whatever
// order they stood. Plain values; main thread.
#pragma once

#include "base/Result.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ekatra::cli {

// What holds for every command.
struct Globals {
    QString store;
    QString language = QStringLiteral("en"); // or "hi"
    QString user;
    QString passphraseFile; // "-": standard input; empty: ask
    bool json = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
};

// One option that some command knows. Its name means the same everywhere.
struct OptionSpec {
    const char* name; // without the dashes
    const char* value; // what stands after it ("F", "DATE"); nullptr: a switch
};

[[nodiscard]] const std::vector<OptionSpec>& globalOptions();
[[nodiscard]] const std::vector<OptionSpec>& commandOptions();

struct CommandLine {
    Globals globals;
    QStringList words; // command words, then what the command is about
    QMap<QString, QString> options; // a switch has an empty value
    // The first thing that could not be read. Kept beside the rest, so that the answer comes in the form and language
    // that the line asked for.
    std::optional<Error> problem;
};

// `arguments` without the program's name. Errors (in `problem`): BadUsage cli.unknown_option {option, near},
// cli.option_needs_value {option}, cli.option_takes_none {option}, cli.option_twice {option}, cli.bad_language {value}.
[[nodiscard]] CommandLine parseCommandLine(const QStringList& arguments);

// Those of `known` that `typed` may have been meant for, at most three, nearest first.
[[nodiscard]] QStringList nearSpellings(const QString& typed, const QStringList& known);

// What a command works with: its own words and options.
class Arguments {
public:
    Arguments(QStringList words, QMap<QString, QString> options)
        : m_words(std::move(words)), m_options(std::move(options))
    {
    }

    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] QString word(qsizetype index) const { return m_words.value(index); }
    [[nodiscard]] bool has(const char* option) const { return m_options.contains(QString::fromLatin1(option)); }
    [[nodiscard]] QString value(const char* option) const { return m_options.value(QString::fromLatin1(option)); }

    // Errors: BadUsage cli.bad_number {option, value}, cli.bad_date {option, value}.
    [[nodiscard]] Result<int> number(const char* option, int least, int most, int otherwise) const;
    // An invalid date when the option is not there. ISO, or day first as people write it.
    [[nodiscard]] Result<QDate> date(const char* option) const;

private:
    QStringList m_words;
    QMap<QString, QString> m_options;
};

} // namespace ekatra::cli
