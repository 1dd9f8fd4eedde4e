#include "forms/Values.h"

#include "base/Clock.h"

#include <QChar>

namespace ekatra::forms {

namespace {

constexpr qint64 daySeconds = 86400;
const qint64 epochDay = QDate(1970, 1, 1).toJulianDay();

// The number that `count` digits at `from` make; -1 when they are not all digits.
int number(QStringView text, qsizetype from, qsizetype count)
{
    if (from + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    return value;
}

// Embeddings, overrides and isolates can make a text read other than it is stored; plain direction marks cannot.
bool bidiControl(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool control(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t' && c != u'\r') || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029
        || c >= 0xfffe;
}

} // namespace

std::optional<QDate> readDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const int year = number(text, 0, 4);
    const int month = number(text, 5, 2);
    const int day = number(text, 8, 2);
    if (year < 1 || month < 1 || day < 1 || !QDate::isValid(year, month, day))
        return std::nullopt;
    return QDate(year, month, day);
}

std::optional<int> readTime(QStringView text)
{
    if (text.size() != 5 || text[2] != u':')
        return std::nullopt;
    const int hour = number(text, 0, 2);
    const int minute = number(text, 3, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return hour * 60 + minute;
}

std::optional<qint64> readDateTime(QStringView text)
{
    if (text.size() < 17 || text[10] != u'T')
        return std::nullopt;
    const auto date = readDate(text.first(10));
    const auto time = readTime(text.sliced(11, 5));
    if (!date || !time)
        return std::nullopt;
    qsizetype at = 16;
    int second = 0;
    if (text[at] == u':') {
        second = number(text, at + 1, 2);
        at += 3;
        if (second < 0 || second > 59 || at >= text.size())
            return std::nullopt;
        if (text[at] == u'.')
            for (++at; at < text.size() && text[at] >= u'0' && text[at] <= u'9';)
                ++at;
    }
    const QStringView zone = text.sliced(at);
    int offset = 0;
    if (zone.size() == 6 && (zone[0] == u'+' || zone[0] == u'-')) {
        const auto minutes = readTime(zone.sliced(1));
        if (!minutes)
            return std::nullopt;
        offset = (zone[0] == u'+' ? 1 : -1) * *minutes * 60;
    } else if (zone != u"Z") {
        return std::nullopt;
    }
    return (date->toJulianDay() - epochDay) * daySeconds + qint64{*time} * 60 + second - offset;
}

Span dayOf(QDate date)
{
    const qint64 first = (date.toJulianDay() - epochDay) * daySeconds - base::Clock::istOffsetSeconds;
    return {first, first + daySeconds - 1};
}

Span minuteOf(QDate date, int minute)
{
    const qint64 first = dayOf(date).first + qint64{minute} * 60;
    return {first, first + 59};
}

QDate istDate(qint64 second)
{
    const qint64 local = second + base::Clock::istOffsetSeconds;
    const qint64 day = local >= 0 ? local / daySeconds : -((-local + daySeconds - 1) / daySeconds);
    return QDate::fromJulianDay(epochDay + day);
}

TextFacts lookAt(QStringView text)
{
    TextFacts facts;
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        ++facts.codePoints;
        if (c >= u'0' && c <= u'9') {
            ++digits;
        } else if (c < 0x20 || c >= 0x7f) {
            if (c == u'\n' || c == u'\r')
                facts.lineBreak = true;
            if (c >= 0x0966 && c <= 0x096f) {
                ++digits;
            } else if (c >= 0xd800 && c <= 0xdfff) {
                const bool pair =
                    QChar::isHighSurrogate(c) && i + 1 < text.size() && QChar::isLowSurrogate(text[i + 1].unicode());
                if (pair)
                    ++i;
                else if (!facts.refused)
                    facts.refused = c;
            } else if (!facts.refused && (control(c) || bidiControl(c))) {
                facts.refused = c;
            }
        }
    }
    facts.manyDigits = digits >= 12;
    return facts;
}

bool wrongAadhaar(QStringView text)
{
    if (text.startsWith(wrongAadhaarMark))
        return true;
    qsizetype digits = 0;
    for (const QChar c : text)
        digits += c.isDigit() ? 1 : 0;
    return digits >= 8; // a digit or two left out or mistyped are no reason to keep the rest
}

} // namespace ekatra::forms
