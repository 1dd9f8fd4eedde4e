#include "gateway/IcjsRoutes.h"

#include "gateway/CentreSql.h"
#include "gateway/PayloadCheck.h"

#include "base/CanonicalJson.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultLimit = 1000;
constexpr int greatestLimit = 5000;

constexpr auto recordRoute = "/icjs/v1/records/{kind}/{id}";

QByteArray etag(qint64 revision)
{
    return '"' + QByteArray::number(revision) + '"';
}

QJsonObject asJson(const CentreRecord& record)
{
    QJsonObject object{
        {u"kind"_s, record.kind}, {u"id"_s, record.id}, {u"revision"_s, QString::number(record.revision)}};
    if (record.deleted)
        object[u"deleted"_s] = true;
    else if (const auto payload = parseObject(record.payload))
        object[u"payload"_s] = *payload;
    return object;
}

// Whether one of the tags of If-None-Match is this one.
bool isHeld(const QByteArray& list, const QByteArray& tag)
{
    for (QByteArray one : list.split(',')) {
        one = one.trimmed();
        if (one.startsWith("W/"))
            one.remove(0, 2);
        if (one == tag || one == "*")
            return true;
    }
    return false;
}

bool isIdempotencyKey(const QByteArray& key)
{
    return !key.isEmpty() && key.size() <= 200
        && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

} // namespace

IcjsRoutes::IcjsRoutes(const District& district, CentreStore& store, const Problems& problems, bool allowTest)
    : m_store(store), m_problems(problems), m_allowTest(allowTest)
{
    for (const Station& station : district.stations())
        m_stations.insert(station.code);
}

Reply IcjsRoutes::handle(const Request& request) const
{
    const QString path = request.path.mid(root.size());
    const auto labelled = [](Reply reply, const char* route) {
        reply.route = route;
        return reply;
    };
    if (path == "/changes"_L1)
        return labelled(request.reads() ? changes(request) : notAllowed("GET, HEAD"), "/icjs/v1/changes");
    if (path.startsWith(recordsPath))
        return labelled(record(request, path), recordRoute);
    if (path == "/batch"_L1)
        return labelled(request.method == "POST" ? batch(request) : notAllowed("POST"), "/icjs/v1/batch");
    if (path == "/health"_L1)
        return labelled(request.reads() ? jsonReply(200, {{u"status"_s, u"ok"_s}}) : notAllowed("GET, HEAD"),
                        "/icjs/v1/health");
    return m_problems.reply(404, "not_found");
}

Reply IcjsRoutes::notAllowed(const QByteArray& allowed) const
{
    Reply reply = m_problems.reply(405, "method_not_allowed", {{u"allowed"_s, QString::fromLatin1(allowed)}});
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}

Reply IcjsRoutes::storeRefusal(const Error& error) const
{
    if (error.code == "gateway.cursor_gone"_L1)
        return m_problems.reply(410, "cursor_gone");
    Reply reply = m_problems.reply(503, "store_unavailable");
    reply.headers.emplace_back("Retry-After", "5");
    return reply;
}

Reply IcjsRoutes::changes(const Request& request) const
{
    int limit = defaultLimit;
    if (const auto text = request.parameter("limit"_L1); text && !text->isEmpty()) {
        bool whole = false;
        limit = text->toInt(&whole);
        if (!whole || limit < 1 || limit > greatestLimit)
            return m_problems.reply(400, "bad_limit", {{u"greatest"_s, QString::number(greatestLimit)}});
    }
    Position after;
    if (const auto text = request.parameter("cursor"_L1); text && !text->isEmpty()) {
        const auto cursor = parseCursor(*text);
        if (!cursor)
            return m_problems.reply(400, "bad_cursor");
        after = *cursor;
    }
    const auto page = m_store.changes(after, limit);
    if (!page)
        return storeRefusal(page.error());

    // The records are canonical text already, so the digest needs no second rendering.
    Reply reply;
    reply.body = "{\"digest\":\"sha-256:" + QCryptographicHash::hash(page->records, QCryptographicHash::Sha256).toHex()
        + "\",\"has_more\":" + (page->hasMore ? "true" : "false") + ",\"next_cursor\":\""
        + cursorText(page->next).toLatin1() + "\",\"records\":" + page->records + '}';
    return reply;
}

std::variant<IcjsRoutes::Target, IcjsRoutes::Refusal> IcjsRoutes::target(const QString& path) const
{
    const QStringList parts = path.mid(recordsPath.size()).split(u'/');
    if (parts.size() != 2)
        return Refusal{m_problems.reply(404, "not_found")};
    if (!isKind(parts.at(0)))
        return Refusal{m_problems.reply(400, "bad_kind")};
    const auto id = asUuid(parts.at(1));
    if (!id)
        return Refusal{m_problems.reply(400, "bad_id")};
    return Target{parts.at(0), *id};
}

Reply IcjsRoutes::record(const Request& request, const QString& path) const
{
    const auto found = target(path);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return refusal->reply;
    const Target& record = std::get<Target>(found);
    if (request.reads())
        return get(request, record);
    if (request.method == "PUT")
        return isJson(request) ? put(request, record) : m_problems.reply(415, "not_json");
    if (request.method == "DELETE" && m_allowTest)
        return remove(record);
    return notAllowed(m_allowTest ? "GET, HEAD, PUT, DELETE" : "GET, HEAD, PUT");
}

Reply IcjsRoutes::get(const Request& request, const Target& target) const
{
    const auto found = m_store.find(target.kind, target.id);
    if (!found)
        return storeRefusal(found.error());
    if (!*found || (*found)->deleted)
        return m_problems.reply(404, "no_such_record");
    const QByteArray tag = etag((*found)->revision);
    Reply reply;
    if (isHeld(request.header("if-none-match").value_or(QByteArray()), tag))
        reply.status = 304;
    else
        reply = jsonReply(200, asJson(**found));
    reply.headers.emplace_back("ETag", tag);
    return reply;
}

Reply IcjsRoutes::remove(const Target& target) const
{
    const auto removed = m_store.remove(target.kind, target.id);
    if (!removed)
        return storeRefusal(removed.error());
    if (!*removed)
        return m_problems.reply(404, "no_such_record");
    Reply reply;
    reply.status = 204;
    return reply;
}

std::variant<std::optional<qint64>, IcjsRoutes::Refusal> IcjsRoutes::precondition(const Request& request) const
{
    static const QRegularExpression revisionTag(u"\\A\"([1-9][0-9]{0,17})\"\\z"_s);
    const auto none = request.header("if-none-match");
    const auto match = request.header("if-match");
    if (!none && !match)
        return Refusal{m_problems.reply(428, "precondition_required")};
    if (none && match)
        return Refusal{m_problems.reply(400, "bad_precondition")};
    if (none) {
        if (none->trimmed() != "*")
            return Refusal{m_problems.reply(400, "bad_precondition")};
        return std::optional<qint64>();
    }
    const auto tag = revisionTag.match(QString::fromLatin1(match->trimmed()));
    if (!tag.hasMatch())
        return Refusal{m_problems.reply(400, "bad_precondition")};
    return std::optional<qint64>(tag.captured(1).toLongLong());
}

std::variant<Push, IcjsRoutes::Refusal> IcjsRoutes::readPush(const Request& request, const Target& target) const
{
    if (!isKnownKind(target.kind))
        return Refusal{m_problems.reply(422, "unknown_kind", {{u"kind"_s, target.kind}})};
    if (request.body.size() > maxPayloadBytes)
        return Refusal{m_problems.reply(413, "too_large", {{u"limit"_s, QString::number(maxPayloadBytes)}})};
    const auto condition = precondition(request);
    if (const auto* refusal = std::get_if<Refusal>(&condition))
        return *refusal;
    const QByteArray key = request.header("idempotency-key").value_or(QByteArray());
    if (!isIdempotencyKey(key))
        return Refusal{m_problems.reply(400, "idempotency_key_missing")};

    const auto payload = parseObject(request.body);
    if (!payload) {
        const bool deep = payload.error().code == "gateway.too_deep"_L1;
        return Refusal{
            m_problems.reply(deep ? 422 : 400, deep ? "too_deep" : "malformed_json", payload.error().context)};
    }
    if (const QJsonArray errors = payloadErrors(target.kind, *payload, m_stations, m_problems); !errors.isEmpty())
        return Refusal{m_problems.reply(422, "invalid_payload", {{u"count"_s, QString::number(errors.size())}},
                                        {{u"errors"_s, errors}})};
    return Push{target.kind,
                target.id,
                base::canonicalJson(*payload),
                recordNumber(target.kind, *payload),
                QString::fromLatin1(key),
                std::get<std::optional<qint64>>(condition)};
}

Reply IcjsRoutes::put(const Request& request, const Target& target) const
{
    const auto read = readPush(request, target);
    if (const auto* refusal = std::get_if<Refusal>(&read))
        return refusal->reply;
    const Push& push = std::get<Push>(read);
    const auto answers = m_store.push({push});
    if (!answers)
        return storeRefusal(answers.error());
    return answer(push, answers->front());
}

Reply IcjsRoutes::answer(const Push& push, const PushAnswer& answer) const
{
    QJsonObject current;
    if (answer.current)
        current[u"current"_s] = asJson(*answer.current);
    switch (answer.outcome) {
    case PushAnswer::Outcome::KeyReused:
        return m_problems.reply(422, "idempotency_key_reused");
    case PushAnswer::Outcome::AlreadyThere:
        return m_problems.reply(412, "already_there", {}, current);
    case PushAnswer::Outcome::OtherRevision:
        return m_problems.reply(412, "other_revision", {}, current);
    case PushAnswer::Outcome::NumberTaken:
        return m_problems.reply(409, "number_taken",
                                {{u"ps_code"_s, push.number->psCode},
                                 {u"year"_s, QString::number(push.number->year)},
                                 {u"number"_s, QString::number(push.number->serial)}},
                                current);
    case PushAnswer::Outcome::Created:
    case PushAnswer::Outcome::Changed:
        break;
    }
    Reply reply = jsonReply(answer.outcome == PushAnswer::Outcome::Created ? 201 : 200,
                            {{u"kind"_s, push.kind},
                             {u"id"_s, push.id},
                             {u"revision"_s, QString::number(answer.revision)},
                             {u"accepted_at"_s, answer.acceptedAt}});
    reply.headers.emplace_back("ETag", etag(answer.revision));
    return reply;
}

} // namespace ekatra::gateway
