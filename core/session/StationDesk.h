// StationDesk.h
// The Desk over a real store. Owned by main; GUI thread.
#pragma once

#include "base/CancelToken.h"
#include "session/Desk.h"

namespace ekatra::session {

class StationDesk final : public Desk {
    Q_OBJECT

public:
    // `threads` outlives what was asked of this desk: close it before the desk goes.
    explicit StationDesk(StationThreads& threads) : m_threads(threads) { }

    void unlock(const QString& folder, const QString& user, crypto::SecretBytes passphrase) override;
    Ticket search(const search::SearchRequest& request) override;
    Ticket countKinds(const search::SearchRequest& request) override;
    Ticket read(domain::RecordRow row) override;
    void readCase(domain::RecordRow row, Reply<Case> reply) override;
    void readRecord(const domain::RecordUid& record, Reply<Details> reply) override;
    void readRevisions(domain::RecordRow row, Reply<std::vector<records::Revision>> reply) override;
    void countChoices(const search::SearchRequest& request, search::Field field, Reply<Choices> reply) override;
    void askLine() override;

    // Ends a search that runs.
    void stop() { m_searching.request(); }

private:
    void tellLine(Services& services); // store thread

    StationThreads& m_threads;
    Ticket m_lastTicket = 0;
    base::CancelToken m_searching;
};

} // namespace ekatra::session
