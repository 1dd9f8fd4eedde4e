#include "forms/FormSession.h"

#include "forms/Completion.h"
#include "forms/Normalise.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::forms {

using schema::Field;
using schema::FieldType;
using schema::Severity;
using schema::Shape;

namespace {

QStringList stepsOf(const QString& pointer)
{
    QStringList steps = pointer.split(QLatin1Char('/'));
    steps.removeFirst();
    for (QString& step : steps)
        step.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    return steps;
}

QString parentOf(const QString& pointer)
{
    return pointer.left(pointer.lastIndexOf(QLatin1Char('/')));
}

QJsonValue at(QJsonValue here, const QStringList& steps)
{
    for (const QString& step : steps) {
        if (here.isArray())
            here = here.toArray().at(step.toInt());
        else
            here = here.toObject().value(step);
    }
    return here;
}

// `here` with `value` at `steps`; undefined takes the key away.
QJsonValue with(const QJsonValue& here, const QStringList& steps, qsizetype from, const QJsonValue& value)
{
    if (from == steps.size())
        return value;
    const QString& step = steps[from];
    if (here.isArray()) {
        QJsonArray list = here.toArray();
        const qsizetype row = step.toInt();
        if (row >= 0 && row < list.size())
            list[row] = with(list[row], steps, from + 1, value);
        return list;
    }
    QJsonObject object = here.toObject();
    const QJsonValue inner = with(object.value(step), steps, from + 1, value);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    return object;
}

// Nothing that complete() would keep.
bool isBlank(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().trimmed().isEmpty();
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return std::all_of(list.begin(), list.end(), [](const QJsonValue& entry) { return isBlank(entry); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue& entry) { return isBlank(entry); });
    }
    return value.isNull() || value.isUndefined();
}

bool saysMissing(const Finding& finding)
{
    return finding.code == u"form.required" || finding.code == u"form.too_few_rows";
}

} // namespace

FormSession::FormSession(const schema::FormDefinition& form, const FormChecker& checker, const law::ActTable& acts,
                         CheckContext context)
    : m_form(form), m_checker(checker), m_acts(acts), m_context(std::move(context))
{
    m_context.mode = CheckMode::Submit;
    for (std::size_t i = 0; i < form.sections.size(); ++i)
        for (const QString& id : form.sections[i].fields)
            m_sections.insert(id, i);
    evaluate();
}

void FormSession::open(const QJsonObject& payload, const PrefillMarks& marks)
{
    m_typed = payload;
    m_marks = marks;
    m_touched.clear();
    evaluate();
}

void FormSession::setNow(const QDateTime& now)
{
    m_context.now = now;
}

QJsonObject FormSession::payload() const
{
    QJsonObject out = m_complete;
    for (const Field& field : m_form.root.fields)
        if (field.fill.onSubmit && !m_typed.contains(field.id))
            out.remove(field.id);
    return out;
}

bool FormSession::isComputed(const Field& field)
{
    return field.fill.source != schema::AutoFill::Source::None && field.fill.replace;
}

const Field* FormSession::field(const QString& pointer) const
{
    const Shape* shape = &m_form.root;
    const Field* found = nullptr;
    for (const QString& step : stepsOf(pointer)) {
        if (found && found->type == FieldType::Groups && !step.isEmpty() && step[0].isDigit())
            continue;
        found = shape ? shape->field(step) : nullptr;
        if (!found)
            return nullptr;
        shape = found->shape.get();
    }
    return found;
}

const Shape* FormSession::shapeOf(const QString& rowPointer) const
{
    if (rowPointer.isEmpty())
        return &m_form.root;
    const Field* group = field(rowPointer);
    return group ? group->shape.get() : nullptr;
}

QJsonValue FormSession::value(const QString& pointer) const
{
    const QStringList steps = stepsOf(pointer);
    if (steps.size() == 1) {
        const Field* found = m_form.root.field(steps.front());
        const bool typed = m_typed.contains(steps.front()) && !(found && isComputed(*found));
        if (!typed)
            return found && found->fill.onSubmit ? QJsonValue(QJsonValue::Undefined) : m_complete.value(steps.front());
        return m_typed.value(steps.front());
    }
    const QJsonValue typed = at(m_typed, steps);
    const Field* found = typed.isUndefined() ? field(pointer) : nullptr;
    const bool filled = found && found->fill.source != schema::AutoFill::Source::None && !found->fill.onSubmit;
    return filled ? at(m_complete, placeInComplete(steps)) : typed;
}

void FormSession::set(const QString& pointer, const QJsonValue& value)
{
    const bool gone = value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
    const QJsonValue kept = gone ? QJsonValue(QJsonValue::Undefined) : value;
    const QStringList steps = stepsOf(pointer);
    if (at(m_typed, steps) == kept)
        return;
    m_typed = with(m_typed, steps, 0, kept).toObject();
    edited(pointer);
}

void FormSession::fill(const QString& rowPointer, const QJsonObject& values)
{
    const QStringList steps = rowPointer.isEmpty() ? QStringList() : stepsOf(rowPointer);
    QJsonObject row = at(m_typed, steps).toObject();
    const Shape* shape = shapeOf(rowPointer);
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!shape || !shape->field(it.key()))
            continue;
        row.insert(it.key(), it.value());
        m_marks.erase(rowPointer + QLatin1Char('/') + it.key());
    }
    m_typed = with(m_typed, steps, 0, row).toObject();
    edited(rowPointer);
}

void FormSession::enter(const QString& pointer)
{
    // Where something is told already, mending it is seen while typing.
    m_entered = toldAt(pointer).empty() ? pointer : QString();
}

void FormSession::settle(const QString& pointer)
{
    if (m_entered == pointer)
        m_entered.clear();
    const QString parent = parentOf(pointer);
    const QStringList steps = parent.isEmpty() ? QStringList() : stepsOf(parent);
    const Shape* shape = shapeOf(parent);
    const QJsonObject row = at(m_typed, steps).toObject();
    if (!shape)
        return;
    // Lists of rows stay as they are: an empty row has its place until it is taken out.
    QJsonObject plain;
    QJsonObject rows;
    for (auto it = row.begin(); it != row.end(); ++it) {
        const Field* inner = shape->field(it.key());
        (inner && inner->isGroup() ? rows : plain).insert(it.key(), it.value());
    }
    QJsonObject settled = normalisedRow(*shape, plain);
    for (auto it = rows.begin(); it != rows.end(); ++it)
        settled.insert(it.key(), it.value());
    if (settled == row)
        return;
    m_typed = with(m_typed, steps, 0, settled).toObject();
    evaluate();
}

qsizetype FormSession::rowCount(const QString& listPointer) const
{
    return at(m_typed, stepsOf(listPointer)).toArray().size();
}

qsizetype FormSession::addRow(const QString& listPointer, const QJsonObject& row)
{
    const QStringList steps = stepsOf(listPointer);
    QJsonArray list = at(m_typed, steps).toArray();
    list.append(row);
    m_typed = with(m_typed, steps, 0, list).toObject();
    if (row.isEmpty())
        evaluate(); // nothing was typed yet
    else
        edited(listPointer);
    return list.size() - 1;
}

void FormSession::removeRow(const QString& listPointer, qsizetype row)
{
    const QStringList steps = stepsOf(listPointer);
    QJsonArray list = at(m_typed, steps).toArray();
    if (row < 0 || row >= list.size())
        return;
    list.removeAt(row);
    shiftMarks(listPointer, row, -1);
    m_typed = with(m_typed, steps, 0, list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list)).toObject();
    edited(listPointer);
}

void FormSession::moveRow(const QString& listPointer, qsizetype from, qsizetype to)
{
    const QStringList steps = stepsOf(listPointer);
    QJsonArray list = at(m_typed, steps).toArray();
    if (from == to || from < 0 || to < 0 || from >= list.size() || to >= list.size())
        return;
    const QJsonValue row = list.takeAt(from);
    list.insert(to, row);
    shiftMarks(listPointer, from, to);
    m_typed = with(m_typed, steps, 0, list).toObject();
    edited(listPointer);
}

// Marks and touched fields follow their row; `to` < 0: the row is gone.
void FormSession::shiftMarks(const QString& listPointer, qsizetype from, qsizetype to)
{
    const QString head = listPointer + QLatin1Char('/');
    const auto moved = [&](const QString& pointer) -> std::optional<QString> {
        if (!pointer.startsWith(head))
            return pointer;
        qsizetype end = pointer.indexOf(QLatin1Char('/'), head.size());
        end = end < 0 ? pointer.size() : end;
        qsizetype row = pointer.mid(head.size(), end - head.size()).toInt();
        if (row == from && to < 0)
            return std::nullopt;
        if (row == from)
            row = to;
        else if (to < 0)
            row -= row > from ? 1 : 0;
        else
            row += (row > from && row <= to ? -1 : 0) + (row < from && row >= to ? 1 : 0);
        return head + QString::number(row) + pointer.mid(end);
    };
    PrefillMarks marks;
    for (const auto& [pointer, mark] : m_marks)
        if (const auto place = moved(pointer))
            marks.emplace(*place, mark);
    m_marks = std::move(marks);
    QSet<QString> touched;
    for (const QString& pointer : std::as_const(m_touched))
        if (const auto place = moved(pointer))
            touched.insert(*place);
    m_touched = std::move(touched);
}

QJsonObject FormSession::rowOf(const QString& pointer) const
{
    const QString parent = parentOf(pointer);
    if (parent.isEmpty())
        return m_complete;
    const QStringList steps = stepsOf(parent);
    const QJsonObject typed = at(m_typed, steps).toObject();
    return isBlank(typed) ? typed : at(m_complete, placeInComplete(steps)).toObject();
}

bool FormSession::isVisible(const QString& pointer) const
{
    const Field* found = field(pointer);
    return found && m_eval->holds(found->visible, rowOf(pointer));
}

bool FormSession::isRequired(const QString& pointer) const
{
    const Field* found = field(pointer);
    if (!found || found->fill.onSubmit)
        return false;
    const QJsonObject row = rowOf(pointer);
    return m_eval->holds(found->visible, row) && m_eval->holds(found->required, row);
}

const PrefillMark* FormSession::mark(const QString& pointer) const
{
    const auto found = m_marks.find(pointer);
    return found == m_marks.end() ? nullptr : &found->second;
}

bool FormSession::isTold(const Finding& finding) const
{
    // A warning that is let pass for a reason has become a hint; it stays, so that the reason can be seen.
    if (finding.severity == Severity::Hint)
        return keepsReasons() && !reason(finding).isEmpty();
    if (m_tellAll || m_left.contains(sectionOf(finding.pointer)))
        return true;
    if (finding.pointer == m_entered)
        return false;
    return m_touched.contains(finding.pointer) || !(saysMissing(finding) || isBlank(value(finding.pointer)));
}

std::vector<Finding> FormSession::toldAt(const QString& pointer) const
{
    std::vector<Finding> out;
    for (const std::size_t index : m_byPlace.value(pointer))
        if (isTold(m_findings[index]))
            out.push_back(m_findings[index]);
    return out;
}

bool FormSession::isTroubled(const QString& pointer) const
{
    const QString below = pointer + QLatin1Char('/');
    return std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding& finding) {
        return (finding.pointer == pointer || finding.pointer.startsWith(below)) && isTold(finding);
    });
}

void FormSession::leaveSection(std::size_t section)
{
    m_left.insert(section);
}

void FormSession::tellAll()
{
    m_tellAll = true;
    m_entered.clear();
}

std::size_t FormSession::sectionOf(const QString& pointer) const
{
    const qsizetype end = pointer.indexOf(QLatin1Char('/'), 1);
    return m_sections.value(pointer.mid(1, end < 0 ? -1 : end - 1), 0);
}

FormSession::SectionState FormSession::state(std::size_t section) const
{
    SectionState state;
    const QStringList& ids = m_form.sections[section].fields;
    state.computed = true;
    int lists = 0;
    for (const QString& id : ids) {
        const Field* found = m_form.root.field(id);
        if (!found)
            continue;
        state.computed = state.computed && isComputed(*found);
        state.empty = state.empty && isBlank(m_complete.value(id));
        if (found->type == FieldType::Groups) {
            state.rows = m_complete.value(id).toArray().size();
            ++lists;
        }
    }
    if (lists != 1)
        state.rows = -1;
    for (const Finding& finding : m_findings) {
        if (sectionOf(finding.pointer) != section || finding.severity == Severity::Hint)
            continue;
        state.lacking = state.lacking || finding.severity == Severity::Error;
        if (!isTold(finding))
            continue;
        if (finding.severity == Severity::Error)
            ++state.errors;
        else if (!keepsReasons() || reason(finding).isEmpty())
            ++state.warnings;
    }
    return state;
}

bool FormSession::keepsReasons() const
{
    return m_form.root.field(QString(schema::reasonsField)) != nullptr;
}

QString FormSession::reason(const Finding& finding) const
{
    return m_typed.value(schema::reasonsField).toObject().value(finding.code).toString();
}

void FormSession::setReason(const Finding& finding, const QString& text)
{
    QJsonObject reasons = m_typed.value(schema::reasonsField).toObject();
    if (reasons.value(finding.code).toString() == text)
        return;
    if (text.isEmpty())
        reasons.remove(finding.code);
    else
        reasons.insert(finding.code, text);
    if (reasons.isEmpty())
        m_typed.remove(schema::reasonsField);
    else
        m_typed.insert(schema::reasonsField, reasons);
    edited({});
}

std::optional<QDate> FormSession::dayOfOffence() const
{
    if (m_form.moments.empty())
        return std::nullopt;
    const auto span = m_eval->time({schema::ValueScope::Moment, {m_form.moments.front().id}}, m_complete);
    return span ? std::optional(istDate(span->first)) : std::nullopt;
}

void FormSession::edited(const QString& pointer)
{
    ++m_edits;
    if (!pointer.isEmpty()) {
        m_touched.insert(pointer);
        m_marks.erase(pointer);
    }
    evaluate();
}

void FormSession::evaluate()
{
    m_complete = complete(m_form, m_typed, m_context, m_acts);
    m_eval.emplace(m_form, m_complete, m_context, m_acts);
    m_findings = m_checker.check(m_form, m_complete, m_context);
    m_byPlace.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        m_findings[i].pointer = placeInTyped(m_findings[i].pointer);
        m_byPlace[m_findings[i].pointer].push_back(i);
    }
}

// The complete payload has no blank rows: the rows of what was typed are counted without them. These two go from one
// to the other.
QStringList FormSession::placeInComplete(QStringList steps) const
{
    QJsonValue here = m_typed;
    for (QString& step : steps) {
        if (!here.isArray()) {
            here = here.toObject().value(step);
            continue;
        }
        const QJsonArray list = here.toArray();
        const qsizetype row = std::min<qsizetype>(step.toInt(), list.size());
        here = list.at(row);
        step = QString::number(
            std::count_if(list.begin(), list.begin() + row, [](const QJsonValue& entry) { return !isBlank(entry); }));
    }
    return steps;
}

QString FormSession::placeInTyped(const QString& pointer) const
{
    QStringList steps = stepsOf(pointer);
    QJsonValue here = m_typed;
    for (QString& step : steps) {
        if (!here.isArray()) {
            here = here.toObject().value(step);
            continue;
        }
        const QJsonArray list = here.toArray();
        qsizetype row = 0;
        for (qsizetype left = step.toInt(); row < list.size(); ++row)
            if (!isBlank(list[row]) && left-- == 0)
                break;
        if (row == list.size())
            return pointer;
        step = QString::number(row);
        here = list[row];
    }
    for (QString& step : steps)
        step.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return QLatin1Char('/') + steps.join(QLatin1Char('/'));
}

} // namespace ekatra::forms
