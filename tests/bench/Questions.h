// Questions.h
// Queries such as operators type, made from what the store holds, so that each of them finds something: the same ones
// for the same store.
#pragma once

#include "search/SearchService.h"
#include "storage/Connection.h"

#include <vector>

namespace ekatra::bench {

struct Question {
    QString about; // the class that its time counts for
    search::SearchRequest request;
};

// `each` questions of every class.
[[nodiscard]] Result<std::vector<Question>> questionsFor(storage::Connection& store, int each);

} // namespace ekatra::bench
