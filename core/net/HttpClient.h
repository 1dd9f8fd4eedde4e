// HttpClient.h
// One request, one answer: what the rest of the program knows of HTTP. Implemented by PocoHttpClient and, in tests, by
// fakes. An instance belongs to one worker thread; only the CancelToken may be touched from elsewhere.
//
// Promises: never throws; ends within the request's deadline, and within a second of a cancel; an answer is whole or it
// is an error. The error says what the caller needs in order to go on:
//   Unreachable     nothing was changed over there (nothing complete was sent, or the method changes nothing)
//   UnknownOutcome  the request went out whole and no usable answer came: settle it under its own idempotency key
//   Cancelled       stopped on request before anything complete was sent
//   BadUsage        the request itself may not be sent (plain http to another machine, a bad address)
// A status such as 404 or 503 is an answer and not an error.
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace ekatra::net {

enum class Method { Get, Head, Put, Post, Delete };

[[nodiscard]] QByteArray methodName(Method method);

struct Header {
    QByteArray name;
    QByteArray value;
};
using Headers = std::vector<Header>;

// How much of an answer is taken, and how long is waited for it.
struct Limits {
    qint64 wireBytes = 64LL << 20; // body as it comes over the line
    qint64 bodyBytes = 256LL << 20; // body after gzip or zstd was undone
    int ratio = 200; // decoded : received, tested above 4 MiB
    std::chrono::milliseconds deadline{120'000}; // from call to answer, retries and redirects included
    std::chrono::milliseconds connectTimeout{15'000};
};

struct HttpRequest {
    Method method = Method::Get;
    QUrl url;
    Headers headers;
    QByteArray body;
    Limits limits;
    // A second arrival does no harm. GET, HEAD and a PUT with an Idempotency-Key are known to be so without it.
    bool repeatable = false;
};

struct HttpResponse {
    int status = 0;
    Headers headers;
    QByteArray body; // decoded
    qint64 wireBytes = 0;
    QUrl url; // after redirects
    std::optional<std::chrono::seconds> retryAfter;

    // The first header of that name in any case, or an empty value.
    [[nodiscard]] QByteArray header(const char* name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

class HttpClient {
public:
    virtual ~HttpClient() = default;

    [[nodiscard]] virtual Result<HttpResponse> send(const HttpRequest& request, const base::CancelToken& cancel) = 0;
};

// Value of a Retry-After header: seconds, or a date that is counted from `now`. Never negative.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& value, const QDateTime& now);

// 127.0.0.0/8, ::1 or "localhost".
[[nodiscard]] bool isLoopback(const QString& host);

} // namespace ekatra::net
