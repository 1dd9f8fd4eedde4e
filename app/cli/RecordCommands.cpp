// record new, check, edit, submit: forms without a window.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/FindingLines.h"
#include "cli/PayloadFile.h"
#include "forms/Completion.h"
#include "session/Opening.h"

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

// The form of a kind ("fir") or of a form id ("iif1").
Result<const schema::FormDefinition*> formOf(Workplace& place, const QString& kind)
{
    auto tables = place.tables();
    if (!tables)
        return tables.error();
    if (const schema::FormDefinition* form = (*tables)->forms.find(kind))
        return form;
    QStringList known;
    for (const schema::FormDefinition* form : (*tables)->forms.all())
        known.append(form->kind);
    return error(ErrorKind::BadUsage, "cli.no_form", {{u"kind"_s, kind}, {u"known"_s, known.join(u", "_s)}});
}

// Saves or submits, and says when a paper that was to be submitted stays a draft.
Result<EntryOutcome> enter(Workplace& place, session::Services& services, const schema::FormDefinition& form,
                           const domain::RecordUid& uid, const QJsonObject& typed, const QString& reason, bool submit)
{
    session::Entry entry(services, form);
    auto outcome = submit ? entry.submit(uid, typed, reason) : entry.keep(uid, typed, reason);
    if (outcome && submit && forms::hasErrors(outcome->findings))
        place.console().note(u"cli.record.kept"_s, {{u"id"_s, outcome->record.uid.toString(QUuid::WithoutBraces)}});
    return outcome;
}

// The papers of --file.
Result<std::vector<QJsonObject>> readPayloads(Workplace& place, const Arguments& arguments)
{
    const QString file = arguments.value("file");
    auto text = place.readFile(file);
    if (!text)
        return text.error();
    return payloadsFrom(*text, file);
}

// What --from gives a new paper: the fields that its case knows. Empty without the option.
Result<QJsonObject> takenOver(Workplace& place, session::Services& services, const schema::FormDefinition& form,
                              const Arguments& arguments)
{
    constexpr int mostRows = 999;
    auto row = arguments.number("row", 1, mostRows, 0);
    if (!row)
        return row.error();
    if (!arguments.has("from"))
        return QJsonObject();
    auto from = services.reader().find(arguments.value("from"), services.store().station());
    if (!from)
        return from.error();
    auto opening = session::openPaper(services.tables(), services.reader(), {form.kind, {}, from->uid, *row - 1});
    if (!opening)
        return opening.error();
    if (*row > 0 && opening->row < 0)
        return error(ErrorKind::BadInput, "cli.record.no_row",
                     {{u"row"_s, QString::number(*row)}, {u"count"_s, QString::number(opening->choices.size())}});
    if (opening->row < 0 && !opening->choices.empty()) {
        QStringList rows;
        for (const forms::PickRow& choice : opening->choices)
            rows.append(QString::number(choice.row + 1) + u' ' + harmless(choice.title));
        place.console().note(u"cli.record.choose"_s, {{u"rows"_s, rows.join(u", "_s)}});
    }
    return opening->payload;
}

class RecordNewCommand final : public Command {
public:
    RecordNewCommand()
        : Command({.words = {u"record"_s, u"new"_s},
                   .arguments = u"KIND --file F [--from NUMBER [--row N]] [--submit]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"file", "from", "row", "submit"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        for (const auto& [option, other] : {std::pair{"submit", "file"}, std::pair{"row", "from"}})
            if (arguments.has(option) && !arguments.has(other))
                return missing(other);
        if (!arguments.has("file") && !arguments.has("from"))
            return missing("file");
        auto form = formOf(place, arguments.word(0));
        if (!form)
            return form.error();
        auto payloads =
            arguments.has("file") ? readPayloads(place, arguments) : Result<std::vector<QJsonObject>>({QJsonObject()});
        if (!payloads)
            return payloads.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto known = takenOver(place, **opened, **form, arguments);
        if (!known)
            return known.error();
        if (!arguments.has("file")) {
            place.console().object(*known);
            return Done;
        }
        int code = Done;
        for (const QJsonObject& typed : *payloads) {
            if (place.interrupt().token().requested())
                return error(ErrorKind::Cancelled, "cli.stopped");
            const QJsonObject payload = arguments.has("from") ? mergePatched(*known, typed) : typed;
            auto outcome = enter(place, **opened, **form, {}, payload, {}, arguments.has("submit"));
            if (!outcome)
                return outcome.error();
            code = worse(code, showOutcome(place.console(), *outcome));
        }
        return code;
    }

private:
    Error missing(const char* option) const
    {
        return error(ErrorKind::BadUsage, "cli.option_missing",
                     {{u"command"_s, usage().name()},
                      {u"usage"_s, usage().name() + u' ' + usage().arguments},
                      {u"option"_s, u"--"_s + QLatin1StringView(option)}});
    }
};

class RecordCheckCommand final : public Command {
public:
    RecordCheckCommand()
        : Command({.words = {u"record"_s, u"check"_s},
                   .arguments = u"KIND --file F [--station PS_CODE]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"file", "station"},
                   .required = {"file"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto form = formOf(place, arguments.word(0));
        if (!form)
            return form.error();
        auto payloads = readPayloads(place, arguments);
        if (!payloads)
            return payloads.error();
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        QString station = arguments.value("station");
        if (station.isEmpty()) {
            auto opened = place.open();
            if (!opened)
                return opened.error();
            station = (*opened)->store().station();
        }
        const forms::CheckContext context{place.clock().now(), forms::CheckMode::Submit, station};
        const forms::FormChecker checker((*tables)->forms.codes(), (*tables)->acts, (*tables)->formTexts);
        int code = Done;
        for (const QJsonObject& typed : *payloads) {
            const QJsonObject payload = forms::complete(**form, typed, context, (*tables)->acts);
            EntryOutcome outcome;
            outcome.findings = checker.check(**form, payload, context);
            outcome.record.kind = (*form)->kind;
            outcome.record.number = (*tables)->kinds.extract((*form)->kind, payload).number;
            code = worse(code, showOutcome(place.console(), outcome));
        }
        return code;
    }
};

class RecordEditCommand final : public Command {
public:
    RecordEditCommand()
        : Command({.words = {u"record"_s, u"edit"_s},
                   .arguments = u"ID --file F [--reason TEXT] [--submit]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"file", "reason", "submit"},
                   .required = {"file"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        if (arguments.has("reason") && arguments.value("reason").trimmed().isEmpty())
            return error(ErrorKind::BadInput, "cli.reason_empty");
        auto patches = readPayloads(place, arguments);
        if (!patches)
            return patches.error();
        if (patches->size() != 1)
            return error(ErrorKind::BadInput, "cli.record.one_only", {{u"file"_s, arguments.value("file")}});
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto form = formOf(place, record->kind);
        if (!form)
            return form.error();
        auto details = services.reader().details(record->row);
        if (!details)
            return details.error();
        const QJsonObject current = details->draft ? details->draft->payload : record->payload;
        auto outcome = enter(place, services, **form, record->uid, mergePatched(current, patches->front()),
                             arguments.value("reason"), arguments.has("submit"));
        if (!outcome)
            return outcome.error();
        return showOutcome(place.console(), *outcome);
    }
};

class RecordSubmitCommand final : public Command {
public:
    RecordSubmitCommand() : Command({.words = {u"record"_s, u"submit"_s}, .arguments = u"ID"_s, .least = 1, .most = 1})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto form = formOf(place, record->kind);
        if (!form)
            return form.error();
        auto details = services.reader().details(record->row);
        if (!details)
            return details.error();
        if (record->state != domain::RecordState::Draft && record->state != domain::RecordState::Rejected
            && !details->draft)
            return error(ErrorKind::NotFound, "cli.record.nothing_to_submit", {{u"id"_s, arguments.word(0)}});
        const QJsonObject payload = details->draft ? details->draft->payload : record->payload;
        const QString reason = details->draft ? details->draft->reason : QString();
        auto outcome = session::Entry(services, **form).submit(record->uid, payload, reason);
        if (!outcome)
            return outcome.error();
        return showOutcome(place.console(), *outcome);
    }
};

} // namespace

void addRecordCommands(CommandList& list)
{
    list.push_back(std::make_unique<RecordNewCommand>());
    list.push_back(std::make_unique<RecordCheckCommand>());
    list.push_back(std::make_unique<RecordEditCommand>());
    list.push_back(std::make_unique<RecordSubmitCommand>());
}

} // namespace ekatra::cli
