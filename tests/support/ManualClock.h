// ManualClock.h
// A clock that stands still until a test moves it.
#pragma once

#include "base/Clock.h"

#include <chrono>

namespace ekatra::test {

class ManualClock final : public base::Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }
    void set(const QDateTime& now) { m_now = now; }

private:
    QDateTime m_now{QDate(2026, 11, 25), QTime(4, 30), Qt::UTC};
};

} // namespace ekatra::test
