// ScriptedDesk.h
// A desk without a store: it notes what the window asks for, and the test answers when and as it likes. GUI thread.
#pragma once

#include "session/Desk.h"
#include "session/FormDesk.h"
#include "session/SyncDesk.h"

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
    void readCase(domain::RecordRow, session::Reply<Case> reply) override { caseReplies.push_back(std::move(reply)); }
    void readRecord(const domain::RecordUid&, session::Reply<Details>) override { }
    void readRevisions(domain::RecordRow, session::Reply<std::vector<records::Revision>>) override { }
    void countChoices(const search::SearchRequest&, search::Field, session::Reply<Choices>) override { }
    void askLine() override { ++lineAsked; }

    std::vector<search::SearchRequest> searches;
    std::vector<Ticket> searchTickets; // of the request at the same place
    Ticket lastRead = 0;
    std::vector<session::Reply<Case>> caseReplies;
    int lineAsked = 0;

private:
    Ticket m_last = 0;
};

// Answers nothing by itself; the tests that need an answer script it.
class ScriptedFormDesk : public session::FormDesk {
public:
    void begin(const session::FormStart&, session::Reply<session::FormOpening>) override { }
    void keepDraft(const QString&, const domain::RecordUid&, const QJsonObject&,
                   session::Reply<session::DraftKept>) override
    {
    }
    void submit(const QString&, const domain::RecordUid&, const QJsonObject&, const QString&,
                session::Reply<session::FormSent>) override
    {
    }
    void dropDraft(const domain::RecordUid&, session::Reply<bool>) override { }
    void drafts(session::Reply<std::vector<session::DraftLine>>) override { }
    void findPersons(const QString&, const domain::RecordUid&,
                     session::Reply<std::vector<session::PersonChoice>>) override
    {
    }
    void findOfficers(const QString&, session::Reply<std::vector<QJsonObject>>) override { }
};

class ScriptedSyncDesk : public session::SyncDesk {
public:
    void run(const QString&) override { }
    void cancel() override { }
    void pause(const QString&, bool) override { }
    void setBackground(int) override { }
    void ask() override { }
    void outbox(bool, session::Reply<std::vector<session::OutboxLine>>) override { }
    void retry(qint64, session::Reply<int>) override { }
    void discard(qint64, const QString&, session::Reply<bool>) override { }
    void quarantine(session::Reply<std::vector<storage::QuarantinedRow>>) override { }
    void quarantined(qint64, session::Reply<storage::QuarantinedRow>) override { }
    void retryQuarantined(qint64, session::Reply<sync::RetryCounts>) override { }
};

} // namespace ekatra::test
