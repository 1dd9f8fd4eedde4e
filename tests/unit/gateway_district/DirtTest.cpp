#include "gateway/practice/PracticeDistrict.h"

#include <boost/test/unit_test.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;
using practice::Dirt;

namespace {

constexpr std::array<CasList, 3> allLists{CasList::Fir, CasList::Arrest, CasList::FinalReport};

// A fifth of the rows is broken.
const PracticeDistrict& dirty()
{
    static const auto made = [] {
        auto built = PracticeDistrict::build({.dirtyPercent = 20});
        BOOST_REQUIRE(built.ok());
        return std::move(*built);
    }();
    return *made;
}

QString keyField(CasList list)
{
    return list == CasList::Fir ? u"FIR_REG_NUM"_s : list == CasList::Arrest ? u"ARREST_ID"_s : u"FR_ID"_s;
}

std::vector<QByteArray> keysOf(const District& of, CasList list)
{
    std::vector<QByteArray> keys;
    for (int year = of.firstDay().year(); year <= of.lastDay().year(); ++year)
        for (const CasKey& key : of.keys(list, year))
            keys.push_back(key.key);
    return keys;
}

// The first row of the list that suffers from `dirt`.
QByteArray rowWith(CasList list, Dirt dirt)
{
    for (const QByteArray& key : keysOf(dirty(), list))
        if (dirty().dirt(list, key) == dirt)
            return *dirty().row(list, key);
    BOOST_FAIL("no such row");
    return {};
}

QJsonObject objectWith(CasList list, Dirt dirt)
{
    return QJsonDocument::fromJson(rowWith(list, dirt)).object();
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_practice_dirt)

BOOST_AUTO_TEST_CASE(the_wanted_share_of_each_list_is_broken_and_labelled)
{
    for (const CasList list : allLists) {
        const auto keys = keysOf(dirty(), list);
        BOOST_TEST(keys.size() == static_cast<std::size_t>(dirty().count(list)));
        const auto broken = std::count_if(
            keys.begin(), keys.end(), [list](const QByteArray& key) { return dirty().dirt(list, key) != Dirt::None; });
        const double share = double(broken) / double(keys.size());
        BOOST_TEST(share > 0.16);
        BOOST_TEST(share < 0.24);
    }
}

BOOST_AUTO_TEST_CASE(a_label_says_exactly_which_rows_differ_from_the_clean_district)
{
    const auto clean = PracticeDistrict::build({});
    BOOST_REQUIRE(clean.ok());
    for (const CasList list : allLists)
        for (const QByteArray& key : keysOf(dirty(), list)) {
            const Dirt dirt = dirty().dirt(list, key);
            const bool same = *dirty().row(list, key) == *(*clean)->row(list, key);
            // A row that comes twice is whole in its later copy.
            BOOST_TEST(same == (dirt == Dirt::None || dirt == Dirt::KeyTwice), key.toStdString());
        }
}

BOOST_AUTO_TEST_CASE(every_row_keeps_its_key_unless_the_bytes_are_no_text)
{
    for (const CasList list : allLists)
        for (const QByteArray& key : keysOf(dirty(), list))
            BOOST_TEST(dirty().row(list, key)->contains("\"" + keyField(list).toUtf8() + "\":\"" + key + "\""));
}

BOOST_AUTO_TEST_CASE(missing_numbers_are_written_as_null)
{
    BOOST_TEST((objectWith(CasList::Fir, Dirt::MissingNumber).value(u"FirNo"_s).toString() == u"NULL"_s));
    BOOST_TEST((objectWith(CasList::Arrest, Dirt::MissingNumber).value(u"FIR_REG_NUM"_s).toString() == u"NULL"_s));
}

BOOST_AUTO_TEST_CASE(impossible_dates_stand_in_the_key_date)
{
    BOOST_TEST(objectWith(CasList::Fir, Dirt::ImpossibleDate).value(u"FirDate"_s).toString().startsWith(u"31/02/"_s));
    BOOST_TEST(
        objectWith(CasList::Arrest, Dirt::ImpossibleDate).value(u"ArrestDate"_s).toString().startsWith(u"31/02/"_s));
    BOOST_TEST(
        objectWith(CasList::FinalReport, Dirt::ImpossibleDate).value(u"FrDate"_s).toString().startsWith(u"31/02/"_s));
}

BOOST_AUTO_TEST_CASE(broken_text_is_not_utf8)
{
    for (const CasList list : allLists)
        BOOST_TEST(rowWith(list, Dirt::BrokenText).contains('\xFF'));
}

BOOST_AUTO_TEST_CASE(a_wrong_type_is_an_object_where_text_belongs)
{
    BOOST_TEST(objectWith(CasList::Fir, Dirt::WrongType).value(u"FirYear"_s).isObject());
    BOOST_TEST(objectWith(CasList::Arrest, Dirt::WrongType).value(u"ArrestDate"_s).isObject());
    BOOST_TEST(objectWith(CasList::FinalReport, Dirt::WrongType).value(u"FrDate"_s).isObject());
}

BOOST_AUTO_TEST_CASE(clerks_slips_are_in_the_person)
{
    const auto complainant = [](Dirt dirt) {
        return objectWith(CasList::Fir, dirt).value(u"Complainant"_s).toObject();
    };
    BOOST_TEST(complainant(Dirt::SeveralMobiles).value(u"Mobile"_s).toString().contains(u','));
    BOOST_TEST(complainant(Dirt::NumberWithText).value(u"Age"_s).toString().contains(u"साल"_s));
    const QString name = complainant(Dirt::ParentageInName).value(u"Name"_s).toString();
    BOOST_TEST((name.contains(u"/o"_s) || name.contains(u" वासी "_s)), name.toStdString());
    BOOST_TEST(complainant(Dirt::LegacyFont).value(u"Name"_s).toString().contains(u"dqekj"_s));
}

BOOST_AUTO_TEST_CASE(an_unknown_act_stands_among_the_sections)
{
    for (const CasList list : allLists) {
        const QJsonArray laws = objectWith(list, Dirt::UnknownLaw).value(u"ActSections"_s).toArray();
        BOOST_TEST((laws.last().toObject().value(u"ActCode"_s).toString() == u"HLSR"_s));
    }
}

BOOST_AUTO_TEST_CASE(oversized_text_goes_beyond_what_a_form_takes)
{
    BOOST_TEST(objectWith(CasList::Fir, Dirt::Oversized).value(u"FirContents"_s).toString().size() > 100'000);
    BOOST_TEST(objectWith(CasList::FinalReport, Dirt::Oversized).value(u"BriefFacts"_s).toString().size() > 100'000);
    BOOST_TEST(objectWith(CasList::Arrest, Dirt::Oversized).value(u"Address"_s).toString().size() > 5'000);
}

BOOST_AUTO_TEST_CASE(odd_dates_of_occurrence_leave_the_date_of_the_fir_alone)
{
    BOOST_TEST((objectWith(CasList::Fir, Dirt::PlaceholderDate).value(u"OccToDate"_s).toString() == u"01/01/1900"_s));
    const QJsonObject swapped = objectWith(CasList::Fir, Dirt::SwappedDates);
    const auto day = [&swapped](const QString& field) {
        return QDate::fromString(swapped.value(field).toString(), u"dd/MM/yyyy"_s);
    };
    BOOST_TEST((day(u"OccFromDate"_s) > day(u"FirDate"_s)));
}

BOOST_AUTO_TEST_CASE(a_row_that_comes_twice_is_counted_once_and_its_later_copy_is_the_record)
{
    for (const CasList list : allLists) {
        std::map<QByteArray, std::vector<QByteArray>> copies;
        dirty().changedRows(list, dirty().firstDay(), dirty().lastDay(), [&](const QByteArray& row) {
            const QByteArray field = "\"" + keyField(list).toUtf8() + "\":\"";
            const qsizetype at = row.indexOf(field) + field.size();
            copies[row.mid(at, row.indexOf('"', at) - at)].push_back(QByteArray(row.constData(), row.size()));
            return true;
        });
        BOOST_TEST(copies.size() == static_cast<std::size_t>(dirty().count(list)));
        int twice = 0;
        for (const auto& [key, rows] : copies) {
            const bool doubled = dirty().dirt(list, key) == Dirt::KeyTwice;
            BOOST_TEST(rows.size() == (doubled ? 2U : 1U));
            BOOST_TEST((rows.back() == *dirty().row(list, key)));
            BOOST_TEST((rows.size() == 1 || rows.front() != rows.back()));
            twice += doubled;
        }
        BOOST_TEST(twice > 0);
    }
}

BOOST_AUTO_TEST_CASE(dirt_is_the_same_each_time)
{
    const auto again = PracticeDistrict::build({.dirtyPercent = 20});
    BOOST_REQUIRE(again.ok());
    for (const QByteArray& key : keysOf(dirty(), CasList::Fir))
        BOOST_TEST((*dirty().row(CasList::Fir, key) == *(*again)->row(CasList::Fir, key)));
}

BOOST_AUTO_TEST_SUITE_END()
