#include "cli/PayloadText.h"

#include "cli/Times.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class PayloadWriter {
public:
    PayloadWriter(const schema::CodeLists& codes, const QString& language) : m_codes(codes), m_language(language) { }

    void fields(const schema::Shape& shape, const QJsonObject& values, int depth)
    {
        for (const schema::Field& field : shape.fields) {
            if (values.contains(field.id))
                entry(&field, field.label.in(m_language), values.value(field.id), depth);
        }
        // What the form does not know is still the record's.
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (!shape.field(value.key()))
                entry(nullptr, value.key(), *value, depth);
        }
    }

    void plain(const QJsonObject& values, int depth)
    {
        for (auto value = values.begin(); value != values.end(); ++value)
            entry(nullptr, value.key(), *value, depth);
    }

    QStringList lines;

private:
    void entry(const schema::Field* field, const QString& label, const QJsonValue& value, int depth)
    {
        if (value.isObject()) {
            line(label + u':', depth);
            inside(field, value.toObject(), depth + 1);
            return;
        }
        if (!value.isArray())
            return line(label + u": "_s + text(field, value), depth);
        const QJsonArray list = value.toArray();
        int number = 0;
        QStringList words;
        for (const QJsonValue& item : list) {
            if (!item.isObject()) {
                words.append(text(field, item));
                continue;
            }
            line(label + u' ' + QString::number(++number) + u':', depth);
            inside(field, item.toObject(), depth + 1);
        }
        if (!words.isEmpty())
            line(label + u": "_s + words.join(u", "_s), depth);
    }

    void inside(const schema::Field* field, const QJsonObject& values, int depth)
    {
        if (field && field->shape)
            fields(*field->shape, values, depth);
        else
            plain(values, depth);
    }

    QString text(const schema::Field* field, const QJsonValue& value) const
    {
        if (field && value.isString()) {
            if (field->type == schema::FieldType::Code || field->type == schema::FieldType::Codes)
                return m_codes.label(field->codeList, value.toString()).in(m_language);
            if (field->type == schema::FieldType::DateTime)
                return orAsWritten(humanTime(QDateTime::fromString(value.toString(), Qt::ISODate)), value);
            if (field->type == schema::FieldType::Date)
                return orAsWritten(humanDate(QDate::fromString(value.toString(), Qt::ISODate)), value);
        }
        if (field && field->type == schema::FieldType::Money && value.isDouble()) {
            const qint64 paise = value.toInteger();
            return u"₹ "_s + grouped(paise / 100) + u'.' + QString::number(qAbs(paise % 100)).rightJustified(2, u'0');
        }
        if (value.isBool())
            return m_language == "hi"_L1 ? (value.toBool() ? u"हां"_s : u"नहीं"_s)
                                         : (value.toBool() ? u"yes"_s : u"no"_s);
        return value.toVariant().toString();
    }

    static QString orAsWritten(const QString& read, const QJsonValue& value)
    {
        return read.isEmpty() ? value.toString() : read;
    }

    void line(const QString& text, int depth) { lines.append(QString(depth * 2, u' ') + text); }

    const schema::CodeLists& m_codes;
    const QString& m_language;
};

} // namespace

QStringList payloadLines(const schema::FormRegistry& forms, const QString& kind, const QJsonObject& payload,
                         const QString& language)
{
    PayloadWriter writer(forms.codes(), language);
    if (const schema::FormDefinition* form = forms.find(kind))
        writer.fields(form->root, payload, 0);
    else
        writer.plain(payload, 0);
    return std::move(writer.lines);
}

QString fieldCaption(const schema::FormRegistry& forms, const QString& kind, const QString& path,
                     const QString& language)
{
    const schema::FormDefinition* const form = forms.find(kind);
    const schema::Shape* shape = form ? &form->root : nullptr;
    QStringList captions;
    for (const QString& part : path.split(u'/')) {
        bool isRow = false;
        if (const int row = part.toInt(&isRow); isRow && !captions.isEmpty()) {
            captions.last() += u' ' + QString::number(row + 1);
            continue;
        }
        const schema::Field* const field = shape ? shape->field(part) : nullptr;
        if (!field)
            return path;
        captions.append(field->label.in(language));
        shape = field->shape.get();
    }
    return captions.join(u", "_s);
}

} // namespace ekatra::cli
