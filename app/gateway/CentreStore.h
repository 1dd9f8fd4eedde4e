// CentreStore.h
// What the ICJS centre holds: the current revision of each record, the order in which changes were committed, and the
// answer given under each idempotency key. Owned by GatewayServer; any thread.
//
// Two kinds share one set of SQL: in memory, where readers and writers take turns on one connection, and in a file
// (WAL, every commit synced), where one connection writes and checkpoints and the readers are read-only.
//
// Promises: a change gets its sequence number in the transaction that stores it, and those transactions run one after
// another, so that a reader never sees a number before all smaller ones. A record's idempotency keys live as long as
// the record. Tombstones stay until prune() finds them older than it was told.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "gateway/Cursor.h"
#include "gateway/District.h"
#include "gateway/Sqlite.h"

#include <QMap>

#include <memory>
#include <mutex>
#include <vector>

namespace ekatra::gateway {

struct CentreRecord {
    QString kind;
    QString id;
    qint64 revision = 0;
    bool deleted = false;
    QByteArray payload; // canonical JSON; empty for a tombstone

    // {"deleted":..,"id":..,"kind":..,"payload":..,"revision":".."} in canonical form.
    [[nodiscard]] QByteArray canonical() const;
};

// The number that no two records of a kind share.
struct RecordNumber {
    QString psCode;
    qint64 year = 0;
    qint64 serial = 0;
};

struct Push {
    QString kind;
    QString id;
    QByteArray payload; // canonical JSON
    std::optional<RecordNumber> number;
    QString idempotencyKey;
    std::optional<qint64> replaces; // the revision that the sender saw; nothing to create
};

struct PushAnswer {
    enum class Outcome {
        Created,
        Changed,
        KeyReused, // the key came with other content before
        AlreadyThere, // to be created, but there is a current record
        OtherRevision, // to be changed, but the current revision is another one, or there is none
        NumberTaken,
    };
    Outcome outcome = Outcome::Created;
    qint64 revision = 0;
    QString acceptedAt; // RFC 3339, as first answered
    std::optional<CentreRecord> current; // what stands in the way
};

struct ChangePage {
    QByteArray records; // a JSON array in canonical form
    Position next;
    bool hasMore = false;
};

struct CentreSummary {
    QMap<QString, qint64> listed; // living records that the feed names, by kind
    QMap<QString, qint64> accepted; // those of them that stations pushed
    QByteArray acceptedDigest; // 32 bytes: sum mod 2^256 of SHA-256 of canonical {"kind","payload"}
};

class CentreStore {
public:
    // `path` empty for a store in memory. Errors: Busy (another process has it), Damaged, NewerVersion, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<CentreStore>> open(const QString& path, const base::Clock& clock);
    ~CentreStore();

    // Fills a new store with the district's part of the national feed; does nothing on one that was filled before.
    [[nodiscard]] Result<void> seed(const District& district);

    // Takes all of `pushes` in order in one transaction: each gets its own answer, and stored ones are durable on
    // return. On an error none was stored.
    [[nodiscard]] Result<std::vector<PushAnswer>> push(const std::vector<Push>& pushes);

    // Records whose latest change came after `after`, in commit order, each once, at most `limit` and about 16 MB.
    // Errors: NotFound gateway.cursor_gone when that place is not in this log or tombstones after it were pruned.
    [[nodiscard]] Result<ChangePage> changes(const Position& after, int limit) const;

    // The record or its tombstone.
    [[nodiscard]] Result<std::optional<CentreRecord>> find(const QString& kind, const QString& id) const;

    // Leaves a tombstone; false when there is no living record.
    [[nodiscard]] Result<bool> remove(const QString& kind, const QString& id);

    // Forgets tombstones older than `days` and returns how many.
    [[nodiscard]] Result<int> prune(int days);

    [[nodiscard]] Result<CentreSummary> summary() const;

    static constexpr int tombstoneDays = 180;

private:
    class Reader;
    struct Lock;

    CentreStore(const QString& path, const base::Clock& clock);

    void migrate();
    PushAnswer pushOne(const Push& push);
    std::optional<PushAnswer> answeredBefore(const Push& push, const QByteArray& contentHash);
    Position advance(const QString& kind, const QString& id, qint64 revision, const QByteArray& contentHash);
    void write(const Push& push, qint64 revision, const QByteArray& contentHash, bool fromStation);
    [[nodiscard]] qint64 nowMs() const;

    QString m_path;
    const base::Clock& m_clock;
    std::unique_ptr<Lock> m_lock;
    std::unique_ptr<Database> m_writer;
    mutable std::mutex m_writing;
    mutable std::mutex m_lending;
    mutable std::vector<std::unique_ptr<Database>> m_idleReaders;
    Position m_last; // guarded by m_writing; written back after each commit
};

// SHA-256 of the canonical {"kind","payload"}.
[[nodiscard]] QByteArray recordHash(const QString& kind, const QByteArray& canonicalPayload);

} // namespace ekatra::gateway
