#include "cli/Arguments.h"

#include <QDate>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const OptionSpec* specOf(const QString& name)
{
    for (const auto* table : {&globalOptions(), &commandOptions()}) {
        for (const OptionSpec& spec : *table) {
            if (name == QLatin1StringView(spec.name))
                return &spec;
        }
    }
    return nullptr;
}

bool isGlobal(const OptionSpec* spec)
{
    const auto& table = globalOptions();
    return spec >= table.data() && spec < table.data() + table.size();
}

QString optionText(const QString& name)
{
    return u"--"_s + name;
}

Error unknownOption(const QString& typed)
{
    QStringList known;
    for (const auto* table : {&globalOptions(), &commandOptions()}) {
        for (const OptionSpec& spec : *table)
            known.append(optionText(QString::fromLatin1(spec.name)));
    }
    const QStringList near = nearSpellings(typed, known);
    return near.isEmpty() ? error(ErrorKind::BadUsage, "cli.unknown_option", {{u"option"_s, typed}})
                          : error(ErrorKind::BadUsage, "cli.unknown_option_near",
                                  {{u"option"_s, typed}, {u"near"_s, near.join(u", "_s)}});
}

Globals fromEnvironment()
{
    Globals globals;
    globals.store = qEnvironmentVariable("EKATRA_STORE");
    if (globals.store.isEmpty())
        globals.store = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/ekatra/store"_s;
    const QString chosen = qEnvironmentVariable("EKATRA_LANG");
    if ((chosen.isEmpty() ? qEnvironmentVariable("LANG") : chosen).startsWith("hi"_L1))
        globals.language = u"hi"_s;
    globals.passphraseFile = qEnvironmentVariable("EKATRA_PASSPHRASE_FILE");
    return globals;
}

// Reads one argument after the other into a CommandLine.
class Parser {
public:
    explicit Parser(const QStringList& arguments) : m_arguments(arguments) { m_line.globals = fromEnvironment(); }

    CommandLine run()
    {
        while (m_at < m_arguments.size()) {
            const QString argument = m_arguments.at(m_at++);
            if (m_onlyWords || !looksLikeOption(argument))
                m_line.words.append(argument);
            else if (argument == "--"_L1)
                m_onlyWords = true;
            else if (argument == "-h"_L1)
                m_line.globals.help = true;
            else
                option(argument);
        }
        return std::move(m_line);
    }

private:
    void fail(Error problem)
    {
        if (!m_line.problem)
            m_line.problem = std::move(problem);
    }

    // "-" is standard input and "-5" a number: no option of ours begins like either.
    static bool looksLikeOption(const QString& argument)
    {
        return argument.startsWith(u'-') && argument.size() > 1 && !argument.at(1).isDigit();
    }

    void option(const QString& argument)
    {
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        const OptionSpec* const spec = argument.startsWith("--"_L1) ? specOf(name) : nullptr;
        if (!spec)
            return fail(unknownOption(equals < 0 ? argument : argument.first(equals)));
        QString value;
        if (!spec->value) {
            if (equals >= 0)
                return fail(error(ErrorKind::BadUsage, "cli.option_takes_none", {{u"option"_s, optionText(name)}}));
        } else if (equals >= 0) {
            value = argument.mid(equals + 1);
        } else if (m_at < m_arguments.size() && !isOption(m_arguments.at(m_at))) {
            value = m_arguments.at(m_at++);
        } else {
            return fail(error(ErrorKind::BadUsage, "cli.option_needs_value", {{u"option"_s, optionText(name)}}));
        }
        if (m_seen.contains(name) && spec->value)
            return fail(error(ErrorKind::BadUsage, "cli.option_twice", {{u"option"_s, optionText(name)}}));
        m_seen.append(name);
        if (isGlobal(spec))
            setGlobal(name, value);
        else
            m_line.options.insert(name, value);
    }

    // A value may begin with a dash; the name of an option is no value.
    static bool isOption(const QString& argument)
    {
        return argument.startsWith("--"_L1) && specOf(argument.mid(2).section(u'=', 0, 0));
    }

    void setGlobal(const QString& name, const QString& value)
    {
        Globals& globals = m_line.globals;
        if (name == "json"_L1)
            globals.json = true;
        else if (name == "quiet"_L1)
            globals.quiet = true;
        else if (name == "help"_L1)
            globals.help = true;
        else if (name == "version"_L1)
            globals.version = true;
        else if (name == "store"_L1)
            globals.store = value;
        else if (name == "passphrase-file"_L1)
            globals.passphraseFile = value;
        else if (name == "user"_L1)
            globals.user = value;
        else if (value == "en"_L1 || value == "hi"_L1)
            globals.language = value;
        else
            fail(error(ErrorKind::BadUsage, "cli.bad_language", {{u"value"_s, value}}));
    }

    const QStringList& m_arguments;
    qsizetype m_at = 0;
    bool m_onlyWords = false;
    QStringList m_seen;
    CommandLine m_line;
};

// Letters that must be added, dropped, changed or swapped to come from one word to the other.
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> beforeLast(static_cast<std::size_t>(b.size()) + 1);
    std::vector<int> last(beforeLast.size());
    std::vector<int> now(beforeLast.size());
    for (std::size_t j = 0; j < last.size(); ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool same = a.at(i - 1) == b.at(j - 1);
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                now[at] = std::min(now[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    return last.back();
}

} // namespace

const std::vector<OptionSpec>& globalOptions()
{
    static const std::vector<OptionSpec> table{
        {"store", "DIR"},         {"json", nullptr},  {"lang", "en|hi"}, {"user", "NAME"},
        {"passphrase-file", "F"}, {"quiet", nullptr}, {"help", nullptr}, {"version", nullptr},
    };
    return table;
}

CommandLine parseCommandLine(const QStringList& arguments)
{
    return Parser(arguments).run();
}

QStringList nearSpellings(const QString& typed, const QStringList& known)
{
    std::vector<std::pair<int, QString>> near;
    // Nobody means a word of which half the letters differ.
    const auto most = static_cast<int>(std::clamp<qsizetype>(typed.size() / 3, 1, 3));
    for (const QString& word : known) {
        if (typed.size() > 64 || word == typed)
            continue;
        const int distance = editDistance(typed, word);
        const bool begins = typed.size() >= 3 && word.startsWith(typed);
        if (distance <= most || begins)
            near.emplace_back(begins ? 0 : distance, word);
    }
    std::sort(near.begin(), near.end());
    QStringList words;
    for (const auto& [distance, word] : near) {
        if (words.size() < 3 && !words.contains(word))
            words.append(word);
    }
    return words;
}

Result<int> Arguments::number(const char* option, int least, int most, int otherwise) const
{
    if (!has(option))
        return otherwise;
    bool isNumber = false;
    const int number = value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return error(ErrorKind::BadUsage, "cli.bad_number",
                     {{u"option"_s, optionText(QString::fromLatin1(option))},
                      {u"value"_s, value(option)},
                      {u"least"_s, QString::number(least)},
                      {u"most"_s, QString::number(most)}});
    return number;
}

Result<QDate> Arguments::date(const char* option) const
{
    if (!has(option))
        return QDate();
    const QString text = value(option);
    for (const QString& format : {u"yyyy-MM-dd"_s, u"dd/MM/yyyy"_s, u"dd-MM-yyyy"_s, u"dd.MM.yyyy"_s}) {
        if (const QDate date = QDate::fromString(text, format); date.isValid())
            return date;
    }
    return error(ErrorKind::BadUsage, "cli.bad_date",
                 {{u"option"_s, optionText(QString::fromLatin1(option))}, {u"value"_s, text}});
}

} // namespace ekatra::cli
