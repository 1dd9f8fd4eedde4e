#include "sources/IcjsClient.h"

#include "base/CanonicalJson.h"
#include "sources/IcjsPage.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ekatra::sources {

namespace {

using Outcome = PushAnswer::Outcome;

QString recordPath(const QString& kind, const QString& id)
{
    return QStringLiteral("/records/") + kind + QLatin1Char('/') + id;
}

QString text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

net::Headers conditions(const PushRequest& request)
{
    net::Headers headers{{"Content-Type", "application/json"}, {"Idempotency-Key", request.idempotencyKey.toLatin1()}};
    if (request.baseRevision)
        headers.push_back({"If-Match", '"' + request.baseRevision->toLatin1() + '"'});
    else
        headers.push_back({"If-None-Match", "*"});
    return headers;
}

// A request that brought no answer. What was not carried out may be tried again; the rest must be settled.
PushAnswer noAnswer(const Error& problem)
{
    PushAnswer answer;
    answer.outcome = problem.kind == ErrorKind::UnknownOutcome ? Outcome::Unknown
        : problem.kind == ErrorKind::NotPermitted              ? Outcome::SignInAgain
                                                               : Outcome::TryLater;
    answer.error = problem;
    return answer;
}

CentralRecord recordOf(const QJsonObject& json)
{
    return {text(json, "kind"), text(json, "id"), text(json, "revision"),
            json.value(QLatin1String("payload")).toObject(), json.value(QLatin1String("deleted")).toBool()};
}

std::vector<FieldProblem> problemsIn(const QJsonObject& body)
{
    std::vector<FieldProblem> problems;
    for (const auto& entry : body.value(QLatin1String("errors")).toArray()) {
        const QJsonObject problem = entry.toObject();
        const QJsonObject detail = problem.value(QLatin1String("detail")).toObject();
        problems.push_back({text(problem, "pointer"), text(problem, "code"), text(detail, "en"), text(detail, "hi")});
    }
    return problems;
}

// A gateway or proxy that fails at 500, 502 or 504 may have passed the request on before.
Outcome outcomeOf(int status)
{
    switch (status) {
    case 401:
        return Outcome::SignInAgain;
    case 408:
    case 425:
    case 429:
    case 503:
        return Outcome::TryLater;
    case 409:
    case 412:
        return Outcome::Conflict;
    default:
        break;
    }
    return status >= 400 && status < 500 ? Outcome::Rejected : Outcome::Unknown;
}

PushAnswer answerOf(const PushRequest& request, int status, const QJsonObject& body,
                    std::optional<std::chrono::seconds> retryAfter)
{
    PushAnswer answer;
    answer.retryAfter = retryAfter;
    answer.code = text(body, "code");
    answer.detailEn = text(body, "detail").isEmpty() ? text(body, "title") : text(body, "detail");
    answer.detailHi = text(body, "detail_hi").isEmpty() ? text(body, "title_hi") : text(body, "detail_hi");
    answer.problems = problemsIn(body);
    const QJsonObject current = body.value(QLatin1String("current")).toObject();
    if (!current.isEmpty())
        answer.current = recordOf(current);
    if (status == 200 || status == 201) {
        // Anything between here and the centre can say 200; only the centre can name this record and its revision.
        const bool isOurs = text(body, "id").compare(request.id, Qt::CaseInsensitive) == 0
            && text(body, "kind") == request.kind && !text(body, "revision").isEmpty();
        answer.outcome = isOurs ? Outcome::Accepted : Outcome::Unknown;
        answer.revision = isOurs ? text(body, "revision") : QString();
        answer.acceptedAt = text(body, "accepted_at");
        return answer;
    }
    answer.outcome = outcomeOf(status);
    // A wrong address or a proxy refuses without a word of its own; no paper is at fault for that.
    const bool saysWhy = !answer.code.isEmpty() || !answer.detailEn.isEmpty() || !answer.problems.empty();
    if (answer.outcome == Outcome::Rejected && !saysWhy) {
        answer.outcome = Outcome::TryLater;
        answer.error = error(ErrorKind::Unreachable, "sources.status",
                             {{QStringLiteral("status"), QString::number(status)}, {QStringLiteral("detail"), {}}});
    }
    return answer;
}

QJsonObject batchEntry(const PushRequest& request)
{
    QJsonObject headers;
    for (const net::Header& header : conditions(request))
        headers.insert(QString::fromLatin1(header.name), QString::fromLatin1(header.value));
    return {{QStringLiteral("method"), QStringLiteral("PUT")},
            {QStringLiteral("path"), recordPath(request.kind, request.id)},
            {QStringLiteral("headers"), headers},
            {QStringLiteral("body"), request.payload}};
}

} // namespace

IcjsClient::IcjsClient(Endpoint endpoint, net::HttpClient& client, const base::Clock& clock)
    : m_endpoint(std::move(endpoint)), m_client(client), m_clock(clock)
{
}

Result<net::HttpResponse> IcjsClient::send(net::HttpRequest request, const base::CancelToken& cancel)
{
    return m_client.send(request, cancel);
}

Result<Page> IcjsClient::changes(const QByteArray& cursor, int limit, const base::CancelToken& cancel)
{
    auto request = makeRequest(m_endpoint, net::Method::Get, QStringLiteral("/changes"),
                               {{QStringLiteral("cursor"), QString::fromUtf8(cursor)},
                                {QStringLiteral("limit"), QString::number(std::clamp(limit, 1, 5000))}});
    if (!request)
        return request.error();
    auto response = send(std::move(*request), cancel);
    if (!response)
        return response.error();
    if (response->status == 410)
        return error(ErrorKind::NotFound, "icjs.cursor_gone");
    if (auto fine = checkStatus(*response); !fine)
        return fine.error();
    auto page = readIcjsPage(std::move(response->body));
    if (!page)
        return page;
    page->bytes = response->wireBytes;
    if (!page->last && page->nextCursor == cursor)
        return error(ErrorKind::Unreachable, "sources.unexpected_shape",
                     {{QStringLiteral("detail"), QStringLiteral("the cursor does not move")}});
    return page;
}

Result<CentralRecord> IcjsClient::get(const QString& kind, const QString& id, const base::CancelToken& cancel)
{
    auto request = makeRequest(m_endpoint, net::Method::Get, recordPath(kind, id));
    if (!request)
        return request.error();
    auto response = send(std::move(*request), cancel);
    if (!response)
        return response.error();
    if (auto fine = checkStatus(*response); !fine)
        return fine.error();
    CentralRecord record = recordOf(QJsonDocument::fromJson(response->body).object());
    if (record.id.isEmpty() || record.revision.isEmpty())
        return error(ErrorKind::Unreachable, "sources.unexpected_shape",
                     {{QStringLiteral("detail"), QString::fromUtf8(response->body.left(60)).simplified()}});
    return record;
}

PushAnswer IcjsClient::put(const PushRequest& push, const base::CancelToken& cancel)
{
    auto request = makeRequest(m_endpoint, net::Method::Put, recordPath(push.kind, push.id));
    if (!request)
        return noAnswer(request.error());
    request->body = base::canonicalJson(push.payload);
    for (net::Header& header : conditions(push))
        request->headers.push_back(std::move(header));
    auto response = send(std::move(*request), cancel);
    if (!response)
        return noAnswer(response.error());
    return answerOf(push, response->status, QJsonDocument::fromJson(response->body).object(), response->retryAfter);
}

std::vector<PushAnswer> IcjsClient::batch(const std::vector<PushRequest>& pushes, const base::CancelToken& cancel)
{
    const auto all = [&pushes](const PushAnswer& answer) { return std::vector<PushAnswer>(pushes.size(), answer); };
    Q_ASSERT(pushes.size() <= batchLimit);
    auto request = makeRequest(m_endpoint, net::Method::Post, QStringLiteral("/batch"));
    if (!request)
        return all(noAnswer(request.error()));
    QJsonArray entries;
    for (const PushRequest& push : pushes)
        entries.append(batchEntry(push));
    request->body = base::canonicalJson(QJsonObject{{QStringLiteral("requests"), entries}});
    request->headers.push_back({"Content-Type", "application/json"});
    request->repeatable = true; // each entry has its own key
    auto response = send(std::move(*request), cancel);
    if (!response)
        return all(noAnswer(response.error()));
    const QJsonObject body = QJsonDocument::fromJson(response->body).object();
    const QJsonArray responses = body.value(QLatin1String("responses")).toArray();
    if (!response->isSuccess()) {
        std::vector<PushAnswer> answers;
        for (const PushRequest& push : pushes)
            answers.push_back(answerOf(push, response->status, body, response->retryAfter));
        return answers;
    }
    if (static_cast<std::size_t>(responses.size()) != pushes.size())
        return all(PushAnswer{});
    std::vector<PushAnswer> answers;
    for (std::size_t i = 0; i < pushes.size(); ++i) {
        const QJsonObject entry = responses.at(static_cast<qsizetype>(i)).toObject();
        const QJsonObject headers = entry.value(QLatin1String("headers")).toObject();
        answers.push_back(answerOf(pushes[i], entry.value(QLatin1String("status")).toInt(),
                                   entry.value(QLatin1String("body")).toObject(),
                                   net::parseRetryAfter(text(headers, "Retry-After").toLatin1(), m_clock.now())));
    }
    return answers;
}

} // namespace ekatra::sources
