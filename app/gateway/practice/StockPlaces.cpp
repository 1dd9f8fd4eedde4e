#include "gateway/practice/StockTables.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

std::uint32_t indexOfDistrict(const Stock& stock, std::string_view name)
{
    for (std::size_t i = 0; i < stock.districts.size(); ++i)
        if (stock.districts[i].name.en == name)
            return static_cast<std::uint32_t>(i);
    return static_cast<std::uint32_t>(stock.districts.size());
}

Result<void> loadDistricts(Stock& stock)
{
    const auto table = readTable(QStringLiteral("places/districts.csv"));
    if (!table)
        return table.error();
    const auto at = table->columns({"practice_code", "name_en", "name_hi", "vehicle_offices", "belt_suffix"});
    if (!at)
        return at.error();
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        PoliceDistrict district;
        district.code = textOf(table->cell(row, (*at)[0]));
        district.name = {textOf(table->cell(row, (*at)[1])), textOf(table->cell(row, (*at)[2]))};
        district.vehicleOffices = wordsOf(table->cell(row, (*at)[3]));
        district.beltSuffix = textOf(table->cell(row, (*at)[4]));
        if (district.vehicleOffices.empty())
            return badResource(QStringLiteral("places/districts.csv"), QStringLiteral("no vehicle office"));
        stock.districts.push_back(std::move(district));
    }
    return {};
}

void addForms(std::vector<std::string>& forms, std::vector<std::uint32_t>& sums, std::string_view usual,
              std::string_view variants)
{
    forms.push_back(textOf(usual));
    sums.push_back(85);
    const auto others = wordsOf(variants, '|');
    for (std::size_t i = 0; i < std::min<std::size_t>(others.size(), 2); ++i) {
        forms.push_back(others[i]);
        sums.push_back(sums.back() + (i == 0 ? 10 : 3));
    }
}

Result<void> loadVillages(Stock& stock)
{
    const QString file = QStringLiteral("places/villages.csv");
    const auto table = readTable(file);
    if (!table)
        return table.error();
    const auto at = table->columns({"name_en", "name_hi", "kind", "district", "tehsil", "variants_en", "variants_hi"});
    if (!at)
        return at.error();
    std::map<std::string, std::string, std::less<>> hindiOf;
    for (std::size_t row = 0; row < table->rowCount(); ++row)
        hindiOf.emplace(table->cell(row, (*at)[0]), table->cell(row, (*at)[1]));

    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return table->cell(row, (*at)[i]); };
        Village village;
        addForms(village.name.en, village.name.enSums, cell(0), cell(5));
        addForms(village.name.hi, village.name.hiSums, cell(1), cell(6));
        village.town = cell(2) != "village";
        village.district = indexOfDistrict(stock, cell(3));
        if (village.district == stock.districts.size())
            return badResource(file, QString::fromUtf8(cell(3).data(), static_cast<qsizetype>(cell(3).size())));
        const auto hindi = hindiOf.find(cell(4));
        village.tehsil.en = textOf(cell(4));
        village.tehsil.hi = hindi == hindiOf.end() ? stock.districts[village.district].name.hi : hindi->second;
        stock.districts[village.district].villages.push_back(static_cast<std::uint32_t>(stock.villages.size()));
        stock.villages.push_back(std::move(village));
    }
    return {};
}

Result<void> loadOutside(Stock& stock)
{
    const auto table = readTable(QStringLiteral("practice/outside_places.csv"));
    if (!table)
        return table.error();
    const auto at =
        table->columns({"name_en", "name_hi", "district_en", "district_hi", "state_en", "state_hi", "state", "weight"});
    if (!at)
        return at.error();
    std::uint32_t sum = 0;
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return textOf(table->cell(row, (*at)[i])); };
        stock.outside.push_back({{cell(0), cell(1)}, {cell(2), cell(3)}, {cell(4), cell(5)}, cell(6)});
        sum += static_cast<std::uint32_t>(numberOf(cell(7)));
        stock.outsideSums.push_back(sum);
    }
    if (sum == 0)
        return badResource(QStringLiteral("practice/outside_places.csv"), QStringLiteral("no rows"));
    return {};
}

struct StationFacts {
    std::string nameEn, nameHi, district, kind;
};

Result<std::map<std::string, StationFacts, std::less<>>> readStationFacts()
{
    const auto table = readTable(QStringLiteral("places/stations.csv"));
    if (!table)
        return table.error();
    const auto at = table->columns({"practice_code", "district", "name_en", "name_hi", "kind"});
    if (!at)
        return at.error();
    std::map<std::string, StationFacts, std::less<>> facts;
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const auto cell = [&](std::size_t i) { return textOf(table->cell(row, (*at)[i])); };
        facts.emplace(cell(0), StationFacts{cell(2), cell(3), cell(1), cell(4)});
    }
    return facts;
}

} // namespace

Result<void> loadPlaces(Stock& stock)
{
    if (auto done = loadDistricts(stock); !done)
        return done;
    if (auto done = loadVillages(stock); !done)
        return done;
    return loadOutside(stock);
}

Result<void> loadStations(Stock& stock, int count)
{
    const QString file = QStringLiteral("practice/stations.csv");
    const auto facts = readStationFacts();
    if (!facts)
        return facts.error();
    const auto table = readTable(file);
    if (!table)
        return table.error();
    const auto at = table->columns({"practice_code", "weight", "tehsil"});
    if (!at)
        return at.error();

    const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(count, 1)), table->rowCount());
    std::uint32_t sum = 0;
    for (std::size_t row = 0; row < wanted; ++row) {
        const auto known = facts->find(table->cell(row, (*at)[0]));
        if (known == facts->end())
            return badResource(file, QStringLiteral("a station that places/stations.csv does not know"));
        PoliceStation station;
        station.code = known->first;
        station.name = {known->second.nameEn, known->second.nameHi};
        station.inSpeech = {"P.S. " + station.name.en, station.name.hi};
        station.kind = known->second.kind == "women" ? StationKind::Women
            : known->second.kind == "cyber"          ? StationKind::Cyber
                                                     : StationKind::Regular;
        station.district = indexOfDistrict(stock, known->second.district);
        if (station.district == stock.districts.size() || stock.districts[station.district].villages.empty())
            return badResource(file, QStringLiteral("a station whose district has no villages"));
        const std::string_view tehsil = table->cell(row, (*at)[2]);
        for (const std::uint32_t village : stock.districts[station.district].villages)
            if (tehsil.empty() || stock.villages[village].tehsil.en == tehsil)
                station.villages.push_back(village);
        if (station.villages.empty())
            return badResource(file, QStringLiteral("a tehsil without villages"));
        sum += static_cast<std::uint32_t>(std::max(numberOf(table->cell(row, (*at)[1])), 1));
        stock.stationSums.push_back(sum);
        stock.stations.push_back(std::move(station));
    }
    if (stock.stations.empty())
        return badResource(file, QStringLiteral("no rows"));
    return {};
}

} // namespace ekatra::gateway::practice
