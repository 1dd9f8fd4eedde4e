// WindowConnector.h
// Pulls from a source that lists what changed within a span of days: the CAS and its like. Everything particular to a
// source is in its profile. Owned by its worker; one thread. The client, the profile's maker and the clock outlive it.
//
// Position: {"through":"2026-11-24"}, the last day that was read whole. A run begins the profile's number of windows
// before it, because rows are back-dated and lists are late, and ends with today; today's rows come again tomorrow.
#pragma once

#include "base/Clock.h"
#include "sources/Endpoint.h"
#include "sources/PageReader.h"
#include "sources/SourceConnector.h"

#include <map>

namespace ekatra::sources {

class WindowConnector final : public SourceConnector {
public:
    WindowConnector(SourceProfile profile, Endpoint endpoint, net::HttpClient& client, const base::Clock& clock);
    ~WindowConnector() override;

    [[nodiscard]] QString sourceId() const override { return m_profile.id; }
    [[nodiscard]] std::vector<StreamInfo> streams() const override;
    [[nodiscard]] Result<Page> next(StreamCursor& cursor, const base::CancelToken& cancel) override;
    [[nodiscard]] Result<std::vector<ListedKey>> listing(const QString& stream, int year,
                                                         const base::CancelToken& cancel) override;
    [[nodiscard]] Result<Page> fetchOne(const QString& stream, const QString& key,
                                        const base::CancelToken& cancel) override;
    [[nodiscard]] Result<TestReport> test(int limit, const base::CancelToken& cancel) override;

private:
    struct Window {
        QDate from;
        QDate to;
    };
    [[nodiscard]] Result<const StreamProfile*> find(const QString& stream) const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] PageReader& readerOf(const StreamProfile& stream);
    [[nodiscard]] Result<net::HttpResponse>
    get(const QString& path, const std::vector<std::pair<QString, QString>>& query, const base::CancelToken& cancel);
    [[nodiscard]] Result<Page> readWindow(const StreamProfile& stream, const Window& window, PageReader& reader,
                                          const base::CancelToken& cancel);
    [[nodiscard]] Result<StreamTest> testStream(const StreamProfile& stream, int limit,
                                                const base::CancelToken& cancel);

    const SourceProfile m_profile;
    const Endpoint m_endpoint;
    net::HttpClient& m_client;
    const base::Clock& m_clock;
    std::map<QString, std::unique_ptr<PageReader>> m_readers;
};

} // namespace ekatra::sources
