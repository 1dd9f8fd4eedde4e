#include "session/StationThreads.h"

#include <QDeadlineTimer>

namespace ekatra::session {

namespace {

template <class Work>
void post(QObject& to, Work work)
{
    QMetaObject::invokeMethod(&to, std::move(work), Qt::QueuedConnection);
}

} // namespace

Reading::Reading(std::unique_ptr<storage::Connection> opened, const Tables& tables, const base::Clock& clock,
                 const QString& station)
    : connection(std::move(opened)),
      search(*connection, tables.kinds, tables.names, clock),
      persons(*connection, tables.kinds, tables.names, clock),
      officers(*connection, tables.kinds, tables.names, clock, station),
      records(*connection, tables.kinds, tables.precedence),
      cases(*connection, tables.kinds, tables.precedence, tables.names)
{
}

StationThreads::StationThreads(std::shared_ptr<const Tables> tables, const base::Clock& clock)
    : m_tables(std::move(tables)), m_clock(clock)
{
    m_storeThread.setObjectName(QStringLiteral("store"));
    m_readThread.setObjectName(QStringLiteral("reading"));
    m_onStore.moveToThread(&m_storeThread);
    m_onReading.moveToThread(&m_readThread);
    m_storeThread.start();
    m_readThread.start();
}

StationThreads::~StationThreads()
{
    while (!close(std::chrono::seconds(60))) { }
}

bool StationThreads::close(std::chrono::milliseconds deadline)
{
    const QDeadlineTimer until(deadline);
    if (!m_closed) {
        m_closed = true;
        // The reader's connection goes before the store that its key belongs to.
        post(m_onReading, [this] {
            m_reading.reset();
            post(m_onStore, [this] {
                lockStore();
                m_storeThread.quit();
            });
            m_readThread.quit();
        });
    }
    return m_readThread.wait(until) && m_storeThread.wait(until);
}

void StationThreads::onStore(StoreWork work)
{
    post(m_onStore, [this, work = std::move(work)] { work(m_services.get()); });
}

void StationThreads::onStoreFirst(StoreWork work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_first.push_back(
            {std::move(work), m_store ? std::make_unique<storage::Store::OperatorTurn>(*m_store) : nullptr});
    }
    post(m_onStore, [this] { runFirst(); });
}

void StationThreads::onReading(ReadWork work)
{
    post(m_onReading, [this, work = std::move(work)] { work(m_reading.get()); });
}

void StationThreads::runFirst()
{
    for (;;) {
        First next;
        {
            const std::lock_guard lock(m_mutex);
            if (m_first.empty())
                return;
            next = std::move(m_first.front());
            m_first.pop_front();
        }
        next.work(m_services.get());
    }
}

void StationThreads::lockStore()
{
    runFirst(); // what the operator has asked for is done before the store goes
    {
        const std::lock_guard lock(m_mutex);
        m_store = nullptr;
    }
    m_services.reset();
}

void StationThreads::open(const QString& folder, const QString& user, std::shared_ptr<crypto::SecretBytes> passphrase,
                          std::function<void(Result<StationFacts>)> opened)
{
    post(m_onStore, [this, folder, user, passphrase, opened = std::move(opened)] {
        auto store = storage::Store::open(folder, user, *passphrase, storeOptions(*m_tables));
        if (!store)
            return opened(store.error());
        const StationFacts facts{(*store)->user(), (*store)->station(), (*store)->folder()};
        auto services = Services::start(std::move(store).value(), m_tables, m_clock);
        if (!services)
            return opened(services.error());
        m_services = std::move(services).value();
        m_services->store().setWaitingWork([this] { runFirst(); });
        {
            const std::lock_guard lock(m_mutex);
            m_store = &m_services->store();
        }
        post(m_onReading, [this, facts, opened] { openReading(facts, opened); });
    });
}

void StationThreads::openReading(StationFacts facts, std::function<void(Result<StationFacts>)> opened)
{
    // The store thread does nothing with the store before the window knows that it is open.
    auto connection = m_store->reader();
    if (!connection) {
        const Error why = connection.error();
        post(m_onStore, [this, why, opened = std::move(opened)] {
            lockStore(); // a second attempt must find the store free
            opened(why);
        });
        return;
    }
    m_reading = std::make_unique<Reading>(std::move(connection).value(), *m_tables, m_clock, facts.station);
    opened(std::move(facts));
}

} // namespace ekatra::session
