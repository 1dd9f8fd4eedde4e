#include "net/ContentDecoder.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>

namespace ekatra::net {

namespace {

constexpr qint64 ratioFloor = 4LL << 20;

Error badCoding(const QByteArray& coding)
{
    return error(ErrorKind::Unreachable, "net.bad_coding",
                 {{QStringLiteral("coding"), QString::fromLatin1(coding.left(40))}});
}

// The body and what it may become.
class Output {
public:
    Output(const Limits& limits, QByteArray& body) : m_limits(limits), m_body(body) { }

    void received(qint64 size) { m_received += size; }

    Result<void> append(const char* data, qint64 size)
    {
        const qint64 total = m_body.size() + size;
        if (total > m_limits.bodyBytes)
            return error(ErrorKind::Unreachable, "net.too_large",
                         {{QStringLiteral("limit"), QString::number(m_limits.bodyBytes)}});
        if (total > ratioFloor && total / std::max<qint64>(1, m_received) > m_limits.ratio)
            return error(ErrorKind::Unreachable, "net.bomb",
                         {{QStringLiteral("ratio"), QString::number(m_limits.ratio)}});
        m_body.append(data, size);
        return {};
    }

private:
    const Limits m_limits;
    QByteArray& m_body;
    qint64 m_received = 0;
};

class Identity final : public ContentDecoder {
public:
    Identity(const Limits& limits, QByteArray& body) : m_output(limits, body) { }

    Result<void> take(const char* data, qint64 size) override
    {
        m_output.received(size);
        return m_output.append(data, size);
    }
    Result<void> finish() override { return {}; }

private:
    Output m_output;
};

class Gzip final : public ContentDecoder {
public:
    Gzip(const Limits& limits, QByteArray& body) : m_output(limits, body)
    {
        m_ready = inflateInit2(&m_stream, 15 + 16) == Z_OK;
    }
    ~Gzip() override { inflateEnd(&m_stream); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    Result<void> take(const char* data, qint64 size) override
    {
        m_output.received(size);
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data));
        m_stream.avail_in = static_cast<uInt>(size);
        while (m_stream.avail_in > 0) {
            if (m_ended && inflateReset(&m_stream) != Z_OK) // members may follow one another
                return badCoding("gzip");
            m_ended = false;
            if (auto step = inflateStep(); !step)
                return step;
        }
        return {};
    }

    Result<void> finish() override
    {
        if (m_ended)
            return {};
        return error(ErrorKind::Unreachable, "net.cut");
    }

private:
    Result<void> inflateStep()
    {
        while (true) {
            m_stream.next_out = reinterpret_cast<Bytef*>(m_piece.data());
            m_stream.avail_out = static_cast<uInt>(m_piece.size());
            const int status = m_ready ? inflate(&m_stream, Z_NO_FLUSH) : Z_STREAM_ERROR;
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                return badCoding("gzip");
            const auto made = static_cast<qint64>(m_piece.size()) - m_stream.avail_out;
            if (auto appended = m_output.append(m_piece.data(), made); !appended)
                return appended;
            m_ended = status == Z_STREAM_END;
            if (m_ended || m_stream.avail_out > 0)
                return {};
        }
    }

    Output m_output;
    z_stream m_stream{};
    std::array<char, 64 * 1024> m_piece;
    bool m_ready = false;
    bool m_ended = false;
};

class Zstd final : public ContentDecoder {
public:
    Zstd(const Limits& limits, QByteArray& body) : m_output(limits, body), m_stream(ZSTD_createDStream())
    {
        if (m_stream != nullptr) // RFC 8878: 8 MiB of window is all that a receiver need offer
            ZSTD_DCtx_setParameter(m_stream, ZSTD_d_windowLogMax, 23);
    }
    ~Zstd() override { ZSTD_freeDStream(m_stream); }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;

    Result<void> take(const char* data, qint64 size) override
    {
        m_output.received(size);
        ZSTD_inBuffer in{data, static_cast<std::size_t>(size), 0};
        bool full = false;
        while (in.pos < in.size || full) {
            ZSTD_outBuffer out{m_piece.data(), m_piece.size(), 0};
            const std::size_t wanted =
                m_stream != nullptr ? ZSTD_decompressStream(m_stream, &out, &in) : std::size_t(-1);
            if (ZSTD_isError(wanted) != 0)
                return badCoding("zstd");
            if (auto appended = m_output.append(m_piece.data(), static_cast<qint64>(out.pos)); !appended)
                return appended;
            m_ended = wanted == 0;
            full = out.pos == out.size && !m_ended;
        }
        return {};
    }

    Result<void> finish() override
    {
        if (m_ended)
            return {};
        return error(ErrorKind::Unreachable, "net.cut");
    }

private:
    Output m_output;
    ZSTD_DStream* m_stream;
    std::array<char, 128 * 1024> m_piece;
    bool m_ended = false;
};

} // namespace

Result<std::unique_ptr<ContentDecoder>> ContentDecoder::make(const QByteArray& coding, const Limits& limits,
                                                             QByteArray& body)
{
    using Made = std::unique_ptr<ContentDecoder>;
    const QByteArray name = coding.trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return Made(std::make_unique<Identity>(limits, body));
    if (name == "gzip" || name == "x-gzip")
        return Made(std::make_unique<Gzip>(limits, body));
    if (name == "zstd")
        return Made(std::make_unique<Zstd>(limits, body));
    return badCoding(name);
}

} // namespace ekatra::net
