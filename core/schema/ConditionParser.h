// ConditionParser.h
// Conditions of form files from JSON. Part of the form parser; nobody else includes it.
//
//   true                                            always
//   {"all": [..]}  {"any": [..]}  {"not": ..}
//   {"field": "fir_kind", "is": "ZERO"}             "in": [..], "present": true, "above": 5, "below": 5,
//                                                   "differs_from": "other_field" or "station",
//                                                   "starts_with": .., "above_field": .., "matches": "^..$", "format":
//                                                   "PAN"
//   {"time": "occ_to", "after": "now", "by": "5m"}  "before" likewise; by in s, m, h or d
//   {"count": ["accused"], "below": 5}              {"sum": "properties", "column": "value", "differs_from": ..}
//   {"sum": "custody", "column": "days", "above": 15, "where": {..}}
//   {"any_row": "victims", "where": {..}}           {"age_below": 18, "at": "occ_from"}
//   {"row_in": "accused", "same": ["name"]}
//   {"hours": "arrest_at", "from": "19:30", "to": "05:20"}
//   {"laws_include": [{"act": "BNS", "sections": ["64-71", "124"]}]}
//   {"laws_term_above": 6}  {"laws_term_below": 8}  years
//   {"section": "no_act"}                           no_section, not_listed; not_in_force with "from" and "to";
//                                                   not_among with "of"
#pragma once

#include "base/Error.h"
#include "schema/Condition.h"
#include "schema/FormDefinition.h"

#include <QJsonValue>

#include <optional>

namespace ekatra::schema {

// The names in a form, before its conditions are read.
struct FieldTree {
    QString id;
    FieldType type = FieldType::Text;
    std::vector<FieldTree> children;

    [[nodiscard]] const FieldTree* child(QStringView name) const;
};

// Keeps the first fault of a file.
class Faults {
public:
    explicit Faults(QString file) : m_file(std::move(file)) { }

    void add(const QString& path, const QString& detail);
    // Adds a fault for each key of `object` that is not in `known`.
    void strayKeys(const QJsonObject& object, const QString& path, std::initializer_list<const char*> known);
    [[nodiscard]] const std::optional<Error>& first() const { return m_first; }

private:
    QString m_file;
    std::optional<Error> m_first;
};

class ConditionParser {
public:
    ConditionParser(const FieldTree& form, const std::vector<Moment>& moments, Faults& faults)
        : m_form(form), m_moments(moments), m_faults(faults)
    {
    }

    // `row` is the group in which the condition stands, or the form itself.
    [[nodiscard]] Condition parse(const QJsonValue& json, const FieldTree& row, const QString& path);

    [[nodiscard]] ValueRef reference(const QString& name, const FieldTree& row, const QString& path);
    [[nodiscard]] ValueRef timeReference(const QString& name, const FieldTree& row, const QString& path);

    // A condition that never holds.
    [[nodiscard]] static Condition never();

private:
    Condition parts(ConditionKind kind, const QJsonValue& json, const FieldTree& row, const QString& path);
    Condition onField(const QJsonObject& object, const FieldTree& row, const QString& path);
    Condition onTime(const QJsonObject& object, const FieldTree& row, const QString& path);
    Condition onSum(const QJsonObject& object, const FieldTree& row, const QString& path);
    Condition onHours(const QJsonObject& object, const FieldTree& row, const QString& path);
    Condition onRows(const QJsonObject& object, const FieldTree& row, const QString& path);
    Condition onLaw(const QJsonObject& object, const FieldTree& row, const QString& path);
    LawRange lawRange(const QJsonObject& object, const QString& path);

    const FieldTree& m_form;
    const std::vector<Moment>& m_moments;
    Faults& m_faults;
};

} // namespace ekatra::schema
