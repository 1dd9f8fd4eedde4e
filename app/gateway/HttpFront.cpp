#include "gateway/HttpFront.h"

#include "gateway/Encoding.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>

#include <QUrl>
#include <QUrlQuery>

#include <istream>
#include <ostream>

namespace ekatra::gateway {

using namespace std::chrono_literals;
using Poco::Net::HTTPServerRequestImpl;
using Poco::Net::HTTPServerResponse;

namespace {

constexpr qsizetype worthCoding = 256;
constexpr qsizetype drainedBytes = 4 * 1024 * 1024; // of a body that is refused, so that the refusal can be read
constexpr auto longestHang = 10min;
constexpr auto leastBodyTime = 60s;
constexpr qint64 slowestBytesPerSecond = 4 * 1024;

// Head of the request as a value; nothing when its address makes no sense.
std::optional<Request> headOf(HTTPServerRequestImpl& wire)
{
    Request request;
    request.method = QByteArray::fromStdString(wire.getMethod());
    const QByteArray uri = QByteArray::fromStdString(wire.getURI());
    if (!uri.startsWith('/'))
        return std::nullopt;
    const auto question = uri.indexOf('?');
    request.path = QUrl::fromPercentEncoding(question < 0 ? uri : uri.left(question));
    if (question >= 0) {
        const QUrlQuery query(QString::fromUtf8(uri.mid(question + 1)));
        for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded))
            request.query.emplace_back(name, value);
    }
    for (const auto& [name, value] : wire)
        request.headers[QByteArray::fromStdString(name).toLower()] = QByteArray::fromStdString(value);
    return request;
}

QString sourceOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() > 2 && parts.at(1) == QLatin1StringView("sources"))
        return parts.at(2) == QLatin1StringView("cas") ? parts.at(2) : QString();
    return parts.value(1) == QLatin1StringView("icjs") ? parts.at(1) : QString();
}

void discardBody(HTTPServerRequestImpl& wire)
{
    if (wire.getExpectContinue())
        return; // it was never sent
    char buffer[16 * 1024];
    for (qsizetype read = 0; read < drainedBytes && wire.stream().good();) {
        wire.stream().read(buffer, sizeof buffer);
        read += static_cast<qsizetype>(wire.stream().gcount());
    }
}

bool hasBody(const HTTPServerRequestImpl& wire)
{
    return wire.getChunkedTransferEncoding() || (wire.hasContentLength() && wire.getContentLength64() > 0);
}

void copyHead(const Reply& reply, HTTPServerResponse& response)
{
    response.setStatusAndReason(static_cast<HTTPServerResponse::HTTPStatus>(reply.status));
    response.setDate(Poco::Timestamp());
    if (reply.status != 204)
        response.setContentType(reply.contentType.toStdString());
    for (const auto& [name, value] : reply.headers)
        response.set(name.toStdString(), value.toStdString());
    response.set("Vary", "Accept-Encoding");
}

} // namespace

void Stopping::request()
{
    const std::scoped_lock lock(m_mutex);
    m_requested = true;
    m_changed.notify_all();
}

void Stopping::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_requested = false;
}

bool Stopping::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_requested; });
}

void Stopping::entered()
{
    const std::scoped_lock lock(m_mutex);
    ++m_inside;
}

void Stopping::left()
{
    const std::scoped_lock lock(m_mutex);
    --m_inside;
    m_changed.notify_all();
}

void Stopping::drain(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return m_inside == 0; });
}

void HttpFront::handleRequest(Poco::Net::HTTPServerRequest& request, HTTPServerResponse& response)
{
    auto& wire = static_cast<HTTPServerRequestImpl&>(request); // what Poco's server always hands out
    const auto began = std::chrono::steady_clock::now();
    m_stopping.entered();
    if (m_crowded)
        response.setKeepAlive(false);
    Ending ending;
    try {
        ending = serve(wire, response);
    } catch (const Poco::Exception&) {
        ending = cut(wire, response, {}); // the other side went away
    } catch (const std::exception&) {
        ending = cut(wire, response, {});
    }
    m_service.metrics().finished(ending.route, ending.status, std::chrono::steady_clock::now() - began);
    m_stopping.left();
}

HttpFront::Ending HttpFront::serve(HTTPServerRequestImpl& wire, HTTPServerResponse& response)
{
    auto request = headOf(wire);
    if (!request) {
        response.setKeepAlive(false);
        return send(wire, response, m_service.refuse({}, 400, "not_found"));
    }
    if (const QString source = sourceOf(request->path); !source.isEmpty())
        m_service.metrics().arrived(source);

    std::vector<FaultRule> faults;
    if (Service::mayMisbehave(request->path))
        faults = m_service.faults().arrived(request->method, request->path);
    for (const FaultRule& fault : faults) {
        if (fault.kind == FaultKind::Delay)
            m_stopping.waitFor(std::chrono::milliseconds(fault.number(1000)));
        else if (fault.kind == FaultKind::Hang)
            hang(wire);
        if (fault.kind == FaultKind::Hang || fault.kind == FaultKind::CutBefore)
            return cut(wire, response, {});
    }

    auto refused = m_service.refusal(*request, wire.clientAddress().host().toString().c_str());
    if (!refused && request->header("content-encoding").value_or("identity").toLower() != "identity")
        refused = m_service.refuse(request->path, 415, "unsupported_coding");
    if (!refused) {
        const qsizetype limit = Service::bodyLimit(request->path);
        switch (readBody(wire, limit, request->body)) {
        case Reading::Whole:
            break;
        case Reading::Broken:
            return cut(wire, response, {});
        case Reading::TooLarge:
            refused =
                m_service.refuse(request->path, 413, "too_large", {{QStringLiteral("limit"), QString::number(limit)}});
        }
    }
    if (refused) {
        if (hasBody(wire)) {
            response.setKeepAlive(false);
            discardBody(wire);
        }
        return send(wire, response, std::move(*refused));
    }

    for (const FaultRule& fault : faults) {
        if (auto instead = faultReply(fault, m_service.problems()))
            return send(wire, response, std::move(*instead));
        if (fault.kind == FaultKind::Repeat) {
            if (auto last = m_service.faults().lastReply(request->path))
                return send(wire, response, std::move(*last));
        }
    }

    Reply reply = m_service.handle(*request);
    if (!faults.empty() || Service::mayMisbehave(request->path))
        m_service.faults().remember(request->path, reply);
    for (const FaultRule& fault : faults) {
        if (fault.kind == FaultKind::CutAfter)
            return cut(wire, response, reply);
        if (fault.kind == FaultKind::Truncate)
            return sendHalf(wire, response, std::move(reply));
        if (spoilsBody(fault.kind)) {
            reply.body = spoiled(reply.collect(), fault);
            reply.stream = nullptr;
        }
    }
    return send(wire, response, std::move(reply));
}

HttpFront::Reading HttpFront::readBody(HTTPServerRequestImpl& wire, qsizetype limit, QByteArray& body) const
{
    if (!hasBody(wire))
        return Reading::Whole;
    const qint64 announced = wire.hasContentLength() ? wire.getContentLength64() : -1;
    if (announced > limit)
        return Reading::TooLarge;
    const auto deadline = std::chrono::steady_clock::now() + leastBodyTime
        + std::chrono::seconds((announced < 0 ? limit : announced) / slowestBytesPerSecond);
    std::istream& stream = wire.stream();
    char buffer[16 * 1024];
    while (stream.good()) {
        stream.read(buffer, sizeof buffer);
        body.append(buffer, static_cast<qsizetype>(stream.gcount()));
        if (body.size() > limit)
            return Reading::TooLarge;
        if (std::chrono::steady_clock::now() > deadline)
            return Reading::Broken;
    }
    return announced >= 0 && body.size() != announced ? Reading::Broken : Reading::Whole;
}

void HttpFront::hang(HTTPServerRequestImpl& wire)
{
    const auto end = std::chrono::steady_clock::now() + longestHang;
    while (!m_stopping.waitFor(100ms) && std::chrono::steady_clock::now() < end) {
        // Readable without a byte to read: the caller has hung up.
        auto& socket = wire.socket();
        if (!hasBody(wire) && socket.poll(Poco::Timespan(0, 0), Poco::Net::Socket::SELECT_READ)
            && socket.available() == 0)
            return;
    }
}

HttpFront::Ending HttpFront::cut(HTTPServerRequestImpl& wire, HTTPServerResponse& response, const Reply& reply)
{
    response.setKeepAlive(false);
    try {
        wire.socket().shutdown();
    } catch (const Poco::Exception&) {
        // It is closed already, which is what was wanted.
    }
    return {reply.route, 0};
}

HttpFront::Ending HttpFront::send(HTTPServerRequestImpl& wire, HTTPServerResponse& response, Reply reply)
{
    copyHead(reply, response);
    const bool head = wire.getMethod() == Poco::Net::HTTPRequest::HTTP_HEAD;
    const bool streamed = static_cast<bool>(reply.stream);
    Coding coding = Coding::Identity;
    if (reply.contentCoding.isEmpty() && (streamed || reply.body.size() >= worthCoding))
        coding = chooseCoding(QByteArray::fromStdString(wire.get("Accept-Encoding", "")));
    if (coding != Coding::Identity)
        reply.contentCoding = codingName(coding);
    if (!reply.contentCoding.isEmpty())
        response.set("Content-Encoding", reply.contentCoding.toStdString());

    if (!streamed) {
        const QByteArray body = coding == Coding::Identity ? reply.body : encoded(coding, reply.body);
        if (reply.status != 204)
            response.setContentLength64(body.size());
        std::ostream& out = response.send();
        if (!head)
            out.write(body.constData(), body.size());
        out.flush();
        return {reply.route, reply.status};
    }

    if (wire.getVersion() == Poco::Net::HTTPMessage::HTTP_1_1)
        response.setChunkedTransferEncoding(true);
    else
        response.setKeepAlive(false);
    std::ostream& out = response.send();
    if (head)
        return {reply.route, reply.status};
    Encoder encoder(coding, [&out](const QByteArray& piece) {
        out.write(piece.constData(), piece.size());
        return out.good();
    });
    bool whole = true;
    reply.stream([&](const QByteArray& piece) { return whole = encoder.write(piece); });
    if (!whole || !encoder.finish())
        return cut(wire, response, reply);
    out.flush();
    return {reply.route, reply.status};
}

HttpFront::Ending HttpFront::sendHalf(HTTPServerRequestImpl& wire, HTTPServerResponse& response, Reply reply)
{
    copyHead(reply, response);
    const QByteArray body = reply.collect();
    response.setContentLength64(body.size());
    response.setKeepAlive(false);
    std::ostream& out = response.send();
    out.write(body.constData(), body.size() / 2);
    out.flush();
    return cut(wire, response, reply);
}

} // namespace ekatra::gateway
