// Digest.h
// SHA-256 by OpenSSL, which uses what the processor has for it; Qt's own takes several times as long. Any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ekatra::base {

[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

} // namespace ekatra::base
