#include "sync/SyncWords.h"

#include "base/Clock.h"
#include "models/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ekatra::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::SyncWords)
};

constexpr qint64 kilo = 1024;

QString bytesText(qint64 bytes)
{
    if (bytes < kilo * kilo)
        return QStringLiteral("%1 KB").arg((bytes + kilo - 1) / kilo);
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / (kilo * kilo), 0, 'f', 1);
}

QString leftText(int seconds)
{
    if (seconds < 0)
        return {};
    return seconds < 100 ? Words::tr("%1 s").arg(seconds) : Words::tr("%1 min").arg((seconds + 59) / 60);
}

QString readingText(const session::SourceState& source, const Context& context)
{
    if (source.toSend > 0)
        return Words::tr("Sending: %1 of %2 done").arg(source.sent).arg(source.toSend);
    const QString what = source.kind.isEmpty()
        ? Words::tr("Reading what changed")
        : Words::tr("Reading: %1").arg(kindsText(context.tables.kinds, source.kind, context.language.code()));
    if (source.share < 0)
        return what;
    return QStringLiteral("%1, %2 %").arg(what).arg(static_cast<int>(std::min(source.share, 1.0) * 100));
}

TableCell stateCell(const session::SourceState& source, const Context& context)
{
    if (source.running)
        return {readingText(source, context), QStringLiteral("sync"), Colour::Accent};
    if (source.paused)
        return {Words::tr("Paused"), QStringLiteral("pause")};
    if (source.failure && source.failure->code == QLatin1String("sync.cancelled"))
        return {Words::tr("Stopped before the end"), QStringLiteral("warning"), Colour::Warn};
    if (source.failure) {
        const QString why = context.messages.text(*source.failure, context.language.code()).message;
        return {why, source.passes ? QStringLiteral("offline") : QStringLiteral("error"),
                source.passes ? Colour::Warn : Colour::Bad};
    }
    if (!source.lastRun.isValid())
        return {Words::tr("Never read"), QStringLiteral("clock")};
    if (source.setAside > 0)
        return {Words::tr("Up to date, %1 rows set aside").arg(grouped(source.setAside)), QStringLiteral("warning"),
                Colour::Warn};
    return {Words::tr("Up to date"), QStringLiteral("ok"), Colour::Good};
}

// Zeros are quiet.
TableCell countCell(qint64 count, bool warns = false)
{
    TableCell cell{grouped(count)};
    cell.ink = count == 0 ? Colour::Text2 : warns ? Colour::Warn : Colour::Text;
    cell.bold = warns && count > 0;
    return cell;
}

std::vector<TableAct> actsOf(const session::SourceState& source, bool anyRuns)
{
    if (source.running)
        return {{QStringLiteral("stop"), Words::tr("Stop")}};
    if (source.paused)
        return {{QStringLiteral("resume"), Words::tr("Resume")}};
    const TableAct pause{QStringLiteral("pause"), Words::tr("Pause")};
    if (anyRuns)
        return {pause};
    return {{QStringLiteral("run"), Words::tr("Run now")}, pause};
}

} // namespace

QString sourceTitle(const session::SourceState& source, const Context& context)
{
    const QString& title = context.language.isHindi() ? source.titleHi : source.titleEn;
    return title.isEmpty() ? source.id : title;
}

QString shortMoment(const QDateTime& moment)
{
    if (!moment.isValid())
        return QChar(0x2014);
    const QDateTime there = moment.toOffsetFromUtc(base::Clock::istOffsetSeconds);
    const QDate today = QDateTime::currentDateTimeUtc().toOffsetFromUtc(base::Clock::istOffsetSeconds).date();
    return there.toString(there.date() == today ? QStringLiteral("HH:mm") : QStringLiteral("dd/MM HH:mm"));
}

TableRow sourceRow(const session::SourceState& source, bool anyRuns, const Context& context)
{
    TableRow row;
    row.key = source.id;
    const QString now = source.running ? Words::tr("now") : shortMoment(source.lastSuccess);
    row.cells = {{sourceTitle(source, context), source.isCentre ? QStringLiteral("online") : QStringLiteral("source"),
                  source.running ? Colour::Accent : Colour::Text2},
                 stateCell(source, context),
                 {now, {}, {}, Colour::Text2, TextSize::Small},
                 countCell(source.counts.fetched),
                 countCell(source.counts.added),
                 countCell(source.counts.changed),
                 countCell(source.counts.removed),
                 countCell(source.setAside, true),
                 {bytesText(source.bytes), {}, {}, Colour::Text2, TextSize::Small}};
    row.acts = actsOf(source, anyRuns);
    if (source.running) {
        row.share = source.toSend > 0 ? static_cast<double>(source.sent) / source.toSend : source.share;
        row.left = leftText(source.secondsLeft);
    }
    row.spoken = Words::tr("%1: %2, last success %3, fetched %4, set aside %5")
                     .arg(row.cells[0].text, row.cells[1].text, now, row.cells[3].text, row.cells[7].text);
    return row;
}

QString syncWords(const session::SyncState& state, const Context& context)
{
    for (const session::SourceState& source : state.sources) {
        if (source.running)
            return QStringLiteral("%1: %2").arg(sourceTitle(source, context), readingText(source, context));
    }
    if (state.running)
        return Words::tr("Starting…");
    const auto failed = std::count_if(state.sources.begin(), state.sources.end(), [](const auto& source) {
        return source.failure && !source.paused && source.failure->code != QLatin1String("sync.cancelled");
    });
    QStringList parts;
    if (failed > 0)
        parts.append(Words::tr("Failed: %1").arg(failed));
    if (state.nextRun.isValid())
        parts.append(Words::tr("next run %1").arg(shortMoment(state.nextRun)));
    return parts.join(QStringLiteral(", "));
}

} // namespace ekatra::ui
