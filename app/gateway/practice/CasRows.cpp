#include "gateway/practice/CasRows.h"

#include "gateway/practice/Days.h"
#include "gateway/practice/JsonRow.h"

namespace ekatra::gateway::practice {

namespace {

std::string padded(std::uint64_t value, std::size_t width)
{
    std::string text = std::to_string(value);
    text.insert(0, text.size() < width ? width - text.size() : 0, '0');
    return text;
}

std::string dayAndTime(int minute)
{
    std::string text(writtenDay(dayOfMinute(minute)));
    text += ' ';
    return text += writtenTime(timeOfMinute(minute));
}

std::string stamp(std::int64_t second, Copy copy)
{
    const std::int64_t at = copy == Copy::Earlier ? second - 1 : second;
    return dayAndTime(static_cast<int>(at / 60)) + ':' + padded(static_cast<std::uint64_t>(at % 60), 2);
}

std::string rupees(const Thing& thing)
{
    return thing.valueTyped.empty() ? std::to_string(thing.rupees) + ".00" : thing.valueTyped;
}

void writeLaws(JsonRow& row, const Incident& incident)
{
    row.openList("ActSections");
    for (const Law& law : incident.laws) {
        row.object();
        row.text("Act", law.act->en);
        row.text("ActCode", law.actCode);
        row.text("Section", law.section);
        row.endObject();
    }
    row.closeList();
}

void writeName(JsonRow& row, const Person& person)
{
    if (person.nameTyped.empty()) {
        row.text("Name", person.name.in(person.script));
        row.text("RelationType", person.relation == 'H' ? "H" : "F");
        row.text("RelativeName", person.relative.in(person.script));
    } else {
        row.text("Name", person.nameTyped);
        row.text("RelationType", "NULL");
        row.text("RelativeName", "NULL");
    }
    row.text("Gender", person.sex == 'F' ? "F" : "M");
    if (person.ageTyped.empty())
        row.number("Age", person.age);
    else
        row.text("Age", person.ageTyped);
}

std::string mobileOf(const Person& person)
{
    if (!person.mobileTyped.empty())
        return person.mobileTyped;
    return person.mobile == 0 ? std::string() : "91-" + std::to_string(person.mobile);
}

// The whole block, as for complainants and arrested persons.
void writePerson(JsonRow& row, const Person& person, int year)
{
    writeName(row, person);
    if (person.birthYearKnown)
        row.number("BirthYear", year - person.age);
    else
        row.text("BirthYear", "NULL");
    row.text("Nationality", "IN");
    row.textOrNull("Occupation", person.occupation);
    row.textOrNull("Mobile", mobileOf(person));
    row.text("Address", addressOf(person.home, person.script));
    row.text("Village", person.home.place.in(person.script));
    row.text("District", person.home.district->in(person.script));
}

// Lists leave out what is not known.
void writeListed(JsonRow& row, const Person& person)
{
    writeName(row, person);
    if (const auto alias = person.alias.in(person.script); !alias.empty())
        row.text("Alias", alias);
    if (person.mobile != 0)
        row.text("Mobile", mobileOf(person));
    row.text("Address", addressOf(person.home, person.script));
    row.text("Village", person.home.place.in(person.script));
    row.text("District", person.home.district->in(person.script));
}

void writePersons(JsonRow& row, std::string_view name, const std::vector<Person>& persons)
{
    row.openList(name);
    for (const Person& person : persons) {
        row.object();
        writeListed(row, person);
        row.endObject();
    }
    row.closeList();
}

void writeThings(JsonRow& row, const Incident& incident)
{
    const auto known = [&row](std::string_view name, std::string_view value) {
        if (!value.empty())
            row.text(name, value);
    };
    row.openList("PropertyList");
    for (const Thing& thing : incident.things) {
        row.object();
        row.text("Category", thing.ware->category);
        row.text("PropertyType", thing.ware->type);
        row.text("Description", describe(thing, incident.script));
        row.text("ValueRs", rupees(thing));
        row.text("Status", thing.status);
        known("RegNo", thing.registration);
        known("ImeiNo", thing.imei);
        known("ChassisNo", thing.chassis);
        known("EngineNo", thing.engine);
        known("Make", thing.ware->make);
        known("Model", thing.ware->model);
        row.endObject();
    }
    row.closeList();
}

void writeOfficer(JsonRow& row, const Incident& incident)
{
    row.text("IoName", incident.io->name.in(incident.script));
    row.text("IoRank", rankCode(incident.io->rank));
    row.text("IoBeltNo", incident.io->belt);
}

void writeRegistration(JsonRow& row, const Incident& incident, const Stock& stock)
{
    const PoliceDistrict& district = stock.districts[incident.station->district];
    row.text("FIR_REG_NUM", incident.firKey());
    row.text("DistrictCode", district.code);
    row.text("District", district.name.en);
    row.text("PsCode", incident.station->code);
    row.text("PoliceStation", incident.station->name.en);
    row.text("FirNo", padded(incident.serial, 4));
    row.number("FirYear", incident.year);
    row.text("FirDate", writtenDay(dayOfMinute(incident.firAt)));
    row.text("FirTime", writtenTime(timeOfMinute(incident.firAt)));
    row.text("FirType", "Regular");
    writeLaws(row, incident);
    row.text("CrimeHead", incident.head);
}

void writeOccurrence(JsonRow& row, const Incident& incident, const Stock& stock, Copy copy)
{
    const auto time = [&incident](int minute) {
        return incident.occTimeKnown ? writtenTime(timeOfMinute(minute)) : std::string_view("NULL");
    };
    row.text("OccFromDate", writtenDay(dayOfMinute(incident.occFrom)));
    row.text("OccFromTime", time(incident.occFrom));
    row.text("OccToDate", writtenDay(dayOfMinute(incident.occTo)));
    row.text("OccToTime", time(incident.occTo));
    row.text("InfoReceivedOn", dayAndTime(incident.infoAt));
    row.text("GdNo", padded(static_cast<std::uint64_t>(incident.gdNo), 3));
    row.text("GdDate", dayAndTime(incident.gdAt));
    row.text("InfoType", incident.infoType);
    row.text("PlaceDirection", incident.direction);
    row.text("PlaceDistanceKm",
             std::to_string(incident.distanceTenths / 10) + '.' + std::to_string(incident.distanceTenths % 10));
    row.number("BeatNo", incident.beat);
    row.text("PlaceAddress", copy == Copy::Earlier ? "NULL" : incident.placeText(incident.script));
    row.text("PlaceVillage", incident.village.in(incident.script));
    row.text("PlaceTehsil", incident.place->tehsil.in(incident.script));
    row.text("PlaceDistrict", stock.districts[incident.place->district].name.in(incident.script));
    row.text("PlaceType", incident.scene->placeType);
}

// Those arrested are in custody or on bail; most of the others have joined under notice, a few are let go or away.
std::string_view statusOf(std::size_t accused, const Incident& incident, const ReportMark& report, Dice& dice)
{
    const bool arrested = accused < static_cast<std::size_t>(incident.outline.arrests)
        && dayOfMinute(incident.outline.arrest[accused].minute) <= report.day;
    const int roll = dice.between(1, 100);
    if (arrested)
        return roll <= 40 ? "JC" : roll <= 92 ? "BAIL_C" : "BAIL_P";
    return roll <= 55 ? "N35" : roll <= 70 ? "ABSC" : "";
}

void writeAccusedOfReport(JsonRow& row, const Incident& incident, const ReportMark& report, Dice& dice)
{
    std::vector<const Person*> dropped;
    row.openList("AccusedChargeSheeted");
    for (std::size_t i = 0; i < incident.accused.size(); ++i) {
        const std::string_view status =
            report.kind == ReportKind::ChargeSheet ? statusOf(i, incident, report, dice) : std::string_view();
        // A charge sheet has at least one accused.
        const bool only = i == 0 && report.kind == ReportKind::ChargeSheet && status.empty();
        if (status.empty() && !only) {
            dropped.push_back(&incident.accused[i]);
            continue;
        }
        row.object();
        writeListed(row, incident.accused[i]);
        row.text("Status", only ? "N35" : status);
        row.endObject();
    }
    row.closeList();
    row.openList("AccusedNotChargeSheeted");
    for (const Person* person : dropped) {
        row.object();
        writeListed(row, *person);
        row.text("Reason",
                 incident.script == Script::Hindi ? "तफ्तीश में बेगुनाह पाया गया" : "Found innocent on investigation");
        row.endObject();
    }
    row.closeList();
}

std::string courtOf(const Incident& incident, const Stock& stock)
{
    const std::string_view head = incident.head;
    const std::string& town = stock.districts[incident.station->district].name.en;
    if (head == "S02" || head == "B10")
        return "Special Court, " + town;
    const bool sessions = head == "A01" || head == "A04" || head == "B01" || head == "B06" || head == "C05";
    return (sessions ? "Additional Sessions Judge, " : "Judicial Magistrate First Class, ") + town;
}

std::string briefFacts(const Incident& incident, const ReportMark& report)
{
    const bool latin = incident.script == Script::Latin;
    const std::string who = incident.informant.name.in(incident.script);
    std::string text = latin ? "Case registered on the information of " + who + ". "
                             : "मुकदमा हजा मुद्दई " + who + " की इत्तला पर दर्ज रजिस्टर किया गया। ";
    switch (report.kind) {
    case ReportKind::ChargeSheet:
        text += latin ? "The spot was inspected, statements of witnesses were recorded and evidence was found "
                        "sufficient against the accused. The report under section 193 BNSS is submitted for trial."
                      : "मौका मुलाहिजा करके गवाहों के बयान लिखे गए। मुल्जिमान के खिलाफ सबूत सफा मिसल पर आया। "
                        "चालान मुकम्मल करके अदालत में पेश है।";
        break;
    case ReportKind::Untraced:
        text += latin ? "Efforts were made to trace the accused and the property but without success. An untraced "
                        "report is submitted; it will be reopened on a clue."
                      : "मुल्जिमान व माल मुकदमा की काफी तलाश की गई परंतु कोई सुराग नहीं मिला। अदम पता रिपोर्ट पेश है, "
                        "सुराग मिलने पर दोबारा तफ्तीश की जाएगी।";
        break;
    case ReportKind::Cancelled:
        text += latin
            ? "On investigation the allegations were not found to be true. A cancellation report is submitted."
            : "तफ्तीश से आरोप सही नहीं पाए गए। अखराज रिपोर्ट तैयार करके पेश है।";
        break;
    }
    return text;
}

std::string_view reportType(ReportKind kind)
{
    switch (kind) {
    case ReportKind::ChargeSheet:
        return "CS";
    case ReportKind::Untraced:
        return "UNT";
    case ReportKind::Cancelled:
        return "UNOCC";
    }
    return {};
}

} // namespace

std::string childKey(char prefix, const std::string& firKey, int ordinal)
{
    return prefix + firKey + '-' + std::to_string(ordinal);
}

void CasRows::fir(QByteArray& out, Incident incident, Dirt dirt, Copy copy) const
{
    const auto replaced = spoil(incident, CasList::Fir, 0, dirt);
    JsonRow row(out, replaced);
    writeRegistration(row, incident, m_stock);
    writeOccurrence(row, incident, m_stock, copy);
    row.openObject("Complainant");
    writePerson(row, incident.informant, incident.year);
    row.closeObject();
    writePersons(row, "AccusedList", incident.accused);
    row.number("UnknownAccused", incident.outline.unknown);
    row.openList("VictimList");
    if (incident.informantIsVictim) {
        row.object();
        writeListed(row, incident.informant);
        row.endObject();
    }
    for (const Person& victim : incident.victims) {
        row.object();
        writeListed(row, victim);
        row.endObject();
    }
    row.closeList();
    writePersons(row, "WitnessList", incident.witnesses);
    writeThings(row, incident);
    row.text("FirContents", narrativeOf(m_stock, m_seed, incident));
    writeOfficer(row, incident);
    row.text("ShoName", incident.station->sho.name.in(incident.script));
    row.text("ShoRank", rankCode(incident.station->sho.rank));
    row.text("CaseStatus", copy == Copy::Earlier ? "REG" : incident.status(m_lastDay));
    row.text("PracticeData", "Y");
    row.text("ChangedOn", stamp(incident.outline.changed, copy));
    row.finish();
}

void CasRows::arrest(QByteArray& out, Incident incident, int ordinal, Dirt dirt, Copy copy) const
{
    const auto at = static_cast<std::size_t>(ordinal - 1);
    const ArrestMark mark = incident.outline.arrest[at];
    const auto replaced = spoil(incident, CasList::Arrest, ordinal, dirt);
    const Person& person = incident.accused[at];
    JsonRow row(out, replaced);
    row.text("ARREST_ID", childKey('A', incident.firKey(), ordinal));
    row.text("FIR_REG_NUM", incident.firKey());
    row.text("PsCode", incident.station->code);
    row.text("FirNo", padded(incident.serial, 4));
    row.number("FirYear", incident.year);
    row.text("ArrestDate", writtenDay(dayOfMinute(mark.minute)));
    row.text("ArrestTime", writtenTime(timeOfMinute(mark.minute)));
    row.text("ArrestGdNo", padded(static_cast<std::uint64_t>(timeOfMinute(mark.minute) / 24 + 2), 3));
    row.text("ArrestPlace", copy == Copy::Earlier ? "NULL" : incident.placeText(person.script));
    Dice dice(m_seed, Purpose::Report, std::uint64_t(incident.index) * 8 + static_cast<std::uint64_t>(ordinal));
    const int roll = dice.between(1, 100);
    row.text("ArrestType", roll <= 66 ? "FWD" : roll <= 86 ? "BAIL_PS" : roll <= 94 ? "ANTIC" : "PW");
    writePerson(row, person, incident.year);
    row.textOrNull("Alias", person.alias.in(person.script));
    writeLaws(row, incident);
    row.text("AccusedCode", "A" + std::to_string(ordinal));
    writeOfficer(row, incident);
    row.text("PracticeData", "Y");
    row.text("ChangedOn", stamp(mark.changed, copy));
    row.finish();
}

void CasRows::report(QByteArray& out, Incident incident, int ordinal, std::uint32_t number, Dirt dirt, Copy copy) const
{
    const ReportMark mark = incident.outline.report[static_cast<std::size_t>(ordinal - 1)];
    const auto replaced = spoil(incident, CasList::FinalReport, ordinal, dirt);
    JsonRow row(out, replaced);
    row.text("FR_ID", childKey('C', incident.firKey(), ordinal));
    row.text("FIR_REG_NUM", incident.firKey());
    row.text("PsCode", incident.station->code);
    row.text("FirNo", padded(incident.serial, 4));
    row.number("FirYear", incident.year);
    row.number("FrNo", number);
    row.number("FrYear", yearOf(mark.day));
    row.text("FrDate", writtenDay(mark.day));
    row.text("FrType", reportType(mark.kind));
    row.text("FrKind", mark.supplementary ? "SUPP" : "ORIG");
    writeLaws(row, incident);
    Dice dice(m_seed, Purpose::Report, std::uint64_t(incident.index) * 8 + 4);
    writeAccusedOfReport(row, incident, mark, dice);
    std::vector<Person> witnesses{incident.informant};
    witnesses.insert(witnesses.end(), incident.witnesses.begin(), incident.witnesses.end());
    writePersons(row, "WitnessList", witnesses);
    row.text("CourtName", copy == Copy::Earlier ? "NULL" : courtOf(incident, m_stock));
    row.text("BriefFacts", briefFacts(incident, mark));
    writeOfficer(row, incident);
    row.text("PracticeData", "Y");
    row.text("ChangedOn", stamp(mark.changed, copy));
    row.finish();
}

} // namespace ekatra::gateway::practice
