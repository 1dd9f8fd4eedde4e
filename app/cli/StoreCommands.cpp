// init, info and verify: the store itself.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/Times.h"
#include "storage/Migrator.h"
#include "storage/Verify.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class InitCommand final : public Command {
public:
    InitCommand()
        : Command({.words = {u"init"_s},
                   .arguments = u"--station PS_CODE --user NAME [--name TEXT]"_s,
                   .options = {"station", "name"},
                   .required = {"station"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        const storage::NewStore about{.station = arguments.value("station").trimmed(),
                                      .user = place.globals().user.trimmed(),
                                      .displayName = arguments.value("name").trimmed(),
                                      .cost = {}};
        if (auto sensible = check(about); !sensible)
            return sensible.error();
        if (auto empty = storage::Store::mayCreate(place.globals().store); !empty)
            return empty.error();
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        if (!(*tables)->stations.knows(about.station))
            place.console().note(u"cli.station_not_listed"_s, {{u"station"_s, about.station}});
        auto passphrase = place.newPassphrase();
        if (!passphrase)
            return passphrase.error();
        auto store = storage::Store::create(place.globals().store, about, *passphrase, session::storeOptions(**tables));
        if (!store)
            return store.error();
        show(place.console(), **store, (*tables)->stations);
        return Done;
    }

private:
    static Result<void> check(const storage::NewStore& about)
    {
        static const QRegularExpression code(u"\\A[0-9]{7,8}\\z"_s);
        static const QRegularExpression name(u"\\A[^\\p{C}]{1,64}\\z"_s);
        if (!code.match(about.station).hasMatch())
            return error(ErrorKind::BadInput, "cli.bad_station", {{u"station"_s, about.station}});
        if (about.user.isEmpty())
            return error(ErrorKind::BadUsage, "cli.option_missing",
                         {{u"option"_s, u"--user"_s}, {u"usage"_s, u"init --station PS_CODE --user NAME"_s}});
        if (!name.match(about.user).hasMatch())
            return error(ErrorKind::BadInput, "cli.bad_user", {{u"user"_s, about.user}});
        return {};
    }

    static void show(Console& console, const storage::Store& store, const domain::Stations& stations)
    {
        const QString stationName = stations.name(store.station(), console.language());
        if (console.json()) {
            console.object({{u"path"_s, store.folder()},
                            {u"station"_s, store.station()},
                            {u"station_name"_s, stationName},
                            {u"user"_s, store.user()},
                            {u"workstation"_s, store.workstation()}});
            return;
        }
        console.line(console.text("cli.init.done"));
        console.pairs({{"cli.label.path", store.folder()},
                       {"cli.label.station", store.station() + u' ' + stationName},
                       {"cli.label.user", store.user()}});
    }
};

class InfoCommand final : public Command {
public:
    InfoCommand() : Command({.words = {u"info"_s}, .arguments = u"[--support]"_s, .options = {"support"}}) { }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto facts = place.hasPassphrase() ? unlocked(place) : locked(place);
        // What can be seen from outside is worth saying when somebody else has the store; but it is not what was asked.
        std::optional<Error> held;
        if (!facts && facts.error().kind == ErrorKind::Busy) {
            held = facts.error();
            facts = locked(place);
        }
        if (!facts)
            return facts.error();
        if (arguments.has("support")) {
            // Counts, versions and sizes help a help desk; who and where do not concern it.
            for (const char* personal :
                 {"path", "user", "users", "station", "station_name", "held_by", "content_digest"})
                facts->remove(QLatin1StringView(personal));
        }
        if (place.console().json())
            place.console().object(*facts);
        else
            print(place.console(), *facts);
        if (held)
            return *held;
        return Done;
    }

private:
    static QJsonObject sizesOf(const QString& folder)
    {
        const QString file = folder + u"/store.ekatra"_s;
        return {{u"store"_s, QFileInfo(file).size()}, {u"wal"_s, QFileInfo(file + u"-wal"_s).size()}};
    }

    static Result<QString> cipherOf(storage::Connection& db)
    {
        auto version = db.query("PRAGMA cipher_version");
        if (!version.next())
            return version.status().ok() ? Error{} : version.status().error();
        return u"SQLCipher "_s + version.text(0);
    }

    static Result<QJsonObject> locked(Workplace& place)
    {
        auto glance = storage::Store::glance(place.globals().store);
        if (!glance)
            return glance.error();
        QJsonObject facts{{u"locked"_s, true},
                          {u"path"_s, glance->path},
                          {u"ekatra"_s, QStringLiteral(EKATRA_VERSION)},
                          {u"users"_s, QJsonArray::fromStringList(glance->users)},
                          {u"sizes"_s, sizesOf(glance->path)}};
        if (!glance->heldBy.isEmpty())
            facts.insert(u"held_by"_s, glance->heldBy);
        return facts;
    }

    static Result<QJsonObject> unlocked(Workplace& place)
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto cipher = cipherOf(services.store().writer());
        auto counts = services.reader().countsByKind();
        auto digest = services.reader().contentDigest();
        auto sources = services.sources().all();
        auto owed = services.outbox().counts();
        auto setAside = services.quarantine().all();
        if (!cipher)
            return cipher.error();
        if (!counts)
            return counts.error();
        if (!digest)
            return digest.error();
        if (!sources)
            return sources.error();
        if (!owed)
            return owed.error();
        if (!setAside)
            return setAside.error();
        QJsonObject byKind;
        for (auto kind = counts->begin(); kind != counts->end(); ++kind)
            byKind.insert(kind.key(), kind.value());
        QJsonArray sourceIds;
        for (const storage::Source& source : *sources)
            sourceIds.append(source.id);
        const QString station = services.store().station();
        return QJsonObject{
            {u"locked"_s, false},
            {u"path"_s, services.store().folder()},
            {u"ekatra"_s, QStringLiteral(EKATRA_VERSION)},
            {u"schema"_s, storage::storeMigrations().back().number}, // an opened store is at the newest
            {u"cipher"_s, *cipher},
            {u"station"_s, station},
            {u"station_name"_s, services.tables().stations.name(station, place.console().language())},
            {u"user"_s, services.store().user()},
            {u"counts"_s, byKind},
            {u"sizes"_s, sizesOf(services.store().folder())},
            {u"content_digest"_s, QString::fromLatin1(*digest)},
            {u"sources"_s, sourceIds},
            {u"outbox"_s,
             QJsonObject{
                 {u"waiting"_s, owed->waiting}, {u"rejected"_s, owed->rejected}, {u"conflicted"_s, owed->conflicted}}},
            {u"quarantined"_s, static_cast<qint64>(setAside->size())},
        };
    }

    static QString joined(const QJsonValue& list)
    {
        QStringList texts;
        for (const QJsonValue& value : list.toArray())
            texts.append(value.toString());
        return texts.join(u", "_s);
    }

    static void print(Console& console, const QJsonObject& facts)
    {
        const auto text = [&](const char* key) { return facts.value(QLatin1StringView(key)).toString(); };
        const QJsonObject sizes = facts.value("sizes"_L1).toObject();
        std::vector<std::pair<const char*, QString>> pairs{
            {"cli.label.path", text("path")},
            {"cli.label.state", console.text(facts.value("locked"_L1).toBool() ? "cli.info.locked" : "cli.info.open")},
            {"cli.label.held_by", text("held_by")},
            {"cli.label.station", (text("station") + u' ' + text("station_name")).trimmed()},
            {"cli.label.user", text("user")},
            {"cli.label.users", joined(facts.value("users"_L1))},
            {"cli.label.ekatra", text("ekatra")},
        };
        if (!facts.value("locked"_L1).toBool()) {
            const QJsonObject owed = facts.value("outbox"_L1).toObject();
            const auto number = [](const QJsonValue& value) { return grouped(value.toInteger()); };
            QStringList counts;
            const QJsonObject byKind = facts.value("counts"_L1).toObject();
            for (auto kind = byKind.begin(); kind != byKind.end(); ++kind)
                counts.append(kind.key() + u' ' + number(*kind));
            pairs.insert(pairs.end(),
                         {{"cli.label.schema", QString::number(facts.value("schema"_L1).toInt())},
                          {"cli.label.cipher", text("cipher")},
                          {"cli.label.records", counts.isEmpty() ? u"0"_s : counts.join(u", "_s)},
                          {"cli.label.sources", joined(facts.value("sources"_L1))},
                          {"cli.label.waiting", number(owed.value("waiting"_L1))},
                          {"cli.label.rejected", number(owed.value("rejected"_L1))},
                          {"cli.label.conflicted", number(owed.value("conflicted"_L1))},
                          {"cli.label.quarantined", number(facts.value("quarantined"_L1))},
                          {"cli.label.digest", text("content_digest")}});
        }
        pairs.emplace_back("cli.label.size", humanBytes(sizes.value("store"_L1).toInteger()));
        console.pairs(pairs);
    }
};

class VerifyCommand final : public Command {
public:
    VerifyCommand() : Command({.words = {u"verify"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        auto problems = storage::verify((*opened)->store().writer());
        if (!problems)
            return problems.error();
        Console& console = place.console();
        if (console.json()) {
            console.object({{u"ok"_s, problems->isEmpty()}, {u"problems"_s, QJsonArray::fromStringList(*problems)}});
        } else {
            console.line(console.text(problems->isEmpty() ? "cli.verify.sound" : "cli.verify.problems"));
            for (const QString& problem : *problems)
                console.line(u"  "_s + harmless(problem));
        }
        return problems->isEmpty() ? Done : StoreDamaged;
    }
};

} // namespace

void addStoreCommands(CommandList& list)
{
    list.push_back(std::make_unique<InitCommand>());
    list.push_back(std::make_unique<InfoCommand>());
    list.push_back(std::make_unique<VerifyCommand>());
}

} // namespace ekatra::cli
