// QuarantineRetry.h
// Asks the sources once more for rows that were set aside: a row that can be mapped now becomes its record, the others
// stay with their newest text and reason. Main thread, which is the store thread here.
#pragma once

#include "cli/Workplace.h"

namespace ekatra::cli {

struct RetryCounts {
    int taken = 0; // became records
    int kept = 0; // still cannot be mapped
    int gone = 0; // the source has no such row, or no name to ask for it by
    std::optional<Error> failure; // what ended it early
};

// One after the other; what came before a failure is stored. A request to stop ends it after the row at hand.
[[nodiscard]] RetryCounts retryQuarantined(session::Services& services,
                                           const std::vector<storage::QuarantinedRow>& rows,
                                           const base::CancelToken& cancel);

} // namespace ekatra::cli
