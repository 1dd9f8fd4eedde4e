#include "search/QueryDates.h"

#include <QString>
#include <QStringList>

namespace ekatra::search {
namespace {

constexpr int earliestYear = 1900;
constexpr int latestYear = 2100;

QString plainDigits(QStringView text)
{
    QString plain;
    for (const QChar c : text.trimmed())
        plain += c.isDigit() ? QChar(u'0' + static_cast<char16_t>(c.digitValue())) : c;
    return plain;
}

bool isYear(int year)
{
    return year >= earliestYear && year <= latestYear;
}

// First and last day of a day, a month or a year.
std::optional<std::pair<QDate, QDate>> span(const QString& text)
{
    QString even = text;
    even.replace(u'/', u'-').replace(u'.', u'-');
    QList<int> parts;
    for (const QString& part : even.split(u'-')) {
        bool ok = false;
        parts << part.toInt(&ok);
        if (!ok || part.size() > 4)
            return std::nullopt;
    }
    if (parts.size() > 1 && isYear(parts.last()) && !isYear(parts.first()))
        std::reverse(parts.begin(), parts.end());
    if (parts.size() > 3 || !isYear(parts.first()))
        return std::nullopt;
    const QDate first(parts[0], parts.value(1, 1), parts.value(2, 1));
    if (!first.isValid())
        return std::nullopt;
    const QDate last = parts.size() == 1 ? QDate(parts[0], 12, 31)
        : parts.size() == 2              ? QDate(parts[0], parts[1], first.daysInMonth())
                                         : first;
    return std::pair{first, last};
}

} // namespace

std::optional<DayRange> dayRange(QStringView text)
{
    const QString plain = plainDigits(text);
    const qsizetype dots = plain.indexOf(QStringLiteral(".."));
    if (dots < 0) {
        const auto whole = span(plain);
        return whole ? std::optional(DayRange{whole->first, whole->second}) : std::nullopt;
    }
    DayRange range;
    const QString left = plain.left(dots).trimmed();
    const QString right = plain.mid(dots + 2).trimmed();
    const auto first = span(left);
    const auto last = span(right);
    if ((!left.isEmpty() && !first) || (!right.isEmpty() && !last) || (!first && !last))
        return std::nullopt;
    if (first && last && last->second < first->first)
        return DayRange{last->first, first->second};
    if (first)
        range.from = first->first;
    if (last)
        range.to = last->second;
    return range;
}

std::optional<std::pair<int, int>> yearRange(QStringView text)
{
    const auto days = dayRange(text);
    if (!days || !days->from || !days->to)
        return std::nullopt;
    return std::pair{days->from->year(), days->to->year()};
}

} // namespace ekatra::search
