// YearFolder.h
// One year's tables on disk: finds a table by its name without regard to case, unpacks .xz, reads its cells.
// Used by the reader alone; one thread.
#pragma once

#include "base/Result.h"
#include "gateway/practice/CsvTable.h"

#include <QString>

#include <optional>
#include <string_view>

namespace ekatra::gateway::incidents {

class YearFolder {
public:
    explicit YearFolder(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] bool has(const QString& table) const { return !fileOf(table).isEmpty(); }

    // Errors: NotFound incidents.table_missing, BadInput incidents.bad_archive, csv.broken.
    [[nodiscard]] Result<CsvTable> read(const QString& table) const;

    [[nodiscard]] const QString& path() const { return m_path; }

private:
    [[nodiscard]] QString fileOf(const QString& table) const; // empty when missing

    QString m_path;
};

// Seconds since 2000-01-01 00:00 of "2021-12-06", "2022-02-28 11:56:16.606" or "12-JUN-19".
[[nodiscard]] std::optional<std::int64_t> momentOf(std::string_view text);

// Plain digits; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text);

// The text with what JSON would trip over escaped.
[[nodiscard]] std::string fitForJson(std::string_view text);

} // namespace ekatra::gateway::incidents
