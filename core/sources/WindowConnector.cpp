#include "sources/WindowConnector.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ekatra::sources {

namespace {

constexpr int testWindows = 12;
constexpr std::size_t testSamples = 20;

Error badCursor(const QByteArray& text)
{
    return error(ErrorKind::BadInput, "sources.bad_cursor",
                 {{QStringLiteral("detail"), QString::fromUtf8(text.left(80))}});
}

// One day (or nothing, for an empty text) out of {"through":"2026-11-24"}.
Result<QDate> dayIn(const QByteArray& text, const char* name)
{
    if (text.isEmpty())
        return QDate();
    const QString day = QJsonDocument::fromJson(text).object().value(QLatin1String(name)).toString();
    const QDate date = QDate::fromString(day, Qt::ISODate);
    if (!date.isValid())
        return badCursor(text);
    return date;
}

QByteArray cursorOf(std::initializer_list<std::pair<const char*, QDate>> days)
{
    QByteArrayList parts;
    for (const auto& [name, day] : days)
        parts.append(QByteArray("\"") + name + "\":\"" + day.toString(Qt::ISODate).toLatin1() + '"');
    return '{' + parts.join(',') + '}';
}

// How much of the days from `start` to `end` is read when `to` is.
double shareOf(QDate start, QDate to, QDate end)
{
    return static_cast<double>(start.daysTo(to) + 1) / static_cast<double>(start.daysTo(end) + 1);
}

// The answer was more than may be taken: a shorter window may fit.
bool isTooMuch(const Error& problem)
{
    return problem.code == QLatin1String("net.too_large") || problem.code == QLatin1String("net.bomb");
}

} // namespace

WindowConnector::WindowConnector(SourceProfile profile, Endpoint endpoint, net::HttpClient& client,
                                 const base::Clock& clock)
    : m_profile(std::move(profile)), m_endpoint(std::move(endpoint)), m_client(client), m_clock(clock)
{
}

WindowConnector::~WindowConnector() = default;

std::vector<StreamInfo> WindowConnector::streams() const
{
    std::vector<StreamInfo> infos;
    for (const StreamProfile& stream : m_profile.streams)
        infos.push_back({stream.id, stream.kind, stream.listing.has_value() && stream.record.has_value()});
    return infos;
}

Result<const StreamProfile*> WindowConnector::find(const QString& stream) const
{
    const StreamProfile* found = m_profile.stream(stream);
    if (found == nullptr || !found->window)
        return error(ErrorKind::BadUsage, "sources.no_stream",
                     {{QStringLiteral("stream"), stream}, {QStringLiteral("source"), m_profile.id}});
    return found;
}

QDate WindowConnector::today() const
{
    return m_clock.now().toOffsetFromUtc(m_profile.zoneMinutes * 60).date();
}

PageReader& WindowConnector::readerOf(const StreamProfile& stream)
{
    auto& reader = m_readers[stream.id];
    if (!reader)
        reader = std::make_unique<PageReader>(stream.mapping, stream.kind, today().year());
    return *reader;
}

Result<net::HttpResponse> WindowConnector::get(const QString& path,
                                               const std::vector<std::pair<QString, QString>>& query,
                                               const base::CancelToken& cancel)
{
    auto request = makeRequest(m_endpoint, net::Method::Get, path, query);
    if (!request)
        return request.error();
    auto response = m_client.send(*request, cancel);
    if (!response)
        return response;
    if (auto fine = checkStatus(*response); !fine)
        return fine.error();
    return response;
}

Result<Page> WindowConnector::readWindow(const StreamProfile& stream, const Window& window, PageReader& reader,
                                         const base::CancelToken& cancel)
{
    const DateWindow& paging = *stream.window;
    auto response = get(
        stream.path,
        {{paging.fromParam, window.from.toString(paging.format)}, {paging.toParam, window.to.toString(paging.format)}},
        cancel);
    if (!response)
        return response.error();
    auto page = reader.readList(response->body, stream.rows);
    if (page)
        page->bytes = response->wireBytes;
    return page;
}

Result<Page> WindowConnector::next(StreamCursor& cursor, const base::CancelToken& cancel)
{
    auto stream = find(cursor.stream);
    if (!stream)
        return stream.error();
    const DateWindow& paging = *(*stream)->window;
    auto through = dayIn(cursor.position, "through");
    auto from = dayIn(cursor.run, "from");
    auto begun = dayIn(cursor.run, "begun");
    for (const auto* day : {&through, &from, &begun}) {
        if (!*day)
            return day->error();
    }
    const QDate end = today();
    QDate first = *from;
    if (!first.isValid()) {
        QDate again = through->isValid() ? through->addDays(1 - qint64{paging.maxDays} * paging.rereadWindows)
                                         : paging.historyFrom;
        // No day between what was read and the wish may be passed over.
        if (cursor.since.isValid() && (!through->isValid() || cursor.since < again))
            again = cursor.since;
        first = std::min(std::max(again, paging.historyFrom), end);
    }
    for (int days = paging.maxDays;; days /= 2) {
        const Window window{first, std::min(first.addDays(days - 1), end)};
        auto page = readWindow(**stream, window, readerOf(**stream), cancel);
        if (!page) {
            if (isTooMuch(page.error()) && days > 1)
                continue;
            return page;
        }
        const QDate reached = through->isValid() ? std::max(*through, window.to) : window.to;
        page->nextCursor = cursorOf({{"through", reached}});
        page->last = window.to >= end;
        cursor.position = page->nextCursor;
        const QDate start = begun->isValid() ? *begun : first;
        page->share = shareOf(start, window.to, end);
        cursor.run = cursorOf({{"from", window.to.addDays(1)}, {"begun", start}});
        return page;
    }
}

Result<std::vector<ListedKey>> WindowConnector::listing(const QString& stream, int year,
                                                        const base::CancelToken& cancel)
{
    auto found = find(stream);
    if (!found)
        return found.error();
    if (!(*found)->listing)
        return error(ErrorKind::BadUsage, "sources.no_listing", {{QStringLiteral("stream"), stream}});
    const YearListing& listing = *(*found)->listing;
    auto response = get(listing.path, {{listing.yearParam, QString::number(year)}}, cancel);
    if (!response)
        return response.error();
    PageReader reader(listing.mapping, (*found)->kind, today().year());
    auto page = reader.readList(response->body, listing.rows);
    if (!page)
        return page.error();
    // What a listing leaves out counts as gone: one that cannot be read to the last key is no listing.
    if (!page->rejected.empty())
        return error(
            ErrorKind::Unreachable, "sources.bad_listing",
            {{QStringLiteral("stream"), stream}, {QStringLiteral("rows"), QString::number(page->rejected.size())}});
    std::vector<ListedKey> keys;
    keys.reserve(page->rows.size());
    for (MappedRow& row : page->rows)
        keys.push_back({std::move(row.sourceKey), std::move(row.sourceRevision)});
    return keys;
}

Result<Page> WindowConnector::fetchOne(const QString& stream, const QString& key, const base::CancelToken& cancel)
{
    auto found = find(stream);
    if (!found)
        return found.error();
    if (!(*found)->record)
        return error(ErrorKind::BadUsage, "sources.no_listing", {{QStringLiteral("stream"), stream}});
    const SingleRecord& record = *(*found)->record;
    auto response = get(record.path, {{record.keyParam, key}}, cancel);
    if (!response)
        return response.error();
    auto page = readerOf(**found).readRow(response->body, record.row);
    if (page) {
        page->bytes = response->wireBytes;
        page->last = true;
    }
    return page;
}

Result<TestReport> WindowConnector::test(int limit, const base::CancelToken& cancel)
{
    TestReport report;
    for (const StreamProfile& stream : m_profile.streams) {
        auto tested = testStream(stream, limit, cancel);
        if (!tested)
            return tested.error();
        report.streams.push_back(std::move(*tested));
    }
    return report;
}

// Goes back from today, window by window, until enough rows were seen.
Result<StreamTest> WindowConnector::testStream(const StreamProfile& stream, int limit, const base::CancelToken& cancel)
{
    StreamTest tested;
    tested.stream = stream.id;
    PageReader reader(stream.mapping, stream.kind, today().year());
    reader.collectUnused();
    QDate to = today();
    for (int i = 0; i < testWindows && tested.fetched < limit; ++i) {
        auto page = readWindow(stream, {to.addDays(1 - stream.window->maxDays), to}, reader, cancel);
        if (!page)
            return page.error();
        to = to.addDays(-stream.window->maxDays);
        tested.mapped += static_cast<int>(page->rows.size());
        tested.duplicates += page->duplicates;
        tested.fetched += static_cast<int>(page->rows.size() + page->rejected.size()) + page->duplicates;
        for (MappedRow& row : page->rows) {
            for (const QString& warning : row.warnings)
                ++tested.warnings[warning];
            if (tested.samples.size() < testSamples)
                tested.samples.push_back(std::move(row));
        }
        for (RejectedRow& row : page->rejected) {
            ++tested.reasons[row.reason];
            if (tested.rejected.size() < testSamples)
                tested.rejected.push_back(std::move(row));
        }
    }
    tested.unusedFields = reader.unused();
    return tested;
}

} // namespace ekatra::sources
