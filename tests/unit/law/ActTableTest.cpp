#include "unit/forms/FormTables.h"

using namespace ekatra;
using ekatra::test::FormTables;

namespace {

const law::ActTable& acts()
{
    return FormTables::shared().acts;
}

std::string named(const char* name, QDate on = {})
{
    return acts().actNamed(QString::fromUtf8(name), on).toStdString();
}

law::SectionState state(const char* act, const char* section)
{
    return acts().state(QLatin1StringView(act), QLatin1StringView(section));
}

bool inForce(const char* act, const char* section, QDate first, QDate last)
{
    return acts().inForce(QLatin1StringView(act), QLatin1StringView(section), first, last);
}

// "BNS:303(2)", one a section of the other law.
std::vector<std::string> counterparts(const char* act, const char* section)
{
    std::vector<std::string> out;
    for (const law::Counterpart& other : acts().counterparts(QLatin1StringView(act), QLatin1StringView(section)))
        for (const QString& theirs : other.sections)
            out.push_back(other.act.toStdString() + ":" + theirs.toStdString());
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(law_act_table)

BOOST_AUTO_TEST_CASE(an_act_is_known_by_code_name_and_the_clerks_abbreviation)
{
    for (const char* name :
         {"IPC", "I.P.C.", "Indian Penal Code, 1860", "भा.द.स.", "भा०द०सं०", "भादसं", "भारतीय दण्ड संहिता, 1860"})
        BOOST_TEST(named(name) == (QString::fromUtf8(name).contains(QChar(0x0966)) ? "" : "IPC"), name);
    BOOST_TEST(named("BNS") == "BNS");
    BOOST_TEST(named("Bharatiya Nyaya Sanhita, 2023") == "BNS");
    BOOST_TEST(named("बी.एन.एस.") == "BNS");
    BOOST_TEST(named("A. Act") == "ARMS");
    BOOST_TEST(named("आयुध अधिनियम") == "ARMS");
    BOOST_TEST(named("SC/ST (POA) Act") == "SCST");
    BOOST_TEST(named("Mines & Minerals Act") == "MMDR");
    BOOST_TEST(named("no such act") == "");
}

BOOST_AUTO_TEST_CASE(a_name_spelt_almost_right_is_found_and_a_far_one_is_not)
{
    BOOST_TEST((acts().actLike(u"Bharatiya Nyaaya Sanhitaa") == u"BNS"));
    BOOST_TEST((acts().actLike(u"Indain Arms Act").isEmpty()));
    BOOST_TEST((acts().actLike(u"Negotable Instruments Act") == u"NI"));
    BOOST_TEST((acts().actLike(u"Disaster Management Act").isEmpty()));
}

BOOST_AUTO_TEST_CASE(a_section_exists_by_itself_or_by_the_section_above_it)
{
    BOOST_TEST((state("BNS", "303(2)") == law::SectionState::Exists));
    BOOST_TEST((state("BNS", "358") == law::SectionState::Exists));
    BOOST_TEST((state("BNS", "359") == law::SectionState::NoSection));
    BOOST_TEST((state("IPC", "376DA") == law::SectionState::Exists));
    BOOST_TEST((state("IPC", "302A") == law::SectionState::NoSection));
    BOOST_TEST((state("COPYRIGHT", "5") == law::SectionState::NotListed));
    BOOST_TEST((state("XYZ", "5") == law::SectionState::NoAct));
}

BOOST_AUTO_TEST_CASE(the_penal_law_changed_on_the_first_of_july_2024)
{
    const QDate before(2024, 6, 30);
    const QDate after(2024, 7, 1);
    BOOST_TEST(inForce("IPC", "379", before, before));
    BOOST_TEST(!inForce("IPC", "379", after, after));
    BOOST_TEST(!inForce("BNS", "303(2)", before, before));
    BOOST_TEST(inForce("BNS", "303(2)", after, after));
    BOOST_TEST(inForce("IPC", "498A", before, after)); // an occurrence over both days
    BOOST_TEST(inForce("BNS", "85", before, after));
    BOOST_TEST(!inForce("IPC", "376AB", QDate(2017, 1, 1), QDate(2017, 1, 1))); // in the Code since 2018
}

BOOST_AUTO_TEST_CASE(foreigners_acts_of_one_name_are_told_apart_by_the_day)
{
    BOOST_TEST(inForce("FOREIGN46", "14", QDate(2025, 8, 31), QDate(2025, 8, 31)));
    BOOST_TEST(!inForce("FOREIGN46", "14", QDate(2025, 9, 1), QDate(2025, 9, 1)));
}

BOOST_AUTO_TEST_CASE(old_and_new_sections_lead_to_each_other)
{
    BOOST_TEST((counterparts("IPC", "302") == std::vector<std::string>{"BNS:103(1)"}));
    const auto theft = counterparts("BNS", "303(2)");
    BOOST_TEST((std::find(theft.begin(), theft.end(), "IPC:379") != theft.end()));
    const auto whole = counterparts("BNS", "303"); // by the sub-sections below it
    BOOST_TEST((std::find(whole.begin(), whole.end(), "IPC:379") != whole.end()));
    BOOST_TEST((counterparts("CRPC", "154") == std::vector<std::string>{"BNSS:173"}));
}

BOOST_AUTO_TEST_CASE(classification_is_shown_with_all_its_variants)
{
    const auto murder = acts().classification(QStringLiteral("BNS"), QStringLiteral("103"));
    BOOST_TEST(murder.size() == 2u);
    for (const law::Classification& row : murder)
        BOOST_TEST((row.death && row.bailable == u"N"));
    const auto theft = acts().classification(QStringLiteral("BNS"), QStringLiteral("303(2)(x)"));
    BOOST_TEST_REQUIRE(!theft.empty());
    BOOST_TEST((theft[0].section == u"303(2)"));
}

BOOST_AUTO_TEST_CASE(headings_are_there_for_what_stations_charge)
{
    const law::SectionEntry* theft = acts().section(QStringLiteral("BNS"), QStringLiteral("303(2)"));
    BOOST_TEST_REQUIRE(theft);
    BOOST_TEST((theft->headingEn == u"Theft"));
    BOOST_TEST(!theft->headingHi.isEmpty());
}

BOOST_AUTO_TEST_CASE(every_act_of_the_form_list_stands_in_the_table)
{
    const schema::CodeList* list = FormTables::shared().registry.codes().list(QStringLiteral("ACT"));
    BOOST_TEST_REQUIRE(list);
    for (const law::Act& act : acts().acts())
        BOOST_TEST(list->accepts(act.code), act.code.toStdString());
    for (const schema::CodeValue& value : list->values)
        BOOST_TEST((value.code == u"OTHER" || acts().act(value.code) != nullptr), value.code.toStdString());
}

BOOST_AUTO_TEST_CASE(a_section_stands_under_the_heads_that_the_table_gives_it)
{
    const law::ActTable& acts = FormTables::shared().acts;
    const auto heads = [&](const char* act, const char* section) {
        return acts.crimeHeads(QLatin1StringView(act), QLatin1StringView(section)).join(QLatin1Char(' ')).toStdString();
    };
    BOOST_TEST(heads("BNS", "103(1)") == "A01");
    BOOST_TEST(heads("BNS", "118(1)") == "A07");
    BOOST_TEST(heads("IPC", "304") == "A02");
    BOOST_TEST(heads("IPC", "304A") == "A03");
    BOOST_TEST(heads("IPC", "380") == "C01 C03");
    BOOST_TEST(heads("BNS", "3(5)") == "");
    BOOST_TEST(heads("ARMS", "25(1B)(a)") == "S01");
    BOOST_TEST(heads("NONE", "1") == "");
}

BOOST_AUTO_TEST_CASE(every_head_of_the_table_is_in_the_code_list)
{
    const schema::CodeList* list = FormTables::shared().registry.codes().list(QStringLiteral("CRIME_HEAD"));
    const law::ActTable& acts = FormTables::shared().acts;
    BOOST_TEST_REQUIRE(list);
    for (const law::Act& act : acts.acts())
        for (int number = 1; number <= 511; ++number)
            for (const QString& head : acts.crimeHeads(act.code, QString::number(number)))
                BOOST_TEST_REQUIRE(list->accepts(head), head.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
