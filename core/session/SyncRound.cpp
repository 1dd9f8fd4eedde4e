#include "session/SyncRound.h"

#include <algorithm>

namespace ekatra::session {

namespace {

constexpr double leastShare = 0.02; // before which nobody can tell how long it takes

// Whether going on with the next source makes sense after this.
bool endsTheRun(const std::optional<Error>& failure)
{
    if (!failure)
        return false;
    return failure->kind == ErrorKind::Damaged || failure->kind == ErrorKind::NewerVersion
        || failure->kind == ErrorKind::DiskFull || failure->kind == ErrorKind::Cancelled;
}

int secondsLeft(double share, qint64 elapsedMs)
{
    if (share < leastShare)
        return -1;
    return static_cast<int>(static_cast<double>(elapsedMs) * (1 - share) / share / 1000);
}

} // namespace

SyncRound::Outcome SyncRound::run(const RoundPlan& plan)
{
    Outcome outcome;
    outcome.wanted = plan.sources;
    if (plan.push && !push(outcome))
        return outcome;
    for (const QString& source : plan.sources) {
        if (!pull(source, outcome))
            break;
    }
    return outcome;
}

SourceState* SyncRound::find(const QString& id)
{
    const auto found =
        std::find_if(m_sources.begin(), m_sources.end(), [&](const SourceState& state) { return state.id == id; });
    return found == m_sources.end() ? nullptr : &*found;
}

void SyncRound::finish(SourceState& state, const std::optional<Error>& failure)
{
    if (auto book = SyncBook::read(m_services)) {
        for (SourceState& fresh : book->state.sources) {
            if (fresh.id == state.id)
                state = std::move(fresh);
        }
    }
    state.running = false;
    if (failure && !state.failure)
        state.failure = failure; // one that the journal has not heard of
    m_tell(state);
}

bool SyncRound::push(Outcome& outcome)
{
    const auto centre = m_services.centre();
    SourceState* state = centre ? find(*centre) : nullptr;
    const auto owed = m_services.outbox().counts();
    if (!state || !owed || owed->waiting == 0)
        return true;
    state->running = true;
    state->toSend = owed->waiting;
    m_tell(*state);
    auto report = m_services.push(m_cancel, [&](const sync::PushReport& step) {
        state->sent = step.accepted + step.rejected + step.conflicted;
        state->toSend = std::max(state->toSend, state->sent);
        m_tell(*state);
    });
    const std::optional<Error> failure = report ? report->failure : std::optional<Error>(report.error());
    outcome.pushed = true;
    outcome.pushedWell = !failure;
    finish(*state, failure);
    return !endsTheRun(failure);
}

bool SyncRound::pull(const QString& source, Outcome& outcome)
{
    SourceState* state = find(source);
    if (!state)
        return true;
    state->running = true;
    state->counts = {};
    state->bytes = 0;
    state->kind.clear();
    state->share = -1;
    m_tell(*state);
    QElapsedTimer since;
    since.start();
    sync::PullOptions options;
    options.progress = [&](const sync::Progress& step) {
        state->kind = step.kind;
        state->counts = step.counts;
        state->bytes = step.bytes;
        state->share = step.share;
        state->secondsLeft = secondsLeft(step.share, since.elapsed());
        m_tell(*state);
    };
    auto report = m_services.pull(source, options, m_cancel);
    const std::optional<Error> failure = report ? report->failure : std::optional<Error>(report.error());
    if (!failure)
        outcome.readWell.append(source);
    finish(*state, failure);
    return !endsTheRun(failure);
}

} // namespace ekatra::session
