// quarantine list, show, retry: rows of a source that could not be mapped.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/PayloadText.h"
#include "cli/Times.h"

#include <QJsonDocument>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<qint64> idFrom(const QString& text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        return error(ErrorKind::NotFound, "quarantine.unknown", {{u"id"_s, text}});
    return id;
}

// Why it was set aside, with the field as its form calls it.
QString messageOf(const storage::QuarantinedRow& row, const session::Tables& tables, const Console& console)
{
    return console.text(row.reason,
                        {{u"field"_s, fieldCaption(tables.forms, row.kind, row.detail, console.language())},
                         {u"detail"_s, row.detail}});
}

QJsonObject objectOf(const storage::QuarantinedRow& row, const session::Tables& tables, const Console& console)
{
    return {{u"id"_s, row.id},
            {u"source"_s, row.sourceId},
            {u"kind"_s, row.kind},
            {u"key"_s, row.sourceKey},
            {u"reason"_s, row.reason},
            {u"message"_s, messageOf(row, tables, console)},
            {u"detail"_s, row.detail},
            {u"first_seen"_s, jsonSeconds(row.firstSeen)},
            {u"last_seen"_s, jsonSeconds(row.lastSeen)}};
}

class QuarantineListCommand final : public Command {
public:
    QuarantineListCommand() : Command({.words = {u"quarantine"_s, u"list"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto rows = (*opened)->quarantine().all();
        if (!rows)
            return rows.error();
        Console& console = place.console();
        if (console.json()) {
            for (const auto& row : *rows)
                console.object(objectOf(row, (*opened)->tables(), console));
            return Done;
        }
        if (rows->empty()) {
            console.note(u"cli.quarantine.empty"_s);
            return Done;
        }
        std::vector<QStringList> cells;
        for (const auto& row : *rows)
            cells.push_back({QString::number(row.id), row.sourceId, row.kind, row.sourceKey, humanSeconds(row.lastSeen),
                             messageOf(row, (*opened)->tables(), console)});
        console.table({u"cli.label.id"_s, u"cli.label.source"_s, u"cli.label.kind"_s, u"cli.label.key"_s,
                       u"cli.label.seen"_s, u"cli.label.reason"_s},
                      cells);
        return Done;
    }
};

class QuarantineShowCommand final : public Command {
public:
    QuarantineShowCommand()
        : Command({.words = {u"quarantine"_s, u"show"_s}, .arguments = u"ID"_s, .least = 1, .most = 1})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto id = idFrom(arguments.word(0));
        if (!id)
            return id.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto row = (*opened)->quarantine().find(*id);
        if (!row)
            return row.error();
        Console& console = place.console();
        if (console.json()) {
            QJsonObject object = objectOf(*row, (*opened)->tables(), console);
            const QJsonDocument raw = QJsonDocument::fromJson(row->raw);
            object.insert(u"raw"_s,
                          raw.isObject() ? QJsonValue(raw.object()) : QJsonValue(QString::fromUtf8(row->raw)));
            console.object(object);
            return Done;
        }
        console.pairs({{"cli.label.source", row->sourceId},
                       {"cli.label.kind", row->kind},
                       {"cli.label.key", row->sourceKey},
                       {"cli.label.reason", messageOf(*row, (*opened)->tables(), console)},
                       {"cli.label.field", row->detail},
                       {"cli.label.first_seen", humanSeconds(row->firstSeen)},
                       {"cli.label.seen", humanSeconds(row->lastSeen)}});
        console.line();
        console.line(harmless(QString::fromUtf8(row->raw)));
        return Done;
    }
};

class QuarantineRetryCommand final : public Command {
public:
    QuarantineRetryCommand() : Command({.words = {u"quarantine"_s, u"retry"_s}, .arguments = u"[ID]"_s, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto rows = rowsFor(**opened, arguments);
        if (!rows)
            return rows.error();
        const sync::RetryCounts counts = (*opened)->retryQuarantined(*rows, place.interrupt().token());
        Console& console = place.console();
        if (console.json()) {
            QJsonObject object{{u"taken"_s, counts.taken}, {u"kept"_s, counts.kept}, {u"gone"_s, counts.gone}};
            if (counts.failure)
                object.insert(u"error"_s, console.failureObject(*counts.failure));
            console.object(object);
        } else {
            console.line(console.text(u"cli.quarantine.retried"_s,
                                      {{u"taken"_s, grouped(counts.taken)},
                                       {u"kept"_s, grouped(counts.kept)},
                                       {u"gone"_s, grouped(counts.gone)}}));
            if (counts.failure)
                console.failure(*counts.failure);
        }
        if (counts.failure)
            return exitCodeFor(*counts.failure);
        return counts.kept + counts.gone > 0 ? PartlyDone : Done;
    }

private:
    static Result<std::vector<storage::QuarantinedRow>> rowsFor(session::Services& services, const Arguments& arguments)
    {
        if (arguments.words().isEmpty())
            return services.quarantine().all();
        auto id = idFrom(arguments.word(0));
        if (!id)
            return id.error();
        auto row = services.quarantine().find(*id);
        if (!row)
            return row.error();
        return std::vector<storage::QuarantinedRow>{std::move(*row)};
    }
};

} // namespace

void addQuarantineCommands(CommandList& list)
{
    list.push_back(std::make_unique<QuarantineListCommand>());
    list.push_back(std::make_unique<QuarantineShowCommand>());
    list.push_back(std::make_unique<QuarantineRetryCommand>());
}

} // namespace ekatra::cli
