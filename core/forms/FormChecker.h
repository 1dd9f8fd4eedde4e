// FormChecker.h
// What is wrong with a payload, by its form: types, limits, codes, identifiers, dates, then the fields that are wanted
// and the rules. Stateless between calls and safe from any thread; the tables it is given must outlive it. Knows no
// form by name.
#pragma once

#include "law/ActTable.h"
#include "schema/FormDefinition.h"
#include "schema/FormRegistry.h"
#include "schema/MessageTexts.h"

#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace ekatra::forms {

enum class CheckMode {
    Draft, // may be saved with anything missing: missing fields are hints, rules are warnings
    Submit, // what goes to the centre: as the form says
    Pulled, // came from elsewhere and is kept as it is: only a wrong JSON type is an error, nothing is missing
};

struct CheckContext {
    QDateTime now;
    CheckMode mode = CheckMode::Submit;
    QString station; // code of the signed-in station; empty = none
};

struct Finding {
    QString pointer; // JSON pointer, "/laws/0/section"
    schema::Bilingual label;
    schema::Severity severity = schema::Severity::Error;
    QString code; // "form.required", or the rule's ("R2.delay_reason")
    schema::Bilingual text;
    schema::Bilingual hint;
    schema::Bilingual law;
};

class FormChecker {
public:
    FormChecker(const schema::CodeLists& codes, const law::ActTable& acts, const schema::MessageTexts& texts)
        : m_codes(codes), m_acts(acts), m_texts(texts)
    {
    }

    // Everything, in the order of the paper.
    [[nodiscard]] std::vector<Finding> check(const schema::FormDefinition& form, const QJsonObject& payload,
                                             const CheckContext& context) const;

    // The light path: the values alone, without wanted fields and rules.
    [[nodiscard]] std::vector<Finding> checkValues(const schema::FormDefinition& form, const QJsonObject& payload,
                                                   const CheckContext& context) const;

    // Whether a field is shown, and wanted, as the payload stands: what an entry screen asks after an edit. `row` is
    // the row in which the field stands (the payload itself for fields of the form).
    [[nodiscard]] bool isVisible(const schema::FormDefinition& form, const schema::Field& field,
                                 const QJsonObject& payload, const QJsonObject& row, const CheckContext& context) const;
    [[nodiscard]] bool isRequired(const schema::FormDefinition& form, const schema::Field& field,
                                  const QJsonObject& payload, const QJsonObject& row,
                                  const CheckContext& context) const;

private:
    const schema::CodeLists& m_codes;
    const law::ActTable& m_acts;
    const schema::MessageTexts& m_texts;
};

[[nodiscard]] bool hasErrors(const std::vector<Finding>& findings);

} // namespace ekatra::forms
