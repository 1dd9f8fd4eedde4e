#include "gateway/Service.h"

#include "base/Resources.h"
#include "gateway/PayloadCheck.h"

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxBatchBytes = 32 * 1024 * 1024;
constexpr qsizetype maxTestBytes = 1024 * 1024;
constexpr QLatin1StringView healthPath{"/healthz"};

bool under(const QString& path, QLatin1StringView root)
{
    return path.startsWith(root) && path.size() > root.size() && path.at(root.size()) == u'/';
}

} // namespace

Service::Service(Settings settings)
    : m_tokens(settings.tokens),
      m_rate(settings.requestsPerSecond),
      m_allowTest(settings.allowTest),
      m_cas(settings.district, m_problems),
      m_icjs(settings.district, settings.store, m_problems, settings.allowTest),
      m_test(settings.district, settings.store, m_problems, m_faults, m_metrics)
{
}

std::optional<Reply> Service::refusal(const Request& request, const QByteArray& address)
{
    if (request.path == healthPath)
        return std::nullopt;
    if (!m_rate.admits(address, std::chrono::steady_clock::now())) {
        Reply reply = refuse(request.path, 429, "too_many_requests");
        reply.headers.emplace_back("Retry-After", "1");
        return reply;
    }
    if (!m_tokens.admits(request.header("authorization").value_or(QByteArray())))
        return refuse(request.path, 401, "sign_in");
    return std::nullopt;
}

Reply Service::handle(const Request& request)
{
    Reply reply = route(request);
    reply.headers.emplace_back("Cache-Control", "no-store");
    reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
    return reply;
}

Reply Service::route(const Request& request)
{
    if (under(request.path, CasRoutes::root))
        return m_cas.handle(request);
    if (under(request.path, IcjsRoutes::root))
        return m_icjs.handle(request);
    if (m_allowTest && under(request.path, TestRoutes::root))
        return m_test.handle(request);
    return own(request);
}

Reply Service::own(const Request& request) const
{
    Reply reply;
    if (request.path != healthPath && request.path != "/metrics"_L1 && request.path != "/openapi.json"_L1)
        return refuse(request.path, 404, "not_found");
    if (!request.reads()) {
        reply = refuse(request.path, 405, "method_not_allowed", {{u"allowed"_s, u"GET, HEAD"_s}});
        reply.headers.emplace_back("Allow", "GET, HEAD");
    } else if (request.path == healthPath) {
        reply = jsonReply(200, {{u"status"_s, u"ok"_s}});
    } else if (request.path == "/metrics"_L1) {
        reply.contentType = "text/plain; version=0.0.4; charset=utf-8";
        reply.body = m_metrics.prometheus();
    } else if (auto description = base::readResource(u"openapi/icjs.json"_s)) {
        reply.body = std::move(*description);
    } else {
        reply = refuse(request.path, 404, "not_found");
    }
    reply.route = request.path.toLatin1();
    return reply;
}

Reply Service::refuse(const QString& path, int status, const char* code, const Words& words) const
{
    Reply reply = under(path, CasRoutes::root) ? m_problems.casMessage(status, code, words)
                                               : m_problems.reply(status, code, words);
    if (status == 401 && !reply.header("WWW-Authenticate"))
        reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
}

qsizetype Service::bodyLimit(const QString& path)
{
    if (path == "/icjs/v1/batch"_L1)
        return maxBatchBytes;
    return under(path, TestRoutes::root) ? maxTestBytes : maxPayloadBytes;
}

bool Service::mayMisbehave(const QString& path)
{
    return path != healthPath && !under(path, TestRoutes::root);
}

} // namespace ekatra::gateway
