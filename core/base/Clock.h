// Clock.h
// The time as the product sees it. Everything that asks for "now" is handed a Clock, so that tests can move it.
#pragma once

#include <QDateTime>

namespace ekatra::base {

class Clock {
public:
    virtual ~Clock() = default;
    // Now, in UTC. Any thread.
    [[nodiscard]] virtual QDateTime now() const = 0;

    // Now in Indian Standard Time (UTC+05:30), the time that every paper carries.
    [[nodiscard]] QDateTime nowIst() const { return now().toOffsetFromUtc(istOffsetSeconds); }

    static constexpr int istOffsetSeconds = 19800;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace ekatra::base
