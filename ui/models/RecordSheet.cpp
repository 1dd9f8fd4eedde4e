#include "models/RecordSheet.h"

#include "models/Format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

namespace ekatra::ui {

namespace {

using schema::Field;
using schema::FieldType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::RecordSheet)
};

// A row with this many values or fewer is read best in one line.
constexpr qsizetype oneLineValues = 3;

bool isNested(const QJsonValue& value)
{
    if (value.isObject())
        return true;
    const QJsonArray rows = value.toArray();
    return !rows.isEmpty() && rows.first().isObject();
}

class Writer {
public:
    Writer(const records::RecordDetails& details, const session::Tables& tables, const QString& language)
        : m_details(details), m_tables(tables), m_language(language), m_form(tables.forms.find(details.record.kind))
    {
        if (const domain::Kind* kind = m_form ? nullptr : tables.kinds.find(details.record.kind))
            borrowFields(kind->captions);
    }

    std::vector<SheetBlock> write();
    [[nodiscard]] QString valueText(const QString& id, const QJsonValue& value, const Field* field) const;
    [[nodiscard]] const Field* fieldFor(const QString& id, const schema::Shape* shape) const;

private:
    void borrowFields(const std::vector<domain::Caption>& captions);
    [[nodiscard]] const Field* fieldOfForms(const QString& id) const;
    void writeField(const QString& id, const schema::Shape* shape, SheetBlock& block, std::vector<SheetBlock>& below);
    [[nodiscard]] SheetBlock rowBlock(const QString& title, const QJsonObject& row, const schema::Shape* shape) const;
    [[nodiscard]] QStringList orderedKeys(const QJsonObject& row, const schema::Shape* shape) const;
    [[nodiscard]] QString rowText(const QJsonObject& row, const schema::Shape* shape) const;
    [[nodiscard]] QString scalarText(const QString& id, const QJsonValue& value, const Field* field) const;
    [[nodiscard]] QString codeText(const QString& list, const QString& code) const;
    [[nodiscard]] QString labelOf(const QString& id, const Field* field) const;

    const records::RecordDetails& m_details;
    const session::Tables& m_tables;
    QString m_language;
    const schema::FormDefinition* m_form;
    std::vector<Field> m_borrowed; // of a kind without a form, in the order of its captions
    QHash<QString, QString> m_numbers; // field -> pattern of a reference that is read as one number
};

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

void Writer::borrowFields(const std::vector<domain::Caption>& captions)
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

const Field* Writer::fieldFor(const QString& id, const schema::Shape* shape) const
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

const Field* Writer::fieldOfForms(const QString& id) const
{
    for (const schema::FormDefinition* form : m_tables.forms.all()) {
        if (const Field* found = searchShape(form->root, id))
            return found;
    }
    return nullptr;
}

QString Writer::labelOf(const QString& id, const Field* field) const
{
    return field && !field->label.isEmpty() ? field->label.in(m_language) : prettyName(id);
}

QString Writer::codeText(const QString& list, const QString& code) const
{
    if (m_tables.stations.knows(code))
        return m_tables.stations.name(code, m_language);
    return m_tables.forms.codes().label(list, code).in(m_language);
}

QString Writer::scalarText(const QString& id, const QJsonValue& value, const Field* field) const
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

QString Writer::valueText(const QString& id, const QJsonValue& value, const Field* field) const
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

QStringList Writer::orderedKeys(const QJsonObject& row, const schema::Shape* shape) const
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

QString Writer::rowText(const QJsonObject& row, const schema::Shape* shape) const
{
    QStringList parts;
    for (const QString& key : orderedKeys(row, shape))
        parts.append(valueText(key, row.value(key), fieldFor(key, shape)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

SheetBlock Writer::rowBlock(const QString& title, const QJsonObject& row, const schema::Shape* shape) const
{
    SheetBlock block;
    block.title = title;
    block.nested = true;
    for (const QString& key : orderedKeys(row, shape)) {
        const Field* field = fieldFor(key, shape);
        const QString text = valueText(key, row.value(key), field);
        if (!text.isEmpty())
            block.lines.push_back({labelOf(key, field), text, {}});
    }
    return block;
}

void Writer::writeField(const QString& id, const schema::Shape* shape, SheetBlock& block,
                        std::vector<SheetBlock>& below)
{
    const QJsonValue value = m_details.record.payload.value(id);
    const QString source = m_details.fieldSources.value(id);
    const Field* field = fieldFor(id, shape);
    const QString label = labelOf(id, field);
    const schema::Shape* inner = field ? field->shape.get() : nullptr;
    if (!isNested(value)) {
        if (const QString text = valueText(id, value, field); !text.isEmpty())
            block.lines.push_back({label, text, source});
        return;
    }
    const QJsonArray rows = value.isObject() ? QJsonArray{value} : value.toArray();
    qsizetype widest = 0;
    for (const QJsonValue& row : rows)
        widest = std::max(widest, row.toObject().size());
    if (widest <= oneLineValues) {
        if (const QString text = valueText(id, value, field); !text.isEmpty())
            block.lines.push_back({label, text, source});
        return;
    }
    int number = 0;
    for (const QJsonValue& row : rows) {
        ++number;
        const QString title = rows.size() == 1 ? label : QStringLiteral("%1 %2").arg(label).arg(number);
        SheetBlock rowAsBlock = rowBlock(title, row.toObject(), inner);
        rowAsBlock.source = source;
        below.push_back(std::move(rowAsBlock));
    }
}

std::vector<SheetBlock> Writer::write()
{
    std::vector<SheetBlock> sheet;
    // The frame and the header say that a record is practice.
    QSet<QString> done{QStringLiteral("practice")};
    const auto add = [&](const QString& title, const QStringList& fields, const schema::Shape* shape) {
        SheetBlock block;
        block.title = title;
        std::vector<SheetBlock> below;
        for (const QString& id : fields) {
            if (done.contains(id) || !m_details.record.payload.contains(id))
                continue;
            done.insert(id);
            writeField(id, shape, block, below);
        }
        if (block.lines.empty() && below.empty())
            return;
        if (block.lines.empty() && below.front().title == title)
            below.front().nested = false; // one heading says it
        else
            sheet.push_back(std::move(block));
        for (SheetBlock& row : below)
            sheet.push_back(std::move(row));
    };
    if (m_form) {
        for (const schema::Section& section : m_form->sections)
            add(section.label.in(m_language), section.fields, &m_form->root);
    }
    QStringList borrowed;
    for (const Field& field : m_borrowed)
        borrowed.append(field.id);
    add(Words::tr("Details"), borrowed, nullptr);
    add(m_form || !borrowed.isEmpty() ? Words::tr("Other details") : Words::tr("Details"),
        m_details.record.payload.keys(), m_form ? &m_form->root : nullptr);
    return sheet;
}

} // namespace

std::vector<SheetBlock> sheetOf(const records::RecordDetails& details, const session::Tables& tables,
                                const QString& language)
{
    return Writer(details, tables, language).write();
}

QString fieldText(const records::RecordDetails& details, const QString& field, const session::Tables& tables,
                  const QString& language)
{
    const QJsonValue value = details.record.payload.value(field);
    if (value.isUndefined())
        return {};
    const Writer writer(details, tables, language);
    return writer.valueText(field, value, writer.fieldFor(field, nullptr));
}

} // namespace ekatra::ui
