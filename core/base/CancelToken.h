// CancelToken.h
// A request to stop, shared between the one who asks and the one who works. Copies share one flag; any thread, and
// request() is safe in a signal handler.
#pragma once

#include <atomic>
#include <memory>

namespace ekatra::base {

class CancelToken {
public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) { }

    void request() const { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool requested() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace ekatra::base
