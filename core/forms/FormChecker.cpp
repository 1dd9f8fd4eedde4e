#include "forms/FormChecker.h"

#include "forms/CheckRun.h"

#include <algorithm>

namespace ekatra::forms {

std::vector<Finding> FormChecker::check(const schema::FormDefinition& form, const QJsonObject& payload,
                                        const CheckContext& context) const
{
    CheckRun run(form, payload, context, m_codes, m_acts, m_texts);
    run.values();
    run.wanted();
    run.rules();
    return run.findings();
}

std::vector<Finding> FormChecker::checkValues(const schema::FormDefinition& form, const QJsonObject& payload,
                                              const CheckContext& context) const
{
    CheckRun run(form, payload, context, m_codes, m_acts, m_texts);
    run.values();
    return run.findings();
}

bool FormChecker::isVisible(const schema::FormDefinition& form, const schema::Field& field, const QJsonObject& payload,
                            const QJsonObject& row, const CheckContext& context) const
{
    return ConditionEval(form, payload, context, m_acts).holds(field.visible, row);
}

bool FormChecker::isRequired(const schema::FormDefinition& form, const schema::Field& field, const QJsonObject& payload,
                             const QJsonObject& row, const CheckContext& context) const
{
    const ConditionEval eval(form, payload, context, m_acts);
    return eval.holds(field.visible, row) && eval.holds(field.required, row);
}

bool hasErrors(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == schema::Severity::Error; });
}

} // namespace ekatra::forms
