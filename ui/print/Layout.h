// Layout.h
// How a form stands on paper: the blocks of resources/print/<form>.json in their order. No block names a form in code;
// fields are named by path within the record ("informant.name"), within the row in tables and in "each". Labels are the
// form definition's own unless the layout gives another. Plain values; any thread.
#pragma once

#include "base/Result.h"
#include "print/Typesetter.h"
#include "schema/Bilingual.h"

#include <QStringList>

#include <vector>

namespace ekatra::print {

using schema::Bilingual;

// A condition on the record or the row: the field is there, and is not "no"; with `among`, it is one of these codes.
struct When {
    QString field; // empty: always
    QStringList among;
    bool negated = false;
};

// One labelled value of a line, or one column of a table.
struct Cell {
    QStringList fields; // several are joined by `between`
    Bilingual label;
    bool bare = false; // without a label
    QString between = QStringLiteral(" · ");
    QString prefix; // before the value: "91-"
    Bilingual suffix; // behind it: "hrs"
    Bilingual empty; // printed where there is no value
    int digits = 0; // a number padded with zeros
    double width = 1; // share of the line
    Align align = Align::Left;
    bool serial = false; // the row's number
    bool rest = false; // all of the row that no other column prints: the parts of an address
    Bilingual span; // head over this and the neighbouring columns of the same span
    QStringList omit; // fields of a group left out of its line, the head says them
};

struct Block {
    enum class Kind {
        Head, // a line in bold
        Text, // a sentence of the form
        Line, // labelled values side by side
        Narrative, // one long text in paragraphs
        Table, // rows of a group in ruled columns
        Each, // blocks for each row of a group
        Choice, // alternatives, of which the record ticks one
        Signatures, // columns with room to sign
        Box, // a framed room for a photograph or seal beside other blocks
    };
    Kind kind = Kind::Line;
    QString item; // "3", in the margin
    QString sub; // "(a)", in the second margin
    When when;
    Bilingual text;
    QString field; // of Narrative, Table, Each, Choice
    std::vector<Cell> cells;
    int firstNumber = 0; // columns numbered from here; 0: not
    Bilingual empty; // row of a table without rows
    bool rest = false; // what no column of a table prints stands in a line under the row
    std::vector<std::pair<QString, std::vector<Block>>> options; // of Choice, by code
    std::vector<Block> inner; // of Each, Box
    std::vector<std::vector<Block>> columns; // of Signatures
    double space = 0; // millimetres to sign in; height of Box
    double breadth = 0; // millimetres, of Box
    bool newPage = false; // for Each: every row on its own
    bool keep = false; // on one page with what follows
    Align align = Align::Left;
};

// Words in the running head while a yes/no field of the record says yes; `across` also over the page.
struct Mark {
    QString field;
    Bilingual text;
    bool across = false;
};

struct LawCaption {
    QString from; // ISO day from which a step is under it; empty: before all others
    Bilingual text;
};

struct Layout {
    Bilingual headLeft;
    Bilingual headRight;
    bool hindiFirst = false; // labels as "हिन्दी (English)"
    std::vector<Bilingual> title; // the form's own when empty
    QStringList lawDay; // fields that tell the day of the step, the first that is there
    std::vector<LawCaption> laws;
    std::vector<Mark> marks;
    std::vector<Block> blocks;
    bool plain = false; // what no block prints is the paper, not an annexure to it
};

// The words that every paper carries (resources/print/paper.json).
struct PaperWords {
    Bilingual yes, no;
    Bilingual draft, further, serial, page, record, revision, printedBy, printedAt, check;
    std::vector<Mark> marks;
};

// The layout of a form; the plain one (resources/print/plain.json) where it has no file.
// Errors: NotFound resource.missing, BadInput resource.not_json, print.bad_layout {file, path, detail}.
[[nodiscard]] Result<Layout> layoutOf(const QString& form);
[[nodiscard]] Result<PaperWords> paperWords();

} // namespace ekatra::print
