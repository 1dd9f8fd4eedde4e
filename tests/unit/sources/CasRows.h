// CasRows.h
// The CAS profile as shipped, and one whole row of each of its lists for tests to spoil. Test code only.
#pragma once

#include "base/Resources.h"
#include "sources/PageReader.h"

#include <boost/test/unit_test.hpp>

#include <QJsonArray>
#include <QJsonDocument>

namespace ekatra::test {

inline const sources::SourceProfile& casProfile()
{
    static const sources::SourceProfile profile = [] {
        auto loaded = sources::SourceProfile::load(QStringLiteral("cas"));
        BOOST_REQUIRE(loaded.ok());
        return std::move(loaded).value();
    }();
    return profile;
}

inline QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

inline QJsonObject firRow()
{
    return json(R"json({"FIR_REG_NUM":"13020004240045","DistrictCode":"13020","District":"Panipat","PsCode":"13020004",
        "PoliceStation":"City Panipat","FirNo":"0045","FirYear":"2024","FirDate":"14/07/2024","FirTime":"10:20",
        "FirType":"Regular","ActSections":[{"Act":"Bharatiya Nyaya Sanhita, 2023","ActCode":"BNS","Section":"303(2)"}],
        "CrimeHead":"C01","OccFromDate":"13/07/2024","OccFromTime":"20:00","OccToDate":"14/07/2024","OccToTime":"NULL",
        "InfoReceivedOn":"14/07/2024 09:50","GdNo":"058","GdDate":"14/07/2024 10:00","InfoType":"WRIT",
        "PlaceDirection":"NE","PlaceDistanceKm":"3.5","BeatNo":"4","PlaceAddress":"near the temple","PlaceVillage":"Siwah",
        "PlaceTehsil":"NULL","PlaceDistrict":"Panipat","PlaceType":"HOUSE",
        "Complainant":{"Name":"रमेश कुमार","RelationType":"F","RelativeName":"श्री सुरेश","Gender":"M","Age":"35",
            "BirthYear":"1989","Nationality":"IN","Occupation":"FARMER","Mobile":"91-9812345678",
            "Address":"मकान नं. 5, सिवाह","Village":"सिवाह","District":"पानीपत"},
        "AccusedList":[{"Name":"Raju @ Kalia","RelationType":"NULL","RelativeName":"NULL","Gender":"M","Age":"24"}],
        "UnknownAccused":"2","VictimList":[],"WitnessList":[],
        "PropertyList":[{"Category":"VEH","PropertyType":"Motorcycle","Description":"Hero","ValueRs":"45000.00","Status":"STO",
            "RegNo":"HR-06 AB 1234"}],
        "FirContents":"contents","IoName":"Ram Mehar","IoRank":"ASI","IoBeltNo":"123/PPT","ShoName":"Suman","ShoRank":"INSP",
        "CaseStatus":"UI","PracticeData":"Y","ChangedOn":"14/07/2024 18:22:31"})json");
}

inline QJsonObject arrestRow()
{
    return json(
        R"json({"ARREST_ID":"A13020004240045-1","FIR_REG_NUM":"13020004240045","PsCode":"13020004","FirNo":"0045",
        "FirYear":"2024","ArrestDate":"16/07/2024","ArrestTime":"07:05","ArrestGdNo":"012","ArrestPlace":"Bus stand",
        "ArrestType":"FWD","Name":"Raju","Alias":"Kalia","RelationType":"F","RelativeName":"Sh. Dharam Singh","Gender":"M",
        "Age":"24","BirthYear":"NULL","Nationality":"IN","Mobile":"NULL","Address":"H.No. 7","Village":"Siwah",
        "District":"Panipat","ActSections":[{"Act":"NULL","ActCode":"BNS","Section":"303(2)"}],"AccusedCode":"A1",
        "IoName":"Ram Mehar","IoRank":"ASI","IoBeltNo":"123/PPT","PracticeData":"Y","ChangedOn":"16/07/2024 09:00:00"})json");
}

inline QJsonObject reportRow()
{
    return json(R"json({"FR_ID":"C13020004240045-1","FIR_REG_NUM":"13020004240045","PsCode":"13020004","FirNo":"0045",
        "FirYear":"2024","FrNo":"12","FrYear":"2024","FrDate":"01/09/2024","FrType":"CS","FrKind":"ORIG",
        "ActSections":[{"Act":"Bharatiya Nyaya Sanhita, 2023","ActCode":"NULL","Section":"303(2), 317(2)"}],
        "AccusedChargeSheeted":[{"Name":"Raju","RelationType":"F","RelativeName":"Dharam Singh","Gender":"M","Age":"24","Status":"JC"}],
        "AccusedNotChargeSheeted":[{"Name":"Kala","RelationType":"F","RelativeName":"Om","Gender":"M","Age":"30","Reason":"no evidence"}],
        "WitnessList":[{"Name":"Ramesh","RelationType":"F","RelativeName":"Suresh","Gender":"M","Age":"35"}],
        "CourtName":"JMIC Panipat","BriefFacts":"facts","IoName":"Ram Mehar","IoRank":"ASI","IoBeltNo":"123/PPT",
        "PracticeData":"Y","ChangedOn":"01/09/2024 12:00:00"})json");
}

// A page of `rows` in the shape that the stream's list has.
inline QByteArray casPage(const QString& stream, const std::vector<QJsonObject>& rows)
{
    QJsonArray list;
    for (const QJsonObject& row : rows)
        list.append(row);
    QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
    for (const std::string& name : casProfile().stream(stream)->rows)
        text = "{\"Status\":\"OK\",\"" + QByteArray::fromStdString(name) + "\":" + text + '}';
    return text;
}

inline Result<sources::Page> readCas(const QString& stream, const QByteArray& body)
{
    const auto* profile = casProfile().stream(stream);
    sources::PageReader reader(profile->mapping, profile->kind, 2026);
    return reader.readList(body, profile->rows);
}

} // namespace ekatra::test
