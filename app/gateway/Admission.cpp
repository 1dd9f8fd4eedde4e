#include "gateway/Admission.h"

#include <QCryptographicHash>
#include <QFile>

#include <sodium.h>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 greatestTokenFile = 64 * 1024;
constexpr std::size_t addressesKept = 10'000;

QByteArray hashed(const QByteArray& token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

Result<std::vector<QByteArray>> readTokenFile(const QString& path)
{
    std::vector<QByteArray> tokens;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.read(greatestTokenFile).split('\n')) {
            const QByteArray token = line.trimmed();
            if (!token.isEmpty() && !token.startsWith('#'))
                tokens.push_back(token);
        }
    }
    if (tokens.empty())
        return error(ErrorKind::BadInput, "gateway.token_file", {{u"file"_s, path}});
    return tokens;
}

TokenGuard::TokenGuard(const std::vector<QByteArray>& tokens)
{
    for (const QByteArray& token : tokens)
        m_hashes.push_back(hashed(token));
}

bool TokenGuard::admits(const QByteArray& authorization) const
{
    if (m_hashes.empty())
        return true;
    const QByteArray scheme = "bearer ";
    if (authorization.left(scheme.size()).toLower() != scheme)
        return false;
    const QByteArray given = hashed(authorization.mid(scheme.size()).trimmed());
    bool known = false;
    for (const QByteArray& hash : m_hashes)
        known |= sodium_memcmp(hash.constData(), given.constData(), static_cast<std::size_t>(hash.size())) == 0;
    return known;
}

bool RateLimit::admits(const QByteArray& address, std::chrono::steady_clock::time_point now)
{
    if (m_perSecond == 0)
        return true;
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= addressesKept)
        m_buckets.clear();
    const double most = 2.0 * m_perSecond;
    auto [place, fresh] = m_buckets.try_emplace(address, Bucket{most, now});
    Bucket& bucket = place->second;
    const double elapsed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.left = std::min(most, bucket.left + elapsed * m_perSecond);
    bucket.filled = now;
    if (bucket.left < 1)
        return false;
    bucket.left -= 1;
    return true;
}

} // namespace ekatra::gateway
