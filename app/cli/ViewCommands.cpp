// show, history: one record as it stands, and how it came to be so.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/PayloadText.h"
#include "cli/Times.h"
#include "domain/Summary.h"

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

} // namespace

void addViewCommands(CommandList& list)
{
    list.push_back(std::make_unique<ShowCommand>());
    list.push_back(std::make_unique<HistoryCommand>());
}

} // namespace ekatra::cli
