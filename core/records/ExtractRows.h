// ExtractRows.h
// What was taken out of a payload as rows of the store's tables, in two pieces of memory instead of a hundred: made on
// the thread that fetches, so that the one that stores has only to bind it. A plain value.
#pragma once

#include "domain/KindTable.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace ekatra::records {

class ExtractRows {
public:
    enum class Table : quint8 { Person, Section, Property, Place, Link };

    ExtractRows() = default;
    explicit ExtractRows(const domain::Extract& extract);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] Table table(int row) const { return at(row).table; }
    // From 1 within a table.
    [[nodiscard]] int ordinal(int row) const { return at(row).ordinal; }
    // UTF-8, in the order of the table's columns; a null view for NULL. Valid as long as the rows are.
    [[nodiscard]] QByteArrayView cell(int row, int column) const;

private:
    struct Row {
        Table table;
        int ordinal;
        std::size_t firstCell;
    };
    struct Cell {
        int from;
        int size; // -1: NULL
    };

    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void begin(Table table, int ordinal) { m_rows.push_back({table, ordinal, m_cells.size()}); }
    void add(const QString& text); // a null text is NULL
    void addNumber(std::optional<qint64> number);

    std::vector<Row> m_rows;
    std::vector<Cell> m_cells;
    QByteArray m_bytes;
};

} // namespace ekatra::records
