// Puller.h
// One run over one source: what to read is planned first, then pages are fetched on a worker thread and stored on the
// calling one, each page and its cursor in one transaction. Killed at any point and run again, it ends where a run
// without interruption would have. While it waits, and between two rows, an operator who waits gets the store. Store
// thread.
#pragma once

#include "base/CancelToken.h"
#include "base/Clock.h"
#include "records/RecordService.h"
#include "sources/SourceConnector.h"
#include "storage/Store.h"
#include "sync/Report.h"

#include <QDate>

#include <functional>

namespace ekatra::sync {

struct PullOptions {
    bool full = false; // read everything again and drop what the source no longer lists
    bool acceptRemovals = false; // go on though more would go than the limit allows
    QDate since{}; // sources that are asked by day: a first load begins with it, a later run goes back to it
    std::function<void(const Progress&)> progress;
};

// What a run is going to do with one stream.
struct StreamPlan {
    QString stream;
    QString kind;
    QByteArray position; // empty: from the beginning
    bool baseline = false; // everything is read beside what is held; what was not named goes at the end
    std::vector<int> compareYears; // complete listings to compare with what is held
    friend bool operator==(const StreamPlan&, const StreamPlan&) = default;
};

class Puller {
public:
    Puller(storage::Store& store, records::RecordService& records, const base::Clock& clock)
        : m_store(store),
          m_records(records),
          m_clock(clock),
          m_sources(store.writer()),
          m_quarantine(store.writer()),
          m_table(store.writer())
    {
    }

    // Reads `source` by way of `connector`. Failures end the run and stand in the report; what came before them is
    // stored.
    [[nodiscard]] SourceReport pull(sources::SourceConnector& connector, const storage::Source& source,
                                    const PullOptions& options, const base::CancelToken& cancel);

    // No run may remove more than this share of what a source lists without being told to.
    static constexpr double removalLimit = 0.05;
    static constexpr int removalsAlwaysAllowed = 20;
    static constexpr int compareEveryDays = 7;

private:
    struct Run;
    [[nodiscard]] Result<StreamPlan> plan(const Run& run, const sources::StreamInfo& stream) const;
    [[nodiscard]] Result<void> readStream(Run& run, StreamPlan plan);
    [[nodiscard]] Result<void> store(Run& run, const QString& streamKind, sources::Page& page);
    [[nodiscard]] Result<void> storeRows(Run& run, const QString& streamKind, sources::Page& page);
    [[nodiscard]] Result<void> countRow(Run& run);
    [[nodiscard]] Result<void> letOperatorIn(Run& run);
    [[nodiscard]] Result<void> setAside(Run& run, const QString& streamKind, const sources::RejectedRow& row);
    [[nodiscard]] Result<void> storeRow(Run& run, sources::MappedRow& row);
    [[nodiscard]] Result<void> compare(Run& run, const StreamPlan& plan);
    [[nodiscard]] Result<void> removeUnnamed(Run& run);
    [[nodiscard]] bool hasListing(const Run& run, const QString& stream) const;
    [[nodiscard]] Result<void> openBatch(Run& run);
    [[nodiscard]] Result<void> commit(Run& run);
    [[nodiscard]] Result<void> remove(Run& run, const QString& kind, const std::vector<QString>& keys, qint64 held);

    storage::Store& m_store;
    records::RecordService& m_records;
    const base::Clock& m_clock;
    storage::Sources m_sources;
    storage::Quarantine m_quarantine;
    records::RecordTable m_table;
};

} // namespace ekatra::sync
