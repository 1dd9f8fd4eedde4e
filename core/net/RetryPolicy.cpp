#include "net/RetryPolicy.h"

#include <algorithm>

namespace ekatra::net {

std::chrono::milliseconds RetryPolicy::delay(int failures, double chance,
                                             std::optional<std::chrono::seconds> retryAfter) const
{
    using std::chrono::milliseconds;
    const int doublings = std::clamp(failures - 1, 0, 30);
    milliseconds step = cap;
    if (first.count() <= (cap.count() >> doublings))
        step = milliseconds(first.count() << doublings);
    const double share = 0.5 + 0.5 * std::clamp(chance, 0.0, 1.0);
    milliseconds wait(static_cast<milliseconds::rep>(static_cast<double>(step.count()) * share));
    if (retryAfter)
        wait = std::max(wait, std::min(milliseconds(*retryAfter), longestWish));
    return wait;
}

} // namespace ekatra::net
