// What a fault looks like on the wire.
#include "gateway/Encoding.h"
#include "gateway/Faults.h"

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 bombMegabytes = 1024;
constexpr qint64 deepLevels = 100'000;
constexpr qsizetype megabyte = 1024 * 1024;

constexpr auto portalPage = R"(<!DOCTYPE html>
<html><head><title>Sign in to the network</title></head><body><h1>Please sign in</h1></body></html>
)";

Reply bomb(qint64 megabytes)
{
    Reply reply;
    reply.contentCoding = "gzip";
    reply.stream = [megabytes](const ByteSink& sink) {
        Encoder encoder(Coding::Gzip, sink);
        const QByteArray blanks(megabyte, ' ');
        bool reading = encoder.write("{\"records\":[");
        for (qint64 i = 0; reading && i < megabytes; ++i)
            reading = encoder.write(blanks);
        if (reading)
            encoder.finish();
    };
    return reply;
}

QByteArray replacedOnce(QByteArray body, const QByteArray& from, const QByteArray& to)
{
    if (const auto at = body.indexOf(from); at >= 0)
        body.replace(at, from.size(), to);
    return body;
}

QByteArray withWrongDigest(QByteArray body)
{
    const QByteArray mark = "\"digest\":\"sha-256:";
    const auto digit = body.indexOf(mark) + mark.size();
    if (digit >= mark.size() && digit < body.size())
        body[digit] = body.at(digit) == '0' ? '1' : '0';
    return body;
}

} // namespace

std::optional<Reply> faultReply(const FaultRule& rule, const Problems& problems)
{
    Reply reply;
    switch (rule.kind) {
    case FaultKind::Status:
        reply = problems.reply(static_cast<int>(rule.number(503)), "fault");
        reply.headers.emplace_back("Retry-After", "1");
        return reply;
    case FaultKind::Html:
        reply.contentType = "text/html; charset=utf-8";
        reply.body = portalPage;
        return reply;
    case FaultKind::Redirect:
        reply.status = 302;
        reply.headers.emplace_back(
            "Location", rule.value.isEmpty() ? QByteArray("http://elsewhere.invalid/") : rule.value.toUtf8());
        return reply;
    case FaultKind::GzipBomb:
        return bomb(rule.number(bombMegabytes));
    case FaultKind::DeepJson: {
        const auto levels = static_cast<qsizetype>(rule.number(deepLevels));
        reply.body = "{\"records\":" + QByteArray(levels, '[') + QByteArray(levels, ']') + '}';
        return reply;
    }
    case FaultKind::Delay:
    case FaultKind::Hang:
    case FaultKind::CutBefore:
    case FaultKind::CutAfter:
    case FaultKind::Truncate:
    case FaultKind::CorruptDigest:
    case FaultKind::Repeat:
    case FaultKind::FlipByte:
    case FaultKind::InvalidUtf8:
    case FaultKind::Endless:
        return std::nullopt;
    }
    return std::nullopt;
}

bool spoilsBody(FaultKind kind)
{
    return kind == FaultKind::CorruptDigest || kind == FaultKind::FlipByte || kind == FaultKind::InvalidUtf8
        || kind == FaultKind::Endless;
}

QByteArray spoiled(QByteArray body, const FaultRule& rule)
{
    if (body.isEmpty())
        return body;
    if (rule.kind == FaultKind::CorruptDigest)
        return withWrongDigest(std::move(body));
    if (rule.kind == FaultKind::Endless)
        return replacedOnce(std::move(body), "\"has_more\":false", "\"has_more\":true");
    const qsizetype at = std::min<qsizetype>(rule.number(body.size() / 2), body.size() - 1);
    if (rule.kind == FaultKind::FlipByte)
        body[at] = static_cast<char>(body.at(at) ^ 1);
    else if (rule.kind == FaultKind::InvalidUtf8)
        body[at] = '\xff';
    return body;
}

} // namespace ekatra::gateway
