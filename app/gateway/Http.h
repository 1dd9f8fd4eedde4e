// Http.h
// A request and a reply as plain values: what the routes trade in, so that none of them knows the HTTP library.
// Values; any thread.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ekatra::gateway {

// Takes the next piece of a body; false means that nobody reads any more, so stop.
using ByteSink = std::function<bool(const QByteArray& piece)>;
using BodyWriter = std::function<void(const ByteSink& sink)>;

struct Request {
    QByteArray method;
    QString path; // percent-decoded, without the query
    std::vector<std::pair<QString, QString>> query;
    std::map<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;

    [[nodiscard]] std::optional<QString> parameter(QLatin1StringView name) const;
    [[nodiscard]] std::optional<QByteArray> header(const QByteArray& lowerCaseName) const;
    [[nodiscard]] bool reads() const { return method == "GET" || method == "HEAD"; }
};

struct Reply {
    int status = 200;
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    BodyWriter stream; // when set, the body is written by it, piece by piece, and `body` is unused
    QByteArray contentCoding; // set when the body is already coded; it is then sent as it stands
    QByteArray route = "none"; // the route's pattern, for the metrics

    [[nodiscard]] std::optional<QByteArray> header(const QByteArray& name) const;
    // The whole body as bytes, whichever way it was given.
    [[nodiscard]] QByteArray collect() const;
};

// False when the sender says that the body is something else.
[[nodiscard]] bool isJson(const Request& request);

[[nodiscard]] Reply jsonReply(int status, const QJsonObject& object);

} // namespace ekatra::gateway
