#include "gateway/practice/Outline.h"

#include "gateway/practice/Days.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

// Crime by month and by weekday (Monday first), about 100 on average: fewer in the cold, more in summer and at
// festivals.
constexpr std::array<std::uint32_t, 12> monthWeight{90, 92, 99, 101, 106, 107, 105, 102, 100, 103, 100, 95};
constexpr std::array<std::uint32_t, 7> weekdayWeight{103, 100, 99, 99, 100, 101, 98};
// FIRs by hour of the day.
constexpr std::array<std::uint32_t, 24> hourWeight{12, 7,  5,  4,  4,  6,  12, 22, 38, 55, 68, 74,
                                                   72, 66, 64, 66, 70, 74, 76, 72, 62, 50, 38, 22};

constexpr std::uint64_t sumOfHours()
{
    std::uint64_t sum = 0;
    for (const std::uint32_t weight : hourWeight)
        sum += weight;
    return sum;
}

// The minute of the day up to which `part` of `whole` of a day's FIRs are registered.
int minuteAt(std::uint64_t part, std::uint64_t whole)
{
    std::uint64_t at = part * sumOfHours() * 60 / whole;
    for (std::size_t hour = 0; hour < hourWeight.size(); ++hour) {
        const std::uint64_t here = hourWeight[hour] * 60U;
        if (at < here)
            return static_cast<int>(hour * 60 + at / hourWeight[hour]);
        at -= here;
    }
    return minutesADay - 1;
}

int arrestDelay(Dice& dice, bool onTheSpot)
{
    if (onTheSpot)
        return dice.between(10, 240);
    const int roll = dice.between(1, 100);
    if (roll <= 50)
        return dice.between(30, 5 * minutesADay);
    if (roll <= 80)
        return dice.between(5 * minutesADay, 60 * minutesADay);
    if (roll <= 94)
        return dice.between(60 * minutesADay, 365 * minutesADay);
    return dice.between(365 * minutesADay, 1300 * minutesADay);
}

// A second of the clock is never midnight sharp: an earlier copy of a row may carry the second before.
std::int64_t notMidnight(std::int64_t second)
{
    return second % secondsADay == 0 ? second + 1 : second;
}

void addAccused(Outline& outline, const CrimeKind& crime, Dice& dice)
{
    const int least = std::max(crime.minAccused, 1);
    const int most = std::max(crime.maxAccused, least);
    const int count = std::min(dice.between(least, most), dice.between(least, most));
    if (dice.chance(crime.namedPercent)) {
        outline.named = count;
        outline.unknown = most > 1 && dice.chance(22) ? dice.between(1, 3) : 0;
    } else {
        outline.unknown = count;
    }
}

void addArrests(Outline& outline, const CrimeKind& crime, Dice& dice, std::int64_t end)
{
    if (!dice.chance(crime.arrestPercent))
        return;
    const bool onTheSpot = crime.foundByPolice && outline.named > 0;
    const int most = std::min(3, outline.named > 0 ? outline.named : outline.unknown);
    const int wanted = onTheSpot ? most : dice.between(1, most);
    int minute = outline.firMinute + arrestDelay(dice, onTheSpot);
    for (int i = 0; i < wanted; ++i) {
        const std::int64_t changed =
            notMidnight(std::int64_t(minute) * 60 + dice.between(3600, onTheSpot ? 30000 : 3 * 86400));
        if (changed > end)
            break;
        outline.arrest[static_cast<std::size_t>(outline.arrests++)] = {minute, changed};
        minute += onTheSpot ? 0 : dice.between(0, dice.chance(15) ? 200 * minutesADay : 12 * minutesADay);
    }
    if (outline.named == 0) {
        outline.traced = outline.arrests;
        outline.unknown -= outline.arrests;
    }
}

ReportKind reportKind(const Outline& outline, Dice& dice)
{
    if (outline.arrests > 0)
        return dice.chance(97) ? ReportKind::ChargeSheet : ReportKind::Cancelled;
    if (outline.named == 0)
        return dice.chance(85) ? ReportKind::Untraced : ReportKind::Cancelled;
    return dice.chance(55) ? ReportKind::Cancelled : ReportKind::ChargeSheet;
}

void addReport(Outline& outline, int day, ReportKind kind, Dice& dice, std::int64_t end)
{
    const std::int64_t changed = notMidnight(std::int64_t(day) * secondsADay + dice.between(10 * 3600, 3 * 86400));
    if (changed > end)
        return;
    outline.report[static_cast<std::size_t>(outline.reports)] = {day, changed, kind, outline.reports > 0};
    ++outline.reports;
}

void addReports(Outline& outline, Dice& dice, std::int64_t end)
{
    if (!dice.chance(outline.arrests > 0 ? 58 : 18))
        return;
    int day = dayOfMinute(outline.firMinute) + dice.between(30, dice.chance(30) ? 320 : 110);
    if (outline.arrests > 0)
        day = std::max(day, dayOfMinute(outline.arrest[0].minute) + dice.between(8, 55));
    addReport(outline, day, reportKind(outline, dice), dice, end);
    if (outline.reports == 1 && outline.report[0].kind == ReportKind::ChargeSheet && dice.chance(5))
        addReport(outline, day + dice.between(45, 240), ReportKind::ChargeSheet, dice, end);
}

} // namespace

Calendar::Calendar(std::uint64_t seed, std::uint32_t cases, int firstDay, int lastDay)
    : m_seed(seed), m_cases(std::max(cases, 1U)), m_firstDay(firstDay)
{
    const auto days = static_cast<std::uint64_t>(lastDay - firstDay + 1);
    std::uint64_t sum = 0;
    for (int day = firstDay; day <= lastDay; ++day) {
        const QDate date = dateOf(day);
        const auto passed = static_cast<std::uint64_t>(day - firstDay);
        const std::uint64_t growth = 1000 + passed * 180 / days;
        sum += growth * monthWeight[static_cast<std::size_t>(date.month() - 1)]
            * weekdayWeight[static_cast<std::size_t>(date.dayOfWeek() - 1)];
        m_sums.push_back(sum);
    }
}

int Calendar::firMinute(std::uint32_t index) const
{
    const std::uint64_t whole = m_sums.back();
    const std::uint64_t step = std::max<std::uint64_t>(whole / m_cases, 1);
    Dice dice(m_seed, Purpose::Identity, index);
    const std::uint64_t at = std::min(
        step * index + dice.below(static_cast<std::uint32_t>(std::min<std::uint64_t>(step, UINT32_MAX))), whole - 1);
    const auto found = std::upper_bound(m_sums.begin(), m_sums.end(), at);
    const std::uint64_t before = found == m_sums.begin() ? 0 : *(found - 1);
    const int day = m_firstDay + static_cast<int>(found - m_sums.begin());
    return day * minutesADay + minuteAt(at - before, *found - before);
}

Outline outlineOf(const Stock& stock, std::uint64_t seed, std::uint32_t index, int firMinute, int lastDay)
{
    Dice dice(seed, Purpose::Outline, index);
    const std::int64_t end = std::int64_t(lastDay + 1) * secondsADay - 1;
    Outline outline;
    outline.firMinute = firMinute;
    outline.station = static_cast<std::uint16_t>(dice.weighted(stock.stationSums));
    const auto kind = static_cast<std::size_t>(stock.stations[outline.station].kind);
    outline.crime = static_cast<std::uint16_t>(dice.weighted(stock.crimeSums[kind]));
    const CrimeKind& crime = stock.crimes[outline.crime];

    const std::int64_t entered = std::int64_t(firMinute) * 60 + dice.between(600, 12000);
    outline.changed = notMidnight(std::min(entered, end));
    addAccused(outline, crime, dice);
    addArrests(outline, crime, dice, end);
    addReports(outline, dice, end);
    for (int i = 0; i < outline.arrests; ++i)
        outline.changed = std::max(outline.changed, outline.arrest[static_cast<std::size_t>(i)].changed);
    for (int i = 0; i < outline.reports; ++i)
        outline.changed = std::max(outline.changed, outline.report[static_cast<std::size_t>(i)].changed);
    return outline;
}

} // namespace ekatra::gateway::practice
