// QueryParser.h
// Understands what an operator typed: names in either script, numbers as they are written, fields, phrases, ranges.
// There is no wrong query: what cannot be understood is searched as words, and a note says so. One instance beside each
// PhoneticKey, on its thread.
//
//   ramesh suresh gohana · "ram kumar" · raj* · -gohana · sonu or monu · 45/2024 · FIR 45/24 · मु0न0 45 · HR-26 AB 1234
//   98123 45678 · 302/34 IPC · धारा 303(2) · name:रमेश father:सुरेश · रमेश पुत्र सुरेश निवासी गोहाना · date:2024-01..2024-06
#pragma once

#include "search/PhoneticKey.h"
#include "search/Query.h"

#include <QDate>
#include <QStringView>

namespace ekatra::search {

class QueryParser {
public:
    // `today` tells which two-digit years can be meant. `keys` must outlive the parser.
    QueryParser(PhoneticKey& keys, QDate today);

    // `typing`: the last word may go on, so words that begin like it are hits too.
    [[nodiscard]] Query parse(QStringView text, bool typing = false);

private:
    PhoneticKey& m_keys;
    QDate m_today;
};

} // namespace ekatra::search
