#include "cli/Times.h"

#include "base/Clock.h"

#include <QRegularExpression>

#include <array>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime ist(const QDateTime& time)
{
    return time.toOffsetFromUtc(base::Clock::istOffsetSeconds);
}

QDateTime fromMilliseconds(qint64 count)
{
    return count == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(count, Qt::UTC);
}

} // namespace

QJsonValue jsonTime(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(ist(time).toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue jsonSeconds(qint64 unixSeconds)
{
    return jsonTime(fromMilliseconds(unixSeconds * 1000));
}

QJsonValue jsonMilliseconds(qint64 unixMilliseconds)
{
    return jsonTime(fromMilliseconds(unixMilliseconds));
}

QJsonValue jsonDate(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QString humanTime(const QDateTime& time)
{
    return time.isValid() ? ist(time).toString(u"dd/MM/yyyy HH:mm"_s) : QString();
}

QString humanSeconds(qint64 unixSeconds)
{
    return humanTime(fromMilliseconds(unixSeconds * 1000));
}

QString humanMilliseconds(qint64 unixMilliseconds)
{
    return humanTime(fromMilliseconds(unixMilliseconds));
}

QString humanDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy"_s) : QString();
}

QString grouped(qint64 number)
{
    QString digits = QString::number(qAbs(number));
    // The last three digits, then twos.
    for (qsizetype at = digits.size() - 3; at > 0; at -= 2)
        digits.insert(at, u',');
    return number < 0 ? u'-' + digits : digits;
}

QString humanBytes(qint64 bytes)
{
    constexpr std::array units{"kB", "MB", "GB", "TB"};
    if (bytes < 1000)
        return QString::number(bytes) + u" B"_s;
    double amount = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (amount >= 1000 && unit + 1 < units.size()) {
        amount /= 1000;
        ++unit;
    }
    return QString::number(amount, 'f', 1) + u' ' + QLatin1StringView(units.at(unit));
}

std::optional<std::chrono::seconds> durationFrom(const QString& text)
{
    static const QRegularExpression form(u"\\A([1-9][0-9]{0,5})(s|m|h|d)\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    const QChar unit = match.captured(2).at(0);
    const qint64 seconds = unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 3600 : 86'400;
    return std::chrono::seconds{count * seconds};
}

} // namespace ekatra::cli
