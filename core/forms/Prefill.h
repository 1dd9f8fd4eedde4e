// Prefill.h
// What a new paper takes over from the papers of its case, as its form file says ("prefill"): nothing known is typed
// twice. Pure functions; any thread.
#pragma once

#include "schema/FormDefinition.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace ekatra::forms {

// A record that a paper may take from.
struct PrefillSource {
    QString kind;
    QString number; // as people write it, for the mark
    QJsonObject payload;
};

// JSON pointer of a filled field -> the number and kind of the record it came from.
struct PrefillMark {
    QString kind;
    QString number;
};
using PrefillMarks = std::map<QString, PrefillMark>;

// One row that the operator may choose: "which accused is this arrest of".
struct PickRow {
    int row = 0; // in the source's list
    QString title; // name
    QString below; // father's name, village
    bool taken = false; // another paper of this kind was made of it
};

struct Prefilled {
    QJsonObject payload;
    PrefillMarks marks; // of the fields that hold values: a group by its fields, a list by those of its rows
    std::vector<PickRow> choices;
    int row = -1; // whose values were taken: the one asked for, else the only one there is
};

// `payload` with its empty fields filled from `sources` (the FIR first, then the other papers of the case); `row` is
// the row of the pick list, -1 for none. What was typed stays. Papers of the form's own kind among the sources say
// which codes of accused are taken.
[[nodiscard]] Prefilled prefill(const schema::FormDefinition& form, const QJsonObject& payload,
                                const std::vector<PrefillSource>& sources, int row);

} // namespace ekatra::forms
