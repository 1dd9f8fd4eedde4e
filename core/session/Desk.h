// Desk.h
// An unlocked station as the window sees it: requests are values, answers come as signals, and nothing here makes the
// caller wait. Owned by main; lives on the GUI thread and is called from there only. StationDesk does the work on
// threads of its own; tests put scripted answers in its place.
//
// Every request returns a ticket, every answer names the ticket it belongs to. Asking for a search drops the one before
// it: its answer may still come, and the caller tells by the ticket that it is old.
#pragma once

#include "base/Error.h"
#include "crypto/SecretBytes.h"
#include "records/CaseReader.h"
#include "records/RecordReader.h"
#include "search/SearchService.h"
#include "session/Reply.h"
#include "session/StationThreads.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <vector>

namespace ekatra::session {

// What is owed and when the systems were last heard, for the status line.
struct LineState {
    int waiting = 0;
    int rejected = 0;
    int conflicted = 0;
    int setAside = 0; // rows in quarantine
    int sources = 0;
    QDateTime lastSuccess; // invalid: never
    QStringList failing; // sources whose last run failed
};

class Desk : public QObject {
    Q_OBJECT

public:
    using Ticket = quint64;
    using KindCounts = std::vector<search::SearchService::KindCount>;
    using Details = std::shared_ptr<const records::RecordDetails>;
    using Case = std::shared_ptr<const records::CaseDetails>;
    using Choices = std::vector<search::SearchService::Choice>;

    // Answered by unlocked() or unlockFailed(). Takes as long as the key derivation does.
    virtual void unlock(const QString& folder, const QString& user, crypto::SecretBytes passphrase) = 0;
    // Answered by found() or searchFailed(); cancels the search and the counting before it.
    virtual Ticket search(const search::SearchRequest& request) = 0;
    // Answered by counted(), or not at all when a newer search made it pointless.
    virtual Ticket countKinds(const search::SearchRequest& request) = 0;
    // Answered by recordRead() or readFailed().
    virtual Ticket read(domain::RecordRow row) = 0;
    // The same, by its id; drafts that were never submitted too.
    virtual void readRecord(const domain::RecordUid& record, Reply<Details> reply) = 0;
    // The case that the record heads or belongs to.
    virtual void readCase(domain::RecordRow row, Reply<Case> reply) = 0;
    // What a record was before, oldest first.
    virtual void readRevisions(domain::RecordRow row, Reply<std::vector<records::Revision>> reply) = 0;
    // What may be asked for in `field` beside the rest of the request, with how many records that leaves. Given up
    // without a reply when a newer search begins.
    virtual void countChoices(const search::SearchRequest& request, search::Field field, Reply<Choices> reply) = 0;
    // Answered by lineTold() or lineFailed().
    virtual void askLine() = 0;

Q_SIGNALS:
    void unlocked(const ekatra::session::StationFacts& facts);
    void unlockFailed(const ekatra::Error& error);
    void found(quint64 ticket, const ekatra::search::SearchAnswer& answer);
    void searchFailed(quint64 ticket, const ekatra::Error& error);
    void counted(quint64 ticket, const ekatra::session::Desk::KindCounts& counts);
    void recordRead(quint64 ticket, const ekatra::session::Desk::Details& details);
    void readFailed(quint64 ticket, const ekatra::Error& error);
    void lineTold(const ekatra::session::LineState& line);
    void lineFailed(const ekatra::Error& error);
};

} // namespace ekatra::session
