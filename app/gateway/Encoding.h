// Encoding.h
// Content codings of a reply: which one a caller accepts, and the coding of a body that is never whole in memory.
// An Encoder belongs to one reply and one thread.
#pragma once

#include "gateway/Http.h"

#include <memory>

namespace ekatra::gateway {

enum class Coding { Identity, Gzip, Zstd };

// The best coding that `acceptEncoding` allows: zstd, else gzip, else none.
[[nodiscard]] Coding chooseCoding(const QByteArray& acceptEncoding);
[[nodiscard]] QByteArray codingName(Coding coding);

class Encoder {
public:
    // Coded pieces go to `sink` as they fill up.
    Encoder(Coding coding, ByteSink sink);
    ~Encoder();

    // False once the sink has refused a piece.
    bool write(const QByteArray& piece);
    bool finish();

private:
    struct State;
    bool drive(const QByteArray& piece, bool last);

    Coding m_coding;
    ByteSink m_sink;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] QByteArray encoded(Coding coding, const QByteArray& body);

} // namespace ekatra::gateway
