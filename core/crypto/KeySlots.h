// KeySlots.h
// The slot file of a store: for each operator, the store's keys wrapped by a key that only the passphrase yields.
// Knowing any slot's passphrase opens the whole KeySet; the file as a whole is authenticated by a key derived from the
// store key, so that a slot cannot be added, removed or put back by someone who cannot open one.
//
// A plain value; any thread. unlock() and add() take as long as the key derivation does (about half a second).
#pragma once

#include "base/Result.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ekatra::crypto {

// Cost of Argon2id. The default is the floor of the security design: 128 MiB, three passes, one lane.
struct KdfCost {
    quint64 passes = 3;
    quint64 memoryBytes = quint64{128} << 20;
};

// What a slot gives access to. More keys join as roles need them; a slot holds those that its role may use.
struct KeySet {
    SecretBytes storeKey; // 32 bytes

    [[nodiscard]] static KeySet generate() { return {SecretBytes::random(32)}; }
    [[nodiscard]] KeySet clone() const { return {storeKey.clone()}; }
};

class KeySlots {
public:
    struct Slot {
        QString user;
        QString role;
        KdfCost cost;
        QByteArray salt;
        QByteArray nonce;
        QByteArray wrapped;
    };

    // An empty slot file for the store `storeId` at `generation`.
    KeySlots(QByteArray storeId, quint64 generation) : m_storeId(std::move(storeId)), m_generation(generation) { }

    // Errors: Damaged slots.damaged; NewerVersion slots.newer.
    [[nodiscard]] static Result<KeySlots> parse(const QByteArray& text);

    // The file's text, sealed with a code that only a holder of `keys` can make.
    [[nodiscard]] QByteArray serialize(const KeySet& keys) const;

    // Adds a slot, or replaces the one of that user. Errors: Internal crypto.no_memory.
    [[nodiscard]] Result<void> add(const QString& user, const QString& role, const SecretBytes& passphrase,
                                   const KeySet& keys, const KdfCost& cost);

    // Opens `user`'s slot and checks the whole file with what it gave. An unknown user costs the same time and gets
    // the same answer as a wrong passphrase. Errors: WrongPassphrase slots.wrong_passphrase; Damaged slots.tampered, or
    // slots.damaged when the file is not as it was written and that may be why nothing opens.
    [[nodiscard]] Result<KeySet> unlock(const QString& user, const SecretBytes& passphrase) const;

    [[nodiscard]] const std::vector<Slot>& all() const { return m_slots; }
    [[nodiscard]] const QByteArray& storeId() const { return m_storeId; }
    [[nodiscard]] quint64 generation() const { return m_generation; }

private:
    [[nodiscard]] QByteArray body() const;
    [[nodiscard]] QByteArray bindingOf(const Slot& slot) const;

    QByteArray m_storeId;
    quint64 m_generation = 0;
    std::vector<Slot> m_slots;
    QByteArray m_code; // as read; empty for a new file
    bool m_whole = true; // its sum is right: tells a bad disk from a bad passphrase, and proves nothing else
};

} // namespace ekatra::crypto
