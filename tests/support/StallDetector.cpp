#include "support/StallDetector.h"

#include <algorithm>
#include <chrono>

namespace ekatra::test {

using namespace std::chrono_literals;

StallDetector::StallDetector()
{
    m_clock.start();
    m_asker = std::thread([this] { ask(); });
}

StallDetector::~StallDetector()
{
    m_stop = true;
    m_asker.join();
}

void StallDetector::ask()
{
    while (!m_stop) {
        if (!m_waiting.exchange(true)) {
            const qint64 asked = m_clock.nsecsElapsed();
            QMetaObject::invokeMethod(
                &m_answerer,
                [this, asked] {
                    m_waits.push_back(static_cast<double>(m_clock.nsecsElapsed() - asked) / 1e6);
                    m_waiting = false;
                },
                Qt::QueuedConnection);
        }
        std::this_thread::sleep_for(2ms); // how often it asks; nothing is waited for
    }
}

double StallDetector::longest() const
{
    return m_waits.empty() ? 0 : *std::max_element(m_waits.begin(), m_waits.end());
}

int StallDetector::countAbove(double milliseconds) const
{
    return static_cast<int>(
        std::count_if(m_waits.begin(), m_waits.end(), [&](double wait) { return wait > milliseconds; }));
}

void StallDetector::reset()
{
    m_waits.clear();
}

} // namespace ekatra::test
