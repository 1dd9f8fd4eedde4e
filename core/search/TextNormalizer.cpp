#include "search/TextNormalizer.h"

#include "search/WordReader.h"

#include <QChar>

#include <array>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace ekatra::search {
namespace {

constexpr char16_t virama = u'\u094D';
constexpr char16_t anusvara = u'\u0902';

constexpr bool isDevanagariSeparator(char16_t c)
{
    return c == u'\u0964' || c == u'\u0965' || c == u'\u0970'; // danda, double danda, abbreviation mark
}

constexpr std::array<CharClass, detail::tabled> tabledClasses()
{
    std::array<CharClass, detail::tabled> classes{};
    for (char16_t c = 0; c < detail::tabled; ++c) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        const bool digit = (c >= u'0' && c <= u'9') || (c >= u'\u0966' && c <= u'\u096F');
        if (digit)
            classes[c] = CharClass::Digit;
        else if (c >= u'\u0900')
            classes[c] = isDevanagariSeparator(c) ? CharClass::Separator : CharClass::Devanagari;
        else if (c >= 128)
            classes[c] = CharClass::Other;
        else
            classes[c] = letter ? CharClass::Latin : CharClass::Separator;
    }
    return classes;
}

bool isInvisible(char32_t c)
{
    return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064);
}

// Letters with nukta, letters for sounds of other languages, and rare signs, as the letter that clerks write instead.
// 0: the character carries nothing a search could use.
char16_t plainDevanagari(char16_t c)
{
    switch (c) {
    case u'\u0900':
    case u'\u0901':
        return anusvara;
    case u'\u0903': // visarga
    case u'\u093C': // nukta
    case u'\u093D': // avagraha
    case u'\u0951':
    case u'\u0952':
    case u'\u0953':
    case u'\u0954':
    case u'\u0971':
        return 0;
    case u'\u0904':
        return u'अ';
    case u'\u0929':
        return u'न';
    case u'\u0931':
        return u'र';
    case u'\u0933':
    case u'\u0934':
    case u'\u090C':
        return u'ल';
    case u'\u090D':
    case u'\u090E':
        return u'ए';
    case u'\u0911':
    case u'\u0912':
        return u'ओ';
    case u'\u0945':
    case u'\u0946':
        return u'\u0947';
    case u'\u0949':
    case u'\u094A':
        return u'\u094B';
    case u'\u0960':
        return u'ऋ';
    case u'\u0944':
        return u'\u0943';
    case u'\u0958':
        return u'क';
    case u'\u0959':
        return u'ख';
    case u'\u095A':
        return u'ग';
    case u'\u095B':
        return u'ज';
    case u'\u095C':
        return u'ड';
    case u'\u095D':
        return u'ढ';
    case u'\u095E':
        return u'फ';
    case u'\u095F':
        return u'य';
    default:
        return c;
    }
}

constexpr bool isVowelSign(char16_t c)
{
    return (c >= u'\u093E' && c <= u'\u094C') || c == u'\u093A' || c == u'\u093B' || c == u'\u094E' || c == u'\u094F';
}

constexpr bool isConsonant(char16_t c)
{
    return c >= u'\u0915' && c <= u'\u0939';
}

// A letter or sign typed in two strokes, as the one that was meant; 0 if the two do not belong together.
char16_t composed(char16_t before, char16_t sign)
{
    if (before == u'अ') {
        constexpr std::u16string_view signs = u"ािीुूेैोौ";
        constexpr std::u16string_view vowels = u"आइईउऊएऐओऔ";
        const auto at = signs.find(sign);
        return at == std::u16string_view::npos ? u'\0' : vowels[at];
    }
    const bool e = sign == u'\u0947';
    const bool ai = sign == u'\u0948';
    if (before == u'आ')
        return e ? u'ओ' : ai ? u'औ' : u'\0';
    if (before == u'ए')
        return e || ai ? u'ऐ' : u'\0';
    if (before == u'\u093E')
        return e ? u'\u094B' : ai ? u'\u094C' : u'\0';
    if (before == u'\u0947' && sign == u'\u093E')
        return u'\u094B';
    return 0;
}

// न् and its sisters before a stop are written ं as often as not.
bool isHalfNasalBefore(char16_t nasal, char16_t next)
{
    switch (nasal) {
    case u'न':
        return (next >= u'क' && next <= u'घ') || (next >= u'च' && next <= u'झ') || (next >= u'ट' && next <= u'ढ')
            || (next >= u'त' && next <= u'ध') || (next >= u'प' && next <= u'भ') || (next >= u'श' && next <= u'स');
    case u'म':
        return next >= u'प' && next <= u'भ';
    case u'ण':
        return next >= u'ट' && next <= u'ढ';
    case u'ङ':
        return next >= u'क' && next <= u'घ';
    case u'ञ':
        return next >= u'च' && next <= u'झ';
    default:
        return false;
    }
}

class DevanagariFolder {
public:
    explicit DevanagariFolder(std::u16string& out) : m_out(out), m_start(out.size()) { }

    void push(char16_t raw)
    {
        if (raw == u'\u0950') { // the sign for Om
            m_out += u"ओम";
            return;
        }
        const char16_t c = plainDevanagari(raw);
        if (c == 0)
            return;
        if (isVowelSign(c))
            pushVowelSign(c);
        else if (isConsonant(c))
            pushConsonant(c);
        else if (c == anusvara || c == virama)
            pushMark(c);
        else
            pushVowel(c);
    }

    // A virama at the end of a word is a matter of taste (श्रीमान्).
    void finish()
    {
        while (size() > 0 && m_out.back() == virama)
            m_out.pop_back();
    }

    [[nodiscard]] std::size_t size() const { return m_out.size() - m_start; }

private:
    [[nodiscard]] char16_t last(std::size_t back = 0) const
    {
        return size() > back ? m_out[m_out.size() - 1 - back] : u'\0';
    }

    void pushVowelSign(char16_t sign)
    {
        if (last() == anusvara) { // signs in the wrong order
            m_out.pop_back();
            pushVowelSign(sign);
            m_out += anusvara;
            return;
        }
        if (last() == sign)
            return;
        if (last() == virama)
            m_out.pop_back();
        if (const char16_t one = composed(last(), sign)) {
            m_out.back() = one;
            return;
        }
        // ये and यी after a vowel are written ए and ई as often as not (गये, गए).
        if (last() == u'य' && size() > 1 && last(1) != virama && (sign == u'\u0947' || sign == u'\u0940')) {
            m_out.back() = sign == u'\u0947' ? u'ए' : u'ई';
            return;
        }
        m_out += sign;
    }

    void pushConsonant(char16_t c)
    {
        if (last() == virama && isHalfNasalBefore(last(1), c)) {
            m_out.pop_back();
            m_out.back() = anusvara;
        }
        m_out += c;
    }

    void pushMark(char16_t mark)
    {
        if (last() != mark)
            m_out += mark;
    }

    void pushVowel(char16_t c) { m_out += c; }

    std::u16string& m_out;
    std::size_t m_start;
};

bool isSimple(std::u16string_view word)
{
    for (const char16_t c : word) {
        if (charClass(c) == CharClass::Other)
            return false;
    }
    return true;
}

void foldSimple(std::u16string_view word, std::u16string& out)
{
    DevanagariFolder devanagari(out);
    for (const char16_t c : word) {
        if (devanagari.size() >= static_cast<std::size_t>(maxWordUnits))
            break;
        if (c < 128)
            out += (c >= u'A' && c <= u'Z') ? static_cast<char16_t>(c + 32) : c;
        else if (c >= u'\u0966' && c <= u'\u096F')
            out += static_cast<char16_t>(c - u'\u0966' + u'0');
        else if (charClass(c) != CharClass::Ignored)
            devanagari.push(c);
    }
    devanagari.finish();
}

// Other scripts, and Latin with marks: compatibility forms and case by ICU, then the marks over letters fall away.
void foldByIcu(std::u16string_view word, std::u16string& out)
{
    word = word.substr(0, static_cast<std::size_t>(4 * maxWordUnits));
    UErrorCode status = U_ZERO_ERROR;
    const auto* caseFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decompose = icu::Normalizer2::getNFDInstance(status);
    const auto* compose = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) // ICU without its data: a word as it stands is better than none
        return foldSimple(word, out);
    const icu::UnicodeString source(word.data(), static_cast<int32_t>(word.size()));
    const icu::UnicodeString apart = decompose->normalize(caseFold->normalize(source, status), status);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < apart.length(); ++i) {
        const char16_t c = apart[i];
        if (c < 0x0300 || c > 0x036F)
            bare += c;
    }
    const icu::UnicodeString whole = compose->normalize(bare, status);
    if (U_FAILURE(status))
        return;
    int32_t length = std::min<int32_t>(whole.length(), static_cast<int32_t>(maxWordUnits));
    if (length > 0 && length < whole.length() && QChar::isHighSurrogate(whole[length - 1]))
        --length;
    out.append(whole.getBuffer(), static_cast<std::size_t>(length));
}

void dropLeadingZeros(std::u16string& out, std::size_t start)
{
    constexpr std::size_t longestSerial = 7;
    const std::size_t length = out.size() - start;
    if (length < 2 || length > longestSerial || out[start] != u'0')
        return;
    for (std::size_t i = start; i < out.size(); ++i) {
        if (out[i] < u'0' || out[i] > u'9')
            return;
    }
    const std::size_t first = out.find_first_not_of(u'0', start);
    out.erase(start, (first == std::u16string::npos ? out.size() - 1 : first) - start);
}

} // namespace

constexpr std::array<CharClass, detail::tabled> detail::classes = tabledClasses();

CharClass charClass(char32_t c)
{
    if (c < detail::tabled && detail::classes[c] != CharClass::Other)
        return detail::classes[c];
    if (isInvisible(c))
        return CharClass::Ignored;
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
        return CharClass::Other;
    case QChar::Mark_Enclosing:
    case QChar::Number_Other:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return CharClass::Separator;
    }
    return CharClass::Separator;
}

void foldWord(std::u16string_view word, std::u16string& out)
{
    const std::size_t start = out.size();
    if (isSimple(word))
        foldSimple(word, out);
    else
        foldByIcu(word, out);
    dropLeadingZeros(out, start);
}

QString normalized(QStringView text)
{
    QString result;
    result.reserve(text.size());
    WordReader words(text);
    Word word;
    while (words.next(word)) {
        if (!result.isEmpty())
            result += u' ';
        result += QStringView(word.text.data(), static_cast<qsizetype>(word.text.size()));
    }
    return result;
}

bool isDevanagari(std::u16string_view word)
{
    return !word.empty() && word.front() >= u'\u0900' && word.front() <= u'\u097F';
}

} // namespace ekatra::search
