#include "fault/FaultStation.h"

#include "gateway/practice/PracticeDistrict.h"
#include "net/PocoHttpClient.h"
#include "sources/IcjsConnector.h"
#include "sources/WindowConnector.h"
#include "storage/Verify.h"

#include <deque>
#include <future>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 6; // three pages of the national feed
const QString author = u"rampal"_s;

QDate lastDay()
{
    return {2026, 10, 31};
}

// The last thirty days of a practice district, as if there had been nothing before.
class RecentDistrict final : public gateway::District {
public:
    RecentDistrict()
    {
        gateway::PracticeOptions options;
        options.size = 160;
        options.stations = 2;
        options.dirtyPercent = 5;
        options.lastDay = lastDay();
        m_whole = take(gateway::makePracticeDistrict(options));
    }

    [[nodiscard]] std::vector<gateway::Station> stations() const override { return m_whole->stations(); }
    [[nodiscard]] QDate firstDay() const override { return lastDay().addDays(-29); }
    [[nodiscard]] QDate lastDay() const override { return test::lastDay(); }
    void changedRows(gateway::CasList list, QDate from, QDate to, const RowSink& sink) const override
    {
        m_whole->changedRows(list, std::max(from, firstDay()), to, sink);
    }
    [[nodiscard]] std::vector<gateway::CasKey> keys(gateway::CasList list, int year) const override
    {
        auto keys = m_whole->keys(list, year);
        std::erase_if(keys, [this](const gateway::CasKey& key) { return key.changedOn.date() < firstDay(); });
        return keys;
    }
    [[nodiscard]] std::optional<QByteArray> row(gateway::CasList list, const QByteArray& key) const override
    {
        return m_whole->row(list, key);
    }
    [[nodiscard]] qint64 count(gateway::CasList list) const override { return m_whole->count(list); }
    void icjsSeeds(const SeedSink& sink) const override { m_whole->icjsSeeds(sink); }

private:
    std::unique_ptr<gateway::District> m_whole;
};

sources::Endpoint endpoint(const Gateway& gateway, const char* path, std::chrono::milliseconds deadline)
{
    sources::Endpoint to;
    to.base = QUrl(gateway.url(QString::fromLatin1(path)));
    to.limits.deadline = deadline;
    return to;
}

const sources::SourceProfile& profile(const QString& id)
{
    static std::map<QString, sources::SourceProfile> loaded;
    const auto known = loaded.find(id);
    return known != loaded.end() ? known->second
                                 : loaded.emplace(id, take(sources::SourceProfile::load(id))).first->second;
}

} // namespace

bool longTests()
{
    return qEnvironmentVariableIsSet("EKATRA_LONG_TESTS");
}

const gateway::District& faultDistrict()
{
    static const RecentDistrict district;
    return district;
}

RoundGateway::~RoundGateway()
{
    static std::deque<std::future<void>> stopping; // a future waits for its end when it goes
    while (stopping.size() >= 8)
        stopping.pop_front();
    stopping.push_back(std::async(std::launch::async, [gateway = std::move(m_gateway)]() mutable { gateway.reset(); }));
}

FaultStation::FaultStation(const Gateway& other) : gateway(other)
{
    store.clock.set(QDateTime(lastDay(), QTime(12, 0), Qt::UTC));
    for (const char* id : {"cas", "icjs"})
        store.addSource(id);
}

void FaultStation::failStatement(int nth, int sqliteCode)
{
    m_failed->reset();
    store->store().writer().setFaultHook([failed = m_failed, left = nth, sqliteCode](const char* sql) mutable {
        if (--left != 0)
            return 0;
        *failed = sql;
        return sqliteCode;
    });
}

std::optional<std::string> FaultStation::failedStatement()
{
    store->store().writer().setFaultHook({});
    return *m_failed;
}

std::optional<Error> FaultStation::pull(const char* source)
{
    const QString id = QString::fromLatin1(source);
    net::PocoHttpClient http({}, store.clock);
    std::unique_ptr<sources::SourceConnector> connector;
    if (id == "cas"_L1)
        connector = std::make_unique<sources::WindowConnector>(profile(id), endpoint(gateway, "/sources/cas", deadline),
                                                               http, store.clock);
    else
        connector = std::make_unique<sources::IcjsConnector>(profile(id), endpoint(gateway, "/icjs/v1", deadline), http,
                                                             store.clock, pageSize);
    sync::PullOptions options;
    options.full = full;
    options.since = faultDistrict().firstDay();
    sync::Puller puller(store->store(), store->records(), store.clock);
    return puller.pull(*connector, {id, id, {}}, options, cancel).failure;
}

std::optional<Error> FaultStation::pullAll()
{
    for (const char* source : {"icjs", "cas"}) {
        if (auto failure = pull(source))
            return failure;
    }
    return std::nullopt;
}

std::optional<Error> FaultStation::submit(int number)
{
    if (!m_drafts.contains(number)) {
        auto draft = store->records().saveDraft(u"fir"_s, {}, fir(number), author, {});
        if (!draft)
            return draft.error();
        m_drafts[number] = draft->uid;
    }
    auto submitted = store->records().submit(m_drafts[number], fir(number), author, {});
    if (!submitted)
        return submitted.error();
    return std::nullopt;
}

sync::PushReport FaultStation::push()
{
    net::PocoHttpClient http({}, store.clock);
    sources::IcjsClient centre(endpoint(gateway, "/icjs/v1", deadline), http, store.clock);
    return sync::Pusher(store->outbox(), store->records()).push(centre, u"icjs"_s, cancel);
}

void FaultStation::pushAll()
{
    for (int round = 0; round < 20 && take(store->outbox().counts()).waiting > 0; ++round) {
        store.clock.advance(std::chrono::hours(2));
        push();
    }
}

std::string FaultStation::lines(const char* sql)
{
    std::string text;
    auto rows = store->store().writer().query(sql);
    while (rows.next())
        text += rows.text(0).toStdString() + '\n';
    done(rows.status());
    return text;
}

std::string FaultStation::endState()
{
    std::string state = take(store->reader().contentDigest()).toStdString() + '\n';
    state += lines("SELECT 'record ' || kind || ' ' || coalesce(number, '-') || ' ' || state || ' v' || version"
                   " || ' ' || coalesce(central_revision, '-') FROM record ORDER BY 1");
    state += lines("SELECT 'mention ' || m.source_id || ' ' || m.kind || ' ' || coalesce(r.number, '-') || ' '"
                   " || coalesce(m.source_revision, '-') || ' ' || hex(m.hash)"
                   " FROM mention m JOIN record r ON r.id = m.record_id ORDER BY 1");
    state += lines("SELECT 'outbox ' || r.number || ' v' || o.version || ' ' || o.state"
                   " FROM outbox o JOIN record r ON r.id = o.record_id ORDER BY 1");
    // What follows the position in the centre's cursor says which centre it is.
    state += lines("SELECT 'cursor ' || source_id || ' ' || stream || ' '"
                   " || CASE source_id WHEN 'icjs' THEN substr(CAST(value AS TEXT), 1, 12) ELSE CAST(value AS TEXT) END"
                   " FROM cursor ORDER BY 1");
    state += lines("SELECT 'aside ' || source_id || ' ' || kind || ' ' || source_key || ' ' || reason"
                   " FROM quarantine ORDER BY 1");
    state += lines("SELECT 'persons ' || count(*) FROM record_person");
    state += lines("SELECT 'indexed ' || count(*) FROM search_docsize");
    for (const char* text : {"", "कुमार", "singh", "kind:arrest", "ramesh"}) {
        search::SearchRequest request;
        request.text = QString::fromUtf8(text);
        request.limit = 1000;
        QStringList found;
        for (const search::Hit& hit : take(store->search().search(request, cancel)).hits)
            found.append(hit.kind + u' ' + hit.station + u' ' + hit.number);
        found.sort();
        state += "found " + std::string(text) + ": " + found.join(u", "_s).toStdString() + '\n';
    }
    return state;
}

std::string FaultStation::unsound()
{
    return take(storage::verify(store->store().writer())).join(u'\n').toStdString();
}

std::string difference(const std::string& actual, const std::string& expected)
{
    const QStringList got = QString::fromStdString(actual).split(u'\n');
    const QStringList wanted = QString::fromStdString(expected).split(u'\n');
    for (qsizetype i = 0; i < std::max(got.size(), wanted.size()); ++i) {
        if (got.value(i) != wanted.value(i))
            return (u"\""_s + got.value(i).left(300) + u"\" instead of \""_s + wanted.value(i).left(300) + u'"')
                .toStdString();
    }
    return {};
}

} // namespace ekatra::test
