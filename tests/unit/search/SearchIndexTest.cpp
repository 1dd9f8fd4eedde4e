#include "search/SearchIndex.h"

#include <QJsonArray>
#include <QJsonObject>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::search;
using namespace Qt::Literals::StringLiterals;

namespace {

IndexColumns indexed(const QString& kind, const QJsonObject& payload)
{
    const auto kinds = domain::KindTable::load();
    const auto stations = domain::Stations::load();
    BOOST_REQUIRE(kinds.ok());
    BOOST_REQUIRE(stations.ok());
    return columnsOf(kind, kinds->extract(kind, payload), *stations);
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_index)

BOOST_AUTO_TEST_CASE(every_number_of_a_thing_can_be_found)
{
    const QJsonObject vehicle{{u"category"_s, u"VEH"_s},
                              {u"reg_no"_s, u"HR10AB1234"_s},
                              {u"chassis_no"_s, u"MBLHA-10EZ9"_s},
                              {u"engine_no"_s, u"HA10EF"_s}};
    const QJsonObject phone{
        {u"category"_s, u"MOB"_s}, {u"imei"_s, u"356938035643809"_s}, {u"imei2"_s, u"356938035643817"_s}};
    const auto columns = indexed(u"fir"_s, {{u"properties"_s, QJsonArray{vehicle, phone}}});
    BOOST_TEST(columns.terms.contains(u"v:hr10ab1234"_s));
    for (const QString& number : {u"mblha10ez9"_s, u"ha10ef"_s, u"356938035643809"_s, u"356938035643817"_s})
        BOOST_TEST(columns.body.contains(number), number.toStdString());
}

BOOST_AUTO_TEST_CASE(an_fir_is_found_by_the_number_that_the_cas_prints)
{
    const QJsonObject payload{{u"ps_code"_s, u"13021002"_s}, {u"fir_year"_s, 2026}, {u"fir_no"_s, 5}};
    BOOST_TEST(indexed(u"fir"_s, payload).terms.contains(u"13021002260005"_s));
    const auto arrest = indexed(u"arrest"_s, {{u"fir_ref"_s, payload}});
    BOOST_TEST(arrest.terms.contains(u"5/2026"_s));
    BOOST_TEST(!arrest.terms.contains(u"13021002260005"_s));
}

BOOST_AUTO_TEST_CASE(papers_of_a_person_are_found_but_not_the_digits_of_an_aadhaar)
{
    const QJsonArray papers{QJsonObject{{u"type"_s, u"VOTER"_s}, {u"number"_s, u"ABC1234567"_s}},
                            QJsonObject{{u"type"_s, u"UID"_s}, {u"number"_s, u"9876"_s}}};
    const auto columns =
        indexed(u"fir"_s, {{u"informant"_s, QJsonObject{{u"name"_s, u"Ramesh"_s}, {u"ids"_s, papers}}}});
    BOOST_TEST(columns.body.contains(u"abc1234567"_s));
    BOOST_TEST(!columns.body.contains(u"9876"_s));
}

BOOST_AUTO_TEST_SUITE_END()
