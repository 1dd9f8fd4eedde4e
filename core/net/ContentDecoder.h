// ContentDecoder.h
// Undoes gzip and zstd piece by piece as a body arrives, and stops when it swells beyond what was allowed: a small
// answer must not be able to fill the memory. Internal to net. One thread.
#pragma once

#include "net/HttpClient.h"

#include <memory>

namespace ekatra::net {

class ContentDecoder {
public:
    virtual ~ContentDecoder() = default;

    // Decodes a piece and appends it to the body. Errors: Unreachable net.bomb, net.too_large, net.bad_coding.
    [[nodiscard]] virtual Result<void> take(const char* data, qint64 size) = 0;

    // The body is over; it is an error when the coded stream is not. Errors: Unreachable net.cut.
    [[nodiscard]] virtual Result<void> finish() = 0;

    // A decoder for the value of Content-Encoding that writes to `body`, which must outlive it.
    // Errors: Unreachable net.bad_coding {coding} for one that was not asked for.
    [[nodiscard]] static Result<std::unique_ptr<ContentDecoder>> make(const QByteArray& coding, const Limits& limits,
                                                                      QByteArray& body);
};

} // namespace ekatra::net
