#include "gateway/practice/CsvTable.h"

#include <limits>

namespace ekatra::gateway {

namespace {

Error broken(const QString& file, qint64 line, const char* detail)
{
    return error(ErrorKind::BadInput, "csv.broken",
                 {{QStringLiteral("file"), file},
                  {QStringLiteral("line"), QString::number(line)},
                  {QStringLiteral("detail"), QString::fromLatin1(detail)}});
}

// Reads one cell from `bytes` at `at`, moving the text without its quotes to `to` (never past `at`).
struct Reader {
    char* bytes;
    qsizetype size;
    qsizetype at = 0;
    qsizetype to = 0;
    qint64 line = 1;
    bool unterminated = false;
    bool strayQuote = false;

    [[nodiscard]] bool atEnd() const { return at >= size; }

    void readQuoted()
    {
        ++at;
        while (at < size) {
            const char c = bytes[at++];
            if (c == '"') {
                if (at < size && bytes[at] == '"')
                    ++at;
                else
                    return;
            }
            if (c == '\n')
                ++line;
            bytes[to++] = c;
        }
        unterminated = true;
    }

    void readPlain()
    {
        while (at < size && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r')
            bytes[to++] = bytes[at++];
    }

    void readCell()
    {
        if (at < size && bytes[at] == '"') {
            readQuoted();
            strayQuote = at < size && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r';
        } else {
            readPlain();
        }
    }

    // True when another cell of the same row follows.
    bool comma()
    {
        if (at < size && bytes[at] == ',') {
            ++at;
            return true;
        }
        return false;
    }

    void lineEnd()
    {
        if (at < size && bytes[at] == '\r')
            ++at;
        if (at < size && bytes[at] == '\n')
            ++at;
        ++line;
    }
};

} // namespace

Result<CsvTable> CsvTable::parse(const QByteArray& bytes, const QString& file)
{
    CsvTable table;
    table.m_file = file;
    table.m_bytes = bytes;
    if (bytes.size() >= static_cast<qsizetype>(std::numeric_limits<std::uint32_t>::max()))
        return broken(file, 0, "larger than 4 GB");
    Reader reader{table.m_bytes.data(), table.m_bytes.size()};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        reader.at = 3;

    while (!reader.atEnd()) {
        const qint64 line = reader.line;
        const std::size_t before = table.m_cells.size();
        do {
            const qsizetype start = reader.to;
            reader.readCell();
            if (reader.unterminated)
                return broken(file, line, "a quote is never closed");
            if (reader.strayQuote)
                return broken(file, line, "text after a closing quote");
            table.m_cells.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(reader.to - start)});
        } while (reader.comma());
        reader.lineEnd();

        const std::size_t cells = table.m_cells.size() - before;
        if (table.m_columns == 0)
            table.m_columns = cells;
        else if (cells == 1 && table.m_cells.back().length == 0)
            table.m_cells.pop_back(); // an empty line
        else if (cells != table.m_columns)
            return broken(file, line, "not as many cells as the heading");
    }
    if (table.m_columns == 0)
        return broken(file, 1, "the file is empty");

    for (std::size_t i = 0; i < table.m_columns; ++i)
        table.m_names.push_back(
            QByteArray(table.m_bytes.constData() + table.m_cells[i].start, table.m_cells[i].length).toLower());
    table.m_cells.erase(table.m_cells.begin(), table.m_cells.begin() + static_cast<std::ptrdiff_t>(table.m_columns));
    return table;
}

int CsvTable::column(std::string_view name) const
{
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (std::string_view(m_names[i].constData(), static_cast<std::size_t>(m_names[i].size())) == name)
            return static_cast<int>(i);
    return -1;
}

Result<std::vector<int>> CsvTable::columns(std::initializer_list<std::string_view> names) const
{
    std::vector<int> found;
    for (const std::string_view name : names) {
        const int at = column(name);
        if (at < 0)
            return error(
                ErrorKind::BadInput, "csv.column_missing",
                {{QStringLiteral("file"), m_file},
                 {QStringLiteral("column"), QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))}});
        found.push_back(at);
    }
    return found;
}

} // namespace ekatra::gateway
