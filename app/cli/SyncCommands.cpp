// pull, push, sync and status: the traffic with sources and centre.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/SyncLines.h"
#include "cli/Times.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::vector<QString>> chosenSources(session::Services& services, const QStringList& wanted)
{
    std::vector<QString> ids;
    if (wanted.isEmpty()) {
        auto all = services.sources().all();
        if (!all)
            return all.error();
        for (const storage::Source& source : *all)
            ids.push_back(source.id);
    }
    // All names are known before the first request goes out.
    for (const QString& id : wanted) {
        if (auto known = services.sources().find(id); !known)
            return known.error();
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
    if (ids.empty())
        return error(ErrorKind::NotFound, "cli.no_sources");
    return ids;
}

// Whether going on with the next source makes sense after this.
bool endsTheRun(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Damaged:
    case ErrorKind::NewerVersion:
    case ErrorKind::DiskFull:
    case ErrorKind::Cancelled:
        return true;
    default:
        return false;
    }
}

Result<int> pullSources(Workplace& place, session::Services& services, const std::vector<QString>& ids,
                        sync::PullOptions options)
{
    Console& console = place.console();
    int code = Done;
    for (const QString& id : ids) {
        ProgressLine progress(console);
        options.progress = [&](const sync::Progress& step) { progress.show(step); };
        auto report = services.pull(id, options, place.interrupt().token());
        if (!report)
            return report.error();
        showReport(console, *report);
        if (report->total().setAside > 0)
            code = worse(code, PartlyDone);
        if (!report->failure)
            continue;
        code = worse(code, exitCodeFor(*report->failure));
        if (endsTheRun(*report->failure))
            break;
    }
    return code;
}

Result<int> pushOutbox(Workplace& place, session::Services& services)
{
    auto centre = services.centre();
    if (!centre)
        return centre.error();
    auto report = services.push(place.interrupt().token());
    if (!report)
        return report.error();
    showReport(place.console(), *centre, *report);
    int code = report->rejected > 0 || report->conflicted > 0 ? PartlyDone : Done;
    if (report->failure)
        code = worse(code, exitCodeFor(*report->failure));
    else if (report->postponed > 0) // the centre answered, but not for now
        code = worse(code, NotReachable);
    return code;
}

class PullCommand final : public Command {
public:
    PullCommand()
        : Command({.words = {u"pull"_s},
                   .arguments = u"[ID...] [--from DATE] [--full] [--accept-removals]"_s,
                   .most = -1,
                   .options = {"from", "full", "accept-removals"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto since = arguments.date("from");
        if (!since)
            return since.error();
        if (since->isValid() && arguments.has("full"))
            return error(ErrorKind::BadUsage, "cli.pull.from_or_full");
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto ids = chosenSources(**opened, arguments.words());
        if (!ids)
            return ids.error();
        sync::PullOptions options;
        options.full = arguments.has("full");
        options.acceptRemovals = arguments.has("accept-removals");
        options.since = *since;
        return pullSources(place, **opened, *ids, options);
    }
};

class PushCommand final : public Command {
public:
    PushCommand() : Command({.words = {u"push"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        return pushOutbox(place, **opened);
    }
};

class SyncCommand final : public Command {
public:
    SyncCommand() : Command({.words = {u"sync"_s}, .arguments = u"[--every DURATION]"_s, .options = {"every"}}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        if (!arguments.has("every"))
            return once(place);
        const auto every = durationFrom(arguments.value("every"));
        if (!every)
            return error(ErrorKind::BadUsage, "cli.bad_duration", {{u"value"_s, arguments.value("every")}});
        return untilStopped(place, *every);
    }

private:
    static Result<int> once(Workplace& place)
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto ids = chosenSources(services, {});
        if (!ids)
            return ids.error();
        auto centre = services.centre();
        if (!centre)
            return centre.error();
        int code = Done;
        if (!centre->isEmpty()) {
            auto pushed = pushOutbox(place, services);
            if (!pushed)
                return pushed;
            code = *pushed;
        }
        auto pulled = pullSources(place, services, *ids, {});
        if (!pulled)
            return pulled;
        return worse(code, *pulled);
    }

    // Between two runs the store is let go, so that the window and other commands can have it.
    static Result<int> untilStopped(Workplace& place, std::chrono::seconds every)
    {
        bool isFirst = true;
        while (!place.interrupt().token().requested()) {
            auto done = once(place);
            const bool passes =
                !done && (done.error().kind == ErrorKind::Busy || done.error().code == "cli.no_sources"_L1);
            if (!done && (isFirst || !passes))
                return done;
            if (!done)
                place.console().failure(done.error());
            isFirst = false;
            const auto pause = untilNext(place, every);
            place.closeStore();
            if (auto written = place.console().finish(); !written)
                return written.error();
            (void)place.interrupt().waitFor(-1, pause);
        }
        return Done;
    }

    // The next round, or earlier when a row of the outbox has its turn before.
    static std::chrono::milliseconds untilNext(Workplace& place, std::chrono::milliseconds every)
    {
        auto opened = place.open();
        if (!opened)
            return every;
        auto turn = (*opened)->outbox().nextTurn();
        if (!turn || *turn == 0)
            return every;
        const std::chrono::milliseconds wait{*turn - place.clock().now().toMSecsSinceEpoch()};
        return std::clamp<std::chrono::milliseconds>(wait, std::min<std::chrono::milliseconds>(shortestPause, every),
                                                     every);
    }

    static constexpr std::chrono::seconds shortestPause{5};
};

class StatusCommand final : public Command {
public:
    StatusCommand() : Command({.words = {u"status"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto sources = services.sources().all();
        auto owed = services.outbox().counts();
        auto turn = services.outbox().nextTurn();
        auto setAside = services.quarantine().all();
        if (!sources)
            return sources.error();
        if (!owed)
            return owed.error();
        if (!turn)
            return turn.error();
        if (!setAside)
            return setAside.error();
        QMap<QString, int> setAsideBySource;
        for (const auto& row : *setAside)
            ++setAsideBySource[row.sourceId];
        QJsonArray list;
        for (const storage::Source& source : *sources)
            list.append(ofSource(place, services, source, setAsideBySource.value(source.id)));
        const QJsonObject status{
            {u"sources"_s, list},
            {u"outbox"_s,
             QJsonObject{{u"waiting"_s, owed->waiting},
                         {u"rejected"_s, owed->rejected},
                         {u"conflicted"_s, owed->conflicted},
                         {u"next_try"_s, *turn > 1 ? jsonMilliseconds(*turn) : QJsonValue()}}},
            {u"conflicts"_s, owed->conflicted},
            {u"quarantined"_s, static_cast<qint64>(setAside->size())},
            {u"last_push"_s, inIst(services.journal().lastPush())},
        };
        if (place.console().json())
            place.console().object(status);
        else
            print(place.console(), status);
        return Done;
    }

private:
    // The journal keeps UTC.
    static QJsonObject inIst(QJsonObject entry)
    {
        for (const char* key : {"last_run", "last_success"}) {
            const QString time = entry.value(QLatin1StringView(key)).toString();
            if (!time.isEmpty())
                entry.insert(QLatin1StringView(key), jsonTime(QDateTime::fromString(time, Qt::ISODate)));
        }
        return entry;
    }

    static QJsonObject ofSource(Workplace& place, session::Services& services, const storage::Source& source,
                                int setAside)
    {
        QJsonObject entry = services.journal().lastRun(source.id);
        const auto success = QDateTime::fromString(entry.value("last_success"_L1).toString(), Qt::ISODate);
        entry = inIst(entry);
        entry.insert(u"id"_s, source.id);
        entry.insert(u"profile"_s, source.profile);
        entry.insert(u"in_quarantine"_s, setAside);
        entry.insert(u"cursor_age_seconds"_s,
                     success.isValid() ? QJsonValue(success.secsTo(place.clock().now())) : QJsonValue());
        return entry;
    }

    static QMap<QString, QString> detailOf(const QJsonObject& source)
    {
        QMap<QString, QString> values;
        const QJsonObject detail = source.value("detail"_L1).toObject();
        for (auto part = detail.begin(); part != detail.end(); ++part)
            values.insert(part.key(), part->toString());
        return values;
    }

    static void print(Console& console, const QJsonObject& status)
    {
        std::vector<QStringList> rows;
        for (const QJsonValue& value : status.value("sources"_L1).toArray()) {
            const QJsonObject source = value.toObject();
            const auto time = [&](QLatin1StringView key) {
                return humanTime(QDateTime::fromString(source.value(key).toString(), Qt::ISODate));
            };
            const QString result = source.value("result"_L1).toString();
            rows.push_back({source.value("id"_L1).toString(), time("last_run"_L1),
                            result.isEmpty()        ? console.text("cli.status.never")
                                : result == "ok"_L1 ? console.text("cli.status.ok")
                                                    : console.text(result, detailOf(source)),
                            time("last_success"_L1), grouped(source.value("in_quarantine"_L1).toInteger())});
        }
        if (rows.empty())
            console.note(u"cli.no_sources"_s);
        else
            console.table({u"cli.label.source"_s, u"cli.label.last_run"_s, u"cli.label.result"_s,
                           u"cli.label.last_success"_s, u"cli.label.quarantined"_s},
                          rows);
        const QJsonObject owed = status.value("outbox"_L1).toObject();
        console.pairs({{"cli.label.waiting", grouped(owed.value("waiting"_L1).toInteger())},
                       {"cli.label.rejected", grouped(owed.value("rejected"_L1).toInteger())},
                       {"cli.label.conflicted", grouped(owed.value("conflicted"_L1).toInteger())}});
    }
};

} // namespace

void addSyncCommands(CommandList& list)
{
    list.push_back(std::make_unique<PullCommand>());
    list.push_back(std::make_unique<PushCommand>());
    list.push_back(std::make_unique<SyncCommand>());
    list.push_back(std::make_unique<StatusCommand>());
}

} // namespace ekatra::cli
