#include "gateway/practice/Stock.h"

#include "base/Resources.h"
#include "gateway/practice/StockTables.h"

#include <algorithm>
#include <functional>

namespace ekatra::gateway::practice {

namespace {

void addSum(std::vector<std::uint32_t>& sums, std::uint32_t weight)
{
    sums.push_back((sums.empty() ? 0 : sums.back()) + std::max(weight, 1U));
}

bool fitForJson(const QByteArray& bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return c == '\\' || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r');
    });
}

} // namespace

std::string_view rankCode(Rank rank)
{
    switch (rank) {
    case Rank::HeadConstable:
        return "HC";
    case Rank::AssistantSubInspector:
        return "ASI";
    case Rank::SubInspector:
        return "SI";
    case Rank::Inspector:
        return "INSP";
    case Rank::Deputy:
        return "DSP";
    }
    return {};
}

std::string_view rankIn(Rank rank, Script script)
{
    if (script == Script::Latin)
        return rank == Rank::Inspector ? "Inspector" : rankCode(rank);
    switch (rank) {
    case Rank::HeadConstable:
        return "मुख्य सिपाही";
    case Rank::AssistantSubInspector:
        return "स0उ0नि0";
    case Rank::SubInspector:
        return "उप निरीक्षक";
    case Rank::Inspector:
        return "निरीक्षक";
    case Rank::Deputy:
        return "उप पुलिस अधीक्षक";
    }
    return {};
}

Result<CsvTable> readTable(const QString& file)
{
    const auto bytes = base::readResource(file);
    if (!bytes)
        return bytes.error();
    if (!fitForJson(*bytes))
        return badResource(file, QStringLiteral("a backslash or a control character"));
    return CsvTable::parse(*bytes, file);
}

Error badResource(const QString& file, const QString& detail)
{
    return error(ErrorKind::BadInput, "practice.bad_resource",
                 {{QStringLiteral("file"), file}, {QStringLiteral("detail"), detail}});
}

std::string textOf(std::string_view cell)
{
    return std::string(cell);
}

int numberOf(std::string_view cell)
{
    int value = 0;
    for (const char c : cell)
        if (c >= '0' && c <= '9')
            value = value * 10 + (c - '0');
    return value;
}

std::vector<std::string> wordsOf(std::string_view cell, char separator)
{
    std::vector<std::string> words;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(separator), cell.size());
        if (end > 0)
            words.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return words;
}

namespace {

// The usual spelling about seven times in ten, then those picked by hand, then the derived ones.
void spell(std::vector<std::string>& forms, std::vector<std::uint32_t>& sums, std::string_view usual,
           std::string_view variants, int chosen)
{
    forms.push_back(textOf(usual));
    addSum(sums, 700);
    const auto others = wordsOf(variants, '|');
    for (std::size_t i = 0; i < others.size(); ++i) {
        forms.push_back(others[i]);
        addSum(sums, i < static_cast<std::size_t>(chosen) ? 110 : 20);
    }
}

Result<void> loadNamePool(const QString& file,
                          const std::function<NamePool&(std::string_view, std::string_view)>& poolOf, bool both)
{
    const auto table = readTable(file);
    if (!table)
        return table.error();
    const auto at = table->columns(
        {"name_en", "name_hi", "style", "weight", "variants_en", "variants_hi", "chosen_en", "chosen_hi"});
    if (!at)
        return at.error();
    const int sex = table->column("sex");
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const auto cell = [&](int i) { return table->cell(row, (*at)[static_cast<std::size_t>(i)]); };
        Spellings name;
        spell(name.en, name.enSums, cell(0), cell(4), numberOf(cell(6)));
        spell(name.hi, name.hiSums, cell(1), cell(5), numberOf(cell(7)));
        const auto weight = static_cast<std::uint32_t>(numberOf(cell(3)));
        const std::string_view written = table->cell(row, sex);
        for (const std::string_view one : {std::string_view("M"), std::string_view("F")}) {
            if (both && written.find(one) == std::string_view::npos)
                continue;
            NamePool& pool = poolOf(one, cell(2));
            pool.names.push_back(name);
            addSum(pool.sums, weight);
            if (!both)
                break;
        }
    }
    return {};
}

} // namespace

Result<void> loadNames(Stock& stock)
{
    const auto given = [&stock](std::string_view sex, std::string_view style) -> NamePool& {
        return stock.given[sex == "F" ? 1 : 0][style == "solo" ? 1 : 0];
    };
    if (auto done = loadNamePool(QStringLiteral("names/practice_given.csv"), given, true); !done)
        return done;
    const auto surname = [&stock](std::string_view, std::string_view style) -> NamePool& {
        return stock.surnames[style == "solo" ? 1 : 0];
    };
    if (auto done = loadNamePool(QStringLiteral("names/practice_surnames.csv"), surname, false); !done)
        return done;
    for (const auto& bySex : stock.given)
        for (const NamePool& pool : bySex)
            if (pool.names.empty())
                return badResource(QStringLiteral("names/practice_given.csv"),
                                   QStringLiteral("a kind of name is missing"));
    for (const NamePool& pool : stock.surnames)
        if (pool.names.empty())
            return badResource(QStringLiteral("names/practice_surnames.csv"), QStringLiteral("a style is missing"));
    return {};
}

void appointOfficers(Stock& stock, std::uint64_t seed)
{
    static constexpr std::array<Rank, 11> posts{Rank::HeadConstable,
                                                Rank::HeadConstable,
                                                Rank::HeadConstable,
                                                Rank::AssistantSubInspector,
                                                Rank::AssistantSubInspector,
                                                Rank::AssistantSubInspector,
                                                Rank::SubInspector,
                                                Rank::SubInspector,
                                                Rank::SubInspector,
                                                Rank::Inspector,
                                                Rank::Deputy};
    for (PoliceStation& station : stock.stations) {
        Dice dice(seed, Purpose::Roster, static_cast<std::uint64_t>(numberOf(station.code)));
        const std::string& suffix = stock.districts[station.district].beltSuffix;
        const auto appoint = [&](Rank rank, bool woman) {
            const Written name = stock.given[woman ? 1 : 0][0].any(dice).usual();
            Officer officer;
            officer.rank = rank;
            officer.name = {textOf(name.en), textOf(name.hi)};
            const bool oneWord = officer.name.en.find(' ') == std::string::npos;
            if (!woman && oneWord && dice.chance(55)) {
                const bool singh = dice.chance(50);
                officer.name.en += singh ? " Singh" : " Kumar";
                officer.name.hi += singh ? " सिंह" : " कुमार";
            }
            officer.belt = std::to_string(dice.between(11, 1999)) + "/" + suffix;
            return officer;
        };
        const bool womens = station.kind == StationKind::Women;
        station.sho = appoint(dice.chance(70) ? Rank::Inspector : Rank::SubInspector, womens);
        for (const Rank rank : posts)
            station.officers.push_back(appoint(rank, womens || dice.chance(12)));
    }
}

Result<Stock> Stock::load(int stations, std::uint64_t seed)
{
    Stock stock;
    using Step = Result<void> (*)(Stock&);
    for (const Step step : {Step(loadNames), Step(loadPlaces), Step(loadCrimes), Step(loadGoods), Step(loadStories)})
        if (auto done = step(stock); !done)
            return done.error();
    if (auto done = loadStations(stock, stations); !done)
        return done.error();
    appointOfficers(stock, seed);

    for (const CrimeKind& crime : stock.crimes) {
        const bool womens = crime.head.front() == 'B' || crime.id == "kidnap_minor";
        const bool cyber = crime.head == "D05";
        const auto last = [](const std::vector<std::uint32_t>& sums) { return sums.empty() ? 0U : sums.back(); };
        for (const StationKind kind : {StationKind::Regular, StationKind::Women, StationKind::Cyber}) {
            auto& sums = stock.crimeSums[static_cast<std::size_t>(kind)];
            const bool here = kind == StationKind::Regular || (kind == StationKind::Women ? womens : cyber);
            sums.push_back(last(sums) + (here ? crime.weight : 0));
        }
    }
    return stock;
}

} // namespace ekatra::gateway::practice
