#include "sync/Puller.h"

#include "sync/Meanwhile.h"
#include "sync/PageFeed.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace ekatra::sync {

namespace {

constexpr qint64 rowsPerTransaction = 8'000;
constexpr auto longestTransaction = std::chrono::milliseconds{2'000};
constexpr int letInEvery = 16; // rows between looks at whether the operator waits

// Names under which a run keeps its own marks beside the cursors of streams.
QString comparedMark(const QString& stream)
{
    return stream + QStringLiteral(":compared");
}
QString baselineMark(const QString& stream)
{
    return stream + QStringLiteral(":baseline");
}

} // namespace

// One pull in progress.
struct Puller::Run {
    sources::SourceConnector& connector;
    QString sourceId;
    QString profile;
    const PullOptions& options;
    const base::CancelToken& cancel;
    SourceReport report;
    QString stream;
    QString kind; // of the stream
    std::size_t streamsDone = 0;
    std::size_t streams = 1;
    // Keys that a baseline named, by kind.
    QMap<QString, QSet<QString>> named;
    bool keepNames = false;
    // The open transaction, if any.
    std::unique_ptr<records::RecordService::Batch> batch;
    QElapsedTimer batchAge;
    qint64 batchRows = 0;

    Counts& counts(const QString& kind) { return report.kinds[kind]; }
    [[nodiscard]] bool isLong() const
    {
        return batchRows >= rowsPerTransaction || batchAge.hasExpired(longestTransaction.count());
    }
    // `share` of the stream is read; negative: nobody knows.
    void tell(double share) const
    {
        if (!options.progress)
            return;
        const double whole = (static_cast<double>(streamsDone) + share) / static_cast<double>(streams);
        options.progress({sourceId, stream, kind, report.total(), report.bytes, share < 0 ? -1 : whole});
    }
};

SourceReport Puller::pull(sources::SourceConnector& connector, const storage::Source& source,
                          const PullOptions& options, const base::CancelToken& cancel)
{
    QElapsedTimer clock;
    clock.start();
    Run run{connector, source.id, source.profile, options, cancel, {}, {}, {}, 0, 1, {}, false, {}, {}, 0};
    run.report.sourceId = run.sourceId;
    const std::vector<sources::StreamInfo> streams = connector.streams();
    run.streams = streams.size();
    for (const sources::StreamInfo& stream : streams) {
        run.stream = stream.id;
        run.kind = stream.kind;
        auto planned = plan(run, stream);
        auto done = planned ? readStream(run, *planned) : Result<void>(planned.error());
        if (!done && done.error().code == QLatin1String("icjs.cursor_gone") && planned && !planned->baseline) {
            // The centre no longer keeps what happened since: read everything again beside what is held.
            planned->baseline = true;
            planned->position.clear();
            done = readStream(run, *planned);
        }
        run.batch.reset(); // rolls back what was not committed
        ++run.streamsDone;
        if (!done) {
            if (!run.report.failure)
                run.report.failure = done.error();
            // Doubt about one stream's listing says nothing of the next stream.
            if (done.error().kind == ErrorKind::Rejected)
                continue;
            break;
        }
        if (cancel.requested()) {
            run.report.failure = error(ErrorKind::Cancelled, "sync.cancelled");
            break;
        }
    }
    run.report.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    return std::move(run.report);
}

Result<StreamPlan> Puller::plan(const Run& run, const sources::StreamInfo& stream) const
{
    StreamPlan plan{stream.id, stream.kind, {}, run.options.full, {}};
    auto position = m_sources.cursor(run.sourceId, stream.id);
    auto unfinished = m_sources.cursor(run.sourceId, baselineMark(stream.id));
    auto compared = m_sources.cursor(run.sourceId, comparedMark(stream.id));
    for (const auto* cursor : {&position, &unfinished, &compared}) {
        if (!*cursor)
            return cursor->error();
    }
    if (!unfinished->isEmpty())
        plan.baseline = true;
    if (!plan.baseline)
        plan.position = *position;
    if (stream.hasListing && (plan.baseline || !plan.position.isEmpty())) {
        // A first load needs no comparison: it has just read all there is.
        const QDate last = QDate::fromString(QString::fromLatin1(*compared), Qt::ISODate);
        const QDate today = m_clock.nowIst().date();
        if (plan.baseline || !last.isValid() || last.daysTo(today) >= compareEveryDays) {
            auto held = m_table.yearsOf(run.sourceId, stream.kind);
            if (!held)
                return held.error();
            // Sources file by their own year (of arrest, of the report), which may be later than ours.
            for (int year = held->empty() ? today.year() : held->front(); year <= today.year(); ++year)
                plan.compareYears.push_back(year);
        }
    }
    return plan;
}

Result<void> Puller::readStream(Run& run, StreamPlan plan)
{
    const bool firstLoad = plan.position.isEmpty();
    run.named.clear();
    // Streams with yearly listings are compared with those; others name all they have in a baseline.
    run.keepNames = plan.baseline && plan.compareYears.empty();
    if (plan.baseline && run.keepNames) {
        if (auto done = m_sources.moveCursor(run.sourceId, baselineMark(plan.stream), "1"); !done)
            return done;
    }
    {
        // Working out what follows from a payload costs as much as storing it, so the fetching thread does it.
        const auto maker = std::make_shared<records::ContentMaker>(m_records.maker());
        const auto prepare = [maker](sources::Page& page) {
            for (sources::MappedRow& row : page.rows) {
                if (!row.deleted)
                    row.content = std::make_shared<const records::Content>(
                        maker->makeLight(row.kind, std::exchange(row.payload, {}), std::move(row.canonical)));
            }
        };
        PageFeed feed(run.connector, {plan.stream, plan.position, {}, run.options.since}, prepare, run.cancel);
        for (bool last = false; !last;) {
            auto page = feed.next([&] { return letOperatorIn(run); });
            if (!page) {
                if (auto kept = commit(run); !kept)
                    return kept;
                return page.error();
            }
            last = page->last;
            if (auto stored = store(run, plan.kind, *page); !stored)
                return stored;
            if (run.cancel.requested())
                return commit(run);
        }
    }
    if (run.keepNames) {
        if (auto done = removeUnnamed(run); !done)
            return done;
        if (auto done = openBatch(run); !done)
            return done;
        if (auto done = run.batch->moveCursor(run.sourceId, baselineMark(plan.stream), QByteArray()); !done)
            return done;
    }
    if (auto done = commit(run); !done)
        return done;
    const QByteArray today = m_clock.nowIst().date().toString(Qt::ISODate).toLatin1();
    if (!plan.compareYears.empty()) {
        if (auto done = compare(run, plan); !done)
            return done;
    }
    if (!plan.compareYears.empty() || (firstLoad && hasListing(run, plan.stream))) {
        if (auto done = openBatch(run); !done)
            return done;
        if (auto done = run.batch->moveCursor(run.sourceId, comparedMark(plan.stream), today); !done)
            return done;
    }
    return commit(run);
}

bool Puller::hasListing(const Run& run, const QString& stream) const
{
    for (const sources::StreamInfo& info : run.connector.streams()) {
        if (info.id == stream)
            return info.hasListing;
    }
    return false;
}

Result<void> Puller::openBatch(Run& run)
{
    if (run.batch)
        return {};
    run.batch = std::make_unique<records::RecordService::Batch>(m_records);
    run.batchAge.start();
    run.batchRows = 0;
    return run.batch->begin();
}

Result<void> Puller::commit(Run& run)
{
    if (!run.batch)
        return {};
    auto done = run.batch->commit();
    run.batch.reset();
    return done;
}

// An operator who waits gets the store, between two transactions of ours.
Result<void> Puller::letOperatorIn(Run& run)
{
    if (!m_store.operatorWaits())
        return {};
    if (auto done = commit(run); !done)
        return done;
    m_store.stepAside();
    return {};
}

// Stores a page, and its cursor in the same transaction as its last row. Several pages share a transaction while
// nobody waits; an operator who does wait gets the store between two rows.
Result<void> Puller::store(Run& run, const QString& streamKind, sources::Page& page)
{
    run.report.bytes += page.bytes;
    if (page.duplicates > 0)
        run.counts(streamKind).duplicates += page.duplicates;
    if (auto done = storeRows(run, streamKind, page); !done)
        return done;
    if (auto done = openBatch(run); !done)
        return done;
    if (auto done = run.batch->moveCursor(run.sourceId, run.stream, page.nextCursor); !done)
        return done;
    run.tell(page.share);
    return page.last || run.isLong() ? commit(run) : Result<void>();
}

Result<void> Puller::storeRows(Run& run, const QString& streamKind, sources::Page& page)
{
    for (sources::MappedRow& row : page.rows) {
        if (auto done = openBatch(run); !done)
            return done;
        if (auto done = storeRow(run, row); !done)
            return done;
        if (auto done = countRow(run); !done)
            return done;
    }
    for (const sources::RejectedRow& row : page.rejected) {
        if (auto done = openBatch(run); !done)
            return done;
        if (auto done = setAside(run, streamKind, row); !done)
            return done;
        if (auto done = countRow(run); !done)
            return done;
    }
    return {};
}

Result<void> Puller::countRow(Run& run)
{
    return ++run.batchRows % letInEvery == 0 ? letOperatorIn(run) : Result<void>();
}

Result<void> Puller::setAside(Run& run, const QString& streamKind, const sources::RejectedRow& row)
{
    const QString kind = row.kind.isEmpty() ? streamKind : row.kind;
    const QString key = row.sourceKey.isEmpty() ? row.fingerprint : row.sourceKey;
    if (run.keepNames)
        run.named[kind].insert(key);
    auto isNew = run.batch->setAside(
        {0, run.sourceId, kind, key, row.reason, row.detail, row.raw, 0, m_clock.now().toSecsSinceEpoch()});
    if (!isNew)
        return isNew.error();
    Counts& counts = run.counts(kind);
    ++counts.fetched;
    ++counts.setAside;
    return {};
}

Result<void> Puller::storeRow(Run& run, sources::MappedRow& row)
{
    Counts& counts = run.counts(row.kind);
    ++counts.fetched;
    Result<records::Effect> effect = records::Effect::Unchanged;
    if (row.deleted) {
        effect = run.batch->withdraw(run.sourceId, row.kind, row.sourceKey);
    } else {
        if (run.keepNames)
            run.named[row.kind].insert(row.sourceKey);
        effect = run.batch->pull({run.sourceId, run.profile, row.kind, row.sourceKey, row.sourceRevision,
                                  QUuid::fromString(row.recordId), std::move(row.payload), std::move(row.canonical),
                                  std::move(row.content)});
    }
    if (!effect)
        return effect.error();
    switch (*effect) {
    case records::Effect::Added:
        ++counts.added;
        break;
    case records::Effect::Changed:
        ++counts.changed;
        break;
    case records::Effect::Removed:
        ++counts.removed;
        break;
    case records::Effect::Unchanged:
        ++counts.unchanged;
        break;
    }
    return {};
}

// Compares complete yearly listings with what is held: what is missing there is gone, what differs is fetched.
Result<void> Puller::compare(Run& run, const StreamPlan& plan)
{
    QMap<QString, QString> listed;
    auto heldYears = m_table.yearsOf(run.sourceId, plan.kind);
    if (!heldYears)
        return heldYears.error();
    bool mayRemove = true;
    for (const int year : plan.compareYears) {
        if (run.cancel.requested())
            return error(ErrorKind::Cancelled, "sync.cancelled");
        auto keys =
            awaitRequest([&] { return letOperatorIn(run); }, run.cancel,
                         [&](const base::CancelToken& stop) { return run.connector.listing(plan.stream, year, stop); });
        if (!keys)
            return keys.error();
        // An empty answer for a year of which we hold records is more likely a fault than the truth.
        if (keys->empty() && std::find(heldYears->begin(), heldYears->end(), year) != heldYears->end())
            mayRemove = false;
        for (const sources::ListedKey& key : *keys)
            listed.insert(key.key, key.revision);
    }
    auto held = m_table.keysOf(run.sourceId, plan.kind);
    if (!held)
        return held.error();
    std::vector<QString> gone;
    QMap<QString, QString> missing = listed;
    for (const auto& known : *held) {
        const auto there = listed.constFind(known.key);
        if (there == listed.constEnd())
            gone.push_back(known.key);
        else if (*there == known.revision || there->isEmpty())
            missing.remove(known.key);
    }
    if (mayRemove) {
        if (auto done = remove(run, plan.kind, gone, static_cast<qint64>(held->size())); !done)
            return done;
    }
    for (auto key = missing.constBegin(); key != missing.constEnd(); ++key) {
        auto aside = m_quarantine.holds(run.sourceId, plan.kind, key.key());
        if (!aside)
            return aside.error();
        if (*aside)
            continue; // known, and not to be mapped
        if (run.cancel.requested())
            return error(ErrorKind::Cancelled, "sync.cancelled");
        auto page = awaitRequest(
            [&] { return letOperatorIn(run); }, run.cancel,
            [&](const base::CancelToken& stop) { return run.connector.fetchOne(plan.stream, key.key(), stop); });
        if (!page) {
            if (page.error().kind == ErrorKind::NotFound)
                continue; // went between the listing and the asking
            return page.error();
        }
        run.report.bytes += page->bytes;
        if (auto done = storeRows(run, plan.kind, *page); !done)
            return done;
        run.tell(1);
        if (run.batch && run.isLong()) {
            if (auto done = commit(run); !done)
                return done;
        }
    }
    return commit(run);
}

Result<void> Puller::removeUnnamed(Run& run)
{
    for (const domain::Kind& kind : m_records.kinds().all()) {
        auto held = m_table.keysOf(run.sourceId, kind.code);
        if (!held)
            return held.error();
        const QSet<QString> named = run.named.value(kind.code);
        std::vector<QString> gone;
        for (const auto& known : *held) {
            if (!named.contains(known.key))
                gone.push_back(known.key);
        }
        if (auto done = remove(run, kind.code, gone, static_cast<qint64>(held->size())); !done)
            return done;
    }
    return {};
}

Result<void> Puller::remove(Run& run, const QString& kind, const std::vector<QString>& keys, qint64 held)
{
    const auto share = static_cast<double>(keys.size()) / static_cast<double>(std::max<qint64>(held, 1));
    if (!run.options.acceptRemovals && keys.size() > removalsAlwaysAllowed && share > removalLimit)
        return error(
            ErrorKind::Rejected, "sync.too_many_removals",
            {{QStringLiteral("count"), QString::number(keys.size())}, {QStringLiteral("held"), QString::number(held)}});
    for (const QString& key : keys) {
        if (auto done = openBatch(run); !done)
            return done;
        auto effect = run.batch->withdraw(run.sourceId, kind, key);
        if (!effect)
            return effect.error();
        ++run.counts(kind).removed;
        if (auto done = countRow(run); !done)
            return done;
    }
    return {};
}

} // namespace ekatra::sync
