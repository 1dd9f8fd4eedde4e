#include "gateway/incidents/IncidentRows.h"

#include "gateway/practice/Days.h"
#include "gateway/practice/JsonRow.h"

namespace ekatra::gateway::incidents {

namespace {

using practice::JsonRow;
using practice::secondsADay;
using practice::writtenDay;
using practice::writtenTime;

constexpr std::string_view unknown = "NULL";
const std::vector<practice::RawField> nothingReplaced;

std::string padded(std::int64_t value, std::size_t width)
{
    std::string text = std::to_string(value);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return text;
}

std::string stamp(std::int64_t second)
{
    const auto rest = static_cast<int>(second % secondsADay);
    std::string text(writtenDay(static_cast<int>(second / secondsADay)));
    text += ' ';
    text += writtenTime(rest / 60);
    text += ':';
    return text + padded(rest % 60, 2);
}

std::string_view timeOf(const IncidentFact& incident)
{
    return writtenTime(incident.hour < 0 ? 0 : incident.hour * 60);
}

void section(JsonRow& row, const OffenceKind& kind)
{
    row.object();
    row.text("Act", kind.name);
    row.text("ActCode", "NIBRS");
    row.text("Section", kind.code);
    row.endObject();
}

void personFacts(JsonRow& row, const std::string& name, char sex, int age)
{
    row.text("Name", name);
    row.text("Gender", {&sex, 1});
    row.text("Age", age < 0 ? std::string(unknown) : std::to_string(age));
}

void nulls(JsonRow& row, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        row.text(name, unknown);
}

void writeIdentity(JsonRow& row, const Model& model, const IncidentFact& incident)
{
    const Agency& agency = model.agencies[incident.agency];
    row.text("FIR_REG_NUM", model.firKey(incident));
    row.text("DistrictCode", std::string_view(agency.code).substr(0, 5));
    row.text("District", agency.state);
    row.text("PsCode", agency.code);
    row.text("PoliceStation", agency.name);
    row.text("FirNo", padded(incident.serial, 4));
    row.number("FirYear", incident.year);
    row.text("FirDate", writtenDay(incident.day));
    row.text("FirTime", timeOf(incident));
    row.text("FirType", "Regular");
    row.openList("ActSections");
    for (std::uint32_t i = 0; i < incident.offences.count; ++i)
        section(row, model.offenceKinds[model.offences[incident.offences.first + i].kind]);
    row.closeList();
    const std::string_view head = incident.offences.count == 0
        ? std::string_view()
        : std::string_view(model.offenceKinds[model.offences[incident.offences.first].kind].head);
    row.textOrNull("CrimeHead", head);
}

void writeOccurrence(JsonRow& row, const Model& model, const IncidentFact& incident)
{
    const bool known = !incident.dayOfReport;
    const std::string_view day = known ? writtenDay(incident.day) : unknown;
    const std::string_view time = known && incident.hour >= 0 ? timeOf(incident) : unknown;
    row.text("OccFromDate", day);
    row.text("OccFromTime", time);
    row.text("OccToDate", day);
    row.text("OccToTime", time);
    row.text("InfoReceivedOn", std::string(writtenDay(incident.day)) + ' ' + std::string(timeOf(incident)));
    nulls(row,
          {"GdNo", "GdDate", "InfoType", "PlaceDirection", "PlaceDistanceKm", "BeatNo", "PlaceAddress", "PlaceVillage",
           "PlaceTehsil", "PlaceDistrict"});
    row.textOrNull("PlaceType",
                   incident.offences.count == 0
                       ? std::string_view()
                       : std::string_view(model.locations[model.offences[incident.offences.first].location]));
}

void writePersons(JsonRow& row, const Model& model, const IncidentFact& incident)
{
    row.openObject("Complainant");
    nulls(row, {"Name", "Gender", "Age"});
    row.closeObject();

    int unknownOffenders = 0;
    row.openList("AccusedList");
    for (std::uint32_t i = 0; i < incident.offenders.count; ++i) {
        const PersonFact& offender = model.offenders[incident.offenders.first + i];
        if (offender.number == 0) {
            ++unknownOffenders;
            continue;
        }
        row.object();
        personFacts(row, "Offender " + std::to_string(offender.number), offender.sex, offender.age);
        row.endObject();
    }
    row.closeList();
    row.number("UnknownAccused", unknownOffenders);

    row.openList("VictimList");
    for (std::uint32_t i = 0; i < incident.victims.count; ++i) {
        const PersonFact& victim = model.victims[incident.victims.first + i];
        const std::string& kind = model.victimKinds[victim.kind];
        const std::string name = kind == "Individual" ? "Victim" : kind;
        row.object();
        personFacts(row, name + ' ' + std::to_string(victim.number), victim.sex, victim.age);
        row.endObject();
    }
    row.closeList();
    row.openList("WitnessList");
    row.closeList();
}

std::string_view statusOf(const std::string& loss)
{
    if (loss.starts_with("Stolen"))
        return "STO";
    if (loss.starts_with("Recovered"))
        return "REC";
    return loss.starts_with("Seized") ? "SEI" : "INV";
}

void writeThings(JsonRow& row, const Model& model, const IncidentFact& incident)
{
    row.openList("PropertyList");
    for (std::uint32_t i = 0; i < incident.things.count; ++i) {
        const ThingFact& thing = model.things[incident.things.first + i];
        const ThingKind& kind = model.thingKinds[thing.kind];
        const std::string& loss = model.losses[thing.loss];
        row.object();
        row.text("Category", kind.category);
        row.text("PropertyType", kind.name);
        row.text("Description", kind.name + " (" + loss + ")");
        row.text("ValueRs", thing.dollars < 0 ? std::string(unknown) : std::to_string(thing.dollars) + ".00");
        row.text("Status", statusOf(loss));
        row.endObject();
    }
    row.closeList();
}

std::string contents(const Model& model, const IncidentFact& incident)
{
    std::string text = "Incident " + std::to_string(incident.id) + ", " + model.agencies[incident.agency].name + ", "
        + std::string(writtenDay(incident.day)) + ". Offences: ";
    for (std::uint32_t i = 0; i < incident.offences.count; ++i) {
        const OffenceFact& offence = model.offences[incident.offences.first + i];
        if (i > 0)
            text += "; ";
        text += model.offenceKinds[offence.kind].name;
        text += offence.attempted ? " (attempted) at " : " at ";
        text += model.locations[offence.location];
    }
    text += ". Victims: " + std::to_string(incident.victims.count);
    text += ", arrested: " + std::to_string(incident.arrests.count) + ". Values in US dollars.";
    return text;
}

} // namespace

std::string arrestKey(const Model& model, const ArrestFact& arrest)
{
    std::string key(1, 'A');
    key += model.firKey(model.incidents[arrest.incident]);
    key += '-';
    return key + std::to_string(arrest.ordinal);
}

void writeFir(QByteArray& out, const Model& model, const IncidentFact& incident)
{
    JsonRow row(out, nothingReplaced);
    writeIdentity(row, model, incident);
    writeOccurrence(row, model, incident);
    writePersons(row, model, incident);
    writeThings(row, model, incident);
    row.text("FirContents", contents(model, incident));
    nulls(row, {"IoName", "IoRank", "IoBeltNo", "ShoName", "ShoRank"});
    row.text("CaseStatus", "UI");
    row.text("PracticeData", "N");
    row.text("ChangedOn", stamp(incident.changed));
    row.finish();
}

void writeArrest(QByteArray& out, const Model& model, const ArrestFact& arrest)
{
    const IncidentFact& incident = model.incidents[arrest.incident];
    const std::string ordinal = std::to_string(arrest.ordinal);
    JsonRow row(out, nothingReplaced);
    row.text("ARREST_ID", arrestKey(model, arrest));
    row.text("FIR_REG_NUM", model.firKey(incident));
    row.text("PsCode", model.agencies[incident.agency].code);
    row.text("FirNo", padded(incident.serial, 4));
    row.number("FirYear", incident.year);
    row.text("ArrestDate", writtenDay(arrest.day));
    nulls(row, {"ArrestTime", "ArrestGdNo", "ArrestPlace"});
    // Summoned and let go, or taken in.
    row.text("ArrestType", model.arrestKinds[arrest.kind].starts_with("Summoned") ? "BAIL_PS" : "FWD");
    personFacts(row, "Arrestee " + ordinal, arrest.sex, arrest.age);
    nulls(row,
          {"Alias", "RelationType", "RelativeName", "BirthYear", "Nationality", "Mobile", "Address", "Village",
           "District"});
    row.openList("ActSections");
    section(row, model.offenceKinds[arrest.offence]);
    row.closeList();
    // A1 to A9, then B1 and so on.
    std::string code(1, static_cast<char>('A' + (arrest.ordinal - 1) / 9 % 26));
    row.text("AccusedCode", code + std::to_string((arrest.ordinal - 1) % 9 + 1));
    nulls(row, {"IoName", "IoRank", "IoBeltNo"});
    row.text("PracticeData", "N");
    row.text("ChangedOn", stamp(arrest.changed));
    row.finish();
}

} // namespace ekatra::gateway::incidents
