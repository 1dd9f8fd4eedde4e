#include "gateway/practice/StockTables.h"

#include "base/Resources.h"
#include "gateway/practice/Days.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ekatra::gateway::practice {

namespace {

constexpr auto headsFile = "practice/crime_heads.csv";
constexpr auto storiesFile = "practice/narratives.json";

Result<void> loadActs(Stock& stock)
{
    const auto table = readTable(QStringLiteral("practice/acts.csv"));
    if (!table)
        return table.error();
    const auto at = table->columns({"code", "name_en", "name_hi"});
    if (!at)
        return at.error();
    for (std::size_t row = 0; row < table->rowCount(); ++row)
        stock.acts.emplace(textOf(table->cell(row, (*at)[0])),
                           Text{textOf(table->cell(row, (*at)[1])), textOf(table->cell(row, (*at)[2]))});
    return {};
}

Result<void> addLaw(const Stock& stock, std::vector<Law>& laws, const std::string& act, const std::string& section)
{
    const auto known = stock.acts.find(act);
    if (known == stock.acts.end())
        return badResource(QString::fromLatin1(headsFile), QString::fromStdString(act));
    laws.push_back({&known->second, act, section});
    return {};
}

Result<void> addNamedLaws(const Stock& stock, std::string_view words, std::initializer_list<std::vector<Law>*> into)
{
    for (const std::string& word : wordsOf(words)) {
        const auto colon = word.find(':');
        if (colon == std::string::npos)
            return badResource(QString::fromLatin1(headsFile), QString::fromStdString(word));
        for (auto* laws : into)
            if (auto done = addLaw(stock, *laws, word.substr(0, colon), word.substr(colon + 1)); !done)
                return done;
    }
    return {};
}

Result<void> addLaws(const Stock& stock, CrimeKind& crime, std::string_view ipc, std::string_view bns,
                     std::string_view special)
{
    for (const std::string& section : wordsOf(ipc))
        if (auto done = addLaw(stock, crime.oldLaws, "IPC", section); !done)
            return done;
    for (const std::string& section : wordsOf(bns))
        if (auto done = addLaw(stock, crime.newLaws, "BNS", section); !done)
            return done;
    if (auto done = addNamedLaws(stock, special, {&crime.oldLaws, &crime.newLaws}); !done)
        return done;
    if (crime.oldLaws.empty() || crime.newLaws.empty())
        return badResource(QString::fromLatin1(headsFile), QString::fromStdString(crime.id));
    return {};
}

Lag lagOf(std::string_view code)
{
    return code == "h" ? Lag::Hours
        : code == "n"  ? Lag::Night
        : code == "d"  ? Lag::Days
        : code == "w"  ? Lag::Weeks
                       : Lag::Months;
}

VictimKind victimOf(std::string_view code)
{
    return code == "I" ? VictimKind::Informant
        : code == "F"  ? VictimKind::WomanInformant
        : code == "C"  ? VictimKind::Child
        : code == "D"  ? VictimKind::Dead
        : code == "D1" ? VictimKind::DeadWoman
        : code == "D0" ? VictimKind::Abducted
        : code == "W"  ? VictimKind::Missing
                       : VictimKind::None;
}

Rank rankOf(std::string_view code)
{
    for (const Rank rank : {Rank::HeadConstable, Rank::AssistantSubInspector, Rank::SubInspector, Rank::Inspector})
        if (rankCode(rank) == code)
            return rank;
    return Rank::Deputy;
}

Slot slotOf(std::string_view name)
{
    static const std::map<std::string, Slot, std::less<>> slots{
        {"inf", Slot::Informant},  {"rel", Slot::Relation},
        {"home", Slot::Home},      {"age", Slot::Age},
        {"mob", Slot::Mobile},     {"v", Slot::Victim},
        {"vage", Slot::VictimAge}, {"a", Slot::Accused},
        {"all", Slot::AllAccused}, {"date", Slot::Date},
        {"time", Slot::Time},      {"place", Slot::Place},
        {"goods", Slot::Goods},    {"reg", Slot::Registration},
        {"imei", Slot::Imei},      {"val", Slot::Value},
        {"st", Slot::Station},     {"io", Slot::Investigator},
        {"n", Slot::Number},       {"bank", Slot::Account},
        {"ph", Slot::OtherPhone},  {"vill", Slot::VillageOfInformant}};
    const auto found = slots.find(name);
    return found == slots.end() ? Slot::Literal : found->second;
}

// "{inf}" a slot, "<a|b>" one by chance, "[m|f]" by the informant's sex; all else is literal. Empty when malformed.
Template parseTemplate(std::string_view text)
{
    Template pieces;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find_first_of("{<["), text.size());
        if (open > 0)
            pieces.push_back({Slot::Literal, std::string(text.substr(0, open)), {}});
        text.remove_prefix(open);
        if (text.empty())
            break;
        const char bracket = text.front();
        const std::size_t close = text.find(bracket == '{' ? '}' : bracket == '<' ? '>' : ']');
        if (close == std::string_view::npos)
            return {};
        const std::string_view inside = text.substr(1, close - 1);
        Piece piece;
        if (bracket == '{') {
            piece.slot = slotOf(inside);
            if (piece.slot == Slot::Literal)
                return {};
        } else {
            piece.slot = bracket == '<' ? Slot::Choice : Slot::ByInformant;
            for (const std::string& choice : wordsOf(inside, '|')) {
                piece.choices.push_back(parseTemplate(choice));
                if (piece.choices.back().empty())
                    return {};
            }
            if (piece.choices.size() < 2)
                return {};
        }
        pieces.push_back(std::move(piece));
        text.remove_prefix(close + 1);
    }
    return pieces;
}

Result<Stories> storiesOf(const QJsonValue& value)
{
    Stories stories;
    for (const auto& [language, into] :
         {std::pair{QStringLiteral("en"), &stories.en}, {QStringLiteral("hi"), &stories.hi}}) {
        for (const auto& text : value.toObject().value(language).toArray()) {
            into->push_back(parseTemplate(text.toString().toStdString()));
            if (into->back().empty() || text.toString().contains(QLatin1Char('"'))
                || text.toString().contains(QLatin1Char('\\')))
                return badResource(QString::fromLatin1(storiesFile), text.toString());
        }
        if (into->empty())
            return badResource(QString::fromLatin1(storiesFile), QStringLiteral("no text in ") + language);
    }
    return stories;
}

} // namespace

Result<void> loadCrimes(Stock& stock)
{
    if (auto done = loadActs(stock); !done)
        return done;
    const auto table = readTable(QString::fromLatin1(headsFile));
    if (!table)
        return table.error();
    const auto at =
        table->columns({"kind",         "head",        "weight",     "ipc",      "bns",        "special",   "named_pct",
                        "min_accused",  "max_accused", "arrest_pct", "police",   "lag",        "victim",    "goods",
                        "goods_status", "places",      "rank",       "head_ipc", "later_from", "later_laws"});
    if (!at)
        return at.error();
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return table->cell(row, (*at)[i]); };
        CrimeKind crime;
        crime.id = textOf(cell(0));
        crime.head = textOf(cell(1));
        crime.weight = static_cast<std::uint32_t>(numberOf(cell(2)));
        if (auto done = addLaws(stock, crime, cell(3), cell(4), cell(5)); !done)
            return done;
        crime.namedPercent = static_cast<std::uint32_t>(numberOf(cell(6)));
        crime.minAccused = numberOf(cell(7));
        crime.maxAccused = numberOf(cell(8));
        crime.arrestPercent = static_cast<std::uint32_t>(numberOf(cell(9)));
        crime.foundByPolice = cell(10) == "Y";
        crime.lag = lagOf(cell(11));
        crime.victim = victimOf(cell(12));
        crime.official = cell(12) == "O";
        crime.goods = wordsOf(cell(13));
        crime.goodsStatus = textOf(cell(14));
        crime.scenes = wordsOf(cell(15));
        crime.rank = rankOf(cell(16));
        crime.oldHead = cell(17).empty() ? crime.head : textOf(cell(17));
        if (!cell(18).empty()) {
            const QDate from = QDate::fromString(QString::fromStdString(textOf(cell(18))), Qt::ISODate);
            if (!from.isValid())
                return badResource(QString::fromLatin1(headsFile), QString::fromStdString(textOf(cell(18))));
            crime.laterDay = dayOf(from);
            if (auto done = addNamedLaws(stock, cell(19), {&crime.laterLaws}); !done)
                return done;
        }
        stock.crimes.push_back(std::move(crime));
    }
    return {};
}

Result<void> loadGoods(Stock& stock)
{
    const auto wares = readTable(QStringLiteral("practice/goods.csv"));
    if (!wares)
        return wares.error();
    const auto at = wares->columns(
        {"kind", "category", "type", "make", "model", "en", "hi", "min", "max", "qty_min", "qty_max", "weight"});
    if (!at)
        return at.error();
    for (std::size_t row = 0; row < wares->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return wares->cell(row, (*at)[i]); };
        WarePool& pool = stock.goods[textOf(cell(0))];
        pool.wares.push_back({textOf(cell(1)),
                              textOf(cell(2)),
                              textOf(cell(3)),
                              textOf(cell(4)),
                              {textOf(cell(5)), textOf(cell(6))},
                              numberOf(cell(7)),
                              numberOf(cell(8)),
                              numberOf(cell(9)),
                              numberOf(cell(10))});
        const auto weight = static_cast<std::uint32_t>(std::max(numberOf(cell(11)), 1));
        pool.sums.push_back((pool.sums.empty() ? 0 : pool.sums.back()) + weight);
    }

    const auto scenes = readTable(QStringLiteral("practice/scenes.csv"));
    if (!scenes)
        return scenes.error();
    const auto columns = scenes->columns({"kind", "place_type", "en", "hi"});
    if (!columns)
        return columns.error();
    for (std::size_t row = 0; row < scenes->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return textOf(scenes->cell(row, (*columns)[i])); };
        stock.scenes[cell(0)].push_back({cell(1), {cell(2), cell(3)}});
    }

    for (const CrimeKind& crime : stock.crimes) {
        for (const std::string& kind : crime.goods)
            if (!stock.goods.contains(kind))
                return badResource(QString::fromLatin1(headsFile), QString::fromStdString(kind));
        for (const std::string& kind : crime.scenes)
            if (!stock.scenes.contains(kind))
                return badResource(QString::fromLatin1(headsFile), QString::fromStdString(kind));
        if (crime.scenes.empty())
            return badResource(QString::fromLatin1(headsFile), QString::fromStdString(crime.id));
    }
    return {};
}

Result<void> loadStories(Stock& stock)
{
    const auto document = base::readJsonResource(QString::fromLatin1(storiesFile));
    if (!document)
        return document.error();
    const QJsonObject root = document->object();
    const auto part = [&root](const char* group, const QString& name) {
        return root.value(QLatin1String(group)).toObject().value(name);
    };
    struct Wanted {
        Stories* into;
        const char* group;
        const char* name;
    };
    for (const Wanted& wanted :
         {Wanted{&stock.citizenOpenings, "openings", "citizen"}, Wanted{&stock.policeOpenings, "openings", "police"},
          Wanted{&stock.citizenClosings, "closings", "citizen"}, Wanted{&stock.policeClosings, "closings", "police"}}) {
        auto stories = storiesOf(part(wanted.group, QString::fromLatin1(wanted.name)));
        if (!stories)
            return stories.error();
        *wanted.into = std::move(*stories);
    }
    for (const CrimeKind& crime : stock.crimes) {
        auto stories = storiesOf(part("bodies", QString::fromStdString(crime.id)));
        if (!stories)
            return stories.error();
        stock.bodies.push_back(std::move(*stories));
    }
    return {};
}

} // namespace ekatra::gateway::practice
