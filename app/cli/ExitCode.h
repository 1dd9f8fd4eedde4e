// ExitCode.h
// What scripts read from the exit status. A promise: add to it, do not change it. Any thread.
#pragma once

#include "base/Error.h"

#include <QString>

namespace ekatra::cli {

enum ExitCode {
    Done = 0,
    NothingFound = 1, // or differences were found
    WrongUsage = 2,
    Locked = 3,
    StoreDamaged = 4,
    StoreBusy = 5,
    NotReachable = 6,
    PartlyDone = 7, // some rows refused, set aside or in conflict; the rest is done
    BadData = 8,
    Forbidden = 9,
    DiskTrouble = 10,
    ProgramFault = 70,
};

[[nodiscard]] int exitCodeFor(const Error& error);

// The one that says more, of two parts of one run.
[[nodiscard]] int worse(int a, int b);

// The kind as scripts see it: "not_found".
[[nodiscard]] QString kindText(ErrorKind kind);

} // namespace ekatra::cli
