#include "gateway/Metrics.h"

namespace ekatra::gateway {

void Metrics::arrived(const QString& source)
{
    const std::scoped_lock lock(m_mutex);
    ++m_bySource[source];
}

void Metrics::finished(const QByteArray& route, int status, std::chrono::nanoseconds took)
{
    const double seconds = std::chrono::duration<double>(took).count();
    const std::scoped_lock lock(m_mutex);
    ++m_requests[{route, status}];
    Latency& latency = m_latency[route];
    ++latency.count;
    latency.seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds.at(i))
            ++latency.within.at(i);
    }
}

QMap<QString, qint64> Metrics::bySource() const
{
    const std::scoped_lock lock(m_mutex);
    return m_bySource;
}

QByteArray Metrics::prometheus() const
{
    const std::scoped_lock lock(m_mutex);
    QByteArray text = "# HELP ekatra_gateway_requests_total Requests by route and status (cut: no answer was given).\n"
                      "# TYPE ekatra_gateway_requests_total counter\n";
    for (const auto& [key, count] : m_requests) {
        const QByteArray status = key.second == 0 ? QByteArray("cut") : QByteArray::number(key.second);
        text += "ekatra_gateway_requests_total{route=\"" + key.first + "\",status=\"" + status + "\"} "
            + QByteArray::number(count) + '\n';
    }
    text += "# HELP ekatra_gateway_request_seconds Time from request to end of answer.\n"
            "# TYPE ekatra_gateway_request_seconds histogram\n";
    for (const auto& [route, latency] : m_latency) {
        const QByteArray label = "{route=\"" + route + '"';
        for (std::size_t i = 0; i < bounds.size(); ++i)
            text += "ekatra_gateway_request_seconds_bucket" + label + ",le=\"" + QByteArray::number(bounds.at(i))
                + "\"} " + QByteArray::number(latency.within.at(i)) + '\n';
        text += "ekatra_gateway_request_seconds_bucket" + label + ",le=\"+Inf\"} " + QByteArray::number(latency.count)
            + '\n';
        text += "ekatra_gateway_request_seconds_sum" + label + "} " + QByteArray::number(latency.seconds) + '\n';
        text += "ekatra_gateway_request_seconds_count" + label + "} " + QByteArray::number(latency.count) + '\n';
    }
    return text;
}

} // namespace ekatra::gateway
