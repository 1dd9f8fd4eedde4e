// Typesetter.h
// Texts in both scripts set into lines, and lines put on a page so that they can be read out of the PDF again letter by
// letter. Lengths are points (1/72 inch), y runs downwards. One Typesetter belongs to one thread; blocks made by it are
// drawn on the same thread.
//
// Promises about the text layer: no hyphen is added at a line's end, no line ends behind a hyphen of the text, a sign
// that stands over or under a letter is one with it, and a character that no font has is a box which still reads as
// that character. Marks that turn the direction of what follows are not set: on paper they could only deceive.
#pragma once

#include <QString>

#include <memory>
#include <vector>

using cairo_t = struct _cairo;
using PangoContext = struct _PangoContext;
using PangoLayout = struct _PangoLayout;
using PangoLayoutLine = struct _PangoLayoutLine;

namespace ekatra::print {

enum class Face {
    Label, // what the form says
    Value, // what was entered
    Strong, // heads and item numbers
    Title,
    Small, // running heads, foot, column numbers
    Mark, // the word across the page
};

struct Run {
    QString text;
    Face face = Face::Value;
};
using Runs = std::vector<Run>;

enum class Align { Left, Centre, Right, Justified };

// Runs set at one width. Copies share the same lines.
class TextBlock {
public:
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] int lineCount() const { return static_cast<int>(m_lines.size()); }
    // Height of `count` lines from `first` on.
    [[nodiscard]] double heightOf(int first, int count) const;
    // How many lines from `first` on go into `room`.
    [[nodiscard]] int linesWithin(int first, double room) const;
    // Puts `count` lines from `first` on with their upper left corner at (x, y).
    void draw(cairo_t* page, double x, double y, int first, int count) const;
    void draw(cairo_t* page, double x, double y) const { draw(page, x, y, 0, lineCount()); }
    // The letters' outlines, which no reader takes for text.
    void drawOutlines(cairo_t* page, double x, double y) const;
    // Width of the widest line.
    [[nodiscard]] double inkWidth() const { return m_inkWidth; }

private:
    friend class Typesetter;
    struct Line {
        PangoLayoutLine* line = nullptr; // of the layout
        double x = 0;
        double top = 0;
        double bottom = 0;
        double baseline = 0;
    };
    std::shared_ptr<PangoLayout> m_layout;
    std::vector<Line> m_lines;
    double m_height = 0;
    double m_inkWidth = 0;
};

class Typesetter {
public:
    Typesetter();

    // Whether this machine has a face for Hindi; without one every letter would be a box.
    [[nodiscard]] bool canSetHindi() const;

    // Line feeds in the runs begin new paragraphs. A width of 0 or less sets each paragraph in one line.
    [[nodiscard]] TextBlock set(const Runs& runs, double width, Align align = Align::Left) const;

private:
    std::shared_ptr<PangoContext> m_context;
};

// What is put on paper of a text: line ends made one kind, control characters and marks of direction left out.
[[nodiscard]] QString printable(const QString& text);

} // namespace ekatra::print
