#include "sources/SectionText.h"
#include "base/Resources.h"

#include <boost/test/unit_test.hpp>

#include <QJsonDocument>

using namespace ekatra;
using namespace ekatra::sources;

namespace {

const ActNames& acts()
{
    static const ActNames names = [] {
        auto file = base::readJsonResource(QStringLiteral("sources/act_names.json"));
        BOOST_REQUIRE(file.ok());
        auto parsed = ActNames::parse(file->object());
        BOOST_REQUIRE(parsed.ok());
        return std::move(parsed).value();
    }();
    return names;
}

std::string read(std::string_view text)
{
    std::string line;
    std::string rest;
    for (const LawRow& row : parseLawText(text, acts(), rest))
        line += (line.empty() ? "" : ";") + row.act + ":" + row.section;
    return rest.empty() ? line : line + " ?" + rest;
}

std::string joined(std::string_view text)
{
    std::string line;
    for (const std::string& section : splitSections(text))
        line += (line.empty() ? "" : " ") + section;
    return line;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sources_section_text)

BOOST_AUTO_TEST_CASE(acts_are_known_by_code_name_and_habit)
{
    for (const char* name :
         {"IPC", "I.P.C.", "ipc", "Indian Penal Code, 1860", "भा.द.स.", "भा०द०सं०", "Indian Penal Code 1860"})
        BOOST_TEST(acts().codeOf(name) == "IPC", name);
    BOOST_TEST(acts().codeOf("Bharatiya Nyaya Sanhita, 2023") == "BNS");
    BOOST_TEST(acts().codeOf("NDPS Act") == "NDPS");
    BOOST_TEST(acts().codeOf("Haryana Local Station Rules, 1999").empty());
    BOOST_TEST(acts().codeOf("").empty());
}

BOOST_AUTO_TEST_CASE(a_section_has_its_form)
{
    for (const char* section : {"302", "103(1)", "376DA", "61(1)(a)", "120B", "3(1)(r)"})
        BOOST_TEST(isSection(section), section);
    for (const char* other : {"", "A", "1234", "302/34", "103(", "103()", "103(12345)", "12abc", "376DAB"})
        BOOST_TEST(!isSection(other), other);
}

BOOST_AUTO_TEST_CASE(sections_in_one_cell_are_parted)
{
    BOOST_TEST(joined("115(2), 351(3)") == "115(2) 351(3)");
    BOOST_TEST(joined("302/34") == "302 34");
    BOOST_TEST(joined("120-B") == "120B");
    BOOST_TEST(joined("379-a") == "379A");
    BOOST_TEST(joined("25-54-59") == "25 54 59");
    BOOST_TEST(joined("406 420") == "406 420");
    BOOST_TEST(joined("61(1)(a)") == "61(1)(a)");
}

BOOST_AUTO_TEST_CASE(the_act_follows_the_sections_that_it_rules)
{
    BOOST_TEST(read("302/34 IPC") == "IPC:302;IPC:34");
    BOOST_TEST(read("281, 125(a) BNS") == "BNS:281;BNS:125(a)");
    BOOST_TEST(read("धारा 318(4) बीएनएस") == "BNS:318(4)");
    BOOST_TEST(read("147,149,323 भा.द.स.") == "IPC:147;IPC:149;IPC:323");
    BOOST_TEST(read("115(2)/126(2)/351(3)/3(5) BNS") == "BNS:115(2);BNS:126(2);BNS:351(3);BNS:3(5)");
    BOOST_TEST(read("379B(2)/34 IPC r/w 25-54-59 A.Act") == "IPC:379B(2);IPC:34;ARMS:25;ARMS:54;ARMS:59");
    BOOST_TEST(read("304,3(5) बी.एन.एस 2023") == "BNS:304;BNS:3(5)");
    BOOST_TEST(read("३०२ IPC") == "IPC:302");
}

BOOST_AUTO_TEST_CASE(sections_without_an_act_are_not_guessed_at)
{
    BOOST_TEST(read("318") == " ?318");
    BOOST_TEST(read("302 of something") == " ?SOMETHING 302");
}

BOOST_AUTO_TEST_SUITE_END()
