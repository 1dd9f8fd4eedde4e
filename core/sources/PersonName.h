// PersonName.h
// A name cell as clerks fill it: "राजेश @ राजू पुत्र श्री रामफल निवासी गांव सिवाह" taken apart. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ekatra::sources {

struct PersonName {
    std::string name;
    std::vector<std::string> aliases;
    std::string relation; // code of REL: F, H, C ...; empty when the cell names no relative
    std::string relativeName; // without title
    bool relativeDeceased = false; // "Late", "स्व."
    std::string address; // what stood behind r/o, निवासी ...
};

[[nodiscard]] PersonName splitPersonName(std::string_view text);

// Aliases in a cell of their own: parts between "@", "उर्फ", "alias", "urf", "/" and ",".
[[nodiscard]] std::vector<std::string> splitAliases(std::string_view text);

// Without Sh., Smt., Late, श्री, श्रीमती, स्व. ... at its front.
[[nodiscard]] std::string_view withoutTitle(std::string_view name, bool* deceased = nullptr);

} // namespace ekatra::sources
