// SpellingReaders.h
// Read a folded word letter by letter into SoundString's alphabet, as spelt: glides, doubles and families are put into
// one form afterwards. For SoundString alone. Free functions without state; any thread.
#pragma once

#include <string>
#include <string_view>

namespace ekatra::search {

// `letters`: a-z only, at least two.
[[nodiscard]] std::string latinSounds(std::string letters);

[[nodiscard]] std::string devanagariSounds(std::u16string_view word);

[[nodiscard]] constexpr bool isOneOf(char c, std::string_view set)
{
    return c != '\0' && set.find(c) != std::string_view::npos;
}

} // namespace ekatra::search
