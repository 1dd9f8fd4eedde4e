// ScriptedDesk.h
// A desk without a store: it notes what the window asks for, and the test answers when and as it likes. GUI thread.
#pragma once

#include "session/Desk.h"

namespace ekatra::test {

class ScriptedDesk final : public session::Desk {
public:
    void unlock(const QString&, const QString& user, crypto::SecretBytes) override
    {
        Q_EMIT unlocked({user, QStringLiteral("13020004"), {}});
    }
    Ticket search(const search::SearchRequest& request) override
    {
        searches.push_back(request);
        return searchTickets.emplace_back(++m_last);
    }
    Ticket countKinds(const search::SearchRequest&) override { return ++m_last; }
    Ticket read(domain::RecordRow) override { return lastRead = ++m_last; }
    void askLine() override { ++lineAsked; }

    std::vector<search::SearchRequest> searches;
    std::vector<Ticket> searchTickets; // of the request at the same place
    Ticket lastRead = 0;
    int lineAsked = 0;

private:
    Ticket m_last = 0;
};

} // namespace ekatra::test
