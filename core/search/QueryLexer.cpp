#include "search/QueryLexer.h"

#include "search/TextNormalizer.h"

#include <array>

namespace ekatra::search {
namespace {

constexpr std::array<const char*, 16> fieldIds = {"any",  "name",   "father", "village", "station", "kind",
                                                  "year", "status", "mobile", "vehicle", "section", "fir",
                                                  "cnr",  "io",     "date",   "source"};

std::optional<Field> fieldNamed(QStringView id)
{
    for (std::size_t i = 1; i < fieldIds.size(); ++i) {
        if (id == QLatin1StringView(fieldIds[i]))
            return static_cast<Field>(i);
    }
    return std::nullopt;
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E' || c == u'\u00AB' || c == u'\u00BB';
}

bool isBlank(QChar c)
{
    return c.isSpace() || c.unicode() < 0x20;
}

class Lexer {
public:
    Lexer(QStringView text, const NameTables& tables, std::vector<Note>& notes)
        : m_text(text), m_tables(tables), m_notes(notes)
    {
    }

    std::vector<QueryPiece> cut()
    {
        while (skipBlanks())
            readPiece();
        joinEmptyFields();
        return std::move(m_pieces);
    }

private:
    bool skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        return m_at < m_text.size();
    }

    void readPiece()
    {
        QueryPiece piece;
        piece.start = m_at;
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1])
            && m_text[m_at + 1] != u'-') {
            piece.excluded = true;
            ++m_at;
        }
        readField(piece);
        readValue(piece);
        piece.length = m_at - piece.start;
        if (piece.isPlain()) {
            const QStringView value = m_text.mid(piece.valueStart, piece.valueLength);
            piece.isOr = value == u"|" || m_tables.has(NameTables::Role::Or, view(normalized(value)));
        }
        m_pieces.push_back(piece);
    }

    void readField(QueryPiece& piece)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] != u':' && !isBlank(m_text[end]) && !isQuote(m_text[end]))
            ++end;
        if (end >= m_text.size() || m_text[end] != u':' || end == m_at)
            return;
        const QString name = normalized(m_text.mid(m_at, end - m_at));
        if (const auto id = m_tables.value(NameTables::Role::Field, name)) {
            piece.field = fieldNamed(*id).value_or(Field::Any);
            m_at = end + 1;
        } else if (!name.isEmpty() && !name[0].isDigit()) { // 10:30 is a time, not a field
            m_notes.push_back({QStringLiteral("search.unknown_field"), {{QStringLiteral("field"), name}}});
        }
    }

    void readValue(QueryPiece& piece)
    {
        if (m_at < m_text.size() && isQuote(m_text[m_at])) {
            piece.quoted = true;
            piece.valueStart = ++m_at;
            while (m_at < m_text.size() && !isQuote(m_text[m_at]))
                ++m_at;
            piece.valueLength = m_at - piece.valueStart;
            if (m_at < m_text.size())
                ++m_at;
            else
                m_notes.push_back({QStringLiteral("search.unclosed_quote")});
            return;
        }
        piece.valueStart = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && !isQuote(m_text[m_at]))
            ++m_at;
        piece.valueLength = m_at - piece.valueStart;
        if (piece.valueLength > 1 && m_text[m_at - 1] == u'*') {
            piece.prefix = true;
            --piece.valueLength;
        }
    }

    // "name: ramesh": the value stands in the next piece.
    void joinEmptyFields()
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            QueryPiece& piece = m_pieces[i];
            if (piece.field == Field::Any || piece.quoted || piece.valueLength > 0)
                continue;
            const bool follows = i + 1 < m_pieces.size() && m_pieces[i + 1].field == Field::Any
                && !m_pieces[i + 1].excluded && !m_pieces[i + 1].isOr;
            if (!follows)
                continue;
            QueryPiece value = m_pieces[i + 1];
            value.field = piece.field;
            value.excluded = piece.excluded;
            value.length = value.start + value.length - piece.start;
            value.start = piece.start;
            piece = value;
            m_pieces.erase(m_pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }

    QStringView m_text;
    const NameTables& m_tables;
    std::vector<Note>& m_notes;
    std::vector<QueryPiece> m_pieces;
    qsizetype m_at = 0;
};

} // namespace

QString fieldId(Field field)
{
    return QString::fromLatin1(fieldIds[static_cast<std::size_t>(field)]);
}

std::vector<QueryPiece> queryPieces(QStringView text, const NameTables& tables, std::vector<Note>& notes)
{
    return Lexer(text, tables, notes).cut();
}

} // namespace ekatra::search
