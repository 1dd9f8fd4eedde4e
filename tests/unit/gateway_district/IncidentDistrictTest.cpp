#include "gateway/incidents/IncidentDistrict.h"

#include <boost/test/unit_test.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

namespace {

QString fixture(const QString& name)
{
    return QStringLiteral(EKATRA_TEST_DATA "/incidents/") + name;
}

const District& bothYears()
{
    static const auto loaded = [] {
        auto district = loadIncidents(fixture(u"years"_s));
        BOOST_REQUIRE(district.ok());
        return std::move(*district);
    }();
    return *loaded;
}

QJsonObject rowOf(CasList list, const char* key)
{
    const auto row = bothYears().row(list, key);
    BOOST_REQUIRE(row.has_value());
    return QJsonDocument::fromJson(*row).object();
}

QString codeOf(const Result<std::unique_ptr<District>>& result)
{
    return result.ok() ? QString() : result.error().code;
}

// A copy of the newer layout that a test may spoil.
struct Copy {
    QTemporaryDir folder;

    Copy()
    {
        const QDir from(fixture(u"years/new"_s));
        for (const QString& name : from.entryList(QDir::Files))
            QFile::copy(from.filePath(name), folder.filePath(name));
    }

    void append(const QString& table, const QByteArray& line)
    {
        QFile file(folder.filePath(table));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        BOOST_REQUIRE(file.open(QIODevice::Append));
        file.write(line);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_incident_district)

BOOST_AUTO_TEST_CASE(both_layouts_are_read_together_and_everything_is_counted)
{
    BOOST_TEST(bothYears().count(CasList::Fir) == 4);
    BOOST_TEST(bothYears().count(CasList::Arrest) == 3);
    BOOST_TEST(bothYears().count(CasList::FinalReport) == 0);
    BOOST_TEST(bothYears().stations().size() == 2U);
    BOOST_TEST((bothYears().stations().front().code == u"99000077"_s));
}

BOOST_AUTO_TEST_CASE(one_years_folder_can_be_given_by_itself)
{
    const auto district = loadIncidents(fixture(u"years/old"_s));
    BOOST_REQUIRE(district.ok());
    BOOST_TEST((*district)->count(CasList::Fir) == 1);
}

BOOST_AUTO_TEST_CASE(numbers_follow_the_date_and_then_the_incident)
{
    BOOST_TEST(rowOf(CasList::Fir, "99000077210001").value(u"FirContents"_s).toString().contains(u"Incident 500"_s));
    BOOST_TEST(rowOf(CasList::Fir, "99000077210002").value(u"FirContents"_s).toString().contains(u"Incident 501"_s));
    BOOST_TEST(rowOf(CasList::Fir, "99000077210003").value(u"FirContents"_s).toString().contains(u"Incident 502"_s));
}

BOOST_AUTO_TEST_CASE(an_incident_keeps_its_offences_persons_and_property)
{
    const QJsonObject row = rowOf(CasList::Fir, "99000077210001");
    const QJsonArray laws = row.value(u"ActSections"_s).toArray();
    BOOST_REQUIRE(laws.size() == 2);
    BOOST_TEST((laws.at(0).toObject().value(u"ActCode"_s).toString() == u"NIBRS"_s));
    BOOST_TEST((laws.at(0).toObject().value(u"Section"_s).toString() == u"120"_s));
    BOOST_TEST((laws.at(0).toObject().value(u"Act"_s).toString() == u"Robbery"_s));
    BOOST_TEST((row.value(u"CrimeHead"_s).toString() == u"C04"_s));
    BOOST_TEST((row.value(u"OccFromTime"_s).toString() == u"09:00"_s));
    BOOST_TEST((row.value(u"PlaceType"_s).toString() == u"Highway/Alley/Street"_s));

    const QJsonArray accused = row.value(u"AccusedList"_s).toArray();
    BOOST_REQUIRE(accused.size() == 2);
    BOOST_TEST((accused.at(1).toObject().value(u"Name"_s).toString() == u"Offender 2"_s));
    BOOST_TEST((accused.at(1).toObject().value(u"Age"_s).toString() == u"31"_s));
    const QJsonArray victims = row.value(u"VictimList"_s).toArray();
    BOOST_REQUIRE(victims.size() == 2);
    BOOST_TEST((victims.at(0).toObject().value(u"Gender"_s).toString() == u"F"_s));
    BOOST_TEST((victims.at(1).toObject().value(u"Name"_s).toString() == u"Business 2"_s));
    const QJsonArray things = row.value(u"PropertyList"_s).toArray();
    BOOST_REQUIRE(things.size() == 2);
    BOOST_TEST((things.at(0).toObject().value(u"ValueRs"_s).toString() == u"450.00"_s));
    BOOST_TEST((things.at(0).toObject().value(u"Status"_s).toString() == u"STO"_s));
    BOOST_TEST((things.at(1).toObject().value(u"Category"_s).toString() == u"VEH"_s));
    BOOST_TEST((things.at(1).toObject().value(u"ValueRs"_s).toString() == u"NULL"_s));
    BOOST_TEST((row.value(u"PracticeData"_s).toString() == u"N"_s));
}

BOOST_AUTO_TEST_CASE(an_offender_of_whom_nothing_is_known_is_a_number_only)
{
    const QJsonObject row = rowOf(CasList::Fir, "99000077210002");
    BOOST_TEST(row.value(u"AccusedList"_s).toArray().isEmpty());
    BOOST_TEST((row.value(u"UnknownAccused"_s).toString() == u"1"_s));
    BOOST_TEST((row.value(u"VictimList"_s).toArray().at(0).toObject().value(u"Age"_s).toString() == u"NULL"_s));
}

BOOST_AUTO_TEST_CASE(a_day_of_report_does_not_pass_for_a_day_of_occurrence)
{
    const QJsonObject row = rowOf(CasList::Fir, "99000077210003");
    BOOST_TEST((row.value(u"FirDate"_s).toString() == u"12/04/2021"_s));
    BOOST_TEST((row.value(u"OccFromDate"_s).toString() == u"NULL"_s));
}

BOOST_AUTO_TEST_CASE(commas_and_quotes_of_the_source_survive)
{
    const QJsonObject row = rowOf(CasList::Fir, "99000077210002");
    BOOST_TEST((row.value(u"ActSections"_s).toArray().at(0).toObject().value(u"Act"_s).toString()
                == u"Family Offenses, Nonviolent"_s));
    BOOST_TEST((row.value(u"PlaceType"_s).toString() == u"Residence \"home\""_s));
}

BOOST_AUTO_TEST_CASE(each_arrestee_is_an_arrest_of_its_incident_and_changes_the_fir)
{
    const QJsonObject first = rowOf(CasList::Arrest, "A99000077210001-1");
    const QJsonObject second = rowOf(CasList::Arrest, "A99000077210001-2");
    BOOST_TEST((first.value(u"ArrestDate"_s).toString() == u"11/04/2021"_s));
    BOOST_TEST((first.value(u"FIR_REG_NUM"_s).toString() == u"99000077210001"_s));
    BOOST_TEST((first.value(u"ChangedOn"_s).toString() == u"03/05/2021 11:56:16"_s));
    BOOST_TEST((second.value(u"ArrestType"_s).toString() == u"BAIL_PS"_s));
    BOOST_TEST((second.value(u"AccusedCode"_s).toString() == u"A2"_s));
    BOOST_TEST((rowOf(CasList::Fir, "99000077210001").value(u"ChangedOn"_s).toString() == u"20/06/2021 00:00:00"_s));
    BOOST_TEST(!bothYears().row(CasList::Arrest, "A99000077210001-3").has_value());
}

BOOST_AUTO_TEST_CASE(the_older_layout_and_a_packed_table_mean_the_same)
{
    const QJsonObject fir = rowOf(CasList::Fir, "99000078190001");
    BOOST_TEST((fir.value(u"FirDate"_s).toString() == u"13/02/2019"_s));
    BOOST_TEST((fir.value(u"ChangedOn"_s).toString() == u"20/08/2019 00:00:00"_s));
    BOOST_TEST((fir.value(u"ActSections"_s).toArray().at(0).toObject().value(u"Section"_s).toString() == u"13A"_s));
    BOOST_TEST((fir.value(u"VictimList"_s).toArray().at(0).toObject().value(u"Age"_s).toString() == u"36"_s));
    BOOST_TEST((rowOf(CasList::Arrest, "A99000078190001-1").value(u"ArrestDate"_s).toString() == u"14/02/2019"_s));
}

BOOST_AUTO_TEST_CASE(listings_and_windows_hold_everything_once)
{
    for (const CasList list : {CasList::Fir, CasList::Arrest}) {
        qint64 keys = 0;
        for (const int year : {2019, 2021})
            keys += static_cast<qint64>(bothYears().keys(list, year).size());
        qint64 rows = 0;
        for (QDate from = bothYears().firstDay(); from <= bothYears().lastDay(); from = from.addDays(30))
            bothYears().changedRows(list, from, from.addDays(29), [&rows](const QByteArray&) { return ++rows > 0; });
        BOOST_TEST(keys == bothYears().count(list));
        BOOST_TEST(rows == bothYears().count(list));
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_or_holds_no_incidents_is_named)
{
    QTemporaryDir empty;
    BOOST_TEST((codeOf(loadIncidents(empty.filePath(u"nothing"_s))) == u"incidents.no_folder"_s));
    BOOST_TEST((codeOf(loadIncidents(empty.path())) == u"incidents.no_incidents"_s));
}

BOOST_AUTO_TEST_CASE(a_missing_table_is_named)
{
    Copy copy;
    QFile::remove(copy.folder.filePath(u"NIBRS_VICTIM.csv"_s));
    const auto result = loadIncidents(copy.folder.path());
    BOOST_TEST((codeOf(result) == u"incidents.table_missing"_s));
    BOOST_TEST((result.error().context.value(u"table"_s) == u"NIBRS_VICTIM"_s));
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_is_reported_with_its_line)
{
    const auto result = loadIncidents(fixture(u"broken"_s));
    BOOST_TEST((codeOf(result) == u"csv.broken"_s));
    BOOST_TEST((result.error().context.value(u"line"_s) == u"2"_s));
}

BOOST_AUTO_TEST_CASE(a_row_with_a_cell_too_few_is_reported)
{
    Copy copy;
    copy.append(u"NIBRS_OFFENDER.csv"_s, "2021,29,500\n");
    BOOST_TEST((codeOf(loadIncidents(copy.folder.path())) == u"csv.broken"_s));
}

BOOST_AUTO_TEST_CASE(a_date_that_is_none_is_reported_with_its_value)
{
    Copy copy;
    copy.append(u"NIBRS_incident.csv"_s, "2021,77,503,2021-05-03,2021-02-31,f,1\n");
    const auto result = loadIncidents(copy.folder.path());
    BOOST_TEST((codeOf(result) == u"incidents.bad_value"_s));
    BOOST_TEST((result.error().context.value(u"value"_s) == u"2021-02-31"_s));
}

BOOST_AUTO_TEST_CASE(an_arrestee_of_no_incident_is_not_dropped_in_silence)
{
    Copy copy;
    copy.append(u"NIBRS_ARRESTEE.csv"_s, "2021,39,777,1,2021-04-11,1,120,33,30,M\n");
    BOOST_TEST((codeOf(loadIncidents(copy.folder.path())) == u"incidents.unknown_incident"_s));
}

BOOST_AUTO_TEST_CASE(an_archive_that_breaks_off_is_reported)
{
    Copy copy;
    QFile::remove(copy.folder.filePath(u"NIBRS_VICTIM.csv"_s));
    QFile packed(fixture(u"years/old/NIBRS_VICTIM.csv.xz"_s));
    BOOST_REQUIRE(packed.open(QIODevice::ReadOnly));
    copy.append(u"NIBRS_VICTIM.csv.xz"_s, packed.readAll().chopped(20));
    BOOST_TEST((codeOf(loadIncidents(copy.folder.path())) == u"incidents.bad_archive"_s));
}

BOOST_AUTO_TEST_SUITE_END()
