#include "net/ResponseReader.h"

#include <algorithm>
#include <cstring>

namespace ekatra::net {

namespace {

constexpr qint64 headLimit = 64 * 1024;
constexpr qsizetype readSize = 64 * 1024;

Error cut()
{
    return error(ErrorKind::Unreachable, "net.cut");
}

Error badAnswer(const char* detail)
{
    return error(ErrorKind::Unreachable, "net.bad_answer", {{QStringLiteral("detail"), QString::fromLatin1(detail)}});
}

Error tooLarge(qint64 limit)
{
    return error(ErrorKind::Unreachable, "net.too_large", {{QStringLiteral("limit"), QString::number(limit)}});
}

bool hasToken(const QByteArray& list, const char* token)
{
    const auto parts = list.split(',');
    return std::any_of(parts.begin(), parts.end(), [token](const QByteArray& part) {
        return part.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

// Digits only: a sign, a blank or a second number in a length is how answers are smuggled.
std::optional<qint64> plainNumber(const QByteArray& text, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toLongLong(nullptr, base);
}

// One Content-Length, or several that agree; nothing when there is none.
Result<std::optional<qint64>> contentLength(const HttpResponse& response)
{
    std::optional<qint64> length;
    for (const Header& header : response.headers) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        const auto number = plainNumber(header.value, 10);
        if (!number || (length && *length != *number))
            return badAnswer("content length");
        length = number;
    }
    return length;
}

} // namespace

// False at the end of the line.
Result<bool> ResponseReader::fill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype had = m_buffer.size();
    m_buffer.resize(had + readSize);
    auto got = m_source(m_buffer.data() + had, readSize);
    m_buffer.resize(had + (got ? static_cast<qsizetype>(*got) : 0));
    if (!got)
        return got.error();
    m_started = m_started || *got > 0;
    return *got > 0;
}

Result<QByteArray> ResponseReader::readLine(qint64& headLeft)
{
    qsizetype searched = 0;
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', m_at + searched);
        const qsizetype length = (end < 0 ? m_buffer.size() : end + 1) - m_at;
        if (length > headLeft)
            return badAnswer("headers too long");
        if (end >= 0) {
            QByteArray line = m_buffer.mid(m_at, end - m_at);
            if (line.endsWith('\r'))
                line.chop(1);
            m_at = end + 1;
            headLeft -= length;
            return line;
        }
        searched = length;
        auto more = fill();
        if (!more)
            return more.error();
        if (!*more)
            return cut();
    }
}

Result<void> ResponseReader::readHeaders(HttpResponse& response, qint64& headLeft)
{
    while (true) {
        auto line = readLine(headLeft);
        if (!line)
            return line.error();
        if (line->isEmpty())
            return {};
        const qsizetype colon = line->indexOf(':');
        if (colon <= 0 || line->startsWith(' ') || line->startsWith('\t'))
            return badAnswer("header line");
        response.headers.push_back({line->left(colon), line->mid(colon + 1).trimmed()});
    }
}

Result<void> ResponseReader::readHead(HttpResponse& response)
{
    qint64 headLeft = headLimit;
    do {
        response.headers.clear();
        auto line = readLine(headLeft);
        if (!line)
            return line.error();
        const auto status = plainNumber(line->mid(9, 3), 10);
        if (!line->startsWith("HTTP/1.") || line->size() < 12 || line->at(8) != ' ' || !status || *status < 100)
            return badAnswer("status line");
        response.status = static_cast<int>(*status);
        m_reusable = line->at(7) == '1';
        if (auto read = readHeaders(response, headLeft); !read)
            return read;
    } while (response.status < 200);
    if (hasToken(response.header("Connection"), "close"))
        m_reusable = false;
    return {};
}

Result<void> ResponseReader::readBody(HttpResponse& response, Method method, qint64 wireLimit, const BodySink& sink)
{
    if (method == Method::Head || response.status == 204 || response.status == 304)
        return {};
    const QByteArray coding = response.header("Transfer-Encoding");
    auto length = contentLength(response);
    if (!length)
        return length.error();
    if (!coding.isEmpty()) {
        if (coding.compare("chunked", Qt::CaseInsensitive) != 0 || *length)
            return badAnswer("transfer encoding");
        return readChunks(response, wireLimit, sink);
    }
    if (!*length)
        return readToEnd(response, wireLimit, sink);
    if (**length > wireLimit)
        return tooLarge(wireLimit);
    response.wireBytes = **length;
    return readLength(**length, sink);
}

Result<void> ResponseReader::readLength(qint64 length, const BodySink& sink)
{
    while (length > 0) {
        if (m_at == m_buffer.size()) {
            auto more = fill();
            if (!more)
                return more.error();
            if (!*more)
                return cut();
        }
        const qint64 piece = std::min<qint64>(length, m_buffer.size() - m_at);
        if (auto taken = sink(m_buffer.constData() + m_at, piece); !taken)
            return taken;
        m_at += piece;
        length -= piece;
    }
    return {};
}

Result<void> ResponseReader::readChunks(HttpResponse& response, qint64 wireLimit, const BodySink& sink)
{
    while (true) {
        qint64 lineLeft = 1024;
        auto line = readLine(lineLeft);
        if (!line)
            return line.error();
        const auto size = plainNumber(line->split(';').first().trimmed(), 16);
        if (!size)
            return badAnswer("chunk size");
        if (*size == 0)
            break;
        response.wireBytes += *size;
        if (response.wireBytes > wireLimit)
            return tooLarge(wireLimit);
        if (auto read = readLength(*size, sink); !read)
            return read;
        auto end = readLine(lineLeft);
        if (!end)
            return end.error();
        if (!end->isEmpty())
            return badAnswer("chunk end");
    }
    HttpResponse trailers; // read and dropped
    qint64 headLeft = headLimit;
    return readHeaders(trailers, headLeft);
}

Result<void> ResponseReader::readToEnd(HttpResponse& response, qint64 wireLimit, const BodySink& sink)
{
    m_reusable = false;
    while (true) {
        if (m_at == m_buffer.size()) {
            auto more = fill();
            if (!more)
                return more.error();
            if (!*more)
                return {};
        }
        const qint64 piece = m_buffer.size() - m_at;
        response.wireBytes += piece;
        if (response.wireBytes > wireLimit)
            return tooLarge(wireLimit);
        if (auto taken = sink(m_buffer.constData() + m_at, piece); !taken)
            return taken;
        m_at += piece;
    }
}

} // namespace ekatra::net
