#include "sources/DateText.h"

#include "sources/Utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace ekatra::sources {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSeparator(char c)
{
    return c == '/' || c == '-' || c == '.' || c == ' ';
}

// Cuts one number of at most `most` digits off the front.
std::optional<int> takeNumber(std::string_view& text, std::size_t least, std::size_t most)
{
    std::size_t length = 0;
    while (length < text.size() && length < most && isDigit(text[length]))
        ++length;
    if (length < least)
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + length, number);
    text.remove_prefix(length);
    return number;
}

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(int month, int year)
{
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool isPlaceholder(const Day& day)
{
    return (day.year == 0 && day.month == 0 && day.day == 0) || day.year == 9999 || day.year == 1
        || (day.day == 1 && day.month == 1 && (day.year == 1900 || day.year == 1970));
}

void stepDay(Day& day, int by)
{
    day.day += by;
    if (day.day < 1) {
        if (--day.month < 1) {
            day.month = 12;
            --day.year;
        }
        day.day = daysIn(day.month, day.year);
    } else if (day.day > daysIn(day.month, day.year)) {
        day.day = 1;
        if (++day.month > 12) {
            day.month = 1;
            ++day.year;
        }
    }
}

void append(std::string& out, int number, int width)
{
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const auto length = static_cast<int>(end - digits.data());
    out.append(static_cast<std::size_t>(std::max(0, width - length)), '0');
    out.append(digits.data(), end);
}

// What is written after the digits of a time. Nothing when the word is not known.
enum class Half { None, Am, Pm };
std::optional<Half> readTimeWord(std::string_view text)
{
    std::string word = utf8::asciiLower(utf8::trimmed(text));
    std::erase_if(word, [](char c) { return c == '.' || c == ' '; });
    if (word.empty() || word == "hrs" || word == "hr" || word == "h" || word == "बजे" || word == "घंटे" || word == "घण्टे")
        return Half::None;
    if (word == "am")
        return Half::Am;
    if (word == "pm")
        return Half::Pm;
    return std::nullopt;
}

bool toFullDay(ClockTime& time, Half half)
{
    switch (half) {
    case Half::None:
        return true;
    case Half::Am:
        if (time.hour == 12)
            time.hour = 0;
        return time.hour < 12;
    case Half::Pm:
        if (time.hour < 12)
            time.hour += 12;
        return time.hour < 24;
    }
    return false;
}

} // namespace

std::optional<DatePattern> DatePattern::parse(std::string_view pattern)
{
    DatePattern made;
    std::array<int, 3> seen{};
    while (!pattern.empty() && pattern.front() != 'H' && pattern.front() != 'T') {
        const auto take = [&](std::string_view word, Part part, std::size_t kind) {
            if (!pattern.starts_with(word))
                return false;
            pattern.remove_prefix(word.size());
            made.m_parts.push_back(part);
            ++seen[kind];
            return true;
        };
        if (take("dd", Part::Day, 0) || take("MM", Part::Month, 1) || take("yyyy", Part::Year, 2)
            || take("yy", Part::ShortYear, 2))
            continue;
        if (!isSeparator(pattern.front()))
            return std::nullopt;
        made.m_parts.push_back(Part::Separator);
        pattern.remove_prefix(1);
    }
    while (!made.m_parts.empty() && made.m_parts.back() == Part::Separator)
        made.m_parts.pop_back();
    if (seen != std::array<int, 3>{1, 1, 1})
        return std::nullopt;
    return made;
}

DateFault DatePattern::read(std::string_view& text, int thisYear, Day& day) const
{
    for (const Part part : m_parts) {
        std::optional<int> number;
        switch (part) {
        case Part::Separator:
            if (text.empty() || !isSeparator(text.front()))
                return DateFault::Unreadable;
            text.remove_prefix(1);
            continue;
        case Part::Day:
            number = takeNumber(text, 1, 2);
            break;
        case Part::Month:
            number = takeNumber(text, 1, 2);
            break;
        case Part::Year:
            number = takeNumber(text, 4, 4);
            break;
        case Part::ShortYear:
            number = takeNumber(text, 2, 2);
            break;
        }
        if (!number)
            return DateFault::Unreadable;
        if (part == Part::Day)
            day.day = *number;
        else if (part == Part::Month)
            day.month = *number;
        else
            day.year = *number;
        if (part == Part::ShortYear) {
            day.year += (thisYear + 1) / 100 * 100;
            if (day.year > thisYear + 1)
                day.year -= 100;
        }
    }
    if (!text.empty() && isDigit(text.front()))
        return DateFault::Unreadable;
    if (isPlaceholder(day))
        return DateFault::Placeholder;
    return exists(day) ? DateFault::None : DateFault::NoSuchDay;
}

std::optional<ClockTime> readTime(std::string_view text)
{
    std::string digits;
    text = utf8::trimmed(utf8::asciiDigits(text, digits));
    ClockTime time;
    const bool fourDigits = text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, isDigit);
    const auto hour = takeNumber(text, 1, 2);
    if (!hour)
        return std::nullopt;
    time.hour = *hour;
    const bool hasMinute = text.size() >= 2 && (text.front() == ':' || text.front() == '.') && isDigit(text[1]);
    if (hasMinute || fourDigits) {
        if (hasMinute)
            text.remove_prefix(1);
        const auto minute = takeNumber(text, 2, 2);
        if (!minute)
            return std::nullopt;
        time.minute = *minute;
        if (text.size() >= 3 && text.front() == ':') {
            text.remove_prefix(1);
            const auto second = takeNumber(text, 2, 2);
            if (!second)
                return std::nullopt;
            time.second = *second;
        }
    }
    const auto half = readTimeWord(text);
    const bool bareNumber = !hasMinute && !fourDigits && utf8::trimmed(text).empty();
    if (!half || bareNumber || !toFullDay(time, *half))
        return std::nullopt;
    if (time.hour == 24 && time.minute == 0 && time.second == 0) {
        time.hour = 0;
        time.nextDay = true;
    }
    if (time.hour > 23 || time.minute > 59 || time.second > 59)
        return std::nullopt;
    return time;
}

bool exists(const Day& day)
{
    return day.year >= 1800 && day.year <= 2200 && day.month >= 1 && day.month <= 12 && day.day >= 1
        && day.day <= daysIn(day.month, day.year);
}

void shift(Day& day, ClockTime& time, int minutes)
{
    if (time.nextDay)
        stepDay(day, 1);
    time.nextDay = false;
    int total = time.hour * 60 + time.minute + minutes;
    for (; total < 0; total += 24 * 60)
        stepDay(day, -1);
    for (; total >= 24 * 60; total -= 24 * 60)
        stepDay(day, 1);
    time.hour = total / 60;
    time.minute = total % 60;
}

std::string isoDate(const Day& day)
{
    std::string out;
    append(out, day.year, 4);
    out += '-';
    append(out, day.month, 2);
    out += '-';
    append(out, day.day, 2);
    return out;
}

std::string isoTime(const ClockTime& time)
{
    std::string out;
    append(out, time.hour, 2);
    out += ':';
    append(out, time.minute, 2);
    return out;
}

std::string isoIst(Day day, ClockTime time)
{
    shift(day, time, 0);
    std::string out = isoDate(day);
    out += 'T';
    out += isoTime(time);
    out += ':';
    append(out, time.second, 2);
    out += "+05:30";
    return out;
}

} // namespace ekatra::sources
