#include "gateway/incidents/IncidentModel.h"

#include "base/Resources.h"
#include "gateway/incidents/YearFolder.h"
#include "gateway/practice/Days.h"

#include <QDir>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ekatra::gateway::incidents {

namespace {

using practice::secondsADay;
using Codes = std::map<std::string, std::uint16_t, std::less<>>;
using TextByCode = std::map<std::string, std::string, std::less<>>;

// Two columns of a table of the program's own.
Result<TextByCode> readCodes(const char* name, std::string_view key, std::string_view value)
{
    const QString file = QString::fromLatin1(name);
    const auto bytes = base::readResource(file);
    if (!bytes)
        return bytes.error();
    const auto table = CsvTable::parse(*bytes, file);
    if (!table)
        return table.error();
    const auto at = table->columns({key, value});
    if (!at)
        return at.error();
    TextByCode codes;
    for (std::size_t row = 0; row < table->rowCount(); ++row)
        codes.emplace(table->cell(row, (*at)[0]), table->cell(row, (*at)[1]));
    return codes;
}

std::string found(const TextByCode& codes, std::string_view key, std::string_view otherwise)
{
    const auto at = codes.find(key);
    return at == codes.end() ? std::string(otherwise) : at->second;
}

// Reads one year's folder into the model.
class YearReader {
public:
    YearReader(Model& model, YearFolder folder, const TextByCode& heads, const TextByCode& categories)
        : m_model(model), m_folder(std::move(folder)), m_heads(heads), m_categories(categories)
    {
    }

    Result<void> read()
    {
        using Step = Result<void> (YearReader::*)();
        for (const Step step :
             {&YearReader::agencies, &YearReader::offenceKinds, &YearReader::thingKinds, &YearReader::otherKinds,
              &YearReader::incidents, &YearReader::offences, &YearReader::victims, &YearReader::offenders,
              &YearReader::things, &YearReader::arrests})
            if (auto done = (this->*step)(); !done)
                return done;
        return {};
    }

private:
    // A table with the columns that are wanted of it. Optional columns stand last and may be -1.
    struct Opened {
        CsvTable table;
        std::vector<int> at;
        QString file;

        [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const
        {
            return table.cell(row, at[column]);
        }
        [[nodiscard]] Error bad(const char* code, std::size_t row, std::size_t column) const
        {
            const std::string_view value = cell(row, column);
            return error(
                ErrorKind::BadInput, code,
                {{QStringLiteral("file"), file},
                 {QStringLiteral("line"), QString::number(row + 2)},
                 {QStringLiteral("value"), QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))}});
        }
    };

    Result<Opened> open(const char* name, std::initializer_list<std::string_view> columns,
                        std::initializer_list<std::string_view> optional = {})
    {
        const QString file = QString::fromLatin1(name);
        auto table = m_folder.read(file);
        if (!table)
            return table.error();
        auto at = table->columns(columns);
        if (!at)
            return at.error();
        for (const std::string_view column : optional)
            at->push_back(table->column(column));
        return Opened{std::move(*table), std::move(*at), m_folder.path() + QLatin1Char('/') + file};
    }

    template <class Fact>
    Result<void> link(const Opened& table, std::size_t row, Fact& fact) const
    {
        const auto id = wholeNumber(table.cell(row, 0));
        const auto known = id ? m_incidents.find(*id) : m_incidents.end();
        if (known == m_incidents.end())
            return table.bad("incidents.unknown_incident", row, 0);
        fact.incident = known->second;
        return {};
    }

    Result<void> agencies()
    {
        const auto table = open("agencies", {"agency_id", "pub_agency_name", "state_name"}, {"ncic_agency_name"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            const std::string id(table->cell(row, 0));
            if (!wholeNumber(id) || id.size() > 6)
                return table->bad("incidents.bad_value", row, 0);
            const std::string code = "99" + std::string(6 - id.size(), '0') + id;
            auto& all = m_model.agencies;
            const auto same = std::find_if(all.begin(), all.end(), [&](const Agency& a) { return a.code == code; });
            m_agencies[id] = static_cast<std::uint16_t>(same - all.begin());
            if (same == all.end())
                all.push_back({code, fitForJson(table->cell(row, 1)), fitForJson(table->cell(row, 2))});
        }
        return {};
    }

    // Older layouts number the offences, newer ones use the code itself.
    Result<void> offenceKinds()
    {
        const auto table = open("NIBRS_OFFENSE_TYPE", {"offense_code", "offense_name"}, {"offense_type_id"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            const std::string_view code = table->cell(row, 0);
            const std::string_view key = table->at[2] < 0 ? code : table->cell(row, 2);
            m_offenceKinds[std::string(key)] = static_cast<std::uint16_t>(m_model.offenceKinds.size());
            m_model.offenceKinds.push_back(
                {fitForJson(code), fitForJson(table->cell(row, 1)), found(m_heads, code, "")});
        }
        return {};
    }

    Result<void> thingKinds()
    {
        const auto table = open("NIBRS_PROP_DESC_TYPE", {"prop_desc_id", "prop_desc_code", "prop_desc_name"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            m_thingKinds[std::string(table->cell(row, 0))] = static_cast<std::uint16_t>(m_model.thingKinds.size());
            m_model.thingKinds.push_back(
                {fitForJson(table->cell(row, 2)), found(m_categories, table->cell(row, 1), "MISC")});
        }
        return {};
    }

    Result<void> otherKinds()
    {
        const auto read = [this](const char* file, std::string_view id, std::string_view name, Codes& codes,
                                 std::vector<std::string>& texts) -> Result<void> {
            const auto table = open(file, {id, name});
            if (!table)
                return table.error();
            for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
                codes[std::string(table->cell(row, 0))] = static_cast<std::uint16_t>(texts.size());
                texts.push_back(fitForJson(table->cell(row, 1)));
            }
            return {};
        };
        if (auto done = read("NIBRS_LOCATION_TYPE", "location_id", "location_name", m_locations, m_model.locations);
            !done)
            return done;
        if (auto done =
                read("NIBRS_VICTIM_TYPE", "victim_type_id", "victim_type_name", m_victimKinds, m_model.victimKinds);
            !done)
            return done;
        if (auto done = read("NIBRS_PROP_LOSS_TYPE", "prop_loss_id", "prop_loss_name", m_losses, m_model.losses); !done)
            return done;
        return read("NIBRS_ARREST_TYPE", "arrest_type_id", "arrest_type_name", m_arrestKinds, m_model.arrestKinds);
    }

    Result<void> incidents()
    {
        const auto table =
            open("NIBRS_incident",
                 {"incident_id", "agency_id", "incident_date", "report_date_flag", "incident_hour", "submission_date"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            IncidentFact incident;
            const auto id = wholeNumber(table->cell(row, 0));
            if (!id || m_incidents.contains(*id))
                return table->bad("incidents.bad_value", row, 0);
            const auto agency = m_agencies.find(table->cell(row, 1));
            if (agency == m_agencies.end())
                return table->bad("incidents.bad_value", row, 1);
            const auto moment = momentOf(table->cell(row, 2));
            if (!moment)
                return table->bad("incidents.bad_value", row, 2);
            const std::string_view flag = table->cell(row, 3);
            incident.id = *id;
            incident.agency = agency->second;
            incident.day = static_cast<std::int32_t>(*moment / secondsADay);
            incident.dayOfReport = flag == "t" || flag == "R";
            const auto hour = wholeNumber(table->cell(row, 4));
            incident.hour = static_cast<std::int8_t>(hour && *hour >= 0 && *hour < 24 ? *hour : -1);
            incident.submitted = std::max(momentOf(table->cell(row, 5)).value_or(0), *moment);
            incident.changed = incident.submitted;
            m_incidents.emplace(*id, static_cast<std::uint32_t>(m_model.incidents.size()));
            m_model.incidents.push_back(incident);
        }
        return {};
    }

    Result<void> offences()
    {
        const auto table = open("NIBRS_OFFENSE", {"incident_id", "attempt_complete_flag", "location_id"},
                                {"offense_type_id", "offense_code"});
        if (!table)
            return table.error();
        const std::size_t key = table->at[3] >= 0 ? 3 : 4;
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            OffenceFact fact;
            if (auto done = link(*table, row, fact); !done)
                return done;
            const auto kind = m_offenceKinds.find(table->cell(row, key));
            if (kind == m_offenceKinds.end())
                return table->bad("incidents.bad_value", row, key);
            const auto location = m_locations.find(table->cell(row, 2));
            if (location == m_locations.end())
                return table->bad("incidents.bad_value", row, 2);
            fact.kind = kind->second;
            fact.location = location->second;
            fact.attempted = table->cell(row, 1) == "A";
            m_model.offences.push_back(fact);
        }
        return {};
    }

    static std::int16_t ageOf(std::string_view text)
    {
        const auto age = wholeNumber(text);
        return static_cast<std::int16_t>(age && *age > 0 && *age < 120 ? *age : -1);
    }

    static char sexOf(std::string_view text) { return text == "M" || text == "F" ? text.front() : 'U'; }

    Result<void> victims()
    {
        const auto table =
            open("NIBRS_VICTIM", {"incident_id", "victim_seq_num", "age_num", "sex_code", "victim_type_id"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            const auto kind = m_victimKinds.find(table->cell(row, 4));
            if (kind == m_victimKinds.end())
                return table->bad("incidents.bad_value", row, 4);
            if (auto done = person(*table, row, m_model.victims, kind->second); !done)
                return done;
        }
        return {};
    }

    Result<void> offenders()
    {
        const auto table = open("NIBRS_OFFENDER", {"incident_id", "offender_seq_num", "age_num", "sex_code"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row)
            if (auto done = person(*table, row, m_model.offenders, 0); !done)
                return done;
        return {};
    }

    Result<void> person(const Opened& table, std::size_t row, std::vector<PersonFact>& into, std::uint16_t kind)
    {
        PersonFact fact;
        if (auto done = link(table, row, fact); !done)
            return done;
        fact.number = static_cast<std::uint16_t>(wholeNumber(table.cell(row, 1)).value_or(0));
        fact.age = ageOf(table.cell(row, 2));
        fact.sex = sexOf(table.cell(row, 3));
        fact.kind = kind;
        into.push_back(fact);
        return {};
    }

    Result<void> things()
    {
        struct Property {
            std::uint32_t incident = 0;
            std::uint16_t loss = 0;
        };
        std::unordered_map<std::int64_t, Property> properties;
        const auto table = open("NIBRS_PROPERTY", {"incident_id", "property_id", "prop_loss_id"});
        if (!table)
            return table.error();
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            Property property;
            if (auto done = link(*table, row, property); !done)
                return done;
            const auto loss = m_losses.find(table->cell(row, 2));
            const auto id = wholeNumber(table->cell(row, 1));
            if (!id || loss == m_losses.end())
                return table->bad("incidents.bad_value", row, id ? 2 : 1);
            property.loss = loss->second;
            properties[*id] = property;
        }
        const auto descriptions = open("NIBRS_PROPERTY_DESC", {"property_id", "prop_desc_id", "property_value"});
        if (!descriptions)
            return descriptions.error();
        for (std::size_t row = 0; row < descriptions->table.rowCount(); ++row) {
            const auto id = wholeNumber(descriptions->cell(row, 0));
            const auto property = id ? properties.find(*id) : properties.end();
            if (property == properties.end())
                return descriptions->bad("incidents.bad_value", row, 0);
            const auto kind = m_thingKinds.find(descriptions->cell(row, 1));
            if (kind == m_thingKinds.end())
                return descriptions->bad("incidents.bad_value", row, 1);
            m_model.things.push_back({property->second.incident, kind->second, property->second.loss,
                                      wholeNumber(descriptions->cell(row, 2)).value_or(-1)});
        }
        return {};
    }

    Result<void> arrests()
    {
        const auto table = open("NIBRS_ARRESTEE",
                                {"incident_id", "arrestee_id", "arrest_date", "arrest_type_id", "age_num", "sex_code"},
                                {"offense_type_id", "offense_code"});
        if (!table)
            return table.error();
        const std::size_t key = table->at[6] >= 0 ? 6 : 7;
        for (std::size_t row = 0; row < table->table.rowCount(); ++row) {
            ArrestFact fact;
            if (auto done = link(*table, row, fact); !done)
                return done;
            const auto id = wholeNumber(table->cell(row, 1));
            const auto moment = momentOf(table->cell(row, 2));
            const auto kind = m_arrestKinds.find(table->cell(row, 3));
            const auto offence = m_offenceKinds.find(table->cell(row, key));
            if (!id || !moment || kind == m_arrestKinds.end() || offence == m_offenceKinds.end())
                return table->bad("incidents.bad_value", row,
                                  !id                               ? 1
                                      : !moment                     ? 2
                                      : kind == m_arrestKinds.end() ? 3
                                                                    : key);
            IncidentFact& incident = m_model.incidents[fact.incident];
            fact.id = *id;
            fact.day = static_cast<std::int32_t>(*moment / secondsADay);
            fact.changed = std::max(*moment, incident.submitted);
            incident.changed = std::max(incident.changed, fact.changed);
            fact.age = ageOf(table->cell(row, 4));
            fact.sex = sexOf(table->cell(row, 5));
            fact.kind = kind->second;
            fact.offence = offence->second;
            m_model.arrests.push_back(fact);
        }
        return {};
    }

    Model& m_model;
    YearFolder m_folder;
    const TextByCode& m_heads;
    const TextByCode& m_categories;
    Codes m_agencies, m_offenceKinds, m_thingKinds, m_locations, m_victimKinds, m_losses, m_arrestKinds;
    std::unordered_map<std::int64_t, std::uint32_t> m_incidents;
};

template <class Fact, class Order>
void group(Model& model, std::vector<Fact>& facts, Range IncidentFact::*range, Order order)
{
    std::stable_sort(facts.begin(), facts.end(), [order](const Fact& a, const Fact& b) {
        return std::pair(a.incident, order(a)) < std::pair(b.incident, order(b));
    });
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        Range& of = model.incidents[facts[i].incident].*range;
        if (of.count++ == 0)
            of.first = i;
    }
}

void giveNumbers(Model& model)
{
    std::vector<std::uint32_t> order(model.incidents.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&model](std::uint32_t a, std::uint32_t b) {
        return std::pair(model.incidents[a].day, model.incidents[a].id)
            < std::pair(model.incidents[b].day, model.incidents[b].id);
    });
    std::map<std::pair<std::uint16_t, std::int32_t>, std::uint32_t> last;
    for (const std::uint32_t i : order) {
        IncidentFact& incident = model.incidents[i];
        incident.year = practice::yearOf(incident.day);
        incident.serial = ++last[{incident.agency, incident.year}];
    }
    for (IncidentFact& incident : model.incidents)
        for (std::uint32_t i = 0; i < incident.arrests.count; ++i)
            model.arrests[incident.arrests.first + i].ordinal = static_cast<std::uint16_t>(i + 1);
}

std::vector<YearFolder> yearFolders(const QString& folder)
{
    const QString table = QStringLiteral("NIBRS_incident");
    if (YearFolder one(folder); one.has(table))
        return {one};
    std::vector<YearFolder> years;
    const QDir parent(folder);
    for (const QString& name : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (YearFolder year(parent.filePath(name)); year.has(table))
            years.push_back(year);
    return years;
}

} // namespace

std::string Model::firKey(const IncidentFact& incident) const
{
    const std::string number = std::to_string(incident.serial);
    std::string key = agencies[incident.agency].code;
    key += std::to_string(100 + incident.year % 100).substr(1);
    if (number.size() < 4)
        key.append(4 - number.size(), '0');
    return key + number;
}

Result<Model> readIncidents(const QString& folder)
{
    if (!QDir(folder).exists())
        return error(ErrorKind::NotFound, "incidents.no_folder", {{QStringLiteral("folder"), folder}});
    const auto years = yearFolders(folder);
    if (years.empty())
        return error(ErrorKind::NotFound, "incidents.no_incidents", {{QStringLiteral("folder"), folder}});
    const auto heads = readCodes("practice/nibrs_heads.csv", "offense_code", "head");
    if (!heads)
        return heads.error();
    const auto categories = readCodes("practice/nibrs_property.csv", "prop_desc_code", "category");
    if (!categories)
        return categories.error();

    Model model;
    for (const YearFolder& year : years)
        if (auto done = YearReader(model, year, *heads, *categories).read(); !done)
            return done.error();
    const auto byNumber = [](const PersonFact& fact) { return fact.number; };
    group(model, model.offences, &IncidentFact::offences, [](const OffenceFact&) { return 0; });
    group(model, model.victims, &IncidentFact::victims, byNumber);
    group(model, model.offenders, &IncidentFact::offenders, byNumber);
    group(model, model.things, &IncidentFact::things, [](const ThingFact&) { return 0; });
    group(model, model.arrests, &IncidentFact::arrests, [](const ArrestFact& fact) { return fact.id; });
    giveNumbers(model);
    return model;
}

} // namespace ekatra::gateway::incidents
