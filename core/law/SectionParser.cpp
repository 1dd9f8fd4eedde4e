#include "law/SectionParser.h"

#include "law/SectionTokens.h"

#include <algorithm>

namespace ekatra::law {

namespace {

using Run = std::vector<Token>;

// Sections that stand together, and the act that rules them.
struct Charge {
    Run run;
    QString act;
    QString actText;
    bool borrowed = false; // no act was written for them: the one before them is taken
};

// The tokens between acts, with what alteration notes take away taken away.
class Arrangement {
public:
    explicit Arrangement(std::vector<Token> tokens) : m_tokens(std::move(tokens)) { }

    std::vector<Charge> charges();

private:
    void dropBracketedDeletions();
    void dropDeletions();
    void dropReplaced();
    void fillRanges();
    void eraseSections(std::size_t first, std::size_t last);

    std::vector<Token> m_tokens;
};

bool isDeletion(const Token& token)
{
    return token.kind == TokenKind::DeletedNext || token.kind == TokenKind::DeletedBefore;
}

void Arrangement::eraseSections(std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i)
        if (m_tokens[i].kind == TokenKind::Section || m_tokens[i].kind == TokenKind::Act || isDeletion(m_tokens[i]))
            m_tokens[i].kind = TokenKind::Break;
}

// "302 IPC (deleted 304 IPC)": everything inside that bracket.
void Arrangement::dropBracketedDeletions()
{
    for (std::size_t open = 0; open < m_tokens.size(); ++open) {
        if (m_tokens[open].kind != TokenKind::Open)
            continue;
        std::size_t close = open + 1;
        bool deletes = false;
        for (; close < m_tokens.size() && m_tokens[close].kind != TokenKind::Close; ++close)
            deletes = deletes || isDeletion(m_tokens[close]);
        if (deletes)
            eraseSections(open, close);
    }
}

void Arrangement::dropDeletions()
{
    const auto ends = [](const Token& token) {
        return token.kind == TokenKind::And || token.kind == TokenKind::Added || token.kind == TokenKind::Break
            || token.kind == TokenKind::Close;
    };
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (!isDeletion(m_tokens[i]))
            continue;
        std::size_t last = i + 1;
        bool sections = false;
        for (; last < m_tokens.size() && !ends(m_tokens[last]); ++last)
            sections = sections || m_tokens[last].kind == TokenKind::Section;
        if (m_tokens[i].kind == TokenKind::DeletedNext && sections) {
            eraseSections(i, last);
            continue;
        }
        // The word stands behind what it deletes: back to the act, "धारा" or "व" before it; never all of the text.
        std::size_t first = i;
        while (first > 0 && m_tokens[first - 1].kind == TokenKind::Section)
            --first;
        if (first == 0 || (first == 1 && m_tokens.front().kind == TokenKind::SectionWord))
            first = i > 0 ? i - 1 : i;
        eraseSections(first, i + 1);
    }
}

// "302 altered to 304": only the latter is left.
void Arrangement::dropReplaced()
{
    for (std::size_t i = 1; i + 1 < m_tokens.size(); ++i)
        if (m_tokens[i].kind == TokenKind::Instead && m_tokens[i - 1].kind == TokenKind::Section
            && m_tokens[i + 1].kind == TokenKind::Section)
            m_tokens[i - 1].kind = TokenKind::Break;
}

// "143 to 149": both ends and the numbers between them. A range that runs backwards, "304 to 302", is an alteration.
void Arrangement::fillRanges()
{
    constexpr int longestRange = 20; // more is a slip of the pen
    for (std::size_t i = 1; i + 1 < m_tokens.size(); ++i) {
        const Token& first = m_tokens[i - 1];
        const Token& last = m_tokens[i + 1];
        if (m_tokens[i].kind != TokenKind::Range || first.kind != TokenKind::Section || last.kind != TokenKind::Section)
            continue;
        const int from = first.number.toInt();
        const int to = last.number.toInt();
        if (to < from) {
            m_tokens[i - 1].kind = TokenKind::Break;
            continue;
        }
        if (!first.plain() || !last.plain() || to - from > longestRange)
            continue;
        std::vector<Token> between;
        for (int number = from + 1; number < to; ++number) {
            Token token;
            token.number = QString::number(number);
            token.before = u',';
            token.inRange = true;
            between.push_back(std::move(token));
        }
        m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(i), between.begin(), between.end());
        i += between.size();
    }
}

// How much of `run` an act that closes the text after an opening act takes: "IPC 302, 307 व 25/27 Arms Act" gives the
// last part only.
std::size_t lastPart(const Run& run)
{
    std::size_t first = run.size() - 1;
    while (first > 0 && (run[first].before == u'/' || run[first].before == u'-' || run[first].before == u'.'))
        --first;
    return first;
}

std::vector<Charge> Arrangement::charges()
{
    dropBracketedDeletions();
    dropDeletions();
    dropReplaced();
    fillRanges();
    std::vector<Charge> done;
    Charge open; // an act that waits for the sections behind it
    Run pending; // sections that wait for an act
    std::size_t part = 0; // where the last part of `pending` begins
    QString lastAct;
    QString lastActText;
    bool actFirst = false;
    const auto close = [&](const QString& act, const QString& text, bool borrowed = false) {
        if (!pending.empty())
            done.push_back({std::exchange(pending, {}), act, text, borrowed});
        part = 0;
    };
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const Token& token = m_tokens[i];
        if (token.kind == TokenKind::And || token.kind == TokenKind::Added)
            part = pending.size();
        if (token.kind == TokenKind::Section) {
            if (token.isYear && (pending.empty() || pending.back().isYear))
                continue;
            pending.push_back(token);
        }
        if (token.kind != TokenKind::Act)
            continue;
        if (open.act.isEmpty()) {
            if (pending.empty()) { // an act first: it takes what follows
                open.act = token.act;
                open.actText = token.text;
                actFirst = actFirst || done.empty();
            } else {
                close(token.act, token.text);
            }
        } else if (pending.empty()) { // two names of one act, as "NDPS (Narcotics Act)"; the later one counts if the
                                      // first is unknown
            if (open.act == u"OTHER") {
                open.act = token.act;
                open.actText = token.text;
            }
        } else {
            const bool sectionsFollow =
                std::any_of(m_tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_tokens.end(),
                            [](const Token& t) { return t.kind == TokenKind::Section && !t.isYear; });
            if (sectionsFollow && actFirst) {
                close(open.act, open.actText);
                open.act = token.act;
                open.actText = token.text;
            } else {
                const std::size_t first = part > 0 && part < pending.size() ? part : lastPart(pending);
                Run rest(pending.begin() + static_cast<std::ptrdiff_t>(first), pending.end());
                pending.resize(first);
                close(open.act, open.actText);
                pending = std::move(rest);
                close(token.act, token.text);
                open = {};
            }
        }
        lastAct = token.act;
        lastActText = token.text;
    }
    if (!open.act.isEmpty())
        close(open.act, open.actText);
    close(lastAct, lastActText, true);
    return done;
}

// Sections of one act out of one run of tokens.
class Reading {
public:
    Reading(const ActTable& acts, Charge charge, std::optional<QDate> offence);

    std::vector<ParsedSection> sections();

private:
    void dropActNumber();
    void joinSubsections();
    void guessAct();
    [[nodiscard]] QString head(const Token& token, QStringList& brackets) const;
    [[nodiscard]] QString inCase(const QString& head, const QString& bracket) const;
    [[nodiscard]] bool listedBeside(const QString& stem, const QString& section, const QString& bracket) const;
    void lendOtherAct();
    void add(const QString& section);

    const ActTable& m_acts;
    Charge m_charge;
    std::optional<QDate> m_offence;
    bool m_guessed = false;
    bool m_range = false; // the section at hand was not written itself
    QString m_numberNote;
    std::vector<ParsedSection> m_done;
};

Reading::Reading(const ActTable& acts, Charge charge, std::optional<QDate> offence)
    : m_acts(acts), m_charge(std::move(charge)), m_offence(offence)
{
    // Acts of one name that followed each other: the one in force on the day.
    if (m_offence && m_charge.act != u"OTHER" && !m_charge.act.isEmpty())
        if (const QString code = m_acts.actNamed(m_charge.actText, *m_offence); !code.isEmpty())
            m_charge.act = code;
    if (m_charge.act == u"OTHER")
        m_numberNote = m_charge.actText;
}

bool numbersOf(const Act& act, const Token& serial, const Token& year)
{
    if (!serial.plain() || !year.plain() || serial.isYear)
        return false;
    const int first = serial.number.toInt();
    const int second = year.number.toInt();
    const auto fits = [&](int number, int of) {
        return number == first && of != 0 && (of == second || of % 100 == second);
    };
    return fits(act.serial, act.year) || fits(act.amendingSerial, act.amendingYear);
}

// Whether the tokens at `i` and behind it, chained to what stands before, are the number of an act: its code.
QString actNumberAt(const ActTable& acts, const Run& run, std::size_t i, const QString& only)
{
    if (run[i].before == u',' || run[i + 1].before == u',' || run[i].clauseOnly)
        return {};
    for (const Act& act : acts.acts())
        if ((only.isEmpty() || only == act.code) && numbersOf(act, run[i], run[i + 1]))
            return act.code;
    return {};
}

// "302/34 IPC, 25-54-59": the sections at the end that name their act by its number are that act's.
std::vector<Charge> partedByActNumber(const ActTable& acts, Charge charge)
{
    std::vector<Charge> out;
    const Run& run = charge.run;
    std::size_t at = 1;
    while (charge.borrowed && at + 1 < run.size() && actNumberAt(acts, run, at, {}).isEmpty())
        ++at;
    if (charge.borrowed && at + 1 < run.size()) {
        std::size_t first = at - 1;
        while (first > 0 && (run[first].before == u'/' || run[first].before == u'-' || run[first].before == u'.'))
            --first;
        Charge own;
        own.act = actNumberAt(acts, run, at, {});
        own.actText = own.act;
        own.run.assign(run.begin() + static_cast<std::ptrdiff_t>(first), run.end());
        charge.run.resize(first);
        if (!charge.run.empty())
            out.push_back(std::move(charge));
        out.push_back(std::move(own));
        return out;
    }
    out.push_back(std::move(charge));
    return out;
}

// "25-54-59": section 25 of Act 54 of 1959.
void Reading::dropActNumber()
{
    Run& run = m_charge.run;
    for (std::size_t i = 1; i + 1 < run.size(); ++i) {
        const QString code = actNumberAt(m_acts, run, i, m_charge.act);
        if (code.isEmpty())
            continue;
        m_charge.act = code;
        m_numberNote = QStringLiteral("Act %1 of %2").arg(run[i].number, run[i + 1].number);
        run.erase(run.begin() + static_cast<std::ptrdiff_t>(i), run.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    }
}

// "115-2-351-3 BNS": a small number behind a hyphen is the sub-section where the act has such a one.
void Reading::joinSubsections()
{
    Run& run = m_charge.run;
    for (std::size_t i = 1; i < run.size(); ++i) {
        Token& token = run[i];
        Token& head = run[i - 1];
        const bool small = token.number.size() == 1 && token.letters.isEmpty() && !token.isYear && !token.clauseOnly;
        if (!small || !head.plain() || (token.before != u'-' && token.before != u'.' && token.before != u'/'))
            continue;
        const QString joined = QStringLiteral("%1(%2)").arg(head.number, token.number);
        const bool chargeable = !m_acts.classification(m_charge.act, token.number).empty();
        if (!m_acts.lists(m_charge.act, joined) || (token.before == u'/' && chargeable))
            continue;
        head.brackets.append(token.number);
        head.brackets.append(token.brackets);
        run.erase(run.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
    }
}

// No act written: the penal law of the day; without a day, the one that has these sections.
void Reading::guessAct()
{
    m_guessed = true;
    if (m_offence) {
        m_charge.act = m_acts.penalLaw(m_offence);
        return;
    }
    int oldLaw = 0;
    int newLaw = 0;
    for (const Token& token : m_charge.run) {
        const QString lettered = token.number + token.letters;
        const QString sub = token.brackets.isEmpty()
            ? QString()
            : token.number + QLatin1Char('(') + token.brackets[0] + QLatin1Char(')');
        if (!token.letters.isEmpty() || token.number.toInt() > 358)
            oldLaw += m_acts.lists(QStringLiteral("IPC"), lettered) ? 1 : 0;
        if (!sub.isEmpty() && m_acts.lists(QStringLiteral("BNS"), sub))
            ++newLaw;
    }
    m_charge.act = oldLaw > newLaw ? QStringLiteral("IPC") : QStringLiteral("BNS");
}

// "…IPC; 25(1-B)A": a section that the act before it lacks; where one other act alone has such a one, it is that act's.
void Reading::lendOtherAct()
{
    const Token& token = m_charge.run.front();
    if (token.plain())
        return;
    QStringList brackets;
    const QString own = head(token, brackets);
    const auto whole = [&](QString section, const QStringList& below) {
        for (const QString& bracket : below)
            section += QLatin1Char('(') + inCase(section, bracket) + QLatin1Char(')');
        return section;
    };
    if (m_acts.lists(m_charge.act, whole(own, brackets)))
        return;
    m_guessed = true;
    const QString written = whole(token.number + token.letters, token.brackets);
    QStringList having;
    for (const Act& act : m_acts.acts())
        if (m_acts.lists(act.code, written))
            having.append(act.code);
    if (having.size() == 1)
        m_charge.act = having.front();
}

// Number with its letters, where they belong to it; otherwise they become the first bracket.
QString Reading::head(const Token& token, QStringList& brackets) const
{
    brackets = token.brackets;
    const auto known = [this](const QString& section) { return m_acts.lists(m_charge.act, section); };
    QString head = token.number;
    if (!token.letters.isEmpty()) {
        const QString joined = head + token.letters;
        const bool clause = token.letters.size() == 1 && !known(joined)
            && (known(head) || (m_charge.act == u"OTHER" && token.hyphened));
        const bool part = token.letters == u"I" || token.letters == u"II"; // "304 Part II"
        if (part && !known(joined))
            return head;
        if (clause)
            brackets.prepend(token.letters.toLower());
        else
            head = joined;
    }
    // 304(A) IPC is 304A, 376 D (A) is 376DA; 21(B) NDPS is 21(b).
    if (!brackets.isEmpty() && !brackets[0].isEmpty() && brackets[0].front().isUpper()) {
        const QString joined = head + brackets[0];
        if (known(joined) && !known(QStringLiteral("%1(%2)").arg(head, brackets[0].toLower()))) {
            head = joined;
            brackets.removeFirst();
        }
    }
    return head;
}

// Brackets as acts print them: (1B), (a), (ii), and capitals only where the tables know them.
QString Reading::inCase(const QString& head, const QString& bracket) const
{
    if (bracket.front().isDigit())
        return bracket.toUpper();
    const QString asWritten = QStringLiteral("%1(%2)").arg(head, bracket);
    return m_acts.lists(m_charge.act, asWritten) ? bracket : bracket.toLower();
}

enum class BracketClass { Digit, Letter, Roman };

BracketClass classOf(const QString& bracket, const QString& neighbour)
{
    if (bracket.front().isDigit())
        return BracketClass::Digit;
    const auto roman = [](const QString& text) {
        return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'i' || c == u'v' || c == u'x'; });
    };
    const bool neighbours = bracket.size() == 1 && neighbour.size() == 1
        && std::abs(bracket.front().unicode() - neighbour.front().unicode()) == 1;
    return roman(bracket) && !neighbours ? BracketClass::Roman : BracketClass::Letter;
}

// 376(2)(i)(n): directly under a sub-section (i) is the letter, and a letter behind it is the next clause.
bool clausesInOrder(const QStringList& brackets, qsizetype i)
{
    const QString& before = brackets[i - 1];
    const QString& here = brackets[i];
    return i > 1 && brackets[i - 2].front().isDigit() && before.size() == 1 && here.size() == 1
        && before.front().isLower() && before < here && classOf(here, {}) == BracketClass::Letter;
}

bool Reading::listedBeside(const QString& stem, const QString& section, const QString& bracket) const
{
    const QString last = QLatin1Char('(') + bracket + QLatin1Char(')');
    return stem != section && m_acts.lists(m_charge.act, stem + last) && !m_acts.lists(m_charge.act, section + last)
        && m_acts.lists(m_charge.act, section);
}

void Reading::add(const QString& section)
{
    ParsedSection parsed{m_charge.act, section, m_numberNote, Trust::High};
    const SectionState state = m_acts.state(parsed.act, section);
    if (m_guessed || parsed.act == u"OTHER" || state == SectionState::NoSection || state == SectionState::NoAct)
        parsed.trust = Trust::Low;
    else if (state == SectionState::NotListed || m_charge.borrowed || m_range || !m_numberNote.isEmpty())
        parsed.trust = Trust::Middle;
    m_done.push_back(std::move(parsed));
}

std::vector<ParsedSection> Reading::sections()
{
    dropActNumber();
    std::erase_if(m_charge.run, [](const Token& token) { return token.isYear; });
    if (m_charge.act.isEmpty())
        guessAct();
    joinSubsections();
    if (m_charge.borrowed && !m_guessed && m_charge.run.size() == 1)
        lendOtherAct();
    QString stem; // section before its last bracket: what a clause that stands alone shares
    for (const Token& token : m_charge.run) {
        QStringList brackets;
        QString section = stem;
        if (token.clauseOnly)
            brackets = token.brackets;
        else
            section = head(token, brackets);
        m_range = token.inRange;
        if (section.isEmpty() || (m_range && m_acts.state(m_charge.act, section) == SectionState::NoSection))
            continue;
        stem = section;
        for (qsizetype i = 0; i < brackets.size(); ++i) {
            const QString bracket = inCase(section, brackets[i]);
            // Digits stand side by side only as (1)(2); 3(1)(10) is clause 10 of sub-section 1.
            const bool sibling = i > 0 && !brackets[i - 1].isEmpty()
                && brackets[i - 1].front().isUpper() == brackets[i].front().isUpper() && brackets[i].size() < 4
                && !(brackets[i].front().isDigit() && brackets[i].size() > 1)
                && (classOf(brackets[i - 1], brackets[i]) == classOf(brackets[i], brackets[i - 1])
                    || clausesInOrder(brackets, i) || listedBeside(stem, section, bracket));
            if (sibling) { // 3(1)(r)(s): two clauses of one head
                add(section);
                section = stem;
            }
            stem = section;
            section += QLatin1Char('(') + bracket + QLatin1Char(')');
        }
        add(section);
    }
    return std::move(m_done);
}

} // namespace

std::vector<ParsedSection> parseSections(const ActTable& acts, QStringView text, std::optional<QDate> offence)
{
    std::vector<ParsedSection> out;
    const auto keep = [&](ParsedSection section) {
        const bool again = std::any_of(out.begin(), out.end(), [&](const ParsedSection& other) {
            return other.act == section.act && other.section == section.section;
        });
        if (!again)
            out.push_back(std::move(section));
    };
    for (Charge& charge : Arrangement(tokensOf(acts, text)).charges())
        for (Charge& part : partedByActNumber(acts, std::move(charge)))
            for (ParsedSection& section : Reading(acts, std::move(part), offence).sections())
                keep(std::move(section));
    return out;
}

} // namespace ekatra::law
