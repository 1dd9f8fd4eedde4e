#include "search/SoundString.h"

#include "search/SpellingReaders.h"
#include "search/TextNormalizer.h"

#include <algorithm>

namespace ekatra::search {
namespace {

constexpr std::size_t longestSounded = 48;

// Two vowels that meet: the one sound that they make, or '\0' where both stay.
char mergedVowel(char first, char second)
{
    const bool a = first == 'a' || first == 'A';
    if (a && isOneOf(second, "ieE"))
        return 'e';
    if (a && isOneOf(second, "uoU"))
        return 'o';
    if (a && isOneOf(second, "aA"))
        return first == 'A' ? 'A' : second;
    if (isOneOf(first, "ieE") && isOneOf(second, "ieE"))
        return first == 'i' && second == 'i' ? 'i' : 'e';
    if (isOneOf(first, "uoU") && isOneOf(second, "uoU"))
        return first == 'u' && second == 'u' ? 'u' : 'o';
    return '\0';
}

class Settler {
public:
    std::string settle(std::string_view sound)
    {
        for (std::size_t i = 0; i < sound.size(); ++i)
            take(sound[i], i + 1 < sound.size() ? sound[i + 1] : '\0');
        lowerVowelsBeforeH();
        dropLastH();
        rewriteFamilies();
        return std::move(m_out);
    }

private:
    void take(char c, char next)
    {
        const char last = m_out.empty() ? '\0' : m_out.back();
        if (isVowelSound(c) && last != '\0' && isVowelSound(last))
            return takeVowelAfterVowel(c, last, next);
        if (c == 'y' && last != '\0' && isVowelSound(last) && !isOneOf(last, "uoU"))
            return takeYAfterVowel(last, next);
        if (!isVowelSound(c) && last != '\0' && soundClass(last) == soundClass(c) && (c == 'v') == (last == 'v'))
            return; // doubled
        m_out += c;
    }

    void takeVowelAfterVowel(char c, char last, char next)
    {
        if (const char one = mergedVowel(last, c)) {
            m_out.back() = one;
            return;
        }
        if (last == 'i' && m_out.size() > 1) // Sonia, Dahia
            m_out.back() = 'y';
        else if (last == 'e' && c == 'o' && next != '\0' && m_out.size() > 1 && m_out[m_out.size() - 2] == 'S')
            m_out.back() = 'y'; // Sheoran
        else if (isOneOf(last, "uo") && isOneOf(c, "eE") && next != '\0') { // Goel
            m_out += "ya";
            return;
        }
        m_out += c;
    }

    void takeYAfterVowel(char last, char next)
    {
        if (last == 'i') { // Dahiya
            if (next != '\0' && isVowelSound(next) && m_out.size() > 1)
                m_out.back() = 'y';
            return;
        }
        m_out.back() = 'e'; // Jay, Maya, Dayal: y after a is the vowel of Jai
    }

    // Nehra, Nahra; Sehrawat, Sahrawat.
    void lowerVowelsBeforeH()
    {
        for (std::size_t i = 0; i + 1 < m_out.size(); ++i) {
            if (isOneOf(m_out[i], "eE") && m_out[i + 1] == 'h')
                m_out[i] = 'a';
        }
    }

    // Hoodah, Abdullah; but Shah.
    void dropLastH()
    {
        if (m_out.size() < 4 || m_out.back() != 'h' || !isOneOf(m_out[m_out.size() - 2], "aA"))
            return;
        const auto earlier = m_out.substr(0, m_out.size() - 2);
        if (std::any_of(earlier.begin(), earlier.end(), isVowelSound)) {
            m_out.pop_back();
            m_out.back() = 'A';
        }
    }

    void rewriteFamilies()
    {
        rewriteKrishan();
        rewriteEnder();
        rewriteY();
        if (m_out.ends_with("Anv") || m_out.ends_with("anv")) // गांव, gaon
            m_out.replace(m_out.size() - 3, 3, "on");
        if (m_out.size() > 4 && isOneOf(m_out[0], "sS") && m_out.compare(1, 3, "iri") == 0) // सिरीराम
            m_out.erase(1, 1);
    }

    // कृष्ण, Kirshan, Krishen, Kishan.
    void rewriteKrishan()
    {
        for (std::size_t at = 0; at + 4 < m_out.size(); ++at) {
            const bool metathesis = m_out.compare(at, 3, "kri") == 0 || m_out.compare(at, 3, "kir") == 0;
            if (!metathesis || !isOneOf(m_out[at + 3], "sS"))
                continue;
            const bool vowel = isOneOf(m_out[at + 4], "aEe");
            const std::size_t n = at + (vowel ? 5 : 4);
            if (n < m_out.size() && m_out[n] == 'n')
                m_out.replace(at, n - at, "kiSa");
        }
    }

    // Rajender, Rajinder, Rajendra; Satyender, Satinder.
    void rewriteEnder()
    {
        for (const std::string_view tail : {"ndEr", "nder", "ndar", "ndrA", "ndrZ", "ndr"}) {
            if (!m_out.ends_with(tail) || m_out.size() < tail.size() + 2)
                continue;
            const std::size_t vowel = m_out.size() - tail.size() - 1;
            if (!isOneOf(m_out[vowel], "ieE")) {
                if (!isOneOf(tail.back(), "AZ"))
                    m_out.replace(vowel + 1, tail.size(), "ndr");
                return;
            }
            m_out.replace(vowel, tail.size() + 1, "indr");
            if (vowel > 1 && m_out[vowel - 1] == 'y' && !isVowelSound(m_out[vowel - 2]) && m_out[vowel - 2] != 'g')
                m_out.erase(vowel - 1, 1);
            return;
        }
    }

    // Satyapal and Satpal, Shyam and Sham, Gurdial and Gurdayal.
    void rewriteY()
    {
        if (m_out.size() > 6 && m_out.compare(0, 5, "satya") == 0 && !isVowelSound(m_out[5]))
            m_out.erase(3, 2);
        for (std::size_t at = 0; at + 3 < m_out.size(); ++at) {
            if (isOneOf(m_out[at], "sS") && m_out[at + 1] == 'y' && isOneOf(m_out[at + 2], "aA")
                && m_out[at + 3] == 'm')
                m_out.erase(at + 1, 1);
        }
        if (m_out.ends_with("dyal") || m_out.ends_with("dyAl"))
            m_out[m_out.size() - 3] = 'e';
    }

    std::string m_out;
};

std::string latinLetters(std::u16string_view word)
{
    std::string letters;
    for (const char16_t c : word) {
        if (c < u'a' || c > u'z')
            return {};
        letters += static_cast<char>(c);
    }
    return letters;
}

} // namespace

std::string soundOf(std::u16string_view word)
{
    word = word.substr(0, longestSounded);
    if (isDevanagari(word))
        return settledSound(devanagariSounds(word));
    std::string letters = latinLetters(word);
    if (letters.size() < 2)
        return {};
    return settledSound(latinSounds(std::move(letters)));
}

std::string settledSound(std::string_view sound)
{
    return Settler().settle(sound);
}

char soundClass(char c)
{
    switch (c) {
    case 'K':
        return 'k';
    case 'G':
        return 'g';
    case 'C':
        return 'c';
    case 'J':
        return 'j';
    case 'T':
        return 't';
    case 'D':
        return 'd';
    case 'B':
    case 'v':
        return 'b';
    case 'S':
        return 's';
    case 'Y':
        return 'y';
    case 'A':
    case 'Z':
        return 'a';
    case 'e':
    case 'E':
        return 'i';
    case 'o':
    case 'U':
        return 'u';
    default:
        return c;
    }
}

} // namespace ekatra::search
