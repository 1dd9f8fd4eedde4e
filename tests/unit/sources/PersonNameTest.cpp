#include "sources/PersonName.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra::sources;

namespace {

// name | aliases | relation relative | address
std::string shown(std::string_view text)
{
    const PersonName person = splitPersonName(text);
    std::string line = person.name + "|";
    for (const std::string& alias : person.aliases)
        line += alias + ",";
    return line + "|" + person.relation + " " + person.relativeName + (person.relativeDeceased ? " (late)" : "") + "|"
        + person.address;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sources_person_name)

BOOST_AUTO_TEST_CASE(a_plain_name_stays_as_it_is)
{
    BOOST_TEST(shown("रमेश कुमार") == "रमेश कुमार|| |");
    BOOST_TEST(shown("Ram Singh") == "Ram Singh|| |");
    BOOST_TEST(shown("") == "|| |");
}

BOOST_AUTO_TEST_CASE(aliases_are_cut_off_however_they_are_marked)
{
    BOOST_TEST(shown("राजेश @ राजू") == "राजेश|राजू,| |");
    BOOST_TEST(shown("राजेश@राजू@काला") == "राजेश|राजू,काला,| |");
    BOOST_TEST(shown("राजेश उर्फ राजू") == "राजेश|राजू,| |");
    BOOST_TEST(shown("Rajesh urf Raju alias Kala") == "Rajesh|Raju,Kala,| |");
    BOOST_TEST(shown("Rajesh (Raju)") == "Rajesh|Raju,| |");
}

BOOST_AUTO_TEST_CASE(parentage_is_cut_to_relation_and_name)
{
    BOOST_TEST(shown("Rajesh S/o Sh. Ram Phal") == "Rajesh||F Ram Phal|");
    BOOST_TEST(shown("Sunita W/O Late Sh.Ram Phal") == "Sunita||H Ram Phal (late)|");
    BOOST_TEST(shown("राजेश पुत्र श्री रामफल") == "राजेश||F रामफल|");
    BOOST_TEST(shown("सुनीता पत्नी स्व. रामफल") == "सुनीता||H रामफल (late)|");
    BOOST_TEST(shown("राजेश वल्द रामफल") == "राजेश||F रामफल|");
    BOOST_TEST(shown("Rajesh S/o Ram S/o Sham") == "Rajesh||F Ram s/o Sham|");
    BOOST_TEST(shown("राजेश पुत्र रामफल उर्फ फौजी") == "राजेश||F रामफल @ फौजी|");
}

BOOST_AUTO_TEST_CASE(the_address_behind_the_name_is_cut_off)
{
    BOOST_TEST(shown("Rajesh S/o Ram Phal R/o Vill. Siwah, Panipat") == "Rajesh||F Ram Phal|Vill. Siwah, Panipat");
    BOOST_TEST(shown("राजेश, निवासी गांव सिवाह") == "राजेश|| |गांव सिवाह");
}

BOOST_AUTO_TEST_CASE(titles_fall_away_and_names_that_begin_alike_do_not)
{
    BOOST_TEST(shown("Smt. Sunita Devi") == "Sunita Devi|| |");
    BOOST_TEST(shown("श्रीमती सुनीता") == "सुनीता|| |");
    BOOST_TEST(shown("Shanti Devi") == "Shanti Devi|| |");
    BOOST_TEST(shown("श्रीराम") == "श्रीराम|| |");
    BOOST_TEST(shown("Sh.") == "Sh.|| |");
    BOOST_TEST(shown("पुत्रवती") == "पुत्रवती|| |");
}

BOOST_AUTO_TEST_SUITE_END()
