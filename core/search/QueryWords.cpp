#include "search/QueryWords.h"

#include "search/TextNormalizer.h"
#include "search/WordReader.h"

namespace ekatra::search {
namespace {

constexpr std::size_t longestPhrase = 3;
constexpr std::size_t mostWords = 64;

QString toText(std::u16string_view word)
{
    return QString::fromUtf16(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

QueryWords::QueryWords(QStringView text, qsizetype start, const NameTables& tables, QDate today)
    : m_text(text), m_tables(tables), m_today(today)
{
    WordReader words(text, start);
    Word word;
    while (m_pieces.size() < mostWords && words.next(word))
        m_pieces.push_back({word.start, word.length, std::u16string(word.text), word.hasDigit, word.isNumber});
}

std::vector<QueryWords::Found> QueryWords::read(bool typing)
{
    while (m_at < m_pieces.size()) {
        if (readLeadIn() || readRelation() || readSections(false) || readNumber())
            continue;
        if (said(NameTables::Role::Filler, m_at).words > 0 && m_pieces.size() > 1) {
            m_at += said(NameTables::Role::Filler, m_at).words;
            m_besideWord = false;
            continue;
        }
        if (isTitle(m_at)) {
            ++m_at;
            continue;
        }
        readWord(typing && m_at + 1 == m_pieces.size());
    }
    return std::move(m_found);
}

QueryWords::Said QueryWords::said(NameTables::Role role, std::size_t at) const
{
    for (std::size_t count = std::min(longestPhrase, m_pieces.size() - at); count > 0; --count) {
        std::u16string phrase;
        for (std::size_t i = at; i < at + count; ++i)
            phrase += (i > at ? u" " : u"") + m_pieces[i].text;
        if (auto value = m_tables.value(role, toText(phrase)))
            return {*std::move(value), count};
    }
    return {};
}

std::size_t QueryWords::skipFillers(std::size_t at) const
{
    while (at < m_pieces.size()) {
        const auto filler = said(NameTables::Role::Filler, at);
        if (filler.words == 0)
            break;
        at += filler.words;
    }
    return at;
}

std::size_t QueryWords::pieceAt(qsizetype position) const
{
    std::size_t at = m_at;
    while (at < m_pieces.size() && m_pieces[at].start < position)
        ++at;
    return at;
}

// A word that can be part of a name: no number and no word of structure.
bool QueryWords::isName(std::size_t at) const
{
    return at < m_pieces.size() && !m_pieces[at].hasDigit && said(NameTables::Role::Relation, at).words == 0
        && said(NameTables::Role::LeadIn, at).words == 0;
}

// Titles are left out, but not where only a weak word would remain: Shri Ram is a name.
bool QueryWords::isTitle(std::size_t at) const
{
    if (!m_tables.has(NameTables::Role::Honorific, m_pieces[at].text) || !isName(at + 1))
        return false;
    std::size_t next = at + 1;
    while (isName(next + 1) && m_tables.has(NameTables::Role::Honorific, m_pieces[next].text))
        ++next;
    const auto weak = [&](std::size_t i) {
        return m_tables.has(NameTables::Role::Weak, m_tables.canonical(m_pieces[i].text));
    };
    return !weak(next) || (isName(next + 1) && !weak(next + 1));
}

bool QueryWords::followsYear(int year) const
{
    return year > m_today.year() + 1;
}

// FIR No. 45/24, धारा 303(2), mob. 98123 45678.
bool QueryWords::readLeadIn()
{
    const auto lead = said(NameTables::Role::LeadIn, m_at);
    if (lead.words == 0)
        return false;
    const std::size_t number = skipFillers(m_at + lead.words);
    if (number >= m_pieces.size() || !m_pieces[number].hasDigit)
        return false;
    if (lead.value == u"fir")
        return readFir(number, m_at);
    m_at = number;
    if (lead.value == u"section")
        return readSections(true);
    return false;
}

bool QueryWords::readFir(std::size_t at, std::size_t first)
{
    const auto number = numberAt(m_text, m_pieces[at].start);
    if (number && number->kind == NumberFound::Kind::Fir) {
        m_at = at;
        addExact(Field::Fir, {number->term}, number->term, first, pieceAt(m_pieces[at].start + number->length));
        return true;
    }
    if (!m_pieces[at].isNumber || m_pieces[at].text.size() > 5 || number)
        return false;
    const QString serial = toText(m_pieces[at].text);
    addExact(Field::Fir, {QStringLiteral("n:") + serial}, serial, first, at + 1);
    return true;
}

// रमेश पुत्र सुरेश निवासी गोहाना.
bool QueryWords::readRelation()
{
    const auto relation = said(NameTables::Role::Relation, m_at);
    if (relation.words == 0 || m_at + relation.words >= m_pieces.size())
        return false;
    const bool betweenNames = m_at > 0;
    if (relation.value == u"resident")
        m_field = Field::Village;
    else if (relation.value == u"parent" && betweenNames)
        m_field = Field::Father;
    else if (betweenNames)
        m_field = Field::Any;
    else
        return false;
    m_at += relation.words;
    m_besideWord = false;
    return true;
}

// 302/34 IPC, 379-A भा.द.स., and any numbers after धारा.
bool QueryWords::readSections(bool lead)
{
    struct Section {
        QString number;
        std::size_t first;
        std::size_t end;
    };
    std::vector<Section> sections;
    const std::size_t start = m_at;
    std::size_t at = m_at;
    while (at < m_pieces.size() && m_pieces[at].hasDigit) {
        const auto number = numberAt(m_text, m_pieces[at].start);
        const std::size_t first = at;
        if (number && number->kind == NumberFound::Kind::Section) {
            at = pieceAt(m_pieces[at].start + number->length);
            sections.push_back({number->term, first, at});
        } else if (m_pieces[at].isNumber && m_pieces[at].text.size() <= 3) {
            ++at;
            sections.push_back({toText(m_pieces[first].text), first, at});
        } else {
            break;
        }
    }
    const auto act = at < m_pieces.size() ? said(NameTables::Role::Act, at) : Said{};
    if (sections.empty() || (!lead && act.words == 0))
        return false;
    for (const Section& section : sections) {
        const QString prefix = act.words > 0 ? act.value + u'.' : QString();
        const QString text = act.words > 0 ? section.number + u' ' + act.value.toUpper() : section.number;
        const bool last = section.end == at;
        m_at = start;
        addExact(Field::Section, {QStringLiteral("x:") + prefix + section.number}, text, section.first,
                 last ? at + act.words : section.end);
    }
    m_at = at + act.words;
    return true;
}

bool QueryWords::readNumber()
{
    const Piece& piece = m_pieces[m_at];
    if (!mayBeNumber(m_text, piece.start, piece.length, piece.hasDigit))
        return false;
    const auto number = numberAt(m_text, piece.start);
    if (!number)
        return readUnknownNumber(piece);
    const std::size_t end = pieceAt(piece.start + number->length);
    const QString written = m_text.mid(piece.start, number->length).toString();
    switch (number->kind) {
    case NumberFound::Kind::Fir: {
        if (number->shortYear && followsYear(number->year)) { // 302/34
            readDigits(piece);
            return true;
        }
        Note note;
        if (number->shortYear)
            note = {QStringLiteral("search.read_as_fir"), {{QStringLiteral("text"), number->term}}};
        addExact(Field::Fir, {number->term}, number->term, m_at, end, std::move(note));
        return true;
    }
    case NumberFound::Kind::Mobile:
        addExact(Field::Mobile, {number->term}, number->term, m_at, end);
        return true;
    case NumberFound::Kind::Vehicle:
        addExact(Field::Vehicle, {number->term}, written.toUpper(), m_at, end);
        return true;
    case NumberFound::Kind::Cnr:
        addExact(Field::Cnr, {number->term}, number->term.toUpper(), m_at, end);
        return true;
    case NumberFound::Kind::Section:
        addExact(Field::Section, {number->term, QStringLiteral("x:") + number->term}, written, m_at, end);
        return true;
    case NumberFound::Kind::Date:
        addExact(Field::Date, {number->term}, written, m_at, end);
        return true;
    }
    return false;
}

bool QueryWords::readUnknownNumber(const Piece& piece)
{
    if (piece.isNumber) {
        readDigits(piece);
        return true;
    }
    const QString written = m_text.mid(piece.start, piece.length).toString();
    const QString plate = plateBeginning(written);
    if (plate.isEmpty())
        return false;
    addExact(Field::Vehicle, {toText(piece.text), QStringLiteral("v:") + plate + u'*'}, written.toUpper(), m_at,
             m_at + 1);
    return true;
}

void QueryWords::readDigits(const Piece& piece)
{
    const QString digits = toText(piece.text);
    constexpr qsizetype mobileBegins = 5;
    constexpr qsizetype mobileDigits = 10;
    const int value = digits.size() == 4 ? digits.toInt() : 0;
    if (value >= 1950 && value <= m_today.year() + 1)
        addExact(Field::Year, {QStringLiteral("y:") + digits, digits}, digits, m_at, m_at + 1);
    else if (digits.size() == 4)
        addExact(Field::Any, {digits, QStringLiteral("v:") + digits}, digits, m_at, m_at + 1);
    else if (digits.size() >= mobileBegins && digits.size() < mobileDigits && digits[0] >= u'6')
        addExact(Field::Mobile, {digits + u'*'}, digits, m_at, m_at + 1);
    else
        addExact(Field::Any, {digits}, digits, m_at, m_at + 1);
}

void QueryWords::readWord(bool mayGoOn)
{
    const auto kind = said(NameTables::Role::Kind, m_at);
    const std::size_t count = kind.words > 0 && !mayGoOn ? kind.words : 1;
    QueryTerm term{mayGoOn         ? QueryTerm::Manner::Prefix
                       : count > 1 ? QueryTerm::Manner::Phrase
                                   : QueryTerm::Manner::Sound,
                   m_field};
    for (std::size_t i = m_at; i < m_at + count; ++i)
        term.words << toText(m_pieces[i].text);
    term.joinsPrevious = m_besideWord && count == 1 && !mayGoOn;
    term.unfinished = mayGoOn;
    const bool isKind = kind.words > 0 && m_field == Field::Any;
    if (isKind)
        term.exact << QStringLiteral("k:") + kind.value;
    const Piece& last = m_pieces[m_at + count - 1];
    const qsizetype start = m_pieces[m_at].start;
    add(std::move(term), m_text.mid(start, last.start + last.length - start).toString(), m_at, m_at + count);
    m_besideWord = !isKind;
}

void QueryWords::addExact(Field field, QStringList exact, QString text, std::size_t first, std::size_t end, Note note)
{
    QueryTerm term{QueryTerm::Manner::Exact, field};
    term.exact = std::move(exact);
    add(std::move(term), std::move(text), first, end, std::move(note));
    m_besideWord = false;
    m_field = Field::Any;
}

void QueryWords::add(QueryTerm term, QString text, std::size_t first, std::size_t end, Note note)
{
    const Piece& last = m_pieces[end - 1];
    const qsizetype start = m_pieces[first].start;
    Chip chip{fieldId(term.field), std::move(text), term.excluded, start, last.start + last.length - start};
    m_found.push_back({std::move(term), std::move(chip), std::move(note)});
    m_at = end;
}

} // namespace ekatra::search
