// Values.h
// Dates, times and texts of payloads, read fast: every pulled record passes here. Pure functions; any thread.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace ekatra::forms {

// Seconds since 1970 UTC, first and last that the value may mean: a date alone is a whole IST day.
struct Span {
    qint64 first = 0;
    qint64 last = 0;
};

// "2024-07-14"; empty for 31 February.
[[nodiscard]] std::optional<QDate> readDate(QStringView text);
// "20:00" -> 1200.
[[nodiscard]] std::optional<int> readTime(QStringView text);
// "2024-07-14T10:20:00+05:30"; seconds may be missing, the offset may not.
[[nodiscard]] std::optional<qint64> readDateTime(QStringView text);

[[nodiscard]] Span dayOf(QDate date);
[[nodiscard]] Span minuteOf(QDate date, int minute);
// The IST day of a moment.
[[nodiscard]] QDate istDate(qint64 second);

struct TextFacts {
    int codePoints = 0;
    char32_t refused = 0; // first character that must not be stored: control, bidi override, half a surrogate pair
    bool lineBreak = false;
    bool manyDigits = false; // 12 or more: worth a look for Aadhaar numbers
};
[[nodiscard]] TextFacts lookAt(QStringView text);

} // namespace ekatra::forms
