// StationThreads.h
// The two threads behind an unlocked station: one owns Services and the connection that writes; the other has a reading
// connection of its own, so that searches and pages never wait for a running sync. Work is posted as functions; each
// gets what it works with, or null while the station is locked. Owned by main; its functions may be called from any
// thread, but close() and the destructor only from the one that made it.
#pragma once

#include "base/Clock.h"
#include "records/CaseReader.h"
#include "search/OfficerFinder.h"
#include "search/PersonFinder.h"
#include "session/Services.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>

namespace ekatra::session {

// Whose station was unlocked.
struct StationFacts {
    QString user;
    QString station; // PS code
    QString folder;
};

// What the reading thread works with; made, used and destroyed there.
struct Reading {
    // `station`: the code of the one that was unlocked.
    Reading(std::unique_ptr<storage::Connection> opened, const Tables& tables, const base::Clock& clock,
            const QString& station);

    std::unique_ptr<storage::Connection> connection;
    search::SearchService search;
    search::PersonFinder persons;
    search::OfficerFinder officers;
    records::RecordReader records;
    records::CaseReader cases;
};

class StationThreads {
public:
    using StoreWork = std::function<void(Services*)>;
    using ReadWork = std::function<void(Reading*)>;

    // `clock` outlives the threads.
    StationThreads(std::shared_ptr<const Tables> tables, const base::Clock& clock);
    ~StationThreads();
    StationThreads(const StationThreads&) = delete;
    StationThreads& operator=(const StationThreads&) = delete;

    [[nodiscard]] const Tables& tables() const { return *m_tables; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }

    // Runs on the store thread after all that waits there: a pull, a check of the store.
    void onStore(StoreWork work);
    // Runs on the store thread as soon as the store can be had: between two rows of a running pull. What the operator
    // waits for: drafts, submissions, the outbox. In the order of the calls.
    void onStoreFirst(StoreWork work);
    void onReading(ReadWork work);

    // Opens the store and then the reading connection. `opened` is called on one of the threads, with the station's
    // facts or the error.
    void open(const QString& folder, const QString& user, std::shared_ptr<crypto::SecretBytes> passphrase,
              std::function<void(Result<StationFacts>)> opened);

    // Closes the store and joins the threads; what still waits is dropped. False: they did not end in time and still
    // run; the process may then only exit, which the store survives. Long work has to be cancelled before.
    [[nodiscard]] bool close(std::chrono::milliseconds deadline);

private:
    struct First {
        StoreWork work;
        std::unique_ptr<storage::Store::OperatorTurn> turn; // none while the store is locked
    };

    void openReading(StationFacts facts, std::function<void(Result<StationFacts>)> opened); // reading thread
    void runFirst(); // store thread
    void lockStore(); // store thread

    std::shared_ptr<const Tables> m_tables;
    const base::Clock& m_clock;
    bool m_closed = false;

    std::mutex m_mutex;
    std::deque<First> m_first;
    storage::Store* m_store = nullptr; // of m_services

    QThread m_storeThread;
    QThread m_readThread;
    QObject m_onStore; // where work for each thread is posted to
    QObject m_onReading;
    std::unique_ptr<Services> m_services; // store thread
    std::unique_ptr<Reading> m_reading; // reading thread
};

} // namespace ekatra::session
