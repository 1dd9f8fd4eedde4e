// PathWords.h
// A place in a payload as the paper calls it. Plain function; any thread.
#pragma once

#include "session/Services.h"

namespace ekatra::ui {

// "laws/0/section" -> "Laws 1, section"; parts that no form names as they stand.
[[nodiscard]] QString pathWords(const session::Tables& tables, const QString& kind, const QString& path,
                                const QString& language);

} // namespace ekatra::ui
