// Many small requests in one, for slow lines: every PUT of a batch is stored by one commit.
#include "gateway/IcjsRoutes.h"
#include "gateway/PayloadCheck.h"

#include "base/CanonicalJson.h"

#include <QJsonArray>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype greatestBatch = 200;
constexpr int envelopeDepth = 4; // the batch's own brackets around a payload

Request unwrapped(const QJsonObject& entry)
{
    Request request;
    request.method = entry.value("method"_L1).toString().toLatin1();
    request.path = entry.value("path"_L1).toString();
    if (request.path.startsWith(IcjsRoutes::root))
        request.path.remove(0, IcjsRoutes::root.size());
    const QJsonObject headers = entry.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.headers[header.key().toLower().toLatin1()] = header.value().toString().toLatin1();
    const QJsonValue body = entry.value("body"_L1);
    if (!body.isUndefined())
        request.body = base::canonicalJson(body);
    return request;
}

QJsonObject wrapped(const Reply& reply)
{
    QJsonObject headers{{u"Content-Type"_s, QString::fromLatin1(reply.contentType)}};
    for (const auto& [name, value] : reply.headers)
        headers[QString::fromLatin1(name)] = QString::fromLatin1(value);
    QJsonObject entry{{u"status"_s, reply.status}, {u"headers"_s, headers}};
    if (const auto body = parseObject(reply.body, maxJsonDepth + envelopeDepth))
        entry[u"body"_s] = *body;
    return entry;
}

} // namespace

Reply IcjsRoutes::batch(const Request& request) const
{
    if (!isJson(request))
        return m_problems.reply(415, "not_json");
    const auto envelope = parseObject(request.body, maxJsonDepth + envelopeDepth);
    if (!envelope) {
        const bool deep = envelope.error().code == "gateway.too_deep"_L1;
        return m_problems.reply(deep ? 422 : 400, deep ? "too_deep" : "malformed_json", envelope.error().context);
    }
    const QJsonValue list = envelope->value("requests"_L1);
    const QJsonArray entries = list.toArray();
    if (!list.isArray() || entries.size() > greatestBatch)
        return m_problems.reply(400, "bad_batch", {{u"greatest"_s, QString::number(greatestBatch)}});

    // What reads comes after what writes; every answer stands at the place of its request.
    const auto size = static_cast<std::size_t>(entries.size());
    std::vector<Reply> replies(size);
    std::vector<Push> pushes;
    std::vector<std::size_t> pushPlaces;
    std::vector<std::pair<std::size_t, std::pair<Request, Target>>> reads;
    for (std::size_t i = 0; i < size; ++i) {
        const Request inner = unwrapped(entries.at(static_cast<qsizetype>(i)).toObject());
        if (!inner.path.startsWith(recordsPath)) {
            replies[i] = m_problems.reply(404, "not_found");
            continue;
        }
        const auto place = target(inner.path);
        if (const auto* refusal = std::get_if<Refusal>(&place)) {
            replies[i] = refusal->reply;
        } else if (inner.method == "GET") {
            reads.emplace_back(i, std::pair(inner, std::get<Target>(place)));
        } else if (inner.method != "PUT") {
            replies[i] = notAllowed("GET, PUT");
        } else {
            auto push = readPush(inner, std::get<Target>(place));
            if (const auto* refused = std::get_if<Refusal>(&push)) {
                replies[i] = refused->reply;
            } else {
                pushes.push_back(std::get<Push>(std::move(push)));
                pushPlaces.push_back(i);
            }
        }
    }
    const auto answers = m_store.push(pushes);
    if (!answers)
        return storeRefusal(answers.error());
    for (std::size_t i = 0; i < pushes.size(); ++i)
        replies[pushPlaces[i]] = answer(pushes[i], answers->at(i));
    for (const auto& [place, read] : reads)
        replies[place] = get(read.first, read.second);

    QJsonArray responses;
    for (const Reply& reply : replies)
        responses.append(wrapped(reply));
    return jsonReply(200, {{u"responses"_s, responses}});
}

} // namespace ekatra::gateway
