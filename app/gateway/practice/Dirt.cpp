#include "gateway/practice/Dirt.h"

#include "gateway/practice/Days.h"

namespace ekatra::gateway::practice {

namespace {

// Kinds that a list can have stand first in the enumeration.
constexpr int kindsOf(CasList list)
{
    switch (list) {
    case CasList::Fir:
        return static_cast<int>(Dirt::PlaceholderDate);
    case CasList::Arrest:
        return static_cast<int>(Dirt::ParentageInName);
    case CasList::FinalReport:
        return static_cast<int>(Dirt::LegacyFont);
    }
    return 1;
}

constexpr std::string_view legacyName = "jkts'k dqekj";
constexpr std::string_view legacyStory = "izkFkhZ dh nj[kkLr ij eqdnek ntZ djds rQrh'k veqy esa ykbZ xbZ";

const Text& unknownAct()
{
    static const Text act{"Haryana Local Station Rules, 1999", "हरियाणा स्थानीय थाना नियम, 1999"};
    return act;
}

std::string quoted(std::string_view text)
{
    std::string json(1, '"');
    json += text;
    return json += '"';
}

std::string_view narrativeField(CasList list)
{
    return list == CasList::Fir ? "FirContents" : list == CasList::Arrest ? "Name" : "BriefFacts";
}

std::string_view dateField(CasList list)
{
    return list == CasList::Fir ? "FirDate" : list == CasList::Arrest ? "ArrestDate" : "FrDate";
}

int yearOfList(const Incident& incident, CasList list, int ordinal)
{
    const auto at = static_cast<std::size_t>(ordinal - 1);
    if (list == CasList::Arrest)
        return yearOf(dayOfMinute(incident.outline.arrest[at].minute));
    return list == CasList::FinalReport ? yearOf(incident.outline.report[at].day) : incident.year;
}

// The person whom a careless clerk's slip falls on.
Person& victimOfSlip(Incident& incident, CasList list, int ordinal)
{
    return list == CasList::Arrest ? incident.accused[static_cast<std::size_t>(ordinal - 1)] : incident.informant;
}

std::string tooLong(CasList list)
{
    const std::string_view sentence = "मामले की तफ्तीश जारी है, प्रगति रिपोर्ट साथ नत्थी है। ";
    const int times = list == CasList::Arrest ? 95 : 1900;
    std::string text;
    for (int i = 0; i < times; ++i)
        text += sentence;
    return quoted(text);
}

std::vector<RawField> spoilNumbers(Incident& incident, CasList list, Person& person)
{
    person.ageTyped = "करीब " + std::to_string(person.age) + "-" + std::to_string(person.age + 5) + " साल";
    if (list != CasList::Fir)
        return {};
    if (!incident.things.empty())
        incident.things.front().valueTyped = "4,50,000/- लगभग";
    return {{"PlaceDistanceKm", quoted("3 कोस")}};
}

} // namespace

Dirt dirtOf(std::uint64_t seed, int percent, CasList list, std::uint32_t index, int ordinal)
{
    if (percent <= 0)
        return Dirt::None;
    Dice dice(seed, Purpose::Dirt,
              std::uint64_t(index) * 16 + static_cast<std::uint64_t>(list) * 4
                  + static_cast<std::uint64_t>(ordinal & 3));
    if (dice.below(100) >= static_cast<std::uint32_t>(percent))
        return Dirt::None;
    return static_cast<Dirt>(dice.between(1, kindsOf(list)));
}

std::vector<RawField> spoil(Incident& incident, CasList list, int ordinal, Dirt dirt)
{
    Person& person = victimOfSlip(incident, list, ordinal);
    const std::string year = std::to_string(yearOfList(incident, list, ordinal));
    switch (dirt) {
    case Dirt::None:
    case Dirt::KeyTwice:
        return {};
    case Dirt::MissingNumber:
        if (list == CasList::Fir)
            return {{"FirNo", quoted("NULL")}};
        return {{"FirNo", quoted("NULL")}, {"FIR_REG_NUM", quoted("NULL")}};
    case Dirt::ImpossibleDate:
        return {{dateField(list), quoted("31/02/" + year)}};
    case Dirt::BrokenText:
        return {{narrativeField(list), quoted("\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4 \xFF\xFE dqekj \xC3(")}};
    case Dirt::WrongType:
        return {{list == CasList::Fir ? std::string_view("FirYear") : dateField(list), "{\"value\":" + year + "}"}};
    case Dirt::UnknownLaw:
        incident.laws.push_back({&unknownAct(), "HLSR", "99X"});
        return {};
    case Dirt::Oversized:
        return {{list == CasList::Arrest ? std::string_view("Address") : narrativeField(list), tooLong(list)}};
    case Dirt::LegacyFont:
        if (list == CasList::FinalReport)
            return {{"BriefFacts", quoted(legacyStory)}};
        person.nameTyped = legacyName;
        if (list == CasList::Arrest)
            return {};
        return {{"FirContents", quoted(legacyStory)}};
    case Dirt::SeveralMobiles:
        person.mobileTyped = "98" + std::to_string(10000000 + incident.index % 89999999) + ", 9416012345/ 01262-223344";
        return {};
    case Dirt::NumberWithText:
        return spoilNumbers(incident, list, person);
    case Dirt::ParentageInName:
        person.nameTyped = withParentage(person, person.script);
        return {};
    case Dirt::SwappedDates:
        return {{"OccFromDate", quoted(writtenDay(dayOfMinute(incident.firAt) + 3))}};
    case Dirt::PlaceholderDate:
        return {{"OccFromDate", quoted("01/01/1900")}, {"OccToDate", quoted("01/01/1900")}};
    }
    return {};
}

} // namespace ekatra::gateway::practice
