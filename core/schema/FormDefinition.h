// FormDefinition.h
// What a form asks and forbids: a plain value read from resources/forms, groups already put in place. Immutable once
// the FormRegistry hands it out, so any thread may read it. No code knows a form by name: all that differs between
// forms stands in these values.
#pragma once

#include "domain/Identifiers.h"
#include "schema/Bilingual.h"
#include "schema/Condition.h"

#include <QJsonObject>
#include <QJsonValue>

#include <memory>
#include <optional>
#include <vector>

namespace ekatra::schema {

enum class FieldType {
    Text, // one line
    Long, // several lines
    Texts, // list of lines
    Date, // "2024-07-14"
    Time, // "20:00"
    DateTime, // "2024-07-14T10:20:00+05:30"
    Int,
    Num,
    Money, // integer paise
    Bool,
    Code,
    Codes,
    Group, // one row of a group
    Groups, // any number of rows
    Id, // text with a format of domain/Identifiers
    Map, // texts by name: what a source wrote and nobody could read
};

enum class Severity { Error, Warning, Hint };

// What is put right in a text on completion, beyond blanks and invisible marks.
enum class Tidy {
    None,
    Section, // "303 (2)" -> "303(2)"
    Aliases, // "राजेश @ राजू": what follows the @ goes to the list `tidyTo`
    Titles, // "Late Sh. Ram" -> "Ram"; of the dead, the yes/no field `tidyTo` says so
};

// Where the program fills a field by itself.
struct AutoFill {
    enum class Source {
        None,
        Now,
        Station,
        Copy, // of another field
        Prefix, // its first `length` characters
        YearOf, // of a date or date-time
        WeekdayOf,
        PaharOf, // three-hour watch of a time
        SumOf, // of a column over rows
        WhenTrue, // true or false as the condition says
        AccusedCode, // A1 to A9, B1 ...: the first that no other row of the list has
    };
    Source source = Source::None;
    ValueRef from;
    QString column;
    int length = 0;
    Condition condition;
    bool replace = false; // always computed; otherwise only where the operator left it empty
    bool onSubmit = false;
};

struct Shape;

struct Field {
    QString id;
    QString item; // number on the printed form
    FieldType type = FieldType::Text;
    Bilingual label;
    Bilingual help;
    Bilingual unit;

    int maxLength = 0; // code points; 0 = no limit
    int minLength = 0;
    std::optional<double> minimum;
    std::optional<double> maximum;
    int minRows = 0;
    int maxRows = 0;

    QString codeList; // of Code and Codes
    std::optional<domain::IdKind> format; // of Id
    QString formatBy; // field of the same row that chooses the format ...
    std::vector<std::pair<QString, domain::IdKind>> formats; // ... by its code

    Condition required; // Always = R; empty Any = never
    Condition visible;
    AutoFill fill;
    QJsonValue example; // undefined = none
    bool future = false; // a date that may lie ahead
    Tidy tidy = Tidy::None;
    QString tidyTo; // field of the same row

    QString group; // name of the group file
    std::shared_ptr<const Shape> shape; // of Group and Groups

    [[nodiscard]] bool isGroup() const { return type == FieldType::Group || type == FieldType::Groups; }
    [[nodiscard]] bool isText() const
    {
        return type == FieldType::Text || type == FieldType::Long || type == FieldType::Texts;
    }
};

struct Rule {
    QString code; // "R2.delay_reason"
    Severity severity = Severity::Error;
    Condition when; // what is wrong: the rule speaks when this holds
    QString each; // field id of the rows it is tried on; empty = once
    QStringList at; // field that the finding points to, from the form or the row
    Bilingual message;
    Bilingual law; // "BNSS 173(1)"
    bool pulled = true; // also tried on records that came from elsewhere
};

// The fields of the form or of one group, in the order of the paper, with the rules that concern one row of it.
struct Shape {
    QString name;
    Bilingual label;
    std::vector<Field> fields;
    std::vector<Rule> rules;
    std::vector<std::size_t> byName; // indices into `fields`, ordered by id
    bool hasRules = false; // here or in a group below

    [[nodiscard]] const Field* field(QStringView id) const;
};

struct Section {
    QString id;
    QString item;
    Bilingual label;
    Bilingual help;
    QStringList fields; // ids in `root`, in order
};

// A point of time made of fields: a date with its time, or another moment where that is empty.
struct Moment {
    QString id;
    QString date;
    QString time;
    QString dateTime;
    QString otherwise; // another moment
};

// What a new paper of this form takes over from a record of its case.
struct Prefill {
    // One step into the source: a field of it; of a list, the first row whose `key` is `value`.
    struct Step {
        QString field;
        QString key;
        QString value;
    };
    struct Copy {
        QStringList to; // field of the form, or of the row
        std::vector<Step> from; // "addresses[kind=PERM]" is one step
    };
    // The operator chooses one row of the source's list `rows`.
    struct Pick {
        QString rows;
        std::vector<Copy> copy;
    };
    // Every row of the source's list becomes a row of the list `to`, or completes the one that agrees in all of `same`.
    struct Gather {
        QString rows; // empty: the record itself is the one row
        QString to;
        QStringList same; // fields of the row of `to`
        std::vector<Copy> copy;
    };
    QString kind; // of the source: "fir"
    std::vector<Copy> copy;
    std::optional<Pick> pick;
    std::vector<Gather> gather;
};

// The field in which an operator says, by the code of a warning, why the paper is right all the same.
inline constexpr QLatin1StringView reasonsField{"warning_reasons"};

struct FormDefinition {
    QString id; // "iif1"
    QString kind; // "fir"
    int version = 1;
    QString form; // "I.I.F.-I"
    Bilingual title;
    Bilingual law;
    std::vector<Section> sections;
    std::vector<Moment> moments;
    QString lawsField; // where LawsInclude looks
    std::vector<Prefill> prefill; // earlier sources go first
    Shape root;

    [[nodiscard]] const Moment* moment(QStringView id) const;
};

} // namespace ekatra::schema
