#include "search/SearchService.h"

#include "domain/Summary.h"
#include "search/EditSimilarity.h"
#include "search/Highlighter.h"
#include "search/QueryParser.h"
#include "search/SearchIndex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace ekatra::search {

namespace {

constexpr int rankedAtMost = 200; // more matches than this come newest first
constexpr int stillRanked = 1000; // a list that began ranked and has grown since goes on so up to here
constexpr int snippetLength = 160;
constexpr int countedOneByOne = 1000;
const QString rankedCursor = QStringLiteral("r");

// Which rows of the search table a plan asks for: those that match in a span of days, and of some sources only.
#define MATCHING " FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
#define ANY " FROM search WHERE rowid BETWEEN ? AND ?"
#define OF_SOURCES                                                                                                     \
    " AND NOT EXISTS (SELECT 1 FROM json_each(?) w WHERE (w.value NOT LIKE '-%') <>"                                   \
    " CASE ltrim(w.value, '-') WHEN 'here'"                                                                            \
    "  THEN NOT EXISTS (SELECT 1 FROM mention m WHERE m.record_id = (search.rowid & 16777215))"                        \
    "  ELSE EXISTS (SELECT 1 FROM mention m WHERE m.record_id = (search.rowid & 16777215)"                             \
    "   AND lower(m.source_id) = ltrim(w.value, '-')) END)"

// One statement for each shape that a plan may have; `before` and `after` stand round what it asks for.
#define FOR_EACH_SHAPE(before, after)                                                                                  \
    {                                                                                                                  \
        before ANY after, before ANY OF_SOURCES after, before MATCHING after, before MATCHING OF_SOURCES after         \
    }

QString term(const QString& text)
{
    return QStringLiteral("terms : \"") + text + QLatin1Char('"');
}

// How ready-made terms of a field begin.
QString termMark(Field field)
{
    return field == Field::Station ? QStringLiteral("s:")
        : field == Field::Year     ? QStringLiteral("y:")
                                   : QStringLiteral("st:");
}

// The index itself knows its terms: makes them readable as a table of this connection alone.
Result<void> nameTerms(storage::Connection& db)
{
    bool mayOnlyRead = false;
    {
        auto setting = db.query("PRAGMA query_only");
        mayOnlyRead = setting.next() && setting.integer(0) != 0;
    }
    // Such a connection refuses even a table in its own memory.
    return db.execute(mayOnlyRead ? "PRAGMA query_only = OFF;"
                                    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term"
                                    " USING fts5vocab(main, search, row);"
                                    "PRAGMA query_only = ON;"
                                  : "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term"
                                    " USING fts5vocab(main, search, row);");
}

Error badCursor(const SearchRequest& request)
{
    return error(ErrorKind::BadInput, "search.bad_cursor", {{QStringLiteral("cursor"), request.cursor}});
}

std::vector<Mark> asMarks(const std::vector<TextRange>& ranges)
{
    std::vector<Mark> marks;
    for (const TextRange& range : ranges)
        marks.push_back({static_cast<int>(range.start), static_cast<int>(range.length)});
    return marks;
}

} // namespace

// What belongs to one connection and keeps its memory between queries.
struct SearchService::Tools {
    PhoneticKey keys;
    EditSimilarity similarity{keys};

    explicit Tools(std::shared_ptr<const NameTables> names) : keys(std::move(names)) { }
};

// One request as the index will be asked it.
struct SearchService::Plan {
    Query query;
    QString match; // empty: everything
    qint64 from = 0;
    qint64 to = std::numeric_limits<qint64>::max(); // both included
    bool ranks = false; // has names whose likeness can order the hits
    QStringList stations; // as asked for
    QString sources; // JSON list; empty: all

    // Runs the statement of `shapes` that fits the plan, bound to its values.
    [[nodiscard]] storage::Query ask(storage::Connection& db, const std::array<const char*, 4>& shapes, qint64 upTo,
                                     int limit) const
    {
        if (match.isEmpty())
            return sources.isEmpty() ? db.query(shapes[0], from, upTo, limit)
                                     : db.query(shapes[1], from, upTo, sources, limit);
        return sources.isEmpty() ? db.query(shapes[2], match, from, upTo, limit)
                                 : db.query(shapes[3], match, from, upTo, sources, limit);
    }
};

SearchService::SearchService(storage::Connection& reader, const domain::KindTable& kinds,
                             std::shared_ptr<const NameTables> names, const base::Clock& clock)
    : m_db(reader), m_kinds(kinds), m_clock(clock), m_tools(std::make_unique<Tools>(std::move(names)))
{
}

SearchService::~SearchService() = default;

// The expression for station:"name".
QString SearchService::stationMatch(QString name) const
{
    name.remove(QLatin1Char('"'));
    const Query named =
        QueryParser(m_tools->keys, m_clock.nowIst().date()).parse(QStringLiteral("station:\"%1\"").arg(name));
    return named.match.isEmpty() ? term(QStringLiteral("s:-")) : QLatin1Char('(') + named.match + QLatin1Char(')');
}

SearchService::Plan SearchService::planFor(const SearchRequest& request) const
{
    Plan plan;
    plan.query = QueryParser(m_tools->keys, m_clock.nowIst().date()).parse(request.text, request.typing);
    QStringList parts;
    if (!plan.query.match.isEmpty())
        parts.append(QLatin1Char('(') + plan.query.match + QLatin1Char(')'));
    if (!request.kind.isEmpty())
        parts.append(term(QStringLiteral("k:") + request.kind));
    for (const Chip& chip : plan.query.understood) {
        const bool goesOn =
            chip.text.endsWith(QLatin1Char('*')) || (request.typing && chip.start + chip.length == request.text.size());
        if (chip.field == fieldId(Field::Station) && !chip.excluded && !goesOn)
            plan.stations.append(chip.text);
    }
    if (!request.station.isEmpty()) {
        plan.stations.append(request.station);
        parts.append(stationMatch(request.station));
    }
    plan.match = parts.join(QStringLiteral(" AND "));
    const auto dayOf = [](QDate day) { return domain::eventDayOf(day.toString(Qt::ISODate)); };
    if (!plan.query.sources.isEmpty())
        plan.sources = QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(plan.query.sources)).toJson(QJsonDocument::Compact));
    if (plan.query.from)
        plan.from = searchRow(0, dayOf(*plan.query.from));
    if (plan.query.to)
        plan.to = searchRow(0, dayOf(*plan.query.to) + 1) - 1;
    for (const auto& clause : plan.query.clauses) {
        for (const QueryTerm& wanted : clause)
            plan.ranks = plan.ranks || (!request.newestFirst && wanted.manner == QueryTerm::Manner::Sound);
    }
    return plan;
}

// Search rows that match, newest first.
Result<std::vector<qint64>> SearchService::rowsFor(const Plan& plan, qint64 before, int limit)
{
    static constexpr std::array<const char*, 4> shapes = FOR_EACH_SHAPE("SELECT rowid", " ORDER BY rowid DESC LIMIT ?");
    std::vector<qint64> found;
    auto rows = plan.ask(m_db, shapes, std::min(plan.to, before - 1), limit);
    while (rows.next())
        found.push_back(rows.integer(0));
    if (auto done = rows.status(); !done)
        return done.error();
    return found;
}

// The words of names in a record, from the tables that were made of it: ranking looks at many more records than the
// list shows, and reading each of them whole costs ten times as much.
Result<QStringList> SearchService::nameWords(qint64 searchRow)
{
    QStringList words;
    const auto row = recordRowOf(searchRow);
    const auto add = [&](const QString& text) { words.append(text.split(QLatin1Char(' '), Qt::SkipEmptyParts)); };
    auto persons = m_db.query("SELECT name, relative_name, village FROM record_person WHERE record_id = ?", row);
    while (persons.next()) {
        for (const int column : {0, 1, 2})
            add(persons.text(column));
    }
    if (auto done = persons.status(); !done)
        return done.error();
    auto places = m_db.query("SELECT village FROM record_place WHERE record_id = ?", row);
    while (places.next())
        add(places.text(0));
    if (auto done = places.status(); !done)
        return done.error();
    words.removeDuplicates();
    return words;
}

// How well the names of a record answer the words of the query: the mean, over the query's words, of the best likeness
// to a word of any name in it.
double SearchService::likeness(const Query& query, const QStringList& words)
{
    double sum = 0;
    int asked = 0;
    for (const auto& clause : query.clauses) {
        double best = -1;
        for (const QueryTerm& wanted : clause) {
            if (wanted.manner != QueryTerm::Manner::Sound && wanted.manner != QueryTerm::Manner::Prefix)
                continue;
            for (const QString& word : wanted.words) {
                for (const QString& candidate : words)
                    best = std::max(best, m_tools->similarity.similarity(word, candidate));
            }
        }
        if (best >= 0) {
            sum += best;
            ++asked;
        }
    }
    return asked ? sum / asked : 0;
}

Result<SearchAnswer> SearchService::search(const SearchRequest& request, const base::CancelToken& cancel)
{
    // Read as a place before the first hit, a mistyped cursor would look like the end of the list.
    static const QRegularExpression cursorForm(QStringLiteral("\\A(r?[0-9]{1,18})?\\z"));
    if (!cursorForm.match(request.cursor).hasMatch())
        return badCursor(request);
    const Plan plan = planFor(request);
    const int limit = std::clamp(request.limit, 1, 1000);
    SearchAnswer answer;
    for (const Chip& chip : plan.query.understood)
        answer.understood.push_back(
            {chip.field, chip.excluded ? QLatin1Char('-') + chip.text : chip.text, chip.start, chip.length});
    answer.notes = plan.query.notes;
    if (plan.query.isVoid)
        return answer;

    const bool goesOnRanked = request.cursor.startsWith(rankedCursor);
    std::optional<std::vector<qint64>> newest; // too many to rank: the first of them are the answer
    if (goesOnRanked || (plan.ranks && request.cursor.isEmpty())) {
        const int most = goesOnRanked ? stillRanked : rankedAtMost;
        auto rows = rowsFor(plan, std::numeric_limits<qint64>::max(), most + 1);
        if (!rows)
            return rows.error();
        const bool few = static_cast<int>(rows->size()) <= most;
        if (goesOnRanked && (!few || !plan.ranks))
            return badCursor(request);
        if (few)
            return ranked(std::move(answer), plan, *rows, request, limit, cancel);
        if (limit < static_cast<int>(rows->size())) {
            rows->resize(static_cast<std::size_t>(limit) + 1);
            newest = std::move(*rows);
        }
    }
    const qint64 before = request.cursor.isEmpty() ? std::numeric_limits<qint64>::max() : request.cursor.toLongLong();
    auto rows = newest ? Result<std::vector<qint64>>(std::move(*newest)) : rowsFor(plan, before, limit + 1);
    if (!rows)
        return rows.error();
    if (static_cast<int>(rows->size()) > limit) {
        rows->pop_back();
        answer.nextCursor = QString::number(rows->back());
    }
    Highlighter highlighter(plan.query, m_tools->keys);
    for (const qint64 row : *rows) {
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        auto loaded = load(row);
        if (!loaded)
            return loaded.error();
        answer.hits.push_back(hitFor(*loaded, plan, highlighter, request.language));
    }
    return settled(std::move(answer), plan);
}

// The notes that depend on what the store holds.
Result<SearchAnswer> SearchService::settled(SearchAnswer answer, const Plan& plan)
{
    if (!answer.hits.empty()) {
        const auto isKindNote = [](const Note& note) { return note.code == QLatin1String("search.unknown_kind"); };
        answer.notes.erase(std::remove_if(answer.notes.begin(), answer.notes.end(), isKindNote), answer.notes.end());
        return answer;
    }
    for (const QString& station : plan.stations) {
        auto known = m_db.query("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", stationMatch(station));
        const bool found = known.next();
        if (auto done = known.status(); !done)
            return done.error();
        if (!found)
            answer.notes.push_back({QStringLiteral("search.unknown_station"), {{QStringLiteral("station"), station}}});
    }
    return answer;
}

// A bounded set of matches, the likest first and the newest first among the equally like.
Result<SearchAnswer> SearchService::ranked(SearchAnswer answer, const Plan& plan, const std::vector<qint64>& rows,
                                           const SearchRequest& request, int limit, const base::CancelToken& cancel)
{
    struct Scored {
        qint64 row;
        double score;
    };
    std::vector<Scored> all;
    for (const qint64 row : rows) {
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        auto words = nameWords(row);
        if (!words)
            return words.error();
        all.push_back({row, likeness(plan.query, *words)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    const auto first = static_cast<std::size_t>(request.cursor.mid(rankedCursor.size()).toULongLong());
    Highlighter highlighter(plan.query, m_tools->keys);
    for (std::size_t i = first; i < all.size(); ++i) {
        if (static_cast<int>(i - first) == limit) {
            answer.nextCursor = rankedCursor + QString::number(i);
            break;
        }
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        auto loaded = load(all[i].row);
        if (!loaded)
            return loaded.error();
        loaded->score = all[i].score;
        answer.hits.push_back(hitFor(*loaded, plan, highlighter, request.language));
    }
    return settled(std::move(answer), plan);
}

Result<SearchService::Loaded> SearchService::load(qint64 searchRow)
{
    Loaded loaded;
    const auto row = recordRowOf(searchRow);
    auto record =
        m_db.query("SELECT uid, kind, state, number, station, event_day, payload FROM record WHERE id = ?", row);
    if (!record.next()) {
        if (auto done = record.status(); !done)
            return done.error();
        return error(ErrorKind::Damaged, "store.damaged", {{QStringLiteral("detail"), QStringLiteral("search")}});
    }
    loaded.hit.row = row;
    loaded.hit.uid = QUuid::fromRfc4122(record.bytes(0));
    loaded.hit.kind = record.text(1);
    loaded.hit.state = domain::recordStateFrom(record.text(2));
    loaded.hit.number = record.text(3);
    loaded.hit.station = record.text(4);
    loaded.hit.date = domain::dateOfEventDay(static_cast<int>(record.integer(5)));
    loaded.extract = m_kinds.extract(loaded.hit.kind, QJsonDocument::fromJson(record.bytes(6)).object());
    auto sources = m_db.query("SELECT DISTINCT source_id FROM mention WHERE record_id = ? ORDER BY source_id", row);
    while (sources.next())
        loaded.hit.sources.append(sources.text(0));
    if (auto done = sources.status(); !done)
        return done.error();
    return loaded;
}

MarkedText joined(const MarkedText& first, const MarkedText& second)
{
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() ? second : first;
    MarkedText both{first.text + QStringLiteral(" · ") + second.text, first.marks};
    const int shift = static_cast<int>(both.text.size() - second.text.size());
    for (const Mark& mark : second.marks)
        both.marks.push_back({mark.start + shift, mark.length});
    return both;
}

Hit SearchService::hitFor(const Loaded& loaded, const Plan& plan, Highlighter& highlighter, const QString& language)
{
    Hit hit = loaded.hit;
    hit.score = loaded.score;
    hit.status = loaded.extract.status;
    const auto marked = [&highlighter](const QString& text) {
        return MarkedText{text, asMarks(highlighter.hits(text))};
    };
    hit.title = marked(domain::personsText(loaded.extract, language));
    hit.law = marked(domain::lawText(loaded.extract, language));
    if (hit.title.isEmpty() && hit.law.isEmpty())
        hit.title = marked(domain::summaryOf(loaded.extract, language)); // the beginning of its text
    if (hit.title.marks.size() + hit.law.marks.size() >= plan.query.clauses.size())
        return hit;
    // What the title does not show: other persons, places, property, the narrative.
    QSet<QString> shown;
    const auto hitWord = [](const QString& text, int start, int length) {
        return text.mid(start, length).toCaseFolded();
    };
    for (const MarkedText* part : {&hit.title, &hit.law}) {
        for (const Mark& mark : part->marks)
            shown.insert(hitWord(part->text, mark.start, mark.length));
    }
    QStringList texts;
    for (const auto& person : loaded.extract.persons)
        texts.append(person.relativeName.isEmpty() ? person.name
                                                   : person.name + QStringLiteral(" / ") + person.relativeName);
    for (const auto& place : loaded.extract.places)
        texts.append(place.text);
    for (const auto& property : loaded.extract.properties)
        texts.append(
            (QStringList{property.description, property.identifier} + property.numbers).join(QLatin1Char(' ')));
    texts.append(loaded.extract.officers);
    texts.append(loaded.extract.texts);
    // The text with most of the words that are missing so far.
    const QString* best = nullptr;
    qsizetype most = 0;
    const auto missing = static_cast<qsizetype>(plan.query.clauses.size()) - shown.size();
    for (const QString& text : texts) {
        QSet<QString> fresh;
        for (const Mark& mark : asMarks(highlighter.hits(text))) {
            if (const QString word = hitWord(text, mark.start, mark.length); !shown.contains(word))
                fresh.insert(word);
        }
        if (fresh.size() > most) {
            best = &text;
            most = fresh.size();
        }
        if (most >= missing && best)
            break;
    }
    if (best) {
        const Snippet snippet = highlighter.snippet(*best, snippetLength);
        hit.snippet = {snippet.text, asMarks(snippet.hits)};
    }
    return hit;
}

Result<SearchCount> SearchService::countOf(const Plan& plan)
{
    static constexpr std::array<const char*, 4> shapes = FOR_EACH_SHAPE("SELECT count(*) FROM (SELECT 1", " LIMIT ?)");
    auto count = plan.ask(m_db, shapes, plan.to, countCap + 1);
    if (!count.next())
        return count.status().error();
    const int found = static_cast<int>(count.integer(0));
    return SearchCount{std::min(found, countCap), found > countCap};
}

Result<SearchCount> SearchService::count(const SearchRequest& request, const base::CancelToken& cancel)
{
    if (cancel.requested())
        return error(ErrorKind::Cancelled, "search.cancelled");
    const Plan plan = planFor(request);
    return plan.query.isVoid ? SearchCount{} : countOf(plan);
}

Result<std::vector<SearchService::KindCount>> SearchService::countByKind(const SearchRequest& request,
                                                                         const base::CancelToken& cancel)
{
    // Where only few match, going through them once is less work than asking the index anew for each kind.
    if (request.kind.isEmpty()) {
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        const Plan plan = planFor(request);
        if (plan.query.isVoid)
            return std::vector<KindCount>();
        auto rows = rowsFor(plan, std::numeric_limits<qint64>::max(), countedOneByOne + 1);
        if (!rows)
            return rows.error();
        if (static_cast<int>(rows->size()) <= countedOneByOne)
            return countFew(*rows);
    }
    std::vector<KindCount> counts;
    for (const domain::Kind& kind : m_kinds.all()) {
        SearchRequest ofKind = request;
        ofKind.kind = kind.code;
        auto counted = count(ofKind, cancel);
        if (!counted)
            return counted.error();
        if (counted->count > 0)
            counts.push_back({kind.code, *counted});
    }
    return counts;
}

Result<std::vector<SearchService::KindCount>> SearchService::countFew(const std::vector<qint64>& rows)
{
    QHash<QString, int> found;
    for (const qint64 row : rows) {
        auto kind = m_db.query("SELECT kind FROM record WHERE id = ?", recordRowOf(row));
        if (kind.next())
            ++found[kind.text(0)];
        if (auto done = kind.status(); !done)
            return done.error();
    }
    std::vector<KindCount> counts;
    for (const domain::Kind& kind : m_kinds.all()) {
        if (const int count = found.value(kind.code); count > 0)
            counts.push_back({kind.code, {count, false}});
    }
    return counts;
}

// Every value that `field` has in some record.
Result<QStringList> SearchService::valuesOf(Field field)
{
    QStringList values;
    if (field == Field::Source) {
        auto sources = m_db.query("SELECT lower(id) FROM source ORDER BY id");
        while (sources.next())
            values.append(sources.text(0));
        values.append(QStringLiteral("here"));
        return sources.status() ? Result<QStringList>(values) : sources.status().error();
    }
    if (auto made = nameTerms(m_db); !made)
        return made.error();
    const QString mark = termMark(field);
    auto terms = m_db.query("SELECT term FROM temp.search_term WHERE term >= ? AND term < ?", mark,
                            mark.chopped(1) + QLatin1Char(';')); // which follows ':'
    while (terms.next())
        values.append(terms.text(0).mid(mark.size()));
    if (auto done = terms.status(); !done)
        return done.error();
    return values;
}

Result<std::vector<SearchService::Choice>> SearchService::choices(const SearchRequest& request, Field field,
                                                                  const base::CancelToken& cancel)
{
    auto values = valuesOf(field);
    if (!values)
        return values.error();
    const Plan plan = planFor(request);
    std::vector<Choice> choices;
    for (const QString& value : *values) {
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        Plan with = plan;
        if (field == Field::Source)
            with.sources = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        else
            with.match = (plan.match.isEmpty() ? QString() : plan.match + QStringLiteral(" AND "))
                + term(termMark(field) + value);
        auto count = countOf(with);
        if (!count)
            return count.error();
        if (count->count > 0)
            choices.push_back({value, *count});
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& one, const Choice& other) { return one.count.count > other.count.count; });
    return choices;
}

} // namespace ekatra::search
