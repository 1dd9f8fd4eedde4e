// SyncDesk.h
// What the sync, outbox and quarantine pages ask of an unlocked station, and the runs in the background. Nothing makes
// the caller wait. Owned by main; GUI thread.
#pragma once

#include "domain/KindTable.h"
#include "outbox/Outbox.h"
#include "session/Reply.h"
#include "sources/IcjsClient.h"
#include "storage/Quarantine.h"
#include "sync/QuarantineRetry.h"
#include "sync/Report.h"

#include <QDateTime>
#include <QObject>

#include <optional>
#include <vector>

namespace ekatra::session {

// One source as the sync page shows it.
struct SourceState {
    QString id;
    QString profile;
    QString titleEn; // as its profile calls it
    QString titleHi;
    bool isCentre = false;
    bool paused = false; // by the operator; background runs leave it out
    bool running = false;
    int sent = 0; // while the outbox is sent ...
    int toSend = 0; // ... and of how many; 0: nothing is being sent
    QString kind; // of what is read now; empty: of all kinds
    sync::Counts counts; // of the run that goes on, else of the last one
    qint64 bytes = 0;
    double share = -1; // of the run that goes on, 0 to 1; negative: nobody knows
    int secondsLeft = -1; // negative: nobody knows
    qint64 setAside = 0; // its rows in quarantine
    QDateTime lastSuccess; // invalid: never
    QDateTime lastRun;
    std::optional<Error> failure; // of the last run
    bool passes = false; // the failure may be gone at the next run without anybody's doing
};

// What the whole line is doing.
struct SyncState {
    std::vector<SourceState> sources;
    bool running = false;
    int waiting = 0; // outbox
    int rejected = 0;
    int conflicted = 0;
    qint64 setAside = 0; // rows in quarantine
    int minutes = 0; // the background reads every so many; 0: never
    QDateTime nextRun; // of the background; invalid: it is off
    std::optional<Error> failure; // the store could not be asked
};

// An outbox row with what a list says of it.
struct OutboxLine {
    outbox::Row row; // without its payload
    domain::Extract extract;
    QString caseNumber; // of the FIR it belongs to, else its own
    // Why it was refused or could not be sent.
    std::optional<Error> why; // without its kind
    QString detailEn; // the centre's own words; may be empty
    QString detailHi;
    std::vector<sources::FieldProblem> problems;
};

class SyncDesk : public QObject {
    Q_OBJECT

public:
    // Pushes, then pulls every source that is not paused (`source` empty) or only that one; the outbox goes with the
    // centre. While a run goes on a further call does nothing. Progress comes as told(), the end as finished().
    virtual void run(const QString& source) = 0;
    // Ends the run, with what has come so far.
    virtual void cancel() = 0;
    virtual void pause(const QString& source, bool paused) = 0;
    // Reads every `minutes` by itself; 0: never. Kept in the store. What was submitted is sent without it, as soon as
    // its turn comes.
    virtual void setBackground(int minutes) = 0;
    // Something was submitted or changed, or somebody wants to know: answered by told().
    virtual void ask() = 0;

    // What is not accepted yet, case by case; then what was accepted today, if that is wanted.
    virtual void outbox(bool withSettled, Reply<std::vector<OutboxLine>> reply) = 0;
    // One row, or all that wait (0). What is due is then sent at once. The answer: how many.
    virtual void retry(qint64 row, Reply<int> reply) = 0;
    virtual void discard(qint64 row, const QString& reason, Reply<bool> reply) = 0;

    virtual void quarantine(Reply<std::vector<storage::QuarantinedRow>> reply) = 0;
    virtual void quarantined(qint64 id, Reply<storage::QuarantinedRow> reply) = 0; // with its original text
    // Asks the source for the row again and maps it with the profile as it is now (0: all).
    virtual void retryQuarantined(qint64 id, Reply<sync::RetryCounts> reply) = 0;

Q_SIGNALS:
    // At most about five times a second.
    void told(const ekatra::session::SyncState& state);
    void finished(const ekatra::session::SyncState& state);
};

} // namespace ekatra::session
