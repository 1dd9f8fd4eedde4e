// WireServer.h
// A server that says exactly the bytes that a test wrote down, and remembers what it was sent. It accepts connections
// one after another on a thread of its own; each gets its own script. Port 0. Test code only.
#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ekatra::test {

class WireServer {
public:
    // What happens on one connection; it is closed when the script returns.
    using Script = std::function<void(WireServer& server, Poco::Net::StreamSocket& line)>;

    explicit WireServer(std::vector<Script> scripts)
        : WireServer(Poco::Net::ServerSocket(loopback()), std::move(scripts))
    {
    }
    WireServer(Poco::Net::ServerSocket socket, std::vector<Script> scripts)
        : m_socket(std::move(socket)), m_thread([this, scripts = std::move(scripts)] { serve(scripts); })
    {
    }
    ~WireServer()
    {
        m_stop = true;
        m_thread.join();
    }

    [[nodiscard]] QString url(const QString& path = QStringLiteral("/")) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_socket.address().port()).arg(path);
    }
    [[nodiscard]] quint16 port() const { return m_socket.address().port(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] bool stopping() const { return m_stop; }

    // The heads (and bodies) of all requests so far.
    [[nodiscard]] std::vector<QByteArray> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

    // Reads one request, body included, and keeps it; empty when the other side went away.
    QByteArray readRequest(Poco::Net::StreamSocket& line)
    {
        QByteArray text;
        qsizetype wanted = -1;
        char buffer[4096];
        while (wanted < 0 || text.size() < wanted) {
            if (!line.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ)) {
                if (m_stop)
                    return {};
                continue;
            }
            const int got = line.receiveBytes(buffer, sizeof buffer);
            if (got <= 0)
                return {};
            text.append(buffer, got);
            const qsizetype end = text.indexOf("\r\n\r\n");
            if (wanted < 0 && end >= 0)
                wanted = end + 4 + lengthIn(text.left(end));
        }
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(text);
        return text;
    }

    static void say(Poco::Net::StreamSocket& line, const QByteArray& bytes)
    {
        line.sendBytes(bytes.constData(), static_cast<int>(bytes.size()));
    }

    // Reads a request and answers it with `bytes`.
    static Script answer(QByteArray bytes)
    {
        return [bytes = std::move(bytes)](WireServer& server, Poco::Net::StreamSocket& line) {
            if (!server.readRequest(line).isEmpty())
                say(line, bytes);
        };
    }

private:
    static Poco::Net::SocketAddress loopback() { return {"127.0.0.1", 0}; }

    static qsizetype lengthIn(const QByteArray& head)
    {
        const qsizetype at = head.indexOf("Content-Length: ");
        return at < 0 ? 0 : head.mid(at + 16).split('\r').first().toLongLong();
    }

    void serve(const std::vector<Script>& scripts)
    {
        for (std::size_t next = 0; !m_stop;) {
            if (!m_socket.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ))
                continue;
            try {
                Poco::Net::StreamSocket line = m_socket.acceptConnection();
                ++m_connections;
                if (next < scripts.size())
                    scripts[next++](*this, line);
                line.close();
            } catch (const std::exception&) {
                continue; // the client went away in the middle, which some tests want
            }
        }
    }

    Poco::Net::ServerSocket m_socket;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_connections = 0;
    mutable std::mutex m_mutex;
    std::vector<QByteArray> m_requests;
    std::thread m_thread;
};

// A 200 answer with its length.
inline QByteArray ok(const QByteArray& body, const QByteArray& extraHeaders = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n"
        + body;
}

} // namespace ekatra::test
