// Gateway.h
// The gateway in the test's own process, on a port of its own, with a clock that the test moves; and the few requests
// that tests make of it. Belongs to one test; requests may come from several of its threads.
#pragma once

#include "base/Clock.h"
#include "gateway/GatewayServer.h"
#include "support/GatewayCertificate.h"
#include "support/GatewayDistrict.h"

#include <QJsonObject>

#include <atomic>
#include <map>
#include <memory>

namespace ekatra::test {

class GatewayClock final : public base::Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms.load(), Qt::UTC); }
    void advanceDays(int days) { m_ms += qint64{days} * 86'400'000; }

private:
    std::atomic<qint64> m_ms{1'735'689'600'000}; // 1 January 2025
};

struct GatewayAnswer {
    int status = 0; // 0: the line was cut before an answer
    QByteArray body;
    bool whole = true; // false: cut in the middle of the body
    std::map<QByteArray, QByteArray> headers; // names in lower case

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString code() const; // of a problem document
};

using GatewayHeaders = std::map<QByteArray, QByteArray>;

struct GatewaySetUp {
    int firs = 100;
    const gateway::District* district = nullptr; // instead of one with that many FIRs
    QString storePath = {};
    std::vector<QByteArray> tokens = {};
    QString faults = {};
    bool allowTest = true;
    int requestsPerSecond = 0;
    const GatewayCertificate* tls = nullptr; // the server's; requests trust it alone
    QString clientCa = {}; // whom the server asks callers to be signed by
    const GatewayCertificate* client = nullptr; // what requests show
};

class Gateway {
public:
    explicit Gateway(GatewaySetUp setUp = {});
    ~Gateway();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url(const QString& path = {}) const; // "http[s]://127.0.0.1:PORT" + path

    // Stops and starts again on the same store; a store in memory starts empty, the port may be another.
    void restart();
    void stop();

    GatewayAnswer request(const QByteArray& method, const QByteArray& path, const GatewayHeaders& headers = {},
                          const QByteArray& body = {}) const;
    GatewayAnswer get(const QByteArray& path, const GatewayHeaders& headers = {}) const;

    // PUT of a new record, or of a change to `revision`, under `key`.
    GatewayAnswer create(const QString& kind, const QString& id, const QJsonObject& payload,
                         const QByteArray& key) const;
    GatewayAnswer change(const QString& kind, const QString& id, const QJsonObject& payload, const QByteArray& key,
                         const QByteArray& revision) const;

    void faults(const QString& spec) const;
    // The centre stores the nth record pushed from now on, and the answer never arrives.
    void cutAfterCommit(int nth) const;

    [[nodiscard]] QJsonObject state() const; // GET /test/state
    [[nodiscard]] qint64 count(const QString& kind) const; // records that stations pushed

    GatewayClock clock;

private:
    void start();

    GatewaySetUp m_setUp;
    GatewayDistrict m_ownDistrict;
    std::unique_ptr<gateway::GatewayServer> m_server;
    quint16 m_port = 0;
};

} // namespace ekatra::test
