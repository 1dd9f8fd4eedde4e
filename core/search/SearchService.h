// SearchService.h
// The one search over everything the store holds. Owned by the thread whose reading connection it is given; the window
// gives it a thread of its own.
//
// Broad queries come newest first; where only a bounded number of records match, likeness of the names orders them.
#pragma once

#include "base/CancelToken.h"
#include "base/Clock.h"
#include "base/Result.h"
#include "domain/KindTable.h"
#include "domain/Record.h"
#include "search/NameTables.h"
#include "search/Query.h"
#include "storage/Connection.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::search {

class Highlighter;

struct SearchRequest {
    QString text;
    QString kind; // empty: all
    QString station; // by its code, or by name as in station:; empty: all
    int limit = 50; // 1-1000
    QString cursor; // SearchAnswer::nextCursor of the page before; empty: from the top
    bool typing = false; // the last word may be unfinished
    bool newestFirst = false; // even where likeness could order the hits
    QString language = QStringLiteral("en"); // of titles
};

struct Mark {
    int start = 0; // UTF-16 units
    int length = 0;
};

// A text with the words that were looked for.
struct MarkedText {
    QString text;
    std::vector<Mark> marks;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};
// Both with a dot between them; one alone where the other is empty.
[[nodiscard]] MarkedText joined(const MarkedText& first, const MarkedText& second);

struct Hit {
    domain::RecordRow row = 0;
    domain::RecordUid uid;
    QString kind;
    domain::RecordState state = domain::RecordState::Held;
    QString number;
    QString station; // code
    QDate date; // invalid: unknown
    QString status; // CASE_STATUS code; empty: none
    MarkedText title; // who
    MarkedText law; // under which sections
    MarkedText snippet; // the words found, in their surroundings; empty when title and law show them all
    QStringList sources; // source ids; empty for what only this workstation holds
    double score = 0; // likeness 0-1; 0 where newest first
};

struct Understood {
    QString field; // "name", "number", "kind", ... ; empty: any word
    QString text;
    qsizetype start = 0; // of what was typed
    qsizetype length = 0;
};

struct SearchAnswer {
    std::vector<Understood> understood;
    std::vector<Note> notes; // about parts of the query that were read otherwise than written
    std::vector<Hit> hits;
    QString nextCursor; // empty: no more
};

struct SearchCount {
    int count = 0;
    bool capped = false; // more than `count`
};

class SearchService {
public:
    SearchService(storage::Connection& reader, const domain::KindTable& kinds, std::shared_ptr<const NameTables> names,
                  const base::Clock& clock);
    ~SearchService();

    // An empty text finds everything, newest first; a text without any word finds nothing, and a note says so.
    // Errors: BadInput search.bad_cursor {cursor}; Cancelled; those of the store.
    [[nodiscard]] Result<SearchAnswer> search(const SearchRequest& request, const base::CancelToken& cancel);
    // Stops counting at 5,001.
    [[nodiscard]] Result<SearchCount> count(const SearchRequest& request, const base::CancelToken& cancel);
    // Counts by kind for the chips above the list, each stopping at 5,001.
    struct KindCount {
        QString kind;
        SearchCount count;
    };
    [[nodiscard]] Result<std::vector<KindCount>> countByKind(const SearchRequest& request,
                                                             const base::CancelToken& cancel);

    // What may be asked for in `field` (station, year, status, source) beside the rest of the request, by its code or
    // number, with how many records that leaves, most first. Values that leave none are not told.
    // Errors: Cancelled; those of the store.
    struct Choice {
        QString value;
        SearchCount count;
    };
    [[nodiscard]] Result<std::vector<Choice>> choices(const SearchRequest& request, Field field,
                                                      const base::CancelToken& cancel);

    static constexpr int countCap = 5000;

private:
    struct Plan;
    struct Tools;
    // A hit before it is dressed for display.
    struct Loaded {
        Hit hit;
        domain::Extract extract;
        double score = 0;
    };

    [[nodiscard]] Plan planFor(const SearchRequest& request) const;
    [[nodiscard]] QString stationMatch(QString name) const;
    [[nodiscard]] Result<std::vector<qint64>> rowsFor(const Plan& plan, qint64 before, int limit);
    [[nodiscard]] Result<SearchAnswer> settled(SearchAnswer answer, const Plan& plan);
    [[nodiscard]] Result<SearchAnswer> ranked(SearchAnswer answer, const Plan& plan, const std::vector<qint64>& rows,
                                              const SearchRequest& request, int limit, const base::CancelToken& cancel);
    [[nodiscard]] Result<Loaded> load(qint64 searchRow);
    [[nodiscard]] Hit hitFor(const Loaded& loaded, const Plan& plan, Highlighter& highlighter, const QString& language);
    [[nodiscard]] Result<QStringList> nameWords(qint64 searchRow);
    [[nodiscard]] double likeness(const Query& query, const QStringList& words);
    [[nodiscard]] Result<SearchCount> countOf(const Plan& plan);
    [[nodiscard]] Result<std::vector<KindCount>> countFew(const std::vector<qint64>& rows);
    [[nodiscard]] Result<QStringList> valuesOf(Field field);

    storage::Connection& m_db;
    const domain::KindTable& m_kinds;
    const base::Clock& m_clock;
    std::unique_ptr<Tools> m_tools;
};

} // namespace ekatra::search
