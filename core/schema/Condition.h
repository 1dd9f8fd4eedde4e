// Condition.h
// A condition of a form file, parsed: when a field is wanted or shown, and what a rule calls a fault. A tree of plain
// values, immutable once parsed; what it means over a payload is decided in forms/ConditionEval.
//
// All comparisons of time ask for certainty: a date without a time may be any minute of its day, so "after" holds only
// when it holds for every minute that the paper allows. A whole number read as a time is a year.
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

namespace ekatra::schema {

enum class ValueScope {
    Row, // the row of the group in which the condition stands (the whole form, at top level)
    Form, // the whole form
    Moment, // a point of time that the form defines ("occ_from")
    Now, // the time of the check
    Station, // the signed-in station's code
};

// Where a condition reads a value. `path` is followed through single groups: {"informant", "mobile"}.
struct ValueRef {
    ValueScope scope = ValueScope::Row;
    QStringList path;

    [[nodiscard]] QString last() const { return path.isEmpty() ? QString() : path.constLast(); }
};

// Sections of one act: "64-71" is a range of numbers, letters and sub-sections included; "303(2)" that one and what is
// below it; empty means any section of the act.
struct LawRange {
    QString act;
    std::vector<std::pair<int, int>> ranges;
    QStringList sections;
};

enum class ConditionKind {
    Always,
    All,
    Any,
    Not,
    Present, // value there and not empty
    In, // value (or one of several values) among `texts`
    Above, // number > limit, or > other value
    Below, // number < limit, or < other value
    Differs, // both there and unlike (compared as text)
    StartsWith, // begins with the other value (compared as text)
    Before, // certainly earlier than the other moment by more than `margin` seconds
    After, // certainly later than the other moment by more than `margin` seconds
    WithinHours, // a moment whose time of day certainly lies between the two times `texts`, over midnight or not
    Matches, // text fits the pattern
    Format, // text is a Good or Doubtful identifier of the named kind
    CountBelow, // rows and whole numbers of `refs`, added up, are fewer than `limit`
    SumDiffers, // Σ of rows' `column` is not the value
    SumAbove, // Σ of the `column` of those rows that fulfil the part is over `limit`
    AnyRow, // some row of the group fulfils the part
    RowIn, // a row of the other list has the same words in all fields `texts`
    AgeBelow, // the person of this row is certainly under `limit` years at the moment
    AgeAbove, // ... certainly over `limit` years
    LawsInclude, // a row of the form's section list falls under `laws`
    LawsTermAbove, // the gravest of the form's sections carries more than `limit` years, life or death
    LawsTermBelow, // ... of those whose punishment is known, less than `limit` years
    LawFault, // the act or section of this row: "no_act", "no_section", "no_subsection", "not_listed", "repeated",
              // "not_in_force" at the moment, "not_among" the sections of another list
    HeadUnlikeLaws, // the crime head is that of none of the form's sections, and some section has another
};

struct Condition;
using ConditionPtr = std::shared_ptr<const Condition>;

struct Condition {
    ConditionKind kind = ConditionKind::Always;
    std::vector<Condition> parts;
    ValueRef value;
    ValueRef other;
    std::vector<ValueRef> refs;
    QStringList texts;
    QString name; // of the pattern, format, column or law fault
    double limit = 0;
    bool toOther = false; // compare with `other`, not with `limit`
    qint64 margin = 0;
    QRegularExpression pattern;
    std::vector<LawRange> laws;
};

} // namespace ekatra::schema
