#include "search/QueryParser.h"

#include "search/NumberReader.h"
#include "search/QueryDates.h"
#include "search/QueryLexer.h"
#include "search/QueryMatch.h"
#include "search/QueryWords.h"
#include "search/TextNormalizer.h"
#include "search/WordReader.h"

namespace ekatra::search {
namespace {

constexpr qsizetype longestQuery = 2000;
constexpr qsizetype wholeStation = 8; // digits of a station's code; fewer name a district

// A code as typed, made fit for a ready-made term.
QString codeOf(QStringView value)
{
    QString code;
    for (const QChar c : value.trimmed()) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'.')
            code += c.isDigit() ? QChar(u'0' + static_cast<char16_t>(c.digitValue())) : c.toLower();
    }
    return code.left(maxWordUnits);
}

QString digitsOf(QStringView value)
{
    QString digits;
    for (const QChar c : codeOf(value)) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// A station by its name alone: PS Sadar Sonipat, थाना सदर.
QString stationName(QStringView value)
{
    static const QStringList titles{QStringLiteral("police station"), QStringLiteral("p s"),    QStringLiteral("ps"),
                                    QStringLiteral("thana"),          normalized(u"पुलिस स्टेशन"), normalized(u"थाना")};
    const QString name = normalized(value);
    for (const QString& title : titles) {
        if (name.startsWith(title + u' '))
            return name.mid(title.size() + 1);
    }
    return name;
}

// A term, or the beginning of one where it may go on.
QString beginning(QString term, bool mayGoOn)
{
    return mayGoOn ? term + u'*' : term;
}

QueryTerm exactTerm(Field field, QStringList exact)
{
    QueryTerm term{QueryTerm::Manner::Exact, field};
    term.exact = std::move(exact);
    return term;
}

// Turns one field:value into a term. Notes go into the query; nothing is returned where only the range of days changes
// or nothing can be made of the value.
class FieldReader {
public:
    FieldReader(Query& query, const NameTables& tables, QDate today) : m_query(query), m_tables(tables), m_today(today)
    {
    }

    std::optional<QueryTerm> read(Field field, QStringView value, bool prefix)
    {
        if (value.trimmed().isEmpty()) {
            if (field == Field::Any)
                note("search.empty_quotes", {});
            else
                note("search.empty_field", {{QStringLiteral("field"), fieldId(field)}});
            return std::nullopt;
        }
        switch (field) {
        case Field::Kind:
            return kind(value);
        case Field::Status:
            return exactTerm(field, {QStringLiteral("st:") + codeOf(value)});
        case Field::Year:
            return year(value);
        case Field::Date:
            return date(value);
        case Field::Source:
            m_query.sources.append(value.trimmed().toString().toLower());
            return std::nullopt;
        case Field::Mobile:
            return mobile(value);
        case Field::Vehicle:
            return vehicle(value);
        case Field::Section:
            return section(value);
        case Field::Fir:
            return fir(value);
        case Field::Cnr: {
            const QString code = codeOf(value);
            constexpr qsizetype whole = 16;
            return exactTerm(field, {beginning(code, prefix || code.size() < whole)});
        }
        case Field::Station:
            if (const QString digits = digitsOf(value); !digits.isEmpty() && digits == codeOf(value))
                return exactTerm(field, {beginning(QStringLiteral("s:") + digits, digits.size() < wholeStation)});
            return words(field, stationName(value), prefix);
        case Field::Any:
        case Field::Name:
        case Field::Father:
        case Field::Village:
        case Field::Io:
            return words(field, value, prefix);
        }
        return std::nullopt;
    }

private:
    void note(const char* code, QMap<QString, QString> context)
    {
        m_query.notes.push_back({QString::fromLatin1(code), std::move(context)});
    }

    std::optional<QueryTerm> badValue(Field field, QStringView value)
    {
        note("search.odd_value",
             {{QStringLiteral("field"), fieldId(field)}, {QStringLiteral("text"), value.toString()}});
        return words(Field::Any, value, false);
    }

    static std::optional<QueryTerm> words(Field field, QStringView value, bool prefix)
    {
        QueryTerm term{QueryTerm::Manner::Phrase, field};
        term.words = normalized(value).split(u' ', Qt::SkipEmptyParts);
        if (term.words.isEmpty())
            return std::nullopt;
        if (term.words.size() == 1)
            term.manner = prefix ? QueryTerm::Manner::Prefix : QueryTerm::Manner::Sound;
        return term;
    }

    std::optional<QueryTerm> kind(QStringView value)
    {
        const QString folded = normalized(value);
        const auto known = m_tables.value(NameTables::Role::Kind, folded);
        if (!known)
            note("search.unknown_kind", {{QStringLiteral("text"), value.toString()}});
        const QString id = known.value_or(codeOf(value));
        if (id.isEmpty())
            return std::nullopt;
        return exactTerm(Field::Kind, {QStringLiteral("k:") + id});
    }

    std::optional<QueryTerm> year(QStringView value)
    {
        const auto years = yearRange(value);
        constexpr int longest = 50;
        if (!years || years->second - years->first > longest)
            return badValue(Field::Year, value);
        QStringList exact;
        for (int year = years->first; year <= years->second; ++year)
            exact << QStringLiteral("y:%1").arg(year);
        return exactTerm(Field::Year, exact);
    }

    std::optional<QueryTerm> date(QStringView value)
    {
        const auto days = dayRange(value);
        if (!days)
            return badValue(Field::Date, value);
        if (days->from)
            m_query.from = m_query.from ? std::max(*m_query.from, *days->from) : *days->from;
        if (days->to)
            m_query.to = m_query.to ? std::min(*m_query.to, *days->to) : *days->to;
        return std::nullopt;
    }

    std::optional<QueryTerm> mobile(QStringView value)
    {
        if (const QString whole = mobileTerm(value); !whole.isEmpty())
            return exactTerm(Field::Mobile, {whole});
        const QString digits = digitsOf(value);
        constexpr qsizetype shortest = 3;
        if (digits.size() < shortest)
            return badValue(Field::Mobile, value);
        return exactTerm(Field::Mobile, {digits + u'*'});
    }

    std::optional<QueryTerm> vehicle(QStringView value)
    {
        if (const QString part = plateBeginning(value); !part.isEmpty())
            return exactTerm(Field::Vehicle, {QStringLiteral("v:") + part + u'*'});
        const QString plate = vehicleTerm(value);
        if (!plate.isEmpty()) {
            constexpr qsizetype whole = 8;
            return exactTerm(Field::Vehicle,
                             {beginning(QStringLiteral("v:") + plate, plate.size() != 4 && plate.size() < whole)});
        }
        const QString letters = codeOf(value);
        if (letters.isEmpty())
            return badValue(Field::Vehicle, value);
        return exactTerm(Field::Vehicle, {QStringLiteral("v:") + letters + u'*'});
    }

    // 303(2), 303 (2) BNS, IPC 379-A
    std::optional<QueryTerm> section(QStringView value)
    {
        QString number;
        QStringList act;
        for (const QString& part : value.toString().split(u' ', Qt::SkipEmptyParts)) {
            const QString term = sectionTerm(part);
            const bool goesOn = !number.isEmpty() && part.startsWith(u'(');
            if ((number.isEmpty() || goesOn) && std::any_of(term.begin(), term.end(), isDigit))
                number += term;
            else
                act << part;
        }
        if (number.isEmpty())
            return badValue(Field::Section, value);
        if (act.isEmpty())
            return exactTerm(Field::Section, {QStringLiteral("x:") + number});
        const auto known = m_tables.value(NameTables::Role::Act, normalized(act.join(u' ')));
        if (!known)
            return badValue(Field::Section, value);
        return exactTerm(Field::Section, {QStringLiteral("x:%1.%2").arg(*known, number)});
    }

    std::optional<QueryTerm> fir(QStringView value)
    {
        const QStringView bare = value.trimmed();
        if (const auto number = numberAt(bare, 0); number && number->kind == NumberFound::Kind::Fir)
            return exactTerm(Field::Fir, {number->term});
        const QString serial = normalized(bare);
        bool ok = false;
        const int number = serial.toInt(&ok);
        if (!ok)
            return badValue(Field::Fir, value);
        return exactTerm(Field::Fir, {QStringLiteral("n:%1").arg(number)});
    }

    Query& m_query;
    const NameTables& m_tables;
    QDate m_today;
};

class Parse {
public:
    Parse(QStringView text, bool typing, PhoneticKey& keys, QDate today)
        : m_text(text.left(longestQuery)),
          m_typing(typing && !text.isEmpty() && !text.back().isSpace()),
          m_keys(keys),
          m_today(today),
          m_fields(m_query, keys.tables(), today)
    {
        if (text.size() > longestQuery)
            m_query.notes.push_back({QStringLiteral("search.too_long")});
    }

    Query understand()
    {
        const auto pieces = queryPieces(m_text, m_keys.tables(), m_query.notes);
        for (std::size_t i = 0; i < pieces.size();) {
            if (!pieces[i].isPlain()) {
                special(pieces[i++]);
                continue;
            }
            std::size_t end = i;
            while (end < pieces.size() && pieces[end].isPlain())
                ++end;
            const QueryPiece& last = pieces[end - 1];
            words(pieces[i].start, last.start + last.length, end == pieces.size());
            i = end;
        }
        if (m_orAsked)
            m_query.notes.push_back({QStringLiteral("search.dangling_or")});
        if (m_query.clauses.empty() && !m_query.excluded.empty())
            m_query.notes.push_back({QStringLiteral("search.only_exclusions")});
        const bool asksNothing = m_text.trimmed().isEmpty() || m_text.trimmed() == u"*";
        m_query.isVoid = !asksNothing && m_query.clauses.empty() && m_query.excluded.empty() && m_query.isEmpty();
        if (m_query.isVoid && m_query.notes.empty())
            m_query.notes.push_back({QStringLiteral("search.no_words")});
        m_query.match = matchOf(m_query, m_keys);
        return std::move(m_query);
    }

private:
    void special(const QueryPiece& piece)
    {
        if (piece.isOr) {
            if (m_query.clauses.empty() || m_orAsked)
                m_query.notes.push_back({QStringLiteral("search.dangling_or")});
            else
                m_orAsked = true;
            return;
        }
        const QStringView value = m_text.mid(piece.valueStart, piece.valueLength);
        auto term = m_fields.read(piece.field, value, piece.prefix || (m_typing && endsHere(piece) && !piece.quoted));
        const bool narrows = piece.field == Field::Date || (piece.field == Field::Source && !value.trimmed().isEmpty());
        if (!term && !narrows)
            return;
        if (piece.field == Field::Source && piece.excluded)
            m_query.sources.back().prepend(QLatin1Char('-'));
        if (term) {
            term->excluded = piece.excluded;
            term->unfinished = !piece.prefix;
            add(*std::move(term));
        }
        const QString star = piece.prefix ? QStringLiteral("*") : QString();
        m_query.understood.push_back(
            {fieldId(piece.field), value.trimmed().toString() + star, piece.excluded, piece.start, piece.length});
    }

    [[nodiscard]] bool endsHere(const QueryPiece& piece) const { return piece.start + piece.length == m_text.size(); }

    void words(qsizetype start, qsizetype end, bool last)
    {
        QueryWords reader(m_text.left(end), start, m_keys.tables(), m_today);
        for (auto& found : reader.read(m_typing && last)) {
            if (!found.note.code.isEmpty())
                m_query.notes.push_back(std::move(found.note));
            add(std::move(found.term));
            m_query.understood.push_back(std::move(found.chip));
        }
    }

    void add(QueryTerm term)
    {
        if (term.excluded) {
            m_orAsked = false;
            m_query.excluded.push_back(std::move(term));
        } else if (m_orAsked && !m_query.clauses.empty()) {
            m_orAsked = false;
            term.joinsPrevious = false;
            m_query.clauses.back().push_back(std::move(term));
        } else {
            m_query.clauses.push_back({std::move(term)});
        }
    }

    QStringView m_text;
    bool m_typing;
    PhoneticKey& m_keys;
    QDate m_today;
    Query m_query;
    FieldReader m_fields;
    bool m_orAsked = false;
};

} // namespace

QueryParser::QueryParser(PhoneticKey& keys, QDate today) : m_keys(keys), m_today(today) { }

Query QueryParser::parse(QStringView text, bool typing)
{
    return Parse(text, typing, m_keys, m_today).understand();
}

} // namespace ekatra::search
