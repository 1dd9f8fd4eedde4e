#include "search/PlaceFinder.h"

#include "search/TextNormalizer.h"

#include <algorithm>

namespace ekatra::search {

namespace {

constexpr qsizetype shortestHeard = 3; // letters before a sound is looked for

QString folded(const QStringList& names)
{
    QString words;
    for (const QString& name : names)
        if (const QString word = normalized(name); !word.isEmpty())
            words += QLatin1Char(' ') + word + QLatin1Char('\n');
    return words;
}

// The items that fit, the best first, those of the district before others that fit as well.
template <class Item>
std::vector<const Item*> best(std::vector<std::pair<int, const Item*>> found, int limit)
{
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Item*> out;
    for (const auto& [rank, item] : found)
        if (static_cast<int>(out.size()) < limit)
            out.push_back(item);
    return out;
}

} // namespace

PlaceFinder::PlaceFinder(const domain::Places& places, const domain::Stations& stations,
                         std::shared_ptr<const NameTables> names)
    : m_places(places), m_stations(stations), m_keys(std::move(names))
{
    for (const domain::Place& place : m_places.all())
        m_placeEntries.push_back({folded(QStringList{place.en, place.hi} + place.variants), {}, false});
    for (const domain::StationName& station : m_stations.all())
        m_stationEntries.push_back({folded({station.en, station.hi}), {}, false});
}

int PlaceFinder::misfit(Entry& entry, const QString& typed, const std::vector<Key>& keys)
{
    if (entry.words.contains(QLatin1Char(' ') + typed + QLatin1Char('\n')))
        return 0;
    if (const qsizetype at = entry.words.indexOf(QLatin1Char(' ') + typed); at >= 0)
        return at == 0 || entry.words.at(at - 1) == QLatin1Char('\n') ? 1 : 2;
    if (keys.empty())
        return -1;
    if (!entry.heard) {
        entry.heard = true;
        for (const QString& word : QString(entry.words)
                                       .replace(QLatin1Char('\n'), QLatin1Char(' '))
                                       .split(QLatin1Char(' '), Qt::SkipEmptyParts))
            for (const Key& key : m_keys.entry(view(word)).keys)
                entry.sounds += ' ' + key + ' ';
    }
    const bool sounds =
        std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return entry.sounds.contains(key); });
    return sounds ? 3 : -1;
}

// The keys of a word as they stand in an entry; none for what is too short to be heard.
std::vector<Key> PlaceFinder::heard(const QString& typed)
{
    std::vector<Key> keys;
    if (typed.size() >= shortestHeard)
        keys = m_keys.keys(typed);
    for (Key& key : keys)
        key = ' ' + key + ' ';
    return keys;
}

std::vector<const domain::Place*> PlaceFinder::places(const QString& words, const QString& district, int limit)
{
    const QString typed = normalized(words);
    std::vector<std::pair<int, const domain::Place*>> found;
    if (typed.isEmpty())
        return {};
    const auto keys = heard(typed);
    for (std::size_t i = 0; i < m_placeEntries.size(); ++i) {
        const domain::Place& place = m_places.all()[i];
        if (const int misfit = this->misfit(m_placeEntries[i], typed, keys); misfit >= 0)
            found.emplace_back(2 * misfit + (place.districtEn == district ? 0 : 3), &place);
    }
    return best(std::move(found), limit);
}

std::vector<const domain::StationName*> PlaceFinder::stations(const QString& words, const QString& district, int limit)
{
    const QString typed = normalized(words);
    std::vector<std::pair<int, const domain::StationName*>> found;
    if (typed.isEmpty())
        return {};
    const auto keys = heard(typed);
    for (std::size_t i = 0; i < m_stationEntries.size(); ++i) {
        const domain::StationName& station = m_stations.all()[i];
        if (const int misfit = this->misfit(m_stationEntries[i], typed, keys); misfit >= 0)
            found.emplace_back(2 * misfit + (station.district == district ? 0 : 3), &station);
    }
    return best(std::move(found), limit);
}

} // namespace ekatra::search
