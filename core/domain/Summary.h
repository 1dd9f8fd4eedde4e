// Summary.h
// A record in one line, for lists and window titles: who, and under which sections. Any thread.
#pragma once

#include "domain/KindTable.h"

namespace ekatra::domain {

// "रमेश कुमार पुत्र सुरेश · धारा 303(2) BNS" or "Ramesh Kumar s/o Suresh · u/s 303(2) BNS": the accused first, else
// whoever is named; at most two persons. `language` is "hi" or "en"; names stay in the script they were written in.
[[nodiscard]] QString summaryOf(const Extract& extract, const QString& language);

// "Ramesh Kumar s/o Suresh"
[[nodiscard]] QString personText(const PersonMention& person, const QString& language);

// The two halves of a summary; either may be empty.
[[nodiscard]] QString personsText(const Extract& extract, const QString& language);
[[nodiscard]] QString lawText(const Extract& extract, const QString& language);

// "303(2), 3(5) BNS; 25 ARMS"
[[nodiscard]] QString sectionsText(const std::vector<SectionMention>& sections);

} // namespace ekatra::domain
