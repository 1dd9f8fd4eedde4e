// record new, check, edit, submit: forms without a window.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/FindingLines.h"
#include "cli/PayloadFile.h"
#include "forms/Completion.h"

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

// One record on its way from what was typed to a draft or into the outbox.
class Entry {
public:
    Entry(Workplace& place, session::Services& services, const schema::FormDefinition& form)
        : m_place(place), m_services(services), m_form(form)
    {
    }

    // Saves `typed` as a draft of `uid` (null: a new record) and submits it where that is wanted and nothing is wrong.
    Result<EntryOutcome> keep(const domain::RecordUid& uid, const QJsonObject& typed, const QString& reason,
                              bool submit)
    {
        const auto context = contextFor(submit ? forms::CheckMode::Submit : forms::CheckMode::Draft);
        const QJsonObject payload = forms::complete(m_form, typed, context, m_services.tables().acts);
        auto saved = m_services.records().saveDraft(m_form.kind, uid, payload, m_services.store().user(), reason);
        if (!saved)
            return saved.error();
        EntryOutcome outcome;
        outcome.findings = m_services.checker().check(m_form, payload, context);
        outcome.record = std::move(*saved);
        outcome.isDraft = true;
        if (!submit)
            return outcome;
        if (!forms::hasErrors(outcome.findings))
            return send(std::move(outcome), payload, reason);
        m_place.console().note(u"cli.record.kept"_s, {{u"id"_s, outcome.record.uid.toString(QUuid::WithoutBraces)}});
        return outcome;
    }

    // Submits what stands in the draft.
    Result<EntryOutcome> submit(const domain::Record& record, const QJsonObject& typed, const QString& reason)
    {
        const auto context = contextFor(forms::CheckMode::Submit);
        const QJsonObject payload = forms::complete(m_form, typed, context, m_services.tables().acts);
        EntryOutcome outcome;
        outcome.findings = m_services.checker().check(m_form, payload, context);
        outcome.record = record;
        outcome.isDraft = true;
        if (forms::hasErrors(outcome.findings))
            return outcome;
        return send(std::move(outcome), payload, reason);
    }

private:
    forms::CheckContext contextFor(forms::CheckMode mode) const
    {
        return {m_place.clock().now(), mode, m_services.store().station()};
    }

    Result<EntryOutcome> send(EntryOutcome outcome, const QJsonObject& payload, const QString& reason)
    {
        auto queued = m_services.records().submit(outcome.record.uid, payload, m_services.store().user(), reason);
        if (queued) {
            outcome.record = std::move(*queued);
            outcome.isDraft = false;
            return outcome;
        }
        if (queued.error().kind != ErrorKind::BadInput)
            return queued.error();
        outcome.refusal = queued.error();
        return outcome;
    }

    Workplace& m_place;
    session::Services& m_services;
    const schema::FormDefinition& m_form;
};

// The papers of --file.
Result<std::vector<QJsonObject>> readPayloads(Workplace& place, const Arguments& arguments)
{
    const QString file = arguments.value("file");
    auto text = place.readFile(file);
    if (!text)
        return text.error();
    return payloadsFrom(*text, file);
}

class RecordNewCommand final : public Command {
public:
    RecordNewCommand()
        : Command({.words = {u"record"_s, u"new"_s},
                   .arguments = u"KIND --file F [--submit]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"file", "submit"},
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
        auto opened = place.open();
        if (!opened)
            return opened.error();
        int code = Done;
        for (const QJsonObject& payload : *payloads) {
            if (place.interrupt().token().requested())
                return error(ErrorKind::Cancelled, "cli.stopped");
            auto outcome = Entry(place, **opened, **form).keep({}, payload, {}, arguments.has("submit"));
            if (!outcome)
                return outcome.error();
            code = worse(code, showOutcome(place.console(), *outcome));
        }
        return code;
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
        auto outcome = Entry(place, services, **form)
                           .keep(record->uid, mergePatched(current, patches->front()), arguments.value("reason"),
                                 arguments.has("submit"));
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
        auto outcome = Entry(place, services, **form).submit(*record, payload, reason);
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
