#include "search/SearchService.h"

#include "domain/Summary.h"
#include "search/EditSimilarity.h"
#include "search/Highlighter.h"
#include "search/QueryParser.h"
#include "search/SearchIndex.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace ekatra::search {

namespace {

constexpr int rankedAtMost = 200; // more matches than this come newest first
constexpr int stillRanked = 1000; // a list that began ranked and has grown since goes on so up to here
constexpr int snippetLength = 160;
const QString rankedCursor = QStringLiteral("r");

QString term(const QString& text)
{
    return QStringLiteral("terms : \"") + text + QLatin1Char('"');
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
    if (plan.query.from)
        plan.from = searchRow(0, dayOf(*plan.query.from));
    if (plan.query.to)
        plan.to = searchRow(0, dayOf(*plan.query.to) + 1) - 1;
    for (const auto& clause : plan.query.clauses) {
        for (const QueryTerm& wanted : clause)
            plan.ranks = plan.ranks || wanted.manner == QueryTerm::Manner::Sound;
    }
    return plan;
}

// Search rows that match, newest first.
Result<std::vector<qint64>> SearchService::rowsFor(const Plan& plan, qint64 before, int limit)
{
    std::vector<qint64> found;
    const qint64 to = std::min(plan.to, before - 1);
    auto rows = plan.match.isEmpty()
        ? m_db.query("SELECT rowid FROM search WHERE rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?", plan.from, to,
                     limit)
        : m_db.query("SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
                     " ORDER BY rowid DESC LIMIT ?",
                     plan.match, plan.from, to, limit);
    while (rows.next())
        found.push_back(rows.integer(0));
    if (auto done = rows.status(); !done)
        return done.error();
    return found;
}

// How well the names of a record answer the words of the query: the mean, over the query's words, of the best likeness
// to a word of any name in it.
double SearchService::likeness(const Query& query, const domain::Extract& extract)
{
    QStringList words;
    const auto add = [&](const QString& text) { words.append(text.split(QLatin1Char(' '), Qt::SkipEmptyParts)); };
    for (const auto& person : extract.persons) {
        add(person.name);
        add(person.relativeName);
        add(person.village);
    }
    for (const auto& place : extract.places)
        add(place.village);
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
        answer.understood.push_back({chip.field, chip.excluded ? QLatin1Char('-') + chip.text : chip.text});
    answer.notes = plan.query.notes;
    if (plan.query.isVoid)
        return answer;

    const bool goesOnRanked = request.cursor.startsWith(rankedCursor);
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
    }
    const qint64 before = request.cursor.isEmpty() ? std::numeric_limits<qint64>::max() : request.cursor.toLongLong();
    auto rows = rowsFor(plan, before, limit + 1);
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
    std::vector<Loaded> loaded;
    for (const qint64 row : rows) {
        if (cancel.requested())
            return error(ErrorKind::Cancelled, "search.cancelled");
        auto one = load(row);
        if (!one)
            return one.error();
        one->score = likeness(plan.query, one->extract);
        loaded.push_back(std::move(*one));
    }
    std::stable_sort(loaded.begin(), loaded.end(), [](const Loaded& a, const Loaded& b) { return a.score > b.score; });
    const auto first = static_cast<std::size_t>(request.cursor.mid(rankedCursor.size()).toULongLong());
    Highlighter highlighter(plan.query, m_tools->keys);
    for (std::size_t i = first; i < loaded.size(); ++i) {
        if (static_cast<int>(i - first) == limit) {
            answer.nextCursor = rankedCursor + QString::number(i);
            break;
        }
        answer.hits.push_back(hitFor(loaded[i], plan, highlighter, request.language));
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
    auto count = plan.match.isEmpty()
        ? m_db.query("SELECT count(*) FROM (SELECT 1 FROM search WHERE rowid BETWEEN ? AND ? LIMIT ?)", plan.from,
                     plan.to, countCap + 1)
        : m_db.query("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
                     " LIMIT ?)",
                     plan.match, plan.from, plan.to, countCap + 1);
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

} // namespace ekatra::search
