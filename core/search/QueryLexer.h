// QueryLexer.h
// Cuts what a user typed into pieces: words, quoted phrases, field:value, -not, or, prefix*. Any text can be cut;
// nothing is an error. Free functions without state; any thread.
#pragma once

#include "search/NameTables.h"
#include "search/Query.h"

#include <vector>

namespace ekatra::search {

struct QueryPiece {
    Field field = Field::Any;
    qsizetype start = 0; // of the whole piece in the user's text, with field and sign
    qsizetype length = 0;
    qsizetype valueStart = 0; // of what stands after field and sign, without quotes
    qsizetype valueLength = 0;
    bool quoted = false;
    bool excluded = false;
    bool prefix = false; // ended in *
    bool isOr = false;

    [[nodiscard]] bool isPlain() const { return field == Field::Any && !quoted && !excluded && !prefix && !isOr; }
};

[[nodiscard]] std::vector<QueryPiece> queryPieces(QStringView text, const NameTables& tables, std::vector<Note>& notes);

} // namespace ekatra::search
