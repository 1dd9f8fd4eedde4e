#include "records/ExtractRows.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using records::ExtractRows;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(records_extract_rows)

BOOST_AUTO_TEST_CASE(rows_keep_text_numbers_and_what_is_missing)
{
    domain::Extract extract;
    extract.persons.resize(2);
    extract.persons[0].role = u"ACCUSED"_s;
    extract.persons[0].name = u"सुनीता"_s;
    extract.persons[0].age = 34;
    extract.persons[1].name = u"Ramesh"_s;
    extract.sections.push_back({QString(), u"379"_s});
    extract.links.push_back({u"fir"_s, u"13020004/2024/45"_s});
    const ExtractRows rows(extract);

    BOOST_REQUIRE(rows.count() == 4);
    BOOST_TEST((rows.table(0) == ExtractRows::Table::Person));
    BOOST_TEST(QString::fromUtf8(rows.cell(0, 1)).toStdString() == "सुनीता");
    BOOST_TEST(rows.cell(0, 2).isNull()); // no relative
    BOOST_TEST(rows.cell(0, 4).toByteArray().toStdString() == "34");
    BOOST_TEST(rows.cell(1, 4).isNull()); // no age
    BOOST_TEST(rows.ordinal(1) == 2);
    BOOST_TEST((rows.table(2) == ExtractRows::Table::Section));
    BOOST_TEST(rows.ordinal(2) == 1);
    BOOST_TEST(!rows.cell(2, 0).isNull()); // an act that is not known is empty, not NULL
    BOOST_TEST(rows.cell(2, 0).size() == 0);
    BOOST_TEST(rows.cell(3, 1).toByteArray().toStdString() == "13020004/2024/45");
}

BOOST_AUTO_TEST_SUITE_END()
