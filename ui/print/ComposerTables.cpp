// The ruled tables of a paper, their heads, and what is left of a row for its last column.
#include "print/Composer.h"

#include <cairo.h>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double tableGap = 4;
constexpr double headShade = 0.93;

// Neighbouring columns that stand under one head.
struct HeadGroup {
    std::size_t first = 0;
    std::size_t count = 0;
    Bilingual text; // empty: the column has none above it
};

std::vector<HeadGroup> groupsOf(const std::vector<Cell>& cells)
{
    std::vector<HeadGroup> groups;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Bilingual& span = cells[i].span;
        if (!span.isEmpty() && !groups.empty() && groups.back().text == span)
            ++groups.back().count;
        else
            groups.push_back({i, 1, span});
    }
    return groups;
}

Piece shaded(Piece piece, Span span)
{
    piece.draw = [span, height = piece.height, rest = piece.draw](cairo_t* page, double y, Edges edges) {
        cairo_save(page);
        cairo_set_source_rgb(page, headShade, headShade, headShade);
        cairo_rectangle(page, span.x, y, span.width, height);
        cairo_fill(page);
        cairo_restore(page);
        rest(page, y, edges);
    };
    return piece;
}

} // namespace

std::vector<Span> Composer::columnSpans(const Block& block, Span span) const
{
    double shares = 0;
    for (const Cell& cell : block.cells)
        shares += cell.width;
    std::vector<Span> spans;
    double x = span.x;
    for (const Cell& cell : block.cells) {
        spans.push_back({x, span.width * cell.width / shares});
        x += spans.back().width;
    }
    return spans;
}

Piece Composer::tableHead(const Block& block, const Row& like, const std::vector<Span>& spans) const
{
    std::vector<RowCell> upper;
    for (const HeadGroup& group : groupsOf(block.cells)) {
        double width = 0;
        for (std::size_t i = group.first; i < group.first + group.count; ++i)
            width += spans[i].width;
        upper.push_back({{{both(group.text), Face::Label}}, {spans[group.first].x, width}, Align::Centre});
    }
    std::vector<RowCell> names;
    std::vector<RowCell> numbers;
    for (std::size_t i = 0; i < block.cells.size(); ++i) {
        const Cell& cell = block.cells[i];
        QString label = labelOf(cell, like);
        if (label.isEmpty() && cell.serial)
            label = both(m_input.words.serial);
        names.push_back({{{label, Face::Label}}, spans[i], Align::Centre});
        const int number = block.firstNumber + static_cast<int>(i);
        numbers.push_back({{{QString::number(number), Face::Small}}, spans[i], Align::Centre});
    }
    Pieces rows;
    const auto add = [&](const std::vector<RowCell>& cells) {
        for (Piece& piece : m_maker.row(cells, Ruled::Yes, 0))
            rows.push_back(std::move(piece));
    };
    if (upper.size() < block.cells.size())
        add(upper);
    add(names);
    if (block.firstNumber > 0)
        add(numbers);
    const Span whole{spans.front().x, spans.back().x + spans.back().width - spans.front().x};
    auto head = m_maker.stacked(rows);
    return shaded(head ? std::move(*head) : rows.front(), whole);
}

std::vector<RowCell> Composer::tableRow(const Block& block, const Row& row, std::size_t number,
                                        const std::vector<Span>& spans)
{
    std::vector<RowCell> cells(block.cells.size());
    // What is left of the row is known once all other columns have taken theirs.
    for (const bool rest : {false, true}) {
        for (std::size_t i = 0; i < block.cells.size(); ++i) {
            const Cell& cell = block.cells[i];
            if (cell.rest != rest)
                continue;
            const QString text = cell.serial ? QString::number(number) : take(cell, row);
            cells[i] = {{{text, Face::Value}}, spans[i], cell.serial ? Align::Centre : cell.align};
        }
    }
    return cells;
}

std::vector<Piece> Composer::table(const Block& block, const Row& row, Span span)
{
    const std::vector<Span> spans = columnSpans(block, span);
    const schema::Field* field = m_entries.fieldAt(row, block.field);
    const Row like{{}, {}, field ? field->shape.get() : nullptr};
    auto head = std::make_shared<Piece>(tableHead(block, like, spans));
    head->gap = tableGap;
    head->withNext = true;

    Pieces pieces{*head};
    const auto add = [&](const std::vector<RowCell>& cells, const std::shared_ptr<const Piece>& repeated) {
        for (Piece& piece : m_maker.row(cells, Ruled::Yes, 0)) {
            piece.repeated = repeated;
            pieces.push_back(std::move(piece));
        }
    };
    std::size_t number = 0;
    for (const Entry& entry : m_entries.find(row, block.field)) {
        for (const Row& inner : m_entries.rowsOf(entry)) {
            add(tableRow(block, inner, ++number, spans), head);
            const Runs rest = block.rest ? takeRestNamed(inner) : Runs();
            if (rest.empty())
                continue;
            pieces.back().withNext = true;
            add({{rest, span, Align::Left}}, nullptr); // it stands under no column's head
        }
    }
    if (number == 0)
        add(blankRow(block, spans), head);
    return pieces;
}

std::vector<RowCell> Composer::blankRow(const Block& block, const std::vector<Span>& spans) const
{
    std::vector<RowCell> cells;
    bool said = false;
    for (std::size_t i = 0; i < block.cells.size(); ++i) {
        const bool says = !said && !block.cells[i].serial;
        cells.push_back({{{says ? m_values.in(block.empty) : QString(), Face::Value}}, spans[i], Align::Left});
        said = said || says;
    }
    return cells;
}

QString Composer::takeRest(const Row& row)
{
    QStringList parts;
    for (const Entry& entry : m_entries.all(row)) {
        if (!m_entries.isOpen(entry))
            continue;
        const QString value = m_values.text(entry, m_entries);
        parts.append(ValueText::needsName(entry) ? m_values.in(ValueText::labelOf(entry)) + u": "_s + value : value);
        m_entries.setPrinted(entry);
    }
    return parts.join(u", "_s);
}

Runs Composer::takeRestNamed(const Row& row)
{
    Runs runs;
    openRuns({row}, runs);
    m_entries.setPrinted({row.object, {}, row.pointer, nullptr});
    return runs;
}

} // namespace ekatra::print
