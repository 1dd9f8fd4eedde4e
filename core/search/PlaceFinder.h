// PlaceFinder.h
// Villages and police stations for a form in which one is being typed, in either script and by sound. Owned by the page
// that asks; one thread. Answers within a keystroke.
#pragma once

#include "domain/Places.h"
#include "domain/Stations.h"
#include "search/PhoneticKey.h"

namespace ekatra::search {

class PlaceFinder {
public:
    // The tables outlive the finder.
    PlaceFinder(const domain::Places& places, const domain::Stations& stations,
                std::shared_ptr<const NameTables> names);

    // Places whose name begins like `words`, or one of whose words does; those of `district` (by its English name;
    // may be empty) first. Nothing typed finds nothing.
    [[nodiscard]] std::vector<const domain::Place*> places(const QString& words, const QString& district, int limit);
    [[nodiscard]] std::vector<const domain::StationName*> stations(const QString& words, const QString& district,
                                                                   int limit);

private:
    struct Entry {
        QString words; // " gohana गोहाना ..." : folded, a blank before each
        QByteArray sounds; // of each word, blanks around each; worked out when first needed
        bool heard = false;
    };

    [[nodiscard]] std::vector<Key> heard(const QString& typed);
    // How badly it fits: 0 the whole name, -1 not at all.
    [[nodiscard]] int misfit(Entry& entry, const QString& typed, const std::vector<Key>& keys);

    const domain::Places& m_places;
    const domain::Stations& m_stations;
    PhoneticKey m_keys;
    std::vector<Entry> m_placeEntries; // beside m_places.all()
    std::vector<Entry> m_stationEntries; // beside m_stations.all()
};

} // namespace ekatra::search
