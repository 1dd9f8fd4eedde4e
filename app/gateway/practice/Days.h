// Days.h
// Civil time as the practice district counts it: days, minutes and seconds since 2000-01-01 00:00 IST, and the same
// written as the CAS writes it. Covers 1990 to 2049. Any thread.
#pragma once

#include <QDate>
#include <QDateTime>

#include <cstdint>
#include <string_view>

namespace ekatra::gateway::practice {

constexpr int minutesADay = 1440;
constexpr std::int64_t secondsADay = 86400;

[[nodiscard]] constexpr int dayOfMinute(int minute)
{
    return minute >= 0 ? minute / minutesADay : -((minutesADay - 1 - minute) / minutesADay);
}
[[nodiscard]] constexpr int timeOfMinute(int minute)
{
    return minute - dayOfMinute(minute) * minutesADay;
}

[[nodiscard]] int dayOf(QDate date);
[[nodiscard]] QDate dateOf(int day);
[[nodiscard]] int yearOf(int day);
[[nodiscard]] QDateTime istOf(std::int64_t second);

// "14/07/2024"; the view stays good.
[[nodiscard]] std::string_view writtenDay(int day);

// "09:50" of a minute of the day; the view stays good.
[[nodiscard]] std::string_view writtenTime(int minuteOfDay);

} // namespace ekatra::gateway::practice
