// Values.h
// Dates, times and texts of payloads, read fast: every pulled record passes here. Pure functions; any thread.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace ekatra::forms {

// Clerks end a day at 24:00; stored is 00:00 of the next.
inline constexpr QLatin1StringView endOfDay{"24:00"};
inline constexpr QLatin1StringView startOfDay{"00:00"};

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
    // First character that must not be stored: control, bidi override, half a surrogate pair. NUL is one, too.
    std::optional<char32_t> refused;
    bool lineBreak = false;
    bool manyDigits = false; // 12 or more: worth a look for Aadhaar numbers
};
[[nodiscard]] TextFacts lookAt(QStringView text);

// A whole number in the box of the last four digits of an Aadhaar number, whose check digit does not fit. It is never
// stored whole: "?7058" stands for it until somebody types it again.
inline constexpr QChar wrongAadhaarMark = u'?';
[[nodiscard]] bool wrongAadhaar(QStringView text);

} // namespace ekatra::forms
