// Meanwhile.h
// How the store thread waits for the network: the request goes out from a thread of its own, and while it is out the
// operator's work gets the store. Store thread.
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <chrono>
#include <functional>
#include <future>
#include <optional>

namespace ekatra::sync {

// Lets the operator in if he waits: ends what is open, then runs his work. An error ends the wait.
using Meanwhile = std::function<Result<void>()>;

// How often the store thread looks up while it waits.
constexpr std::chrono::milliseconds glance{20};

// What `request`, which answers a Result, answered. The token that it gets is set off by `cancel`, and when letting the
// operator in fails; that error is then the answer.
template <class Request>
auto awaitRequest(const Meanwhile& meanwhile, const base::CancelToken& cancel, const Request& request)
    -> decltype(request(cancel))
{
    const base::CancelToken stop;
    auto answer = std::async(std::launch::async, [&] { return request(stop); });
    std::optional<Error> failed;
    while (answer.wait_for(glance) != std::future_status::ready) {
        if (cancel.requested())
            stop.request();
        if (failed)
            continue;
        if (auto let = meanwhile(); !let) {
            failed = let.error();
            stop.request();
        }
    }
    auto answered = answer.get();
    if (failed)
        return *failed;
    return answered;
}

} // namespace ekatra::sync
