// SoundString.h
// How a name sounds, as a short string over one alphabet for Devanagari and Latin: the ground that keys and similarity
// stand on. Free functions without state; any thread.
//
// Letters: k K g G c C j J t T d D n p f b B v m y r l s S h (capitals: the aspirate, S the broad s),
// vowels a A i e u o; and letters for what the spelling leaves open:
//   R ड़, read r or d      E a Latin e that may be a mere schwa   U a Latin u that may be one
//   N a last anusvara, spoken or not     Y a first y, spoken y or j     Z a last a after a cluster (Chandra), or
//   nothing
#pragma once

#include <string>
#include <string_view>

namespace ekatra::search {

// `word` must be folded (foldWord). Empty for words with digits and for other scripts.
[[nodiscard]] std::string soundOf(std::u16string_view word);

// Puts glides, doubled consonants, silent h and the like into one form. soundOf() has done so already; whoever joins
// two sounds does it again.
[[nodiscard]] std::string settledSound(std::string_view sound);

[[nodiscard]] constexpr bool isVowelSound(char c)
{
    return std::string_view("aAieuoEUZ").find(c) != std::string_view::npos;
}

// The broad class of a sound: aspirates with their plain sisters, v with b, e with i, o with u.
[[nodiscard]] char soundClass(char c);

} // namespace ekatra::search
