// Store.h
// A station's store on disk, opened: the only code that opens its files. A store is a folder:
//     store.ekatra    the database, encrypted whole (with its WAL beside it while open)
//     slots           who may open it (crypto/KeySlots.h)
//     lock            held by the one process that has it open, and saying which
//     journal         counts and times of sync runs, nothing of any record
// Owned by main (Services); the writer belongs to the store thread, each reader to the thread that asked for it.
//
// Nothing here ever deletes or replaces a store because of an error.
#pragma once

#include "base/Clock.h"
#include "crypto/KeySlots.h"
#include "storage/Connection.h"

#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace ekatra::storage {

struct StoreOptions {
    std::vector<ConnectionStep> steps;
    FaultHook fault; // for fault tests
};

// Who and where a new store is for.
struct NewStore {
    QString station; // PS code, 7 or 8 digits
    QString user;
    QString displayName;
    QString role = QStringLiteral("sho");
    crypto::KdfCost cost;
};

// What can be known of a store without its passphrase.
struct StoreGlance {
    QString path;
    qint64 bytes = 0;
    QStringList users;
    quint64 generation = 0;
    QString heldBy; // "ekatra (4711)", empty when nobody has it open
};

class Store {
public:
    // Makes a new store in `folder`, which must be empty or missing, or hold what is left of an earlier try that was
    // broken off before it was one. Opens it.
    // Errors: BadUsage store.exists {path}, DiskFull store.not_writable {path}.
    [[nodiscard]] static Result<std::unique_ptr<Store>> create(const QString& folder, const NewStore& about,
                                                               const crypto::SecretBytes& passphrase,
                                                               const StoreOptions& options);

    // Whether `folder` is a place for a new store, before anybody is asked for a passphrase.
    // Errors: BadUsage store.exists {path}.
    [[nodiscard]] static Result<void> mayCreate(const QString& folder);

    // Opens the store in `folder` as `user`; an empty name means the only one that has a slot.
    // Errors: NotFound store.missing; Busy store.held {holder}; WrongPassphrase; NewerVersion;
    // Damaged store.plaintext / store.empty / store.damaged / store.foreign / slots.*; DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& folder, const QString& user,
                                                             const crypto::SecretBytes& passphrase,
                                                             const StoreOptions& options);

    // Errors: NotFound store.missing, Damaged slots.damaged.
    [[nodiscard]] static Result<StoreGlance> glance(const QString& folder);

    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // The one connection that writes and checkpoints. Store thread.
    [[nodiscard]] Connection& writer() { return *m_writer; }
    // A connection of the calling thread's own that can only read.
    [[nodiscard]] Result<std::unique_ptr<Connection>> reader() const;

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString user() const { return m_user; }
    // Facts from the meta table, read once at opening.
    [[nodiscard]] QString station() const { return m_station; }
    [[nodiscard]] QString workstation() const { return m_workstation; }

    // The operator goes first: while any of these lives, ingest ends its transaction within 100 ms and steps aside.
    class OperatorTurn {
    public:
        explicit OperatorTurn(Store& store) : m_store(store) { ++m_store.m_operatorWaits; }
        ~OperatorTurn() { --m_store.m_operatorWaits; }
        OperatorTurn(const OperatorTurn&) = delete;
        OperatorTurn& operator=(const OperatorTurn&) = delete;

    private:
        Store& m_store;
    };
    [[nodiscard]] bool operatorWaits() const { return m_operatorWaits.load(std::memory_order_relaxed) > 0; }
    // Lets the operator's waiting work run now, on the store thread, between two transactions of ingest. Whoever owns
    // the store thread's queue says how; without it nobody can be waiting.
    void setWaitingWork(std::function<void()> work) { m_waitingWork = std::move(work); }
    void stepAside()
    {
        if (m_waitingWork)
            m_waitingWork();
    }

private:
    Store() = default;
    [[nodiscard]] Result<void> takeLock();
    [[nodiscard]] Result<void> fill(const NewStore& about);
    [[nodiscard]] Result<void> writeFacts(const NewStore& about);
    [[nodiscard]] Result<void> openWriter(const QString& name);
    [[nodiscard]] Result<void> readMeta();

    QString m_folder;
    QString m_user;
    QString m_station;
    QString m_workstation;
    QByteArray m_storeId;
    StoreOptions m_options;
    crypto::KeySet m_keys;
    std::unique_ptr<Connection> m_writer;
    std::atomic<int> m_operatorWaits{0};
    std::function<void()> m_waitingWork;
    int m_lockFd = -1;
};

} // namespace ekatra::storage
