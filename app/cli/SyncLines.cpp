#include "cli/SyncLines.h"

#include "cli/Times.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 millisecondsBetween = 100;

QJsonObject countsObject(const sync::Counts& counts)
{
    return {{u"fetched"_s, counts.fetched},      {u"added"_s, counts.added},
            {u"changed"_s, counts.changed},      {u"deleted"_s, counts.removed},
            {u"unchanged"_s, counts.unchanged},  {u"quarantined"_s, counts.setAside},
            {u"duplicates"_s, counts.duplicates}};
}

// The line says what failed beside what was done; standard error says it as every failure.
void tell(Console& console, QJsonObject line, const std::optional<Error>& failure)
{
    if (failure)
        line.insert(u"error"_s, console.failureObject(*failure));
    console.object(line);
    if (failure)
        console.failure(*failure);
}

} // namespace

void showReport(Console& console, const sync::SourceReport& report)
{
    const sync::Counts total = report.total();
    if (console.json()) {
        QJsonObject line = countsObject(total);
        QJsonObject kinds;
        for (auto kind = report.kinds.begin(); kind != report.kinds.end(); ++kind)
            kinds.insert(kind.key(), countsObject(*kind));
        line.insert(u"source"_s, report.sourceId);
        line.insert(u"kinds"_s, kinds);
        line.insert(u"bytes"_s, report.bytes);
        line.insert(u"seconds"_s, report.seconds);
        tell(console, std::move(line), report.failure);
        return;
    }
    console.line(console.text(
        u"cli.pull.line"_s,
        {{u"source"_s, harmless(report.sourceId)},
         {u"fetched"_s, grouped(total.fetched)},
         {u"added"_s, grouped(total.added)},
         {u"changed"_s, grouped(total.changed)},
         {u"deleted"_s, grouped(total.removed)},
         {u"unchanged"_s, grouped(total.unchanged)},
         {u"quarantined"_s, grouped(total.setAside)},
         {u"bytes"_s, humanBytes(report.bytes)},
         {u"seconds"_s, QString::number(report.seconds, 'f', 1)},
         {u"rate"_s, grouped(qRound64(static_cast<double>(total.fetched) / std::max(report.seconds, 0.001)))}}));
    if (report.failure)
        console.failure(*report.failure);
    else if (total.setAside > 0)
        console.note(u"cli.pull.set_aside"_s);
}

void showReport(Console& console, const QString& centre, const sync::PushReport& report)
{
    if (console.json()) {
        QJsonObject line{{u"centre"_s, centre},
                         {u"accepted"_s, report.accepted},
                         {u"rejected"_s, report.rejected},
                         {u"conflicted"_s, report.conflicted},
                         {u"waiting"_s, report.postponed}};
        QJsonArray renumbered;
        for (auto entry = report.renumbered.begin(); entry != report.renumbered.end(); ++entry)
            renumbered.append(QJsonObject{{u"id"_s, entry.key()}, {u"from"_s, entry->first}, {u"to"_s, entry->second}});
        if (!renumbered.isEmpty())
            line.insert(u"renumbered"_s, renumbered);
        tell(console, std::move(line), report.failure);
        return;
    }
    console.line(console.text(u"cli.push.line"_s,
                              {{u"centre"_s, harmless(centre)},
                               {u"accepted"_s, grouped(report.accepted)},
                               {u"rejected"_s, grouped(report.rejected)},
                               {u"conflicted"_s, grouped(report.conflicted)},
                               {u"waiting"_s, grouped(report.postponed)}}));
    for (const auto& [from, to] : report.renumbered) {
        if (!to.isEmpty())
            console.note(u"cli.push.renumbered"_s, {{u"from"_s, from}, {u"to"_s, to}});
    }
    if (report.failure)
        console.failure(*report.failure);
    else if (report.rejected > 0 || report.conflicted > 0)
        console.note(u"cli.push.left"_s);
    else if (report.postponed > 0)
        console.note(u"cli.push.postponed"_s);
}

void ProgressLine::show(const sync::Progress& step)
{
    if (!m_console.showsProgress())
        return;
    const qint64 now = m_sinceStart.elapsed();
    if (m_shownAt >= 0 && now - m_shownAt < millisecondsBetween)
        return;
    m_shownAt = now;
    const qint64 rows = step.counts.fetched;
    m_console.progress(m_console.text(u"cli.pull.progress"_s,
                                      {{u"source"_s, step.sourceId},
                                       {u"stream"_s, step.stream},
                                       {u"rows"_s, grouped(rows)},
                                       {u"rate"_s, grouped(now > 0 ? rows * 1000 / now : 0)},
                                       {u"bytes"_s, humanBytes(step.bytes)}}));
}

} // namespace ekatra::cli
