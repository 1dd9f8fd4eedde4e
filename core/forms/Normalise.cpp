#include "forms/Normalise.h"

#include "base/Clock.h"
#include "forms/Tidy.h"
#include "forms/Values.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace ekatra::forms {

using schema::Field;
using schema::FieldType;

namespace {

// Marks that show nothing and come along in copied text.
bool invisible(QChar c)
{
    return c == QChar(0xfeff) || c == QChar(0x200e) || c == QChar(0x200f) || c == QChar(0x061c);
}

QString cleanText(const QString& text, bool severalLines)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (invisible(c))
            continue;
        if (c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            out += severalLines ? u'\n' : u' ';
        } else if (c == u'\n' || c == u'\t') {
            out += severalLines ? c : QChar(u' ');
        } else {
            out += c == QChar(0x00a0) ? QChar(u' ') : c;
        }
    }
    return domain::maskAadhaar(out.normalized(QString::NormalizationForm_C).trimmed());
}

// "14/07/2024", "14-07-2024" and "14.07.2024" as well: the order in which this product shows a day.
QString isoDate(const QString& typed)
{
    static const QRegularExpression shown(QStringLiteral("^(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})$"));
    const QString text = domain::asciiDigits(typed).trimmed();
    const auto match = shown.match(text);
    if (!match.hasMatch())
        return text;
    return QStringLiteral("%1-%2-%3")
        .arg(match.captured(3), match.captured(2).rightJustified(2, u'0'), match.captured(1).rightJustified(2, u'0'));
}

QString isoTime(const QString& typed)
{
    static const QRegularExpression shown(QStringLiteral("^(\\d{1,2})[:.](\\d{2})(?::\\d{2})?\\s*(?:बजे|hrs|घंटे)?$"));
    const QString text = domain::asciiDigits(typed).trimmed();
    const auto match = shown.match(text);
    return match.hasMatch() ? match.captured(1).rightJustified(2, u'0') + QLatin1Char(':') + match.captured(2) : text;
}

QString isoDateTime(const QString& typed)
{
    static const QRegularExpression shown(QStringLiteral("^(\\S{8,10})[ T](\\d{1,2}:\\d{2})(:\\d{2})?(\\S*)$"));
    QString text = domain::asciiDigits(typed).trimmed();
    if (const auto match = shown.match(text); match.hasMatch()) {
        const QString zone = match.captured(4).isEmpty() ? QStringLiteral("+05:30") : match.captured(4);
        const QString seconds = match.captured(3).isEmpty() ? QStringLiteral(":00") : match.captured(3);
        QString date = isoDate(match.captured(1));
        QString time = isoTime(match.captured(2));
        if (const auto day = readDate(date); day && time == endOfDay) {
            date = day->addDays(1).toString(Qt::ISODate);
            time = startOfDay;
        }
        text = date + QLatin1Char('T') + time + seconds + zone;
    }
    const auto second = readDateTime(text);
    if (!second)
        return text;
    const QDateTime ist = QDateTime::fromSecsSinceEpoch(*second, Qt::OffsetFromUTC, base::Clock::istOffsetSeconds);
    return ist.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss")) + QStringLiteral("+05:30");
}

QJsonValue numberIn(const QString& typed, FieldType type)
{
    static const QRegularExpression rupees(QStringLiteral("(?:^(?:rs\\.?|₹|रु\\.?)\\s*)|(?:\\s*/-\\s*$)|,"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString text = domain::asciiDigits(typed).trimmed();
    if (type == FieldType::Money)
        text.remove(rupees);
    bool fits = false;
    const double number = text.toDouble(&fits);
    if (!fits)
        return typed;
    return type == FieldType::Money ? std::round(number * 100) : number;
}

QString identifierIn(const Field& field, const QString& typed, const QJsonObject& row)
{
    std::optional<domain::IdKind> kind = field.format;
    const QString chosen = field.formatBy.isEmpty() ? QString() : row.value(field.formatBy).toString();
    for (const auto& [code, format] : field.formats)
        if (code == chosen)
            kind = format;
    const QString text = cleanText(typed, false);
    if (!kind)
        return text;
    const domain::IdCheck check = domain::checkId(*kind, text);
    if (check.verdict != domain::IdVerdict::Wrong || *kind == domain::IdKind::Aadhaar)
        return check.value;
    // Cut to its last digits a wrong number would look right: the mark keeps the error.
    if (*kind == domain::IdKind::UidLast4 && wrongAadhaar(text))
        return wrongAadhaarMark + check.value.last(std::min<qsizetype>(4, check.value.size()));
    return domain::asciiDigits(text);
}

QJsonValue normalisedList(const Field& field, const QJsonArray& list)
{
    QJsonArray out;
    for (const QJsonValue& entry : list) {
        QJsonValue kept = entry;
        if (field.type == FieldType::Groups && entry.isObject())
            kept = normalisedRow(*field.shape, entry.toObject());
        else if (field.type == FieldType::Texts && entry.isString())
            kept = cleanText(entry.toString(), false);
        else if (field.type == FieldType::Codes && entry.isString())
            kept = entry.toString().trimmed();
        const bool empty = kept.isNull() || (kept.isString() && kept.toString().isEmpty())
            || (kept.isObject() && kept.toObject().isEmpty());
        if (!empty)
            out.append(kept);
    }
    return out;
}

QJsonObject normalisedMap(QJsonObject map)
{
    for (auto it = map.begin(); it != map.end(); ++it)
        if (it->isString())
            *it = cleanText(it->toString(), false);
    return map;
}

QJsonValue normalised(const Field& field, const QJsonValue& value, const QJsonObject& row)
{
    if (field.type == FieldType::Map && field.maxLength > 0)
        return value.isObject() ? QJsonValue(normalisedMap(value.toObject())) : value;
    if (field.type == FieldType::Group)
        return value.isObject() ? QJsonValue(normalisedRow(*field.shape, value.toObject())) : value;
    if (value.isArray())
        return normalisedList(field, value.toArray());
    if (!value.isString())
        return value;
    const QString text = value.toString();
    switch (field.type) {
    case FieldType::Text:
        return cleanText(text, false);
    case FieldType::Long:
        return cleanText(text, true);
    case FieldType::Date:
        return isoDate(text);
    case FieldType::Time:
        return isoTime(text);
    case FieldType::DateTime:
        return isoDateTime(text);
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Money:
        return numberIn(text, field.type);
    case FieldType::Id:
        return identifierIn(field, text, row);
    case FieldType::Code:
        return text.trimmed();
    case FieldType::Bool:
    case FieldType::Texts:
    case FieldType::Codes:
    case FieldType::Group:
    case FieldType::Groups:
    case FieldType::Map:
        return value;
    }
    return value;
}

} // namespace

QJsonObject normalisedRow(const schema::Shape& shape, const QJsonObject& row)
{
    QJsonObject out;
    for (auto it = row.begin(); it != row.end(); ++it) {
        const Field* field = shape.field(it.key());
        const QJsonValue value = field ? normalised(*field, it.value(), row) : it.value();
        const bool empty = value.isNull() || (value.isString() && value.toString().isEmpty())
            || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
        if (!empty)
            out.insert(it.key(), value);
    }
    return tidied(shape, std::move(out));
}

} // namespace ekatra::forms
