// KindTable.h
// What each kind of record is made of (resources/records/kinds.json): which fields make its natural key, its number,
// its station and its day; where its persons, sections, property and places stand; what it links to. The one place
// that turns a payload into what lists, links and search need. Immutable once loaded; any thread.
#pragma once

#include "base/Result.h"
#include "domain/CaseRules.h"
#include "domain/Record.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ekatra::domain {

struct PersonMention {
    QString role;
    QString name;
    QStringList aliases;
    QString relativeName;
    QString sex;
    std::optional<int> age;
    QString village;
    QString mobile;
    QStringList idNumbers; // of voter card, licence and the like; not the four digits that are kept of an Aadhaar
    int row = 0; // in the list that names them
    QString code; // of an accused: "A1"
    QString status; // ACCUSED_STATUS code; empty: not said
};

struct SectionMention {
    QString act;
    QString section;
};

struct PropertyMention {
    QString category;
    QString description;
    QString identifier; // registration number, IMEI, chassis, serial: the first that is given
    bool isVehicle = false; // the identifier is a registration number
    QString status; // PROP_STATUS code
    QStringList numbers; // every other number by which it can be told
    std::optional<qint64> value; // paise
};

struct PlaceMention {
    QString kind;
    QString village;
    QString text;
};

struct LinkMention {
    QString targetKind;
    QString targetKey;
};

// A person as a payload writes it down.
struct PersonEntry {
    QString role;
    QJsonObject fields; // the whole payload where the record is of one person
    PersonMention mention;
};

// What was taken out of one payload.
struct Extract {
    QString naturalKey; // null when a part is missing
    QString caseKey; // natural key of the FIR it belongs to, or its own
    QString number; // as people write it: 0045/2024
    QString station;
    QString status;
    std::optional<int> year;
    int eventDay = 0; // days since 1900-01-01
    std::vector<PersonMention> persons;
    QStringList officers;
    std::vector<SectionMention> sections;
    std::vector<PropertyMention> properties;
    std::vector<PlaceMention> places;
    std::vector<LinkMention> links;
    QStringList texts;
};

// Where a number of a series goes and what it counts within: FIR numbers run per station and year.
struct Series {
    QString field;
    QStringList within; // paths
};

// How a field is called where the kind has no form of ours, in the order in which it is read.
struct Caption {
    QString field; // also inside the rows of a group
    QString en, hi; // empty: the words of `like`
    QString codeList;
    QString like; // field of a form whose group it is made of
    QString number; // pattern: a reference that reads best as one number
};

struct Kind {
    QString code;
    QString titleEn, titleHi;
    QString pluralEn, pluralHi;
    QString icon;
    QString form; // empty: no form of ours yet
    std::optional<Series> series;
    std::vector<Caption> captions;
    CaseRules caseRules;
};

class KindTable {
public:
    // Errors: those of base::readJsonResource; BadInput kinds.malformed {detail}.
    [[nodiscard]] static Result<KindTable> load();

    [[nodiscard]] const Kind* find(const QString& kind) const;
    [[nodiscard]] const std::vector<Kind>& all() const { return m_kinds; }

    // An unknown kind yields an Extract without a natural key.
    [[nodiscard]] Extract extract(const QString& kind, const QJsonObject& payload) const;
    [[nodiscard]] std::vector<PersonEntry> persons(const QString& kind, const QJsonObject& payload) const;
    // The officers' rows, as they stand.
    [[nodiscard]] std::vector<QJsonObject> officers(const QString& kind, const QJsonObject& payload) const;
    // The fields by which a new record of `kind` belongs to the same case as `other`, a record of kind `otherKind`:
    // its key, or that of the record which both belong to. Empty when there is none.
    [[nodiscard]] QJsonObject linkFields(const QString& kind, const QString& otherKind, const QJsonObject& other) const;

private:
    using Path = QStringList;
    struct PersonRule {
        Path at;
        QString role;
    };
    struct LinkRule {
        QString kind;
        std::vector<Path> key;
    };
    struct Rules {
        std::vector<Path> key;
        QString number;
        Path station;
        Path year;
        std::vector<Path> day;
        std::vector<PersonRule> persons;
        std::vector<Path> officers;
        Path laws;
        Path properties;
        std::vector<Path> places;
        std::vector<Path> text;
        std::vector<LinkRule> links;
    };

    std::vector<Kind> m_kinds;
    QHash<QString, Rules> m_rules;
};

// The value at a dotted path ("fir_ref.ps_code"), undefined where there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject& payload, const QStringList& path);

// "{fir_no:4}/{fir_year}": fields by their path, padded with zeros to the width after the colon; null when one is
// missing.
[[nodiscard]] QString numberFrom(const QJsonObject& payload, const QString& pattern);

// Days since 1900-01-01 of an ISO date or date-time, 0 when there is none.
[[nodiscard]] int eventDayOf(const QString& isoText);
[[nodiscard]] QDate dateOfEventDay(int eventDay);

} // namespace ekatra::domain
