#include "gateway/practice/Days.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <vector>

namespace ekatra::gateway::practice {

namespace {

constexpr int firstTabled = -3652; // 1990-01-01
constexpr int lastTabled = 18262; // 2049-12-31
constexpr qint64 julianOfEpoch = 2451545;
constexpr int istOffset = 19800;

void putTwo(char* at, int value)
{
    at[0] = static_cast<char>('0' + value / 10);
    at[1] = static_cast<char>('0' + value % 10);
}

struct Tables {
    std::vector<std::array<char, 10>> days;
    std::vector<std::int16_t> years;
    std::array<std::array<char, 5>, minutesADay> times{};

    Tables()
    {
        for (int day = firstTabled; day <= lastTabled; ++day) {
            const QDate date = QDate::fromJulianDay(julianOfEpoch + day);
            std::array<char, 10> text{};
            putTwo(text.data(), date.day());
            text[2] = text[5] = '/';
            putTwo(text.data() + 3, date.month());
            putTwo(text.data() + 6, date.year() / 100);
            putTwo(text.data() + 8, date.year() % 100);
            days.push_back(text);
            years.push_back(static_cast<std::int16_t>(date.year()));
        }
        for (int minute = 0; minute < minutesADay; ++minute) {
            auto& text = times[static_cast<std::size_t>(minute)];
            putTwo(text.data(), minute / 60);
            text[2] = ':';
            putTwo(text.data() + 3, minute % 60);
        }
    }
};

const Tables& tables()
{
    static const Tables made;
    return made;
}

std::size_t slot(int day)
{
    return static_cast<std::size_t>(std::clamp(day, firstTabled, lastTabled) - firstTabled);
}

} // namespace

int dayOf(QDate date)
{
    return static_cast<int>(date.toJulianDay() - julianOfEpoch);
}

QDate dateOf(int day)
{
    return QDate::fromJulianDay(julianOfEpoch + day);
}

int yearOf(int day)
{
    return tables().years[slot(day)];
}

QDateTime istOf(std::int64_t second)
{
    const auto day = second / secondsADay;
    const auto rest = static_cast<int>(second % secondsADay);
    return QDateTime(dateOf(static_cast<int>(day)), QTime::fromMSecsSinceStartOfDay(rest * 1000), Qt::OffsetFromUTC,
                     istOffset);
}

std::string_view writtenDay(int day)
{
    const auto& text = tables().days[slot(day)];
    return {text.data(), text.size()};
}

std::string_view writtenTime(int minuteOfDay)
{
    const auto& text = tables().times[static_cast<std::size_t>(std::clamp(minuteOfDay, 0, minutesADay - 1))];
    return {text.data(), text.size()};
}

} // namespace ekatra::gateway::practice
