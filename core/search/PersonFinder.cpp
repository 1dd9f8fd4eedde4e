#include "search/PersonFinder.h"

#include "search/EditSimilarity.h"
#include "search/Highlighter.h"
#include "search/QueryMatch.h"
#include "search/QueryParser.h"
#include "search/SearchIndex.h"
#include "search/TextNormalizer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace ekatra::search {

namespace {

// Newest records that are looked into: enough for eight persons, few enough for every keystroke.
constexpr int mostRecords = 48;

// What stays the same from case to case.
constexpr std::array personal{"name",
                              "name_other_script",
                              "aliases",
                              "relation",
                              "relative_name",
                              "dob",
                              "birth_year",
                              "sex",
                              "nationality",
                              "uid_last4",
                              "passport",
                              "passport_issued_on",
                              "passport_issued_at",
                              "ids",
                              "occupation",
                              "phone",
                              "mobile",
                              "email",
                              "addresses",
                              "social_category",
                              "religion",
                              "relative_deceased",
                              "occupation_text"};

struct AddressField {
    QLatin1String field;
    QLatin1String kind;
};
// Papers of one person have his addresses one by one.
constexpr std::array addressFields{AddressField{QLatin1String("present_address"), QLatin1String("PRES")},
                                   AddressField{QLatin1String("permanent_address"), QLatin1String("PERM")}};

QJsonObject personOf(const QJsonObject& fields)
{
    QJsonObject person;
    for (const char* name : personal) {
        const QLatin1String field(name);
        if (const QJsonValue value = fields.value(field); !value.isUndefined())
            person.insert(field, value);
    }
    QJsonArray addresses = person.value(QLatin1String("addresses")).toArray();
    for (const AddressField& own : addressFields) {
        QJsonObject address = fields.value(own.field).toObject();
        if (address.isEmpty())
            continue;
        address.insert(QLatin1String("kind"), own.kind);
        addresses.append(address);
    }
    if (!addresses.isEmpty())
        person.insert(QLatin1String("addresses"), addresses);
    return person;
}

int fieldsIn(const QJsonValue& value)
{
    if (value.isObject()) {
        int count = 0;
        for (const QJsonValue& part : value.toObject())
            count += fieldsIn(part);
        return count;
    }
    if (value.isArray()) {
        int count = 0;
        for (const QJsonValue& part : value.toArray())
            count += fieldsIn(part);
        return count;
    }
    return 1;
}

} // namespace

struct PersonFinder::Candidate {
    FoundPerson found;
    double likeness = 0;
    int filled = 0; // fields
    QSet<domain::RecordRow> rows;
};

PersonFinder::PersonFinder(storage::Connection& reader, const domain::KindTable& kinds,
                           std::shared_ptr<const NameTables> names, const base::Clock& clock)
    : m_db(reader),
      m_kinds(kinds),
      m_clock(clock),
      m_keys(std::make_unique<PhoneticKey>(std::move(names))),
      m_similarity(std::make_unique<EditSimilarity>(*m_keys))
{
}

PersonFinder::~PersonFinder() = default;

Result<std::vector<FoundPerson>> PersonFinder::find(const QString& words, const std::vector<domain::RecordRow>& ofCase,
                                                    int limit)
{
    Query query = QueryParser(*m_keys, m_clock.nowIst().date()).parse(words, true);
    for (Query::Clause& clause : query.clauses)
        for (QueryTerm& term : clause)
            if (term.field == Field::Any && term.manner != QueryTerm::Manner::Exact)
                term.field = Field::Name;
    query.match = matchOf(query, *m_keys);
    if (query.isVoid || (query.clauses.empty() && !words.trimmed().isEmpty()))
        return std::vector<FoundPerson>();

    Highlighter highlighter(query, *m_keys);
    std::vector<Candidate> candidates;
    for (const domain::RecordRow row : ofCase)
        if (auto done = collect(row, true, query, highlighter, candidates); !done)
            return done.error();
    auto rows = rowsFor(query);
    if (!rows)
        return rows.error();
    for (const domain::RecordRow row : *rows) {
        if (std::find(ofCase.begin(), ofCase.end(), row) != ofCase.end())
            continue;
        if (auto done = collect(row, false, query, highlighter, candidates); !done)
            return done.error();
    }
    return merged(std::move(candidates), limit);
}

// Records that may name such a person, newest first.
Result<std::vector<domain::RecordRow>> PersonFinder::rowsFor(const Query& query)
{
    std::vector<domain::RecordRow> found;
    if (query.clauses.empty())
        return found;
    auto rows = m_db.query("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", query.match,
                           mostRecords);
    while (rows.next())
        found.push_back(recordRowOf(rows.integer(0)));
    if (auto done = rows.status(); !done)
        return done.error();
    return found;
}

Result<void> PersonFinder::collect(domain::RecordRow row, bool ofCase, const Query& query, Highlighter& highlighter,
                                   std::vector<Candidate>& candidates)
{
    auto record = m_db.query("SELECT kind, event_day, payload FROM record WHERE id = ?", row);
    if (!record.next())
        return record.status();
    const QDate day = domain::dateOfEventDay(static_cast<int>(record.integer(1)));
    const QJsonObject payload = QJsonDocument::fromJson(record.bytes(2)).object();
    for (domain::PersonEntry& entry : m_kinds.persons(record.text(0), payload)) {
        const auto marksOf = [&](const QString& text) { return highlighter.hits(text); };
        const domain::PersonMention& mention = entry.mention;
        const auto name = marksOf(mention.name);
        std::size_t hits = name.size();
        for (const QString& alias : mention.aliases)
            hits += marksOf(alias).size();
        // A father's name or a mobile number narrows down; the name alone has to be met.
        if (query.clauses.size() > hits + marksOf(mention.relativeName).size() + marksOf(mention.mobile).size())
            continue;
        if (hits == 0 && marksOf(mention.mobile).empty() && !query.clauses.empty())
            continue;
        Candidate candidate;
        candidate.found.name.text = mention.name;
        for (const TextRange& range : name)
            candidate.found.name.marks.push_back({static_cast<int>(range.start), static_cast<int>(range.length)});
        candidate.found.ofCase = ofCase;
        candidate.found.person = personOf(entry.fields);
        candidate.found.tehsil = candidate.found.person.value(QLatin1String("addresses"))[0][u"tehsil"].toString();
        const int told = QDate::fromString(entry.fields.value(QLatin1String("dob")).toString(), Qt::ISODate).year();
        candidate.found.birthYear = told > 0 ? told : entry.fields.value(QLatin1String("birth_year")).toInt();
        candidate.found.birthYearTold = candidate.found.birthYear > 0;
        if (!candidate.found.birthYearTold && mention.age && day.isValid()) {
            candidate.found.birthYear = day.year() - *mention.age;
            const int age = m_clock.nowIst().date().year() - candidate.found.birthYear;
            candidate.found.person.insert(QLatin1String("age_years"), age);
        }
        candidate.likeness = likeness(query, mention.name);
        candidate.filled = fieldsIn(candidate.found.person);
        candidate.rows.insert(row);
        candidate.found.mention = std::move(entry.mention);
        candidates.push_back(std::move(candidate));
    }
    return {};
}

// The mean, over the words that were typed, of the best likeness to a word of the name.
double PersonFinder::likeness(const Query& query, const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    double sum = 0;
    int asked = 0;
    for (const Query::Clause& clause : query.clauses) {
        double best = 0;
        for (const QueryTerm& term : clause)
            for (const QString& word : term.words)
                for (const QString& candidate : words) {
                    const bool begins = term.manner == QueryTerm::Manner::Prefix
                        && normalized(candidate).startsWith(word, Qt::CaseInsensitive);
                    best = std::max(best, begins ? 1.0 : m_similarity->similarity(word, candidate));
                }
        sum += best;
        ++asked;
    }
    return asked ? sum / asked : 0;
}

bool PersonFinder::isSame(const domain::PersonMention& a, const domain::PersonMention& b)
{
    const auto alike = [this](const QString& left, const QString& right) {
        return m_similarity->nameSimilarity(left, right) >= sameName;
    };
    if (!alike(a.name, b.name))
        return false;
    if (a.relativeName.isEmpty() || b.relativeName.isEmpty())
        return !a.mobile.isEmpty() && a.mobile == b.mobile;
    return alike(a.relativeName, b.relativeName)
        && (a.village.isEmpty() || b.village.isEmpty() || alike(a.village, b.village));
}

std::vector<FoundPerson> PersonFinder::merged(std::vector<Candidate> candidates, int limit)
{
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.found.ofCase != b.found.ofCase ? a.found.ofCase : a.likeness > b.likeness;
    });
    std::vector<Candidate> persons;
    for (Candidate& candidate : candidates) {
        const auto known = std::find_if(persons.begin(), persons.end(), [&](const Candidate& person) {
            return isSame(person.found.mention, candidate.found.mention);
        });
        if (known == persons.end()) {
            persons.push_back(std::move(candidate));
            continue;
        }
        known->rows.unite(candidate.rows);
        // The fullest entry speaks for him, in the place of the likest.
        if (candidate.filled > known->filled) {
            candidate.found.ofCase = known->found.ofCase;
            known->found = std::move(candidate.found);
            known->filled = candidate.filled;
        }
    }
    std::vector<FoundPerson> out;
    for (Candidate& person : persons) {
        if (static_cast<int>(out.size()) == limit)
            break;
        person.found.records = static_cast<int>(person.rows.size());
        out.push_back(std::move(person.found));
    }
    return out;
}

} // namespace ekatra::search
