// KillLoop.h
// How often a loop kills, and how long what it kills takes undisturbed.
#pragma once

#include "support/Programs.h"

#include <QElapsedTimer>

#include <boost/test/unit_test.hpp>

namespace ekatra::test {

inline int rounds()
{
    return qEnvironmentVariableIsSet("EKATRA_LONG_TESTS") ? 1000 : 30;
}

inline QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

// How long a command takes undisturbed, in milliseconds.
inline int duration(const Workstation& station, const QStringList& command)
{
    QElapsedTimer timer;
    timer.start();
    station.expect(command);
    return static_cast<int>(timer.elapsed());
}

} // namespace ekatra::test
