// CsvTable.h
// A comma-separated file read whole: quoted cells, doubled quotes, line breaks inside quotes, either line ending, a
// byte order mark. Column names are matched without regard to case. Owns its bytes; cells are views into them and live
// as long as the table. Immutable after reading; any thread.
//
// Promises: every row has as many cells as the heading, or reading fails. Errors: BadInput csv.broken {file, line,
// detail}.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace ekatra::gateway {

class CsvTable {
public:
    // `file` names the table in errors.
    [[nodiscard]] static Result<CsvTable> parse(const QByteArray& bytes, const QString& file);

    [[nodiscard]] std::size_t rowCount() const { return m_columns == 0 ? 0 : m_cells.size() / m_columns; }

    // Position of a column, or -1.
    [[nodiscard]] int column(std::string_view name) const;

    // Position of each named column; fails with BadInput csv.column_missing {file, column}.
    [[nodiscard]] Result<std::vector<int>> columns(std::initializer_list<std::string_view> names) const;

    // A cell, or nothing for column -1.
    [[nodiscard]] std::string_view cell(std::size_t row, int column) const
    {
        if (column < 0)
            return {};
        const Cell& cell = m_cells[row * m_columns + static_cast<std::size_t>(column)];
        return {m_bytes.constData() + cell.start, cell.length};
    }

private:
    struct Cell {
        std::uint32_t start = 0;
        std::uint32_t length = 0;
    };

    QString m_file;
    QByteArray m_bytes; // quotes already taken off; shorter than what was read
    std::size_t m_columns = 0;
    std::vector<QByteArray> m_names; // lower case
    std::vector<Cell> m_cells;
};

} // namespace ekatra::gateway
