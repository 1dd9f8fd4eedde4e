// Pieces.h
// From texts to pieces of a paper: paragraphs that break between lines, and rows of cells, ruled or not. Owned by the
// composer of one paper; one thread. Lengths in points.
#pragma once

#include "print/Flow.h"
#include "print/Typesetter.h"

#include <optional>

namespace ekatra::print {

// A part of the body's width.
struct Span {
    double x = 0;
    double width = 0;
};

// One text of a row in its column.
struct RowCell {
    Runs runs;
    Span span;
    Align align = Align::Left;
};

// Something drawn in the margin beside the first line.
struct Margin {
    QString text;
    double x = 0;
};

enum class Ruled { No, Yes };

class PieceMaker {
public:
    PieceMaker(const Typesetter& typesetter, double bodyHeight) : m_typesetter(typesetter), m_bodyHeight(bodyHeight) { }

    // One or more paragraphs; a line feed begins a new one, an empty one leaves room.
    [[nodiscard]] std::vector<Piece> paragraphs(const Runs& runs, Span span, Align align, double gap) const;
    // Cells side by side; a ruled row has a box around each. A row too high for half a page is cut.
    [[nodiscard]] std::vector<Piece> row(const std::vector<RowCell>& cells, Ruled ruled, double gap) const;
    // Adds the margin texts to the first piece.
    void addMargins(std::vector<Piece>& pieces, const std::vector<Margin>& margins) const;

    // Several as one that is not broken; `least` points high at least. Nothing when they are too high for a page.
    [[nodiscard]] std::optional<Piece> stacked(const std::vector<Piece>& pieces, double least = 0) const;

    [[nodiscard]] const Typesetter& typesetter() const { return m_typesetter; }
    [[nodiscard]] double bodyHeight() const { return m_bodyHeight; }

private:
    const Typesetter& m_typesetter;
    double m_bodyHeight;
};

// A rectangle's outline in the thin line of all rules.
void strokeBox(cairo_t* page, double x, double y, double width, double height);

} // namespace ekatra::print
