// Scheduler.h
// When the background tries again, and what: each source for itself, so that one that is down costs the others nothing.
// It knows no clock and no store; the moments come from outside. One thread.
#pragma once

#include "net/RetryPolicy.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

namespace ekatra::sync {

class Scheduler {
public:
    // Zero: nothing is read without being asked for.
    void setEvery(std::chrono::minutes every) { m_every = every; }
    // The sources that are read; what is known of others is forgotten.
    void setSources(const QStringList& sources);

    // How the source's last run went: told after each, and once at the beginning from the journal. After a failure it
    // is tried again earlier than usual, then twice as late each time, up to the usual. `chance` in [0, 1) spreads many
    // workstations.
    void ended(const QString& source, bool well, const QDateTime& at, double chance);
    [[nodiscard]] bool knows(const QString& source) const { return m_sources.value(source).at.isValid(); }
    void pushEnded(bool well, const QDateTime& at, double chance) { m_push.end(well, at, chance); }

    // Whose turn has come. A source that never ran is due; so is one whose last run lies ahead, as a clock that was put
    // back must not silence it.
    [[nodiscard]] QStringList due(const QDateTime& now) const;
    // When the next source's turn comes; invalid: never.
    [[nodiscard]] QDateTime next(const QDateTime& now) const;
    // When the outbox, whose next row has its turn at `turn` (Unix milliseconds; 0: none waits), is to be sent;
    // invalid: never.
    [[nodiscard]] QDateTime nextPush(qint64 turn, const QDateTime& now) const;

private:
    struct Entry {
        int failures = 0;
        double chance = 0;
        QDateTime at; // of the last end; invalid: never ran

        void end(bool well, const QDateTime& now, double luck);
    };
    [[nodiscard]] QDateTime turnOf(const Entry& entry, const QDateTime& now) const;

    static constexpr net::RetryPolicy again{std::chrono::seconds(30), std::chrono::minutes(15)};

    std::chrono::minutes m_every{0};
    QMap<QString, Entry> m_sources;
    Entry m_push;
};

} // namespace ekatra::sync
