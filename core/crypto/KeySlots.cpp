#include "crypto/KeySlots.h"

#include "base/CanonicalJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace ekatra::crypto {

namespace {

constexpr int formatVersion = 1;
constexpr quint64 mostMemory = quint64{4} << 30; // a hostile file must not ask for more than any workstation has
constexpr quint64 mostPasses = 64;
constexpr unsigned char storeKeyId = 1;

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

// Of everything in a slot file that says something.
QString sumOf(QJsonObject file)
{
    file.remove(QStringLiteral("code"));
    file.remove(QStringLiteral("sum"));
    return QString::fromLatin1(base::contentHash(file).toHex());
}

// Argon2id of the passphrase; empty when the machine has not the memory.
SecretBytes derive(const SecretBytes& passphrase, const QByteArray& salt, const KdfCost& cost)
{
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const int failed =
        crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()), passphrase.size(),
                      raw(salt), cost.passes, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        key.clear();
    return key;
}

// The plain text of a slot: for each key one byte of identity and 32 bytes of key.
SecretBytes packed(const KeySet& keys)
{
    SecretBytes plain(1 + keys.storeKey.size());
    plain.data()[0] = storeKeyId;
    std::memcpy(plain.data() + 1, keys.storeKey.data(), keys.storeKey.size());
    return plain;
}

KeySet unpacked(const SecretBytes& plain)
{
    KeySet keys;
    for (std::size_t at = 0; at + 33 <= plain.size(); at += 33) {
        if (plain.data()[at] == storeKeyId)
            keys.storeKey = SecretBytes::copyOf({plain.data() + at + 1, 32});
    }
    return keys;
}

QByteArray authenticationCode(const QByteArray& text, const KeySet& keys)
{
    SecretBytes key(crypto_auth_KEYBYTES);
    crypto_kdf_derive_from_key(key.data(), key.size(), 1, "ekslots1", keys.storeKey.data());
    QByteArray code(crypto_auth_BYTES, '\0');
    crypto_auth(raw(code), raw(text), static_cast<unsigned long long>(text.size()), key.data());
    return code;
}

} // namespace

QByteArray KeySlots::bindingOf(const Slot& slot) const
{
    return base::canonicalJson(QJsonObject{
        {QStringLiteral("store"), base64(m_storeId)},
        {QStringLiteral("user"), slot.user},
        {QStringLiteral("role"), slot.role},
        {QStringLiteral("passes"), static_cast<double>(slot.cost.passes)},
        {QStringLiteral("memory"), static_cast<double>(slot.cost.memoryBytes)},
    });
}

QByteArray KeySlots::body() const
{
    QJsonArray slotList;
    for (const Slot& slot : m_slots) {
        slotList.append(QJsonObject{
            {QStringLiteral("user"), slot.user},
            {QStringLiteral("role"), slot.role},
            {QStringLiteral("passes"), static_cast<double>(slot.cost.passes)},
            {QStringLiteral("memory"), static_cast<double>(slot.cost.memoryBytes)},
            {QStringLiteral("salt"), base64(slot.salt)},
            {QStringLiteral("nonce"), base64(slot.nonce)},
            {QStringLiteral("wrapped"), base64(slot.wrapped)},
        });
    }
    return base::canonicalJson(QJsonObject{
        {QStringLiteral("format"), QStringLiteral("ekatra-slots")},
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("store"), base64(m_storeId)},
        {QStringLiteral("generation"), static_cast<double>(m_generation)},
        {QStringLiteral("slots"), slotList},
    });
}

Result<KeySlots> KeySlots::parse(const QByteArray& text)
{
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    if (file.value(QStringLiteral("format")).toString() != QStringLiteral("ekatra-slots"))
        return error(ErrorKind::Damaged, "slots.damaged");
    const bool isWhole =
        !file.contains(QStringLiteral("sum")) || file.value(QStringLiteral("sum")).toString() == sumOf(file);
    if (file.value(QStringLiteral("version")).toInt() > formatVersion)
        return isWhole ? error(ErrorKind::NewerVersion, "slots.newer") : error(ErrorKind::Damaged, "slots.damaged");

    KeySlots slotFile(fromBase64(file.value(QStringLiteral("store"))),
                      static_cast<quint64>(file.value(QStringLiteral("generation")).toDouble()));
    for (const auto& entry : file.value(QStringLiteral("slots")).toArray()) {
        const QJsonObject fields = entry.toObject();
        Slot slot;
        slot.user = fields.value(QStringLiteral("user")).toString();
        slot.role = fields.value(QStringLiteral("role")).toString();
        slot.cost.passes = static_cast<quint64>(fields.value(QStringLiteral("passes")).toDouble());
        slot.cost.memoryBytes = static_cast<quint64>(fields.value(QStringLiteral("memory")).toDouble());
        slot.salt = fromBase64(fields.value(QStringLiteral("salt")));
        slot.nonce = fromBase64(fields.value(QStringLiteral("nonce")));
        slot.wrapped = fromBase64(fields.value(QStringLiteral("wrapped")));
        const bool sane = !slot.user.isEmpty() && slot.salt.size() == crypto_pwhash_SALTBYTES
            && slot.nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
            && slot.wrapped.size() > static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_ABYTES)
            && slot.wrapped.size() < 4096 && slot.cost.passes >= 1 && slot.cost.passes <= mostPasses
            && slot.cost.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && slot.cost.memoryBytes <= mostMemory;
        if (!sane)
            return error(ErrorKind::Damaged, "slots.damaged");
        slotFile.m_slots.push_back(std::move(slot));
    }
    if (slotFile.m_slots.empty())
        return error(ErrorKind::Damaged, "slots.damaged");
    slotFile.m_code = fromBase64(file.value(QStringLiteral("code")));
    slotFile.m_whole = isWhole;
    return slotFile;
}

QByteArray KeySlots::serialize(const KeySet& keys) const
{
    const QByteArray text = body();
    QJsonObject file = QJsonDocument::fromJson(text).object();
    file.insert(QStringLiteral("sum"), sumOf(file));
    file.insert(QStringLiteral("code"), base64(authenticationCode(text, keys)));
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Result<void> KeySlots::add(const QString& user, const QString& role, const SecretBytes& passphrase, const KeySet& keys,
                           const KdfCost& cost)
{
    Slot slot{user,
              role,
              cost,
              QByteArray(crypto_pwhash_SALTBYTES, '\0'),
              QByteArray(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0'),
              {}};
    randombytes_buf(slot.salt.data(), static_cast<std::size_t>(slot.salt.size()));
    randombytes_buf(slot.nonce.data(), static_cast<std::size_t>(slot.nonce.size()));
    const SecretBytes wrapping = derive(passphrase, slot.salt, cost);
    if (wrapping.isEmpty())
        return error(ErrorKind::Internal, "crypto.no_memory");

    const SecretBytes plain = packed(keys);
    const QByteArray binding = bindingOf(slot);
    slot.wrapped.resize(static_cast<qsizetype>(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES));
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(slot.wrapped), nullptr, plain.data(), plain.size(), raw(binding),
                                               static_cast<unsigned long long>(binding.size()), nullptr,
                                               raw(slot.nonce), wrapping.data());
    const auto same = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot& s) { return s.user == user; });
    if (same != m_slots.end())
        *same = std::move(slot);
    else
        m_slots.push_back(std::move(slot));
    return {};
}

Result<KeySet> KeySlots::unlock(const QString& user, const SecretBytes& passphrase) const
{
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot& s) { return s.user == user; });
    const Slot& slot = found != m_slots.end() ? *found : m_slots.front();
    const SecretBytes wrapping = derive(passphrase, slot.salt, slot.cost);
    if (wrapping.isEmpty())
        return m_whole ? error(ErrorKind::Internal, "crypto.no_memory") : error(ErrorKind::Damaged, "slots.damaged");

    SecretBytes plain(static_cast<std::size_t>(slot.wrapped.size()) - crypto_aead_xchacha20poly1305_ietf_ABYTES);
    Slot named = slot;
    named.user = user; // an unknown user's name makes the binding wrong, so the answer below is the same
    const QByteArray binding = bindingOf(named);
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.data(), nullptr, nullptr, raw(slot.wrapped), static_cast<unsigned long long>(slot.wrapped.size()),
        raw(binding), static_cast<unsigned long long>(binding.size()), raw(slot.nonce), wrapping.data());
    if (refused)
        return m_whole ? error(ErrorKind::WrongPassphrase, "slots.wrong_passphrase")
                       : error(ErrorKind::Damaged, "slots.damaged");

    KeySet keys = unpacked(plain);
    if (keys.storeKey.isEmpty())
        return error(ErrorKind::Damaged, "slots.damaged");
    if (authenticationCode(body(), keys) != m_code)
        return error(ErrorKind::Damaged, "slots.tampered");
    return keys;
}

} // namespace ekatra::crypto
