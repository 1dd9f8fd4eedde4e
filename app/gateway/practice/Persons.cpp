#include "gateway/practice/Incident.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

struct Suffix {
    Written text;
    std::uint32_t sum; // running weight
};

constexpr std::array<Suffix, 10> menSuffixes{{{{"Kumar", "कुमार"}, 34},
                                              {{"Singh", "सिंह"}, 66},
                                              {{"Kr.", "कु0"}, 70},
                                              {{"Sing", "सिहं"}, 73},
                                              {{"Lal", "लाल"}, 78},
                                              {{"Pal", "पाल"}, 83},
                                              {{"Chand", "चन्द"}, 88},
                                              {{"Ram", "राम"}, 93},
                                              {{"Parkash", "प्रकाश"}, 97},
                                              {{"Dev", "देव"}, 100}}};
constexpr std::array<Suffix, 6> womenSuffixes{{{{"Devi", "देवी"}, 62},
                                               {{"Rani", "रानी"}, 76},
                                               {{"Kumari", "कुमारी"}, 84},
                                               {{"Kaur", "कौर"}, 88},
                                               {{"Bala", "बाला"}, 95},
                                               {{"Wati", "वती"}, 100}}};
constexpr std::array<Written, 12> aliases{{{"Kala", "काला"},
                                           {"Sonu", "सोनू"},
                                           {"Monu", "मोनू"},
                                           {"Bholu", "भोलू"},
                                           {"Kalu", "कालू"},
                                           {"Bittu", "बिट्टू"},
                                           {"Pappu", "पप्पू"},
                                           {"Lilu", "लीलू"},
                                           {"Goldy", "गोल्डी"},
                                           {"Fauji", "फौजी"},
                                           {"Tinku", "टिंकू"},
                                           {"Langda", "लंगड़ा"}}};
constexpr std::array<std::string_view, 12> menWork{"FARMER",   "FARMER", "LABOUR", "LABOUR",  "SERVICE_P", "SERVICE_P",
                                                   "BUSINESS", "SHOP",   "DRIVER", "STUDENT", "SERVICE_G", "UNEMP"};
constexpr std::array<std::string_view, 5> womenWork{"HOUSEWIFE", "HOUSEWIFE", "HOUSEWIFE", "LABOUR", "SERVICE_P"};

template <std::size_t N>
Written suffixFrom(const std::array<Suffix, N>& suffixes, Dice& dice)
{
    const std::uint32_t at = dice.below(100);
    for (const Suffix& suffix : suffixes)
        if (at < suffix.sum)
            return suffix.text;
    return suffixes.front().text;
}

PersonName nameOf(const Stock& stock, Dice& dice, bool woman, bool solo, const Spellings* family, bool suffixed)
{
    PersonName name;
    const Spellings& given = stock.given[woman ? 1 : 0][solo ? 1 : 0].any(dice);
    name.parts[name.count++] = given.as(dice);
    const bool twoWords = given.en.front().find(' ') != std::string::npos;
    if (!solo && !twoWords && suffixed)
        name.parts[name.count++] = woman ? suffixFrom(womenSuffixes, dice) : suffixFrom(menSuffixes, dice);
    if (family != nullptr)
        name.parts[name.count++] = family->as(dice);
    return name;
}

Home homeOf(const Stock& stock, Dice& dice, const PoliceStation& station)
{
    Home home;
    if (dice.chance(7)) {
        const OutsidePlace& place = stock.outside[dice.weighted(stock.outsideSums)];
        home.place = {place.name.en, place.name.hi};
        home.district = &place.district;
        home.state = &place.state;
        home.stateCode = place.stateCode;
        home.town = true;
        return home;
    }
    const Village& village = dice.chance(85)
        ? stock.villages[dice.pick(station.villages)]
        : stock.villages[dice.below(static_cast<std::uint32_t>(stock.villages.size()))];
    home.place = village.name.as(dice);
    home.tehsil = &village.tehsil;
    home.district = &stock.districts[village.district].name;
    home.town = village.town;
    home.house = village.town || dice.chance(20) ? dice.between(1, 1400) : 0;
    return home;
}

} // namespace

Person personOf(const Stock& stock, Dice& dice, const PoliceStation& station, char sex, int minAge, int maxAge)
{
    Person person;
    const bool woman = sex == 'F';
    const bool solo = dice.chance(8);
    const bool hasFamily = dice.chance(woman ? 8 : 32);
    const Spellings* family = hasFamily ? &stock.surnames[solo ? 1 : 0].any(dice) : nullptr;
    person.sex = sex;
    person.age = dice.chance(65) ? dice.between(minAge, std::min(maxAge, minAge + 22)) : dice.between(minAge, maxAge);
    person.name = nameOf(stock, dice, woman, solo, family, dice.chance(woman ? (person.age > 30 ? 60 : 18) : 42));
    person.relation = woman && person.age > 21 && dice.chance(70) ? 'H' : 'F';
    const Spellings* elder = hasFamily && dice.chance(40) ? family : nullptr;
    person.relative = nameOf(stock, dice, false, solo, elder, dice.chance(48));
    person.late = dice.chance(person.age > 45 ? 35 : 8);
    person.birthYearKnown = dice.chance(60);
    if (!woman && dice.chance(9))
        person.alias = aliases[dice.below(aliases.size())];
    person.occupation = person.age < 18 ? std::string_view("STUDENT")
        : woman                         ? womenWork[dice.below(womenWork.size())]
                                        : menWork[dice.below(menWork.size())];
    person.mobile = std::uint64_t(dice.between(6, 9)) * 1000000000U + std::uint64_t(dice.below(10000)) * 100000U
        + dice.below(100000);
    person.home = homeOf(stock, dice, station);
    return person;
}

std::string relationPhrase(const Person& person, Script script)
{
    std::string text;
    if (script == Script::Latin) {
        text = person.relation == 'H' ? "W/o " : person.sex == 'F' ? "D/o " : "S/o ";
        text += person.late ? "Late Sh. " : "Sh. ";
    } else {
        text = person.relation == 'H' ? "पत्नी " : person.sex == 'F' ? "पुत्री " : "पुत्र ";
        text += person.late ? "स्व0 श्री " : "श्री ";
    }
    return text + person.relative.in(script);
}

std::string withParentage(const Person& person, Script script)
{
    std::string text = person.name.in(script);
    const std::string_view alias = person.alias.in(script);
    if (!alias.empty()) {
        text += script == Script::Latin ? " @ " : " उर्फ ";
        text += alias;
    }
    text += ' ';
    text += relationPhrase(person, script);
    text += script == Script::Latin ? " R/o " : " वासी ";
    text += person.home.place.in(script);
    return text;
}

std::string addressOf(const Home& home, Script script)
{
    const bool latin = script == Script::Latin;
    std::string text;
    if (home.house > 0) {
        text = latin ? "H.No. " : "मकान नं0 ";
        text += std::to_string(home.house) + ", ";
    }
    if (!home.town)
        text += latin ? "VPO " : "गांव ";
    text += home.place.in(script);
    if (home.tehsil != nullptr) {
        text += latin ? ", Tehsil " : ", तहसील ";
        text += home.tehsil->in(script);
    }
    if (home.state != nullptr) {
        text += ", ";
        text += home.state->in(script);
    }
    return text;
}

} // namespace ekatra::gateway::practice
