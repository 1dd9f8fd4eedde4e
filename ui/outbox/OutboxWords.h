// OutboxWords.h
// A row of the outbox in words: what it is, how it stands, and what can be done about it. Plain functions; GUI thread.
#pragma once

#include "Context.h"
#include "sync/RowTable.h"

namespace ekatra::ui {

// `isSending`: a run sends the outbox now. `now` in UTC.
[[nodiscard]] TableRow outboxRow(const session::OutboxLine& line, const Context& context, bool isSending,
                                 const QDateTime& now);

// "FIR 0123/2024"
[[nodiscard]] QString outboxCase(const session::OutboxLine& line, const Context& context);

} // namespace ekatra::ui
