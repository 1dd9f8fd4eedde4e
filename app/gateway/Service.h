// Service.h
// Everything the gateway answers, from a request to a reply, without a socket: admission, routing, counting.
// Owned by GatewayServer; handle() may be called from every request thread at once.
#pragma once

#include "gateway/Admission.h"
#include "gateway/CasRoutes.h"
#include "gateway/CentreStore.h"
#include "gateway/Faults.h"
#include "gateway/IcjsRoutes.h"
#include "gateway/Metrics.h"
#include "gateway/TestRoutes.h"

namespace ekatra::gateway {

class Service {
public:
    struct Settings {
        const District& district;
        CentreStore& store;
        std::vector<QByteArray> tokens = {};
        bool allowTest = false;
        int requestsPerSecond = 0;
    };
    explicit Service(Settings settings);

    // The refusal of one who may not ask, or asks too often; nothing when the request may be handled. Looks at path and
    // headers only, so that no body is read for a stranger.
    [[nodiscard]] std::optional<Reply> refusal(const Request& request, const QByteArray& address);

    [[nodiscard]] Reply handle(const Request& request);

    // A refusal in the manner of the source that `path` belongs to.
    [[nodiscard]] Reply refuse(const QString& path, int status, const char* code, const Words& words = {}) const;

    // How long a body on `path` may be.
    [[nodiscard]] static qsizetype bodyLimit(const QString& path);

    // Health and test routes stay well while everything else misbehaves.
    [[nodiscard]] static bool mayMisbehave(const QString& path);

    [[nodiscard]] FaultPlan& faults() { return m_faults; }
    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] const Problems& problems() const { return m_problems; }

private:
    [[nodiscard]] Reply route(const Request& request);
    [[nodiscard]] Reply own(const Request& request) const;

    Problems m_problems = Problems::load();
    Metrics m_metrics;
    FaultPlan m_faults;
    TokenGuard m_tokens;
    RateLimit m_rate;
    bool m_allowTest;
    CasRoutes m_cas;
    IcjsRoutes m_icjs;
    TestRoutes m_test;
};

} // namespace ekatra::gateway
