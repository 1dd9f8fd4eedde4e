// Services.h
// Everything the product does, put together once over an unlocked store and passed by reference to whoever needs it:
// the command line and the window stand on the same. Owned by main; made and used on the store thread.
#pragma once

#include "base/Clock.h"
#include "domain/KindTable.h"
#include "domain/Places.h"
#include "domain/Stations.h"
#include "forms/FormChecker.h"
#include "law/ActTable.h"
#include "outbox/Outbox.h"
#include "records/Precedence.h"
#include "records/RecordReader.h"
#include "records/RecordService.h"
#include "schema/FormRegistry.h"
#include "schema/MessageTexts.h"
#include "search/NameTables.h"
#include "search/SearchService.h"
#include "storage/Store.h"
#include "sync/Journal.h"
#include "sync/Puller.h"
#include "sync/Pusher.h"
#include "sync/QuarantineRetry.h"

#include <memory>

namespace ekatra::session {

// Tables read from resources: the same for every store, immutable, any thread.
struct Tables {
    domain::KindTable kinds;
    domain::Stations stations;
    domain::Places places;
    records::Precedence precedence;
    schema::FormRegistry forms;
    law::ActTable acts;
    schema::MessageTexts formTexts;
    std::shared_ptr<const search::NameTables> names;

    // Errors: those of each table's load().
    [[nodiscard]] static Result<std::shared_ptr<const Tables>> load();
};

// What the search tokenizer needs on every connection.
[[nodiscard]] storage::StoreOptions storeOptions(const Tables& tables);

class Services {
public:
    // Errors: those of the store, when its search table has to be made anew and cannot.
    [[nodiscard]] static Result<std::unique_ptr<Services>>
    start(std::unique_ptr<storage::Store> store, std::shared_ptr<const Tables> tables, const base::Clock& clock);

    [[nodiscard]] const Tables& tables() const { return *m_tables; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] storage::Store& store() { return *m_store; }
    [[nodiscard]] storage::Sources& sources() { return m_sources; }
    [[nodiscard]] storage::Quarantine& quarantine() { return m_quarantine; }
    [[nodiscard]] outbox::Outbox& outbox() { return m_outbox; }
    [[nodiscard]] records::RecordService& records() { return m_records; }
    [[nodiscard]] records::RecordReader& reader() { return m_reader; }
    [[nodiscard]] search::SearchService& search() { return m_search; }
    [[nodiscard]] forms::FormChecker& checker() { return m_checker; }
    [[nodiscard]] sync::Journal& journal() { return m_journal; }

    // Pulls one configured source and notes the run in the journal.
    // Errors: NotFound source.unknown; those of the source's profile. Failures on the way stand in the report.
    [[nodiscard]] Result<sync::SourceReport> pull(const QString& sourceId, const sync::PullOptions& options,
                                                  const base::CancelToken& cancel);
    // Sends what the outbox owes to the centre (the source whose profile takes records).
    // Errors: NotFound source.no_centre.
    [[nodiscard]] Result<sync::PushReport> push(const base::CancelToken& cancel,
                                                const sync::Pusher::Progress& progress = {});
    // Asks the sources once more for rows that were set aside.
    [[nodiscard]] sync::RetryCounts retryQuarantined(const std::vector<storage::QuarantinedRow>& rows,
                                                     const base::CancelToken& cancel);
    // The configured centre's id; empty when there is none.
    [[nodiscard]] Result<QString> centre();

private:
    Services(std::unique_ptr<storage::Store> store, std::shared_ptr<const Tables> tables, const base::Clock& clock);
    // What the store thread does while a request is out.
    [[nodiscard]] sync::Meanwhile meanwhile();

    std::shared_ptr<const Tables> m_tables;
    const base::Clock& m_clock;
    std::unique_ptr<storage::Store> m_store;
    storage::Sources m_sources;
    storage::Quarantine m_quarantine;
    outbox::Outbox m_outbox;
    records::RecordService m_records;
    records::RecordReader m_reader;
    search::SearchService m_search;
    forms::FormChecker m_checker;
    sync::Journal m_journal;
};

} // namespace ekatra::session
