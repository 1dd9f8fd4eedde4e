// DateText.h
// Dates and times as other systems write them. The profile names the order of day, month and year; nothing is guessed.
// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ekatra::sources {

struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
};

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool nextDay = false; // "24:00"
};

// Why a cell is no date. Missing is not a fault: a placeholder such as 01/01/1900 stands for "not known".
enum class DateFault { None, Unreadable, NoSuchDay, Placeholder };

class DatePattern {
public:
    // From "dd/MM/yyyy", "dd-MM-yy", "yyyy-MM-dd" ...; what follows the date in it (" HH:mm:ss") is only for the
    // reader. Nothing when day, month and year are not each named once.
    [[nodiscard]] static std::optional<DatePattern> parse(std::string_view pattern);

    // Reads a date from the front of `text` and cuts it off. Days and months may have one digit; '/', '-' and '.' are
    // the same. Two-digit years lie in the hundred years that end next year (`thisYear` + 1).
    [[nodiscard]] DateFault read(std::string_view& text, int thisYear, Day& day) const;

private:
    enum class Part { Day, Month, Year, ShortYear, Separator };
    std::vector<Part> m_parts;
};

// "20:00", "20:00:30", "20.00 बजे", "5:30 PM", "24:00", "1430 hrs". Nothing when it is none.
[[nodiscard]] std::optional<ClockTime> readTime(std::string_view text);

[[nodiscard]] bool exists(const Day& day);

// Moves by minutes, over midnight and month ends.
void shift(Day& day, ClockTime& time, int minutes);

[[nodiscard]] std::string isoDate(const Day& day); // 2024-07-14
[[nodiscard]] std::string isoTime(const ClockTime& time); // 20:00
[[nodiscard]] std::string isoIst(Day day, ClockTime time); // 2024-07-14T20:00:00+05:30

} // namespace ekatra::sources
