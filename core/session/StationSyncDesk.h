// StationSyncDesk.h
// The SyncDesk over a real store. Runs go on the store thread, which lets the operator's work in while it waits; what
// is shown lives on the GUI thread. Owned by main; GUI thread.
//
// Sent and read by itself: what was submitted, as soon as its turn comes; the sources, as often as the operator allows.
// Each failure waits for itself and longer each time; an elapsed wait always leads to an attempt.
#pragma once

#include "session/StationThreads.h"
#include "session/SyncBook.h"
#include "session/SyncRound.h"
#include "sync/Scheduler.h"

#include <QTimer>

namespace ekatra::session {

class StationSyncDesk final : public SyncDesk {
    Q_OBJECT

public:
    // `threads` outlives what was asked of this desk: close it before the desk goes.
    explicit StationSyncDesk(StationThreads& threads);

    void run(const QString& source) override;
    void cancel() override;
    void pause(const QString& source, bool paused) override;
    void setBackground(int minutes) override;
    void ask() override;
    void outbox(bool withSettled, Reply<std::vector<OutboxLine>> reply) override;
    void retry(qint64 row, Reply<int> reply) override;
    void discard(qint64 row, const QString& reason, Reply<bool> reply) override;
    void quarantine(Reply<std::vector<storage::QuarantinedRow>> reply) override;
    void quarantined(qint64 id, Reply<storage::QuarantinedRow> reply) override;
    void retryQuarantined(qint64 id, Reply<sync::RetryCounts> reply) override;

    // Starts what is due; the timer does it, and a test that moved the clock.
    void lookForWork();
    // Ends what runs and starts nothing more: the program is about to end.
    void stop();

private:
    using Book = Result<SyncBook>;

    void start(const QString& source, const RoundPlan& plan);
    void runRound(Services& services, const QString& source, RoundPlan plan, const base::CancelToken& cancel);
    // Changes the store first, then reads it and lets the window know.
    void change(std::function<Result<void>(Services&)> act);
    void tellBook(Services& services); // store thread
    void onWindow(std::function<void()> act); // any thread
    void hear(const Book& book);
    void hearStep(const SourceState& source);
    void hearEnd(const SyncRound::Outcome& outcome, const Book& book);
    void planNext();
    void tellSoon();
    [[nodiscard]] bool mayPush() const;

    StationThreads& m_threads;
    SyncState m_state;
    qint64 m_outboxTurn = 0;
    bool m_knowsPush = false;
    bool m_stopped = false;
    sync::Scheduler m_scheduler;
    base::CancelToken m_cancel; // of the run
    base::CancelToken m_retrying; // of rows set aside
    QTimer m_due;
    QTimer m_telling; // runs while it is too early to tell again
    bool m_untold = false;
    QDateTime m_lastStart; // of what was started by itself
};

} // namespace ekatra::session
