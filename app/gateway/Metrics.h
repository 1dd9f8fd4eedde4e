// Metrics.h
// What the gateway counted since it started: requests by route and status, how long they took, and how many each source
// got. Owned by GatewayServer; any thread.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <chrono>
#include <map>
#include <mutex>

namespace ekatra::gateway {

class Metrics {
public:
    // A request for `source` ("cas", "icjs") has arrived, whatever becomes of it.
    void arrived(const QString& source);

    // A request ended; `status` 0 when the line was cut instead of an answer.
    void finished(const QByteArray& route, int status, std::chrono::nanoseconds took);

    [[nodiscard]] QMap<QString, qint64> bySource() const;

    // Prometheus text format 0.0.4.
    [[nodiscard]] QByteArray prometheus() const;

private:
    // Upper bounds in seconds.
    static constexpr std::array bounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};

    struct Latency {
        std::array<qint64, bounds.size()> within{};
        qint64 count = 0;
        double seconds = 0;
    };

    mutable std::mutex m_mutex;
    QMap<QString, qint64> m_bySource;
    std::map<std::pair<QByteArray, int>, qint64> m_requests;
    std::map<QByteArray, Latency> m_latency;
};

} // namespace ekatra::gateway
