// RecordSheet.h
// A record laid out for reading: blocks of labelled values in the order of its printed form, each with the system whose
// word it is. A kind without a form of ours borrows the labels that other forms give to fields of the same name.
// Plain values; any thread.
#pragma once

#include "records/RecordReader.h"
#include "session/Services.h"

#include <vector>

namespace ekatra::ui {

struct SheetLine {
    QString label;
    QString value;
    QString source; // id; empty: only this workstation says so
};

struct SheetBlock {
    QString title;
    QString source;
    bool nested = false; // a row of a group, under the block before it
    std::vector<SheetLine> lines;
};

[[nodiscard]] std::vector<SheetBlock> sheetOf(const records::RecordDetails& details, const session::Tables& tables,
                                              const QString& language);

} // namespace ekatra::ui
