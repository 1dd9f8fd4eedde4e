#include "forms/Prefill.h"

#include "forms/Completion.h"
#include "forms/Values.h"

#include <QJsonArray>

namespace ekatra::forms {

using schema::Field;
using schema::FieldType;
using schema::Shape;

namespace {

bool isEmpty(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::String:
        return value.toString().trimmed().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return false;
    }
    return false;
}

QJsonValue valueFrom(const QJsonObject& source, const std::vector<schema::Prefill::Step>& steps)
{
    QJsonValue here = source;
    for (const schema::Prefill::Step& step : steps) {
        here = here.toObject().value(step.field);
        if (step.key.isEmpty())
            continue;
        QJsonValue found(QJsonValue::Undefined);
        for (const QJsonValue& row : here.toArray()) {
            if (row[step.key].toString() == step.value) {
                found = row;
                break;
            }
        }
        here = found;
    }
    return here;
}

QJsonObject fittedRow(const Shape& shape, const QJsonObject& row);

// `value` as `field` can hold it; undefined when it cannot.
QJsonValue fitted(const Field& field, const QJsonValue& value)
{
    const QJsonValue nothing(QJsonValue::Undefined);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Time:
    case FieldType::DateTime:
    case FieldType::Code:
    case FieldType::Id:
        return value.isString() ? value : nothing;
    case FieldType::Date: {
        if (const auto moment = readDateTime(value.toString()))
            return istDate(*moment).toString(Qt::ISODate);
        return value.isString() ? value : nothing;
    }
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Money:
        return value.isDouble() ? value : nothing;
    case FieldType::Bool:
        return value.isBool() ? value : nothing;
    case FieldType::Texts:
    case FieldType::Codes:
        return value.isArray() ? value : nothing;
    case FieldType::Map:
        return value.isObject() ? value : nothing;
    case FieldType::Group:
        return value.isObject() ? fittedRow(*field.shape, value.toObject()) : nothing;
    case FieldType::Groups: {
        QJsonArray rows;
        for (const QJsonValue& row : value.isObject() ? QJsonArray{value} : value.toArray())
            if (QJsonObject fit = fittedRow(*field.shape, row.toObject()); !fit.isEmpty())
                rows.append(fit);
        return rows;
    }
    }
    return nothing;
}

// Without the fields that the target does not have.
QJsonObject fittedRow(const Shape& shape, const QJsonObject& row)
{
    QJsonObject out;
    for (auto it = row.begin(); it != row.end(); ++it) {
        const Field* field = shape.field(it.key());
        const QJsonValue value = field ? fitted(*field, it.value()) : QJsonValue(QJsonValue::Undefined);
        if (!isEmpty(value))
            out.insert(it.key(), value);
    }
    return out;
}

// Names are compared as people read them: blanks, case and the way a sign is encoded do not count.
QString folded(const QJsonValue& value)
{
    return value.toString().normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

enum class Likeness { Other, Perhaps, Same };

// Perhaps: the first field agrees, and of another one only one side is known.
Likeness likeness(const QJsonObject& a, const QJsonObject& b, const QStringList& fields)
{
    Likeness out = fields.isEmpty() ? Likeness::Other : Likeness::Same;
    for (const QString& field : fields) {
        const QString left = folded(a.value(field));
        const QString right = folded(b.value(field));
        if (left == right && !(left.isEmpty() && field == fields.front()))
            continue;
        if (field == fields.front() || (!left.isEmpty() && !right.isEmpty()))
            return Likeness::Other;
        out = Likeness::Perhaps;
    }
    return out;
}

// The row that `wanted` completes, of those that are not `used`; the number of rows when it is a new one.
qsizetype rowLike(const QJsonArray& rows, const QJsonObject& wanted, const QStringList& fields,
                  const std::vector<qsizetype>& used)
{
    qsizetype perhaps = rows.size();
    int candidates = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (std::find(used.begin(), used.end(), i) != used.end())
            continue;
        switch (likeness(rows[i].toObject(), wanted, fields)) {
        case Likeness::Same:
            return i;
        case Likeness::Perhaps:
            perhaps = i;
            ++candidates;
            break;
        case Likeness::Other:
            break;
        }
    }
    return candidates == 1 ? perhaps : rows.size();
}

class Prefiller {
public:
    Prefiller(const schema::FormDefinition& form, const QJsonObject& payload, const std::vector<PrefillSource>& sources)
        : m_form(form), m_sources(sources)
    {
        m_out.payload = payload;
    }

    Prefilled run(int row);

private:
    void take(const schema::Prefill& rule, const PrefillSource& source, int row);
    void pick(const schema::Prefill::Pick& pick, const PrefillSource& source, int row);
    void gather(const schema::Prefill::Gather& gather, const PrefillSource& source);
    [[nodiscard]] QJsonObject copied(const Shape& shape, const std::vector<schema::Prefill::Copy>& copies,
                                     const QJsonObject& from, QJsonObject to, const QString& place);
    void put(const Shape& shape, const QStringList& path, const QJsonValue& value, QJsonObject& row,
             const QString& place);
    void mark(const QJsonValue& value, const QString& place);
    [[nodiscard]] bool isTaken(const QJsonObject& row) const;
    void giveCode();

    const schema::FormDefinition& m_form;
    const std::vector<PrefillSource>& m_sources;
    const PrefillSource* m_source = nullptr; // whose values are being taken
    QJsonArray m_rows; // to choose from
    Prefilled m_out;
};

Prefilled Prefiller::run(int row)
{
    for (const schema::Prefill& rule : m_form.prefill)
        for (const PrefillSource& source : m_sources)
            if (source.kind == rule.kind) {
                m_source = &source;
                take(rule, source, row);
            }
    giveCode();
    return std::move(m_out);
}

void Prefiller::take(const schema::Prefill& rule, const PrefillSource& source, int row)
{
    // The chosen row speaks of this paper, the record around it of the case.
    if (rule.pick && m_out.choices.empty())
        pick(*rule.pick, source, row);
    m_out.payload = copied(m_form.root, rule.copy, source.payload, m_out.payload, {});
    for (const schema::Prefill::Gather& entry : rule.gather)
        gather(entry, source);
}

void Prefiller::pick(const schema::Prefill::Pick& pick, const PrefillSource& source, int row)
{
    const QJsonArray rows = source.payload.value(pick.rows).toArray();
    m_rows = rows;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject choice = rows[i].toObject();
        QStringList below;
        for (const QString& part : {choice.value(QLatin1String("relative_name")).toString(),
                                    choice.value(QLatin1String("addresses"))[0][u"village_town"].toString()})
            if (!part.isEmpty())
                below.append(part);
        m_out.choices.push_back({static_cast<int>(i), choice.value(QLatin1String("name")).toString(),
                                 below.join(QStringLiteral(" · ")), isTaken(choice)});
    }
    const bool onlyOne = m_out.choices.size() == 1 && !m_out.choices.front().taken;
    if (row >= 0 && row < rows.size())
        m_out.row = row;
    else if (row < 0 && onlyOne)
        m_out.row = 0;
    if (m_out.row >= 0)
        m_out.payload = copied(m_form.root, pick.copy, rows[m_out.row].toObject(), m_out.payload, {});
}

void Prefiller::gather(const schema::Prefill::Gather& gather, const PrefillSource& source)
{
    const Field* list = m_form.root.field(gather.to);
    QJsonArray rows = m_out.payload.value(gather.to).toArray();
    const QJsonArray found =
        gather.rows.isEmpty() ? QJsonArray{source.payload} : source.payload.value(gather.rows).toArray();
    std::vector<qsizetype> used; // two rows of one list are two, however alike
    for (const QJsonValue& entry : found) {
        const PrefillMarks before = m_out.marks;
        const QJsonObject wanted = copied(*list->shape, gather.copy, entry.toObject(), {}, {});
        m_out.marks = before; // only what is really filled in is marked
        if (wanted.isEmpty())
            continue;
        const qsizetype at = rowLike(rows, wanted, gather.same, used);
        if (at == rows.size())
            rows.append(QJsonObject());
        used.push_back(at);
        rows[at] = copied(*list->shape, gather.copy, entry.toObject(), rows[at].toObject(),
                          QStringLiteral("/%1/%2").arg(gather.to).arg(at));
    }
    if (!rows.isEmpty())
        m_out.payload.insert(gather.to, rows);
}

QJsonObject Prefiller::copied(const Shape& shape, const std::vector<schema::Prefill::Copy>& copies,
                              const QJsonObject& from, QJsonObject to, const QString& place)
{
    for (const schema::Prefill::Copy& copy : copies)
        put(shape, copy.to, valueFrom(from, copy.from), to, place);
    return to;
}

// Fills the field at `path` of `row` where it is empty; a group with something in it is not mixed with another one's.
void Prefiller::put(const Shape& shape, const QStringList& path, const QJsonValue& value, QJsonObject& row,
                    const QString& place)
{
    const Field* field = shape.field(path.front());
    if (!field)
        return;
    const QString here = place + QLatin1Char('/') + field->id;
    if (path.size() > 1) {
        if (!field->shape)
            return;
        QJsonObject below = row.value(field->id).toObject();
        put(*field->shape, path.sliced(1), value, below, here);
        if (!below.isEmpty())
            row.insert(field->id, below);
        return;
    }
    const QJsonValue fit = fitted(*field, value);
    if (isEmpty(fit) || !isEmpty(row.value(field->id)))
        return;
    row.insert(field->id, fit);
    mark(fit, here);
}

void Prefiller::mark(const QJsonValue& value, const QString& place)
{
    if (value.isObject()) {
        const QJsonObject row = value.toObject();
        for (auto it = row.begin(); it != row.end(); ++it)
            mark(it.value(), place + QLatin1Char('/') + it.key());
    } else if (value[0].isObject()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            mark(value[i], place + QLatin1Char('/') + QString::number(i));
    } else {
        m_out.marks.insert_or_assign(place, PrefillMark{m_source->kind, m_source->number});
    }
}

bool Prefiller::isTaken(const QJsonObject& row) const
{
    const QStringList who{QStringLiteral("name"), QStringLiteral("relative_name")};
    return std::any_of(m_sources.begin(), m_sources.end(), [&](const PrefillSource& source) {
        return source.kind == m_form.kind && likeness(source.payload, row, who) == Likeness::Same;
    });
}

// The code of this paper's accused: as the FIR would give it to him by his place, else the first that is free in the
// case.
void Prefiller::giveCode()
{
    const auto isCode = [](const Field& field) { return field.format == domain::IdKind::AccusedCode; };
    const auto& fields = m_form.root.fields;
    const auto field = std::find_if(fields.begin(), fields.end(), isCode);
    if (field == fields.end() || !isEmpty(m_out.payload.value(field->id)))
        return;
    QJsonArray taken;
    for (const PrefillSource& source : m_sources)
        if (source.kind == m_form.kind)
            taken.append(source.payload);
    const qsizetype others = taken.size();
    QString code;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        QJsonObject row = m_rows[i].toObject();
        if (isEmpty(row.value(field->id)))
            row.insert(field->id, freeAccusedCode(m_rows, field->id));
        m_rows[i] = row;
        taken.append(row);
        if (i == m_out.row)
            code = row.value(field->id).toString();
    }
    for (qsizetype i = 0; i < others; ++i)
        if (taken[i][field->id].toString() == code)
            code.clear(); // somebody else has it already
    if (code.isEmpty())
        code = freeAccusedCode(taken, field->id);
    if (!code.isEmpty())
        m_out.payload.insert(field->id, code);
}

} // namespace

Prefilled prefill(const schema::FormDefinition& form, const QJsonObject& payload,
                  const std::vector<PrefillSource>& sources, int row)
{
    return Prefiller(form, payload, sources).run(row);
}

} // namespace ekatra::forms
