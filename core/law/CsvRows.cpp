#include "law/CsvRows.h"

#include "base/Resources.h"

namespace ekatra::law {

namespace {

std::vector<QStringList> split(const QString& text)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c != u'"') {
                cell += c;
            } else if (i + 1 < text.size() && text.at(i + 1) == u'"') {
                cell += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            row.append(std::exchange(cell, {}));
        } else if (c == u'\n') {
            row.append(std::exchange(cell, {}));
            rows.push_back(std::exchange(row, {}));
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
        row.append(cell);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

Result<CsvRows> CsvRows::read(const QString& file)
{
    const auto bytes = base::readResource(file);
    if (!bytes)
        return bytes.error();
    CsvRows out;
    for (QStringList& row : split(QString::fromUtf8(*bytes))) {
        if (out.m_columns.isEmpty()) {
            for (qsizetype i = 0; i < row.size(); ++i)
                out.m_columns.insert(row[i], i);
            continue;
        }
        if (row.size() != out.m_columns.size())
            return error(
                ErrorKind::BadInput, "law.bad_table",
                {{QStringLiteral("file"), file}, {QStringLiteral("row"), QString::number(out.m_rows.size() + 2)}});
        out.m_rows.push_back(std::move(row));
    }
    return out;
}

QString CsvRows::cell(std::size_t row, const char* column) const
{
    const auto found = m_columns.constFind(QLatin1StringView(column));
    return found == m_columns.cend() ? QString() : m_rows[row][*found];
}

} // namespace ekatra::law
