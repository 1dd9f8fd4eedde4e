// SectionText.h
// Acts and sections as they are written: "302/34 IPC", "115(2)/351(3) BNS", "धारा 318(4) बीएनएस". The spellings of the
// acts are data (resources/sources/act_names.json). Immutable once made; any thread.
#pragma once

#include "base/Result.h"

#include <QJsonObject>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ekatra::sources {

struct LawRow {
    std::string act; // code, or "OTH" for an act that has none here
    std::string section;
    std::string actText; // the act as written, only beside "OTH"
};

class ActNames {
public:
    // {"BNS": ["Bharatiya Nyaya Sanhita", "बीएनएस", ...], ...}. Errors: BadInput sources.bad_profile {path, detail}.
    [[nodiscard]] static Result<ActNames> parse(const QJsonObject& json);

    // Code of an act by its code or any spelling, without regard to case, dots, blanks and its year; empty when
    // unknown.
    [[nodiscard]] std::string codeOf(std::string_view name) const;

private:
    static std::string keyOf(std::string_view name);
    std::unordered_map<std::string, std::string> m_codes;
};

// "103(1)", "376DA", "61(1)(a)": what the form takes as one section.
[[nodiscard]] bool isSection(std::string_view text);

// The sections in one cell of an act that is named beside it: "115(2), 351(3)" -> two. Blank inside when unreadable.
[[nodiscard]] std::vector<std::string> splitSections(std::string_view text);

// A whole cell, acts behind their sections. Unreadable pieces come back in `rest`.
[[nodiscard]] std::vector<LawRow> parseLawText(std::string_view text, const ActNames& acts, std::string& rest);

} // namespace ekatra::sources
