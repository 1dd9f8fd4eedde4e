// StallDetector.h
// How long the GUI thread keeps its user waiting: a thread of its own asks the event loop for a sign of life again and
// again, and notes how late the answer came. Made, asked and destroyed on the watched thread, whose event loop runs.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <thread>
#include <vector>

namespace ekatra::test {

class StallDetector {
public:
    StallDetector();
    ~StallDetector();
    StallDetector(const StallDetector&) = delete;
    StallDetector& operator=(const StallDetector&) = delete;

    // In milliseconds, since the last reset().
    [[nodiscard]] double longest() const;
    // Waits longer than `milliseconds`.
    [[nodiscard]] int countAbove(double milliseconds) const;
    void reset();

private:
    void ask();

    QObject m_answerer; // lives on the watched thread
    QElapsedTimer m_clock;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_waiting{false};
    std::vector<double> m_waits; // watched thread only
    std::thread m_asker;
};

} // namespace ekatra::test
