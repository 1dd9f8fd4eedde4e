#include "sync/Scheduler.h"

#include <algorithm>

namespace ekatra::sync {

void Scheduler::Entry::end(bool well, const QDateTime& now, double luck)
{
    failures = well ? 0 : failures + 1;
    chance = luck;
    at = now;
}

void Scheduler::setSources(const QStringList& sources)
{
    QMap<QString, Entry> kept;
    for (const QString& source : sources)
        kept.insert(source, m_sources.value(source));
    m_sources = std::move(kept);
}

void Scheduler::ended(const QString& source, bool well, const QDateTime& at, double chance)
{
    if (const auto known = m_sources.find(source); known != m_sources.end())
        known->end(well, at, chance);
}

QDateTime Scheduler::turnOf(const Entry& entry, const QDateTime& now) const
{
    if (!entry.at.isValid() || entry.at > now)
        return now;
    std::chrono::milliseconds wait = m_every;
    if (entry.failures > 0)
        wait = std::min(wait, again.delay(entry.failures, entry.chance));
    return entry.at.addMSecs(wait.count());
}

QStringList Scheduler::due(const QDateTime& now) const
{
    QStringList sources;
    if (m_every.count() == 0)
        return sources;
    for (auto entry = m_sources.begin(); entry != m_sources.end(); ++entry) {
        if (turnOf(*entry, now) <= now)
            sources.append(entry.key());
    }
    return sources;
}

QDateTime Scheduler::next(const QDateTime& now) const
{
    QDateTime first;
    if (m_every.count() == 0)
        return first;
    for (const Entry& entry : m_sources) {
        const QDateTime turn = turnOf(entry, now);
        if (!first.isValid() || turn < first)
            first = turn;
    }
    return first;
}

QDateTime Scheduler::nextPush(qint64 turn, const QDateTime& now) const
{
    if (turn == 0)
        return {};
    const QDateTime wanted = QDateTime::fromMSecsSinceEpoch(turn, Qt::UTC);
    if (m_push.failures == 0 || m_push.at > now)
        return wanted;
    return std::max(wanted, m_push.at.addMSecs(again.delay(m_push.failures, m_push.chance).count()));
}

} // namespace ekatra::sync
