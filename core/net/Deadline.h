// Deadline.h
// How long something may still take, and whether somebody asked for it to stop: handed down to everything that waits on
// the network, so that every wait is a row of short ones. Internal to net. One thread, except the token.
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <algorithm>
#include <chrono>

namespace ekatra::net {

class Deadline {
public:
    using Clock = std::chrono::steady_clock;
    // A cancel is noticed within one slice.
    static constexpr std::chrono::milliseconds slice{100};

    Deadline(std::chrono::milliseconds budget, base::CancelToken cancel)
        : m_end(Clock::now() + budget), m_cancel(std::move(cancel))
    {
    }

    // The same cancel, and an end that is the earlier of ours and `budget` from now.
    [[nodiscard]] Deadline within(std::chrono::milliseconds budget) const
    {
        Deadline shorter = *this;
        shorter.m_end = std::min(m_end, Clock::now() + budget);
        return shorter;
    }

    // Errors: Cancelled net.cancelled, Unreachable net.timeout.
    [[nodiscard]] Result<void> check() const
    {
        if (m_cancel.requested())
            return error(ErrorKind::Cancelled, "net.cancelled");
        if (Clock::now() >= m_end)
            return error(ErrorKind::Unreachable, "net.timeout");
        return {};
    }

    // Length of the next wait: a slice, or what is left. Never zero, so that nobody spins.
    [[nodiscard]] std::chrono::milliseconds nextWait() const
    {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_end - Clock::now());
        return std::clamp(left, std::chrono::milliseconds(1), slice);
    }

private:
    Clock::time_point m_end;
    base::CancelToken m_cancel;
};

} // namespace ekatra::net
