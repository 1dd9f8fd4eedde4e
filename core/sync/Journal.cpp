#include "sync/Journal.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace ekatra::sync {

namespace {
const QString pushEntry = QStringLiteral(" push"); // no source id begins with a blank

bool mayPass(const Error& failure)
{
    return failure.kind == ErrorKind::Unreachable || failure.kind == ErrorKind::UnknownOutcome
        || failure.kind == ErrorKind::Busy || failure.kind == ErrorKind::Cancelled;
}

QDateTime timeIn(const QJsonObject& entry, const char* name)
{
    return QDateTime::fromString(entry.value(QLatin1String(name)).toString(), Qt::ISODate);
}
} // namespace

QJsonObject Journal::read() const
{
    QFile file(QDir(m_folder).filePath(QStringLiteral("journal")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

// A journal that cannot be written costs nothing but itself.
void Journal::write(const QJsonObject& content) const
{
    QSaveFile file(QDir(m_folder).filePath(QStringLiteral("journal")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(content).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

void Journal::put(const QString& name, QJsonObject entry, const std::optional<Error>& failure, const QDateTime& at)
{
    QJsonObject content = read();
    const QString time = at.toUTC().toString(Qt::ISODate);
    entry.insert(QStringLiteral("last_run"), time);
    entry.insert(QStringLiteral("result"), failure ? failure->code : QStringLiteral("ok"));
    if (failure) {
        QJsonObject detail;
        for (auto part = failure->context.begin(); part != failure->context.end(); ++part)
            detail.insert(part.key(), *part);
        entry.insert(QStringLiteral("detail"), detail);
        entry.insert(QStringLiteral("passes"), mayPass(*failure));
    }
    entry.insert(QStringLiteral("last_success"),
                 failure ? content.value(name).toObject().value(QStringLiteral("last_success")) : QJsonValue(time));
    content.insert(name, entry);
    write(content);
}

void Journal::note(const SourceReport& report, const QDateTime& at)
{
    const Counts total = report.total();
    put(report.sourceId,
        {{QStringLiteral("fetched"), total.fetched},
         {QStringLiteral("added"), total.added},
         {QStringLiteral("changed"), total.changed},
         {QStringLiteral("deleted"), total.removed},
         {QStringLiteral("unchanged"), total.unchanged},
         {QStringLiteral("quarantined"), total.setAside},
         {QStringLiteral("bytes"), report.bytes},
         {QStringLiteral("seconds"), report.seconds}},
        report.failure, at);
}

void Journal::note(const QString& centre, const PushReport& report, const QDateTime& at)
{
    put(pushEntry,
        {{QStringLiteral("centre"), centre},
         {QStringLiteral("accepted"), report.accepted},
         {QStringLiteral("rejected"), report.rejected},
         {QStringLiteral("conflicted"), report.conflicted},
         {QStringLiteral("waiting"), report.postponed}},
        report.failure, at);
}

QJsonObject Journal::lastRun(const QString& sourceId) const
{
    return read().value(sourceId).toObject();
}

LastRun lastRunFrom(const QJsonObject& entry)
{
    const auto count = [&](const char* name) { return entry.value(QLatin1String(name)).toInteger(); };
    LastRun run;
    run.counts.fetched = count("fetched");
    run.counts.added = count("added");
    run.counts.changed = count("changed");
    run.counts.removed = count("deleted");
    run.counts.unchanged = count("unchanged");
    run.counts.setAside = count("quarantined");
    run.bytes = count("bytes");
    run.at = timeIn(entry, "last_run");
    run.success = timeIn(entry, "last_success");
    const QString result = entry.value(QLatin1String("result")).toString();
    if (result.isEmpty() || result == QLatin1String("ok"))
        return run;
    run.failure = Error{{}, result, {}, {}};
    const QJsonObject detail = entry.value(QLatin1String("detail")).toObject();
    for (auto part = detail.begin(); part != detail.end(); ++part)
        run.failure->context.insert(part.key(), part->toString());
    run.passes = entry.value(QLatin1String("passes")).toBool();
    return run;
}

QJsonObject Journal::lastPush() const
{
    return read().value(pushEntry).toObject();
}

} // namespace ekatra::sync
