// Verify.h
// Looks a whole store over. Slow (reads every page); the writer's thread.
#pragma once

#include "storage/Connection.h"

#include <QStringList>

namespace ekatra::storage {

// What is wrong, in SQLite's words; empty when all is well: page authentication of the cipher, structure, foreign
// keys, and the search index against itself.
[[nodiscard]] Result<QStringList> verify(Connection& db);

} // namespace ekatra::storage
