#include "sources/Endpoint.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace ekatra::sources {

Result<net::HttpRequest> makeRequest(const Endpoint& endpoint, net::Method method, const QString& path,
                                     const std::vector<std::pair<QString, QString>>& query)
{
    net::HttpRequest request;
    request.method = method;
    request.limits = endpoint.limits;
    request.url = endpoint.base;
    QString base = endpoint.base.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    request.url.setPath(base + path);
    QUrlQuery parameters;
    for (const auto& [name, value] : query) // '+' would be read as a blank over there
        parameters.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value, "/:")));
    if (!query.empty())
        request.url.setQuery(parameters);
    if (endpoint.authorization) {
        auto authorization = endpoint.authorization();
        if (!authorization)
            return authorization.error();
        if (!authorization->isEmpty())
            request.headers.push_back({"Authorization", *authorization});
    }
    request.headers.push_back({"Accept", "application/json, application/problem+json"});
    return request;
}

QString detailOf(const net::HttpResponse& response)
{
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    for (const char* name : {"detail", "title", "Message", "message"}) {
        const QString text = body.value(QLatin1String(name)).toString();
        if (!text.isEmpty())
            return text.left(200);
    }
    return {};
}

Result<void> checkStatus(const net::HttpResponse& response)
{
    if (response.isSuccess())
        return {};
    const QMap<QString, QString> context{{QStringLiteral("status"), QString::number(response.status)},
                                         {QStringLiteral("detail"), detailOf(response)}};
    switch (response.status) {
    case 401:
    case 403:
        return error(ErrorKind::NotPermitted, "sources.sign_in", context);
    case 404:
    case 410:
        return error(ErrorKind::NotFound, "sources.no_record", context);
    case 429:
    case 503: {
        auto busy = error(ErrorKind::Unreachable, "sources.busy", context);
        if (response.retryAfter)
            busy.context.insert(QStringLiteral("seconds"), QString::number(response.retryAfter->count()));
        return busy;
    }
    default:
        break;
    }
    return error(response.status >= 500 ? ErrorKind::Unreachable : ErrorKind::Rejected, "sources.status", context);
}

} // namespace ekatra::sources
