#include "gateway/practice/SeedPayload.h"

#include "gateway/practice/Days.h"

#include <QJsonArray>

namespace ekatra::gateway::practice {

namespace {

constexpr qint64 epochInUnixSeconds = 946684800 - 19800; // 2000-01-01 00:00 IST

QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString isoDay(int minute)
{
    return dateOf(dayOfMinute(minute)).toString(Qt::ISODate);
}

QString isoTime(int minute)
{
    return q(writtenTime(timeOfMinute(minute)));
}

QString isoMoment(int minute)
{
    return isoDay(minute) + QLatin1Char('T') + isoTime(minute) + QStringLiteral(":00+05:30");
}

QJsonObject addressPayload(const Home& home, const char* kind, Script script)
{
    QJsonObject address{{QStringLiteral("kind"), QString::fromLatin1(kind)},
                        {QStringLiteral("village_town"), q(home.place.in(script))},
                        {QStringLiteral("district"), q(home.district->in(script))},
                        {QStringLiteral("state"), q(home.stateCode)},
                        {QStringLiteral("text"), q(addressOf(home, script))}};
    if (home.house > 0)
        address.insert(QStringLiteral("house_no"), QString::number(home.house));
    if (home.tehsil != nullptr)
        address.insert(QStringLiteral("tehsil"), q(home.tehsil->in(script)));
    return address;
}

QJsonObject personPayload(const Person& person, const char* role, int year)
{
    QJsonObject payload{{QStringLiteral("role"), QString::fromLatin1(role)},
                        {QStringLiteral("name"), q(person.name.in(person.script))},
                        {QStringLiteral("relation"), QString(QLatin1Char(person.relation))},
                        {QStringLiteral("relative_name"), q(person.relative.in(person.script))},
                        {QStringLiteral("age_years"), person.age},
                        {QStringLiteral("sex"), QString(QLatin1Char(person.sex))},
                        {QStringLiteral("nationality"), QStringLiteral("IN")},
                        {QStringLiteral("occupation"), q(person.occupation)},
                        {QStringLiteral("addresses"), QJsonArray{addressPayload(person.home, "PRES", person.script)}}};
    if (person.birthYearKnown)
        payload.insert(QStringLiteral("birth_year"), year - person.age);
    if (person.mobile != 0)
        payload.insert(QStringLiteral("mobile"), QString::number(person.mobile));
    if (const auto alias = person.alias.in(person.script); !alias.empty())
        payload.insert(QStringLiteral("aliases"), QJsonArray{q(alias)});
    return payload;
}

QJsonArray personsPayload(const std::vector<Person>& persons, const char* role, int year)
{
    QJsonArray list;
    for (const Person& person : persons)
        list.append(personPayload(person, role, year));
    return list;
}

QJsonArray thingsPayload(const Incident& incident)
{
    QJsonArray list;
    for (const Thing& thing : incident.things) {
        QJsonObject payload{{QStringLiteral("category"), q(thing.ware->category)},
                            {QStringLiteral("type"), q(thing.ware->type)},
                            {QStringLiteral("description"), q(describe(thing, incident.script))},
                            {QStringLiteral("value"), qint64(thing.rupees * 100)},
                            {QStringLiteral("status"), q(thing.status)}};
        const auto known = [&payload](const QString& name, const std::string& value) {
            if (!value.empty())
                payload.insert(name, q(value));
        };
        known(QStringLiteral("reg_no"), thing.registration);
        known(QStringLiteral("imei"), thing.imei);
        known(QStringLiteral("chassis_no"), thing.chassis);
        known(QStringLiteral("engine_no"), thing.engine);
        known(QStringLiteral("make"), thing.ware->make);
        known(QStringLiteral("model"), thing.ware->model);
        list.append(payload);
    }
    return list;
}

QJsonArray lawsPayload(const Incident& incident)
{
    QJsonArray list;
    for (const Law& law : incident.laws)
        list.append(QJsonObject{{QStringLiteral("act"), q(law.actCode)}, {QStringLiteral("section"), q(law.section)}});
    return list;
}

QJsonObject officerPayload(const Officer& officer, Script script)
{
    return {{QStringLiteral("name"), q(officer.name.in(script))},
            {QStringLiteral("rank"), q(rankCode(officer.rank))},
            {QStringLiteral("belt_no"), q(officer.belt)}};
}

void insertOccurrence(QJsonObject& payload, const Stock& stock, const Incident& incident)
{
    payload.insert(QStringLiteral("occ_from_date"), isoDay(incident.occFrom));
    payload.insert(QStringLiteral("occ_to_date"), isoDay(incident.occTo));
    if (incident.occTimeKnown) {
        payload.insert(QStringLiteral("occ_from_time"), isoTime(incident.occFrom));
        payload.insert(QStringLiteral("occ_to_time"), isoTime(incident.occTo));
    }
    payload.insert(QStringLiteral("info_received_at"), isoMoment(incident.infoAt));
    payload.insert(QStringLiteral("gd_no"), incident.gdNo);
    payload.insert(QStringLiteral("gd_at"), isoMoment(incident.gdAt));
    payload.insert(QStringLiteral("info_type"), q(incident.infoType));
    payload.insert(QStringLiteral("place_direction"), q(incident.direction));
    payload.insert(QStringLiteral("place_distance"), incident.distanceTenths / 10.0);
    payload.insert(QStringLiteral("beat_no"), QString::number(incident.beat));
    payload.insert(QStringLiteral("place_type"), q(incident.scene->placeType));
    payload.insert(
        QStringLiteral("place"),
        QJsonObject{{QStringLiteral("kind"), QStringLiteral("PLACE")},
                    {QStringLiteral("village_town"), q(incident.village.in(incident.script))},
                    {QStringLiteral("tehsil"), q(incident.place->tehsil.in(incident.script))},
                    {QStringLiteral("district"), q(stock.districts[incident.place->district].name.in(incident.script))},
                    {QStringLiteral("state"), QStringLiteral("HR")},
                    {QStringLiteral("text"), q(incident.placeText(incident.script))}});
}

} // namespace

QJsonObject firPayload(const Stock& stock, std::uint64_t seed, const Incident& incident, int lastDay)
{
    QJsonObject payload{{QStringLiteral("district_code"), q(stock.districts[incident.station->district].code)},
                        {QStringLiteral("ps_code"), q(incident.station->code)},
                        {QStringLiteral("fir_year"), incident.year},
                        {QStringLiteral("fir_no"), qint64(incident.serial)},
                        {QStringLiteral("fir_at"), isoMoment(incident.firAt)},
                        {QStringLiteral("fir_kind"), QStringLiteral("REG")},
                        {QStringLiteral("laws"), lawsPayload(incident)},
                        {QStringLiteral("crime_head"), q(incident.head)},
                        {QStringLiteral("informant"), personPayload(incident.informant, "INFORMANT", incident.year)},
                        {QStringLiteral("accused"), personsPayload(incident.accused, "ACCUSED", incident.year)},
                        {QStringLiteral("accused_unknown_count"), incident.outline.unknown},
                        {QStringLiteral("witnesses"), personsPayload(incident.witnesses, "WITNESS", incident.year)},
                        {QStringLiteral("properties"), thingsPayload(incident)},
                        {QStringLiteral("contents"), q(narrativeOf(stock, seed, incident))},
                        {QStringLiteral("action"), QStringLiteral("2")},
                        {QStringLiteral("io"), officerPayload(*incident.io, incident.script)},
                        {QStringLiteral("sho"), officerPayload(incident.station->sho, incident.script)},
                        {QStringLiteral("status"), q(incident.status(lastDay))},
                        {QStringLiteral("practice"), true}};
    QJsonArray victims = personsPayload(incident.victims, "VICTIM", incident.year);
    if (incident.informantIsVictim)
        victims.prepend(personPayload(incident.informant, "VICTIM", incident.year));
    payload.insert(QStringLiteral("victims"), victims);
    insertOccurrence(payload, stock, incident);
    return payload;
}

QString seedId(std::uint64_t seed, const Incident& incident)
{
    Dice dice(seed, Purpose::Identity, std::uint64_t(incident.index) | (1ULL << 40));
    const auto moment =
        static_cast<quint64>((epochInUnixSeconds + qint64(incident.firAt) * 60) * 1000) + dice.below(60000);
    const quint64 high = (moment << 16) | 0x7000U | dice.below(0x1000);
    const quint64 low = (dice.next() >> 2) | 0x8000000000000000U;
    const QString hex = QString::number(high, 16).rightJustified(16, QLatin1Char('0'))
        + QString::number(low, 16).rightJustified(16, QLatin1Char('0'));
    return hex.mid(0, 8) + QLatin1Char('-') + hex.mid(8, 4) + QLatin1Char('-') + hex.mid(12, 4) + QLatin1Char('-')
        + hex.mid(16, 4) + QLatin1Char('-') + hex.mid(20);
}

} // namespace ekatra::gateway::practice
