#include "sources/SourceProfile.h"

#include "base/Resources.h"
#include "sources/MappingCompiler.h"
#include "sources/Utf8.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::sources {

namespace {

QLatin1String latin(const char* text)
{
    return QLatin1String(text);
}

std::vector<std::string> pathOf(const QJsonValue& json)
{
    std::vector<std::string> path;
    for (const QString& part : json.toString().split(QLatin1Char('/'), Qt::SkipEmptyParts))
        path.push_back(part.toStdString());
    return path;
}

// Reads a profile and remembers the first thing that is wrong with it, with its place.
class Reader {
public:
    Reader(const QJsonObject& json, const QJsonObject& actNames, QString file)
        : m_json(json), m_actNames(actNames), m_file(std::move(file))
    {
    }

    Result<SourceProfile> read()
    {
        allowOnly(m_json,
                  {"$schema", "id", "version", "title", "protocol", "auth", "time_zone", "null_words", "unknown_words",
                   "act_names", "lists", "shapes", "streams"},
                  {});
        SourceProfile profile;
        profile.id = text(m_json, "id", {});
        const QJsonObject title = m_json.value(latin("title")).toObject();
        profile.titleEn = text(title, "en", QStringLiteral("/title"));
        profile.titleHi = text(title, "hi", QStringLiteral("/title"));
        profile.protocol = protocol();
        profile.auth = auth();
        profile.zoneMinutes = zone();
        makeWorld(profile.zoneMinutes);
        const QJsonArray streams = m_json.value(latin("streams")).toArray();
        if (streams.isEmpty())
            complain(QStringLiteral("/streams"), QStringLiteral("at least one stream is wanted"));
        for (int i = 0; i < streams.size() && !m_fault; ++i)
            profile.streams.push_back(stream(streams.at(i).toObject(), QStringLiteral("/streams/%1").arg(i), profile));
        if (m_fault)
            return *m_fault;
        return profile;
    }

private:
    void complain(const QString& path, const QString& detail)
    {
        if (!m_fault)
            m_fault = error(
                ErrorKind::BadInput, "sources.bad_profile",
                {{QStringLiteral("file"), m_file}, {QStringLiteral("path"), path}, {QStringLiteral("detail"), detail}});
    }

    void adopt(Error fault)
    {
        fault.context.insert(QStringLiteral("file"), m_file);
        if (!m_fault)
            m_fault = std::move(fault);
    }

    void allowOnly(const QJsonObject& json, std::initializer_list<const char*> names, const QString& at)
    {
        for (auto it = json.begin(); it != json.end(); ++it) {
            const bool known = it.key() == latin("$comment")
                || std::any_of(names.begin(), names.end(), [&](const char* name) { return it.key() == latin(name); });
            if (!known)
                complain(at + QLatin1Char('/') + it.key(), QStringLiteral("not a word of a profile here"));
        }
    }

    QString text(const QJsonObject& json, const char* name, const QString& at)
    {
        const QString value = json.value(latin(name)).toString();
        if (value.isEmpty())
            complain(at + QLatin1Char('/') + latin(name), QStringLiteral("a text is wanted"));
        return value;
    }

    SourceProtocol protocol()
    {
        const QString name = m_json.value(latin("protocol")).toString(QStringLiteral("lists"));
        if (name == latin("icjs"))
            return SourceProtocol::Icjs;
        if (name != latin("lists"))
            complain(QStringLiteral("/protocol"), QStringLiteral("\"lists\" or \"icjs\" is wanted"));
        return SourceProtocol::MappedLists;
    }

    QStringList auth()
    {
        QStringList kinds;
        for (const auto& kind : m_json.value(latin("auth")).toArray())
            kinds << kind.toString();
        for (const QString& kind : kinds) {
            if (kind != latin("none") && kind != latin("bearer") && kind != latin("mtls"))
                complain(QStringLiteral("/auth"), QStringLiteral("\"%1\" is not none, bearer or mtls").arg(kind));
        }
        return kinds;
    }

    // "+05:30" in minutes.
    int zone()
    {
        const QString text = m_json.value(latin("time_zone")).toString(QStringLiteral("+05:30"));
        bool hoursRead = false;
        bool minutesRead = false;
        const int hours = text.mid(1, 2).toInt(&hoursRead);
        const int minutes = text.mid(4, 2).toInt(&minutesRead);
        const bool signedRight = text.startsWith(QLatin1Char('+')) || text.startsWith(QLatin1Char('-'));
        if (text.size() != 6 || !signedRight || !hoursRead || !minutesRead) {
            complain(QStringLiteral("/time_zone"), QStringLiteral("an offset such as +05:30 is wanted"));
            return 0;
        }
        return (text.startsWith(QLatin1Char('-')) ? -1 : 1) * (hours * 60 + minutes);
    }

    void makeWorld(int zoneMinutes)
    {
        m_world.transforms.zoneMinutes = zoneMinutes;
        auto nullWords = std::make_shared<WordSet>();
        for (const auto& word : m_json.value(latin("null_words")).toArray())
            nullWords->add(word.toString().toStdString());
        m_world.nullWords = nullWords;
        for (const auto& word : m_json.value(latin("unknown_words")).toArray())
            m_world.unknownWords.add(word.toString().toStdString());
        const QJsonObject lists = m_json.value(latin("lists")).toObject();
        for (auto it = lists.begin(); it != lists.end(); ++it)
            m_world.transforms.lists.emplace(it.key().toStdString(), codeList(it.value().toObject(), it.key()));
        m_world.shapes = m_json.value(latin("shapes")).toObject();
        if (!m_json.contains(latin("act_names")))
            return;
        auto acts = ActNames::parse(m_actNames);
        if (acts)
            m_world.transforms.acts = std::make_shared<ActNames>(std::move(*acts));
        else
            adopt(acts.error());
    }

    std::shared_ptr<const CodeList> codeList(const QJsonObject& json, const QString& name)
    {
        auto list = std::make_shared<CodeList>();
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (!it.value().isString())
                complain(QStringLiteral("/lists/") + name + QLatin1Char('/') + it.key(),
                         QStringLiteral("a code is wanted"));
            list->emplace(utf8::asciiLower(it.key().toStdString()), it.value().toString().toStdString());
        }
        return list;
    }

    StreamProfile stream(const QJsonObject& json, const QString& at, const SourceProfile& profile)
    {
        allowOnly(json,
                  {"id", "kind", "path", "rows", "paging", "listing", "record", "key", "changed", "derive", "map"}, at);
        StreamProfile stream;
        stream.id = text(json, "id", at);
        stream.path = text(json, "path", at);
        if (profile.protocol == SourceProtocol::Icjs)
            return stream;
        stream.kind = text(json, "kind", at);
        stream.rows = pathOf(json.value(latin("rows")));
        if (json.contains(latin("paging")))
            stream.window = window(json.value(latin("paging")).toObject(), at + QStringLiteral("/paging"));
        else
            complain(at + QStringLiteral("/paging"), QStringLiteral("how is this list paged?"));
        if (json.contains(latin("listing")))
            stream.listing = listing(json.value(latin("listing")).toObject(), at + QStringLiteral("/listing"));
        if (json.contains(latin("record")))
            stream.record = record(json.value(latin("record")).toObject(), at + QStringLiteral("/record"));
        stream.mapping = mapping(json, at);
        return stream;
    }

    std::shared_ptr<const Mapping> mapping(const QJsonObject& json, const QString& at)
    {
        auto compiled = MappingCompiler(m_world).compile(json, at);
        if (compiled)
            return std::make_shared<const Mapping>(std::move(*compiled));
        adopt(compiled.error());
        return nullptr;
    }

    DateWindow window(const QJsonObject& json, const QString& at)
    {
        allowOnly(json, {"type", "from_param", "to_param", "format", "max_days", "reread_windows", "history_from"}, at);
        if (text(json, "type", at) != latin("date_window"))
            complain(at + QStringLiteral("/type"), QStringLiteral("\"date_window\" is the one kind for lists so far"));
        DateWindow window;
        window.fromParam = text(json, "from_param", at);
        window.toParam = text(json, "to_param", at);
        window.format = text(json, "format", at);
        window.maxDays = json.value(latin("max_days")).toInt(30);
        window.rereadWindows = json.value(latin("reread_windows")).toInt(3);
        window.historyFrom = QDate::fromString(text(json, "history_from", at), Qt::ISODate);
        if (window.maxDays < 1 || window.maxDays > 3660)
            complain(at + QStringLiteral("/max_days"), QStringLiteral("1 to 3660 days"));
        if (window.rereadWindows < 0 || window.rereadWindows > 100)
            complain(at + QStringLiteral("/reread_windows"), QStringLiteral("0 to 100 windows"));
        if (!window.historyFrom.isValid())
            complain(at + QStringLiteral("/history_from"), QStringLiteral("a day such as 2015-01-01 is wanted"));
        return window;
    }

    YearListing listing(const QJsonObject& json, const QString& at)
    {
        allowOnly(json, {"path", "year_param", "rows", "key", "changed"}, at);
        YearListing listing;
        listing.path = text(json, "path", at);
        listing.yearParam = text(json, "year_param", at);
        listing.rows = pathOf(json.value(latin("rows")));
        QJsonObject mapped = json;
        mapped.insert(QStringLiteral("map"), QJsonObject{{QStringLiteral("key"), json.value(latin("key"))}});
        listing.mapping = mapping(mapped, at);
        return listing;
    }

    SingleRecord record(const QJsonObject& json, const QString& at)
    {
        allowOnly(json, {"path", "key_param", "row"}, at);
        return {text(json, "path", at), text(json, "key_param", at), pathOf(json.value(latin("row")))};
    }

    const QJsonObject m_json;
    const QJsonObject m_actNames;
    const QString m_file;
    MappingWorld m_world;
    std::optional<Error> m_fault;
};

} // namespace

const StreamProfile* SourceProfile::stream(const QString& id) const
{
    const auto found =
        std::find_if(streams.begin(), streams.end(), [&id](const StreamProfile& stream) { return stream.id == id; });
    return found == streams.end() ? nullptr : &*found;
}

Result<SourceProfile> SourceProfile::load(const QString& id)
{
    const QString file = QStringLiteral("sources/") + id + QStringLiteral(".json");
    auto document = base::readJsonResource(file);
    if (!document)
        return document.error();
    QJsonObject actNames;
    const QString names = document->object().value(latin("act_names")).toString();
    if (!names.isEmpty()) {
        auto read = base::readJsonResource(QStringLiteral("sources/") + names);
        if (!read)
            return read.error();
        actNames = read->object();
    }
    return parse(document->object(), actNames, file);
}

Result<SourceProfile> SourceProfile::parse(const QJsonObject& json, const QJsonObject& actNames, const QString& file)
{
    return Reader(json, actNames, file).read();
}

} // namespace ekatra::sources
