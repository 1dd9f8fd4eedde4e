// Process.h
// What the gateway asks of the operating system, away from main's story: no core dumps, an orderly end on a signal, a
// port file that is never half written.
#pragma once

#include "base/Result.h"

#include <QString>

namespace ekatra::gateway {

// No memory of this process may reach a disk by way of a core dump.
void forbidCoreDumps();

// What this process writes is for its own user alone: the centre's file holds records of persons.
void keepFilesPrivate();

// Blocks SIGTERM and SIGINT in this thread and all that it starts; call it before any thread exists.
void blockEndSignals();
// Returns when one of them has come.
void waitForEndSignal();

// Errors: DiskFull gateway.port_file {file}.
[[nodiscard]] Result<void> writePortFile(const QString& path, quint16 port);

// As documented in --help; what was named but is not there counts as bad input.
[[nodiscard]] int exitCodeFor(ErrorKind kind);

} // namespace ekatra::gateway
