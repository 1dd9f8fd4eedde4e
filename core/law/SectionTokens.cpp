#include "law/SectionTokens.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ekatra::law {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLatin(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark();
}

// Letters that a typist takes for digits.
QChar asDigit(QChar c)
{
    if (c == u'l' || c == u'I' || c == u'|')
        return u'1';
    return c == u'O' || c == u'o' ? QChar(u'0') : c;
}

// One script of digits and dots; "भा०द०सं०" and "भा0द0सं0" are dotted abbreviations.
QString prepared(QStringView text)
{
    static const QRegularExpression zeroAsDot(
        QStringLiteral("(?<=[\\x{0900}-\\x{0963}\\x{0970}-\\x{097f}])[0०](?![0-9०-९])"));
    QString out = text.toString().normalized(QString::NormalizationForm_KC);
    out.replace(zeroAsDot, QStringLiteral("."));
    for (QChar& c : out) {
        if (c.unicode() >= 0x0966 && c.unicode() <= 0x096f)
            c = QChar(static_cast<char16_t>(u'0' + (c.unicode() - 0x0966)));
        else if (c.unicode() >= 0x2010 && c.unicode() <= 0x2015)
            c = u'-';
        else if (c == u'[' || c == u'{')
            c = u'(';
        else if (c == u']' || c == u'}')
            c = u')';
        else if (c == u'\\')
            c = u'/';
    }
    return out;
}

struct HindiLetter {
    QStringView written;
    char16_t letter;
};
// The Hindi code counts क ख ग घ; clerks also spell the English letter.
constexpr std::array hindiLetters{
    HindiLetter{u"बी", u'B'}, HindiLetter{u"सी", u'C'}, HindiLetter{u"डी", u'D'}, HindiLetter{u"एफ", u'F'},
    HindiLetter{u"जी", u'G'}, HindiLetter{u"ए", u'A'},  HindiLetter{u"ई", u'E'},  HindiLetter{u"क", u'A'},
    HindiLetter{u"ख", u'B'},  HindiLetter{u"ग", u'C'},  HindiLetter{u"घ", u'D'},  HindiLetter{u"ङ", u'E'},
};

class Tokeniser {
public:
    Tokeniser(const ActTable& acts, QStringView text) : m_acts(acts), m_text(prepared(text)) { }

    std::vector<Token> run();

private:
    struct Span {
        QString act;
        qsizetype end = 0;
    };

    [[nodiscard]] QChar at(qsizetype i) const { return i < m_text.size() ? m_text.at(i) : QChar(u'\n'); }
    [[nodiscard]] QStringView from(qsizetype i) const { return QStringView(m_text).sliced(i); }
    [[nodiscard]] qsizetype skipBlanks(qsizetype i) const;
    [[nodiscard]] std::vector<qsizetype> wordEnds(qsizetype start) const;
    [[nodiscard]] Span actAt(qsizetype start) const;
    [[nodiscard]] bool shortNameIsMeant(QStringView written, const QString& folded) const;
    [[nodiscard]] bool startsSection(qsizetype i) const;

    void section();
    bool numberPart(Token& token);
    void letterPart(Token& token);
    bool latinLetters(Token& token, qsizetype start, bool hyphened, bool spaced);
    void secondLetter(Token& token);
    [[nodiscard]] bool isListed(const QString& section) const;
    bool hindiLetter(Token& token, qsizetype start, bool hyphened);
    void bracketPart(Token& token);
    bool readBracket(Token& token, qsizetype open);
    void bracket();
    void word();
    void unknownWords();
    void push(TokenKind kind, QString text = {}, QString act = {});
    [[nodiscard]] QChar takeSeparator();

    const ActTable& m_acts;
    QString m_text;
    qsizetype m_at = 0;
    QString m_between; // separators since the last token
    bool m_otherState = false;
    std::vector<Token> m_tokens;
};

std::vector<Token> Tokeniser::run()
{
    while (m_at < m_text.size()) {
        const QChar c = at(m_at);
        if (startsSection(m_at)) {
            section();
        } else if (c == u'(' || c == u')') {
            bracket();
        } else if (c.isLetter()) {
            word();
        } else {
            if (c == u'\n' || c == u';' || c == QChar(0x0964))
                push(TokenKind::Break);
            m_between += c;
            ++m_at;
        }
    }
    return std::move(m_tokens);
}

bool Tokeniser::startsSection(qsizetype i) const
{
    if (isDigit(at(i)))
        return true;
    if ((i > 0 && isWordPart(at(i - 1))) || at(i) == u'o')
        return false;
    qsizetype end = i;
    bool digit = false;
    for (; isDigit(at(end)) || asDigit(at(end)) != at(end); ++end)
        digit = digit || isDigit(at(end));
    return digit && end - i == 3 && !isWordPart(at(end));
}

qsizetype Tokeniser::skipBlanks(qsizetype i) const
{
    while (i < m_text.size() && (at(i) == u' ' || at(i) == u'\t'))
        ++i;
    return i;
}

QChar Tokeniser::takeSeparator()
{
    const QString between = std::exchange(m_between, {});
    for (const char16_t c : {u',', u'&', u'+', u'/', u'-', u'.'})
        if (between.contains(QChar(c)))
            return c;
    return u' ';
}

void Tokeniser::push(TokenKind kind, QString text, QString act)
{
    Token token;
    token.kind = kind;
    token.text = std::move(text);
    token.act = std::move(act);
    m_tokens.push_back(std::move(token));
}

void Tokeniser::section()
{
    Token token;
    token.before = takeSeparator();
    if (!numberPart(token))
        return;
    if (!token.isYear) {
        letterPart(token);
        bracketPart(token);
    }
    m_tokens.push_back(std::move(token));
}

bool Tokeniser::numberPart(Token& token)
{
    qsizetype end = m_at;
    while (isDigit(at(end)) || asDigit(at(end)) != at(end))
        ++end;
    // Letters count as digits only when the number ends there: 4ll, but not the l of "25latest" or the O of "302OR".
    if (isWordPart(at(end)) || end - m_at > 3)
        for (end = m_at; isDigit(at(end));)
            ++end;
    if (end == m_at)
        ++end;
    for (qsizetype i = m_at; i < end; ++i)
        token.number += asDigit(at(i));
    m_at = end;
    const int value = token.number.toInt();
    token.isYear = token.number.size() == 4 && value >= 1800 && value < 2100;
    return token.isYear || (token.number.size() <= 3 && value > 0);
}

void Tokeniser::letterPart(Token& token)
{
    qsizetype next = m_at;
    const bool slashed = at(next) == u'/' && at(next + 1) >= u'A' && at(next + 1) <= u'H' && !isWordPart(at(next + 2));
    const bool hyphened = slashed || (at(next) == u'-' && !isDigit(at(next + 1)));
    if (hyphened)
        next = skipBlanks(next + 1);
    const bool spaced = !hyphened && at(next) == u' ';
    if (spaced)
        next = skipBlanks(next);
    if (!at(next).isLetter() || !actAt(next).act.isEmpty())
        return;
    if (!latinLetters(token, next, hyphened, spaced))
        hindiLetter(token, next, hyphened);
}

bool Tokeniser::latinLetters(Token& token, qsizetype start, bool hyphened, bool spaced)
{
    static const QRegularExpression notLetters(QStringLiteral("^(of|or|as|to|rw|by|in|on|us|ps|dt|r/w|r\\.w|u/s|व)\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression actWord(QStringLiteral("^[A-Za-z]{1,2}\\.?\\s*(act\\b|एक्ट|अधि)"),
                                            QRegularExpression::CaseInsensitiveOption);
    qsizetype end = start;
    while (isLatin(at(end)))
        ++end;
    if (end == start || end - start > 2 || isWordPart(at(end)) || isDigit(at(end)))
        return false;
    if (notLetters.match(from(start).toString()).hasMatch() || actWord.match(from(start).toString()).hasMatch())
        return false;
    const QString letters = from(start).first(end - start).toString();
    const bool initials = at(end) == u'.' && isLatin(at(end + 1)); // the start of "A.P.C."
    if (initials || (spaced && letters != letters.toUpper()))
        return false;
    token.letters = letters.toUpper();
    token.hyphened = hyphened;
    m_at = end;
    if (spaced && letters.size() == 1)
        secondLetter(token);
    return true;
}

bool Tokeniser::isListed(const QString& section) const
{
    const std::vector<Act>& acts = m_acts.acts();
    return std::any_of(acts.begin(), acts.end(), [&](const Act& act) { return m_acts.lists(act.code, section); });
}

// "376 D A": a letter more, where some act has such a section.
void Tokeniser::secondLetter(Token& token)
{
    const qsizetype start = skipBlanks(m_at);
    const QChar letter = at(start);
    if (start == m_at || letter < u'A' || letter > u'Z' || isWordPart(at(start + 1)) || at(start + 1) == u'.'
        || !actAt(start).act.isEmpty())
        return;
    if (isListed(token.number + token.letters + letter)) {
        token.letters += letter;
        m_at = start + 1;
    }
}

// One letter, or two written as one word where some act has such a section: "376डीए", but not the एक of "302 एक".
bool Tokeniser::hindiLetter(Token& token, qsizetype start, bool hyphened)
{
    constexpr qsizetype most = 2;
    QString letters;
    qsizetype end = start;
    while (letters.size() < most && isWordPart(at(end))) {
        const auto entry = std::find_if(hindiLetters.begin(), hindiLetters.end(), [&](const HindiLetter& letter) {
            return from(end).startsWith(letter.written) && !at(end + letter.written.size()).isMark();
        });
        if (entry == hindiLetters.end())
            return false;
        letters += QChar(entry->letter);
        end += entry->written.size();
    }
    if (letters.isEmpty() || isWordPart(at(end)) || (at(end) == u'.' && isWordPart(at(end + 1))))
        return false;
    if (letters.size() > 1 && !isListed(token.number + letters))
        return false;
    token.letters = letters;
    token.hyphened = hyphened;
    m_at = end;
    return true;
}

void Tokeniser::bracketPart(Token& token)
{
    for (qsizetype open = skipBlanks(m_at); at(open) == u'('; open = skipBlanks(m_at))
        if (!readBracket(token, open))
            return;
    // 25(1B)A: the clause without its bracket.
    if (!token.brackets.isEmpty() && isLatin(at(m_at)) && !isWordPart(at(m_at + 1)) && actAt(m_at).act.isEmpty()) {
        token.brackets.append(at(m_at).toLower());
        ++m_at;
    }
}

bool Tokeniser::readBracket(Token& token, qsizetype open)
{
    static const QRegularExpression clause(
        QStringLiteral("^\\(\\s*(\\d{1,2}\\s*-?\\s*[A-Za-z]{0,2}|[A-Za-z]|[a-z]{2}|[ivxIVX]{1,5}|[A-Z]{2}|[कखगघङ]|ए|बी|"
                       "सी|डी)\\s*(\\)|(?=[\\s,/]|$))"));
    const auto match = clause.match(from(open).toString());
    if (!match.hasMatch()
        || (match.captured(1).size() == 2 && isLatin(match.captured(1).front())
            && !m_acts.actNamed(match.captured(1)).isEmpty()))
        return false;
    QString inside = match.captured(1);
    inside.remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    for (const HindiLetter& entry : hindiLetters)
        if (entry.written == inside)
            inside = QString(QChar(entry.letter)).toLower();
    token.brackets.append(inside);
    m_at = open + match.capturedLength(0);
    return true;
}

void Tokeniser::bracket()
{
    if (at(m_at) == u'(' && !m_tokens.empty() && m_tokens.back().kind == TokenKind::Section) {
        Token token;
        token.clauseOnly = true;
        if (readBracket(token, m_at)) {
            bracketPart(token);
            token.before = takeSeparator();
            m_tokens.push_back(std::move(token));
            return;
        }
    }
    push(at(m_at) == u'(' ? TokenKind::Open : TokenKind::Close);
    ++m_at;
}

// Ends of the first words from `start` on, as far as a name can reach.
std::vector<qsizetype> Tokeniser::wordEnds(qsizetype start) const
{
    constexpr std::size_t longestName = 12;
    std::vector<qsizetype> ends;
    qsizetype i = start;
    while (i < m_text.size() && ends.size() < longestName) {
        if (isWordPart(at(i))) {
            while (isWordPart(at(i)))
                ++i;
            ends.push_back(i);
        } else if (QStringView(u" ./&()-'’").contains(at(i))) {
            ++i;
        } else {
            break;
        }
    }
    return ends;
}

bool Tokeniser::shortNameIsMeant(QStringView written, const QString& folded) const
{
    static const QRegularExpression actWord(QStringLiteral("(act|एक्ट|ऐक्ट|अधि\\.?|अधिनियम)\\W*$"),
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    if (folded.size() > 2 || actWord.match(written.toString()).hasMatch())
        return true;
    const QString text = written.toString();
    const bool dotted = text.contains(QLatin1Char('.'));
    return folded.size() == 2 && isLatin(folded.front()) && (dotted || text == text.toUpper());
}

Tokeniser::Span Tokeniser::actAt(qsizetype start) const
{
    static const QRegularExpression tail(QStringLiteral("^\\.?\\s*(act\\b|acts\\b|एक्ट|ऐक्ट|अधिनियम|अधि\\b)\\.?"),
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::UseUnicodePropertiesOption);
    const auto ends = wordEnds(start);
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        const QStringView written = from(start).first(*end - start);
        const QString folded = ActTable::foldedName(written);
        // A name does not end in "of" or "and", which folding drops.
        if (folded.isEmpty()
            || (end + 1 != ends.rend() && folded == ActTable::foldedName(from(start).first(*(end + 1) - start))
                && !shortNameIsMeant(written, QStringLiteral("x"))))
            continue;
        const QString code = m_acts.actNamed(written);
        if (code.isEmpty() || !shortNameIsMeant(written, folded))
            continue;
        const auto more = tail.match(from(*end).toString());
        return {code, *end + (more.hasMatch() ? more.capturedLength(0) : 0)};
    }
    return {};
}

void Tokeniser::word()
{
    const Span act = actAt(m_at);
    const auto [meaning, length] = m_acts.wordAt(from(m_at));
    if (!act.act.isEmpty() && act.end - m_at >= length) {
        const Act* entry = m_acts.act(act.act);
        const bool foreign = std::exchange(m_otherState, false) && entry && entry->ofState;
        push(TokenKind::Act, from(m_at).first(act.end - m_at).toString(), foreign ? QStringLiteral("OTHER") : act.act);
        m_at = act.end;
        m_between.clear();
        return;
    }
    if (length == 0)
        return unknownWords();
    m_otherState = meaning == WordMeaning::OtherState;
    switch (meaning) {
    case WordMeaning::Noise:
    case WordMeaning::OtherState:
        break;
    case WordMeaning::Section:
        push(TokenKind::SectionWord);
        break;
    case WordMeaning::And:
        push(TokenKind::And);
        break;
    case WordMeaning::Added:
        push(TokenKind::Added);
        break;
    case WordMeaning::DeletedNext:
        push(TokenKind::DeletedNext);
        break;
    case WordMeaning::DeletedBefore:
        push(TokenKind::DeletedBefore);
        break;
    case WordMeaning::Instead:
        push(TokenKind::Instead);
        break;
    case WordMeaning::Range:
        push(TokenKind::Range);
        break;
    }
    m_at += length;
}

// Words that nobody knows: a misspelt act, an act that the table lacks, or nothing to us.
void Tokeniser::unknownWords()
{
    const auto ends = wordEnds(m_at);
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        const QString code = m_acts.actLike(from(m_at).first(*end - m_at));
        if (code.isEmpty())
            continue;
        push(TokenKind::Act, from(m_at).first(*end - m_at).toString(), code);
        m_at = *end;
        m_between.clear();
        return;
    }
    const qsizetype start = m_at;
    bool named = false;
    for (const qsizetype end : ends) {
        qsizetype next = end;
        while (next < m_text.size() && QStringView(u" .&/-").contains(at(next)))
            ++next;
        m_at = end;
        if (!at(next).isLetter())
            break;
        const auto [meaning, length] = m_acts.wordAt(from(next));
        static const QRegularExpression actWord(QStringLiteral("^(act|एक्ट|ऐक्ट|अधि|rules|नियम)"),
                                                QRegularExpression::CaseInsensitiveOption);
        if (actWord.match(from(next).toString()).hasMatch()) {
            named = true;
            m_at = next + length;
            break;
        }
        const bool joins = meaning == WordMeaning::And && length > 1;
        if ((length > 0 && !joins) || !actAt(next).act.isEmpty())
            break;
    }
    const QString text = from(start).first(m_at - start).toString();
    const bool afterSections = !m_tokens.empty() && m_tokens.back().kind == TokenKind::Section;
    m_otherState = false;
    if (named || (afterSections && text.size() >= 3))
        push(TokenKind::Act, text, QStringLiteral("OTHER"));
}

} // namespace

std::vector<Token> tokensOf(const ActTable& acts, QStringView text)
{
    return Tokeniser(acts, text).run();
}

} // namespace ekatra::law
