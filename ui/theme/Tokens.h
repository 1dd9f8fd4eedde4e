// Tokens.h
// Every colour, length and type size of the window. Only the style sheet beside it has lengths of its own.
// Constants; any thread.
#pragma once

#include <QColor>
#include <QString>

namespace ekatra::ui {

enum class Scheme { Light, Dark, HighContrast };

enum class Colour {
    Surface, // tables, forms
    Surface2, // window, rail, headers, action bar
    Surface3, // hover, plain chips, selection without focus
    Line, // hairlines only
    LineStrong, // edges of what can be used
    Text,
    Text2, // labels, hints
    TextDisabled,
    Accent, // the one primary action, links, focus
    AccentHover,
    AccentSoft, // selection
    OnAccent,
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    Practice, // practice alone
    PracticeSoft,
    OnPractice,
    Mark, // hit words
    OnMark,
    Roof, // the drawing beside the unlock form
    RoofLine,
    RoofText,
    Lamp,
    Count
};

[[nodiscard]] QColor colourOf(Scheme scheme, Colour colour);
// As style sheets and tests call it: "surface-2".
[[nodiscard]] QString nameOf(Colour colour);

enum class TextSize { Small, Base, Title, Display };

namespace size {
constexpr int topBar = 48;
constexpr int rail = 168;
constexpr int railItem = 36;
constexpr int tabStrip = 32;
constexpr int statusLine = 24;
constexpr int bar = 40; // understood words, kinds, banners
constexpr int actionBar = 48;
constexpr int tableHeader = 28;
constexpr int rowDense = 28;
constexpr int rowTwoLine = 48;
constexpr int control = 32;
constexpr int chip = 24;
constexpr int sourceMark = 18;
constexpr int keyCap = 20;
constexpr int icon = 20;
constexpr int iconSmall = 16;
constexpr int iconTiny = 12;
constexpr int searchField = 560;
constexpr int preview = 384;
constexpr int previewWidest = 480;
constexpr int caseSide = 440;
constexpr int fieldLabel = 216;
constexpr int unlockForm = 400;
constexpr int unlockDrawing = 520;
constexpr int emptyState = 480;
constexpr int leastWidth = 1024;
constexpr int leastHeight = 640;
constexpr int narrow = 1180; // below: the preview and the drawing go
constexpr int usualWidth = 1366;
constexpr int usualHeight = 768;
// Columns of the list of hits; who and what takes the rest.
constexpr int columnKind = 120;
constexpr int columnNumber = 160;
constexpr int columnDate = 120;
constexpr int columnSource = 92;
// Baselines in a row of two lines.
constexpr int baselineFirst = 19;
constexpr int baselineSecond = 39;
constexpr int baselineOnly = 29;
} // namespace size

namespace space {
constexpr int xs = 4;
constexpr int s = 8;
constexpr int m = 12;
constexpr int l = 16;
constexpr int xl = 24;
} // namespace space

namespace stroke {
constexpr int hairline = 1;
constexpr int focus = 2;
constexpr int focusOffset = 1;
constexpr int selectionBar = 3;
constexpr int practiceFrame = 4;
constexpr double iconUsual = 1.5;
constexpr double iconSmall = 1.8;
} // namespace stroke

constexpr int radius = 4;
constexpr int markRadius = 2;
constexpr int focusRadius = 6;

[[nodiscard]] int pixelsOf(TextSize size);
// Height that a line of this size needs: Devanagari's marks stand higher and hang lower.
[[nodiscard]] int lineHeight(TextSize size, bool hindi);

// Ratio of two colours' luminances as WCAG 2.1 has it, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace ekatra::ui
