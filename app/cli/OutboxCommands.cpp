// outbox list, show, retry, discard: what this workstation owes the centre.
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
        return error(ErrorKind::NotFound, "outbox.unknown", {{u"id"_s, text}});
    return id;
}

QJsonObject objectOf(const outbox::Row& row)
{
    QJsonObject object{{u"id"_s, row.id},
                       {u"record"_s, row.uid.toString(QUuid::WithoutBraces)},
                       {u"kind"_s, row.kind},
                       {u"number"_s, row.number},
                       {u"case"_s, row.caseKey},
                       {u"version"_s, row.version},
                       {u"state"_s, outbox::toText(row.state)},
                       {u"attempts"_s, row.attempts},
                       {u"queued_at"_s, jsonMilliseconds(row.queuedAt)},
                       {u"next_try"_s, jsonMilliseconds(row.nextTryAt)},
                       {u"settled_at"_s, jsonMilliseconds(row.settledAt)},
                       {u"base_revision"_s, row.baseRevision.isNull() ? QJsonValue() : QJsonValue(row.baseRevision)},
                       {u"idempotency_key"_s, row.idempotencyKey}};
    if (!row.lastError.isEmpty())
        object.insert(u"last_error"_s, QJsonDocument::fromJson(row.lastError).object());
    return object;
}

QString reasonOf(const Console& console, const outbox::Row& row)
{
    const QString code = QJsonDocument::fromJson(row.lastError).object().value("code"_L1).toString();
    return code.isEmpty() ? QString() : console.text(code);
}

class OutboxListCommand final : public Command {
public:
    OutboxListCommand()
        : Command({.words = {u"outbox"_s, u"list"_s}, .arguments = u"[--all]"_s, .options = {"all"}}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto rows = (*opened)->outbox().list(arguments.has("all"));
        if (!rows)
            return rows.error();
        Console& console = place.console();
        if (console.json()) {
            for (const outbox::Row& row : *rows)
                console.object(objectOf(row));
            return Done;
        }
        if (rows->empty()) {
            console.note(u"cli.outbox.empty"_s);
            return Done;
        }
        std::vector<QStringList> cells;
        for (const outbox::Row& row : *rows)
            cells.push_back({QString::number(row.id), row.kind, row.number,
                             console.text(u"cli.outbox."_s + outbox::toText(row.state)), QString::number(row.attempts),
                             humanMilliseconds(row.queuedAt), humanMilliseconds(row.nextTryAt),
                             reasonOf(console, row)});
        console.table({u"cli.label.id"_s, u"cli.label.kind"_s, u"cli.label.number"_s, u"cli.label.state"_s,
                       u"cli.label.attempts"_s, u"cli.label.queued"_s, u"cli.label.next_try"_s, u"cli.label.reason"_s},
                      cells);
        return Done;
    }
};

class OutboxShowCommand final : public Command {
public:
    OutboxShowCommand() : Command({.words = {u"outbox"_s, u"show"_s}, .arguments = u"ID"_s, .least = 1, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto id = idFrom(arguments.word(0));
        if (!id)
            return id.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto row = (*opened)->outbox().find(*id);
        if (!row)
            return row.error();
        Console& console = place.console();
        const QJsonObject payload = QJsonDocument::fromJson(row->payload).object();
        if (console.json()) {
            QJsonObject object = objectOf(*row);
            object.insert(u"payload"_s, payload);
            console.object(object);
            return Done;
        }
        console.pairs({{"cli.label.kind", row->kind},
                       {"cli.label.number", row->number},
                       {"cli.label.state", console.text(u"cli.outbox."_s + outbox::toText(row->state))},
                       {"cli.label.version", QString::number(row->version)},
                       {"cli.label.attempts", QString::number(row->attempts)},
                       {"cli.label.queued", humanMilliseconds(row->queuedAt)},
                       {"cli.label.next_try", humanMilliseconds(row->nextTryAt)},
                       {"cli.label.reason", reasonOf(console, *row)},
                       {"cli.label.answer", QString::fromUtf8(row->lastError)}});
        console.line();
        const auto& forms = (*opened)->tables().forms;
        for (const QString& line : payloadLines(forms, row->kind, payload, console.language()))
            console.line(harmless(line));
        return Done;
    }
};

class OutboxRetryCommand final : public Command {
public:
    OutboxRetryCommand() : Command({.words = {u"outbox"_s, u"retry"_s}, .arguments = u"[ID]"_s, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        qint64 id = 0;
        if (!arguments.words().isEmpty()) {
            auto given = idFrom(arguments.word(0));
            if (!given)
                return given.error();
            id = *given;
        }
        auto opened = place.open();
        if (!opened)
            return opened.error();
        if (id != 0) {
            if (auto known = (*opened)->outbox().find(id); !known)
                return known.error();
        }
        auto retried = (*opened)->outbox().retry(id);
        if (!retried)
            return retried.error();
        if (place.console().json())
            place.console().object({{u"retried"_s, *retried}});
        else
            place.console().line(place.console().text(u"cli.outbox.retried"_s, {{u"count"_s, grouped(*retried)}}));
        return *retried > 0 ? Done : NothingFound;
    }
};

class OutboxDiscardCommand final : public Command {
public:
    OutboxDiscardCommand()
        : Command({.words = {u"outbox"_s, u"discard"_s},
                   .arguments = u"ID --reason TEXT"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"reason"},
                   .required = {"reason"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto id = idFrom(arguments.word(0));
        if (!id)
            return id.error();
        const QString reason = arguments.value("reason").trimmed();
        if (reason.isEmpty())
            return error(ErrorKind::BadInput, "cli.reason_empty");
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto row = (*opened)->outbox().find(*id);
        if (!row)
            return row.error();
        if (auto done = (*opened)->records().discard(*id, (*opened)->store().user(), reason); !done)
            return done.error();
        if (place.console().json())
            place.console().object({{u"discarded"_s, *id}});
        else
            place.console().line(
                place.console().text(u"cli.outbox.discarded"_s, {{u"number"_s, harmless(row->number)}}));
        return Done;
    }
};

} // namespace

void addOutboxCommands(CommandList& list)
{
    list.push_back(std::make_unique<OutboxListCommand>());
    list.push_back(std::make_unique<OutboxShowCommand>());
    list.push_back(std::make_unique<OutboxRetryCommand>());
    list.push_back(std::make_unique<OutboxDiscardCommand>());
}

} // namespace ekatra::cli
