// Outline.h
// The bones of one practice case: where and when it was registered, what it is, how many accused, when arrests and
// reports followed. Cheap to make, so that the district can index a hundred thousand cases at its start and make each
// again whenever a row is asked for. Plain values; any thread.
#pragma once

#include "gateway/practice/Stock.h"

#include <array>
#include <cstdint>

namespace ekatra::gateway::practice {

enum class ReportKind : std::uint8_t { ChargeSheet, Untraced, Cancelled };

struct ArrestMark {
    int minute = 0; // when
    std::int64_t changed = 0; // when the CAS got it, in seconds
};

struct ReportMark {
    int day = 0;
    std::int64_t changed = 0;
    ReportKind kind = ReportKind::ChargeSheet;
    bool supplementary = false;
};

struct Outline {
    std::uint16_t station = 0;
    std::uint16_t crime = 0;
    int firMinute = 0;
    int named = 0; // accused named in the information
    int traced = 0; // accused unknown at first, arrested since
    int unknown = 0; // accused still unknown
    int arrests = 0;
    int reports = 0;
    std::array<ArrestMark, 3> arrest;
    std::array<ReportMark, 2> report;
    std::int64_t changed = 0; // of the FIR row: the last of all that happened

    [[nodiscard]] int accused() const { return named + traced; }
};

// Registration times, spread over the years with growth, seasons, week days and office hours. The time of case i never
// lies before that of case i - 1.
class Calendar {
public:
    Calendar(std::uint64_t seed, std::uint32_t cases, int firstDay, int lastDay);

    [[nodiscard]] int firMinute(std::uint32_t index) const;

private:
    std::uint64_t m_seed;
    std::uint32_t m_cases;
    int m_firstDay;
    std::vector<std::uint64_t> m_sums; // running weight of the days
};

// Nothing in the outline lies after the end of `lastDay`.
[[nodiscard]] Outline outlineOf(const Stock& stock, std::uint64_t seed, std::uint32_t index, int firMinute,
                                int lastDay);

} // namespace ekatra::gateway::practice
