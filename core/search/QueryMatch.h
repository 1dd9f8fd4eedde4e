// QueryMatch.h
// Writes a Query as an FTS5 MATCH string. Every term stands in quotes, so that nothing a user typed is read as syntax.
// Free function; the thread of `keys`.
#pragma once

#include "search/PhoneticKey.h"
#include "search/Query.h"

namespace ekatra::search {

[[nodiscard]] QString matchOf(const Query& query, PhoneticKey& keys);

} // namespace ekatra::search
