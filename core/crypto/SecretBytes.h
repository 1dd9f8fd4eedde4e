// SecretBytes.h
// Bytes that must not be seen: keys and passphrases. They live in libsodium's guarded, locked memory, are wiped when
// they go, cannot be copied and have no way into a stream or a QString. Movable between threads.
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <span>

namespace ekatra::crypto {

class SecretBytes {
public:
    SecretBytes() = default;
    // `size` bytes of zero.
    explicit SecretBytes(std::size_t size);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    [[nodiscard]] static SecretBytes random(std::size_t size);
    // A copy of `bytes`; the caller wipes its own.
    [[nodiscard]] static SecretBytes copyOf(std::span<const unsigned char> bytes);
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

    [[nodiscard]] unsigned char* data() { return m_data; }
    [[nodiscard]] const unsigned char* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::span<const unsigned char> view() const { return {m_data, m_size}; }

    // Forgets everything past the first `size` bytes.
    void truncate(std::size_t size);
    void clear();

    // Constant-time comparison.
    [[nodiscard]] bool equals(const SecretBytes& other) const;

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

// Starts libsodium, turns core dumps off and keeps what the process writes to its user. Called once, first thing in
// every main. False: libsodium cannot start.
[[nodiscard]] bool prepareProcess();

} // namespace ekatra::crypto
