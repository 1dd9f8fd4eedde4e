#include "crypto/SecretBytes.h"

#include <sodium.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace ekatra::crypto {

SecretBytes::SecretBytes(std::size_t size) : m_data(static_cast<unsigned char*>(sodium_malloc(size))), m_size(size)
{
    if (m_data)
        sodium_memzero(m_data, m_size);
    else
        m_size = 0;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.m_data, bytes.m_size);
    return bytes;
}

SecretBytes SecretBytes::copyOf(std::span<const unsigned char> source)
{
    SecretBytes bytes(source.size());
    if (!source.empty())
        std::memcpy(bytes.m_data, source.data(), bytes.m_size);
    return bytes;
}

void SecretBytes::truncate(std::size_t size)
{
    if (size >= m_size)
        return;
    sodium_memzero(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::clear()
{
    sodium_free(m_data); // wipes
    m_data = nullptr;
    m_size = 0;
}

bool SecretBytes::equals(const SecretBytes& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

bool prepareProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    umask(077);
    return sodium_init() >= 0;
}

} // namespace ekatra::crypto
