#include "base/Digest.h"

#include <openssl/evp.h>

namespace ekatra::base {

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(32, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()),
                   reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_sha256(), nullptr)
        != 1)
        qFatal("SHA-256 is not to be had");
    return digest;
}

} // namespace ekatra::base
