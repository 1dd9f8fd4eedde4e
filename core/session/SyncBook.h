// SyncBook.h
// What the store keeps of its sync: which sources there are, how their last runs went, what is owed, and what the
// operator chose for the background. Read on the store thread; plain values.
#pragma once

#include "session/Services.h"
#include "session/SyncDesk.h"

namespace ekatra::session {

struct SyncBook {
    SyncState state; // with nothing running
    qint64 outboxTurn = 0; // of the next row, Unix milliseconds; 0: none waits
    bool pushFailed = false; // the last time
    QDateTime lastPush; // invalid: never

    // Errors: those of the store.
    [[nodiscard]] static Result<SyncBook> read(Services& services);

    [[nodiscard]] static Result<void> setMinutes(Services& services, int minutes);
    [[nodiscard]] static Result<void> setPaused(Services& services, const QString& source, bool paused);
};

} // namespace ekatra::session
