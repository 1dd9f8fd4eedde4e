// CsvRows.h
// The tables of resources/acts, row by row by column name. UTF-8, comma, quotes doubled inside quotes (RFC 4180).
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::law {

class CsvRows {
public:
    // Errors: NotFound resource.missing; BadInput law.bad_table {file, row} when a row has not as many cells as the
    // head.
    [[nodiscard]] static Result<CsvRows> read(const QString& file);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    // Cell of a row by column name; empty when there is no such column.
    [[nodiscard]] QString cell(std::size_t row, const char* column) const;

private:
    QHash<QString, qsizetype> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace ekatra::law
