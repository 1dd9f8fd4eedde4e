// RecordService.h
// The one way in for every change: pulled pages, forms, answers of the centre, bundles and imports all end here.
// Each change writes the record, what each source says of it, what was taken out of it, its search row and, where the
// centre is owed it, its outbox row in one transaction. Owned by Services; store thread.
#pragma once

#include "base/Clock.h"
#include "domain/KindTable.h"
#include "outbox/Outbox.h"
#include "records/Precedence.h"
#include "records/RecordTable.h"
#include "search/SearchIndex.h"
#include "storage/Quarantine.h"
#include "storage/Sources.h"

#include <chrono>

namespace ekatra::records {

// One record as a source gave it.
struct PulledRecord {
    QString sourceId;
    QString profile;
    QString kind;
    QString sourceKey;
    QString sourceRevision;
    domain::RecordUid uid; // null where the source has no uid of ours
    QJsonObject payload;
    QByteArray canonical; // canonicalJson(payload) when it is at hand; else empty
};

enum class Effect { Unchanged, Added, Changed, Removed };

// The centre's answer to one outbox row, as the sender understood it.
struct Settlement {
    enum class Outcome { Accepted, TryLater, Unknown, Rejected, NumberTaken, Conflict };
    Outcome outcome = Outcome::TryLater;
    QString revision; // Accepted; Conflict: the centre's current one
    QJsonObject current; // Conflict: the centre's current payload
    std::chrono::milliseconds wait{0}; // TryLater, Unknown
    QByteArray reason; // JSON for the outbox row: what was refused and why
};

class RecordService {
public:
    RecordService(storage::Connection& writer, const domain::KindTable& kinds, const domain::Stations& stations,
                  const Precedence& precedence, outbox::Outbox& outbox, const base::Clock& clock);

    // Several changes that stand or fall together: a page and its cursor.
    class Batch {
    public:
        explicit Batch(RecordService& service);
        ~Batch();
        Batch(const Batch&) = delete;
        Batch& operator=(const Batch&) = delete;
        [[nodiscard]] Result<void> begin();

        // Takes in what a source says of one record. The natural key finds the record that other sources made.
        [[nodiscard]] Result<Effect> pull(const PulledRecord& pulled);
        // A source no longer lists it. The record goes when nobody else speaks of it and nothing is owed.
        [[nodiscard]] Result<Effect> withdraw(const QString& sourceId, const QString& kind, const QString& sourceKey);
        // True: it was not set aside before.
        [[nodiscard]] Result<bool> setAside(const storage::QuarantinedRow& row);
        [[nodiscard]] Result<void> moveCursor(const QString& sourceId, const QString& stream, const QByteArray& value);

        [[nodiscard]] Result<void> commit();

    private:
        RecordService& m_service;
        storage::Transaction m_transaction;
    };

    // Keeps what was typed: of a new record (null uid) or over an existing one. Anything may be missing or wrong.
    // Errors: NotFound record.unknown.
    [[nodiscard]] Result<domain::Record> saveDraft(const QString& kind, const domain::RecordUid& uid,
                                                   const QJsonObject& payload, const QString& author,
                                                   const QString& reason);

    // Makes `payload` the record's and queues it for the centre; a number of its series is given out when it lacks one.
    // The caller has checked the payload against its form. Errors: NotFound record.unknown; BadInput
    // record.number_taken {number}; record.number_fixed {number} when station, year or number of what was submitted
    // before would change; record.no_key {fields}.
    [[nodiscard]] Result<domain::Record> submit(const domain::RecordUid& uid, const QJsonObject& payload,
                                                const QString& author, const QString& reason);

    // Records the centre's answer to `row`; an answer to an older version leaves the newer one waiting.
    [[nodiscard]] Result<void> settle(const outbox::Row& row, const Settlement& settlement,
                                      const QString& centreSource);
    // Before the request leaves.
    [[nodiscard]] Result<void> markSending(const outbox::Row& row);
    // Drops a row that will never be sent; the record goes back to a draft.
    [[nodiscard]] Result<void> discard(qint64 outboxRow, const QString& author, const QString& reason);

    // Makes the search table anew from all records unless it was made with what `mark` stands for (tokenizer, name
    // tables). Takes about a minute for a million records; killed, it begins again at the next opening.
    [[nodiscard]] Result<void> renewSearch(const QString& mark);

    [[nodiscard]] const domain::KindTable& kinds() const { return m_kinds; }

private:
    friend class Batch;
    // A payload with everything that is derived from it.
    struct Content {
        QJsonObject payload;
        QByteArray text; // canonical JSON
        QByteArray hash;
        domain::Extract extract;
    };

    [[nodiscard]] Content contentOf(const QString& kind, QJsonObject payload, QByteArray canonical = {}) const;
    [[nodiscard]] Result<Effect> pull(const PulledRecord& pulled);
    [[nodiscard]] Result<Effect> withdraw(const QString& sourceId, const QString& kind, const QString& sourceKey);
    [[nodiscard]] Result<std::optional<domain::Record>> recordFor(const PulledRecord& pulled, Content& content);
    [[nodiscard]] Result<Effect> addRecord(const PulledRecord& pulled, Content& content);
    [[nodiscard]] Result<Effect> hearAgain(const PulledRecord& pulled, Mention mention, const Content& content);
    [[nodiscard]] Result<void> standAside(domain::Record record);
    [[nodiscard]] Result<void> writeOutMentions(const domain::Record& record);
    [[nodiscard]] Result<bool> remerge(domain::Record record, const QString& author);
    [[nodiscard]] Result<void> write(domain::Record& record, const Content& content);
    [[nodiscard]] Result<QJsonObject> withItsNumber(const domain::Record& record, QJsonObject payload) const;
    [[nodiscard]] Result<QJsonObject> numbered(const QString& kind, QJsonObject payload) const;
    [[nodiscard]] Result<domain::Record> known(const domain::RecordUid& uid) const;
    [[nodiscard]] Result<domain::Record> queue(domain::Record record, const QJsonObject& payload, const QString& author,
                                               const QString& reason);
    [[nodiscard]] Result<void> hearCentre(const outbox::Row& row, const QString& centreSource, const QString& revision,
                                          const QJsonObject& payload);
    [[nodiscard]] qint64 nowSeconds() const { return m_clock.now().toSecsSinceEpoch(); }

    storage::Connection& m_db;
    const domain::KindTable& m_kinds;
    const Precedence& m_precedence;
    outbox::Outbox& m_outbox;
    const base::Clock& m_clock;
    RecordTable m_table;
    storage::Quarantine m_quarantine;
    storage::Sources m_sources;
    search::SearchIndex m_search;
    bool m_anySetAside = true; // whether releasing from quarantine is worth a statement
};

} // namespace ekatra::records
