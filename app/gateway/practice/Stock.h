// Stock.h
// Everything that the practice district draws on, read once from resources/practice, places and names: stations and
// their officers, villages, names with clerks' spellings, crime heads, goods, scenes, stories. Owned by the district;
// immutable once loaded, so any thread may read it. Every text is fit for JSON as it stands (no quotes, no controls).
#pragma once

#include "base/Result.h"
#include "gateway/practice/Dice.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ekatra::gateway::practice {

enum class Script : std::uint8_t { Latin, Hindi };

struct Text {
    std::string en;
    std::string hi;

    [[nodiscard]] std::string_view in(Script script) const { return script == Script::Latin ? en : hi; }
};

// The same two views, for a text that was put together from spellings.
struct Written {
    std::string_view en;
    std::string_view hi;

    [[nodiscard]] std::string_view in(Script script) const { return script == Script::Latin ? en : hi; }
};

// A name with the ways that clerks write it; the usual way comes first.
struct Spellings {
    std::vector<std::string> en;
    std::vector<std::string> hi;
    std::vector<std::uint32_t> enSums;
    std::vector<std::uint32_t> hiSums;

    [[nodiscard]] Written usual() const { return {en.front(), hi.front()}; }
    [[nodiscard]] Written as(Dice& dice) const { return {en[dice.weighted(enSums)], hi[dice.weighted(hiSums)]}; }
};

struct NamePool {
    std::vector<Spellings> names;
    std::vector<std::uint32_t> sums;

    [[nodiscard]] const Spellings& any(Dice& dice) const { return names[dice.weighted(sums)]; }
};

struct PoliceDistrict {
    std::string code; // "13021"
    Text name;
    std::vector<std::string> vehicleOffices; // "10"
    std::string beltSuffix;
    std::vector<std::uint32_t> villages; // indices into Stock::villages
};

struct Village {
    Spellings name;
    bool town = false;
    std::uint32_t district = 0;
    Text tehsil;
};

struct OutsidePlace {
    Text name;
    Text district;
    Text state;
    std::string stateCode;
};

enum class Rank : std::uint8_t { HeadConstable, AssistantSubInspector, SubInspector, Inspector, Deputy };

[[nodiscard]] std::string_view rankCode(Rank rank);
[[nodiscard]] std::string_view rankIn(Rank rank, Script script);

struct Officer {
    Text name;
    Rank rank = Rank::HeadConstable;
    std::string belt; // "412/SNP"
};

enum class StationKind : std::uint8_t { Regular, Women, Cyber };

struct PoliceStation {
    std::string code;
    Text name; // "City Sonipat", "थाना शहर सोनीपत"
    Text inSpeech; // "P.S. City Sonipat", "थाना शहर सोनीपत"
    StationKind kind = StationKind::Regular;
    std::uint32_t district = 0;
    std::vector<std::uint32_t> villages;
    Officer sho;
    std::vector<Officer> officers; // lowest rank first
};

struct Law {
    const Text* act = nullptr;
    std::string actCode;
    std::string section;
};

// Who the victim is, seen from the informant.
enum class VictimKind : std::uint8_t { Informant, WomanInformant, Child, Dead, DeadWoman, Abducted, Missing, None };

// How long before the information the offence took place.
enum class Lag : std::uint8_t { Hours, Night, Days, Weeks, Months };

constexpr int noDay = 1000000;

struct CrimeKind {
    std::string id;
    std::string head; // "C01"
    std::string oldHead; // of offences before 2024-07-01; mostly the same
    std::uint32_t weight = 0;
    std::vector<Law> oldLaws; // for offences before 2024-07-01
    std::vector<Law> newLaws;
    std::vector<Law> laterLaws; // where another act took over since, on the day below
    int laterDay = noDay;
    std::uint32_t namedPercent = 0;
    int minAccused = 0;
    int maxAccused = 1;
    std::uint32_t arrestPercent = 0;
    bool foundByPolice = false;
    bool official = false; // the informant writes for a department
    Lag lag = Lag::Hours;
    VictimKind victim = VictimKind::Informant;
    std::vector<std::string> goods;
    std::string goodsStatus;
    std::vector<std::string> scenes;
    Rank rank = Rank::HeadConstable;
};

struct Ware {
    std::string category;
    std::string type;
    std::string make;
    std::string model;
    Text text;
    int minRupees = 0;
    int maxRupees = 0;
    int minQuantity = 1;
    int maxQuantity = 1;
};

struct WarePool {
    std::vector<Ware> wares;
    std::vector<std::uint32_t> sums;
};

struct Scene {
    std::string placeType;
    Text text; // "{v}" stands for the village
};

enum class Slot : std::uint8_t {
    Literal,
    Choice, // one of several by chance
    ByInformant, // the first for a man, the second for a woman
    Informant,
    Relation,
    Home,
    VillageOfInformant,
    Age,
    Mobile,
    Victim,
    VictimAge,
    Accused,
    AllAccused,
    Date,
    Time,
    Place,
    Goods,
    Registration,
    Imei,
    Value,
    Station,
    Investigator,
    Number,
    Account,
    OtherPhone,
};

struct Piece {
    Slot slot = Slot::Literal;
    std::string literal;
    std::vector<std::vector<Piece>> choices;
};

using Template = std::vector<Piece>;

struct Stories {
    std::vector<Template> en;
    std::vector<Template> hi;

    [[nodiscard]] const std::vector<Template>& in(Script script) const { return script == Script::Latin ? en : hi; }
};

struct Stock {
    std::vector<PoliceDistrict> districts;
    std::vector<Village> villages;
    std::vector<OutsidePlace> outside;
    std::vector<std::uint32_t> outsideSums;
    std::vector<PoliceStation> stations;
    std::vector<std::uint32_t> stationSums;

    // [woman][stands alone in records, without suffix or surname of the other style]
    std::array<std::array<NamePool, 2>, 2> given;
    std::array<NamePool, 2> surnames;

    std::map<std::string, Text, std::less<>> acts;
    std::vector<CrimeKind> crimes;
    std::array<std::vector<std::uint32_t>, 3> crimeSums; // by StationKind
    std::map<std::string, WarePool, std::less<>> goods;
    std::map<std::string, std::vector<Scene>, std::less<>> scenes;
    Stories citizenOpenings, citizenClosings, policeOpenings, policeClosings;
    std::vector<Stories> bodies; // as crimes

    // Stations are taken in the order of resources/practice/stations.csv, at most as many as it lists; their officers
    // depend on `seed`. Errors: NotFound resource.missing, BadInput csv.broken, csv.column_missing, resource.not_json,
    // practice.bad_resource {file, detail}.
    [[nodiscard]] static Result<Stock> load(int stations, std::uint64_t seed);
};

} // namespace ekatra::gateway::practice
