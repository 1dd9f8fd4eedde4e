// show, history, case: one record as it stands, how it came to be so, and everything of the case it belongs to.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/PayloadText.h"
#include "cli/Times.h"
#include "domain/Summary.h"
#include "records/CaseReader.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString idOf(const domain::Record& record)
{
    return record.uid.toString(QUuid::WithoutBraces);
}

QString kindTitle(const session::Tables& tables, const QString& code, const QString& language)
{
    const domain::Kind* const kind = tables.kinds.find(code);
    return !kind ? code : language == "hi"_L1 ? kind->titleHi : kind->titleEn;
}

class ShowCommand final : public Command {
public:
    ShowCommand() : Command({.words = {u"show"_s}, .arguments = u"ID-or-NUMBER"_s, .least = 1, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto details = services.reader().details(record->row);
        if (!details)
            return details.error();
        if (place.console().json())
            place.console().object(objectOf(place.console(), services.tables(), *details));
        else
            print(place.console(), services.tables(), *details);
        return Done;
    }

private:
    static QJsonObject objectOf(const Console& console, const session::Tables& tables,
                                const records::RecordDetails& details)
    {
        const domain::Record& record = details.record;
        QJsonArray mentions;
        for (const records::Mention& mention : details.mentions)
            mentions.append(QJsonObject{{u"source"_s, mention.sourceId},
                                        {u"profile"_s, mention.profile},
                                        {u"key"_s, mention.sourceKey},
                                        {u"revision"_s, mention.sourceRevision},
                                        {u"first_seen"_s, jsonSeconds(mention.firstSeen)},
                                        {u"last_seen"_s, jsonSeconds(mention.lastSeen)}});
        QJsonObject fieldSources;
        for (auto field = details.fieldSources.begin(); field != details.fieldSources.end(); ++field)
            fieldSources.insert(field.key(), *field);
        QJsonArray linked;
        for (const records::Linked& link : details.linked) {
            QJsonObject entry{{u"kind"_s, link.kind}, {u"key"_s, link.key}, {u"held"_s, link.record.has_value()}};
            if (link.record) {
                entry.insert(u"id"_s, idOf(*link.record));
                entry.insert(u"number"_s, link.record->number);
            }
            linked.append(entry);
        }
        QJsonObject object{
            {u"id"_s, idOf(record)},
            {u"kind"_s, record.kind},
            {u"key"_s, record.naturalKey},
            {u"number"_s, record.number.isEmpty() ? QJsonValue() : QJsonValue(record.number)},
            {u"station"_s, record.station},
            {u"station_name"_s, tables.stations.name(record.station, console.language())},
            {u"date"_s, record.eventDay > 0 ? jsonDate(domain::dateOfEventDay(record.eventDay)) : QJsonValue()},
            {u"title"_s, domain::summaryOf(details.extract, console.language())},
            {u"state"_s, domain::toText(record.state)},
            {u"version"_s, record.version},
            {u"central_revision"_s,
             record.centralRevision.isEmpty() ? QJsonValue() : QJsonValue(record.centralRevision)},
            {u"sources"_s, mentions},
            {u"field_sources"_s, fieldSources},
            {u"linked"_s, linked},
            {u"revisions"_s, details.revisions},
            {u"payload"_s, record.payload},
        };
        if (details.draft)
            object.insert(u"draft"_s,
                          QJsonObject{{u"payload"_s, details.draft->payload},
                                      {u"author"_s, details.draft->author},
                                      {u"reason"_s, details.draft->reason},
                                      {u"saved_at"_s, jsonSeconds(details.draft->savedAt)}});
        return object;
    }

    static void print(Console& console, const session::Tables& tables, const records::RecordDetails& details)
    {
        const domain::Record& record = details.record;
        const QString& language = console.language();
        QStringList sources;
        for (const records::Mention& mention : details.mentions)
            sources.append(mention.sourceId + u" ("_s + humanSeconds(mention.lastSeen) + u')');
        console.line(console.bold(harmless(kindTitle(tables, record.kind, language) + u' ' + record.number)));
        console.line(harmless(domain::summaryOf(details.extract, language)));
        console.line();
        console.pairs(
            {{"cli.label.id", idOf(record)},
             {"cli.label.station", record.station + u' ' + tables.stations.name(record.station, language)},
             {"cli.label.date", record.eventDay > 0 ? humanDate(domain::dateOfEventDay(record.eventDay)) : QString()},
             {"cli.label.state", console.text(u"cli.state."_s + domain::toText(record.state))},
             {"cli.label.version", QString::number(record.version)},
             {"cli.label.sources", sources.join(u", "_s)},
             {"cli.label.draft", details.draft ? humanSeconds(details.draft->savedAt) : QString()}});
        console.line();
        for (const QString& line : payloadLines(tables.forms, record.kind, record.payload, language))
            console.line(harmless(line));
        if (details.linked.empty())
            return;
        console.line();
        console.line(console.bold(console.text("cli.label.linked")));
        for (const records::Linked& link : details.linked)
            console.line(u"  "_s
                         + harmless(kindTitle(tables, link.kind, language) + u' '
                                    + (link.record ? link.record->number + u"  "_s + idOf(*link.record)
                                                   : link.key + u"  "_s + console.text("cli.show.not_here"))));
    }
};

class HistoryCommand final : public Command {
public:
    HistoryCommand() : Command({.words = {u"history"_s}, .arguments = u"ID-or-NUMBER"_s, .least = 1, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto revisions = services.reader().revisions(record->row);
        if (!revisions)
            return revisions.error();
        if (place.console().json())
            printObjects(place.console(), *record, *revisions);
        else
            print(place.console(), *record, *revisions);
        return Done;
    }

private:
    // A revision tells when and by whom it was replaced; what stands now comes last.
    static void printObjects(Console& console, const domain::Record& record,
                             const std::vector<records::Revision>& revisions)
    {
        for (const records::Revision& revision : revisions)
            console.object({{u"version"_s, revision.version},
                            {u"current"_s, false},
                            {u"replaced_at"_s, jsonSeconds(revision.at)},
                            {u"replaced_by"_s, revision.author},
                            {u"reason"_s, revision.reason},
                            {u"payload"_s, revision.payload}});
        console.object({{u"version"_s, record.version},
                        {u"current"_s, true},
                        {u"state"_s, domain::toText(record.state)},
                        {u"payload"_s, record.payload}});
    }

    static void print(Console& console, const domain::Record& record, const std::vector<records::Revision>& revisions)
    {
        std::vector<QStringList> rows;
        for (std::size_t i = 0; i < revisions.size(); ++i) {
            const QJsonObject& next = i + 1 < revisions.size() ? revisions[i + 1].payload : record.payload;
            rows.push_back({QString::number(revisions[i].version), humanSeconds(revisions[i].at), revisions[i].author,
                            revisions[i].reason, changedFields(revisions[i].payload, next)});
        }
        rows.push_back({QString::number(record.version), {}, {}, {}, console.text("cli.history.now")});
        console.table({u"cli.label.version"_s, u"cli.label.replaced_at"_s, u"cli.label.replaced_by"_s,
                       u"cli.label.reason"_s, u"cli.label.changed"_s},
                      rows);
    }

    static QString changedFields(const QJsonObject& before, const QJsonObject& after)
    {
        QStringList fields;
        for (const QJsonObject* side : {&before, &after}) {
            for (const QString& field : side->keys()) {
                if (before.value(field) != after.value(field) && !fields.contains(field))
                    fields.append(field);
            }
        }
        return fields.join(u", "_s);
    }
};

class CaseCommand final : public Command {
public:
    CaseCommand() : Command({.words = {u"case"_s}, .arguments = u"ID-or-NUMBER"_s, .least = 1, .most = 1}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto reader = services.store().reader();
        if (!reader)
            return reader.error();
        const session::Tables& tables = services.tables();
        auto details = records::CaseReader(**reader, tables.kinds, tables.precedence, tables.names).read(record->row);
        if (!details)
            return details.error();
        if (place.console().json())
            place.console().object(objectOf(place.console(), tables, *details));
        else
            print(place.console(), tables, *details);
        return Done;
    }

private:
    static QString lackText(const session::Tables& tables, const records::CaseDetails& details,
                            const records::CaseLack& lack, const QString& language)
    {
        QStringList names;
        for (const std::size_t person : lack.persons)
            names.append(details.persons[person].person.name);
        const domain::Kind* head = tables.kinds.find(details.head().record.kind);
        QString text = head->caseRules.needs[lack.need].text.in(language);
        return text.replace(u"{names}"_s, names.join(u", "_s));
    }

    static QJsonObject objectOf(const Console& console, const session::Tables& tables,
                                const records::CaseDetails& details)
    {
        QJsonArray papers;
        for (const records::CaseRecord& member : details.records)
            papers.append(QJsonObject{
                {u"id"_s, idOf(member.record)},
                {u"kind"_s, member.record.kind},
                {u"number"_s, member.record.number},
                {u"state"_s, domain::toText(member.record.state)},
                {u"date"_s,
                 member.record.eventDay > 0 ? jsonDate(domain::dateOfEventDay(member.record.eventDay)) : QJsonValue()},
                {u"title"_s, domain::summaryOf(member.extract, console.language())},
                {u"sources"_s, QJsonArray::fromStringList(member.sources)}});
        QJsonArray persons;
        for (const records::CasePerson& one : details.persons)
            persons.append(QJsonObject{{u"name"_s, one.person.name},
                                       {u"roles"_s, QJsonArray::fromStringList(one.roles)},
                                       {u"code"_s, one.person.code},
                                       {u"status"_s, one.status},
                                       {u"records"_s, static_cast<qint64>(one.records.size())}});
        QJsonArray events;
        for (const records::CaseEvent& event : details.events)
            events.append(QJsonObject{
                {u"date"_s, event.day.isValid() ? QJsonValue(event.day.toString(Qt::ISODate)) : QJsonValue()},
                {u"time"_s, event.time.isValid() ? QJsonValue(event.time.toString(u"HH:mm"_s)) : QJsonValue()},
                {u"event"_s, fieldOf(tables, details, event)},
                {u"id"_s, idOf(details.records[event.record].record)},
                {u"source"_s, event.source}});
        QJsonArray lacks;
        for (const records::CaseLack& lack : details.lacks)
            lacks.append(lackText(tables, details, lack, console.language()));
        return {{u"id"_s, idOf(details.head().record)},
                {u"number"_s, details.head().record.number},
                {u"station"_s, details.head().record.station},
                {u"papers"_s, papers},
                {u"persons"_s, persons},
                {u"events"_s, events},
                {u"lacks"_s, lacks}};
    }

    // The field whose day it is, or "version" with its number, or the kind of the record.
    static QString fieldOf(const session::Tables& tables, const records::CaseDetails& details,
                           const records::CaseEvent& event)
    {
        const domain::Record& record = details.records[event.record].record;
        switch (event.what) {
        case records::CaseEvent::What::Moment:
            return tables.kinds.find(record.kind)->caseRules.events[event.rule].at.join(u'.');
        case records::CaseEvent::What::Change:
            return u"version %1"_s.arg(event.version);
        case records::CaseEvent::What::Record:
            return record.kind;
        }
        return {};
    }

    static void print(Console& console, const session::Tables& tables, const records::CaseDetails& details)
    {
        const QString& language = console.language();
        const records::CaseRecord& head = details.head();
        console.line(console.bold(harmless(kindTitle(tables, head.record.kind, language) + u' ' + head.record.number)));
        console.line(harmless(domain::summaryOf(head.extract, language)));
        QStringList lacks;
        for (const records::CaseLack& lack : details.lacks)
            lacks.append(harmless(lackText(tables, details, lack, language)));
        console.pairs(
            {{"cli.label.station", head.record.station + u' ' + tables.stations.name(head.record.station, language)},
             {"cli.label.lacks", lacks.join(u", "_s)}});
        console.line();
        std::vector<QStringList> rows;
        for (const records::CaseRecord& member : details.records)
            rows.push_back(
                {member.record.eventDay > 0 ? humanDate(domain::dateOfEventDay(member.record.eventDay)) : QString(),
                 harmless(kindTitle(tables, member.record.kind, language) + u' ' + member.record.number),
                 harmless(domain::summaryOf(member.extract, language)),
                 console.text(u"cli.state."_s + domain::toText(member.record.state)), member.sources.join(u", "_s)});
        console.table({u"cli.label.date"_s, u"cli.label.record"_s, u"cli.label.who"_s, u"cli.label.state"_s,
                       u"cli.label.sources"_s},
                      rows);
    }
};

} // namespace

void addViewCommands(CommandList& list)
{
    list.push_back(std::make_unique<ShowCommand>());
    list.push_back(std::make_unique<HistoryCommand>());
    list.push_back(std::make_unique<CaseCommand>());
}

} // namespace ekatra::cli
