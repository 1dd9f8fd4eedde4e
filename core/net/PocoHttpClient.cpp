#include "net/PocoHttpClient.h"

#include "net/ContentDecoder.h"
#include "net/Line.h"
#include "net/ResponseReader.h"

#include <algorithm>
#include <map>

namespace ekatra::net {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int redirectLimit = 3;
constexpr std::chrono::seconds idleByDefault{30};

Error refused(const char* code, const QUrl& url)
{
    return error(ErrorKind::BadUsage, code, {{QStringLiteral("host"), url.host()}});
}

// Where a URL leads, or why nothing may be sent there.
Result<HostPort> target(const QUrl& url)
{
    const bool secure = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return refused("net.bad_url", url);
    if (!secure && url.scheme() != QLatin1String("http"))
        return refused("net.bad_url", url);
    if (!secure && !isLoopback(url.host()))
        return refused("net.plain_http_refused", url);
    const QString host = QString::fromLatin1(QUrl::toAce(url.host()));
    return HostPort{secure, host.isEmpty() ? url.host() : host, static_cast<quint16>(url.port(secure ? 443 : 80))};
}

bool changesSomething(Method method)
{
    return method != Method::Get && method != Method::Head;
}

bool has(const Headers& headers, const char* name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const Header& header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

bool mayRepeat(const HttpRequest& request)
{
    return request.repeatable || !changesSomething(request.method)
        || (request.method == Method::Put && has(request.headers, "Idempotency-Key"));
}

bool isOneLine(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isPlainRequest(const HttpRequest& request)
{
    return std::all_of(request.headers.begin(), request.headers.end(), [](const Header& header) {
        return !header.name.isEmpty() && !header.name.contains(':') && isOneLine(header.name)
            && isOneLine(header.value);
    });
}

QByteArray headOf(const HttpRequest& request, const QUrl& url, const HostPort& to)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = "/";
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = to.host.contains(QLatin1Char(':')) ? '[' + to.host.toLatin1() + ']' : to.host.toLatin1();
    if (to.port != (to.secure ? 443 : 80))
        host += ':' + QByteArray::number(to.port);

    QByteArray head = methodName(request.method) + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
    if (!has(request.headers, "User-Agent"))
        head += "User-Agent: Ekatra/1\r\n";
    if (!has(request.headers, "Accept-Encoding"))
        head += "Accept-Encoding: zstd, gzip\r\n";
    for (const Header& header : request.headers)
        head += header.name + ": " + header.value + "\r\n";
    if (!request.body.isEmpty() || request.method == Method::Put || request.method == Method::Post)
        head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return head + "\r\n";
}

// How long the other side says that it keeps an idle line, less a second for the way.
std::chrono::seconds idleTime(const HttpResponse& response)
{
    const QByteArray value = response.header("Keep-Alive").toLower();
    const qsizetype at = value.indexOf("timeout=");
    if (at < 0)
        return idleByDefault;
    const QByteArray number = value.mid(at + 8).split(',').first().trimmed();
    return std::chrono::seconds(std::clamp(number.toInt() - 1, 0, 300));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

struct PocoHttpClient::Lines {
    struct Idle {
        std::unique_ptr<Line> line;
        SteadyClock::time_point until;
    };
    std::map<HostPort, Idle> idle;

    // The idle line to a host if it is still good, else nothing.
    std::unique_ptr<Line> take(const HostPort& to)
    {
        const auto found = idle.find(to);
        if (found == idle.end())
            return nullptr;
        std::unique_ptr<Line> line;
        if (SteadyClock::now() < found->second.until && !found->second.line->stale())
            line = std::move(found->second.line);
        idle.erase(found);
        return line;
    }
};

// One request to one address, with at most one silent repetition.
class PocoHttpClient::Exchange {
public:
    Exchange(PocoHttpClient& client, const HttpRequest& request, const Deadline& deadline)
        : m_client(client), m_request(request), m_deadline(deadline)
    {
    }

    Result<HttpResponse> run(const QUrl& url, const HostPort& to)
    {
        if (auto going = m_deadline.check(); !going)
            return settle(going.error(), to);
        const QByteArray bytes = headOf(m_request, url, to) + m_request.body;
        if (auto kept = m_client.m_lines->take(to)) {
            auto answer = once(std::move(kept), to, bytes);
            const bool lineWasDead = !answer && !m_started && answer.error().code == QLatin1String("net.cut");
            if (!lineWasDead || (m_sentWhole && !mayRepeat(m_request)))
                return settle(std::move(answer), to);
        }
        auto line = Line::open(to, m_client.m_tls, m_deadline.within(m_request.limits.connectTimeout));
        if (!line)
            return settle(line.error(), to);
        return settle(once(std::move(*line), to, bytes), to);
    }

private:
    Result<HttpResponse> once(std::unique_ptr<Line> line, const HostPort& to, const QByteArray& bytes)
    {
        m_sentWhole = false;
        m_started = false;
        if (auto sent = line->send(bytes, m_deadline, m_sentWhole); !sent)
            return sent.error();
        ResponseReader reader([&](char* buffer, qint64 size) { return line->receive(buffer, size, m_deadline); });
        HttpResponse response;
        auto read = readAnswer(reader, response);
        m_started = reader.started();
        if (!read)
            return read.error();
        if (reader.reusable())
            m_client.m_lines->idle[to] = {std::move(line), SteadyClock::now() + idleTime(response)};
        return response;
    }

    Result<void> readAnswer(ResponseReader& reader, HttpResponse& response)
    {
        if (auto head = reader.readHead(response); !head)
            return head;
        auto decoder = ContentDecoder::make(response.header("Content-Encoding"), m_request.limits, response.body);
        if (!decoder)
            return decoder.error();
        auto body = reader.readBody(response, m_request.method, m_request.limits.wireBytes,
                                    [&](const char* data, qint64 size) { return (*decoder)->take(data, size); });
        if (!body || response.wireBytes == 0)
            return body;
        return (*decoder)->finish();
    }

    // Names the host, and tells "nothing was changed" from "nobody knows".
    Result<HttpResponse> settle(Result<HttpResponse> answer, const HostPort& to) const
    {
        if (answer)
            return answer;
        Error problem = answer.error();
        problem.context.insert(QStringLiteral("host"), to.host);
        if (!m_sentWhole || !changesSomething(m_request.method))
            return problem;
        return because(error(ErrorKind::UnknownOutcome, "net.reply_lost", {{QStringLiteral("host"), to.host}}),
                       problem);
    }

    PocoHttpClient& m_client;
    const HttpRequest& m_request;
    const Deadline m_deadline;
    bool m_sentWhole = false;
    bool m_started = false;
};

PocoHttpClient::PocoHttpClient(TlsSettings tls, const base::Clock& clock)
    : m_tls(std::move(tls)), m_clock(clock), m_lines(std::make_unique<Lines>())
{
}

PocoHttpClient::~PocoHttpClient() = default;

Result<HttpResponse> PocoHttpClient::send(const HttpRequest& request, const base::CancelToken& cancel)
{
    if (!isPlainRequest(request))
        return refused("net.bad_header", request.url);
    const Deadline deadline(request.limits.deadline, cancel);
    QUrl url = request.url;
    for (int redirects = 0;; ++redirects) {
        auto to = target(url);
        if (!to)
            return to.error();
        auto answer = Exchange(*this, request, deadline).run(url, *to);
        if (!answer)
            return answer;
        answer->url = url;
        answer->retryAfter = parseRetryAfter(answer->header("Retry-After"), m_clock.now());
        if (!isRedirect(answer->status))
            return answer;
        const QUrl next = url.resolved(QUrl::fromEncoded(answer->header("Location"), QUrl::StrictMode));
        auto nextTo = target(next);
        const bool sameHost = nextTo && !(*nextTo < *to) && !(*to < *nextTo);
        if (!sameHost || changesSomething(request.method) || redirects == redirectLimit)
            return error(ErrorKind::Unreachable, "net.redirect_refused",
                         {{QStringLiteral("host"), url.host()}, {QStringLiteral("to"), next.host()}});
        url = next;
    }
}

} // namespace ekatra::net
