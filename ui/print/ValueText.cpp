#include "print/ValueText.h"

#include "base/Clock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;
using schema::FieldType;

const QString dayFormat = u"dd/MM/yyyy"_s;

QString grouped(qint64 number)
{
    QString digits = QString::number(qAbs(number));
    // The last three together, then by twos.
    for (qsizetype at = digits.size() - 3; at > 0; at -= 2)
        digits.insert(at, u',');
    return digits;
}

QString rupees(qint64 paise)
{
    return (paise < 0 ? u"-"_s : QString()) + grouped(paise / 100) + u".%1"_s.arg(qAbs(paise % 100), 2, 10, '0'_L1);
}

// A date or moment in the form of papers; anything else as it stands.
QString dated(const QString& text)
{
    constexpr qsizetype dayLength = 10;
    if (text.size() < dayLength)
        return text;
    const QDate day = QDate::fromString(text.left(dayLength), Qt::ISODate);
    if (!day.isValid())
        return text;
    if (text.size() == dayLength)
        return day.toString(dayFormat);
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || text[dayLength] != u'T')
        return text;
    const bool local = moment.timeSpec() == Qt::LocalTime; // no offset written: Indian time
    return (local ? moment : moment.toOffsetFromUtc(base::Clock::istOffsetSeconds)).toString(dayFormat + u" HH:mm"_s);
}

} // namespace

Bilingual ValueText::labelOf(const Entry& entry)
{
    if (entry.field && !entry.field->label.isEmpty())
        return entry.field->label;
    QString text = entry.key;
    text.replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return {text, text};
}

bool ValueText::needsName(const Entry& entry)
{
    if (!entry.field)
        return true;
    switch (entry.field->type) {
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Texts:
    case FieldType::Code:
    case FieldType::Codes:
        return false;
    case FieldType::Date:
    case FieldType::Time:
    case FieldType::DateTime:
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Money:
    case FieldType::Bool:
    case FieldType::Group:
    case FieldType::Groups:
    case FieldType::Id:
    case FieldType::Map:
        return true;
    }
    Q_UNREACHABLE();
}

QString ValueText::coded(const QString& list, const QString& code) const
{
    const schema::CodeList* known = m_tables.forms.codes().list(list);
    if (known && known->value(code))
        return m_tables.forms.codes().label(list, code).in(m_language);
    if (!m_tables.stations.knows(code))
        return code;
    const QString word = u"थाना "_s; // the label says it already
    const QString name = m_tables.stations.name(code, m_language);
    return name.startsWith(word) ? name.mid(word.size()) : name;
}

QString ValueText::number(double value, const Entry& entry) const
{
    if (entry.field && entry.field->type == FieldType::Money)
        return rupees(static_cast<qint64>(value));
    QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    constexpr double exact = 9007199254740992.0;
    if (value == std::trunc(value) && std::abs(value) < exact)
        text = QString::number(static_cast<qint64>(value));
    return entry.field && !entry.field->unit.isEmpty() ? text + u' ' + in(entry.field->unit) : text;
}

QString ValueText::scalar(const QJsonValue& value, const Entry& entry) const
{
    if (value.isBool())
        return in(value.toBool() ? m_words.yes : m_words.no);
    if (value.isDouble())
        return number(value.toDouble(), entry);
    const QString text = value.toString();
    if (!entry.field)
        return entry.key.endsWith("ps_code"_L1) ? coded({}, text) : text;
    switch (entry.field->type) {
    case FieldType::Code:
    case FieldType::Codes:
        return coded(entry.field->codeList, text);
    case FieldType::Date:
    case FieldType::DateTime:
        return dated(text);
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Texts:
    case FieldType::Time:
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Money:
    case FieldType::Bool:
    case FieldType::Group:
    case FieldType::Groups:
    case FieldType::Id:
    case FieldType::Map:
        return text;
    }
    Q_UNREACHABLE();
}

QString ValueText::group(const Row& row, const Entries& entries, const QStringList& omit) const
{
    QStringList parts;
    for (const Entry& entry : entries.all(row)) {
        if (omit.contains(entry.key))
            continue;
        const QString value = text(entry, entries);
        if (!value.isEmpty())
            parts.append(needsName(entry) ? in(labelOf(entry)) + u": "_s + value : value);
    }
    return parts.join(u", "_s);
}

QString ValueText::text(const Entry& entry, const Entries& entries, const QStringList& omit) const
{
    if (entry.value.isObject())
        return group({entry.value.toObject(), entry.pointer, entry.field ? entry.field->shape.get() : nullptr}, entries,
                     omit);
    if (!entry.value.isArray())
        return scalar(entry.value, entry);
    QStringList parts;
    bool anyGroup = false;
    for (const QJsonValue& value : entry.value.toArray()) {
        anyGroup = anyGroup || value.isObject();
        parts.append(value.isObject() || value.isArray() ? text({value, entry.key, entry.pointer, entry.field}, entries)
                                                         : scalar(value, entry));
    }
    parts.removeAll(QString());
    return parts.join(anyGroup ? u"; "_s : u", "_s);
}

QString ValueText::padded(const Entry& entry, int digits) const
{
    constexpr int base = 10;
    return u"%1"_s.arg(entry.value.toInteger(), digits, base, '0'_L1);
}

} // namespace ekatra::print
