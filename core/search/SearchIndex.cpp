#include "search/SearchIndex.h"

#include "search/IndexText.h"
#include "search/Tokenizer.h"

namespace ekatra::search {

using storage::Kept;

namespace {

constexpr qsizetype yearDigits = 4;

} // namespace

IndexColumns columnsOf(const QString& kind, const domain::Extract& extract, const domain::Stations& stations)
{
    IndexText names, parents, places, stationNames, officers, body, terms;
    terms.kind(kind);
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
        if (kind == QLatin1String("fir") && parts.at(1).size() == yearDigits)
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

IndexTokens tokensOf(const IndexColumns& columns, PhoneticKey& keys)
{
    IndexTokens tokens;
    // Rows wait for their turn by the thousand: what they hold should be no larger than it must.
    static thread_local QByteArray bytes;
    bytes.resize(0);
    std::size_t i = 0;
    for (const QString* text : {&columns.names, &columns.parents, &columns.places, &columns.stations, &columns.officers,
                                &columns.body, &columns.terms}) {
        readAhead(*text, keys, bytes);
        tokens.ends[i++] = static_cast<int>(bytes.size());
    }
    tokens.bytes = QByteArray(bytes.constData(), bytes.size());
    return tokens;
}

void SearchIndex::put(domain::RecordRow row, int eventDay, const IndexTokens& tokens)
{
    m_rows.insert_or_assign(searchRow(row, eventDay), tokens);
}

void SearchIndex::remove(domain::RecordRow row, int eventDay)
{
    const qint64 id = searchRow(row, eventDay);
    // A row that was only gathered is not in the table yet; removing it there as well does no harm.
    m_rows.erase(id);
    m_removals.push_back(id);
}

// FTS5 gathers what it is given up to this size before it writes a piece of index. Pieces of 1 MB, its own measure,
// have to be merged again and again in a large load. Kept in the table, so that it is said once in its life.
Result<void> SearchIndex::makeRoom()
{
    constexpr qint64 hashSize = 24 << 20;
    constexpr std::size_t largeLoad = 500;
    if (m_roomy || m_rows.size() < largeLoad)
        return {};
    m_roomy = true;
    {
        auto known = m_db.query("SELECT v FROM search_config WHERE k = 'hashsize'");
        if (known.next() && known.integer(0) == hashSize)
            return {};
        if (auto done = known.status(); !done)
            return done;
    }
    return m_db.query("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", hashSize).run();
}

Result<void> SearchIndex::flush()
{
    if (auto done = makeRoom(); !done)
        return done;
    for (const qint64 id : m_removals) {
        if (auto done = m_db.query("DELETE FROM search WHERE rowid = ?", id).run(); !done)
            return done;
    }
    for (const auto& [id, tokens] : m_rows) {
        auto done =
            m_db.query("INSERT INTO search (rowid, names, parents, places, stations, officers, body, terms)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       id, Kept{tokens.column(0)}, Kept{tokens.column(1)}, Kept{tokens.column(2)},
                       Kept{tokens.column(3)}, Kept{tokens.column(4)}, Kept{tokens.column(5)}, Kept{tokens.column(6)})
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
