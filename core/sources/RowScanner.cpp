#include "sources/RowScanner.h"

namespace ekatra::sources {

namespace {

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    void blanks()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    bool take(char c)
    {
        blanks();
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    // The string that starts here, without its quotes; false when it does not end.
    bool string(std::string_view& inside)
    {
        if (!take('"'))
            return false;
        const std::size_t start = m_at;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\') {
                ++m_at;
            } else if (m_text[m_at] == '"') {
                inside = m_text.substr(start, m_at - start);
                ++m_at;
                return true;
            }
        }
        m_at = m_text.size();
        return false;
    }

    // Goes past one value; false when the text ends inside it.
    bool value(std::string_view& whole)
    {
        blanks();
        const std::size_t start = m_at;
        if (atEnd())
            return false;
        bool ended = true;
        if (m_text[m_at] == '"') {
            std::string_view inside;
            ended = string(inside);
        } else if (m_text[m_at] == '{' || m_text[m_at] == '[') {
            ++m_at;
            ended = close(1);
        } else {
            while (!atEnd() && m_text[m_at] != ',' && m_text[m_at] != ']' && m_text[m_at] != '}')
                ++m_at;
        }
        whole = m_text.substr(start, m_at - start);
        return ended;
    }

    // Goes on until `depth` open brackets are closed.
    bool close(std::size_t depth)
    {
        while (depth > 0 && !atEnd()) {
            const char c = m_text[m_at];
            if (c == '"') {
                std::string_view inside;
                if (!string(inside))
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
        }
        return depth == 0;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

// Goes into the member `name` of the object that starts here.
RowScan::End enter(Scanner& scanner, const std::string& name)
{
    if (!scanner.take('{'))
        return scanner.atEnd() ? RowScan::End::Truncated : RowScan::End::NoList;
    while (!scanner.take('}')) {
        std::string_view key;
        std::string_view skipped;
        if (!scanner.string(key) || !scanner.take(':'))
            return scanner.atEnd() ? RowScan::End::Truncated : RowScan::End::NotJson;
        if (key == name)
            return RowScan::End::Whole;
        if (!scanner.value(skipped))
            return RowScan::End::Truncated;
        scanner.take(',');
        scanner.blanks();
        if (scanner.atEnd())
            return RowScan::End::Truncated;
    }
    return RowScan::End::NoList;
}

RowScan::End listRows(Scanner& scanner, std::size_t depth, std::vector<std::string_view>& rows)
{
    if (!scanner.take('['))
        return scanner.atEnd() ? RowScan::End::Truncated : RowScan::End::NoList;
    bool first = true;
    while (!scanner.take(']')) {
        if (!first && !scanner.take(','))
            return scanner.atEnd() ? RowScan::End::Truncated : RowScan::End::NotJson;
        first = false;
        std::string_view row;
        if (!scanner.value(row))
            return RowScan::End::Truncated;
        rows.push_back(row);
    }
    if (!scanner.close(depth))
        return RowScan::End::Truncated;
    scanner.blanks();
    return scanner.atEnd() ? RowScan::End::Whole : RowScan::End::NotJson;
}

} // namespace

RowScan scanRows(std::string_view page, const std::vector<std::string>& path)
{
    RowScan scan;
    Scanner scanner(page);
    scanner.blanks();
    if (scanner.atEnd())
        return scan;
    if (page.find_first_of("[{") != page.find_first_not_of(" \t\r\n"))
        return scan;
    for (const std::string& name : path) {
        scan.end = enter(scanner, name);
        if (scan.end != RowScan::End::Whole)
            return scan;
    }
    scan.end = listRows(scanner, path.size(), scan.rows);
    return scan;
}

std::string withEscapedControls(std::string_view row)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string fixed;
    fixed.reserve(row.size() + 16);
    bool inString = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto c = static_cast<unsigned char>(row[i]);
        if (inString && c < 0x20) {
            fixed += "\\u00";
            fixed += hex[c >> 4];
            fixed += hex[c & 15];
            continue;
        }
        fixed += row[i];
        if (inString && row[i] == '\\' && i + 1 < row.size())
            fixed += row[++i];
        else if (row[i] == '"')
            inString = !inString;
    }
    return fixed;
}

} // namespace ekatra::sources
