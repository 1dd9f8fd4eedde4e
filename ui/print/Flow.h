// Flow.h
// Pieces of a paper, one under the other, broken into pages. Plain values; any thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

using cairo_t = struct _cairo;

namespace ekatra::print {

// Whether a piece begins or ends the page that it stands on: a table's row that goes on closes its box there.
struct Edges {
    bool first = false;
    bool last = false;
};

// What is never broken over two pages: a line of text, a row of a table.
struct Piece {
    double height = 0;
    double gap = 0; // blank above it, but not at the top of a page
    bool withNext = false; // the next one stands on the same page
    bool newPage = false;
    std::function<void(cairo_t* page, double y, Edges edges)> draw;
    std::shared_ptr<const Piece> repeated; // drawn above it when it comes first on a page: a table's head
};

struct Placed {
    const Piece* piece = nullptr;
    double y = 0; // from the top of the body
    Edges edges;
};
using Page = std::vector<Placed>;

// At least one page. `pieces` outlives the pages. A piece higher than the body stands alone and is cut off below.
[[nodiscard]] std::vector<Page> paginate(const std::vector<Piece>& pieces, double bodyHeight);

} // namespace ekatra::print
