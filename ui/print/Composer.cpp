#include "print/Composer.h"

#include <cairo.h>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double itemIndent = 20;
constexpr double subIndent = 26;
constexpr double tickIndent = 16;
constexpr double tickSide = 7;
constexpr double lineGap = 3;
constexpr double itemGap = 5;
constexpr double columnGap = 8;
constexpr double boxGap = 10;

void append(std::vector<Piece>& to, std::vector<Piece> more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void keepTogether(std::vector<Piece>& pieces)
{
    for (Piece& piece : pieces)
        piece.withNext = true;
}

Span inset(Span span, double left)
{
    return {span.x + left, span.width - left};
}

// A small box before an alternative, ticked or not.
void addTick(std::vector<Piece>& pieces, double x, bool ticked)
{
    if (pieces.empty())
        return;
    Piece& first = pieces.front();
    first.draw = [x, ticked, rest = first.draw](cairo_t* page, double y, Edges edges) {
        constexpr double drop = 3;
        strokeBox(page, x, y + drop, tickSide, tickSide);
        if (ticked) {
            cairo_set_line_width(page, 1.4);
            cairo_move_to(page, x + 1.2, y + drop + tickSide * 0.55);
            cairo_line_to(page, x + tickSide * 0.42, y + drop + tickSide - 1.2);
            cairo_line_to(page, x + tickSide + 1, y + drop - 1);
            cairo_stroke(page);
        }
        rest(page, y, edges);
    };
}

} // namespace

Composer::Composer(const Input& input, const ValueText& values, Entries& entries, const PieceMaker& maker, double width)
    : m_input(input), m_values(values), m_entries(entries), m_maker(maker), m_width(width)
{
}

std::vector<Piece> Composer::compose()
{
    Pieces pieces = title();
    append(pieces, blocks(m_input.layout.blocks, m_entries.record(), {0, m_width}));
    append(pieces, further());
    return pieces;
}

QString Composer::both(const Bilingual& text, const QString& between) const
{
    const QString& first = m_input.layout.hindiFirst ? text.hi : text.en;
    const QString& second = m_input.layout.hindiFirst ? text.en : text.hi;
    if (first.isEmpty() || second.isEmpty() || first == second)
        return first.isEmpty() ? second : first;
    return first + between + u'(' + second + u')';
}

std::vector<Piece> Composer::title() const
{
    const Span span{0, m_width};
    const std::vector<Bilingual>& lines = m_input.layout.title;
    const Bilingual name = lines.empty() ? m_input.form.title : lines.front();
    const Bilingual& law = m_input.lawCaption;
    Pieces pieces;
    const auto add = [&](const QString& text, Face face) {
        if (!text.isEmpty())
            append(pieces, m_maker.paragraphs({{text, face}}, span, Align::Centre, 1));
    };
    const auto bracketed = [](const QString& text) { return text.isEmpty() ? text : u'(' + text + u')'; };
    const bool hindiFirst = m_input.layout.hindiFirst;
    add(hindiFirst ? name.hi : name.en.toUpper(), Face::Title);
    add(bracketed(hindiFirst ? law.hi : law.en), Face::Strong);
    add(hindiFirst ? name.en : name.hi, Face::Title);
    add(bracketed(hindiFirst ? law.en : law.hi), Face::Strong);
    for (std::size_t i = 1; i < lines.size(); ++i)
        add(both(lines[i]), Face::Strong);
    keepTogether(pieces);
    return pieces;
}

std::vector<Piece> Composer::blocks(const std::vector<Block>& blocks, const Row& row, Span span)
{
    Pieces pieces;
    for (const Block& one : blocks) {
        if (m_entries.holds(one.when, row))
            append(pieces, block(one, row, span));
    }
    return pieces;
}

std::vector<Piece> Composer::block(const Block& block, const Row& row, Span span)
{
    const bool numbered = !block.item.isEmpty() || !block.sub.isEmpty();
    const bool outermost = span.x == 0 && span.width == m_width;
    const bool wholeWidth = block.kind == Block::Kind::Table || block.kind == Block::Kind::Each;
    const double indent =
        (numbered || (outermost && !wholeWidth) ? itemIndent : 0) + (block.sub.isEmpty() ? 0 : subIndent);
    Pieces pieces = content(block, row, block.align == Align::Centre ? span : inset(span, indent));
    if (pieces.empty())
        return pieces;
    std::vector<Margin> margins;
    if (!block.item.isEmpty())
        margins.push_back({block.item + u'.', span.x});
    if (!block.sub.isEmpty())
        margins.push_back({block.sub, span.x + itemIndent});
    m_maker.addMargins(pieces, margins);
    if (!block.item.isEmpty())
        pieces.front().gap = itemGap;
    if (block.newPage && block.kind != Block::Kind::Each)
        pieces.front().newPage = true;
    if (block.keep)
        keepTogether(pieces);
    return pieces;
}

std::vector<Piece> Composer::content(const Block& block, const Row& row, Span span)
{
    switch (block.kind) {
    case Block::Kind::Head: {
        Pieces pieces = m_maker.paragraphs({{both(block.text), Face::Strong}}, span, block.align, itemGap);
        keepTogether(pieces);
        return pieces;
    }
    case Block::Kind::Text:
        return m_maker.paragraphs({{both(block.text), Face::Label}}, span, block.align, lineGap);
    case Block::Kind::Line:
        return line(block, row, span);
    case Block::Kind::Narrative:
        return narrative(block, row, span);
    case Block::Kind::Table:
        return table(block, row, span);
    case Block::Kind::Each:
        return each(block, row, span);
    case Block::Kind::Choice:
        return choice(block, row, span);
    case Block::Kind::Signatures:
        return signatures(block, row, span);
    case Block::Kind::Box:
        return box(block, row, span);
    }
    Q_UNREACHABLE();
}

QString Composer::labelOf(const Cell& cell, const Row& row) const
{
    if (cell.bare)
        return {};
    if (!cell.label.isEmpty() || cell.fields.isEmpty())
        return both(cell.label);
    const schema::Field* field = m_entries.fieldAt(row, cell.fields.first());
    return both(ValueText::labelOf({{}, cell.fields.first().section(u'.', -1), {}, field}));
}

QString Composer::take(const Cell& cell, const Row& row)
{
    QStringList parts;
    for (const QString& path : cell.fields) {
        for (const Entry& entry : m_entries.find(row, path)) {
            const bool pads = cell.digits > 0 && entry.value.isDouble();
            const QString text =
                pads ? m_values.padded(entry, cell.digits) : m_values.text(entry, m_entries, cell.omit);
            if (!text.isEmpty() && !parts.contains(text))
                parts.append(text);
            m_entries.setPrinted(entry);
        }
    }
    if (cell.rest)
        parts.append(takeRest(row));
    parts.removeAll(QString());
    if (parts.isEmpty())
        return m_values.in(cell.empty);
    const QString suffix = m_values.in(cell.suffix);
    return cell.prefix + parts.join(cell.between) + (suffix.isEmpty() ? suffix : u' ' + suffix);
}

std::vector<Piece> Composer::line(const Block& block, const Row& row, Span span)
{
    double shares = 0;
    for (const Cell& cell : block.cells)
        shares += cell.width;
    const double room = span.width - columnGap * static_cast<double>(block.cells.size() - 1);
    double x = span.x;
    std::vector<RowCell> cells;
    for (const Cell& cell : block.cells) {
        const double width = room * cell.width / shares;
        cells.push_back({labelled(labelOf(cell, row), take(cell, row)), {x, width}, cell.align});
        x += width + columnGap;
    }
    return cells.size() == 1 ? m_maker.paragraphs(cells.front().runs, span, cells.front().align, lineGap)
                             : m_maker.row(cells, Ruled::No, lineGap);
}

Runs Composer::labelled(const QString& label, const QString& value) const
{
    if (label.isEmpty())
        return {{value, Face::Value}};
    return {{label + u": "_s, Face::Label}, {value, Face::Value}};
}

std::vector<Piece> Composer::narrative(const Block& block, const Row& row, Span span)
{
    Cell cell;
    cell.fields = {block.field};
    cell.empty = block.empty;
    const QString text = take(cell, row);
    return m_maker.paragraphs({{text, Face::Value}}, span, Align::Justified, lineGap);
}

std::vector<Piece> Composer::each(const Block& block, const Row& row, Span span)
{
    Pieces pieces;
    for (const Entry& entry : m_entries.find(row, block.field)) {
        for (const Row& inner : m_entries.rowsOf(entry)) {
            Pieces more = blocks(block.inner, inner, span);
            if (block.newPage && !more.empty())
                more.front().newPage = true;
            append(pieces, std::move(more));
        }
    }
    return pieces;
}

std::vector<Piece> Composer::choice(const Block& block, const Row& row, Span span)
{
    QString chosen;
    for (const Entry& entry : m_entries.find(row, block.field))
        chosen = entry.value.toString();
    Pieces pieces;
    for (const auto& [code, inner] : block.options) {
        Pieces option = blocks(inner, row, inset(span, tickIndent));
        addTick(option, span.x, code == chosen);
        append(pieces, std::move(option));
    }
    return pieces;
}

std::vector<Piece> Composer::signatures(const Block& block, const Row& row, Span span)
{
    const double count = static_cast<double>(block.columns.size());
    const double width = (span.width - columnGap * 3 * (count - 1)) / count;
    const double space = block.space * pointsPerMillimetre;
    Pieces columns;
    double height = 0;
    double x = span.x;
    for (const std::vector<Block>& column : block.columns) {
        const Pieces pieces = blocks(column, row, {x, width});
        x += width + columnGap * 3;
        auto one = m_maker.stacked(pieces);
        if (!one || one->height + space > m_maker.bodyHeight())
            append(columns, pieces); // more than a page of names: under each other
        else
            columns.push_back(std::move(*one));
        height = std::max(height, columns.empty() ? 0 : columns.back().height);
    }
    if (columns.size() != block.columns.size())
        return columns;
    Piece all;
    all.gap = itemGap;
    all.height = space + height;
    all.draw = [columns, space](cairo_t* page, double y, Edges) {
        for (const Piece& column : columns)
            column.draw(page, y + space, {});
    };
    return {all};
}

std::vector<Piece> Composer::box(const Block& block, const Row& row, Span span)
{
    const double breadth = block.breadth * pointsPerMillimetre;
    const double height = block.space * pointsPerMillimetre;
    const Pieces beside = blocks(block.inner, row, {span.x, span.width - breadth - boxGap});
    const Span frame{span.x + span.width - breadth, breadth};
    const TextBlock words =
        m_maker.typesetter().set({{both(block.text, u"\n"_s), Face::Small}}, breadth, Align::Centre);
    const auto drawBox = [frame, height, words](cairo_t* page, double y) {
        strokeBox(page, frame.x, y, frame.width, height);
        words.draw(page, frame.x, y + (height - words.height()) / 2);
    };
    if (auto one = m_maker.stacked(beside, height)) {
        one->draw = [drawBox, rest = one->draw](cairo_t* page, double y, Edges edges) {
            drawBox(page, y);
            rest(page, y, edges);
        };
        return {*one};
    }
    Piece alone;
    alone.height = height;
    alone.gap = itemGap;
    alone.draw = [drawBox](cairo_t* page, double y, Edges) { drawBox(page, y); };
    Pieces pieces{alone};
    append(pieces, beside);
    return pieces;
}

} // namespace ekatra::print
