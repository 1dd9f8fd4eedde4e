// PersonFinder.h
// Persons that the store knows, for a form in which one is being typed: each once, however many records name him, with
// what is known of him to be taken over. Beside the reading connection that it is given, on its thread.
#pragma once

#include "search/PhoneticKey.h"
#include "search/SearchService.h"

#include <QJsonObject>

namespace ekatra::search {

class Highlighter;
class EditSimilarity;

struct FoundPerson {
    MarkedText name;
    domain::PersonMention mention;
    int birthYear = 0; // told, or reckoned from the age on that day; 0: unknown
    bool birthYearTold = false;
    QString tehsil; // of the first address; may be empty
    int records = 1;
    bool ofCase = false;
    QJsonObject person; // what belongs to the person and not to his part in a case: fields of the person group
};

class PersonFinder {
public:
    PersonFinder(storage::Connection& reader, const domain::KindTable& kinds, std::shared_ptr<const NameTables> names,
                 const base::Clock& clock);
    ~PersonFinder();

    // Persons whose name is like `words`, the last of which may be unfinished; those of the records `ofCase` first,
    // then the likest. No words: all of those records. Two entries are one person when name, father and village agree.
    // Errors: those of the store.
    [[nodiscard]] Result<std::vector<FoundPerson>> find(const QString& words,
                                                        const std::vector<domain::RecordRow>& ofCase, int limit);

private:
    struct Candidate;

    [[nodiscard]] Result<std::vector<domain::RecordRow>> rowsFor(const Query& query);
    [[nodiscard]] Result<void> collect(domain::RecordRow row, bool ofCase, const Query& query, Highlighter& highlighter,
                                       std::vector<Candidate>& candidates);
    [[nodiscard]] double likeness(const Query& query, const QString& name);
    [[nodiscard]] bool isSame(const domain::PersonMention& a, const domain::PersonMention& b);
    [[nodiscard]] std::vector<FoundPerson> merged(std::vector<Candidate> candidates, int limit);

    storage::Connection& m_db;
    const domain::KindTable& m_kinds;
    const base::Clock& m_clock;
    std::unique_ptr<PhoneticKey> m_keys;
    std::unique_ptr<EditSimilarity> m_similarity;
};

} // namespace ekatra::search
