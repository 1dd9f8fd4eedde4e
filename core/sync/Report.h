// Report.h
// What a sync run did, as plain values for the command line, the window and the journal.
#pragma once

#include "base/Error.h"

#include <QMap>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace ekatra::sync {

// Counts of one kind pulled from one source.
struct Counts {
    qint64 fetched = 0; // rows that came, those set aside included
    qint64 added = 0;
    qint64 changed = 0;
    qint64 removed = 0;
    qint64 unchanged = 0;
    qint64 setAside = 0; // could not be mapped; in quarantine
    qint64 duplicates = 0; // the same key twice in one page

    Counts& operator+=(const Counts& other)
    {
        fetched += other.fetched;
        added += other.added;
        changed += other.changed;
        removed += other.removed;
        unchanged += other.unchanged;
        setAside += other.setAside;
        duplicates += other.duplicates;
        return *this;
    }
};

struct SourceReport {
    QString sourceId;
    QMap<QString, Counts> kinds;
    qint64 bytes = 0;
    double seconds = 0;
    std::optional<Error> failure; // what stopped it; everything before that is stored

    [[nodiscard]] Counts total() const
    {
        Counts sum;
        for (const Counts& counts : kinds)
            sum += counts;
        return sum;
    }
};

struct PushReport {
    int accepted = 0;
    int rejected = 0;
    int conflicted = 0;
    int postponed = 0; // still waiting
    // Records that took another number because the centre had given theirs away: id -> (old, new).
    QMap<QString, std::pair<QString, QString>> renumbered;
    std::optional<Error> failure;
};

// A step of a run in progress.
struct Progress {
    QString sourceId;
    QString stream;
    QString kind; // of what is read now; empty: of all kinds
    Counts counts; // of the source so far
    qint64 bytes = 0;
    double share = -1; // of the source, 0 to 1; negative: nobody knows
};

} // namespace ekatra::sync
