#include "gateway/practice/Incident.h"

#include "gateway/practice/Days.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

// Bharatiya Nyaya Sanhita in force.
constexpr int newLawDay = 8948; // 2024-07-01

constexpr std::array<std::string_view, 9> directions{"N", "NE", "E", "SE", "S", "SW", "W", "NW", "AT"};

void setTimes(Incident& incident, Dice& dice)
{
    const CrimeKind& crime = *incident.crime;
    incident.firAt = incident.outline.firMinute;
    incident.gdAt = incident.firAt - dice.between(4, 45);
    incident.infoAt = incident.gdAt - dice.between(2, 40);
    int delay = 0;
    int length = 0;
    if (crime.foundByPolice) {
        delay = crime.lag == Lag::Hours ? dice.between(5, 80) : dice.between(1, 20) * minutesADay;
        length = crime.lag == Lag::Hours ? dice.between(0, 20) : 0;
    } else {
        switch (crime.lag) {
        case Lag::Hours:
            delay = dice.between(20, 400);
            break;
        case Lag::Night:
            delay = dice.between(120, dice.chance(20) ? 4 * minutesADay : 900);
            length = dice.between(60, 560);
            break;
        case Lag::Days:
            delay = dice.between(60, dice.chance(30) ? 8 * minutesADay : 1500);
            break;
        case Lag::Weeks:
            delay = dice.between(1, 35) * minutesADay + dice.between(0, 900);
            break;
        case Lag::Months:
            delay = dice.between(15, 240) * minutesADay;
            length = dice.between(0, 500) * minutesADay;
            break;
        }
        if (length == 0 && dice.chance(40))
            length = dice.between(5, 90);
    }
    incident.occTo = incident.infoAt - delay;
    incident.occFrom = incident.occTo - length;
    // An occurrence that straddles a change of law would need both acts; the practice district has none.
    for (const int changed : {newLawDay, crime.laterDay})
        if (dayOfMinute(incident.occFrom) < changed && dayOfMinute(incident.occTo) >= changed)
            incident.occFrom = incident.occTo;
    const bool longAgo = crime.lag == Lag::Weeks || crime.lag == Lag::Months;
    incident.occTimeKnown = crime.foundByPolice || !dice.chance(longAgo ? 60 : 4);
    incident.gdNo = std::max(1, timeOfMinute(incident.gdAt) / 24 + dice.between(1, 4));
}

void setPlace(const Stock& stock, Incident& incident, Dice& dice)
{
    const CrimeKind& crime = *incident.crime;
    incident.scene = &dice.pick(stock.scenes.find(dice.pick(crime.scenes))->second);
    const Village& village = stock.villages[dice.pick(incident.station->villages)];
    incident.place = &village;
    incident.village = village.name.as(dice);
    incident.direction = directions[dice.below(8)];
    incident.distanceTenths = dice.between(3, dice.chance(70) ? 60 : 160);
    if (incident.scene->placeType == "GOV") {
        incident.direction = directions[8];
        incident.distanceTenths = 0;
    }
    incident.beat = dice.between(1, 12);
}

const Officer* investigator(const Incident& incident, Dice& dice)
{
    const auto& officers = incident.station->officers;
    const auto least = std::min(incident.crime->rank, Rank::Deputy);
    const auto first =
        std::find_if(officers.begin(), officers.end(), [&](const Officer& o) { return o.rank >= least; });
    const auto last = std::find_if(first, officers.end(), [&](const Officer& o) { return o.rank > least; });
    // Now and then the case goes one rank up.
    const auto count = static_cast<std::uint32_t>(last - first);
    if (last != officers.end() && last->rank != Rank::Deputy && dice.chance(15))
        return &*last;
    return &*(first + dice.below(count));
}

std::string_view infoTypeOf(const CrimeKind& crime, Dice& dice)
{
    if (crime.id == "absconder")
        return "COURT";
    if (crime.foundByPolice)
        return dice.chance(85) ? "RUKKA" : "SUO";
    if (crime.official)
        return dice.chance(70) ? "POST" : "WRIT";
    if (crime.head == "D05" && dice.chance(35))
        return "ELEC";
    const int roll = dice.between(1, 100);
    return roll <= 72 ? "WRIT" : roll <= 92 ? "ORAL" : roll <= 97 ? "PHONE" : "ELEC";
}

void setInformant(const Stock& stock, Incident& incident, Dice& dice)
{
    const CrimeKind& crime = *incident.crime;
    Person& informant = incident.informant;
    if (crime.foundByPolice) {
        informant = personOf(stock, dice, *incident.station, 'M', 25, 58);
        informant.name = {};
        informant.name.parts[0] = {incident.io->name.en, incident.io->name.hi};
        informant.name.count = 1;
        informant.alias = {};
        informant.occupation = "POLICE";
        return;
    }
    const bool woman =
        crime.victim == VictimKind::WomanInformant || dice.chance(crime.victim == VictimKind::Informant ? 17 : 9);
    informant = personOf(stock, dice, *incident.station, woman ? 'F' : 'M',
                         crime.victim == VictimKind::Child || crime.victim == VictimKind::DeadWoman ? 36 : 19, 70);
    informant.alias = {};
    if (crime.official) {
        informant.occupation = "SERVICE_G";
        informant.home.house = 0;
    }
}

void addVictims(const Stock& stock, Incident& incident, Dice& dice)
{
    const auto relativeOfInformant = [&](char sex, int minAge, int maxAge) {
        Person person = personOf(stock, dice, *incident.station, sex, minAge, maxAge);
        person.home = incident.informant.home;
        person.alias = {};
        person.mobile = 0;
        return person;
    };
    switch (incident.crime->victim) {
    case VictimKind::Informant:
    case VictimKind::WomanInformant:
        incident.informantIsVictim = true;
        break;
    case VictimKind::Child: {
        Person child = relativeOfInformant('F', 5, 17);
        child.relation = 'F';
        if (incident.informant.sex == 'M')
            child.relative = incident.informant.name;
        incident.victims.push_back(std::move(child));
        break;
    }
    case VictimKind::Dead:
        incident.victims.push_back(relativeOfInformant('M', 17, 78));
        break;
    case VictimKind::DeadWoman:
        incident.victims.push_back(relativeOfInformant('F', 20, 31));
        break;
    case VictimKind::Abducted:
        incident.victims.push_back(relativeOfInformant('M', 18, 50));
        break;
    case VictimKind::Missing:
        incident.victims.push_back(relativeOfInformant('F', 18, 44));
        break;
    case VictimKind::None:
        break;
    }
}

void addAccused(const Stock& stock, Incident& incident, Dice& dice)
{
    for (int i = 0; i < incident.outline.accused(); ++i) {
        const bool woman = dice.chance(incident.crime->head == "B07" && i > 0 ? 45 : 6);
        Person person = personOf(stock, dice, *incident.station, woman ? 'F' : 'M', 18, 62);
        if (i > 0 && dice.chance(45))
            person.home = incident.accused.front().home;
        if (dice.chance(60))
            person.mobile = 0;
        incident.accused.push_back(std::move(person));
    }
}

void setLaws(Incident& incident)
{
    const CrimeKind& crime = *incident.crime;
    const int day = dayOfMinute(incident.occFrom);
    incident.head = day < newLawDay ? crime.oldHead : crime.head;
    incident.laws = day < newLawDay ? crime.oldLaws : day < crime.laterDay ? crime.newLaws : crime.laterLaws;
}

// One script a record, and for a mixed record names in the other.
void setScripts(Incident& incident, Dice& dice)
{
    const int roll = dice.between(1, 100);
    incident.script = roll <= 28 ? Script::Latin : Script::Hindi;
    incident.latinNames = roll > 85;
    const Script names = incident.latinNames ? Script::Latin : incident.script;
    incident.informant.script = names;
    for (auto* group : {&incident.accused, &incident.victims, &incident.witnesses})
        for (Person& person : *group)
            person.script = names;
}

} // namespace

std::string Incident::firKey() const
{
    std::string number = std::to_string(serial);
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    const int shortYear = year % 100;
    std::string key = station->code;
    key += static_cast<char>('0' + shortYear / 10);
    key += static_cast<char>('0' + shortYear % 10);
    return key + number;
}

std::string_view Incident::status(int lastDay) const
{
    if (outline.reports > 0) {
        const ReportMark& first = outline.report[0];
        switch (first.kind) {
        case ReportKind::ChargeSheet:
            return lastDay - first.day > 120 ? "TRIAL" : "CS";
        case ReportKind::Untraced:
            return "UT";
        case ReportKind::Cancelled:
            return "CAN";
        }
    }
    return lastDay - dayOfMinute(firAt) < 3 ? "REG" : "UI";
}

std::string Incident::placeText(Script in) const
{
    std::string text(scene->text.in(in));
    if (const auto at = text.find("{v}"); at != std::string::npos)
        text.replace(at, 3, village.in(in));
    return text;
}

Incident incidentOf(const Stock& stock, std::uint64_t seed, std::uint32_t index, const Outline& outline,
                    std::uint32_t serial)
{
    Dice dice(seed, Purpose::Facts, index);
    Incident incident;
    incident.index = index;
    incident.outline = outline;
    incident.station = &stock.stations[outline.station];
    incident.crime = &stock.crimes[outline.crime];
    incident.body = &stock.bodies[outline.crime];
    incident.year = yearOf(dayOfMinute(outline.firMinute));
    incident.serial = serial;
    setTimes(incident, dice);
    setPlace(stock, incident, dice);
    incident.io = investigator(incident, dice);
    incident.infoType = infoTypeOf(*incident.crime, dice);
    setInformant(stock, incident, dice);
    addVictims(stock, incident, dice);
    addAccused(stock, incident, dice);
    if (dice.chance(14))
        incident.witnesses.push_back(personOf(stock, dice, *incident.station, dice.chance(85) ? 'M' : 'F', 20, 65));
    incident.things = thingsOf(stock, dice, *incident.station, *incident.crime);
    incident.otherPhone = std::uint64_t(dice.between(6, 9)) * 1000000000U + dice.below(1000000000);
    incident.storyRupees = dice.between(4, 240) * 5000;
    setLaws(incident);
    setScripts(incident, dice);
    return incident;
}

} // namespace ekatra::gateway::practice
