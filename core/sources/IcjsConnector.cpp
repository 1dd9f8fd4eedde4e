#include "sources/IcjsConnector.h"

#include "base/CanonicalJson.h"

namespace ekatra::sources {

namespace {
constexpr int emptyPagesAllowed = 100; // in a row
}

IcjsConnector::IcjsConnector(const SourceProfile& profile, Endpoint endpoint, net::HttpClient& client,
                             const base::Clock& clock, int pageSize)
    : m_id(profile.id),
      m_stream(profile.streams.empty() ? QStringLiteral("changes") : profile.streams.front().id),
      m_pageSize(pageSize),
      m_client(std::move(endpoint), client, clock)
{
}

std::vector<StreamInfo> IcjsConnector::streams() const
{
    return {{m_stream, QString(), false}};
}

Result<Page> IcjsConnector::next(StreamCursor& cursor, const base::CancelToken& cancel)
{
    if (cursor.run.isEmpty()) {
        m_been = {cursor.position};
        m_emptyPages = 0;
        cursor.run = "begun";
    }
    auto page = m_client.changes(cursor.position, m_pageSize, cancel);
    if (!page)
        return page;
    m_emptyPages = page->rows.empty() && page->rejected.empty() ? m_emptyPages + 1 : 0;
    if (!page->last && (m_been.contains(page->nextCursor) || m_emptyPages >= emptyPagesAllowed))
        return error(ErrorKind::Unreachable, "sources.endless");
    m_been.insert(page->nextCursor);
    cursor.position = page->nextCursor;
    return page;
}

Result<std::vector<ListedKey>> IcjsConnector::listing(const QString& stream, int, const base::CancelToken&)
{
    return error(ErrorKind::BadUsage, "sources.no_listing", {{QStringLiteral("stream"), stream}});
}

Result<Page> IcjsConnector::fetchOne(const QString&, const QString& key, const base::CancelToken& cancel)
{
    auto record = m_client.get(key.section(QLatin1Char('/'), 0, 0), key.section(QLatin1Char('/'), 1), cancel);
    if (!record)
        return record.error();
    MappedRow row;
    row.kind = record->kind;
    row.sourceKey = record->id;
    row.recordId = record->id;
    row.sourceRevision = record->revision;
    row.canonical = base::canonicalJson(record->payload);
    row.payload = record->payload;
    Page page;
    page.last = true;
    page.rows.push_back(std::move(row));
    return page;
}

Result<TestReport> IcjsConnector::test(int limit, const base::CancelToken& cancel)
{
    auto page = m_client.changes({}, limit, cancel);
    if (!page)
        return page.error();
    StreamTest tested;
    tested.stream = m_stream;
    tested.mapped = static_cast<int>(page->rows.size());
    tested.fetched = tested.mapped;
    constexpr std::size_t most = 20;
    for (MappedRow& row : page->rows) {
        if (tested.samples.size() < most)
            tested.samples.push_back(std::move(row));
    }
    TestReport report;
    report.streams.push_back(std::move(tested));
    return report;
}

} // namespace ekatra::sources
