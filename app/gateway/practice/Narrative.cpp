#include "gateway/practice/Incident.h"

#include "gateway/practice/Days.h"

#include <algorithm>

namespace ekatra::gateway::practice {

namespace {

// 1,23,456
std::string grouped(std::int64_t rupees)
{
    std::string text = std::to_string(rupees);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 2)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

class Narrator {
public:
    Narrator(const Incident& incident, Dice& dice)
        : m_incident(incident), m_dice(dice), m_script(incident.script), m_latin(m_script == Script::Latin)
    {
        m_text.reserve(2048);
    }

    void tell(const Template& story)
    {
        for (const Piece& piece : story) {
            if (piece.slot == Slot::Literal)
                m_text += piece.literal;
            else if (piece.slot == Slot::Choice)
                tell(m_dice.pick(piece.choices));
            else if (piece.slot == Slot::ByInformant)
                tell(piece.choices[m_incident.informant.sex == 'F' ? 1 : 0]);
            else
                fill(piece.slot);
        }
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void fill(Slot slot)
    {
        const Person& informant = m_incident.informant;
        switch (slot) {
        case Slot::Informant:
            m_text += informant.name.in(m_script);
            break;
        case Slot::Relation:
            m_text += relationPhrase(informant, m_script);
            break;
        case Slot::Home:
            m_text += addressOf(informant.home, m_script);
            break;
        case Slot::VillageOfInformant:
            village();
            break;
        case Slot::Age:
            m_text += std::to_string(informant.age);
            break;
        case Slot::Mobile:
            m_text += std::to_string(informant.mobile);
            break;
        case Slot::Victim:
            m_text += victim().name.in(m_script);
            break;
        case Slot::VictimAge:
            m_text += std::to_string(victim().age);
            break;
        case Slot::Accused:
            accused(1);
            break;
        case Slot::AllAccused:
            accused(6);
            break;
        case Slot::Date:
            m_text += writtenDay(dayOfMinute(m_incident.occTo));
            break;
        case Slot::Time:
            m_text += writtenTime(timeOfMinute(m_incident.occTo));
            break;
        case Slot::Place:
            m_text += m_incident.placeText(m_script);
            break;
        default:
            fillThing(slot);
            break;
        }
    }

    void fillThing(Slot slot)
    {
        switch (slot) {
        case Slot::Goods:
            goods();
            break;
        case Slot::Registration:
            registration();
            break;
        case Slot::Imei:
            imei();
            break;
        case Slot::Value:
            value();
            break;
        case Slot::Station:
            m_text += m_incident.station->inSpeech.in(m_script);
            break;
        case Slot::Investigator:
            m_text += rankIn(m_incident.io->rank, m_script);
            m_text += ' ';
            m_text += m_incident.io->name.in(m_script);
            break;
        case Slot::Number:
            m_text += std::to_string(m_dice.between(2, 9));
            break;
        case Slot::Account:
            m_text += std::to_string(m_dice.between(1000, 9999));
            break;
        case Slot::OtherPhone:
            m_text += std::to_string(m_incident.otherPhone);
            break;
        default:
            break;
        }
    }

    [[nodiscard]] const Person& victim() const
    {
        return m_incident.victims.empty() ? m_incident.informant : m_incident.victims.front();
    }

    void village()
    {
        if (!m_incident.informant.home.town)
            m_text += m_latin ? "village " : "गांव ";
        m_text += m_incident.informant.home.place.in(m_script);
    }

    // The first information names only whom the informant knew; those traced later stand in the list of accused.
    void accused(int most)
    {
        if (m_incident.outline.named == 0) {
            if (most > 1)
                m_text += m_latin ? "some " : "कुछ ";
            m_text += m_latin ? "unknown person" : m_dice.chance(50) ? "अज्ञात व्यक्ति" : "नामालूम व्यक्ति";
            if (most > 1 && m_latin)
                m_text += 's';
            return;
        }
        const int count = std::min(most, m_incident.outline.named);
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                m_text += i + 1 < count ? ", " : m_latin ? " and " : " व ";
            m_text += withParentage(m_incident.accused[static_cast<std::size_t>(i)], m_script);
        }
    }

    void goods()
    {
        bool first = true;
        for (const Thing& thing : m_incident.things) {
            if (!first)
                m_text += m_latin ? " and " : " व ";
            first = false;
            m_text += describe(thing, m_script);
        }
        if (first)
            m_text += m_latin ? "articles" : "सामान";
    }

    void registration()
    {
        for (const Thing& thing : m_incident.things)
            if (!thing.registration.empty()) {
                m_text += thing.registration;
                return;
            }
        m_text += m_latin ? "not known" : "नामालूम";
    }

    void imei()
    {
        for (const Thing& thing : m_incident.things)
            if (!thing.imei.empty()) {
                m_text += thing.imei;
                return;
            }
        m_text += m_latin ? "not known" : "मालूम नहीं";
    }

    void value()
    {
        std::int64_t sum = 0;
        for (const Thing& thing : m_incident.things)
            sum += thing.rupees;
        m_text += grouped(sum > 0 ? sum : m_incident.storyRupees);
    }

    const Incident& m_incident;
    Dice& m_dice;
    Script m_script;
    bool m_latin;
    std::string m_text;
};

} // namespace

std::string narrativeOf(const Stock& stock, std::uint64_t seed, const Incident& incident)
{
    Dice dice(seed, Purpose::Story, incident.index);
    Narrator narrator(incident, dice);
    const bool police = incident.crime->foundByPolice;
    const auto& opening = (police ? stock.policeOpenings : stock.citizenOpenings).in(incident.script);
    const auto& closing = (police ? stock.policeClosings : stock.citizenClosings).in(incident.script);
    narrator.tell(dice.pick(opening));
    narrator.tell(dice.pick(incident.body->in(incident.script)));
    narrator.tell(dice.pick(closing));
    return narrator.take();
}

} // namespace ekatra::gateway::practice
