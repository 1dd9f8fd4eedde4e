// RecordService.h
// The one way in for every change: pulled pages, forms, answers of the centre, bundles and imports all end here.
// Each change writes the record, what each source says of it, what was taken out of it, its search row and, where the
// centre is owed it, its outbox row in one transaction. Owned by Services; store thread.
#pragma once

#include "base/Clock.h"
#include "domain/KindTable.h"
#include "outbox/Outbox.h"
#include "records/Content.h"
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
    std::shared_ptr<const Content> content{}; // all of it worked out already (maker()); else null
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
                  std::shared_ptr<const search::NameTables> names, const Precedence& precedence, outbox::Outbox& outbox,
                  const base::Clock& clock);

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

    // Throws away what was typed and not submitted. True: the record went with it, as nothing of it was ever submitted.
    // Errors: NotFound record.unknown; BadUsage record.was_submitted {number} of one that was taken out of the outbox:
    // what was registered once stays on record.
    [[nodiscard]] Result<bool> dropDraft(const domain::RecordUid& uid);

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
    // For another thread, to work out PulledRecord::content before the record is pulled.
    [[nodiscard]] ContentMaker maker() const { return {m_kinds, m_stations, m_names}; }

private:
    friend class Batch;
    [[nodiscard]] Content contentOf(const QString& kind, QJsonObject payload, QByteArray canonical = {})
    {
        return m_maker.make(kind, std::move(payload), std::move(canonical));
    }
    [[nodiscard]] Result<Effect> pull(const PulledRecord& pulled);
    [[nodiscard]] Result<Effect> withdraw(const QString& sourceId, const QString& kind, const QString& sourceKey);
    [[nodiscard]] Result<std::optional<domain::Record>> recordFor(const PulledRecord& pulled, const Content& content,
                                                                  QString& naturalKey);
    [[nodiscard]] Result<Effect> addRecord(const PulledRecord& pulled, const Content& content,
                                           const QString& naturalKey);
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
    const domain::Stations& m_stations;
    const std::shared_ptr<const search::NameTables> m_names;
    const Precedence& m_precedence;
    outbox::Outbox& m_outbox;
    const base::Clock& m_clock;
    RecordTable m_table;
    storage::Quarantine m_quarantine;
    storage::Sources m_sources;
    search::SearchIndex m_search;
    ContentMaker m_maker;
    bool m_anySetAside = true; // whether releasing from quarantine is worth a statement
};

} // namespace ekatra::records
