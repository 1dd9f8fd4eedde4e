// ResponseReader.h
// HTTP/1.1 answers off a line of bytes: status, headers and a body whose end is proved (length, chunks or a closed
// line), so that a cut answer is never taken for a short one. Knows no sockets; tests feed it from memory. Internal to
// net. One thread.
#pragma once

#include "net/HttpClient.h"

#include <functional>

namespace ekatra::net {

// Reads at most `size` bytes into `buffer`; 0 means that the other side closed the line.
using ByteSource = std::function<Result<qint64>(char* buffer, qint64 size)>;

// Takes a piece of the body as it came; an error ends the reading.
using BodySink = std::function<Result<void>(const char* data, qint64 size)>;

class ResponseReader {
public:
    explicit ResponseReader(ByteSource source) : m_source(std::move(source)) { }

    // Status line and headers into `response`; answers of the 100 kind are read over. Errors: what the source says,
    // Unreachable net.cut (closed before the head was whole), net.bad_answer (not HTTP, or a head beyond 64 KiB).
    [[nodiscard]] Result<void> readHead(HttpResponse& response);

    // The body of the answer whose head was just read. Errors: as above, net.too_large beyond `wireLimit`, or the
    // sink's.
    [[nodiscard]] Result<void> readBody(HttpResponse& response, Method method, qint64 wireLimit, const BodySink& sink);

    // Some byte of the answer arrived.
    [[nodiscard]] bool started() const { return m_started; }
    // The line can carry another request: the answer ended where it said it would and did not ask to close.
    [[nodiscard]] bool reusable() const { return m_reusable; }

private:
    Result<bool> fill();
    Result<QByteArray> readLine(qint64& headLeft);
    Result<void> readHeaders(HttpResponse& response, qint64& headLeft);
    Result<void> readLength(qint64 length, const BodySink& sink);
    Result<void> readChunks(HttpResponse& response, qint64 wireLimit, const BodySink& sink);
    Result<void> readToEnd(HttpResponse& response, qint64 wireLimit, const BodySink& sink);

    ByteSource m_source;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_started = false;
    bool m_reusable = false;
};

} // namespace ekatra::net
