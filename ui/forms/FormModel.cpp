#include "forms/FormModel.h"

#include "base/Clock.h"

namespace ekatra::ui {

FormModel::FormModel(const Context& context, const schema::FormDefinition& form, const QString& station,
                     QObject* parent)
    : QObject(parent),
      m_context(context),
      m_checker(context.tables.forms.codes(), context.tables.acts, context.tables.formTexts),
      m_session(form, m_checker, context.tables.acts, {now(), forms::CheckMode::Submit, station}),
      m_sections(context.tables.acts, context.tables.names)
{
}

QDateTime FormModel::now()
{
    return base::SystemClock().nowIst();
}

void FormModel::open(const QJsonObject& payload, const forms::PrefillMarks& marks)
{
    m_session.open(payload, marks);
    Q_EMIT changed();
}

void FormModel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    Q_EMIT changed();
}

void FormModel::set(const QString& pointer, const QJsonValue& value)
{
    const quint64 before = m_session.edits();
    m_session.setNow(now());
    m_session.set(pointer, value);
    if (m_session.edits() != before)
        tellEdited();
}

void FormModel::fill(const QString& rowPointer, const QJsonObject& values)
{
    m_session.setNow(now());
    m_session.fill(rowPointer, values);
    tellEdited();
}

qsizetype FormModel::addRow(const QString& listPointer, const QJsonObject& row)
{
    const quint64 before = m_session.edits();
    const qsizetype at = m_session.addRow(listPointer, row);
    if (m_session.edits() != before)
        tellEdited();
    else
        Q_EMIT changed();
    return at;
}

void FormModel::removeRow(const QString& listPointer, qsizetype row)
{
    m_session.removeRow(listPointer, row);
    tellEdited();
}

void FormModel::moveRow(const QString& listPointer, qsizetype from, qsizetype to)
{
    m_session.moveRow(listPointer, from, to);
    tellEdited();
}

void FormModel::setReason(const forms::Finding& finding, const QString& text)
{
    m_session.setReason(finding, text);
    tellEdited();
}

void FormModel::enter(const QString& pointer)
{
    m_session.enter(pointer);
    Q_EMIT entered(pointer);
}

void FormModel::leave(const QString& pointer)
{
    m_session.settle(pointer);
    Q_EMIT changed();
    Q_EMIT left();
}

void FormModel::leaveSection(std::size_t section)
{
    m_session.leaveSection(section);
    Q_EMIT changed();
}

void FormModel::tellAll()
{
    m_session.tellAll();
    Q_EMIT changed();
}

void FormModel::reveal(const QString& pointer)
{
    m_revealing = pointer;
    Q_EMIT revealWanted(pointer);
    m_revealing.clear();
}

void FormModel::tellEdited()
{
    Q_EMIT changed();
    Q_EMIT edited();
}

} // namespace ekatra::ui
