#include "session/StationDesk.h"

#include <QDeadlineTimer>

namespace ekatra::session {

struct StationDesk::Reading {
    std::unique_ptr<storage::Connection> connection;
    search::SearchService search;
    records::RecordReader records;

    Reading(std::unique_ptr<storage::Connection> opened, const Tables& tables, const base::Clock& clock)
        : connection(std::move(opened)),
          search(*connection, tables.kinds, tables.names, clock),
          records(*connection, tables.kinds, tables.precedence)
    {
    }
};

namespace {

template <class Work>
void post(QObject& to, Work work)
{
    QMetaObject::invokeMethod(&to, std::move(work), Qt::QueuedConnection);
}

Error notUnlocked()
{
    return error(ErrorKind::WrongPassphrase, "store.locked");
}

} // namespace

StationDesk::StationDesk(std::shared_ptr<const Tables> tables, const base::Clock& clock)
    : m_tables(std::move(tables)), m_clock(clock)
{
    m_storeThread.setObjectName(QStringLiteral("store"));
    m_readThread.setObjectName(QStringLiteral("reading"));
    m_onStore.moveToThread(&m_storeThread);
    m_onReading.moveToThread(&m_readThread);
    m_storeThread.start();
    m_readThread.start();
}

StationDesk::~StationDesk()
{
    while (!close(std::chrono::seconds(60))) { }
}

bool StationDesk::close(std::chrono::milliseconds deadline)
{
    const QDeadlineTimer until(deadline);
    m_searching.request();
    if (!m_closed) {
        m_closed = true;
        // The reader's connection goes before the store that its key belongs to.
        post(m_onReading, [this] {
            m_reading.reset();
            post(m_onStore, [this] {
                m_services.reset();
                m_storeThread.quit();
            });
            m_readThread.quit();
        });
    }
    return m_readThread.wait(until) && m_storeThread.wait(until);
}

void StationDesk::unlock(const QString& folder, const QString& user, crypto::SecretBytes passphrase)
{
    // Posted work is copied by Qt, which a secret refuses to be.
    auto secret = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    post(m_onStore, [this, folder, user, secret] { openStore(folder, user, *secret); });
}

void StationDesk::openStore(const QString& folder, const QString& user, const crypto::SecretBytes& passphrase)
{
    auto store = storage::Store::open(folder, user, passphrase, storeOptions(*m_tables));
    if (!store) {
        Q_EMIT unlockFailed(store.error());
        return;
    }
    const StationFacts facts{(*store)->user(), (*store)->station(), (*store)->folder()};
    auto services = Services::start(std::move(store).value(), m_tables, m_clock);
    if (!services) {
        Q_EMIT unlockFailed(services.error());
        return;
    }
    m_services = std::move(services).value();
    post(m_onReading, [this, &opened = m_services->store(), facts] { openReading(opened, facts); });
}

void StationDesk::openReading(const storage::Store& store, const StationFacts& facts)
{
    auto connection = store.reader();
    if (!connection) {
        const Error why = connection.error();
        post(m_onStore, [this, why] {
            m_services.reset(); // a second attempt must find the store free
            Q_EMIT unlockFailed(why);
        });
        return;
    }
    m_reading = std::make_unique<Reading>(std::move(connection).value(), *m_tables, m_clock);
    Q_EMIT unlocked(facts);
}

Desk::Ticket StationDesk::search(const search::SearchRequest& request)
{
    const Ticket ticket = ++m_lastTicket;
    m_searching.request();
    m_searching = base::CancelToken();
    post(m_onReading, [this, ticket, request, cancel = m_searching] {
        if (cancel.requested())
            return;
        auto answer = m_reading ? m_reading->search.search(request, cancel) : notUnlocked();
        if (answer)
            Q_EMIT found(ticket, *answer);
        else if (answer.error().kind != ErrorKind::Cancelled)
            Q_EMIT searchFailed(ticket, answer.error());
    });
    return ticket;
}

Desk::Ticket StationDesk::countKinds(const search::SearchRequest& request)
{
    const Ticket ticket = ++m_lastTicket;
    post(m_onReading, [this, ticket, request, cancel = m_searching] {
        if (cancel.requested() || !m_reading)
            return;
        if (auto counts = m_reading->search.countByKind(request, cancel))
            Q_EMIT counted(ticket, *counts);
    });
    return ticket;
}

Desk::Ticket StationDesk::read(domain::RecordRow row)
{
    const Ticket ticket = ++m_lastTicket;
    post(m_onReading, [this, ticket, row] {
        auto details = m_reading ? m_reading->records.details(row) : notUnlocked();
        if (details)
            Q_EMIT recordRead(ticket, std::make_shared<const records::RecordDetails>(std::move(details).value()));
        else
            Q_EMIT readFailed(ticket, details.error());
    });
    return ticket;
}

void StationDesk::askLine()
{
    post(m_onStore, [this] { tellLine(); });
}

void StationDesk::tellLine()
{
    if (!m_services)
        return;
    auto counts = m_services->outbox().counts();
    auto sources = m_services->sources().all();
    if (!counts || !sources) {
        Q_EMIT lineFailed(counts ? sources.error() : counts.error());
        return;
    }
    LineState line;
    line.waiting = counts->waiting;
    line.rejected = counts->rejected;
    line.conflicted = counts->conflicted;
    line.sources = static_cast<int>(sources->size());
    for (const storage::Source& source : *sources) {
        const QJsonObject run = m_services->journal().lastRun(source.id);
        const QDateTime success =
            QDateTime::fromString(run.value(QLatin1String("last_success")).toString(), Qt::ISODate);
        if (success.isValid() && (!line.lastSuccess.isValid() || line.lastSuccess < success))
            line.lastSuccess = success;
        if (!run.isEmpty() && run.value(QLatin1String("result")).toString() != QLatin1String("ok"))
            line.failing.append(source.id);
    }
    Q_EMIT lineTold(line);
}

} // namespace ekatra::session
