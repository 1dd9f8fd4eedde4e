// Workplace.h
// What a command works with: the console, the interrupt, the tables, and the store once somebody needs it opened.
// Owned by main; main thread, which is the store thread here.
#pragma once

#include "base/Clock.h"
#include "cli/Arguments.h"
#include "cli/Console.h"
#include "cli/Interrupt.h"
#include "crypto/SecretBytes.h"
#include "session/Services.h"

#include <memory>
#include <optional>

namespace ekatra::cli {

class Workplace {
public:
    Workplace(const Globals& globals, Console& console, const Interrupt& interrupt, const base::Clock& clock)
        : m_globals(globals), m_console(console), m_interrupt(interrupt), m_clock(clock)
    {
    }

    [[nodiscard]] const Globals& globals() const { return m_globals; }
    [[nodiscard]] Console& console() { return m_console; }
    [[nodiscard]] const Interrupt& interrupt() const { return m_interrupt; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

    // Read once. Errors: those of session::Tables::load().
    [[nodiscard]] Result<const session::Tables*> tables();

    // The store, unlocked: from the passphrase file, else asked for. Opened once and kept until closeStore().
    // Errors: those of storage::Store::open(); WrongPassphrase cli.no_passphrase where nobody can be asked.
    [[nodiscard]] Result<session::Services*> open();
    // Whether there is one to open.
    [[nodiscard]] bool hasStore() const { return storage::Store::glance(m_globals.store).ok(); }
    // Lets go of the store, so that another program can have it; the passphrase is kept for the next open().
    void closeStore() { m_services.reset(); }

    // Whether open() has a way to come by a passphrase.
    [[nodiscard]] bool hasPassphrase() const;
    // For a new store: asked for twice on a terminal. Errors: as open(), BadInput cli.passphrase_differs.
    [[nodiscard]] Result<crypto::SecretBytes> newPassphrase();
    // Takes `store` as the opened one.
    [[nodiscard]] Result<session::Services*> adopt(std::unique_ptr<storage::Store> store);

    // Text of a file that the command line names, "-" for standard input. Errors: BadInput cli.file_unreadable {file},
    // cli.file_too_large {file}; BadUsage cli.stdin_twice.
    [[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 most = mostFileBytes);

    static constexpr qint64 mostFileBytes = qint64{256} << 20;

private:
    const Globals& m_globals;
    Console& m_console;
    const Interrupt& m_interrupt;
    const base::Clock& m_clock;
    std::shared_ptr<const session::Tables> m_tables;
    std::unique_ptr<session::Services> m_services;
    std::optional<crypto::SecretBytes> m_passphrase;
};

} // namespace ekatra::cli
