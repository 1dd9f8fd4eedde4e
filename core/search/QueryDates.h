// QueryDates.h
// Reads the days and ranges of a query: 2024, 2024-06, 06/2024, 14/07/2024, 2024-01..2024-06, ..2023. Free functions;
// any thread.
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>
#include <utility>

namespace ekatra::search {

struct DayRange {
    std::optional<QDate> from; // open if absent; both days included
    std::optional<QDate> to;
};

// Nothing if the text is no day, month, year or range of them. A range the wrong way round is turned.
[[nodiscard]] std::optional<DayRange> dayRange(QStringView text);

// First and last year of "2024" or "2022..2024".
[[nodiscard]] std::optional<std::pair<int, int>> yearRange(QStringView text);

} // namespace ekatra::search
