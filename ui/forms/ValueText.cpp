#include "forms/ValueText.h"

#include "domain/Identifiers.h"
#include "forms/Values.h"
#include "models/Format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace ekatra::ui {

namespace {

using schema::Field;
using schema::FieldType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::ValueText)
};

constexpr int century = 100;
const QString offset = QStringLiteral("+05:30");

// Of two digits: the century in which the day is not far ahead.
int wholeYear(int year, QDate today)
{
    if (year >= century)
        return year;
    const int thisCentury = today.year() / century * century + year;
    return thisCentury > today.year() + 1 ? thisCentury - century : thisCentury;
}

std::optional<QDate> namedDay(const QString& word, QDate today)
{
    struct Day {
        const char* name;
        int days;
    };
    // कल and परसों are yesterday and the day before: papers speak of what happened.
    static constexpr Day days[] = {{"आज", 0},         {"today", 0}, {"aaj", 0},   {"कल", -1},    {"kal", -1},
                                   {"yesterday", -1}, {"परसों", -2}, {"परसो", -2}, {"parson", -2}};
    for (const Day& day : days)
        if (word == QString::fromUtf8(day.name))
            return today.addDays(day.days);
    return std::nullopt;
}

std::optional<QDate> dayIn(const QString& typed, QDate today)
{
    static const QRegularExpression parted(
        QStringLiteral("^(\\d{1,2})\\s*[-./ ]\\s*(\\d{1,2})(?:\\s*[-./ ]\\s*(\\d{2}|\\d{4}))?$"));
    static const QRegularExpression joined(QStringLiteral("^(\\d{2})(\\d{2})(\\d{2}|\\d{4})$"));
    const QString text = domain::asciiDigits(typed).trimmed().toLower();
    if (const auto day = namedDay(text, today))
        return day;
    if (const auto day = forms::readDate(text))
        return day;
    auto match = parted.match(text);
    if (!match.hasMatch())
        match = joined.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool yearless = match.captured(3).isEmpty();
    int year = yearless ? today.year() : wholeYear(match.captured(3).toInt(), today);
    const QDate day(year, match.captured(2).toInt(), match.captured(1).toInt());
    if (!day.isValid())
        return std::nullopt;
    return yearless && day > today ? day.addYears(-1) : day;
}

// "20:00", "2000", "8.30", "8 pm", "8:30 बजे"; minutes since midnight, 1440 for 24:00.
std::optional<int> clockIn(const QString& typed)
{
    static const QRegularExpression shape(QStringLiteral(
        "^(\\d{1,2})(?:\\s*[:.]\\s*(\\d{2})(?::\\d{2})?|(\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.|बजे|hrs|h)?$"));
    const auto match = shape.match(domain::asciiDigits(typed).trimmed().toLower());
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    const int minute = match.captured(2).isEmpty() ? match.captured(3).toInt() : match.captured(2).toInt();
    const QString half = match.captured(4).left(1);
    if (half == u"p" && hour < 12)
        hour += 12;
    else if (half == u"a" && hour == 12)
        hour = 0;
    if (minute > 59 || hour > 24 || (hour == 24 && minute != 0))
        return std::nullopt;
    return hour * 60 + minute;
}

QString clockText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString momentAt(QDate day, int minutes)
{
    return day.addDays(minutes / 1440).toString(Qt::ISODate) + QLatin1Char('T') + clockText(minutes % 1440)
        + QStringLiteral(":00") + offset;
}

bool isNow(const QString& text)
{
    return text == u"now" || text == QStringLiteral("अब") || text == QStringLiteral("अभी") || text == u"abhi";
}

// "14/7/24 10:20", "140724 1020", "आज 10:20", "10:20" (of today), "अब".
QJsonValue momentIn(const QString& typed, const QDateTime& now)
{
    const QString text = domain::asciiDigits(typed).simplified().toLower();
    if (isNow(text))
        return momentAt(now.date(), now.time().hour() * 60 + now.time().minute());
    // The day reaches as far as it can: "14 7 24 10:20".
    for (qsizetype cut = text.lastIndexOf(QLatin1Char(' ')); cut > 0;
         cut = text.lastIndexOf(QLatin1Char(' '), cut - 1)) {
        const auto day = dayIn(text.left(cut), now.date());
        const auto clock = clockIn(text.mid(cut + 1));
        if (day && clock)
            return momentAt(*day, *clock);
    }
    if (const auto clock = clockIn(text); clock && (text.contains(u':') || text.contains(QStringLiteral("बजे"))))
        return momentAt(now.date(), *clock);
    return typed;
}

double wordsWorth(const QString& word)
{
    if (word == QStringLiteral("लाख") || word.startsWith(u"lakh") || word.startsWith(u"lac"))
        return 1e5;
    if (word == QStringLiteral("करोड़") || word == QStringLiteral("करोड") || word.startsWith(u"cr"))
        return 1e7;
    if (word == QStringLiteral("हजार") || word == QStringLiteral("हज़ार") || word.startsWith(u"th") || word == u"k")
        return 1e3;
    return 1;
}

QJsonValue moneyIn(const QString& typed)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:rs\\.?|₹|रु\\.?|रुपये)?\\s*(-?[\\d,]+(?:\\.\\d+)?)\\s*"
                       "(लाख|lakhs?|lacs?|करोड़|करोड|crores?|cr|हजार|हज़ार|thousand|k)?\\s*(?:रुपये|रु\\.?|rs\\.?|/-)?$"));
    const auto match = shape.match(domain::asciiDigits(typed).trimmed().toLower());
    bool fits = false;
    const double number = match.captured(1).remove(QLatin1Char(',')).toDouble(&fits);
    return match.hasMatch() && fits ? QJsonValue(std::round(number * wordsWorth(match.captured(2)) * century))
                                    : QJsonValue(typed);
}

QJsonValue numberIn(const QString& typed)
{
    bool fits = false;
    const double number = domain::asciiDigits(typed).trimmed().remove(QLatin1Char(',')).toDouble(&fits);
    return fits && std::isfinite(number) ? QJsonValue(number) : QJsonValue(typed);
}

QString numberText(double number)
{
    const bool whole = std::floor(number) == number && std::abs(number) < 1e15;
    return whole ? QString::number(static_cast<qint64>(number)) : QString::number(number, 'g', 12);
}

} // namespace

QJsonValue readValue(const Field& field, const QString& text, const QDateTime& now)
{
    if (text.trimmed().isEmpty())
        return QJsonValue::Undefined;
    switch (field.type) {
    case FieldType::Date: {
        const auto day = dayIn(text, now.date());
        return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue(text);
    }
    case FieldType::Time: {
        const QString word = text.trimmed().toLower();
        const auto clock = isNow(word) ? now.time().hour() * 60 + now.time().minute() : clockIn(word);
        return clock ? QJsonValue(clockText(*clock)) : QJsonValue(text);
    }
    case FieldType::DateTime:
        return momentIn(text, now);
    case FieldType::Int:
    case FieldType::Num:
        return numberIn(text);
    case FieldType::Money:
        return moneyIn(text);
    default:
        return text;
    }
}

QString shownValue(const Field& field, const QJsonValue& value)
{
    if (value.isDouble()) {
        if (field.type != FieldType::Money)
            return numberText(value.toDouble());
        const qint64 paise = value.toInteger();
        const QString rupees = grouped(std::abs(paise) / century);
        const qint64 rest = std::abs(paise) % century;
        return (paise < 0 ? QStringLiteral("-") : QString()) + rupees
            + (rest ? QStringLiteral(".%1").arg(rest, 2, 10, QLatin1Char('0')) : QString());
    }
    const QString text = value.toString();
    if (field.type == FieldType::Date) {
        const auto day = forms::readDate(text);
        return day ? dateText(*day) : text;
    }
    if (field.type == FieldType::DateTime) {
        const auto second = forms::readDateTime(text);
        return second ? momentText(*second) : text;
    }
    return text;
}

QString typingHint(const Field& field)
{
    switch (field.type) {
    case FieldType::Date:
        return Words::tr("dd/mm/yyyy");
    case FieldType::Time:
        return Words::tr("hh:mm");
    case FieldType::DateTime:
        return Words::tr("dd/mm/yyyy hh:mm");
    default:
        return {};
    }
}

} // namespace ekatra::ui
