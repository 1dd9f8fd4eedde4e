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
#include "search/PhoneticKey.h"
#include "storage/Connection.h"

#include <QString>

#include <array>
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

[[nodiscard]] IndexColumns columnsOf(const QString& kind, const domain::Extract& extract,
                                     const domain::Stations& stations);

// The same already taken apart into tokens (search/Tokenizer.h), one column behind the other.
struct IndexTokens {
    static constexpr int columns = 7;
    QByteArray bytes;
    std::array<int, columns> ends{};

    [[nodiscard]] QByteArrayView column(int i) const
    {
        const int from = i > 0 ? ends[static_cast<std::size_t>(i) - 1] : 0;
        return QByteArrayView(bytes).sliced(from, ends[static_cast<std::size_t>(i)] - from);
    }
};
[[nodiscard]] IndexTokens tokensOf(const IndexColumns& columns, PhoneticKey& keys);

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
    explicit SearchIndex(storage::Connection& writer) : m_db(writer) { }

    void put(domain::RecordRow row, int eventDay, const IndexTokens& tokens);
    void remove(domain::RecordRow row, int eventDay);

    [[nodiscard]] Result<void> flush();
    // Empties the table.
    [[nodiscard]] Result<void> clear();
    // Drops what was gathered, after a transaction that did not happen.
    void forget();

private:
    [[nodiscard]] Result<void> makeRoom();

    storage::Connection& m_db;
    bool m_roomy = false;
    std::vector<qint64> m_removals;
    std::map<qint64, IndexTokens> m_rows;
};

} // namespace ekatra::search
