#include "support/Gateway.h"

#include "base/CanonicalJson.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>

#include <QJsonDocument>

#include <istream>
#include <ostream>
#include <stdexcept>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;

namespace {

[[noreturn]] void broken(const Error& error)
{
    throw std::runtime_error("gateway: " + error.code.toStdString());
}

void readAll(std::istream& stream, const Poco::Net::HTTPResponse& response, bool head, GatewayAnswer& answer)
{
    char buffer[16 * 1024];
    try {
        stream.exceptions(std::ios::badbit);
        while (stream.good()) {
            stream.read(buffer, sizeof buffer);
            answer.body.append(buffer, static_cast<qsizetype>(stream.gcount()));
        }
    } catch (const std::exception&) {
        answer.whole = false;
    }
    if (!head && response.hasContentLength() && response.getContentLength64() != answer.body.size())
        answer.whole = false;
}

std::unique_ptr<Poco::Net::HTTPClientSession> sessionFor(const GatewaySetUp& setUp, quint16 port)
{
    if (!setUp.tls)
        return std::make_unique<Poco::Net::HTTPClientSession>("127.0.0.1", port);
    Poco::Net::Context::Params params;
    params.caLocation = setUp.tls->certificate.toStdString();
    params.verificationMode = Poco::Net::Context::VERIFY_STRICT;
    if (setUp.client) {
        params.certificateFile = setUp.client->certificate.toStdString();
        params.privateKeyFile = setUp.client->key.toStdString();
    }
    const Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, params);
    return std::make_unique<Poco::Net::HTTPSClientSession>("127.0.0.1", port, context);
}

} // namespace

QJsonObject GatewayAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString GatewayAnswer::code() const
{
    return json().value("code"_L1).toString();
}

Gateway::Gateway(GatewaySetUp setUp) : m_setUp(std::move(setUp)), m_ownDistrict(m_setUp.firs)
{
    start();
}

Gateway::~Gateway() = default;

void Gateway::start()
{
    auto rules = gateway::parseFaults(m_setUp.faults);
    if (!rules)
        broken(rules.error());
    m_server = std::make_unique<gateway::GatewayServer>(
        gateway::GatewayServer::Options{.district = m_setUp.district ? *m_setUp.district : m_ownDistrict,
                                        .clock = clock,
                                        .storePath = m_setUp.storePath,
                                        .tokens = m_setUp.tokens,
                                        .tlsCertificate = m_setUp.tls ? m_setUp.tls->certificate : QString(),
                                        .tlsKey = m_setUp.tls ? m_setUp.tls->key : QString(),
                                        .clientCa = m_setUp.clientCa,
                                        .allowTest = m_setUp.allowTest,
                                        .faults = std::move(*rules),
                                        .requestsPerSecond = m_setUp.requestsPerSecond});
    const auto port = m_server->start();
    if (!port)
        broken(port.error());
    m_port = *port;
}

void Gateway::stop()
{
    m_server.reset();
}

void Gateway::restart()
{
    stop();
    start();
}

QString Gateway::url(const QString& path) const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_setUp.tls ? "https"_L1 : "http"_L1).arg(m_port) + path;
}

GatewayAnswer Gateway::request(const QByteArray& method, const QByteArray& path, const GatewayHeaders& headers,
                               const QByteArray& body) const
{
    GatewayAnswer answer;
    try {
        const auto session = sessionFor(m_setUp, m_port);
        session->setTimeout(Poco::Timespan(20, 0));
        Poco::Net::HTTPRequest request(method.toStdString(), path.toStdString(), Poco::Net::HTTPMessage::HTTP_1_1);
        for (const auto& [name, value] : headers)
            request.set(name.toStdString(), value.toStdString());
        if (!body.isEmpty() || method == "PUT" || method == "POST")
            request.setContentLength64(body.size());
        session->sendRequest(request).write(body.constData(), body.size());
        Poco::Net::HTTPResponse response;
        std::istream& stream = session->receiveResponse(response);
        answer.status = response.getStatus();
        for (const auto& [name, value] : response)
            answer.headers[QByteArray::fromStdString(name).toLower()] = QByteArray::fromStdString(value);
        readAll(stream, response, method == "HEAD", answer);
    } catch (const Poco::Exception&) {
        answer.whole = false;
    }
    return answer;
}

GatewayAnswer Gateway::get(const QByteArray& path, const GatewayHeaders& headers) const
{
    return request("GET", path, headers);
}

GatewayAnswer Gateway::create(const QString& kind, const QString& id, const QJsonObject& payload,
                              const QByteArray& key) const
{
    const QString path = u"/icjs/v1/records/%1/%2"_s.arg(kind, id);
    return request("PUT", path.toLatin1(), {{"If-None-Match", "*"}, {"Idempotency-Key", key}},
                   base::canonicalJson(payload));
}

GatewayAnswer Gateway::change(const QString& kind, const QString& id, const QJsonObject& payload, const QByteArray& key,
                              const QByteArray& revision) const
{
    const QString path = u"/icjs/v1/records/%1/%2"_s.arg(kind, id);
    return request("PUT", path.toLatin1(), {{"If-Match", '"' + revision + '"'}, {"Idempotency-Key", key}},
                   base::canonicalJson(payload));
}

void Gateway::faults(const QString& spec) const
{
    const auto set = request("POST", "/test/faults", {}, base::canonicalJson(QJsonObject{{u"spec"_s, spec}}));
    if (set.status != 200)
        throw std::runtime_error("gateway: faults refused");
}

void Gateway::cutAfterCommit(int nth) const
{
    faults(u"PUT:/icjs/v1/records:nth=%1:cut-after"_s.arg(nth));
}

QJsonObject Gateway::state() const
{
    return get("/test/state").json();
}

qint64 Gateway::count(const QString& kind) const
{
    return state().value("accepted"_L1).toObject().value(kind).toInteger();
}

} // namespace ekatra::test
