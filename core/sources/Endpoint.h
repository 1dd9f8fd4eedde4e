// Endpoint.h
// Where a source is reached and in whose name. A plain value handed to a connector; the secret itself stays with
// whoever gives `authorization`, and is asked for once a request.
#pragma once

#include "net/HttpClient.h"

#include <QJsonDocument>

#include <functional>

namespace ekatra::sources {

struct Endpoint {
    QUrl base; // "https://cas.example/sources/cas"
    // Value of the Authorization header, empty for none; may fail when it has to be fetched first.
    std::function<Result<QByteArray>()> authorization;
    net::Limits limits;
};

// A request below `endpoint.base`, with its authorization. Errors: those of endpoint.authorization.
[[nodiscard]] Result<net::HttpRequest> makeRequest(const Endpoint& endpoint, net::Method method, const QString& path,
                                                   const std::vector<std::pair<QString, QString>>& query = {});

// Nothing for a 2xx answer. Errors: NotPermitted sources.sign_in (401, 403), NotFound sources.no_record (404, 410),
// Unreachable sources.busy {seconds} (429, 503), Unreachable sources.status (other 5xx), Rejected sources.status
// (else); {status, detail} as the other side says it.
[[nodiscard]] Result<void> checkStatus(const net::HttpResponse& response);

// What an answer says about itself: RFC 9457's detail or title, or a "Message", cut to a line.
[[nodiscard]] QString detailOf(const net::HttpResponse& response);

} // namespace ekatra::sources
