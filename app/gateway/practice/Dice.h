// Dice.h
// The practice district's chance: the same numbers on every machine. A throw depends only on the district's seed, on
// what it is thrown for and on a record's index, so that any record can be made alone and in any order.
// A plain value; one thread each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ekatra::gateway::practice {

// What a sequence of throws is for. New purposes are added at the end, so that old records stay as they are.
enum class Purpose : std::uint64_t { Outline = 1, Facts, Story, Roster, Dirt, Identity, Report };

class Dice {
public:
    Dice(std::uint64_t seed, Purpose purpose, std::uint64_t index)
        : m_state(mixed(mixed(seed) ^ mixed(index * 8 + static_cast<std::uint64_t>(purpose))))
    {
    }

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        return mixed(m_state);
    }

    // 0 .. count-1; 0 when count is 0.
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32); }

    // low .. high, both included.
    int between(int low, int high)
    {
        return low >= high ? low : low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
    }

    bool chance(std::uint32_t percent) { return below(100) < percent; }

    template <class T>
    const T& pick(const std::vector<T>& from)
    {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }

    // Index into a table of running sums.
    std::size_t weighted(const std::vector<std::uint32_t>& sums)
    {
        const std::uint32_t at = below(sums.back());
        return static_cast<std::size_t>(std::upper_bound(sums.begin(), sums.end(), at) - sums.begin());
    }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }

    std::uint64_t m_state;
};

} // namespace ekatra::gateway::practice
