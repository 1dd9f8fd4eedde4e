#include "search/OfficerFinder.h"

#include "search/Highlighter.h"
#include "search/QueryParser.h"
#include "search/SearchIndex.h"
#include "search/TextNormalizer.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace ekatra::search {

namespace {

// Enough to know everybody who serves at a station now.
constexpr int newest = 2000;

constexpr std::array lasting{"name", "rank", "belt_no", "pis_no", "unit", "ps", "post", "mobile"};

QJsonObject lastingPart(const QJsonObject& officer)
{
    QJsonObject row;
    for (const char* name : lasting) {
        const QLatin1String field(name);
        if (const QString value = officer.value(field).toString(); !value.isEmpty())
            row.insert(field, value);
    }
    return row;
}

} // namespace

OfficerFinder::OfficerFinder(storage::Connection& reader, const domain::KindTable& kinds,
                             std::shared_ptr<const NameTables> names, const base::Clock& clock, QString station)
    : m_db(reader), m_kinds(kinds), m_clock(clock), m_station(std::move(station)), m_keys(std::move(names))
{
}

Result<std::vector<QJsonObject>> OfficerFinder::find(const QString& words, int limit)
{
    if (auto done = refresh(); !done)
        return done.error();
    const QString typed = words.trimmed();
    const Query query = QueryParser(m_keys, m_clock.nowIst().date()).parse(typed, true);
    Highlighter highlighter(query, m_keys);
    std::vector<const Officer*> found;
    for (const Officer& officer : m_officers) {
        const QString name = officer.row.value(QLatin1String("name")).toString();
        const bool named = !query.clauses.empty() && highlighter.hits(name).size() >= query.clauses.size();
        if (typed.isEmpty() || named || officer.belt.startsWith(typed.toLower()))
            found.push_back(&officer);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Officer* a, const Officer* b) { return a->records > b->records; });
    std::vector<QJsonObject> rows;
    for (const Officer* officer : found)
        if (static_cast<int>(rows.size()) < limit)
            rows.push_back(officer->row);
    return rows;
}

Result<void> OfficerFinder::refresh()
{
    auto top = m_db.query("SELECT ifnull(max(id), 0) FROM record");
    if (!top.next())
        return top.status();
    const domain::RecordRow highest = top.integer(0);
    if (highest == m_last)
        return {};
    auto done = m_last < 0 ? readNewest() : readSince();
    if (done)
        m_last = highest;
    return done;
}

Result<void> OfficerFinder::readNewest()
{
    const QString match =
        m_station.isEmpty() ? QStringLiteral("\"k:\"*") : QStringLiteral("terms : \"s:%1\"").arg(m_station);
    std::vector<domain::RecordRow> rows;
    auto hits = m_db.query("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", match, newest);
    while (hits.next())
        rows.push_back(recordRowOf(hits.integer(0)));
    if (auto done = hits.status(); !done)
        return done;
    for (const domain::RecordRow row : rows) {
        auto record = m_db.query("SELECT kind, event_day, payload FROM record WHERE id = ?", row);
        if (record.next())
            add(record.text(0), static_cast<int>(record.integer(1)), record.bytes(2));
        else if (auto done = record.status(); !done)
            return done;
    }
    return {};
}

Result<void> OfficerFinder::readSince()
{
    auto rows = m_db.query("SELECT kind, event_day, payload FROM record"
                           " WHERE id > ?1 AND (?2 = '' OR station = ?2) ORDER BY id DESC LIMIT ?3",
                           m_last, m_station, newest);
    while (rows.next())
        add(rows.text(0), static_cast<int>(rows.integer(1)), rows.bytes(2));
    return rows.status();
}

void OfficerFinder::add(const QString& kind, int day, const QByteArray& payload)
{
    for (const QJsonObject& entry : m_kinds.officers(kind, QJsonDocument::fromJson(payload).object())) {
        const QJsonObject row = lastingPart(entry);
        const QString name = normalized(row.value(QLatin1String("name")).toString());
        if (name.isEmpty())
            continue;
        const QString belt = row.value(QLatin1String("belt_no")).toString().toLower();
        const QString key = name + QLatin1Char('\n') + belt;
        const auto known = m_byName.constFind(key);
        if (known == m_byName.constEnd()) {
            m_byName.insert(key, m_officers.size());
            m_officers.push_back({row, belt, day, 1});
            continue;
        }
        Officer& officer = m_officers[*known];
        ++officer.records;
        // The rank of the newest paper; of the same day the fuller one.
        if (day > officer.day || (day == officer.day && row.size() > officer.row.size())) {
            officer.row = row;
            officer.day = day;
        }
    }
}

} // namespace ekatra::search
