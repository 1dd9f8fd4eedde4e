// Utf8.h
// Small work on UTF-8 text that comes from other systems' cells, without making a QString of each. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ekatra::sources::utf8 {

// Without blanks at both ends; NBSP and the byte order mark count as blanks.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// As a text field keeps it: trimmed, NFC, NBSP made a blank, soft hyphens and control characters dropped, line ends
// made \n. `scratch` holds the result when it differs from a part of `text`.
[[nodiscard]] std::string_view cleaned(std::string_view text, std::string& scratch);

// Devanagari digits made ASCII ones. `scratch` as above.
[[nodiscard]] std::string_view asciiDigits(std::string_view text, std::string& scratch);

// ASCII letters made small; the rest as it is.
[[nodiscard]] std::string asciiLower(std::string_view text);

// Words between blanks.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);

} // namespace ekatra::sources::utf8
