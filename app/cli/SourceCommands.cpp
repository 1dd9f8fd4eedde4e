// source profiles, add, update, list, test, remove: where to pull from.
#include "cli/Command.h"

#include "base/Resources.h"
#include "cli/ExitCode.h"
#include "cli/PayloadText.h"
#include "cli/SourceSettings.h"
#include "cli/Times.h"
#include "session/SourceLine.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sourcesFolder = u"sources"_s;

// Ids of the profiles that come with the program: files that say so of themselves, among others in the same folder.
QStringList profileIds()
{
    QStringList ids;
    for (const QString& file : base::listResources(sourcesFolder, u".json"_s)) {
        auto document = base::readJsonResource(sourcesFolder + u'/' + file);
        const QString id = document ? document->object().value("id"_L1).toString() : QString();
        if (!id.isEmpty() && file == id + u".json"_s)
            ids.append(id);
    }
    return ids;
}

// The profile that a source is going to have, looked over before anything is stored.
Result<sources::SourceProfile> profileFor(const storage::Source& source)
{
    const bool hasOwn = source.settings.contains("profile_file"_L1);
    if (const QStringList known = profileIds(); !hasOwn && !known.contains(source.profile))
        return error(ErrorKind::BadUsage, "cli.source.no_profile",
                     {{u"profile"_s, source.profile}, {u"known"_s, known.join(u", "_s)}});
    auto profile = session::SourceLine::profileOf(source);
    if (profile && profile->id != source.profile)
        return error(ErrorKind::BadInput, "cli.source.other_profile",
                     {{u"profile"_s, source.profile}, {u"found"_s, profile->id}});
    return profile;
}

// A way of signing in that the other side does not know would only fail later, and with a secret given away.
Result<void> takesSignIn(const sources::SourceProfile& profile, const QJsonObject& settings)
{
    const QString auth = shownSettings(settings).value("auth"_L1).toString();
    if (auth == "none"_L1 || auth == "mtls"_L1 || profile.auth.contains(auth))
        return {};
    return error(ErrorKind::BadUsage, "cli.source.sign_in_unknown",
                 {{u"profile"_s, profile.id}, {u"auth"_s, auth}, {u"known"_s, profile.auth.join(u", "_s)}});
}

// Reads what is to stand in the settings, and looks over the whole before it is stored.
Result<storage::Source> settled(Workplace& place, const Arguments& arguments, storage::Source source)
{
    auto settings = settingsFrom(place, arguments, source.settings);
    if (!settings)
        return settings.error();
    source.settings = std::move(*settings);
    auto profile = profileFor(source);
    if (!profile)
        return profile.error();
    if (auto taken = takesSignIn(*profile, source.settings); !taken)
        return taken.error();
    return source;
}

void show(Console& console, const storage::Source& source, const char* message)
{
    if (!console.json()) {
        console.line(console.text(QString::fromLatin1(message), {{u"id"_s, source.id}}));
        return;
    }
    QJsonObject object = shownSettings(source.settings);
    object.insert(u"id"_s, source.id);
    object.insert(u"profile"_s, source.profile);
    console.object(object);
}

class SourceProfilesCommand final : public Command {
public:
    SourceProfilesCommand() : Command({.words = {u"source"_s, u"profiles"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        Console& console = place.console();
        std::vector<QStringList> rows;
        for (const QString& id : profileIds()) {
            auto profile = sources::SourceProfile::load(id);
            if (!profile)
                return profile.error();
            QStringList streams;
            for (const sources::StreamProfile& stream : profile->streams)
                streams.append(stream.id);
            const QString title = console.language() == "hi"_L1 ? profile->titleHi : profile->titleEn;
            const bool isCentre = profile->protocol == sources::SourceProtocol::Icjs;
            if (console.json())
                console.object({{u"id"_s, id},
                                {u"title"_s, title},
                                {u"centre"_s, isCentre},
                                {u"auth"_s, QJsonArray::fromStringList(profile->auth)},
                                {u"streams"_s, QJsonArray::fromStringList(streams)}});
            else
                rows.push_back({id, title, streams.join(u", "_s), profile->auth.join(u", "_s)});
        }
        if (!console.json())
            console.table({u"cli.label.id"_s, u"cli.label.title"_s, u"cli.label.streams"_s, u"cli.label.auth"_s}, rows);
        return Done;
    }
};

// What may follow the address.
const QString settingUsage = u"[--token-file F | --basic-file F | --oauth-client-file F] [--ca-file F]"
                             " [--client-cert F --client-key F] [--profile-file F]"_s;

class SourceAddCommand final : public Command {
public:
    SourceAddCommand()
        : Command({.words = {u"source"_s, u"add"_s},
                   .arguments = u"PROFILE --url URL [--id ID] "_s + settingUsage,
                   .least = 1,
                   .most = 1,
                   .options = withId(settingOptions()),
                   .required = {"url"}})
    {
    }

    static std::vector<const char*> withId(std::vector<const char*> options)
    {
        options.push_back("id");
        return options;
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\\z"_s);
        const QString id = arguments.has("id") ? arguments.value("id") : arguments.word(0);
        if (!form.match(id).hasMatch())
            return error(ErrorKind::BadUsage, "cli.source.bad_id", {{u"id"_s, id}});
        auto source = settled(place, arguments, {id, arguments.word(0), {}});
        if (!source)
            return source.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        if (auto added = (*opened)->sources().add(*source); !added)
            return added.error();
        show(place.console(), *source, "cli.source.added");
        return Done;
    }
};

class SourceUpdateCommand final : public Command {
public:
    SourceUpdateCommand()
        : Command({.words = {u"source"_s, u"update"_s},
                   .arguments = u"ID [--url URL] "_s + settingUsage,
                   .least = 1,
                   .most = 1,
                   .options = settingOptions()})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        const auto& options = settingOptions();
        if (std::none_of(options.begin(), options.end(), [&](const char* name) { return arguments.has(name); }))
            return error(ErrorKind::BadUsage, "cli.source.nothing_to_change",
                         {{u"usage"_s, usage().name() + u' ' + usage().arguments}});
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto known = (*opened)->sources().find(arguments.word(0));
        if (!known)
            return known.error();
        auto source = settled(place, arguments, std::move(*known));
        if (!source)
            return source.error();
        if (auto done = (*opened)->sources().update(*source); !done)
            return done.error();
        show(place.console(), *source, "cli.source.updated");
        return Done;
    }
};

class SourceListCommand final : public Command {
public:
    SourceListCommand() : Command({.words = {u"source"_s, u"list"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto all = (*opened)->sources().all();
        if (!all)
            return all.error();
        Console& console = place.console();
        std::vector<QStringList> rows;
        for (const storage::Source& source : *all) {
            QJsonObject object = shownSettings(source.settings);
            object.insert(u"id"_s, source.id);
            object.insert(u"profile"_s, source.profile);
            if (console.json())
                console.object(object);
            else
                rows.push_back(
                    {source.id, source.profile, object.value("url"_L1).toString(), object.value("auth"_L1).toString()});
        }
        if (console.json())
            return Done;
        if (rows.empty())
            console.note(u"cli.no_sources"_s);
        else
            console.table({u"cli.label.id"_s, u"cli.label.profile"_s, u"cli.label.url"_s, u"cli.label.auth"_s}, rows);
        return Done;
    }
};

class SourceTestCommand final : public Command {
public:
    SourceTestCommand()
        : Command({.words = {u"source"_s, u"test"_s},
                   .arguments = u"ID [--limit N]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"limit"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto limit = arguments.number("limit", 1, 5000, 50);
        if (!limit)
            return limit.error();
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto source = (*opened)->sources().find(arguments.word(0));
        if (!source)
            return source.error();
        auto line = session::SourceLine::open(*source, place.clock());
        if (!line)
            return line.error();
        auto report = line->connector->test(*limit, place.interrupt().token());
        if (!report)
            return report.error();
        bool anyRejected = false;
        for (const sources::StreamTest& stream : report->streams) {
            anyRejected = anyRejected || !stream.reasons.isEmpty();
            if (place.console().json())
                place.console().object(objectOf(source->id, stream));
            else
                print(place.console(), **tables, stream);
        }
        return anyRejected ? PartlyDone : Done;
    }

private:
    // The field that the first row with this reason was about.
    static QString fieldOf(const sources::StreamTest& stream, const QString& reason)
    {
        for (const sources::RejectedRow& row : stream.rejected) {
            if (row.reason == reason)
                return row.detail;
        }
        return {};
    }

    static QJsonObject objectOf(const QMap<QString, int>& counts)
    {
        QJsonObject object;
        for (auto count = counts.begin(); count != counts.end(); ++count)
            object.insert(count.key(), *count);
        return object;
    }

    static QJsonObject objectOf(const QString& sourceId, const sources::StreamTest& stream)
    {
        QJsonArray samples;
        for (const sources::MappedRow& row : stream.samples)
            samples.append(QJsonObject{{u"kind"_s, row.kind},
                                       {u"key"_s, row.sourceKey},
                                       {u"revision"_s, row.sourceRevision},
                                       {u"warnings"_s, QJsonArray::fromStringList(row.warnings)},
                                       {u"payload"_s, row.payload}});
        QJsonArray rejected;
        for (const sources::RejectedRow& row : stream.rejected)
            rejected.append(QJsonObject{{u"key"_s, row.sourceKey},
                                        {u"reason"_s, row.reason},
                                        {u"detail"_s, row.detail},
                                        {u"raw"_s, QString::fromUtf8(row.raw)}});
        return {{u"source"_s, sourceId},
                {u"stream"_s, stream.stream},
                {u"fetched"_s, stream.fetched},
                {u"mapped"_s, stream.mapped},
                {u"duplicates"_s, stream.duplicates},
                {u"reasons"_s, objectOf(stream.reasons)},
                {u"warnings"_s, objectOf(stream.warnings)},
                {u"unused_fields"_s, QJsonArray::fromStringList(stream.unusedFields)},
                {u"rejected"_s, rejected},
                {u"samples"_s, samples}};
    }

    static void print(Console& console, const session::Tables& tables, const sources::StreamTest& stream)
    {
        const QString kind = stream.samples.empty() ? stream.stream : stream.samples.front().kind;
        const auto said = [&](int count, const QString& code, const QString& path) {
            const QString field = fieldCaption(tables.forms, kind, path, console.language());
            console.line(u"  %1 × %2"_s.arg(grouped(count), harmless(console.text(code, {{u"field"_s, field}}))));
        };
        console.line(console.text(u"cli.source.tested"_s,
                                  {{u"stream"_s, stream.stream},
                                   {u"fetched"_s, QString::number(stream.fetched)},
                                   {u"mapped"_s, QString::number(stream.mapped)}}));
        for (auto reason = stream.reasons.begin(); reason != stream.reasons.end(); ++reason)
            said(*reason, reason.key(), fieldOf(stream, reason.key()));
        for (auto warning = stream.warnings.begin(); warning != stream.warnings.end(); ++warning)
            said(*warning, warning.key().section(u' ', 1), warning.key().section(u' ', 0, 0));
        if (!stream.unusedFields.isEmpty())
            console.line(u"  "_s + console.text("cli.source.unused") + u' '
                         + harmless(stream.unusedFields.join(u", "_s)));
    }
};

class SourceRemoveCommand final : public Command {
public:
    SourceRemoveCommand() : Command({.words = {u"source"_s, u"remove"_s}, .arguments = u"ID"_s, .least = 1, .most = 1})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        if (auto removed = (*opened)->sources().remove(arguments.word(0)); !removed)
            return removed.error();
        if (place.console().json())
            place.console().object({{u"removed"_s, arguments.word(0)}});
        else
            place.console().line(place.console().text(u"cli.source.removed"_s, {{u"id"_s, arguments.word(0)}}));
        return Done;
    }
};

} // namespace

void addSourceCommands(CommandList& list)
{
    list.push_back(std::make_unique<SourceProfilesCommand>());
    list.push_back(std::make_unique<SourceAddCommand>());
    list.push_back(std::make_unique<SourceUpdateCommand>());
    list.push_back(std::make_unique<SourceListCommand>());
    list.push_back(std::make_unique<SourceTestCommand>());
    list.push_back(std::make_unique<SourceRemoveCommand>());
}

} // namespace ekatra::cli
