#include "session/SyncBook.h"

#include "session/SourceLine.h"
#include "storage/Settings.h"

namespace ekatra::session {

namespace {

constexpr auto minutesName = "sync.minutes";
constexpr auto pausedName = "sync.paused";
const QChar between(u'\n'); // stands in no source's id

Result<QStringList> pausedSources(Services& services)
{
    const auto paused = storage::Settings(services.store().writer()).value(pausedName);
    if (!paused)
        return paused.error();
    return paused->split(between, Qt::SkipEmptyParts);
}

SourceState stateOf(Services& services, const storage::Source& source)
{
    SourceState state;
    state.id = source.id;
    state.profile = source.profile;
    if (const auto profile = SourceLine::profileOf(source)) {
        state.titleEn = profile->titleEn;
        state.titleHi = profile->titleHi;
        state.isCentre = profile->protocol == sources::SourceProtocol::Icjs;
    }
    sync::LastRun last = sync::lastRunFrom(services.journal().lastRun(source.id));
    if (state.isCentre && !last.failure) {
        const sync::LastRun push = sync::lastRunFrom(services.journal().lastPush());
        last.failure = push.failure;
        last.passes = push.passes;
    }
    state.counts = last.counts;
    state.bytes = last.bytes;
    state.lastRun = last.at;
    state.lastSuccess = last.success;
    state.failure = std::move(last.failure);
    state.passes = last.passes;
    return state;
}

} // namespace

Result<SyncBook> SyncBook::read(Services& services)
{
    const auto sources = services.sources().all();
    if (!sources)
        return sources.error();
    const auto owed = services.outbox().counts();
    if (!owed)
        return owed.error();
    const auto turn = services.outbox().nextTurn();
    if (!turn)
        return turn.error();
    const auto aside = services.quarantine().countsBySource();
    if (!aside)
        return aside.error();
    const auto paused = pausedSources(services);
    if (!paused)
        return paused.error();
    const auto minutes = storage::Settings(services.store().writer()).value(minutesName);
    if (!minutes)
        return minutes.error();

    SyncBook book;
    for (const storage::Source& source : *sources) {
        SourceState state = stateOf(services, source);
        state.paused = paused->contains(source.id);
        state.setAside = aside->value(source.id);
        book.state.setAside += state.setAside;
        book.state.sources.push_back(std::move(state));
    }
    book.state.waiting = owed->waiting;
    book.state.rejected = owed->rejected;
    book.state.conflicted = owed->conflicted;
    book.state.minutes = minutes->toInt();
    book.outboxTurn = *turn;
    const sync::LastRun push = sync::lastRunFrom(services.journal().lastPush());
    book.pushFailed = push.failure.has_value();
    book.lastPush = push.at;
    return book;
}

Result<void> SyncBook::setMinutes(Services& services, int minutes)
{
    return storage::Settings(services.store().writer()).set(minutesName, QString::number(minutes));
}

Result<void> SyncBook::setPaused(Services& services, const QString& source, bool paused)
{
    auto sources = pausedSources(services);
    if (!sources)
        return sources.error();
    sources->removeAll(source);
    if (paused)
        sources->append(source);
    return storage::Settings(services.store().writer()).set(pausedName, sources->join(between));
}

} // namespace ekatra::session
