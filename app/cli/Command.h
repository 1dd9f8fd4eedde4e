// Command.h
// One thing that ekatractl does: its words and options as data, and the doing. Commands are made once by main and keep
// nothing between calls. Main thread.
//
// Help comes from the messages: "cli.help.<words>" says what it does, "cli.option.<name>" what an option means.
#pragma once

#include "cli/Workplace.h"

#include <memory>
#include <vector>

namespace ekatra::cli {

struct Usage {
    QStringList words; // "source", "add"
    QString arguments; // "PROFILE --url URL [--id ID]": as help prints it
    qsizetype least = 0; // words that stand behind
    qsizetype most = 0; // -1: any number
    std::vector<const char*> options{}; // of commandOptions()
    std::vector<const char*> required{}; // those without which it makes no sense

    [[nodiscard]] QString name() const { return words.join(QLatin1Char(' ')); }
    [[nodiscard]] QString helpCode() const { return QStringLiteral("cli.help.") + words.join(QLatin1Char('_')); }
};

class Command {
public:
    explicit Command(Usage usage) : m_usage(std::move(usage)) { }
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    [[nodiscard]] const Usage& usage() const { return m_usage; }

    // The exit code; an error is shown and turned into one by main.
    [[nodiscard]] virtual Result<int> run(Workplace& place, const Arguments& arguments) const = 0;

private:
    Usage m_usage;
};

using CommandList = std::vector<std::unique_ptr<Command>>;

// Every command of this version, in the order in which help shows them.
[[nodiscard]] CommandList allCommands();

// The parts of the list, one for each room.
void addStoreCommands(CommandList& list);
void addSourceCommands(CommandList& list);
void addSyncCommands(CommandList& list);
void addQuarantineCommands(CommandList& list);
void addSearchCommands(CommandList& list);
void addViewCommands(CommandList& list);
void addFormCommands(CommandList& list);
void addRecordCommands(CommandList& list);
void addPrintCommands(CommandList& list);
void addOutboxCommands(CommandList& list);
void addLawCommands(CommandList& list);

} // namespace ekatra::cli
