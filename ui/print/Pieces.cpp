#include "print/Pieces.h"

#include <cairo.h>

#include <algorithm>

namespace ekatra::print {

namespace {

constexpr double ruleWidth = 0.6;
constexpr double paddingX = 3;
constexpr double paddingY = 2;
constexpr double emptyParagraph = 6;
constexpr double rounding = 0.01;

void strokeLine(cairo_t* page, double x1, double y1, double x2, double y2)
{
    cairo_set_line_width(page, ruleWidth);
    cairo_move_to(page, x1, y1);
    cairo_line_to(page, x2, y2);
    cairo_stroke(page);
}

// Lines of every cell that stand in one slice of a row.
struct SliceCell {
    TextBlock block;
    Span span;
    int first = 0;
    int count = 0;
};

struct Slice {
    std::vector<SliceCell> cells;
    double height = 0;
    bool top = false; // the row begins here
    bool bottom = false; // the row ends here
};

void drawRules(cairo_t* page, const Slice& slice, double y, Edges edges)
{
    const Span& left = slice.cells.front().span;
    const Span& right = slice.cells.back().span;
    const double end = right.x + right.width;
    if (slice.top || edges.first)
        strokeLine(page, left.x, y, end, y);
    if (slice.bottom || edges.last)
        strokeLine(page, left.x, y + slice.height, end, y + slice.height);
    strokeLine(page, left.x, y, left.x, y + slice.height);
    for (const SliceCell& cell : slice.cells)
        strokeLine(page, cell.span.x + cell.span.width, y, cell.span.x + cell.span.width, y + slice.height);
}

Piece pieceOf(Slice slice, Ruled ruled, double padX, double padY)
{
    Piece piece;
    piece.height = slice.height;
    piece.draw = [slice = std::move(slice), ruled, padX, padY](cairo_t* page, double y, Edges edges) {
        for (const SliceCell& cell : slice.cells)
            cell.block.draw(page, cell.span.x + padX, y + padY, cell.first, cell.count);
        if (ruled == Ruled::Yes)
            drawRules(page, slice, y, edges);
    };
    return piece;
}

Piece lineOf(const TextBlock& block, int line, double x)
{
    Piece piece;
    piece.height = block.heightOf(line, 1);
    piece.draw = [block, line, x](cairo_t* page, double y, Edges) { block.draw(page, x, y, line, 1); };
    return piece;
}

// Splits the runs at line feeds.
std::vector<Runs> paragraphsOf(const Runs& runs)
{
    std::vector<Runs> paragraphs(1);
    for (const Run& run : runs) {
        const QStringList parts = printable(run.text).split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (i > 0)
                paragraphs.emplace_back();
            paragraphs.back().push_back({parts[i], run.face});
        }
    }
    return paragraphs;
}

bool isBlank(const Runs& runs)
{
    return std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.text.trimmed().isEmpty(); });
}

} // namespace

std::vector<Piece> PieceMaker::paragraphs(const Runs& runs, Span span, Align align, double gap) const
{
    std::vector<Piece> pieces;
    double above = gap;
    for (const Runs& paragraph : paragraphsOf(runs)) {
        if (isBlank(paragraph)) {
            above += emptyParagraph;
            continue;
        }
        const TextBlock block = m_typesetter.set(paragraph, span.width, align);
        const int lines = block.lineCount();
        for (int i = 0; i < lines; ++i) {
            Piece piece = lineOf(block, i, span.x);
            piece.gap = i == 0 ? above : 0;
            // No line of a paragraph stands alone on a page.
            piece.withNext = lines > 1 && (i == 0 || i == lines - 2);
            pieces.push_back(std::move(piece));
        }
        above = 0;
    }
    return pieces;
}

std::vector<Piece> PieceMaker::row(const std::vector<RowCell>& cells, Ruled ruled, double gap) const
{
    const double padX = ruled == Ruled::Yes ? paddingX : 0;
    const double padY = ruled == Ruled::Yes ? paddingY : 0;
    std::vector<SliceCell> whole;
    double height = 0;
    for (const RowCell& cell : cells) {
        const double room = std::max(1.0, cell.span.width - 2 * padX);
        whole.push_back({m_typesetter.set(cell.runs, room, cell.align), cell.span, 0, 0});
        height = std::max(height, whole.back().block.height());
    }
    const double most = height > m_bodyHeight / 2 ? m_bodyHeight / 2 : height;

    std::vector<Piece> pieces;
    bool more = true;
    while (more) {
        more = false;
        Slice slice;
        slice.top = pieces.empty();
        for (SliceCell& cell : whole) {
            cell.first += cell.count;
            const int left = cell.block.lineCount() - cell.first;
            cell.count = std::min(left, std::max(1, cell.block.linesWithin(cell.first, most + rounding)));
            slice.height = std::max(slice.height, cell.block.heightOf(cell.first, cell.count) + 2 * padY);
            more = more || cell.first + cell.count < cell.block.lineCount();
        }
        slice.cells = whole;
        slice.bottom = !more;
        pieces.push_back(pieceOf(std::move(slice), ruled, padX, padY));
    }
    pieces.front().gap = gap;
    return pieces;
}

void PieceMaker::addMargins(std::vector<Piece>& pieces, const std::vector<Margin>& margins) const
{
    if (pieces.empty())
        return;
    Piece& first = pieces.front();
    for (auto at = margins.rbegin(); at != margins.rend(); ++at) { // the leftmost is drawn, and read, first
        const Margin& margin = *at;
        const TextBlock block = m_typesetter.set({{margin.text, Face::Strong}}, 0);
        first.draw = [block, x = margin.x, rest = first.draw](cairo_t* page, double y, Edges edges) {
            block.draw(page, x, y);
            rest(page, y, edges);
        };
    }
}

std::optional<Piece> PieceMaker::stacked(const std::vector<Piece>& pieces, double least) const
{
    double height = 0;
    std::vector<double> tops;
    for (const Piece& piece : pieces) {
        if (!tops.empty())
            height += piece.gap;
        tops.push_back(height);
        height += piece.height;
    }
    if (height > m_bodyHeight)
        return std::nullopt;
    Piece one;
    one.height = std::max(height, least);
    one.gap = pieces.empty() ? 0 : pieces.front().gap;
    one.draw = [pieces, tops](cairo_t* page, double y, Edges) {
        for (std::size_t i = 0; i < pieces.size(); ++i)
            pieces[i].draw(page, y + tops[i], {});
    };
    return one;
}

void strokeBox(cairo_t* page, double x, double y, double width, double height)
{
    cairo_set_line_width(page, ruleWidth);
    cairo_rectangle(page, x, y, width, height);
    cairo_stroke(page);
}

} // namespace ekatra::print
