// RetryPolicy.h
// When to try again: a pure function of how often it failed, of chance, and of what the other side asked for. The one
// who waits keeps the result; nothing here knows a clock. Any thread.
#pragma once

#include <chrono>
#include <optional>

namespace ekatra::net {

struct RetryPolicy {
    std::chrono::milliseconds first{2'000};
    std::chrono::milliseconds cap{15 * 60'000};
    // No service may send us away for longer than this.
    std::chrono::milliseconds longestWish{60 * 60'000};

    // Delay before the attempt that follows `failures` failed ones (at least 1). `chance` in [0, 1) spreads many
    // workstations: the delay lies between half and the whole of the doubled step. A Retry-After is honoured as the
    // least.
    [[nodiscard]] std::chrono::milliseconds delay(int failures, double chance,
                                                  std::optional<std::chrono::seconds> retryAfter = std::nullopt) const;
};

} // namespace ekatra::net
