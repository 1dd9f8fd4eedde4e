// Query.h
// What a search means once it is understood: plain values that the parser makes, the service runs, and the window
// shows.
#pragma once

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ekatra::search {

enum class Field {
    Any,
    Name,
    Father,
    Village,
    Station,
    Kind,
    Year,
    Status,
    Mobile,
    Vehicle,
    Section,
    Fir,
    Cnr,
    Io,
    Date,
    Source
};

// The id by which a field is known in queries, chips and messages: "name", "father", ...; "any" for none.
[[nodiscard]] QString fieldId(Field field);

// One thing that a record must hold, or must not.
struct QueryTerm {
    enum class Manner {
        Sound, // a word, by spelling or by sound
        Phrase, // words in this order
        Prefix, // words that begin so
        Exact, // ready-made terms, any of `exact`
    };
    Manner manner = Manner::Sound;
    Field field = Field::Any;
    QStringList words{}; // folded
    QStringList exact{}; // as indexed
    bool excluded = false;
    bool joinsPrevious = false; // stands beside the term before, so that both may be written as one word
    bool unfinished = false; // a Prefix still being typed: it may as well be the whole word
};

struct Chip {
    QString field; // fieldId()
    QString text;
    bool excluded = false;
    qsizetype start = 0; // in the user's text: taking the chip away takes this stretch away
    qsizetype length = 0;
};

// Something that the parser made the best of; the text for `code` is in resources/messages.
struct Note {
    QString code;
    QMap<QString, QString> context{};
};

struct Query {
    using Clause = std::vector<QueryTerm>; // any of them

    std::vector<Clause> clauses{}; // all of them
    std::vector<QueryTerm> excluded{};
    std::optional<QDate> from{}; // of the event, both days included
    std::optional<QDate> to{};
    QStringList sources{}; // ids, lower case, "here" for what no source knows; each must know it, or not after a '-'
    QString match{}; // for FTS5; empty if words play no part
    std::vector<Chip> understood{};
    std::vector<Note> notes{};
    bool isVoid = false; // something was typed, but no word in it can be looked for: it finds nothing

    // True if there is nothing to look for.
    [[nodiscard]] bool isEmpty() const { return match.isEmpty() && !from && !to && sources.isEmpty(); }
};

} // namespace ekatra::search
