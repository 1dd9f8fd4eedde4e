// ConditionEval.h
// Whether a condition of a form holds for one payload. Made for one check and thrown away; what it computes of the
// payload (moments, sections) it computes once. One thread. The form, the acts and the payload outlive it.
#pragma once

#include "forms/FormChecker.h"
#include "forms/Values.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace ekatra::forms {

class ConditionEval {
public:
    ConditionEval(const schema::FormDefinition& form, const QJsonObject& payload, const CheckContext& context,
                  const law::ActTable& acts);

    // `row` is the row of the group in which the condition stands, the payload itself for conditions of the form.
    [[nodiscard]] bool holds(const schema::Condition& condition, const QJsonObject& row) const;

    [[nodiscard]] QJsonValue value(const schema::ValueRef& ref, const QJsonObject& row) const;
    [[nodiscard]] std::optional<Span> time(const schema::ValueRef& ref, const QJsonObject& row) const;

private:
    struct Charge {
        QString act;
        QString section;
        int number = 0;
    };

    [[nodiscard]] bool holdsOnText(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool holdsOnNumber(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool holdsOnTime(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool withinHours(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool holdsOnRows(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool ageBelow(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool ageAbove(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool headUnlikeLaws(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool lawsInclude(const std::vector<schema::LawRange>& laws) const;
    [[nodiscard]] bool lawsTerm(const schema::Condition& condition) const;
    [[nodiscard]] bool notAmong(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] bool lawFault(const schema::Condition& condition, const QJsonObject& row) const;
    [[nodiscard]] std::optional<Span> moment(const QString& id) const;
    void readCharges();

    const schema::FormDefinition& m_form;
    const QJsonObject& m_payload;
    const CheckContext& m_context;
    const law::ActTable& m_acts;
    qint64 m_now = 0;
    std::vector<std::optional<Span>> m_moments; // as in the form
    std::vector<Charge> m_charges;
};

} // namespace ekatra::forms
