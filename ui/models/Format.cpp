#include "models/Format.h"

#include "base/Clock.h"

#include <QCoreApplication>

namespace ekatra::ui {

namespace {

const QChar dash(0x2014);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::Format)
};

} // namespace

QString dateText(const QDate& date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString(dash);
}

QString momentText(const QDateTime& moment)
{
    return moment.isValid()
        ? moment.toOffsetFromUtc(base::Clock::istOffsetSeconds).toString(QStringLiteral("dd/MM/yyyy HH:mm"))
        : QString(dash);
}

QString momentText(qint64 unixSeconds)
{
    return unixSeconds > 0 ? momentText(QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC)) : QString(dash);
}

QString grouped(qint64 number)
{
    QString digits = QString::number(qAbs(number));
    // The last three together, then by twos.
    for (qsizetype at = digits.size() - 3; at > 0; at -= 2)
        digits.insert(at, QLatin1Char(','));
    return number < 0 ? QLatin1Char('-') + digits : digits;
}

QString moneyText(qint64 paise)
{
    const qint64 rest = qAbs(paise % 100);
    QString text = QChar(0x20B9) + QString(QChar(0x00A0)) + grouped(paise / 100);
    if (rest > 0)
        text += QStringLiteral(".%1").arg(rest, 2, 10, QLatin1Char('0'));
    return text;
}

QString countText(int count, bool capped)
{
    return capped ? grouped(count) + QLatin1Char('+') : grouped(count);
}

QString sourceText(const QString& sourceId)
{
    constexpr int longestAbbreviation = 5;
    return sourceId.size() <= longestAbbreviation ? sourceId.toUpper() : sourceId;
}

QString sourcesText(const QStringList& sourceIds)
{
    if (sourceIds.isEmpty())
        return Words::tr("Here");
    return sourceIds.size() == 1
        ? sourceText(sourceIds.first())
        : QStringLiteral("%1 +%2").arg(sourceText(sourceIds.first())).arg(sourceIds.size() - 1);
}

QString kindText(const domain::KindTable& kinds, const QString& kind, const QString& language)
{
    const domain::Kind* known = kinds.find(kind);
    if (!known)
        return prettyName(kind);
    return language == QLatin1String("hi") ? known->titleHi : known->titleEn;
}

QString kindsText(const domain::KindTable& kinds, const QString& kind, const QString& language)
{
    const domain::Kind* known = kinds.find(kind);
    if (!known)
        return prettyName(kind);
    return language == QLatin1String("hi") ? known->pluralHi : known->pluralEn;
}

QString kindIcon(const domain::KindTable& kinds, const QString& kind)
{
    const domain::Kind* known = kinds.find(kind);
    return known && !known->icon.isEmpty() ? known->icon : QStringLiteral("fir");
}

QString stationText(const domain::Stations& stations, const QString& code, const QString& language)
{
    const QString word = QStringLiteral("थाना ");
    const QString name = stations.name(code, language);
    return name.startsWith(word) ? name.mid(word.size()) : name;
}

QString stateText(domain::RecordState state)
{
    switch (state) {
    case domain::RecordState::Held:
        return {};
    case domain::RecordState::Draft:
        return Words::tr("Draft");
    case domain::RecordState::Ready:
        return Words::tr("Waiting to be sent");
    case domain::RecordState::Accepted:
        return Words::tr("Accepted by the centre");
    case domain::RecordState::Rejected:
        return Words::tr("Refused by the centre");
    case domain::RecordState::Conflicted:
        return Words::tr("Changed here and at the centre");
    }
    return {};
}

QString stateIcon(domain::RecordState state)
{
    switch (state) {
    case domain::RecordState::Held:
        return {};
    case domain::RecordState::Draft:
        return QStringLiteral("edit");
    case domain::RecordState::Ready:
        return QStringLiteral("send");
    case domain::RecordState::Accepted:
        return QStringLiteral("ok");
    case domain::RecordState::Rejected:
        return QStringLiteral("error");
    case domain::RecordState::Conflicted:
        return QStringLiteral("conflict");
    }
    return {};
}

QString prettyName(const QString& fieldId)
{
    QString text = fieldId;
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace ekatra::ui
