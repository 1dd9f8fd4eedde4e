#include "cli/QuarantineRetry.h"

#include "session/SourceLine.h"

#include <map>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class Retry {
public:
    Retry(session::Services& services, const base::CancelToken& cancel) : m_services(services), m_cancel(cancel) { }

    Result<void> row(const storage::QuarantinedRow& row)
    {
        auto line = lineOf(row.sourceId);
        if (!line)
            return line.error();
        const QString stream = streamOf(**line, row.kind);
        auto page = (*line)->connector->fetchOne(stream, row.sourceKey, m_cancel);
        if (page)
            return store(row, (*line)->profile.id, *page);
        // A source that lost it, or that cannot be asked for one row: the rest may still be answered.
        if (page.error().kind != ErrorKind::NotFound && page.error().code != "sources.no_listing"_L1)
            return page.error();
        ++counts.gone;
        return {};
    }

    RetryCounts counts;

private:
    Result<const session::SourceLine*> lineOf(const QString& sourceId)
    {
        if (const auto known = m_lines.find(sourceId); known != m_lines.end())
            return &known->second;
        auto source = m_services.sources().find(sourceId);
        if (!source)
            return source.error();
        auto line = session::SourceLine::open(*source, m_services.clock());
        if (!line)
            return line.error();
        return &m_lines.emplace(sourceId, std::move(*line)).first->second;
    }

    static QString streamOf(const session::SourceLine& line, const QString& kind)
    {
        const auto streams = line.connector->streams();
        for (const sources::StreamInfo& stream : streams) {
            if (stream.kind == kind)
                return stream.id;
        }
        return streams.empty() ? QString() : streams.front().id;
    }

    Result<void> store(const storage::QuarantinedRow& asked, const QString& profile, const sources::Page& page)
    {
        records::RecordService::Batch batch(m_services.records());
        if (auto begun = batch.begin(); !begun)
            return begun;
        for (const sources::MappedRow& row : page.rows) {
            auto effect = batch.pull({asked.sourceId, profile, row.kind, row.sourceKey, row.sourceRevision,
                                      QUuid::fromString(row.recordId), row.payload, row.canonical});
            if (!effect)
                return effect.error();
        }
        for (const sources::RejectedRow& row : page.rejected) {
            auto known = batch.setAside({0, asked.sourceId, asked.kind, asked.sourceKey, row.reason, row.detail,
                                         row.raw, 0, m_services.clock().now().toSecsSinceEpoch()});
            if (!known)
                return known.error();
        }
        if (auto done = batch.commit(); !done)
            return done;
        ++(!page.rows.empty() ? counts.taken : page.rejected.empty() ? counts.gone : counts.kept);
        return {};
    }

    session::Services& m_services;
    const base::CancelToken& m_cancel;
    std::map<QString, session::SourceLine> m_lines;
};

} // namespace

RetryCounts retryQuarantined(session::Services& services, const std::vector<storage::QuarantinedRow>& rows,
                             const base::CancelToken& cancel)
{
    Retry retry(services, cancel);
    for (const storage::QuarantinedRow& row : rows) {
        if (cancel.requested()) {
            retry.counts.failure = error(ErrorKind::Cancelled, "cli.stopped");
            break;
        }
        if (auto done = retry.row(row); !done) {
            retry.counts.failure = done.error();
            break;
        }
    }
    return std::move(retry.counts);
}

} // namespace ekatra::cli
