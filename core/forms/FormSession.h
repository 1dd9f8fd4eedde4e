// FormSession.h
// One paper while it is being written: what was typed, by JSON pointer ("/accused/0/name"), what the program fills in
// besides, and what is wrong with both. No widgets, no store: the form page shows it and keeps its payload. Owned by
// the page; one thread. The form and the tables outlive it.
//
// Promises: what was typed is never lost, however wrong; rows keep their places, empty ones too; an edit re-evaluates
// the paper at once, so that everything asked afterwards speaks of the paper as it stands.
#pragma once

#include "forms/ConditionEval.h"
#include "forms/FormChecker.h"
#include "forms/Prefill.h"

#include <QHash>
#include <QSet>

namespace ekatra::forms {

class FormSession {
public:
    // `context` gives the time and the station; its mode does not matter.
    FormSession(const schema::FormDefinition& form, const FormChecker& checker, const law::ActTable& acts,
                CheckContext context);
    FormSession(const FormSession&) = delete;
    FormSession& operator=(const FormSession&) = delete;

    void open(const QJsonObject& payload, const PrefillMarks& marks);
    void setNow(const QDateTime& now);

    [[nodiscard]] const schema::FormDefinition& form() const { return m_form; }
    // What goes to the store: values in their stored form, computed fields filled, empty rows left out.
    [[nodiscard]] QJsonObject payload() const;

    // What stands in a field: as typed, or as the program fills it. Undefined: nothing.
    [[nodiscard]] QJsonValue value(const QString& pointer) const;
    [[nodiscard]] const schema::Field* field(const QString& pointer) const;
    // Of the row there ("" is the form); nullptr: no such place.
    [[nodiscard]] const schema::Shape* shapeOf(const QString& rowPointer) const;
    // The program computes it; nobody types there.
    [[nodiscard]] static bool isComputed(const schema::Field& field);

    // Undefined, null and "" take the value away. Text that cannot be read as the field's type stays as typed.
    void set(const QString& pointer, const QJsonValue& value);
    // Several values of one row ("" is the form) at once; what is not named stays, and
    // what the row has no field for is left out.
    void fill(const QString& rowPointer, const QJsonObject& values);
    // The operator is in this field now (empty: in none): what is wrong with it is not told before it is left.
    void enter(const QString& pointer);
    // The field was left: its row gets the form in which it is stored.
    void settle(const QString& pointer);

    [[nodiscard]] qsizetype rowCount(const QString& listPointer) const;
    qsizetype addRow(const QString& listPointer, const QJsonObject& row = {});
    void removeRow(const QString& listPointer, qsizetype row);
    void moveRow(const QString& listPointer, qsizetype from, qsizetype to);

    [[nodiscard]] bool isVisible(const QString& pointer) const;
    [[nodiscard]] bool isRequired(const QString& pointer) const;
    // Where the value came from; nullptr when it was typed here.
    [[nodiscard]] const PrefillMark* mark(const QString& pointer) const;

    // All that is wrong, in the order of the paper, as if it were submitted now.
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    // Errors and warnings that the operator is told of: not what is missing in a section that was not left yet.
    [[nodiscard]] bool isTold(const Finding& finding) const;
    [[nodiscard]] std::vector<Finding> toldAt(const QString& pointer) const;
    // Something told at the pointer or below it.
    [[nodiscard]] bool isTroubled(const QString& pointer) const;
    void leaveSection(std::size_t section);
    void tellAll();

    struct SectionState {
        int errors = 0; // told
        int warnings = 0; // told, without a reason
        qsizetype rows = -1; // of its only list; -1: it has none
        bool empty = true;
        bool lacking = false; // something required is missing, told or not
        bool computed = false; // nothing to type in it
    };
    [[nodiscard]] SectionState state(std::size_t section) const;
    [[nodiscard]] std::size_t sectionOf(const QString& pointer) const;

    // Why a warning is let pass. The form has a place for reasons, or nothing is asked.
    [[nodiscard]] bool keepsReasons() const;
    [[nodiscard]] QString reason(const Finding& finding) const;
    void setReason(const Finding& finding, const QString& text);

    // The day of the form's first moment: of the offence. Decides which law applies.
    [[nodiscard]] std::optional<QDate> dayOfOffence() const;

    // Raised by every edit; what is kept is told by the one that it had.
    [[nodiscard]] quint64 edits() const { return m_edits; }

private:
    void edited(const QString& pointer);
    void evaluate();
    [[nodiscard]] QJsonObject rowOf(const QString& pointer) const;
    [[nodiscard]] QStringList placeInComplete(QStringList steps) const;
    [[nodiscard]] QString placeInTyped(const QString& pointer) const;
    void shiftMarks(const QString& listPointer, qsizetype from, qsizetype to);

    const schema::FormDefinition& m_form;
    const FormChecker& m_checker;
    const law::ActTable& m_acts;
    CheckContext m_context;

    QJsonObject m_typed;
    QJsonObject m_complete; // as it would be submitted
    std::optional<ConditionEval> m_eval; // over m_complete
    PrefillMarks m_marks;
    std::vector<Finding> m_findings; // pointers as in m_typed
    QHash<QString, std::vector<std::size_t>> m_byPlace;
    QHash<QString, std::size_t> m_sections; // of each field of the form

    QString m_entered;
    QSet<QString> m_touched; // typed in and left
    QSet<std::size_t> m_left; // sections
    bool m_tellAll = false;
    quint64 m_edits = 0;
};

} // namespace ekatra::forms
