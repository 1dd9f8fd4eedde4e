// GatewayServer.h
// The gateway as a running server: `ekatra-gateway` is this and a command line; tests run it in their own process.
// start() and stop() belong to one thread; requests are answered on up to 16 others. The destructor stops it.
//
// Promises: without tokens it listens on loopback only, and without TLS as well. It never writes a token, a body or a
// query to a log. stop() lets requests in progress end for two seconds and returns when none is left.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "gateway/District.h"
#include "gateway/Faults.h"

#include <memory>

namespace ekatra::gateway {

class GatewayServer {
public:
    struct Options {
        const District& district;
        const base::Clock& clock;
        QString storePath = {}; // empty: in memory
        QString listen = QStringLiteral("127.0.0.1:0");
        std::vector<QByteArray> tokens = {}; // empty: everyone on this machine may ask
        QString tlsCertificate = {}; // PEM files; empty: plain HTTP
        QString tlsKey = {};
        QString clientCa = {}; // when set, callers must show a certificate signed by it
        bool allowTest = false;
        std::vector<FaultRule> faults = {};
        int requestsPerSecond = 2000; // for each address; 0: no limit
    };

    explicit GatewayServer(Options options);
    ~GatewayServer();

    // Opens and fills the store, then listens; returns the port. Errors: BadUsage gateway.bad_address,
    // gateway.listen_needs_token, gateway.listen_needs_tls; BadInput gateway.tls_files; Unreachable
    // gateway.listen_failed; those of CentreStore::open.
    [[nodiscard]] Result<quint16> start();
    void stop();

private:
    struct Running;

    Options m_options;
    std::unique_ptr<Running> m_running;
};

} // namespace ekatra::gateway
