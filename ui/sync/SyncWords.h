// SyncWords.h
// A source in words and numbers, as the sync page lists it. Plain functions; GUI thread.
#pragma once

#include "Context.h"
#include "sync/RowTable.h"

namespace ekatra::ui {

[[nodiscard]] QString sourceTitle(const session::SourceState& source, const Context& context);
[[nodiscard]] TableRow sourceRow(const session::SourceState& source, bool anyRuns, const Context& context);
// "2 sources failed, next run 12:15"
[[nodiscard]] QString syncWords(const session::SyncState& state, const Context& context);
// "12:04" today, else with the day; a dash for never.
[[nodiscard]] QString shortMoment(const QDateTime& moment);

} // namespace ekatra::ui
