#include "gateway/GatewayServer.h"

#include "gateway/CentreStore.h"
#include "gateway/HttpFront.h"
#include "gateway/Service.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <QFile>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int threads = 16;
constexpr int backlog = 256;
constexpr int idleSeconds = 10;
constexpr int ioSeconds = 30;
constexpr int requestsOnOneLine = 100'000;
constexpr auto grace = 2s;
constexpr qint64 greatestKeyFile = 64 * 1024;

Result<Poco::Net::SocketAddress> addressOf(const GatewayServer::Options& options)
{
    const Words words{{u"address"_s, options.listen}};
    QString text = options.listen;
    if (text.startsWith("localhost:"_L1))
        text.replace(0, 9, u"127.0.0.1"_s);
    const auto colon = text.lastIndexOf(u':');
    bool numeric = false;
    text.mid(colon + 1).toUShort(&numeric);
    if (colon < 1 || !numeric)
        return error(ErrorKind::BadUsage, "gateway.bad_address", words);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    Poco::Net::IPAddress ip;
    if (!Poco::Net::IPAddress::tryParse(host.toStdString(), ip))
        return error(ErrorKind::BadUsage, "gateway.bad_address", words);
    if (!ip.isLoopback() && options.tokens.empty())
        return error(ErrorKind::BadUsage, "gateway.listen_needs_token", words);
    if (!ip.isLoopback() && options.tlsCertificate.isEmpty())
        return error(ErrorKind::BadUsage, "gateway.listen_needs_tls", words);
    return Poco::Net::SocketAddress(ip, text.mid(colon + 1).toUShort());
}

Error tlsError(const QString& detail)
{
    return error(ErrorKind::BadInput, "gateway.tls_files", {{u"detail"_s, detail}});
}

// Refuses what would make the TLS library ask for a passphrase on a terminal.
Result<void> checkKey(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tlsError(path);
    if (file.read(greatestKeyFile).contains("ENCRYPTED"))
        return tlsError(path + u" (passphrase)"_s);
    return {};
}

Poco::Net::ServerSocket secureSocket(const Poco::Net::SocketAddress& address, const GatewayServer::Options& options)
{
    Poco::Net::initializeSSL();
    Poco::Net::Context::Params params;
    params.privateKeyFile = options.tlsKey.toStdString();
    params.certificateFile = options.tlsCertificate.toStdString();
    params.caLocation = options.clientCa.toStdString();
    params.verificationMode =
        options.clientCa.isEmpty() ? Poco::Net::Context::VERIFY_NONE : Poco::Net::Context::VERIFY_STRICT;
    params.cipherList = "HIGH:!aNULL:!MD5:!kRSA:@STRENGTH";
    Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, params);
    context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
    context->preferServerCiphers();
    return Poco::Net::SecureServerSocket(address, backlog, context);
}

} // namespace

struct GatewayServer::Running {
    std::unique_ptr<CentreStore> store;
    std::unique_ptr<Service> service;
    Stopping stopping;
    Poco::ThreadPool pool{2, threads, idleSeconds};
    std::unique_ptr<Poco::Net::HTTPServer> server;
};

GatewayServer::GatewayServer(Options options) : m_options(std::move(options)) { }

GatewayServer::~GatewayServer()
{
    stop();
}

Result<quint16> GatewayServer::start()
{
    Q_ASSERT(!m_running);
    const auto address = addressOf(m_options);
    if (!address)
        return address.error();

    if (!m_options.tlsKey.isEmpty()) {
        if (auto sound = checkKey(m_options.tlsKey); !sound)
            return sound.error();
    }

    auto running = std::make_unique<Running>();
    auto store = CentreStore::open(m_options.storePath, m_options.clock);
    if (!store)
        return store.error();
    running->store = std::move(*store);
    if (const auto seeded = running->store->seed(m_options.district); !seeded)
        return seeded.error();
    if (const auto pruned = running->store->prune(CentreStore::tombstoneDays); !pruned)
        return pruned.error();
    running->service = std::make_unique<Service>(Service::Settings{
        m_options.district, *running->store, m_options.tokens, m_options.allowTest, m_options.requestsPerSecond});
    running->service->faults().replace(m_options.faults);

    Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(threads);
    params->setMaxQueued(backlog);
    params->setTimeout(Poco::Timespan(ioSeconds, 0));
    params->setKeepAlive(true);
    params->setKeepAliveTimeout(Poco::Timespan(idleSeconds, 0));
    params->setMaxKeepAliveRequests(requestsOnOneLine);
    const auto crowded = [raw = running.get()] { return raw->server && raw->server->queuedConnections() > 0; };
    try {
        const auto socket = m_options.tlsCertificate.isEmpty() ? Poco::Net::ServerSocket(*address, backlog)
                                                               : secureSocket(*address, m_options);
        running->server = std::make_unique<Poco::Net::HTTPServer>(
            new HttpFrontFactory(*running->service, running->stopping, crowded), running->pool, socket, params);
        running->server->start();
    } catch (const Poco::Net::SSLException& failure) {
        return tlsError(QString::fromStdString(failure.displayText()));
    } catch (const Poco::Net::NetException& failure) {
        return error(ErrorKind::Unreachable, "gateway.listen_failed",
                     {{u"address"_s, m_options.listen}, {u"detail"_s, QString::fromStdString(failure.displayText())}});
    } catch (const Poco::Exception& failure) {
        return tlsError(QString::fromStdString(failure.displayText()));
    }
    m_running = std::move(running);
    return quint16{m_running->server->port()};
}

void GatewayServer::stop()
{
    if (!m_running)
        return;
    m_running->stopping.request();
    m_running->server->stop();
    m_running->stopping.drain(grace);
    m_running->server->stopAll(true);
    m_running->pool.joinAll();
    m_running.reset();
}

} // namespace ekatra::gateway
