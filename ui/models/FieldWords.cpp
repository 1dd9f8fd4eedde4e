#include "models/FieldWords.h"

#include "models/Format.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ekatra::ui {

using schema::Field;
using schema::FieldType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::RecordSheet)
};

const QString partSeparator = QStringLiteral(" · ");

const Field* searchShape(const schema::Shape& shape, const QString& id)
{
    if (const Field* found = shape.field(id))
        return found;
    for (const Field& field : shape.fields) {
        if (!field.shape)
            continue;
        if (const Field* found = searchShape(*field.shape, id))
            return found;
    }
    return nullptr;
}

} // namespace

bool isNested(const QJsonValue& value)
{
    if (value.isObject())
        return true;
    const QJsonArray rows = value.toArray();
    return !rows.isEmpty() && rows.first().isObject();
}

FieldWords::FieldWords(const QString& kind, const session::Tables& tables, const QString& language)
    : m_tables(tables), m_language(language), m_form(tables.forms.find(kind))
{
    if (const domain::Kind* known = m_form ? nullptr : tables.kinds.find(kind))
        borrow(known->captions);
}

void FieldWords::borrow(const std::vector<domain::Caption>& captions)
{
    for (const domain::Caption& caption : captions) {
        Field field;
        const Field* like = caption.like.isEmpty() ? nullptr : fieldOfForms(caption.like);
        if (like)
            field = *like;
        field.id = caption.field;
        if (!caption.en.isEmpty())
            field.label = {caption.en, caption.hi};
        if (!caption.codeList.isEmpty())
            field.codeList = caption.codeList;
        m_borrowed.push_back(std::move(field));
        if (!caption.number.isEmpty())
            m_numbers.insert(caption.field, caption.number);
    }
}

QStringList FieldWords::borrowed() const
{
    QStringList ids;
    for (const Field& field : m_borrowed)
        ids.append(field.id);
    return ids;
}

const Field* FieldWords::field(const QString& id, const schema::Shape* shape) const
{
    if (shape) {
        if (const Field* found = shape->field(id))
            return found;
    }
    if (m_form)
        return m_form->root.field(id);
    for (const Field& field : m_borrowed) {
        if (field.id == id)
            return &field;
    }
    return fieldOfForms(id);
}

const Field* FieldWords::fieldOfForms(const QString& id) const
{
    for (const schema::FormDefinition* form : m_tables.forms.all()) {
        if (const Field* found = searchShape(form->root, id))
            return found;
    }
    return nullptr;
}

QString FieldWords::label(const QString& id, const Field* field) const
{
    return field && !field->label.isEmpty() ? field->label.in(m_language) : prettyName(id);
}

QString FieldWords::codeText(const QString& list, const QString& code) const
{
    if (m_tables.stations.knows(code))
        return m_tables.stations.name(code, m_language);
    return m_tables.forms.codes().label(list, code).in(m_language);
}

QString FieldWords::scalarText(const QString& id, const QJsonValue& value, const Field* field) const
{
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        if (field && field->type == FieldType::Money)
            return moneyText(whole);
        const QString number =
            static_cast<double>(whole) == value.toDouble() ? QString::number(whole) : QString::number(value.toDouble());
        return field && !field->unit.isEmpty() ? number + QLatin1Char(' ') + field->unit.in(m_language) : number;
    }
    const QString text = value.toString();
    if (field && !field->codeList.isEmpty())
        return codeText(field->codeList, text);
    if (id.endsWith(QLatin1String("ps_code")))
        return codeText({}, text);
    constexpr qsizetype dateLength = 10;
    const QDate day = text.size() >= dateLength ? QDate::fromString(text.left(dateLength), Qt::ISODate) : QDate();
    if (!day.isValid())
        return text;
    if (text.size() == dateLength)
        return dateText(day);
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() && text[dateLength] == QLatin1Char('T') ? momentText(moment) : text;
}

QString FieldWords::value(const QString& id, const QJsonValue& value, const Field* field) const
{
    const schema::Shape* shape = field ? field->shape.get() : nullptr;
    if (const QString pattern = m_numbers.value(id); !pattern.isEmpty() && value.isObject())
        return domain::numberFrom(value.toObject(), pattern);
    if (value.isObject())
        return rowText(value.toObject(), shape);
    if (!value.isArray())
        return scalarText(id, value, field);
    QStringList parts;
    for (const QJsonValue& item : value.toArray())
        parts.append(item.isObject() ? rowText(item.toObject(), shape) : scalarText(id, item, field));
    parts.removeAll(QString());
    return parts.join(isNested(value) ? QStringLiteral("; ") : QStringLiteral(", "));
}

QStringList FieldWords::orderedKeys(const QJsonObject& row, const schema::Shape* shape)
{
    QStringList keys;
    if (shape) {
        for (const Field& field : shape->fields) {
            if (row.contains(field.id))
                keys.append(field.id);
        }
    }
    for (const QString& key : row.keys()) {
        if (!keys.contains(key))
            keys.append(key);
    }
    return keys;
}

QString FieldWords::rowText(const QJsonObject& row, const schema::Shape* shape) const
{
    QStringList parts;
    for (const QString& key : orderedKeys(row, shape))
        parts.append(value(key, row.value(key), field(key, shape)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// The text of the field at a dotted path.
QString FieldWords::valueAt(const QString& path, const QJsonObject& payload) const
{
    const QStringList steps = path.split(QLatin1Char('.'));
    const Field* found = field(steps.first());
    for (qsizetype i = 1; i < steps.size(); ++i)
        found = field(steps[i], found ? found->shape.get() : nullptr);
    const QJsonValue there = domain::valueAt(payload, steps);
    return there.isUndefined() ? QString() : value(steps.last(), there, found);
}

// Empty when it lacks a value.
QString FieldWords::filledPart(const QString& part, const QJsonObject& payload) const
{
    QString text;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = part.indexOf(QLatin1Char('{'), at);
        if (open < 0)
            return text + part.mid(at);
        const qsizetype close = part.indexOf(QLatin1Char('}'), open);
        text += part.mid(at, open - at);
        const QString asked = part.mid(open + 1, close - open - 1);
        QString found;
        if (asked.contains(QLatin1Char(':')))
            found = domain::numberFrom(payload, part.mid(open, close - open + 1));
        for (const QString& path : asked.split(QLatin1Char('|'))) {
            if (found.isEmpty())
                found = valueAt(path, payload);
        }
        if (found.isEmpty())
            return {};
        text += found;
        at = close + 1;
    }
}

QString FieldWords::filled(const QString& pattern, const QJsonObject& payload) const
{
    QStringList parts;
    for (const QString& part : pattern.split(partSeparator, Qt::SkipEmptyParts))
        parts.append(filledPart(part, payload));
    parts.removeAll(QString());
    return parts.join(partSeparator);
}

} // namespace ekatra::ui
