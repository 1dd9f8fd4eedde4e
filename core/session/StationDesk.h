// StationDesk.h
// The Desk over a real store. One thread owns Services and the connection that writes; a second one has a reading
// connection of its own for searches and record pages, so that neither waits for a running sync.
// Owned by main; GUI thread. Destruction waits for both threads; close() does so with a deadline.
#pragma once

#include "base/CancelToken.h"
#include "base/Clock.h"
#include "session/Desk.h"
#include "session/Services.h"

#include <QThread>

#include <chrono>

namespace ekatra::session {

class StationDesk final : public Desk {
    Q_OBJECT

public:
    // `clock` outlives the desk.
    StationDesk(std::shared_ptr<const Tables> tables, const base::Clock& clock);
    ~StationDesk() override;

    void unlock(const QString& folder, const QString& user, crypto::SecretBytes passphrase) override;
    Ticket search(const search::SearchRequest& request) override;
    Ticket countKinds(const search::SearchRequest& request) override;
    Ticket read(domain::RecordRow row) override;
    void askLine() override;

    // Ends what runs, closes the store and joins the threads. False: they did not end in time and still run; the
    // process may then only exit, which the store survives.
    [[nodiscard]] bool close(std::chrono::milliseconds deadline);

private:
    // What the reading thread works with; made, used and destroyed there.
    struct Reading;

    void openStore(const QString& folder, const QString& user, const crypto::SecretBytes& passphrase); // store thread
    void openReading(const storage::Store& store, const StationFacts& facts); // reading thread
    void tellLine(); // store thread

    std::shared_ptr<const Tables> m_tables;
    const base::Clock& m_clock;
    Ticket m_lastTicket = 0;
    base::CancelToken m_searching;
    bool m_closed = false;

    QThread m_storeThread;
    QThread m_readThread;
    QObject m_onStore; // where work for each thread is posted to
    QObject m_onReading;
    std::unique_ptr<Services> m_services; // store thread
    std::unique_ptr<Reading> m_reading; // reading thread
};

} // namespace ekatra::session
