// Incident.h
// All facts of one practice case, from which its CAS rows and its national record are written. Views point into the
// Stock that it was made from, which must outlive it. A plain value; made and used on one thread.
#pragma once

#include "gateway/practice/Outline.h"

#include <string>

namespace ekatra::gateway::practice {

struct PersonName {
    std::array<Written, 3> parts;
    std::size_t count = 0;

    [[nodiscard]] std::string in(Script script) const
    {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0)
                text += ' ';
            text += parts[i].in(script);
        }
        return text;
    }
};

struct Home {
    Written place;
    const Text* tehsil = nullptr; // null outside Haryana
    const Text* district = nullptr;
    const Text* state = nullptr; // null in Haryana
    std::string_view stateCode = "HR";
    bool town = false;
    int house = 0; // 0: none written
};

struct Person {
    PersonName name;
    PersonName relative;
    bool late = false; // the relative
    char relation = 'F';
    char sex = 'M';
    int age = 0;
    bool birthYearKnown = false;
    Written alias;
    std::string_view occupation; // code
    std::uint64_t mobile = 0; // 0: none
    Home home;
    Script script = Script::Hindi; // in which the clerk wrote this person

    // What a careless clerk typed instead of the fact above; empty: nothing of the kind.
    std::string nameTyped;
    std::string mobileTyped;
    std::string ageTyped;
};

struct Thing {
    const Ware* ware = nullptr;
    std::string status;
    int quantity = 1;
    std::int64_t rupees = 0;
    std::string registration;
    std::string chassis;
    std::string engine;
    std::string imei;
    std::string valueTyped; // see Person::nameTyped
};

struct Incident {
    std::uint32_t index = 0;
    Outline outline;
    const PoliceStation* station = nullptr;
    const CrimeKind* crime = nullptr;
    const Stories* body = nullptr;
    int year = 0;
    std::uint32_t serial = 0;

    Script script = Script::Hindi; // of the narrative and the places
    bool latinNames = false; // mixed record: names in Latin under a Hindi narrative
    int occFrom = 0, occTo = 0; // minutes
    bool occTimeKnown = true;
    int infoAt = 0, gdAt = 0, firAt = 0;
    int gdNo = 1;
    std::string_view infoType;
    std::string_view direction;
    int distanceTenths = 0; // of a kilometre
    int beat = 1;
    const Scene* scene = nullptr;
    Written village;
    const Village* place = nullptr;

    Person informant;
    bool informantIsVictim = false;
    std::vector<Person> accused;
    std::vector<Person> victims;
    std::vector<Person> witnesses;
    std::vector<Thing> things;
    std::uint64_t otherPhone = 0;
    int storyRupees = 0;
    const Officer* io = nullptr;
    std::string_view head;
    std::vector<Law> laws;

    [[nodiscard]] std::string firKey() const; // "13021004240045"
    [[nodiscard]] std::string_view status(int lastDay) const;
    [[nodiscard]] std::string placeText(Script in) const;
};

// The facts of case `index`. `serial` comes from the district's index, since it depends on the cases before.
[[nodiscard]] Incident incidentOf(const Stock& stock, std::uint64_t seed, std::uint32_t index, const Outline& outline,
                                  std::uint32_t serial);

// Persons, for the maker above.
[[nodiscard]] Person personOf(const Stock& stock, Dice& dice, const PoliceStation& station, char sex, int minAge,
                              int maxAge);
[[nodiscard]] std::vector<Thing> thingsOf(const Stock& stock, Dice& dice, const PoliceStation& station,
                                          const CrimeKind& crime);

// The first information as a station clerk writes it, in the record's script.
[[nodiscard]] std::string narrativeOf(const Stock& stock, std::uint64_t seed, const Incident& incident);

// "Ramesh Kumar S/o Sh. Dharampal R/o Barota" / "रमेश कुमार पुत्र श्री धर्मपाल वासी बरोटा".
[[nodiscard]] std::string withParentage(const Person& person, Script script);
[[nodiscard]] std::string relationPhrase(const Person& person, Script script);
[[nodiscard]] std::string addressOf(const Home& home, Script script);
[[nodiscard]] std::string describe(const Thing& thing, Script script);

} // namespace ekatra::gateway::practice
