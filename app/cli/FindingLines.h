// FindingLines.h
// What became of an entry: where the record stands, and what is wrong or doubtful in it. Main thread.
#pragma once

#include "cli/Console.h"
#include "session/Entry.h"

namespace ekatra::cli {

using session::EntryOutcome;

// Prints it; the exit code: BadData when something is wrong, else Done.
[[nodiscard]] int showOutcome(Console& console, const EntryOutcome& outcome);

} // namespace ekatra::cli
