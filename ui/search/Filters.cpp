#include "search/Filters.h"

#include "search/QueryLexer.h"

namespace ekatra::ui {

namespace {

std::vector<search::QueryPiece> piecesOf(const QString& words, search::Field field, const search::NameTables& tables)
{
    std::vector<search::Note> notes;
    auto pieces = search::queryPieces(words, tables, notes);
    std::erase_if(pieces, [field](const search::QueryPiece& piece) { return piece.field != field || piece.excluded; });
    return pieces;
}

} // namespace

QString filterIn(const QString& words, search::Field field, const search::NameTables& tables)
{
    const auto pieces = piecesOf(words, field, tables);
    return pieces.size() == 1 ? words.mid(pieces.front().valueStart, pieces.front().valueLength) : QString();
}

QString withFilter(const QString& words, search::Field field, const QString& value, const search::NameTables& tables)
{
    QString left = words;
    const auto pieces = piecesOf(words, field, tables);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        left.remove(piece->start, piece->length);
    left = left.simplified();
    if (!value.isEmpty())
        left += (left.isEmpty() ? QString() : QStringLiteral(" ")) + search::fieldId(field) + QLatin1Char(':') + value;
    return left.isEmpty() ? left : left + QLatin1Char(' ');
}

} // namespace ekatra::ui
