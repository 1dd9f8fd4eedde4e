// Program.h
// From a command line to an exit code: finds the command, answers --help and --version, runs it and says what went
// wrong. Owned by main; main thread.
#pragma once

#include "cli/Command.h"

namespace ekatra::cli {

class Program {
public:
    Program(const CommandList& commands, Console& console) : m_commands(commands), m_console(console) { }

    [[nodiscard]] int run(const CommandLine& line, Workplace& place) const;

private:
    struct Choice {
        const Command* command = nullptr;
        QStringList rest; // words behind the command's own
    };
    [[nodiscard]] Result<Choice> choose(const CommandLine& line) const;
    [[nodiscard]] Result<void> fits(const Choice& choice, const CommandLine& line) const;
    [[nodiscard]] Result<int> execute(const CommandLine& line, Workplace& place) const;
    [[nodiscard]] Error unknownCommand(const QStringList& words) const;

    [[nodiscard]] Result<void> help(const QStringList& words) const;
    void helpForAll() const;
    void helpForGroup(const QString& group) const;
    void helpFor(const Command& command) const;
    void optionList(const std::vector<OptionSpec>& options) const;

    const CommandList& m_commands;
    Console& m_console;
};

} // namespace ekatra::cli
