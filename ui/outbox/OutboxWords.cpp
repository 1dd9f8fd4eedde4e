#include "outbox/OutboxWords.h"

#include "base/Clock.h"
#include "domain/Summary.h"
#include "models/Format.h"
#include "sync/PathWords.h"

#include <QCoreApplication>

namespace ekatra::ui {

using outbox::RowState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::Outbox)
};

QString timeText(qint64 unixMilliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(unixMilliseconds, Qt::UTC)
        .toOffsetFromUtc(base::Clock::istOffsetSeconds)
        .toString(QStringLiteral("HH:mm"));
}

QString inLanguage(const QString& english, const QString& hindi, const Context& context)
{
    return context.language.isHindi() && !hindi.isEmpty() ? hindi : english;
}

// "Laws 1, section: is not known"
QString problemText(const session::OutboxLine& line, const Context& context)
{
    if (line.problems.empty()) {
        const QString own = inLanguage(line.detailEn, line.detailHi, context);
        if (!own.isEmpty())
            return own;
        return line.why ? context.messages.text(*line.why, context.language.code()).message : QString();
    }
    const sources::FieldProblem& first = line.problems.front();
    QString what = inLanguage(first.detailEn, first.detailHi, context);
    if (what.isEmpty())
        what = context.messages.text(first.code, context.language.code()).message;
    const QString where = pathWords(context.tables, line.row.kind, first.pointer, context.language.code());
    QString text = where.isEmpty() ? what : QStringLiteral("%1: %2").arg(where, what);
    if (line.problems.size() > 1)
        text = Words::tr("%1 (and %2 more)").arg(text).arg(line.problems.size() - 1);
    return text;
}

QString whatText(const session::OutboxLine& line, const Context& context)
{
    const QString& language = context.language.code();
    const QString kind = kindText(context.tables.kinds, line.row.kind, language);
    QStringList parts{line.row.baseRevision.isNull() ? Words::tr("New: %1").arg(kind)
                                                     : Words::tr("Changed: %1").arg(kind)};
    for (const QString& half : {domain::personsText(line.extract, language), domain::lawText(line.extract, language)}) {
        if (!half.isEmpty())
            parts.append(half);
    }
    return parts.join(QStringLiteral(" · "));
}

TableCell waitingCell(const session::OutboxLine& line, const Context& context)
{
    if (!line.why)
        return {Words::tr("Waiting to be sent"), QStringLiteral("clock")};
    if (line.why->code.startsWith(QLatin1String("net.")))
        return {Words::tr("Waiting for the line"), QStringLiteral("offline"), Colour::Warn};
    return {Words::tr("Not sent yet: %1").arg(problemText(line, context)), QStringLiteral("clock"), Colour::Warn};
}

TableCell stateCell(const session::OutboxLine& line, const Context& context, bool isSending)
{
    switch (line.row.state) {
    case RowState::Ready:
        return waitingCell(line, context);
    case RowState::Sending:
        if (isSending)
            return {Words::tr("Being sent"), QStringLiteral("send"), Colour::Accent};
        return {Words::tr("The answer was lost; it is asked for again"), QStringLiteral("warning"), Colour::Warn};
    case RowState::Accepted:
        return {Words::tr("Accepted by the centre %1").arg(timeText(line.row.settledAt)), QStringLiteral("ok"),
                Colour::Good};
    case RowState::Rejected:
        return {Words::tr("Refused: %1").arg(problemText(line, context)), QStringLiteral("error"), Colour::Bad};
    case RowState::Conflicted:
        return {Words::tr("Changed here and at the centre"), QStringLiteral("conflict"), Colour::Warn};
    }
    return {};
}

QString nextText(const outbox::Row& row, const QDateTime& now)
{
    switch (row.state) {
    case RowState::Ready:
    case RowState::Sending:
        return row.nextTryAt > now.toMSecsSinceEpoch() ? timeText(row.nextTryAt) : Words::tr("by itself");
    case RowState::Rejected:
        return Words::tr("after mending");
    case RowState::Conflicted:
        return Words::tr("after a decision");
    case RowState::Accepted:
        break;
    }
    return {};
}

std::vector<TableAct> actsOf(const outbox::Row& row, const QDateTime& now)
{
    const TableAct open{QStringLiteral("open"), Words::tr("Open")};
    const TableAct retry{QStringLiteral("retry"), Words::tr("Retry")};
    const TableAct discard{QStringLiteral("discard"), Words::tr("Discard…")};
    const bool waits = row.nextTryAt > now.toMSecsSinceEpoch();
    switch (row.state) {
    case RowState::Ready:
        return waits ? std::vector{open, retry, discard} : std::vector{open, discard};
    case RowState::Sending:
        return waits ? std::vector{open, retry} : std::vector{open};
    case RowState::Rejected:
        return {{QStringLiteral("mend"), Words::tr("Mend")}, retry, discard};
    case RowState::Conflicted:
        return {open, discard};
    case RowState::Accepted:
        break;
    }
    return {open};
}

} // namespace

QString outboxCase(const session::OutboxLine& line, const Context& context)
{
    const bool isLinked = !line.extract.links.empty();
    const QString kind = isLinked ? line.extract.links.front().targetKind : line.row.kind;
    return kindText(context.tables.kinds, kind, context.language.code()) + QLatin1Char(' ') + line.caseNumber;
}

TableRow outboxRow(const session::OutboxLine& line, const Context& context, bool isSending, const QDateTime& now)
{
    TableRow row;
    row.key = QString::number(line.row.id);
    row.cells = {{outboxCase(line, context), kindIcon(context.tables.kinds, line.row.kind)},
                 {whatText(line, context)},
                 stateCell(line, context, isSending),
                 {nextText(line.row, now), {}, {}, Colour::Text2, TextSize::Small}};
    row.acts = actsOf(line.row, now);
    QStringList spoken;
    for (const TableCell& cell : row.cells) {
        if (!cell.text.isEmpty())
            spoken.append(cell.text);
    }
    row.spoken = spoken.join(QStringLiteral(", "));
    return row;
}

} // namespace ekatra::ui
