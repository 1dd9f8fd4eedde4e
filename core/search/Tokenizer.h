// Tokenizer.h
// The FTS5 tokenizer "ekatra": what IndexText built goes in, folded words, keys of names and ready-made terms come out.
// Registered on every connection that touches the search table; each connection gets its own instance with its own
// memory of keys, used on that connection's thread.
//
// A term of a query comes as QueryParser prepared it and passes as it stands. A bar in it sets apart terms that may
// stand at the same place of a phrase: "ram|~rm".
#pragma once

#include "base/Result.h"
#include "search/NameTables.h"
#include "search/PhoneticKey.h"

#include <QByteArray>
#include <QStringView>

#include <memory>

struct sqlite3;

namespace ekatra::search {

inline constexpr auto tokenizerName = "ekatra";
inline constexpr char placeSeparator = '|';

// Appends to `out` what the tokenizer would make of IndexText's `text`, as bytes that it only has to take apart again:
// most of the work of indexing, on whichever thread has time for it. Bound as text where the text itself would be.
void readAhead(QStringView text, PhoneticKey& keys, QByteArray& out);

// Errors: Internal search.no_fts5 (the library was built without FTS5), Internal search.tokenizer_refused.
[[nodiscard]] Result<void> registerTokenizer(sqlite3* database, std::shared_ptr<const NameTables> tables);

// The same with the tables of resources/names, read anew. Errors: also those of NameTables::load().
[[nodiscard]] Result<void> registerTokenizer(sqlite3* database);

} // namespace ekatra::search
