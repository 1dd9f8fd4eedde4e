// Outbox.h
// What this workstation owes the centre: one row per change that an operator submitted, until the centre says that it
// stored it. Owned by Services; every call runs on the store thread.
//
// Promises: a row is added in the same transaction as the record it speaks of; each payload version keeps its own
// idempotency key; a version whose fate is unknown is settled before the next one goes; no row leaves except by
// acceptance, by a newer version of a row that never left, or by discard().
#pragma once

#include "base/Clock.h"
#include "domain/Record.h"
#include "storage/Connection.h"

#include <chrono>
#include <vector>

namespace ekatra::outbox {

enum class RowState { Ready, Sending, Accepted, Rejected, Conflicted };

[[nodiscard]] QString toText(RowState state);

struct Row {
    qint64 id = 0;
    domain::RecordRow record = 0;
    domain::RecordUid uid;
    QString kind;
    QString number;
    QString caseKey;
    int version = 1;
    QByteArray payload; // canonical JSON
    QString baseRevision; // null: creates
    QString idempotencyKey;
    RowState state = RowState::Ready;
    int attempts = 0;
    qint64 nextTryAt = 0; // Unix milliseconds
    QByteArray lastError; // JSON: {"code", ...}; empty when none
    qint64 queuedAt = 0;
    qint64 settledAt = 0;
};

class Outbox {
public:
    Outbox(storage::Connection& store, const base::Clock& clock) : m_db(store), m_clock(clock) { }

    // Queues `record` as it stands now under a new key. Earlier versions that were never sent, were refused or are in
    // conflict fall away; one whose fate is unknown stays until it is settled.
    [[nodiscard]] Result<void> add(const domain::Record& record, const QString& caseKey);

    // Rows whose turn has come, oldest first, at most `limit`: of each case only the first that is unsettled.
    [[nodiscard]] Result<std::vector<Row>> due(std::size_t limit) const;

    // Written before the request leaves: from here the row's fate is unknown until settled.
    [[nodiscard]] Result<void> markSending(const Row& row);

    // The centre stored it. Later versions of the record then stand on `revision`.
    [[nodiscard]] Result<void> accepted(const Row& row, const QString& revision);
    // Not settled yet: try again after `wait`. `fateUnknown` keeps it ahead of later versions.
    [[nodiscard]] Result<void> postpone(const Row& row, std::chrono::milliseconds wait, const QByteArray& reason,
                                        bool fateUnknown);
    [[nodiscard]] Result<void> setAside(const Row& row, RowState state, const QByteArray& reason);

    // Clears the waiting time of one row, or of all that wait (id 0); a refused row becomes ready again.
    [[nodiscard]] Result<int> retry(qint64 id);
    [[nodiscard]] Result<void> discard(qint64 id);

    [[nodiscard]] Result<std::vector<Row>> list(bool withSettled) const; // without payloads
    // What the centre took since `moment` (Unix milliseconds), newest first.
    [[nodiscard]] Result<std::vector<Row>> acceptedSince(qint64 moment) const;
    // Errors: NotFound outbox.unknown {id}.
    [[nodiscard]] Result<Row> find(qint64 id) const;
    // Whether a later version of the same record is queued.
    [[nodiscard]] Result<bool> hasLaterVersion(const Row& row) const;

    struct Counts {
        int waiting = 0; // ready or being sent
        int rejected = 0;
        int conflicted = 0;
    };
    [[nodiscard]] Result<Counts> counts() const;
    // When the turn comes of the next row that waits for no other, Unix milliseconds; 0: none waits.
    [[nodiscard]] Result<qint64> nextTurn() const;

private:
    storage::Connection& m_db;
    const base::Clock& m_clock;
};

} // namespace ekatra::outbox
