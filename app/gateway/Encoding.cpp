#include "gateway/Encoding.h"

#include <zlib.h>
#include <zstd.h>

namespace ekatra::gateway {

namespace {

constexpr qsizetype outputSize = 32 * 1024;
constexpr int gzipLevel = 1;
constexpr int gzipWindow = 15 + 16; // zlib's way to ask for a gzip header
constexpr int zstdLevel = 1;

bool accepts(const QByteArray& list, const QByteArray& name)
{
    for (const QByteArray& entry : list.split(',')) {
        const auto parts = entry.split(';');
        if (parts.at(0).trimmed().toLower() != name)
            continue;
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const QByteArray parameter = parts.at(i).trimmed();
            if (parameter.startsWith("q=") && parameter.mid(2).toDouble() <= 0)
                return false;
        }
        return true;
    }
    return false;
}

} // namespace

Coding chooseCoding(const QByteArray& acceptEncoding)
{
    if (accepts(acceptEncoding, "zstd"))
        return Coding::Zstd;
    if (accepts(acceptEncoding, "gzip"))
        return Coding::Gzip;
    return Coding::Identity;
}

QByteArray codingName(Coding coding)
{
    switch (coding) {
    case Coding::Identity:
        return "identity";
    case Coding::Gzip:
        return "gzip";
    case Coding::Zstd:
        return "zstd";
    }
    return {};
}

struct Encoder::State {
    z_stream gzip{};
    ZSTD_CCtx* zstd = nullptr;
    QByteArray output{outputSize, Qt::Uninitialized};
};

Encoder::Encoder(Coding coding, ByteSink sink)
    : m_coding(coding), m_sink(std::move(sink)), m_state(std::make_unique<State>())
{
    if (m_coding == Coding::Gzip) {
        const int made = deflateInit2(&m_state->gzip, gzipLevel, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
        Q_ASSERT(made == Z_OK);
        Q_UNUSED(made);
    } else if (m_coding == Coding::Zstd) {
        m_state->zstd = ZSTD_createCCtx();
        ZSTD_CCtx_setParameter(m_state->zstd, ZSTD_c_compressionLevel, zstdLevel);
    }
}

Encoder::~Encoder()
{
    if (m_coding == Coding::Gzip)
        deflateEnd(&m_state->gzip);
    ZSTD_freeCCtx(m_state->zstd);
}

bool Encoder::write(const QByteArray& piece)
{
    return drive(piece, false);
}

bool Encoder::finish()
{
    return drive({}, true);
}

bool Encoder::drive(const QByteArray& piece, bool last)
{
    QByteArray& output = m_state->output;
    switch (m_coding) {
    case Coding::Identity:
        return piece.isEmpty() || m_sink(piece);
    case Coding::Gzip: {
        z_stream& stream = m_state->gzip;
        QByteArray input = piece; // zlib wants a pointer that is not const
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(output.data());
            stream.avail_out = static_cast<uInt>(output.size());
            deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
            const qsizetype made = output.size() - static_cast<qsizetype>(stream.avail_out);
            if (made > 0 && !m_sink(QByteArray(output.constData(), made)))
                return false;
        } while (stream.avail_out == 0);
        return true;
    }
    case Coding::Zstd: {
        ZSTD_inBuffer input{piece.constData(), static_cast<size_t>(piece.size()), 0};
        size_t left = 0;
        do {
            ZSTD_outBuffer out{output.data(), static_cast<size_t>(output.size()), 0};
            left = ZSTD_compressStream2(m_state->zstd, &out, &input, last ? ZSTD_e_end : ZSTD_e_continue);
            if (ZSTD_isError(left))
                return false;
            if (out.pos > 0 && !m_sink(QByteArray(output.constData(), static_cast<qsizetype>(out.pos))))
                return false;
        } while (input.pos < input.size || (last && left > 0));
        return true;
    }
    }
    return false;
}

QByteArray encoded(Coding coding, const QByteArray& body)
{
    QByteArray all;
    Encoder encoder(coding, [&all](const QByteArray& piece) {
        all += piece;
        return true;
    });
    encoder.write(body);
    encoder.finish();
    return all;
}

} // namespace ekatra::gateway
