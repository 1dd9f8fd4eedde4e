// SyncRound.h
// One run from the window: sends the outbox, then reads the sources one after the other, and tells of each step. Made
// for one run; store thread.
#pragma once

#include "session/SyncBook.h"

#include <QElapsedTimer>

namespace ekatra::session {

// What a run is to do.
struct RoundPlan {
    bool push = false;
    QStringList sources; // to read
};

class SyncRound {
public:
    // A source as it stands now.
    using Tell = std::function<void(const SourceState&)>;

    // `sources` as they stand before the run.
    SyncRound(Services& services, std::vector<SourceState> sources, base::CancelToken cancel, Tell tell)
        : m_services(services), m_sources(std::move(sources)), m_cancel(std::move(cancel)), m_tell(std::move(tell))
    {
    }

    struct Outcome {
        bool pushed = false; // it was tried
        bool pushedWell = false;
        QStringList wanted; // sources that were to be read
        QStringList readWell; // those that went through
    };
    // Ends early when it is cancelled, or when the store itself fails.
    Outcome run(const RoundPlan& plan);

private:
    [[nodiscard]] bool push(Outcome& outcome);
    [[nodiscard]] bool pull(const QString& source, Outcome& outcome);
    [[nodiscard]] SourceState* find(const QString& id);
    // What the journal says of it now.
    void finish(SourceState& state, const std::optional<Error>& failure);

    Services& m_services;
    std::vector<SourceState> m_sources;
    base::CancelToken m_cancel;
    Tell m_tell;
};

} // namespace ekatra::session
