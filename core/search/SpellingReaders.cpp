#include "search/SpellingReaders.h"

#include "search/SoundString.h"

#include <algorithm>

namespace ekatra::search {
namespace {

// Latin spelling to sounds. One object reads one word.
class LatinReader {
public:
    explicit LatinReader(std::string spelling) : m_in(std::move(spelling)) { rewriteEnds(); }

    std::string read()
    {
        while (m_at < m_in.size()) {
            if (isVowelLetter(m_in[m_at]))
                readVowel();
            else
                readConsonant();
        }
        markOpenEnds();
        return std::move(m_out);
    }

private:
    static bool isVowelLetter(char c) { return isOneOf(c, "aeiou"); }

    [[nodiscard]] char peek(std::size_t ahead = 1) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool hasVowelBefore() const { return std::any_of(m_out.begin(), m_out.end(), isVowelSound); }

    void rewriteEnds()
    {
        for (const std::string_view singh : {"singhh", "singh", "sinh", "sing"}) {
            if (m_in.ends_with(singh)) {
                m_in.replace(m_in.size() - singh.size(), singh.size(), "sing");
                break;
            }
        }
        if (m_in.ends_with("ore") && m_in.size() > 4)
            m_in.pop_back();
        for (const auto& [from, to] :
             {std::pair<std::string_view, std::string_view>{"eu", "yu"}, {"jn", "gy"}, {"gn", "gy"}}) {
            if (m_in.starts_with(from))
                m_in.replace(0, 2, to);
        }
    }

    void push(char sound, std::size_t letters)
    {
        m_out += sound;
        m_at += letters;
    }

    // k, kh, khh: the letter itself, then any h that only colours it.
    void pushAspirable(char plain, char aspirate)
    {
        std::size_t letters = 1;
        while (peek(letters) == 'h')
            ++letters;
        push(letters > 1 ? aspirate : plain, letters);
    }

    void readConsonant()
    {
        switch (const char c = m_in[m_at]) {
        case 'k':
        case 'q':
            return pushAspirable('k', 'K');
        case 'g':
            return pushAspirable('g', 'G');
        case 'j':
        case 'z':
            return pushAspirable('j', 'J');
        case 't':
            return pushAspirable('t', 'T');
        case 'd':
            return pushAspirable('d', 'D');
        case 'p':
            return pushAspirable('p', 'f');
        case 'f':
            return pushAspirable('f', 'f');
        case 'b':
            return pushAspirable('b', 'B');
        case 'v':
        case 'w':
            return pushAspirable('v', 'v');
        case 's':
            return pushAspirable('s', 'S');
        case 'r':
            return pushAspirable('r', m_out.empty() ? 'r' : 'R');
        case 'x':
            m_out += 'k';
            return push('S', 1);
        case 'c':
            return readC();
        case 'y':
            return readY();
        default:
            push(c, 1);
        }
    }

    void readC()
    {
        if (peek() == 'h')
            return peek(2) == 'h' ? push('C', 3) : push('c', 2);
        if (isOneOf(peek(), "eiy"))
            return push('s', 1);
        push('k', peek() == 'k' ? 2 : 1);
    }

    void readY()
    {
        if (m_out.empty())
            return push('Y', 1);
        push(isVowelLetter(peek()) ? 'y' : 'i', 1);
    }

    void readVowel()
    {
        const char c = m_in[m_at];
        const char next = peek();
        const bool glideStays = isVowelLetter(peek(2)); // y and w before a vowel belong to that vowel
        switch (c) {
        case 'a':
            if (next == 'a')
                return push('A', 2);
            if (next == 'i' || next == 'e' || (next == 'y' && !glideStays))
                return push('e', 2);
            if (next == 'u' || next == 'o' || (next == 'w' && !glideStays && m_at + 2 <= m_in.size()))
                return push('o', 2);
            return push(m_at + 1 == m_in.size() ? 'A' : 'a', 1);
        case 'e':
            if (next == 'e' || next == 'a')
                return push('i', 2);
            if (next == 'i' || (next == 'y' && !glideStays))
                return push(m_at + 2 == m_in.size() ? 'i' : 'e', 2);
            return push(mayBeSchwa() || isBareLastE() ? 'E' : 'e', 1);
        case 'i':
            if (next == 'i' || (next == 'e' && peek(2) != '\0'))
                return push('i', 2);
            return push('i', 1);
        case 'o':
            if (next == 'o')
                return push('u', 2);
            if (next == 'u' || next == 'a' || next == 'o' || (next == 'w' && !glideStays))
                return push('o', 2);
            return push('o', 1);
        default: // u
            if (next == 'u')
                return push('u', 2);
            return push(isOpenU() ? 'U' : 'u', 1);
        }
    }

    // Kumer, Sunder, Perdeep: clerks write e for the a that is hardly heard.
    [[nodiscard]] bool mayBeSchwa() const
    {
        if (m_out.empty() || peek() == '\0')
            return false;
        if (peek() == 'r' && peek(2) != '\0' && !isVowelLetter(peek(2)) && peek(2) != 'y')
            return true;
        return isOneOf(peek(), "rnmldtk") && peek(2) == '\0' && hasVowelBefore();
    }

    // Kishore, Prince: a last e after a consonant is often not spoken; in Dube it is.
    [[nodiscard]] bool isBareLastE() const { return peek() == '\0' && m_in.size() > 4 && !isVowelSound(m_out.back()); }

    // Punkaj, Sundeep, Shabnum, Unju.
    [[nodiscard]] bool isOpenU() const
    {
        if (peek() == 'n' && !hasVowelBefore() && peek(2) != '\0' && !isVowelLetter(peek(2)) && peek(2) != 'n')
            return true;
        return peek() == 'm' && peek(2) == '\0' && hasVowelBefore();
    }

    void markOpenEnds()
    {
        if (m_out.ends_with("gad") || m_out.ends_with("gaD"))
            m_out.back() = 'R';
        for (const std::string_view tail : {"KedA", "Kedi", "hedA", "hedi", "KadA"}) {
            if (m_out.ends_with(tail))
                m_out[m_out.size() - 2] = 'R';
        }
        if (m_in.size() > 4 && m_in.ends_with("ava")) // Yadava
            m_out.pop_back();
        else if (m_in.size() > 3 && m_in.ends_with("a") && !m_in.ends_with("aa") && endsInOpenCluster())
            m_out.back() = 'Z';
    }

    // Chandra, Satya, Krishna, Gupta: the last a is written for चंद्र as for चंद्रा.
    [[nodiscard]] bool endsInOpenCluster() const
    {
        if (m_out.size() < 4)
            return false;
        const char last = m_out[m_out.size() - 2];
        const char before = m_out[m_out.size() - 3];
        return (last == 'r' && isOneOf(before, "tTdDsSgbBpk"))
            || (last == 'y' && !isVowelSound(before) && before != 'h') || (last == 'n' && isOneOf(before, "sS"))
            || (isOneOf(last, "sS") && before == 'k') || (last == 'v' && isOneOf(before, "sS"))
            || (last == 't' && before == 'p');
    }

    std::string m_in;
    std::string m_out;
    std::size_t m_at = 0;
};

char devanagariVowel(char16_t c)
{
    switch (c) {
    case u'अ':
        return 'a';
    case u'आ':
    case u'\u093E':
        return 'A';
    case u'इ':
    case u'ई':
    case u'\u093F':
    case u'\u0940':
        return 'i';
    case u'उ':
    case u'ऊ':
    case u'\u0941':
    case u'\u0942':
        return 'u';
    case u'ए':
    case u'ऐ':
    case u'\u0947':
    case u'\u0948':
        return 'e';
    case u'ओ':
    case u'औ':
    case u'\u094B':
    case u'\u094C':
        return 'o';
    default:
        return '\0';
    }
}

char devanagariConsonant(char16_t c)
{
    //                                     क ख ग घ ङ  च छ ज झ ञ  ट ठ ड ढ ण  त थ द ध न  ऩ  प फ ब भ म
    constexpr std::string_view sounds = "kKgGncCjJntTdDntTdDnnpfbBmyrrlllvSSsh";
    return c >= u'\u0915' && c <= u'\u0939' ? sounds[static_cast<std::size_t>(c - u'\u0915')] : '\0';
}

class DevanagariReader {
public:
    explicit DevanagariReader(std::u16string_view word) : m_in(word) { }

    std::string read()
    {
        rewriteSingh();
        for (m_at = 0; m_at < m_in.size(); ++m_at) {
            const char16_t c = m_in[m_at];
            if (const char consonant = devanagariConsonant(c))
                readConsonant(c, consonant);
            else if (const char vowel = devanagariVowel(c))
                m_out += vowel;
            else if (c == u'ऋ' || c == u'\u0943')
                m_out += "ri";
            else if (c == u'\u0902')
                readAnusvara();
        }
        m_out += m_tail;
        return std::move(m_out);
    }

private:
    [[nodiscard]] char16_t peek(std::size_t ahead = 1) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : u'\0';
    }

    void rewriteSingh()
    {
        for (const std::u16string_view singh : {u"सिंह", u"सिंघ", u"सिहं", u"सींह", u"सीहं", u"सिह", u"सिंग"}) {
            if (m_in.size() >= singh.size() && m_in.substr(m_in.size() - singh.size()) == singh) {
                m_in.remove_suffix(singh.size());
                m_tail = "sing";
                return;
            }
        }
    }

    void readConsonant(char16_t letter, char sound)
    {
        const char16_t next = peek();
        if (isUnmarkedDouble(letter))
            return;
        if (letter == u'ज' && next == u'\u094D' && peek(2) == u'ञ') {
            m_out += "gy";
            m_at += 2;
        } else if (letter == u'य' && m_out.empty()) {
            m_out += 'Y';
        } else if ((letter == u'ड' || letter == u'ढ') && !m_out.empty() && isVowelSound(m_out.back())
                   && next != u'\u094D') {
            m_out += 'R';
        } else {
            m_out += sound;
        }
        if (hasInherentVowel())
            m_out += 'a';
    }

    // गुडडी for गुड्डी: the same letter twice inside a word, typed without the virama.
    [[nodiscard]] bool isUnmarkedDouble(char16_t letter) const
    {
        return peek() == letter && peek(2) != u'\0' && peek(2) != u'\u094D'
            && std::any_of(m_out.begin(), m_out.end(), isVowelSound);
    }

    // The a of a last consonant is not spoken.
    [[nodiscard]] bool hasInherentVowel() const
    {
        const char16_t next = peek();
        if (next == u'\0')
            return m_in.size() == 1 || !m_tail.empty();
        return next != u'\u094D' && next != u'\u0943' && !(next >= u'\u093E' && next <= u'\u094C');
    }

    void readAnusvara()
    {
        const char16_t next = peek();
        if (next == u'\0')
            m_out += m_tail.empty() ? 'N' : 'n';
        else
            m_out += next >= u'प' && next <= u'भ' ? 'm' : 'n';
    }

    std::u16string_view m_in;
    std::string m_out;
    std::string m_tail;
    std::size_t m_at = 0;
};

} // namespace

std::string latinSounds(std::string letters)
{
    return LatinReader(std::move(letters)).read();
}

std::string devanagariSounds(std::u16string_view word)
{
    return DevanagariReader(word).read();
}

} // namespace ekatra::search
