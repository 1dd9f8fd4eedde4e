// Line.h
// One TCP or TLS connection to one host. Every wait is a row of short ones, so that the deadline and a cancel are
// obeyed within Deadline::slice. Internal to net; owned by PocoHttpClient, one thread.
#pragma once

#include "net/Deadline.h"
#include "net/TlsSettings.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace ekatra::net {

struct HostPort {
    bool secure = false;
    QString host; // without brackets
    quint16 port = 0;

    friend bool operator<(const HostPort& a, const HostPort& b)
    {
        return std::tie(a.secure, a.host, a.port) < std::tie(b.secure, b.host, b.port);
    }
};

class Line {
public:
    ~Line();

    // Resolves, connects, and for TLS proves the other side's certificate and name.
    // Errors: Unreachable net.no_host, net.unreachable, net.timeout, net.tls_name, net.tls_untrusted, net.tls_expired,
    // net.tls_failed; BadUsage net.tls_files (our own certificate or CA file cannot be used); Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<Line>> open(const HostPort& to, const TlsSettings& tls,
                                                            const Deadline& deadline);

    // Sends all of `bytes`. `whole` turns true once the last byte was handed to the system.
    // Errors: Unreachable net.cut, net.timeout; Cancelled.
    [[nodiscard]] Result<void> send(const QByteArray& bytes, const Deadline& deadline, bool& whole);

    // At least one byte, or 0 when the other side closed in good order. Errors: as send.
    [[nodiscard]] Result<qint64> receive(char* buffer, qint64 size, const Deadline& deadline);

    // Nothing may be sent on it any more: closed over there, or talking out of turn.
    [[nodiscard]] bool stale();

private:
    struct Socket;
    explicit Line(std::unique_ptr<Socket> socket);

    std::unique_ptr<Socket> m_socket;
};

} // namespace ekatra::net
