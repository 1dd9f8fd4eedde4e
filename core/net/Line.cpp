#include "net/Line.h"

#include "net/TlsContext.h"

#include <Poco/Exception.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HostEntry.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <condition_variable>
#include <csignal>
#include <ctime>
#include <mutex>
#include <thread>
#include <vector>

#include <sys/socket.h>

namespace ekatra::net {

namespace {

using Addresses = std::vector<Poco::Net::SocketAddress>;

Poco::Timespan span(std::chrono::milliseconds time)
{
    return Poco::Timespan(0, static_cast<long>(time.count()) * 1000);
}

Error cut(const Poco::Exception& problem)
{
    return error(ErrorKind::Unreachable, "net.cut",
                 {{QStringLiteral("detail"), QString::fromStdString(problem.displayText())}});
}

Error unreachable(const char* code, const HostPort& to)
{
    return error(ErrorKind::Unreachable, code,
                 {{QStringLiteral("host"), to.host}, {QStringLiteral("port"), QString::number(to.port)}});
}

// The system's resolver has no deadline, so it works on a thread of its own that may be left behind.
struct Lookup {
    std::mutex mutex;
    std::condition_variable done;
    bool isDone = false;
    std::vector<Poco::Net::IPAddress> found;
};

Result<std::vector<Poco::Net::IPAddress>> lookUp(const HostPort& to, const Deadline& deadline)
{
    auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, name = to.host.toStdString()] {
        std::vector<Poco::Net::IPAddress> found;
        try {
            found = Poco::Net::DNS::hostByName(name).addresses();
        } catch (const std::exception&) {
            found.clear(); // an empty list is the answer: no such host
        }
        const std::lock_guard lock(lookup->mutex);
        lookup->found = std::move(found);
        lookup->isDone = true;
        lookup->done.notify_one();
    }).detach();

    std::unique_lock lock(lookup->mutex);
    while (!lookup->isDone) {
        if (auto going = deadline.check(); !going)
            return going.error();
        lookup->done.wait_for(lock, deadline.nextWait());
    }
    if (lookup->found.empty())
        return unreachable("net.no_host", to);
    return lookup->found;
}

Result<Addresses> addressesOf(const HostPort& to, const Deadline& deadline)
{
    using Poco::Net::IPAddress;
    if (to.host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return Addresses{{IPAddress("127.0.0.1"), to.port}, {IPAddress("::1"), to.port}};
    IPAddress literal;
    if (IPAddress::tryParse(to.host.toStdString(), literal))
        return Addresses{{literal, to.port}};
    auto found = lookUp(to, deadline);
    if (!found)
        return found.error();
    Addresses addresses;
    for (const IPAddress& address : *found)
        addresses.emplace_back(address, to.port);
    return addresses;
}

// Waits until the socket may be read or written; false after one slice without.
bool waitFor(const Poco::Net::Socket& socket, int mode, const Deadline& deadline)
{
    return socket.poll(span(deadline.nextWait()), mode);
}

Result<Poco::Net::StreamSocket> connectTo(const Poco::Net::SocketAddress& address, const HostPort& to,
                                          const Deadline& deadline)
{
    Poco::Net::StreamSocket socket;
    socket.connectNB(address);
    socket.setBlocking(false);
    while (!waitFor(socket, Poco::Net::Socket::SELECT_WRITE | Poco::Net::Socket::SELECT_ERROR, deadline)) {
        if (auto going = deadline.check(); !going)
            return going.error();
    }
    if (socket.impl()->socketError() != 0)
        return unreachable("net.unreachable", to);
    socket.setNoDelay(true);
    return socket;
}

Result<Poco::Net::StreamSocket> connectToAny(const Addresses& addresses, const HostPort& to, const Deadline& deadline)
{
    Error last = unreachable("net.unreachable", to);
    for (const auto& address : addresses) {
        if (auto going = deadline.check(); !going)
            return going.error();
        try {
            auto socket = connectTo(address, to, deadline);
            if (socket || socket.error().kind == ErrorKind::Cancelled)
                return socket;
            last = socket.error();
        } catch (const Poco::Exception&) {
            last = unreachable("net.unreachable", to);
        }
    }
    return last;
}

Result<void> shakeHands(Poco::Net::SecureStreamSocket& socket, const HostPort& to, const Deadline& deadline)
{
    using Poco::Net::SecureStreamSocket;
    clearTlsRefusal();
    try {
        while (true) {
            const int status = socket.completeHandshake();
            if (status > 0)
                return {};
            if (status == 0)
                return tlsRefusal(to.host, QStringLiteral("closed during the handshake"));
            const bool wantsWrite = status == SecureStreamSocket::ERR_SSL_WANT_WRITE;
            waitFor(socket, wantsWrite ? Poco::Net::Socket::SELECT_WRITE : Poco::Net::Socket::SELECT_READ, deadline);
            if (auto going = deadline.check(); !going)
                return going;
        }
    } catch (const Poco::Exception& problem) {
        return tlsRefusal(to.host, QString::fromStdString(problem.displayText()));
    }
}

// OpenSSL writes with write(2), which raises SIGPIPE on a closed line. Held back here for this thread only.
class PipeSignalHeldBack {
public:
    PipeSignalHeldBack()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~PipeSignalHeldBack()
    {
        if (sigismember(&m_before, SIGPIPE) == 1)
            return;
        const timespec now{0, 0};
        while (sigtimedwait(&m_pipe, nullptr, &now) == SIGPIPE) { }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    PipeSignalHeldBack(const PipeSignalHeldBack&) = delete;
    PipeSignalHeldBack& operator=(const PipeSignalHeldBack&) = delete;

private:
    sigset_t m_pipe;
    sigset_t m_before;
};

} // namespace

struct Line::Socket {
    Poco::Net::StreamSocket stream; // or the SecureStreamSocket it was made from
    bool secure = false;

    // What the last call on a socket that never blocks waits for.
    int waitMode(int status, int plain) const
    {
        if (!secure)
            return plain;
        return status == Poco::Net::SecureStreamSocket::ERR_SSL_WANT_WRITE ? Poco::Net::Socket::SELECT_WRITE
                                                                           : Poco::Net::Socket::SELECT_READ;
    }
};

Line::Line(std::unique_ptr<Socket> socket) : m_socket(std::move(socket)) { }

Line::~Line()
{
    const PipeSignalHeldBack heldBack; // closing TLS says goodbye
    try {
        m_socket->stream.close();
    } catch (const std::exception&) {
        return; // nothing is left to be done about it
    }
}

Result<std::unique_ptr<Line>> Line::open(const HostPort& to, const TlsSettings& tls, const Deadline& deadline)
{
    auto addresses = addressesOf(to, deadline);
    if (!addresses)
        return addresses.error();
    auto connected = connectToAny(*addresses, to, deadline);
    if (!connected)
        return connected.error();
    auto socket = std::make_unique<Socket>();
    socket->secure = to.secure;
    socket->stream = *connected;
    if (to.secure) {
        auto context = makeTlsContext(to.host, tls);
        if (!context)
            return context.error();
        const PipeSignalHeldBack heldBack;
        try {
            Poco::Net::IPAddress literal;
            const std::string name = to.host.toStdString();
            auto secured = Poco::Net::IPAddress::tryParse(name, literal)
                ? Poco::Net::SecureStreamSocket::attach(*connected, *context)
                : Poco::Net::SecureStreamSocket::attach(*connected, name, *context);
            if (auto shaken = shakeHands(secured, to, deadline); !shaken)
                return shaken.error();
            socket->stream = secured;
        } catch (const Poco::Exception& problem) {
            return tlsRefusal(to.host, QString::fromStdString(problem.displayText()));
        }
    }
    return std::unique_ptr<Line>(new Line(std::move(socket)));
}

Result<void> Line::send(const QByteArray& bytes, const Deadline& deadline, bool& whole)
{
    constexpr qsizetype most = 256 * 1024;
    const PipeSignalHeldBack heldBack;
    qsizetype sent = 0;
    try {
        while (sent < bytes.size()) {
            if (auto going = deadline.check(); !going)
                return going;
            const int size = static_cast<int>(std::min(most, bytes.size() - sent));
            const int status = m_socket->stream.sendBytes(bytes.constData() + sent, size, MSG_NOSIGNAL);
            if (status > 0)
                sent += status;
            else
                waitFor(m_socket->stream, m_socket->waitMode(status, Poco::Net::Socket::SELECT_WRITE), deadline);
        }
    } catch (const Poco::Exception& problem) {
        return cut(problem);
    }
    whole = true;
    return {};
}

Result<qint64> Line::receive(char* buffer, qint64 size, const Deadline& deadline)
{
    const PipeSignalHeldBack heldBack; // TLS may have to write in order to read
    const int most = static_cast<int>(std::min<qint64>(size, 1 << 20));
    try {
        while (true) {
            if (auto going = deadline.check(); !going)
                return going.error();
            const int status = m_socket->stream.receiveBytes(buffer, most);
            if (status >= 0)
                return qint64{status};
            waitFor(m_socket->stream, m_socket->waitMode(status, Poco::Net::Socket::SELECT_READ), deadline);
        }
    } catch (const Poco::Exception& problem) {
        return cut(problem);
    }
}

bool Line::stale()
{
    try {
        return m_socket->stream.poll(Poco::Timespan(0),
                                     Poco::Net::Socket::SELECT_READ | Poco::Net::Socket::SELECT_ERROR);
    } catch (const std::exception&) {
        return true;
    }
}

} // namespace ekatra::net
