#include "cli/Workplace.h"

#include "cli/Passphrase.h"

#include <QFile>

#include <cstdio>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

Result<const session::Tables*> Workplace::tables()
{
    if (!m_tables) {
        auto loaded = session::Tables::load();
        if (!loaded)
            return loaded.error();
        m_tables = std::move(*loaded);
    }
    return m_tables.get();
}

bool Workplace::hasPassphrase() const
{
    return m_passphrase || !m_globals.passphraseFile.isEmpty() || canAsk();
}

Result<session::Services*> Workplace::open()
{
    if (m_services)
        return m_services.get();
    // A store that is not there or is held needs no passphrase to say so.
    auto glance = storage::Store::glance(m_globals.store);
    if (!glance)
        return glance.error();
    if (!glance->heldBy.isEmpty())
        return error(ErrorKind::Busy, "store.held", {{u"holder"_s, glance->heldBy}});
    if (!m_passphrase) {
        if (!hasPassphrase())
            return error(ErrorKind::WrongPassphrase, "cli.no_passphrase");
        auto given = m_globals.passphraseFile.isEmpty()
            ? askPassphrase(m_console.text("cli.ask_passphrase"), m_interrupt)
            : readPassphrase(m_globals.passphraseFile);
        if (!given)
            return given.error();
        m_passphrase = std::move(*given);
    }
    auto known = tables();
    if (!known)
        return known.error();
    auto store = storage::Store::open(m_globals.store, m_globals.user, *m_passphrase, session::storeOptions(**known));
    if (!store)
        return store.error();
    return adopt(std::move(*store));
}

Result<session::Services*> Workplace::adopt(std::unique_ptr<storage::Store> store)
{
    if (auto loaded = tables(); !loaded)
        return loaded.error();
    auto services = session::Services::start(std::move(store), m_tables, m_clock);
    if (!services)
        return services.error();
    m_services = std::move(*services);
    return m_services.get();
}

Result<crypto::SecretBytes> Workplace::newPassphrase()
{
    if (!m_globals.passphraseFile.isEmpty())
        return readPassphrase(m_globals.passphraseFile);
    if (!canAsk())
        return error(ErrorKind::WrongPassphrase, "cli.no_passphrase");
    auto first = askPassphrase(m_console.text("cli.ask_new_passphrase"), m_interrupt);
    if (!first)
        return first;
    if (first->isEmpty())
        return error(ErrorKind::BadInput, "cli.passphrase_empty");
    auto second = askPassphrase(m_console.text("cli.ask_passphrase_again"), m_interrupt);
    if (!second)
        return second;
    if (!first->equals(*second))
        return error(ErrorKind::BadInput, "cli.passphrase_differs");
    return first;
}

Result<QByteArray> Workplace::readFile(const QString& path, qint64 most)
{
    QFile file(path);
    bool isOpen = false;
    if (path == "-"_L1) {
        if (m_globals.passphraseFile == "-"_L1)
            return error(ErrorKind::BadUsage, "cli.stdin_twice");
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return error(ErrorKind::BadInput, "cli.file_unreadable",
                     {{u"file"_s, path}, {u"detail"_s, file.errorString()}});
    QByteArray bytes;
    while (bytes.size() <= most) {
        const QByteArray part = file.read(qint64{1} << 20);
        if (part.isEmpty())
            break;
        bytes += part;
    }
    if (file.error() != QFileDevice::NoError)
        return error(ErrorKind::BadInput, "cli.file_unreadable",
                     {{u"file"_s, path}, {u"detail"_s, file.errorString()}});
    if (bytes.size() > most)
        return error(ErrorKind::BadInput, "cli.file_too_large",
                     {{u"file"_s, path}, {u"most"_s, QString::number(most >> 20)}});
    return bytes;
}

} // namespace ekatra::cli
