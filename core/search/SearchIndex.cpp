#include "search/SearchIndex.h"

#include "search/IndexText.h"

namespace ekatra::search {

namespace {

constexpr qsizetype yearDigits = 4;

} // namespace

IndexColumns columnsOf(const domain::Record& record, const domain::Extract& extract, const domain::Stations& stations)
{
    IndexText names, parents, places, stationNames, officers, body, terms;
    terms.kind(record.kind);
    if (!extract.station.isEmpty()) {
        terms.station(extract.station);
        if (stations.knows(extract.station)) {
            stationNames.name(stations.name(extract.station, QStringLiteral("en")));
            stationNames.name(stations.name(extract.station, QStringLiteral("hi")));
        }
    }
    if (extract.year)
        terms.year(*extract.year);
    if (const QDate day = domain::dateOfEventDay(extract.eventDay); day.isValid())
        terms.date(day);
    if (!extract.status.isEmpty())
        terms.status(extract.status);
    if (const QStringList parts = extract.number.split(QLatin1Char('/')); parts.size() == 2) {
        terms.fir(parts.at(0).toInt(), parts.at(1).toInt());
        // As the CAS and the papers that it prints write it.
        if (record.kind == QLatin1String("fir") && parts.at(1).size() == yearDigits)
            terms.code(extract.station + parts.at(1).right(2) + parts.at(0));
    }
    for (const auto& person : extract.persons) {
        names.name(person.name);
        for (const QString& alias : person.aliases)
            names.name(alias);
        if (!person.relativeName.isEmpty())
            parents.name(person.relativeName);
        if (!person.village.isEmpty())
            places.name(person.village);
        if (!person.mobile.isEmpty())
            terms.mobile(person.mobile);
        for (const QString& number : person.idNumbers)
            body.code(number);
    }
    for (const QString& officer : extract.officers)
        officers.name(officer);
    for (const auto& section : extract.sections)
        terms.section(section.act, section.section);
    for (const auto& place : extract.places) {
        if (!place.village.isEmpty())
            places.name(place.village);
        if (place.text != place.village)
            places.text(place.text);
    }
    for (const auto& property : extract.properties) {
        body.text(property.description);
        if (property.isVehicle)
            terms.vehicle(property.identifier);
        else if (!property.identifier.isEmpty())
            body.text(property.identifier);
        for (const QString& number : property.numbers)
            body.code(number);
    }
    for (const QString& text : extract.texts)
        body.text(text);
    return {names.take(),    parents.take(), places.take(), stationNames.take(),
            officers.take(), body.take(),    terms.take()};
}

void SearchIndex::put(const domain::Record& record, const domain::Extract& extract)
{
    m_rows.insert_or_assign(searchRow(record.row, record.eventDay), columnsOf(record, extract, m_stations));
}

void SearchIndex::remove(domain::RecordRow row, int eventDay)
{
    const qint64 id = searchRow(row, eventDay);
    // A row that was only gathered is not in the table yet; removing it there as well does no harm.
    m_rows.erase(id);
    m_removals.push_back(id);
}

Result<void> SearchIndex::flush()
{
    for (const qint64 id : m_removals) {
        if (auto done = m_db.query("DELETE FROM search WHERE rowid = ?", id).run(); !done)
            return done;
    }
    for (const auto& [id, columns] : m_rows) {
        auto done = m_db.query("INSERT INTO search (rowid, names, parents, places, stations, officers, body, terms)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                               id, columns.names, columns.parents, columns.places, columns.stations, columns.officers,
                               columns.body, columns.terms)
                        .run();
        if (!done)
            return done;
    }
    forget();
    return {};
}

void SearchIndex::forget()
{
    m_removals.clear();
    m_rows.clear();
}

Result<void> SearchIndex::clear()
{
    forget();
    return m_db.execute("INSERT INTO search (search) VALUES ('delete-all')");
}

} // namespace ekatra::search
