// OutboxList.h
// The outbox as its page lists it: rows with who and what is in them, which case they belong to, and why the centre
// refused them. The reading thread.
#pragma once

#include "session/StationThreads.h"
#include "session/SyncDesk.h"

namespace ekatra::session {

// What is not accepted yet, rows of one case together; then, newest first, what was accepted since `accepted` (Unix
// milliseconds), if that is given.
[[nodiscard]] Result<std::vector<OutboxLine>> outboxLines(const Reading& reading, const Tables& tables,
                                                          const base::Clock& clock, std::optional<qint64> accepted);

} // namespace ekatra::session
