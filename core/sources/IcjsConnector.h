// IcjsConnector.h
// The central feed as a source like any other: one stream of records of all kinds. Its position is the centre's own
// cursor. Owned by its worker; one thread. The client and the clock outlive it.
#pragma once

#include "sources/IcjsClient.h"
#include "sources/SourceConnector.h"
#include "sources/SourceProfile.h"

#include <QSet>

namespace ekatra::sources {

class IcjsConnector final : public SourceConnector {
public:
    IcjsConnector(const SourceProfile& profile, Endpoint endpoint, net::HttpClient& client, const base::Clock& clock,
                  int pageSize = 2000);

    [[nodiscard]] QString sourceId() const override { return m_id; }
    [[nodiscard]] std::vector<StreamInfo> streams() const override;
    [[nodiscard]] Result<Page> next(StreamCursor& cursor, const base::CancelToken& cancel) override;
    [[nodiscard]] Result<std::vector<ListedKey>> listing(const QString& stream, int year,
                                                         const base::CancelToken& cancel) override;
    // `key` is "kind/id".
    [[nodiscard]] Result<Page> fetchOne(const QString& stream, const QString& key,
                                        const base::CancelToken& cancel) override;
    [[nodiscard]] Result<TestReport> test(int limit, const base::CancelToken& cancel) override;

private:
    const QString m_id;
    const QString m_stream;
    const int m_pageSize;
    IcjsClient m_client;
    // Of the run in progress: where it has been, and how many pages in a row brought nothing.
    QSet<QByteArray> m_been;
    int m_emptyPages = 0;
};

} // namespace ekatra::sources
