// SearchIndex.h
// Keeps the search table in step with the records: one row a record, whose row id is event day << 24 | record row, so
// that newest first is row order. Owned by RecordService; store thread.
//
// Rows are gathered and written in row order at flush(), within the transaction of their records: FTS5 empties its
// buffer whenever a row id is not larger than the one before, and loading in arrival order is less than half as fast.
#pragma once

#include "domain/KindTable.h"
#include "domain/Record.h"
#include "domain/Stations.h"
#include "storage/Connection.h"

#include <QString>

#include <map>
#include <vector>

namespace ekatra::search {

// Text of one search row, by column, as IndexText builds it.
struct IndexColumns {
    QString names; // persons with their aliases
    QString parents; // fathers, mothers, husbands
    QString places; // villages, addresses
    QString stations; // the station by name
    QString officers;
    QString body; // narrative, property
    QString terms; // kind, station, year, numbers, sections, vehicles, mobiles
};

[[nodiscard]] IndexColumns columnsOf(const domain::Record& record, const domain::Extract& extract,
                                     const domain::Stations& stations);

[[nodiscard]] constexpr qint64 searchRow(domain::RecordRow row, int eventDay)
{
    return (static_cast<qint64>(eventDay) << 24) | row;
}
[[nodiscard]] constexpr domain::RecordRow recordRowOf(qint64 searchRow)
{
    return searchRow & 0xffffff;
}

class SearchIndex {
public:
    SearchIndex(storage::Connection& writer, const domain::Stations& stations) : m_db(writer), m_stations(stations) { }

    void put(const domain::Record& record, const domain::Extract& extract);
    void remove(domain::RecordRow row, int eventDay);

    [[nodiscard]] Result<void> flush();
    // Empties the table.
    [[nodiscard]] Result<void> clear();
    // Drops what was gathered, after a transaction that did not happen.
    void forget();

private:
    storage::Connection& m_db;
    const domain::Stations& m_stations;
    std::vector<qint64> m_removals;
    std::map<qint64, IndexColumns> m_rows;
};

} // namespace ekatra::search
