#include "gateway/practice/PracticeDistrict.h"

#include "gateway/practice/Days.h"
#include "gateway/practice/SeedPayload.h"

#include <algorithm>
#include <map>

namespace ekatra::gateway {

using namespace practice;

namespace {

constexpr int daysCovered = 1826; // five years
constexpr int oneInSeeds = 10;

std::optional<std::uint32_t> unsignedOf(const QByteArray& digits)
{
    bool ok = false;
    const uint value = digits.toUInt(&ok);
    return ok ? std::optional<std::uint32_t>(value) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<PracticeDistrict>> PracticeDistrict::build(const PracticeOptions& options)
{
    const auto bad = [](const char* option) {
        return error(ErrorKind::BadUsage, "practice.bad_options",
                     {{QStringLiteral("option"), QString::fromLatin1(option)}});
    };
    if (options.size < 0)
        return bad("size");
    if (options.stations < 1)
        return bad("stations");
    if (options.dirtyPercent < 0 || options.dirtyPercent > 100)
        return bad("dirty");
    if (!options.lastDay.isValid() || options.lastDay < QDate(2010, 1, 1) || options.lastDay > QDate(2045, 12, 31))
        return bad("last day");
    auto stock = Stock::load(options.stations, options.seed);
    if (!stock)
        return stock.error();
    return std::unique_ptr<PracticeDistrict>(new PracticeDistrict(options, std::move(*stock)));
}

PracticeDistrict::PracticeDistrict(const PracticeOptions& options, Stock stock)
    : m_options(options), m_stock(std::move(stock)), m_lastDay(dayOf(options.lastDay))
{
    m_firstDay = m_lastDay - daysCovered + 1;
    indexFirs();
    numberReports();
    sortByChange();
}

void PracticeDistrict::indexFirs()
{
    const auto size = static_cast<std::uint32_t>(m_options.size);
    const Calendar calendar(m_options.seed, size, m_firstDay, m_lastDay);
    m_firs.reserve(size);
    m_ofStation.resize(m_stock.stations.size());
    m_yearsOfStation.resize(m_stock.stations.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        const int minute = calendar.firMinute(i);
        const Outline outline = outlineOf(m_stock, m_options.seed, i, minute, m_lastDay);
        auto& cases = m_ofStation[outline.station];
        auto& years = m_yearsOfStation[outline.station];
        const int year = yearOf(dayOfMinute(minute));
        if (years.empty() || years.back().first != year)
            years.emplace_back(year, static_cast<std::uint32_t>(cases.size()));
        cases.push_back(i);
        m_firs.push_back({minute, static_cast<std::uint32_t>(outline.changed),
                          static_cast<std::uint32_t>(cases.size()) - years.back().second, outline.station,
                          static_cast<std::uint8_t>(outline.arrests), static_cast<std::uint8_t>(outline.reports)});
        for (int n = 0; n < outline.arrests; ++n) {
            const ArrestMark& mark = outline.arrest[static_cast<std::size_t>(n)];
            m_arrests.push_back({static_cast<std::uint32_t>(mark.changed), i,
                                 static_cast<std::uint16_t>(yearOf(dayOfMinute(mark.minute))),
                                 static_cast<std::uint16_t>(n + 1), 0});
        }
        for (int n = 0; n < outline.reports; ++n) {
            const ReportMark& mark = outline.report[static_cast<std::size_t>(n)];
            m_reports.push_back({static_cast<std::uint32_t>(mark.changed), i,
                                 static_cast<std::uint16_t>(yearOf(mark.day)), static_cast<std::uint16_t>(n + 1),
                                 static_cast<std::uint32_t>(mark.day)});
        }
    }
}

// Report numbers run per station and year, in order of the report's day. Until now `number` held that day.
void PracticeDistrict::numberReports()
{
    std::sort(m_reports.begin(), m_reports.end(), [](const ListEntry& a, const ListEntry& b) {
        return std::tie(a.number, a.fir, a.ordinal) < std::tie(b.number, b.fir, b.ordinal);
    });
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint32_t> last;
    for (ListEntry& entry : m_reports)
        entry.number = ++last[{m_firs[entry.fir].station, entry.year}];
}

void PracticeDistrict::sortByChange()
{
    const auto earlier = [](const ListEntry& a, const ListEntry& b) {
        return std::tie(a.changed, a.fir, a.ordinal) < std::tie(b.changed, b.fir, b.ordinal);
    };
    std::sort(m_arrests.begin(), m_arrests.end(), earlier);
    std::sort(m_reports.begin(), m_reports.end(), earlier);
    m_firsByChange.resize(m_firs.size());
    for (std::uint32_t i = 0; i < m_firsByChange.size(); ++i)
        m_firsByChange[i] = i;
    std::sort(m_firsByChange.begin(), m_firsByChange.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::tie(m_firs[a].changed, a) < std::tie(m_firs[b].changed, b);
    });
}

std::vector<Station> PracticeDistrict::stations() const
{
    std::vector<Station> all;
    for (const PoliceStation& station : m_stock.stations)
        all.push_back({QString::fromStdString(station.code), QString::fromStdString(station.name.en),
                       QString::fromStdString(station.name.hi)});
    return all;
}

QDate PracticeDistrict::firstDay() const
{
    if (m_firs.empty())
        return dateOf(m_firstDay);
    std::uint32_t first = m_firs[m_firsByChange.front()].changed;
    for (const auto* list : {&m_arrests, &m_reports})
        if (!list->empty())
            first = std::min(first, list->front().changed);
    return istOf(first).date();
}

QDate PracticeDistrict::lastDay() const
{
    return dateOf(m_lastDay);
}

const std::vector<PracticeDistrict::ListEntry>& PracticeDistrict::entries(CasList list) const
{
    return list == CasList::Arrest ? m_arrests : m_reports;
}

PracticeDistrict::ListEntry PracticeDistrict::firEntry(std::uint32_t fir) const
{
    const FirEntry& entry = m_firs[fir];
    return {entry.changed, fir, static_cast<std::uint16_t>(yearOf(dayOfMinute(entry.minute))), 0, 0};
}

Incident PracticeDistrict::incident(std::uint32_t fir) const
{
    const Outline outline = outlineOf(m_stock, m_options.seed, fir, m_firs[fir].minute, m_lastDay);
    return incidentOf(m_stock, m_options.seed, fir, outline, m_firs[fir].serial);
}

Dirt PracticeDistrict::dirtAt(CasList list, std::uint32_t fir, int ordinal) const
{
    return dirtOf(m_options.seed, m_options.dirtyPercent, list, fir, ordinal);
}

void PracticeDistrict::write(QByteArray& row, CasList list, const ListEntry& entry, Copy copy) const
{
    const CasRows rows(m_stock, m_options.seed, m_lastDay);
    const Dirt dirt = dirtAt(list, entry.fir, entry.ordinal);
    switch (list) {
    case CasList::Fir:
        rows.fir(row, incident(entry.fir), dirt, copy);
        break;
    case CasList::Arrest:
        rows.arrest(row, incident(entry.fir), entry.ordinal, dirt, copy);
        break;
    case CasList::FinalReport:
        rows.report(row, incident(entry.fir), entry.ordinal, entry.number, dirt, copy);
        break;
    }
}

void PracticeDistrict::changedRows(CasList list, QDate from, QDate to, const RowSink& sink) const
{
    const std::int64_t begin = std::int64_t(dayOf(from)) * secondsADay;
    const std::int64_t end = (std::int64_t(dayOf(to)) + 1) * secondsADay;
    QByteArray row;
    row.reserve(8192);
    // False once the sink wants no more.
    const auto give = [&](const ListEntry& entry) {
        if (dirtAt(list, entry.fir, entry.ordinal) == Dirt::KeyTwice) {
            write(row, list, entry, Copy::Earlier);
            if (!sink(row))
                return false;
        }
        write(row, list, entry, Copy::Current);
        return sink(row);
    };
    if (list == CasList::Fir) {
        auto at = std::partition_point(m_firsByChange.begin(), m_firsByChange.end(),
                                       [&](std::uint32_t fir) { return m_firs[fir].changed < begin; });
        for (; at != m_firsByChange.end() && m_firs[*at].changed < end; ++at)
            if (!give(firEntry(*at)))
                return;
        return;
    }
    const auto& all = entries(list);
    auto at = std::partition_point(all.begin(), all.end(), [&](const ListEntry& e) { return e.changed < begin; });
    for (; at != all.end() && at->changed < end; ++at)
        if (!give(*at))
            return;
}

QByteArray PracticeDistrict::keyOf(CasList list, const ListEntry& entry) const
{
    Incident bare;
    bare.station = &m_stock.stations[m_firs[entry.fir].station];
    bare.serial = m_firs[entry.fir].serial;
    bare.year = yearOf(dayOfMinute(m_firs[entry.fir].minute));
    const std::string firKey = bare.firKey();
    return QByteArray::fromStdString(
        list == CasList::Fir ? firKey : childKey(list == CasList::Arrest ? 'A' : 'C', firKey, entry.ordinal));
}

std::vector<CasKey> PracticeDistrict::keys(CasList list, int year) const
{
    std::vector<CasKey> found;
    const auto add = [&](const ListEntry& entry) {
        if (entry.year == year)
            found.push_back({keyOf(list, entry), istOf(entry.changed)});
    };
    if (list == CasList::Fir) {
        for (std::uint32_t fir = 0; fir < m_firs.size(); ++fir)
            add(firEntry(fir));
    } else {
        for (const ListEntry& entry : entries(list))
            add(entry);
    }
    return found;
}

std::optional<PracticeDistrict::ListEntry> PracticeDistrict::find(CasList list, const QByteArray& key) const
{
    QByteArray firKey = key;
    int ordinal = 0;
    if (list != CasList::Fir) {
        const qsizetype dash = key.indexOf('-');
        if (!key.startsWith(list == CasList::Arrest ? 'A' : 'C') || dash < 0)
            return std::nullopt;
        ordinal = static_cast<int>(unsignedOf(key.mid(dash + 1)).value_or(0));
        firKey = key.mid(1, dash - 1);
    }
    const QByteArray code = firKey.left(8);
    const auto year = unsignedOf(firKey.mid(8, 2));
    const auto serial = unsignedOf(firKey.mid(10));
    const auto& stations = m_stock.stations;
    const auto station =
        std::find_if(stations.begin(), stations.end(), [&](const PoliceStation& s) { return code == s.code.c_str(); });
    if (station == stations.end() || !year || !serial || *serial == 0)
        return std::nullopt;
    const auto at = static_cast<std::size_t>(station - stations.begin());
    for (const auto& [started, offset] : m_yearsOfStation[at]) {
        const std::size_t slot = std::size_t(offset) + *serial - 1;
        if (started % 100 != static_cast<int>(*year) || slot >= m_ofStation[at].size())
            continue;
        const std::uint32_t fir = m_ofStation[at][slot];
        const ListEntry entry = firEntry(fir);
        if (entry.year != started)
            return std::nullopt; // beyond the last number of that year
        if (list == CasList::Fir)
            return keyOf(list, entry) == key ? std::optional(entry) : std::nullopt;
        const auto& all = entries(list);
        const auto child = std::find_if(all.begin(), all.end(),
                                        [&](const ListEntry& e) { return e.fir == fir && e.ordinal == ordinal; });
        return child == all.end() || keyOf(list, *child) != key ? std::nullopt : std::optional(*child);
    }
    return std::nullopt;
}

std::optional<QByteArray> PracticeDistrict::row(CasList list, const QByteArray& key) const
{
    const auto entry = find(list, key);
    if (!entry)
        return std::nullopt;
    QByteArray row;
    write(row, list, *entry, Copy::Current);
    return row;
}

Dirt PracticeDistrict::dirt(CasList list, const QByteArray& key) const
{
    const auto entry = find(list, key);
    return entry ? dirtAt(list, entry->fir, entry->ordinal) : Dirt::None;
}

qint64 PracticeDistrict::count(CasList list) const
{
    return static_cast<qint64>(list == CasList::Fir ? m_firs.size() : entries(list).size());
}

void PracticeDistrict::icjsSeeds(const SeedSink& sink) const
{
    for (std::uint32_t fir = 0; fir < m_firs.size(); fir += oneInSeeds) {
        const Incident facts = incident(fir);
        if (!sink({QStringLiteral("fir"), seedId(m_options.seed, facts),
                   firPayload(m_stock, m_options.seed, facts, m_lastDay)}))
            return;
    }
}

Result<std::unique_ptr<District>> makePracticeDistrict(const PracticeOptions& options)
{
    auto built = PracticeDistrict::build(options);
    if (!built)
        return built.error();
    return std::unique_ptr<District>(std::move(*built));
}

} // namespace ekatra::gateway
