// FormModel.h
// The paper behind the widgets of one form page: each edit goes through here into the session, and all that shows
// something of the paper hears of it. Owned by the page, which outlives its fields. GUI thread.
#pragma once

#include "Context.h"
#include "forms/FormSession.h"
#include "search/SectionFinder.h"

#include <QObject>

namespace ekatra::ui {

class PickPopup;

class FormModel : public QObject {
    Q_OBJECT

public:
    FormModel(const Context& context, const schema::FormDefinition& form, const QString& station, QObject* parent);

    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] const forms::FormSession& session() const { return m_session; }
    [[nodiscard]] QString text(const schema::Bilingual& text) const { return text.in(m_context.language.code()); }
    // Of this page: it reads the acts once, when it is first asked.
    [[nodiscard]] search::SectionFinder& sections() { return m_sections; }
    // In Indian Standard Time.
    [[nodiscard]] static QDateTime now();

    // One pop-up for all pickers of the page, which owns it.
    void setPopup(PickPopup* popup) { m_popup = popup; }
    [[nodiscard]] PickPopup& popup() const { return *m_popup; }
    // The record that the paper belongs to, for pickers.
    void setCase(const domain::RecordUid& record) { m_case = record; }
    [[nodiscard]] const domain::RecordUid& caseOf() const { return m_case; }

    void open(const QJsonObject& payload, const forms::PrefillMarks& marks);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    void set(const QString& pointer, const QJsonValue& value);
    void fill(const QString& rowPointer, const QJsonObject& values);
    qsizetype addRow(const QString& listPointer, const QJsonObject& row = {});
    void removeRow(const QString& listPointer, qsizetype row);
    void moveRow(const QString& listPointer, qsizetype from, qsizetype to);
    void setReason(const forms::Finding& finding, const QString& text);
    void enter(const QString& pointer);
    void leave(const QString& pointer);
    void leaveSection(std::size_t section);
    void tellAll();

    // Fields that are folded away or in a closed row come into sight.
    void reveal(const QString& pointer);
    // Where something is being brought into sight just now, for fields that are made on the way.
    [[nodiscard]] const QString& revealing() const { return m_revealing; }
    // The operator is done with this widget.
    void moveOn(QWidget* from) { Q_EMIT moveOnWanted(from); }
    // The keyboard is wanted at a field that exists, or will as soon as it was revealed.
    void wantFocus(const QString& pointer) { Q_EMIT focusWanted(pointer); }

Q_SIGNALS:
    void changed(); // what is shown may be old
    void edited(); // there is something to keep
    void left(); // a field
    void entered(const QString& pointer);
    void revealWanted(const QString& pointer);
    void moveOnWanted(QWidget* from);
    void focusWanted(const QString& pointer);

private:
    void tellEdited();

    const Context& m_context;
    forms::FormChecker m_checker;
    forms::FormSession m_session;
    search::SectionFinder m_sections;
    PickPopup* m_popup = nullptr;
    domain::RecordUid m_case;
    QString m_revealing;
    bool m_readOnly = false;
};

} // namespace ekatra::ui
