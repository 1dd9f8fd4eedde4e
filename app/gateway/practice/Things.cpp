#include "gateway/practice/Incident.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

constexpr std::string_view plateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"; // no I, no O
constexpr std::string_view vinLetters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"; // no I, O, Q

std::string digits(Dice& dice, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + dice.below(10));
    return text;
}

std::string letters(Dice& dice, std::string_view from, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += from[dice.below(static_cast<std::uint32_t>(from.size()))];
    return text;
}

std::string registrationOf(const Stock& stock, Dice& dice, const PoliceStation& station)
{
    const int roll = dice.between(1, 100);
    std::string office;
    if (roll <= 82)
        office = "HR" + dice.pick(stock.districts[station.district].vehicleOffices);
    else if (roll <= 92)
        office = "HR"
            + dice.pick(stock.districts[dice.below(static_cast<std::uint32_t>(stock.districts.size()))].vehicleOffices);
    else
        office = roll <= 97 ? "DL" + std::to_string(dice.between(1, 9)) + "C" : "UP17";
    const std::string series = letters(dice, plateLetters, dice.chance(85) ? 2 : 1);
    std::string number = digits(dice, 4);
    if (number == "0000")
        number = "0001";
    // Most are typed together; some clerks set hyphens or blanks.
    const int habit = dice.between(1, 100);
    const char* gap = habit <= 78 ? "" : habit <= 92 ? "-" : " ";
    return office + gap + series + gap + number;
}

std::string imeiOf(Dice& dice)
{
    std::string text = "35" + digits(dice, 12);
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int value = text[i] - '0';
        if (i % 2 == 1) // every second digit, counted from the check digit
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    text += static_cast<char>('0' + (10 - sum % 10) % 10);
    return text;
}

} // namespace

std::vector<Thing> thingsOf(const Stock& stock, Dice& dice, const PoliceStation& station, const CrimeKind& crime)
{
    std::vector<Thing> things;
    for (std::size_t i = 0; i < crime.goods.size(); ++i) {
        if (i > 0 && !dice.chance(55))
            continue;
        const WarePool& pool = stock.goods.find(crime.goods[i])->second;
        Thing thing;
        thing.ware = &pool.wares[dice.weighted(pool.sums)];
        thing.status = crime.goodsStatus;
        thing.quantity = dice.between(thing.ware->minQuantity, thing.ware->maxQuantity);
        const int price = std::min(dice.between(thing.ware->minRupees, thing.ware->maxRupees),
                                   dice.between(thing.ware->minRupees, thing.ware->maxRupees));
        thing.rupees = price > 1000 ? price / 500 * 500 : price;
        if (thing.ware->category == "VEH") {
            thing.registration = registrationOf(stock, dice, station);
            thing.chassis = "M" + letters(dice, vinLetters, 10) + digits(dice, 6);
            thing.engine = letters(dice, plateLetters, 3) + digits(dice, 8);
        }
        if (thing.ware->category == "MOB")
            thing.imei = imeiOf(dice);
        things.push_back(std::move(thing));
    }
    return things;
}

std::string describe(const Thing& thing, Script script)
{
    std::string text(thing.ware->text.in(script));
    if (const auto at = text.find("{q}"); at != std::string::npos)
        text.replace(at, 3, std::to_string(thing.quantity));
    return text;
}

} // namespace ekatra::gateway::practice
