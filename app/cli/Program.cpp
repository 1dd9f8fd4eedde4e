#include "cli/Program.h"

#include "cli/ExitCode.h"

#include <algorithm>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

bool takes(const Usage& usage, const QString& option)
{
    return std::any_of(usage.options.begin(), usage.options.end(),
                       [&](const char* name) { return option == QLatin1StringView(name); });
}

QString spaced(const QString& text, qsizetype width)
{
    return text.size() < width ? text.leftJustified(width) : text + u"  "_s;
}

} // namespace

int Program::run(const CommandLine& line, Workplace& place) const
{
    auto done = execute(line, place);
    int code = done ? *done : exitCodeFor(done.error());
    if (!done)
        m_console.failure(done.error());
    if (auto written = m_console.finish(); !written) {
        m_console.failure(written.error());
        code = exitCodeFor(written.error());
    }
    return code;
}

Result<int> Program::execute(const CommandLine& line, Workplace& place) const
{
    if (line.problem)
        return *line.problem;
    if (line.globals.version) {
        if (m_console.json())
            m_console.object({{u"ekatra"_s, QStringLiteral(EKATRA_VERSION)}});
        else
            m_console.line(u"ekatractl " EKATRA_VERSION ""_s);
        return Done;
    }
    if (line.globals.help) {
        if (auto shown = help(line.words); !shown)
            return shown.error();
        return Done;
    }
    auto choice = choose(line);
    if (!choice)
        return choice.error();
    if (auto fitting = fits(*choice, line); !fitting)
        return fitting.error();
    return choice->command->run(place, Arguments(choice->rest, line.options));
}

Result<Program::Choice> Program::choose(const CommandLine& line) const
{
    if (line.words.isEmpty())
        return error(ErrorKind::BadUsage, "cli.no_command");
    Choice best;
    for (const auto& command : m_commands) {
        const QStringList& own = command->usage().words;
        if (line.words.size() >= own.size() && line.words.first(own.size()) == own)
            best = {command.get(), line.words.mid(own.size())};
    }
    if (!best.command)
        return unknownCommand(line.words);
    return best;
}

Error Program::unknownCommand(const QStringList& words) const
{
    QStringList firsts;
    QStringList seconds;
    for (const auto& command : m_commands) {
        const QStringList& own = command->usage().words;
        if (!firsts.contains(own.first()))
            firsts.append(own.first());
        if (own.size() > 1 && own.first() == words.first())
            seconds.append(own.at(1));
    }
    if (!seconds.isEmpty())
        return error(ErrorKind::BadUsage, words.size() < 2 ? "cli.subcommand_missing" : "cli.subcommand_unknown",
                     {{u"command"_s, words.first()}, {u"word"_s, words.value(1)}, {u"known"_s, seconds.join(u", "_s)}});
    const QStringList near = nearSpellings(words.first(), firsts);
    return near.isEmpty() ? error(ErrorKind::BadUsage, "cli.unknown_command", {{u"command"_s, words.first()}})
                          : error(ErrorKind::BadUsage, "cli.unknown_command_near",
                                  {{u"command"_s, words.first()}, {u"near"_s, near.join(u", "_s)}});
}

Result<void> Program::fits(const Choice& choice, const CommandLine& line) const
{
    const Usage& usage = choice.command->usage();
    const QMap<QString, QString> context{{u"command"_s, usage.name()},
                                         {u"usage"_s, usage.name() + u' ' + usage.arguments}};
    for (auto option = line.options.keyBegin(); option != line.options.keyEnd(); ++option) {
        if (!takes(usage, *option)) {
            auto values = context;
            values.insert(u"option"_s, u"--"_s + *option);
            return error(ErrorKind::BadUsage, "cli.option_not_here", values);
        }
    }
    for (const char* option : usage.required) {
        if (!line.options.contains(QLatin1StringView(option))) {
            auto values = context;
            values.insert(u"option"_s, u"--"_s + QLatin1StringView(option));
            return error(ErrorKind::BadUsage, "cli.option_missing", values);
        }
    }
    if (choice.rest.size() < usage.least)
        return error(ErrorKind::BadUsage, "cli.too_few", context);
    if (usage.most >= 0 && choice.rest.size() > usage.most) {
        auto values = context;
        values.insert(u"word"_s, choice.rest.at(usage.most));
        return error(ErrorKind::BadUsage, "cli.too_many", values);
    }
    return {};
}

Result<void> Program::help(const QStringList& words) const
{
    if (words.isEmpty()) {
        helpForAll();
        return {};
    }
    for (const auto& command : m_commands) {
        const QStringList& own = command->usage().words;
        if (words.size() >= own.size() && words.first(own.size()) == own) {
            helpFor(*command);
            return {};
        }
    }
    const bool isGroup = std::any_of(m_commands.begin(), m_commands.end(), [&](const auto& command) {
        return command->usage().words.first() == words.first();
    });
    if (!isGroup || words.size() > 1)
        return unknownCommand(words);
    helpForGroup(words.first());
    return {};
}

void Program::helpForAll() const
{
    m_console.line(
        u"ekatractl [--store DIR] [--json] [--lang en|hi] [--user NAME] [--passphrase-file F] [--quiet] COMMAND"_s);
    m_console.line(m_console.text("cli.help.program"));
    m_console.line();
    m_console.line(m_console.bold(m_console.text("cli.help.commands")));
    for (const auto& command : m_commands)
        m_console.line(u"  "_s + spaced(command->usage().name(), 20) + m_console.text(command->usage().helpCode()));
    m_console.line();
    m_console.line(m_console.bold(m_console.text("cli.help.options")));
    optionList(globalOptions());
    m_console.line();
    m_console.line(m_console.text("cli.help.more"));
}

void Program::helpForGroup(const QString& group) const
{
    for (const auto& command : m_commands) {
        const Usage& usage = command->usage();
        if (usage.words.first() != group)
            continue;
        m_console.line(u"ekatractl "_s + usage.name() + u' ' + usage.arguments);
        m_console.line(u"    "_s + m_console.text(usage.helpCode()));
    }
}

void Program::helpFor(const Command& command) const
{
    const Usage& usage = command.usage();
    m_console.line(u"ekatractl "_s + usage.name() + u' ' + usage.arguments);
    m_console.line(m_console.text(usage.helpCode()));
    std::vector<OptionSpec> own;
    for (const OptionSpec& option : commandOptions()) {
        if (takes(usage, QString::fromLatin1(option.name)))
            own.push_back(option);
    }
    if (!own.empty()) {
        m_console.line();
        m_console.line(m_console.bold(m_console.text("cli.help.options")));
        optionList(own);
    }
}

void Program::optionList(const std::vector<OptionSpec>& options) const
{
    for (const OptionSpec& option : options) {
        const QString name = u"  --"_s + QLatin1StringView(option.name)
            + (option.value ? u' ' + QString::fromLatin1(option.value) : QString());
        m_console.line(spaced(name, 28) + m_console.text(u"cli.option."_s + QLatin1StringView(option.name)));
    }
}

} // namespace ekatra::cli
