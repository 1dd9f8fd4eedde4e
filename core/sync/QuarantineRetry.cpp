#include "sync/QuarantineRetry.h"

namespace ekatra::sync {

namespace {

QString streamOf(const sources::SourceConnector& connector, const QString& kind)
{
    const auto streams = connector.streams();
    for (const sources::StreamInfo& stream : streams) {
        if (stream.kind == kind)
            return stream.id;
    }
    return streams.empty() ? QString() : streams.front().id;
}

// Whether the next source may fare better.
bool isOfTheSource(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::UnknownOutcome:
    case ErrorKind::NotPermitted:
    case ErrorKind::Rejected:
    case ErrorKind::BadInput:
    case ErrorKind::NotFound:
        return true;
    default:
        return false;
    }
}

} // namespace

RetryCounts QuarantineRetry::retry(const std::vector<storage::QuarantinedRow>& rows, const base::CancelToken& cancel)
{
    m_counts = {};
    m_silent.clear();
    for (const storage::QuarantinedRow& row : rows) {
        if (m_silent.contains(row.sourceId))
            continue;
        const auto done = cancel.requested() ? error(ErrorKind::Cancelled, "sync.cancelled") : ask(row, cancel);
        if (done)
            continue;
        if (!m_counts.failure || !isOfTheSource(done.error()))
            m_counts.failure = done.error();
        if (!isOfTheSource(done.error()))
            break;
        m_silent.insert(row.sourceId);
    }
    return m_counts;
}

Result<void> QuarantineRetry::ask(const storage::QuarantinedRow& row, const base::CancelToken& cancel)
{
    auto line = m_lines(row.sourceId);
    if (!line)
        return line.error();
    const QString stream = streamOf(*line->connector, row.kind);
    auto page = awaitRequest(m_meanwhile, cancel, [&](const base::CancelToken& stop) {
        return line->connector->fetchOne(stream, row.sourceKey, stop);
    });
    if (page)
        return store(row, line->profile, *page);
    // A source that lost it, or that cannot be asked for one row: the rest may still be answered.
    if (page.error().kind != ErrorKind::NotFound && page.error().code != QLatin1String("sources.no_listing"))
        return page.error();
    ++m_counts.gone;
    return {};
}

Result<void> QuarantineRetry::store(const storage::QuarantinedRow& asked, const QString& profile,
                                    const sources::Page& page)
{
    records::RecordService::Batch batch(m_records);
    if (auto begun = batch.begin(); !begun)
        return begun;
    for (const sources::MappedRow& row : page.rows) {
        auto effect = batch.pull({asked.sourceId, profile, row.kind, row.sourceKey, row.sourceRevision,
                                  QUuid::fromString(row.recordId), row.payload, row.canonical, row.content});
        if (!effect)
            return effect.error();
    }
    for (const sources::RejectedRow& row : page.rejected) {
        auto known = batch.setAside({0, asked.sourceId, asked.kind, asked.sourceKey, row.reason, row.detail, row.raw, 0,
                                     m_clock.now().toSecsSinceEpoch()});
        if (!known)
            return known.error();
    }
    if (auto done = batch.commit(); !done)
        return done;
    ++(!page.rows.empty() ? m_counts.taken : page.rejected.empty() ? m_counts.gone : m_counts.kept);
    return {};
}

} // namespace ekatra::sync
