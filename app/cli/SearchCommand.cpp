// search: everything the store holds, by one line of text or a file full of them.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/Times.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 1000; // the service's largest
constexpr int mostHits = 100'000;

class SearchCommand final : public Command {
public:
    SearchCommand()
        : Command({.words = {u"search"_s},
                   .arguments = u"QUERY|--queries F [--kind K] [--station PS] [--limit N] [--cursor C] [--count]"_s,
                   .most = -1,
                   .options = {"kind", "station", "limit", "cursor", "count", "queries"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto request = requestFrom(place, arguments);
        if (!request)
            return request.error();
        auto queries = queriesFrom(place, arguments);
        if (!queries)
            return queries.error();
        auto opened = place.open();
        if (!opened)
            return opened.error();
        const bool many = arguments.has("queries");
        bool foundAny = false;
        for (const QString& query : *queries) {
            request->text = query;
            auto found = arguments.has("count") ? count(place, **opened, *request, many)
                                                : search(place, **opened, *request, many);
            if (!found)
                return found.error();
            foundAny = *found || foundAny;
        }
        return foundAny || arguments.has("count") ? Done : NothingFound;
    }

private:
    static Result<search::SearchRequest> requestFrom(Workplace& place, const Arguments& arguments)
    {
        auto limit = arguments.number("limit", 1, mostHits, 50);
        if (!limit)
            return limit.error();
        search::SearchRequest request;
        request.limit = *limit;
        request.kind = arguments.value("kind");
        request.station = arguments.value("station");
        request.cursor = arguments.value("cursor");
        request.language = place.console().language();
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        if (request.kind.isEmpty() || (*tables)->kinds.find(request.kind))
            return request;
        QStringList known;
        for (const domain::Kind& kind : (*tables)->kinds.all())
            known.append(kind.code);
        return error(ErrorKind::BadUsage, "cli.unknown_kind",
                     {{u"kind"_s, request.kind}, {u"known"_s, known.join(u", "_s)}});
    }

    static Result<QStringList> queriesFrom(Workplace& place, const Arguments& arguments)
    {
        if (arguments.has("queries") != arguments.words().isEmpty())
            return error(ErrorKind::BadUsage, "cli.search.one_of");
        if (!arguments.has("queries"))
            return QStringList{arguments.words().join(u' ')};
        if (arguments.has("cursor"))
            return error(ErrorKind::BadUsage, "cli.search.cursor_of_many");
        auto text = place.readFile(arguments.value("queries"));
        if (!text)
            return text.error();
        QStringList queries;
        for (const QByteArray& line : text->split('\n')) {
            if (const QString query = QString::fromUtf8(line).trimmed(); !query.isEmpty())
                queries.append(query);
        }
        return queries;
    }

    static Result<bool> count(Workplace& place, session::Services& services, const search::SearchRequest& request,
                              bool many)
    {
        auto counted = services.search().count(request, place.interrupt().token());
        if (!counted)
            return counted.error();
        Console& console = place.console();
        const QString exactly =
            u"{\"count\":%1,\"capped\":%2}"_s.arg(counted->count).arg(counted->capped ? u"true"_s : u"false"_s);
        if (!many)
            console.line(exactly);
        else if (console.json())
            console.object({{u"query"_s, request.text}, {u"count"_s, counted->count}, {u"capped"_s, counted->capped}});
        else
            console.line(grouped(counted->count) + (counted->capped ? u"+\t"_s : u"\t"_s) + harmless(request.text));
        return counted->count > 0;
    }

    static Result<bool> search(Workplace& place, session::Services& services, search::SearchRequest request, bool many)
    {
        Console& console = place.console();
        QJsonArray list; // of one query among many
        bool foundAny = false;
        bool isFirstPage = true;
        if (many && !console.json())
            console.line(console.bold(harmless(request.text)));
        for (int wanted = request.limit; wanted > 0;) {
            request.limit = std::min(wanted, pageSize);
            auto answer = services.search().search(request, place.interrupt().token());
            if (!answer)
                return answer.error();
            wanted -= request.limit;
            if (isFirstPage)
                tellNotes(console, answer->notes);
            isFirstPage = false;
            foundAny = foundAny || !answer->hits.empty();
            const bool isLastPage = wanted <= 0 || answer->nextCursor.isEmpty();
            for (std::size_t i = 0; i < answer->hits.size(); ++i) {
                const bool isLast = isLastPage && i + 1 == answer->hits.size();
                QJsonObject object = objectOf(console, services, answer->hits[i]);
                if (isLast && !answer->nextCursor.isEmpty())
                    object.insert(u"next_cursor"_s, answer->nextCursor);
                if (many)
                    list.append(object);
                else if (console.json())
                    console.object(object);
                if (!console.json())
                    print(console, services, answer->hits[i]);
            }
            if (isLastPage) {
                if (!console.json() && !answer->nextCursor.isEmpty())
                    console.note(u"cli.search.more"_s, {{u"cursor"_s, answer->nextCursor}});
                break;
            }
            request.cursor = answer->nextCursor;
        }
        if (many && console.json())
            console.object({{u"query"_s, request.text}, {u"hits"_s, list}});
        if (!foundAny)
            console.note(u"cli.search.none"_s, {{u"query"_s, request.text}});
        return foundAny;
    }

    static void tellNotes(Console& console, const std::vector<search::Note>& notes)
    {
        for (const search::Note& note : notes)
            console.note(note.code, note.context);
    }

    static QJsonObject objectOf(const Console& console, const session::Services& services, const search::Hit& hit)
    {
        return {{u"id"_s, hit.uid.toString(QUuid::WithoutBraces)},
                {u"kind"_s, hit.kind},
                {u"number"_s, hit.number},
                {u"title"_s, search::joined(hit.title, hit.law).text},
                {u"station"_s, hit.station},
                {u"station_name"_s, services.tables().stations.name(hit.station, console.language())},
                {u"date"_s, jsonDate(hit.date)},
                {u"sources"_s, QJsonArray::fromStringList(hit.sources)},
                {u"snippet"_s, hit.snippet.text},
                {u"score"_s, hit.score},
                {u"state"_s, domain::toText(hit.state)}};
    }

    static QString highlighted(const Console& console, const search::MarkedText& marked)
    {
        const QString& text = marked.text;
        QString out;
        qsizetype at = 0;
        for (const search::Mark& mark : marked.marks) {
            if (mark.start < at || mark.start + mark.length > text.size())
                continue; // they come in order and apart; anything else is better left out than cut wrong
            out += harmless(text.mid(at, mark.start - at)) + console.bold(harmless(text.mid(mark.start, mark.length)));
            at = mark.start + mark.length;
        }
        return out + harmless(text.mid(at));
    }

    static void print(Console& console, const session::Services& services, const search::Hit& hit)
    {
        const domain::Kind* const kind = services.tables().kinds.find(hit.kind);
        const bool hindi = console.language() == "hi"_L1;
        const QString kindName = kind ? (hindi ? kind->titleHi : kind->titleEn) : hit.kind;
        QStringList parts{kindName, hit.number, services.tables().stations.name(hit.station, console.language()),
                          humanDate(hit.date), hit.sources.join(u", "_s)};
        if (hit.state != domain::RecordState::Held)
            parts.append(console.text(u"cli.state."_s + domain::toText(hit.state)));
        parts.removeAll(QString());
        console.line(harmless(parts.join(u" · "_s)));
        for (const search::MarkedText& line : {search::joined(hit.title, hit.law), hit.snippet}) {
            if (!line.isEmpty())
                console.line(u"    "_s + highlighted(console, line));
        }
    }
};

} // namespace

void addSearchCommands(CommandList& list)
{
    list.push_back(std::make_unique<SearchCommand>());
}

} // namespace ekatra::cli
