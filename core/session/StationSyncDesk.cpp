#include "session/StationSyncDesk.h"

#include "session/OutboxList.h"

#include <QRandomGenerator>

#include <algorithm>

namespace ekatra::session {

namespace {

constexpr int tellEveryMs = 200;
// The clock may be put forward or the machine sleep, so nothing is waited for longer than this without a look at it.
constexpr qint64 longestWaitMs = 30'000;
constexpr qint64 shortestPauseMs = 5'000; // between two runs that nobody asked for

Error notUnlocked()
{
    return error(ErrorKind::WrongPassphrase, "store.locked");
}

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

qint64 startOfToday(const base::Clock& clock)
{
    QDateTime midnight = clock.nowIst();
    midnight.setTime(QTime(0, 0));
    return midnight.toMSecsSinceEpoch();
}

RoundPlan planFor(const SyncState& state, const QString& only)
{
    RoundPlan plan;
    for (const SourceState& source : state.sources) {
        if (only.isEmpty() ? source.paused : source.id != only)
            continue;
        plan.sources.append(source.id);
        plan.push = plan.push || source.isCentre;
    }
    return plan;
}

} // namespace

StationSyncDesk::StationSyncDesk(StationThreads& threads) : m_threads(threads)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &StationSyncDesk::lookForWork);
    m_telling.setSingleShot(true);
    m_telling.setInterval(tellEveryMs);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        if (m_untold)
            tellSoon();
    });
}

void StationSyncDesk::onWindow(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void StationSyncDesk::run(const QString& source)
{
    start(source, {});
}

// An empty plan: everything that is not paused, or the one source.
void StationSyncDesk::start(const QString& source, const RoundPlan& plan)
{
    if (m_state.running || m_stopped)
        return;
    m_state.running = true;
    m_due.stop();
    m_cancel = base::CancelToken();
    m_telling.stop(); // that it begins is told at once
    tellSoon();
    m_threads.onStore([this, source, plan, cancel = m_cancel](Services* services) {
        if (services)
            runRound(*services, source, plan, cancel);
        else
            onWindow([this] { hearEnd({}, notUnlocked()); });
    });
}

void StationSyncDesk::runRound(Services& services, const QString& source, RoundPlan plan,
                               const base::CancelToken& cancel)
{
    auto book = SyncBook::read(services);
    SyncRound::Outcome outcome;
    if (book) {
        if (!plan.push && plan.sources.isEmpty())
            plan = planFor(book->state, source);
        SyncRound round(services, book->state.sources, cancel,
                        [this](const SourceState& state) { onWindow([this, state] { hearStep(state); }); });
        outcome = round.run(plan);
        book = SyncBook::read(services);
    }
    onWindow([this, outcome, book] { hearEnd(outcome, book); });
}

void StationSyncDesk::cancel()
{
    m_cancel.request();
    m_retrying.request();
}

void StationSyncDesk::stop()
{
    m_stopped = true;
    cancel();
    m_due.stop();
}

void StationSyncDesk::change(std::function<Result<void>(Services&)> act)
{
    m_threads.onStoreFirst([this, act = std::move(act)](Services* services) {
        if (!services)
            return;
        if (auto done = act(*services); done)
            tellBook(*services);
        else
            onWindow([this, why = done.error()] { hear(why); });
    });
}

void StationSyncDesk::pause(const QString& source, bool paused)
{
    change([source, paused](Services& services) { return SyncBook::setPaused(services, source, paused); });
}

void StationSyncDesk::setBackground(int minutes)
{
    change([minutes](Services& services) { return SyncBook::setMinutes(services, minutes); });
}

void StationSyncDesk::ask()
{
    change([](Services&) { return Result<void>(); });
}

void StationSyncDesk::tellBook(Services& services)
{
    onWindow([this, book = SyncBook::read(services)] { hear(book); });
}

void StationSyncDesk::hear(const Book& book)
{
    if (!book) {
        m_state.failure = book.error();
        planNext();
        return tellSoon();
    }
    SyncState fresh = book->state;
    // A run that goes on knows more of its source than the book.
    for (SourceState& source : fresh.sources) {
        for (const SourceState& shown : m_state.sources) {
            if (shown.id != source.id || !shown.running)
                continue;
            const bool paused = source.paused;
            source = shown;
            source.paused = paused;
        }
    }
    fresh.running = m_state.running;
    m_state = std::move(fresh);
    m_outboxTurn = book->outboxTurn;
    m_scheduler.setEvery(std::chrono::minutes(m_state.minutes));
    QStringList read;
    for (const SourceState& source : m_state.sources) {
        if (!source.paused)
            read.append(source.id);
    }
    m_scheduler.setSources(read);
    for (const SourceState& source : m_state.sources) {
        if (source.lastRun.isValid() && !m_scheduler.knows(source.id))
            m_scheduler.ended(source.id, !source.failure, source.lastRun, chance());
    }
    if (!m_knowsPush && book->lastPush.isValid())
        m_scheduler.pushEnded(!book->pushFailed, book->lastPush, chance());
    m_knowsPush = true;
    planNext();
    tellSoon();
}

void StationSyncDesk::hearStep(const SourceState& source)
{
    for (SourceState& shown : m_state.sources) {
        if (shown.id == source.id) {
            const bool paused = shown.paused;
            shown = source;
            shown.paused = paused;
        }
    }
    tellSoon();
}

void StationSyncDesk::hearEnd(const SyncRound::Outcome& outcome, const Book& book)
{
    const QDateTime now = m_threads.clock().now();
    // What the operator stopped is not tried again before its usual time.
    const bool stopped = m_cancel.requested();
    for (const QString& source : outcome.wanted)
        m_scheduler.ended(source, stopped || outcome.readWell.contains(source), now, chance());
    if (outcome.pushed)
        m_scheduler.pushEnded(outcome.pushedWell, now, chance());
    m_knowsPush = m_knowsPush || outcome.pushed;
    m_state.running = false;
    for (SourceState& source : m_state.sources)
        source.running = false;
    hear(book);
    Q_EMIT finished(m_state);
}

bool StationSyncDesk::mayPush() const
{
    return std::any_of(m_state.sources.begin(), m_state.sources.end(),
                       [](const SourceState& source) { return source.isCentre && !source.paused; });
}

void StationSyncDesk::lookForWork()
{
    if (m_state.running || m_stopped)
        return;
    const QDateTime now = m_threads.clock().now();
    const QDateTime push = mayPush() ? m_scheduler.nextPush(m_outboxTurn, now) : QDateTime();
    RoundPlan plan;
    plan.sources = m_scheduler.due(now);
    plan.push = push.isValid() && push <= now;
    if (!plan.push && plan.sources.isEmpty())
        return planNext();
    m_lastStart = now;
    start({}, plan);
}

// Sets the timer to the next thing that is to be done by itself.
void StationSyncDesk::planNext()
{
    const QDateTime now = m_threads.clock().now();
    m_state.nextRun = m_scheduler.next(now);
    if (m_state.running || m_stopped)
        return;
    QDateTime next = m_state.nextRun;
    const QDateTime push = mayPush() ? m_scheduler.nextPush(m_outboxTurn, now) : QDateTime();
    if (push.isValid() && (!next.isValid() || push < next))
        next = push;
    if (!next.isValid())
        return m_due.stop();
    qint64 wait = std::clamp<qint64>(now.msecsTo(next), 0, longestWaitMs);
    if (m_lastStart.isValid() && m_lastStart <= now)
        wait = std::max(wait, shortestPauseMs - m_lastStart.msecsTo(now));
    m_due.start(static_cast<int>(wait));
}

void StationSyncDesk::tellSoon()
{
    m_untold = m_telling.isActive();
    if (m_untold)
        return;
    m_telling.start();
    Q_EMIT told(m_state);
}

void StationSyncDesk::outbox(bool withSettled, Reply<std::vector<OutboxLine>> reply)
{
    m_threads.onReading([&threads = m_threads, withSettled, reply](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        const auto since = withSettled ? std::optional(startOfToday(threads.clock())) : std::nullopt;
        reply(outboxLines(*reading, threads.tables(), threads.clock(), since));
    });
}

void StationSyncDesk::retry(qint64 row, Reply<int> reply)
{
    m_threads.onStoreFirst([this, row, reply](Services* services) {
        if (!services)
            return reply(notUnlocked());
        auto retried = services->outbox().retry(row);
        reply(retried);
        if (!retried)
            return;
        // The operator says that it is worth another attempt, whatever the last one met.
        onWindow([this] { m_scheduler.pushEnded(true, m_threads.clock().now(), 0); });
        tellBook(*services);
    });
}

void StationSyncDesk::discard(qint64 row, const QString& reason, Reply<bool> reply)
{
    m_threads.onStoreFirst([this, row, reason, reply](Services* services) {
        if (!services)
            return reply(notUnlocked());
        if (auto done = services->records().discard(row, services->store().user(), reason); !done)
            return reply(done.error());
        reply(true);
        tellBook(*services);
    });
}

void StationSyncDesk::quarantine(Reply<std::vector<storage::QuarantinedRow>> reply)
{
    m_threads.onReading([reply](Reading* reading) {
        reply(reading ? storage::Quarantine(*reading->connection).all() : notUnlocked());
    });
}

void StationSyncDesk::quarantined(qint64 id, Reply<storage::QuarantinedRow> reply)
{
    m_threads.onReading([reply, id](Reading* reading) {
        reply(reading ? storage::Quarantine(*reading->connection).find(id) : notUnlocked());
    });
}

void StationSyncDesk::retryQuarantined(qint64 id, Reply<sync::RetryCounts> reply)
{
    if (m_retrying.requested() && !m_stopped)
        m_retrying = base::CancelToken();
    m_threads.onStore([this, id, reply, cancel = m_retrying](Services* services) {
        if (!services)
            return reply(notUnlocked());
        std::vector<storage::QuarantinedRow> rows;
        if (id == 0) {
            auto all = services->quarantine().all();
            if (!all)
                return reply(all.error());
            rows = std::move(*all);
        } else {
            auto row = services->quarantine().find(id);
            if (!row)
                return reply(row.error());
            rows.push_back(std::move(*row));
        }
        reply(services->retryQuarantined(rows, cancel));
        tellBook(*services);
    });
}

} // namespace ekatra::session
