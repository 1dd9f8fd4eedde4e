#include "gateway/Http.h"

#include "base/CanonicalJson.h"

namespace ekatra::gateway {

std::optional<QString> Request::parameter(QLatin1StringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::optional<QByteArray> Request::header(const QByteArray& lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    if (found == headers.end())
        return std::nullopt;
    return found->second;
}

std::optional<QByteArray> Reply::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

QByteArray Reply::collect() const
{
    if (!stream)
        return body;
    QByteArray all;
    stream([&all](const QByteArray& piece) {
        all += piece;
        return true;
    });
    return all;
}

bool isJson(const Request& request)
{
    const auto type = request.header("content-type");
    return !type || type->split(';').front().trimmed().toLower() == "application/json";
}

Reply jsonReply(int status, const QJsonObject& object)
{
    Reply reply;
    reply.status = status;
    reply.body = base::canonicalJson(object);
    return reply;
}

} // namespace ekatra::gateway
