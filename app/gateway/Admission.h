// Admission.h
// Who may ask, and how often: Bearer tokens, of which only hashes are held, and a bucket of requests per address.
// Owned by GatewayServer; any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <map>
#include <mutex>
#include <vector>

namespace ekatra::gateway {

// One token a line; blank lines and lines that start with # do not count.
// Errors: BadInput gateway.token_file {file} when it cannot be read or holds none.
[[nodiscard]] Result<std::vector<QByteArray>> readTokenFile(const QString& path);

class TokenGuard {
public:
    explicit TokenGuard(const std::vector<QByteArray>& tokens);

    // Without tokens everyone is let in. Takes the same time for every wrong token.
    [[nodiscard]] bool admits(const QByteArray& authorization) const;

private:
    std::vector<QByteArray> m_hashes;
};

class RateLimit {
public:
    // `perSecond` 0: no limit. Twice that many may come at once.
    explicit RateLimit(int perSecond) : m_perSecond(perSecond) { }

    [[nodiscard]] bool admits(const QByteArray& address, std::chrono::steady_clock::time_point now);

private:
    struct Bucket {
        double left = 0;
        std::chrono::steady_clock::time_point filled;
    };

    int m_perSecond;
    std::mutex m_mutex;
    std::map<QByteArray, Bucket> m_buckets;
};

} // namespace ekatra::gateway
