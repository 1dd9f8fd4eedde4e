// FindingLines.h
// What became of an entry: where the record stands, and what is wrong or doubtful in it. Main thread.
#pragma once

#include "cli/Console.h"
#include "domain/Record.h"
#include "forms/FormChecker.h"

#include <optional>

namespace ekatra::cli {

struct EntryOutcome {
    domain::Record record; // its uid is null for what was only checked
    std::vector<forms::Finding> findings;
    std::optional<Error> refusal; // why it could not be queued though its form is in order
    bool isDraft = false; // kept here, not owed to the centre
};

// Prints it; the exit code: BadData when something is wrong, else Done.
[[nodiscard]] int showOutcome(Console& console, const EntryOutcome& outcome);

} // namespace ekatra::cli
