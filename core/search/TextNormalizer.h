// TextNormalizer.h
// One spelling for index and query: what a clerk, a font converter or a phone keyboard did to a word is undone before
// the word is compared with anything. Free functions without state; any thread.
//
// What is folded: letter case, Devanagari digits, nukta, chandrabindu, anusvara and half nasals (आनन्द, आनंद), typing
// slips (अ + ा for आ, signs in the wrong order), invisible characters, leading zeros of short numbers, marks over Latin
// letters. What is kept: vowel length and consonants (काल, कुल and केला stay apart); likeness of sound is PhoneticKey's
// business.
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <string>
#include <string_view>

namespace ekatra::search {

// Longer words are cut here, in index and query alike.
inline constexpr qsizetype maxWordUnits = 80;

enum class CharClass : quint8 {
    Separator, // white space, punctuation, control and private-use characters, halves of broken pairs
    Ignored, // zero-width characters, soft hyphen, BOM
    Latin, // A-Z, a-z
    Digit, // ASCII and Devanagari
    Devanagari, // letters and signs
    Other, // letters, marks and digits of other scripts, Latin with marks
};

[[nodiscard]] CharClass charClass(char32_t codePoint);

namespace detail {
// Of everything up to the end of the Devanagari block; Other stands for what charClass(char32_t) has to be asked.
inline constexpr char16_t tabled = 0x0980;
extern const std::array<CharClass, tabled> classes;
} // namespace detail

[[nodiscard]] inline CharClass charClass(char16_t unit)
{
    return unit < detail::tabled && detail::classes[unit] != CharClass::Other ? detail::classes[unit]
                                                                              : charClass(static_cast<char32_t>(unit));
}

// Appends the folded form of one word, all of whose characters are word characters or ignored ones. May append nothing.
void foldWord(std::u16string_view word, std::u16string& out);

// Words of `text`, folded and set apart by one blank.
[[nodiscard]] QString normalized(QStringView text);

// True if the folded `word` is written in Devanagari.
[[nodiscard]] bool isDevanagari(std::u16string_view word);

inline std::u16string_view view(QStringView text)
{
    return {text.utf16(), static_cast<std::size_t>(text.size())};
}

} // namespace ekatra::search
