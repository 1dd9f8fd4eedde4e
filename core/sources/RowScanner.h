// RowScanner.h
// Finds where each row of a JSON page begins and ends without parsing the rows, so that one row with broken UTF-8 or a
// bad escape can be set aside by itself when the parser refuses the page as a whole. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ekatra::sources {

struct RowScan {
    enum class End {
        Whole, // the page closed as it should
        Truncated, // the text ended inside the page
        NoList, // there is JSON, but no list where the profile says
        NotJson,
    };
    End end = End::NotJson;
    std::vector<std::string_view> rows; // views into the page
};

// `path` names the objects to go down through to the list ("data"); empty: the page is the list.
[[nodiscard]] RowScan scanRows(std::string_view page, const std::vector<std::string>& path);

// Control characters that stand bare inside strings (a pasted line end) as \u escapes; everything else unchanged.
[[nodiscard]] std::string withEscapedControls(std::string_view row);

} // namespace ekatra::sources
