#include "gateway/practice/PracticeDistrict.h"

#include <boost/test/unit_test.hpp>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <map>

using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;
using practice::Dirt;

namespace {

constexpr std::array<CasList, 3> allLists{CasList::Fir, CasList::Arrest, CasList::FinalReport};

std::unique_ptr<PracticeDistrict> district(PracticeOptions options = {})
{
    auto built = PracticeDistrict::build(options);
    BOOST_REQUIRE(built.ok());
    return std::move(*built);
}

// One district of 2,000 clean FIRs, for the tests that only look.
const PracticeDistrict& clean()
{
    static const auto made = district();
    return *made;
}

std::vector<QByteArray> rowsOf(const District& from, CasList list)
{
    std::vector<QByteArray> rows;
    from.changedRows(list, from.firstDay(), from.lastDay(), [&rows](const QByteArray& row) {
        rows.push_back(QByteArray(row.constData(), row.size()));
        return true;
    });
    return rows;
}

std::vector<QJsonObject> objectsOf(const District& from, CasList list)
{
    std::vector<QJsonObject> objects;
    for (const QByteArray& row : rowsOf(from, list)) {
        QJsonParseError wrong;
        objects.push_back(QJsonDocument::fromJson(row, &wrong).object());
        BOOST_REQUIRE_MESSAGE(wrong.error == QJsonParseError::NoError, wrong.errorString().toStdString());
    }
    return objects;
}

QString keyField(CasList list)
{
    return list == CasList::Fir ? u"FIR_REG_NUM"_s : list == CasList::Arrest ? u"ARREST_ID"_s : u"FR_ID"_s;
}

QByteArray hashOf(const District& of)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const CasList list : allLists)
        for (const QByteArray& row : rowsOf(of, list))
            hash.addData(row);
    return hash.result().toHex();
}

QDate dayOf(const QJsonObject& row, const QString& field)
{
    return QDate::fromString(row.value(field).toString(), u"dd/MM/yyyy"_s);
}

QDateTime momentOf(const QString& text)
{
    return QDateTime::fromString(text, text.size() > 16 ? u"dd/MM/yyyy HH:mm:ss"_s : u"dd/MM/yyyy HH:mm"_s);
}

QDateTime momentOf(const QJsonObject& row, const QString& day, const QString& time)
{
    return momentOf(row.value(day).toString() + u' ' + row.value(time).toString());
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_practice_district)

BOOST_AUTO_TEST_CASE(the_same_options_give_the_same_bytes_and_another_seed_gives_others)
{
    const QByteArray first = hashOf(clean());
    BOOST_TEST((first == hashOf(*district())));
    BOOST_TEST((first != hashOf(*district({.seed = 2}))));
}

BOOST_AUTO_TEST_CASE(counts_are_what_the_listings_hold)
{
    BOOST_TEST(clean().count(CasList::Fir) == 2000);
    for (const CasList list : allLists)
        BOOST_TEST(clean().count(list) == static_cast<qint64>(rowsOf(clean(), list).size()));
    BOOST_TEST(clean().stations().size() == 12U);
    BOOST_TEST(district({.size = 0})->count(CasList::Fir) == 0);
}

BOOST_AUTO_TEST_CASE(about_half_of_the_firs_have_an_arrest_and_a_third_a_report)
{
    const auto share = [](CasList list) {
        QSet<QString> firs;
        for (const QJsonObject& row : objectsOf(clean(), list))
            firs.insert(row.value(u"FIR_REG_NUM"_s).toString());
        return double(firs.size()) / double(clean().count(CasList::Fir));
    };
    BOOST_TEST(share(CasList::Arrest) > 0.40);
    BOOST_TEST(share(CasList::Arrest) < 0.52);
    BOOST_TEST(share(CasList::FinalReport) > 0.30);
    BOOST_TEST(share(CasList::FinalReport) < 0.40);
}

BOOST_AUTO_TEST_CASE(fir_numbers_run_from_one_without_a_gap_in_order_of_time)
{
    std::map<QString, std::map<int, QDateTime>> byStationAndYear;
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir)) {
        const QString group = row.value(u"PsCode"_s).toString() + row.value(u"FirYear"_s).toString();
        byStationAndYear[group][row.value(u"FirNo"_s).toString().toInt()] = momentOf(row, u"FirDate"_s, u"FirTime"_s);
        BOOST_TEST(dayOf(row, u"FirDate"_s).year() == row.value(u"FirYear"_s).toString().toInt());
    }
    for (const auto& [group, firs] : byStationAndYear) {
        BOOST_TEST(firs.begin()->first == 1);
        BOOST_TEST(firs.rbegin()->first == static_cast<int>(firs.size()));
        QDateTime before;
        for (const auto& [number, at] : firs) {
            BOOST_TEST((!before.isValid() || before <= at));
            before = at;
        }
    }
}

BOOST_AUTO_TEST_CASE(report_numbers_run_from_one_without_a_gap)
{
    std::map<QString, QSet<int>> byStationAndYear;
    for (const QJsonObject& row : objectsOf(clean(), CasList::FinalReport)) {
        byStationAndYear[row.value(u"PsCode"_s).toString() + row.value(u"FrYear"_s).toString()].insert(
            row.value(u"FrNo"_s).toString().toInt());
        BOOST_TEST(dayOf(row, u"FrDate"_s).year() == row.value(u"FrYear"_s).toString().toInt());
    }
    for (const auto& [group, numbers] : byStationAndYear)
        for (int number = 1; number <= numbers.size(); ++number)
            BOOST_TEST(numbers.contains(number));
}

BOOST_AUTO_TEST_CASE(dates_of_a_fir_follow_each_other)
{
    const QDate last = clean().lastDay();
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir)) {
        const QDateTime fir = momentOf(row, u"FirDate"_s, u"FirTime"_s);
        const QDateTime gd = momentOf(row.value(u"GdDate"_s).toString());
        const QDateTime info = momentOf(row.value(u"InfoReceivedOn"_s).toString());
        const QDateTime changed = momentOf(row.value(u"ChangedOn"_s).toString());
        BOOST_REQUIRE(fir.isValid());
        BOOST_TEST((dayOf(row, u"OccFromDate"_s) <= dayOf(row, u"OccToDate"_s)));
        BOOST_TEST((dayOf(row, u"OccToDate"_s) <= info.date()));
        if (row.value(u"OccToTime"_s).toString() != u"NULL"_s) {
            BOOST_TEST(
                (momentOf(row, u"OccFromDate"_s, u"OccFromTime"_s) <= momentOf(row, u"OccToDate"_s, u"OccToTime"_s)));
            BOOST_TEST((momentOf(row, u"OccToDate"_s, u"OccToTime"_s) <= info));
        }
        BOOST_TEST((info <= gd));
        BOOST_TEST((gd <= fir));
        BOOST_TEST((fir <= changed));
        BOOST_TEST((changed.date() <= last));
    }
}

BOOST_AUTO_TEST_CASE(sections_are_of_the_law_in_force_on_the_day_of_the_offence)
{
    int old = 0;
    int recent = 0;
    const QDate change(2024, 7, 1);
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir)) {
        const QJsonArray laws = row.value(u"ActSections"_s).toArray();
        BOOST_TEST(!laws.isEmpty());
        for (const auto& law : laws) {
            const QString act = law.toObject().value(u"ActCode"_s).toString();
            const QString section = law.toObject().value(u"Section"_s).toString();
            static const QRegularExpression form(u"^\\d{1,3}[A-Z]{0,2}(\\(\\w{1,4}\\))*$"_s);
            BOOST_TEST(form.match(section).hasMatch(), section.toStdString());
            BOOST_TEST((act != u"IPC"_s || dayOf(row, u"OccToDate"_s) < change));
            BOOST_TEST((act != u"BNS"_s || dayOf(row, u"OccFromDate"_s) >= change));
            BOOST_TEST((act != u"GAMBLING"_s || dayOf(row, u"OccToDate"_s) < QDate(2025, 4, 9)));
            old += act == u"IPC"_s;
            recent += act == u"BNS"_s;
        }
    }
    BOOST_TEST(old > 100);
    BOOST_TEST(recent > 100);
}

BOOST_AUTO_TEST_CASE(arrests_and_reports_belong_to_a_fir_and_to_its_accused)
{
    std::map<QString, QJsonObject> firs;
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir))
        firs[row.value(u"FIR_REG_NUM"_s).toString()] = row;
    for (const QJsonObject& row : objectsOf(clean(), CasList::Arrest)) {
        const QJsonObject& fir = firs.at(row.value(u"FIR_REG_NUM"_s).toString());
        BOOST_TEST((momentOf(fir, u"FirDate"_s, u"FirTime"_s) <= momentOf(row, u"ArrestDate"_s, u"ArrestTime"_s)));
        BOOST_TEST((momentOf(row.value(u"ChangedOn"_s).toString()) <= momentOf(fir.value(u"ChangedOn"_s).toString())));
        const int place = row.value(u"AccusedCode"_s).toString().mid(1).toInt() - 1;
        BOOST_TEST(
            (fir.value(u"AccusedList"_s).toArray().at(place).toObject().value(u"Name"_s) == row.value(u"Name"_s)));
    }
    for (const QJsonObject& row : objectsOf(clean(), CasList::FinalReport)) {
        const QJsonObject& fir = firs.at(row.value(u"FIR_REG_NUM"_s).toString());
        BOOST_TEST((dayOf(fir, u"FirDate"_s) <= dayOf(row, u"FrDate"_s)));
        BOOST_TEST((momentOf(row.value(u"ChangedOn"_s).toString()) <= momentOf(fir.value(u"ChangedOn"_s).toString())));
        const auto charged = row.value(u"AccusedChargeSheeted"_s).toArray().size();
        const auto others = row.value(u"AccusedNotChargeSheeted"_s).toArray().size();
        BOOST_TEST(charged + others == fir.value(u"AccusedList"_s).toArray().size());
        BOOST_TEST((row.value(u"FrType"_s).toString() == u"CS"_s) == (charged > 0));
    }
}

BOOST_AUTO_TEST_CASE(windows_of_thirty_days_show_every_record_once)
{
    for (const CasList list : allLists) {
        QSet<QString> seen;
        qint64 rows = 0;
        for (QDate from = clean().firstDay(); from <= clean().lastDay(); from = from.addDays(30)) {
            QDateTime before;
            clean().changedRows(list, from, from.addDays(29), [&](const QByteArray& bytes) {
                const QJsonObject row = QJsonDocument::fromJson(bytes).object();
                const QDateTime changed = momentOf(row.value(u"ChangedOn"_s).toString());
                BOOST_TEST((changed.date() >= from && changed.date() <= from.addDays(29)));
                BOOST_TEST((!before.isValid() || before <= changed));
                before = changed;
                seen.insert(row.value(keyField(list)).toString());
                ++rows;
                return true;
            });
        }
        BOOST_TEST(rows == clean().count(list));
        BOOST_TEST(seen.size() == clean().count(list));
    }
}

BOOST_AUTO_TEST_CASE(a_sink_that_wants_no_more_is_left_alone)
{
    int given = 0;
    clean().changedRows(CasList::Fir, clean().firstDay(), clean().lastDay(),
                        [&given](const QByteArray&) { return ++given < 3; });
    BOOST_TEST(given == 3);
}

BOOST_AUTO_TEST_CASE(a_row_asked_for_by_key_is_the_row_that_was_listed)
{
    for (const CasList list : allLists)
        for (const QByteArray& row : rowsOf(clean(), list)) {
            const QJsonObject object = QJsonDocument::fromJson(row).object();
            const auto again = clean().row(list, object.value(keyField(list)).toString().toUtf8());
            BOOST_REQUIRE(again.has_value());
            BOOST_TEST((*again == row));
        }
}

BOOST_AUTO_TEST_CASE(an_unknown_key_has_no_row)
{
    const QByteArray fir = QJsonDocument::fromJson(rowsOf(clean(), CasList::Fir).front())
                               .object()
                               .value(u"FIR_REG_NUM"_s)
                               .toString()
                               .toUtf8();
    for (const QByteArray& key :
         {QByteArray(), QByteArray("NULL"), fir.left(10), fir.left(10) + "9999", fir.left(10) + "0000",
          QByteArray("99999999240001"), fir.left(8) + "990001", fir.left(10) + "00" + fir.mid(10)})
        BOOST_TEST(!clean().row(CasList::Fir, key).has_value(), key.toStdString());
    BOOST_TEST(!clean().row(CasList::Arrest, fir).has_value());
    BOOST_TEST(!clean().row(CasList::Arrest, "A" + fir + "-9").has_value());
    BOOST_TEST(!clean().row(CasList::FinalReport, "A" + fir + "-1").has_value());
}

BOOST_AUTO_TEST_CASE(yearly_listings_hold_every_key_once_with_its_stamp)
{
    for (const CasList list : allLists) {
        QHash<QByteArray, QDateTime> listed;
        qint64 count = 0;
        for (int year = clean().firstDay().year(); year <= clean().lastDay().year(); ++year)
            for (const CasKey& key : clean().keys(list, year)) {
                listed.insert(key.key, key.changedOn);
                ++count;
            }
        BOOST_TEST(count == clean().count(list));
        for (const QJsonObject& row : objectsOf(clean(), list)) {
            const QDateTime changed = listed.value(row.value(keyField(list)).toString().toUtf8());
            BOOST_TEST((changed.toString(u"dd/MM/yyyy HH:mm:ss"_s) == row.value(u"ChangedOn"_s).toString()));
            BOOST_TEST(changed.offsetFromUtc() == 19800);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_scalar_is_text_and_every_record_is_marked_as_practice)
{
    const std::function<void(const QJsonValue&)> check = [&check](const QJsonValue& value) {
        BOOST_TEST((value.isObject() || value.isArray() || value.isString()));
        for (const auto& part : value.toArray())
            check(part);
        for (const auto& part : value.toObject())
            check(part);
    };
    for (const CasList list : allLists)
        for (const QJsonObject& row : objectsOf(clean(), list)) {
            check(row);
            BOOST_TEST((row.value(u"PracticeData"_s).toString() == u"Y"_s));
        }
}

BOOST_AUTO_TEST_CASE(mobiles_and_imei_numbers_pass_their_checks)
{
    int phones = 0;
    static const QRegularExpression mobile(u"^91-[6-9]\\d{9}$"_s);
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir)) {
        BOOST_TEST(mobile.match(row.value(u"Complainant"_s).toObject().value(u"Mobile"_s).toString()).hasMatch());
        for (const auto& thing : row.value(u"PropertyList"_s).toArray()) {
            const QString imei = thing.toObject().value(u"ImeiNo"_s).toString();
            if (imei.isEmpty())
                continue;
            int sum = 0;
            for (int i = 0; i < imei.size(); ++i) {
                const int digit = imei.at(imei.size() - 1 - i).digitValue();
                sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
            }
            BOOST_TEST(imei.size() == 15);
            BOOST_TEST(sum % 10 == 0);
            ++phones;
        }
    }
    BOOST_TEST(phones > 20);
}

BOOST_AUTO_TEST_CASE(narratives_are_of_a_page_in_both_languages_without_a_slot_left_open)
{
    int hindi = 0;
    for (const QJsonObject& row : objectsOf(clean(), CasList::Fir)) {
        const QString text = row.value(u"FirContents"_s).toString();
        BOOST_TEST(text.size() >= 250, text.toStdString());
        BOOST_TEST(text.size() <= 900, text.toStdString());
        BOOST_TEST(!text.contains(QRegularExpression(u"[{}<>\\[\\]|]"_s)), text.toStdString());
        hindi += text.contains(u'।');
    }
    BOOST_TEST(hindi > 1200);
    BOOST_TEST(hindi < 1700);
}

BOOST_AUTO_TEST_CASE(one_fir_in_ten_is_a_national_record_with_the_same_facts)
{
    QSet<QString> ids;
    clean().icjsSeeds([&ids](const IcjsSeed& seed) {
        static const QRegularExpression form(
            u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
        BOOST_TEST(form.match(seed.id).hasMatch(), seed.id.toStdString());
        ids.insert(seed.id);
        const int year = seed.payload.value(u"fir_year"_s).toInt();
        const QString key = seed.payload.value(u"ps_code"_s).toString()
            + QString::number(year % 100).rightJustified(2, u'0')
            + QString::number(seed.payload.value(u"fir_no"_s).toInt()).rightJustified(4, u'0');
        const auto row = clean().row(CasList::Fir, key.toUtf8());
        BOOST_REQUIRE(row.has_value());
        const QJsonObject fir = QJsonDocument::fromJson(*row).object();
        BOOST_TEST((seed.payload.value(u"contents"_s) == fir.value(u"FirContents"_s)));
        BOOST_TEST((seed.payload.value(u"crime_head"_s) == fir.value(u"CrimeHead"_s)));
        BOOST_TEST((seed.payload.value(u"informant"_s).toObject().value(u"name"_s)
                    == fir.value(u"Complainant"_s).toObject().value(u"Name"_s)));
        BOOST_TEST(seed.payload.value(u"practice"_s).toBool());
        return true;
    });
    BOOST_TEST(ids.size() == 200);
}

BOOST_AUTO_TEST_CASE(more_stations_than_the_district_has_come_from_its_neighbours)
{
    const auto wide = district({.size = 500, .stations = 60});
    QSet<QString> districts;
    for (const Station& station : wide->stations())
        districts.insert(station.code.left(5));
    BOOST_TEST(wide->stations().size() == 60U);
    BOOST_TEST(districts.size() > 2);
    BOOST_TEST(rowsOf(*wide, CasList::Fir).size() == 500U);
}

BOOST_AUTO_TEST_CASE(options_that_make_no_sense_are_refused)
{
    for (const PracticeOptions& options : {PracticeOptions{.size = -1}, PracticeOptions{.stations = 0},
                                           PracticeOptions{.dirtyPercent = 101}, PracticeOptions{.lastDay = QDate()}}) {
        const auto built = PracticeDistrict::build(options);
        BOOST_REQUIRE(!built.ok());
        BOOST_TEST((built.error().kind == ekatra::ErrorKind::BadUsage));
    }
}

BOOST_AUTO_TEST_SUITE_END()
