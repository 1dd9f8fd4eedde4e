// Composer.h
// A record and its layout to pieces of paper, in the order of the layout; behind them whatever of the record no block
// asked for. Made for one paper and thrown away. One thread; everything handed in outlives it.
#pragma once

#include "print/Entries.h"
#include "print/Pieces.h"
#include "print/ValueText.h"

namespace ekatra::print {

class Composer {
public:
    struct Input {
        const schema::FormDefinition& form;
        const Layout& layout;
        const PaperWords& words;
        Bilingual lawCaption;
    };

    Composer(const Input& input, const ValueText& values, Entries& entries, const PieceMaker& maker, double width);

    [[nodiscard]] std::vector<Piece> compose();

    // A text of the form in both languages: "District (जिला)".
    [[nodiscard]] QString both(const Bilingual& text, const QString& between = QStringLiteral(" ")) const;

private:
    using Pieces = std::vector<Piece>;

    [[nodiscard]] Pieces title() const;
    [[nodiscard]] Pieces blocks(const std::vector<Block>& blocks, const Row& row, Span span);
    [[nodiscard]] Pieces block(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces content(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces line(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces narrative(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces table(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces each(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces choice(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces signatures(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces box(const Block& block, const Row& row, Span span);
    [[nodiscard]] Pieces further();
    [[nodiscard]] Pieces furtherFields(const std::vector<Entry>& entries);
    [[nodiscard]] Pieces furtherRows(const Entry& entry, bool named);
    void openRuns(const std::vector<Row>& rows, Runs& runs) const;

    [[nodiscard]] Piece tableHead(const Block& block, const Row& like, const std::vector<Span>& spans) const;
    [[nodiscard]] std::vector<Span> columnSpans(const Block& block, Span span) const;
    [[nodiscard]] std::vector<RowCell> tableRow(const Block& block, const Row& row, std::size_t number,
                                                const std::vector<Span>& spans);
    [[nodiscard]] std::vector<RowCell> blankRow(const Block& block, const std::vector<Span>& spans) const;
    [[nodiscard]] QString labelOf(const Cell& cell, const Row& row) const;
    // The cell's value; marks it as printed.
    [[nodiscard]] QString take(const Cell& cell, const Row& row);
    [[nodiscard]] QString takeRest(const Row& row);
    [[nodiscard]] Runs takeRestNamed(const Row& row);
    [[nodiscard]] Runs labelled(const QString& label, const QString& value) const;

    const Input m_input;
    const ValueText& m_values;
    Entries& m_entries;
    const PieceMaker& m_maker;
    double m_width;
};

} // namespace ekatra::print
