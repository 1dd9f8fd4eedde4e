// What pickers of a form find while the operator types: sections of law, villages, stations.
#include "search/PlaceFinder.h"
#include "search/SectionFinder.h"

#include "unit/forms/FormTables.h"

using namespace ekatra;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<const search::NameTables> names()
{
    static const auto tables = std::move(*search::NameTables::load());
    return tables;
}

constexpr int limit = 12;

struct Law {
    search::SectionFinder finder{test::FormTables::shared().acts, names()};

    static QString named(const search::SectionChoice& choice) { return choice.section + u' ' + choice.act; }
    QStringList choices(const QString& typed, std::optional<QDate> day = QDate(2026, 1, 1))
    {
        QStringList out;
        for (const search::SectionChoice& choice : finder.find(typed, day, limit).choices)
            out.append(named(choice));
        return out;
    }
    std::string first(const QString& typed, std::optional<QDate> day = QDate(2026, 1, 1))
    {
        return choices(typed, day).value(0).toStdString();
    }
    QString written(const QString& typed, std::optional<QDate> day = QDate(2026, 1, 1))
    {
        QStringList out;
        for (const law::ParsedSection& row : finder.find(typed, day, limit).written)
            out.append(row.section + u' ' + row.act);
        return out.join(u", "_s);
    }
};

const QDate before(2023, 5, 1);

struct Land {
    domain::Places places = std::move(*domain::Places::load());
    domain::Stations stations = std::move(*domain::Stations::load());
    search::PlaceFinder finder{places, stations, names()};

    std::string first(const QString& words, const QString& district = u"Sonipat"_s)
    {
        const auto found = finder.places(words, district, limit);
        return found.empty() ? std::string() : found.front()->en.toStdString();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(search_form_finders)

BOOST_AUTO_TEST_CASE(the_law_of_the_day_comes_first)
{
    Law law;
    BOOST_TEST(law.first(u"303"_s) == "303(2) BNS"); // the part that punishes
    BOOST_TEST(law.first(u"379"_s, before) == "379 IPC");
    BOOST_TEST(law.first(u"३०३(2"_s) == "303(2) BNS");
    BOOST_TEST(law.choices(u"379B"_s, before).contains(u"379B IPC"_s));
}

BOOST_AUTO_TEST_CASE(a_number_of_the_other_law_leads_to_what_became_of_it)
{
    Law law;
    const auto found = law.finder.find(u"302"_s, QDate(2026, 1, 1), limit).choices;
    const auto murder = std::find_if(
        found.begin(), found.end(), [](const search::SectionChoice& choice) { return choice.insteadOf == u"302 IPC"; });
    BOOST_REQUIRE(murder != found.end());
    BOOST_TEST(Law::named(*murder).startsWith(u"103"_s));
}

BOOST_AUTO_TEST_CASE(headings_are_found_in_either_language_and_by_sound)
{
    Law law;
    BOOST_TEST(law.first(u"theft"_s) == "303(2) BNS");
    BOOST_TEST(law.first(u"चोरी"_s) == "303(2) BNS");
    BOOST_TEST(law.choices(u"chori"_s).contains(u"303(2) BNS"_s));
    BOOST_TEST(law.choices(u"murder"_s, before).contains(u"302 IPC"_s));
    BOOST_TEST(law.choices(u"xyzzy"_s).isEmpty());
}

BOOST_AUTO_TEST_CASE(several_sections_are_taken_as_clerks_write_them)
{
    Law law;
    BOOST_TEST(law.written(u"302/34 IPC"_s).toStdString() == "302 IPC, 34 IPC");
    BOOST_TEST(law.written(u"103(1), 3(5) BNS"_s).toStdString() == "103(1) BNS, 3(5) BNS");
    BOOST_TEST(law.written(u"25 Arms Act"_s).toStdString() == "25 ARMS");
    BOOST_TEST(law.written(u"theft"_s).isEmpty());
    BOOST_TEST(law.written(u"303"_s).isEmpty());
}

BOOST_AUTO_TEST_CASE(which_law_applies_is_said_with_its_reason)
{
    Law law;
    BOOST_TEST(law.finder.applicable(before).code.toStdString() == "law.applies_former");
    const auto note = law.finder.applicable(QDate(2024, 7, 1));
    BOOST_TEST(note.code.toStdString() == "law.applies_present");
    BOOST_TEST(note.context.value(u"act"_s).toStdString() == "BNS");
    BOOST_TEST(note.context.value(u"date"_s).toStdString() == "01.07.2024");
    BOOST_TEST(law.finder.applicable({}).code.toStdString() == "law.applies_unknown");
}

BOOST_AUTO_TEST_CASE(an_empty_field_offers_the_usual_sections)
{
    Law law;
    BOOST_TEST(!law.choices({}).isEmpty());
    for (const QString& section : law.choices({}))
        BOOST_TEST(section.endsWith(u"BNS"_s), section.toStdString());
}

BOOST_AUTO_TEST_CASE(places_are_found_in_either_script_as_written_or_as_heard)
{
    Land land;
    for (const QString& words : {u"goha"_s, u"गोहा"_s, u"Gohana"_s, u"गोहाणा"_s, u"GOHNA"_s})
        BOOST_TEST(land.first(words) == "Gohana", words.toStdString());
    BOOST_TEST(land.first({}).empty());
    const auto found = land.finder.places(u"Gohana"_s, u"Sonipat"_s, limit);
    BOOST_TEST(found.front()->tehsil.toStdString() == "Gohana");
    BOOST_TEST(found.front()->districtHi.toStdString() == "सोनीपत");
    BOOST_TEST(found.front()->pin.toStdString() == "131301");
}

BOOST_AUTO_TEST_CASE(places_of_the_own_district_go_first)
{
    Land land;
    for (const QString& district : {u"Nuh"_s, u"Ambala"_s}) {
        const auto found = land.finder.places(u"rampur"_s, district, limit);
        BOOST_REQUIRE(!found.empty());
        BOOST_TEST(found.front()->districtEn.toStdString() == district.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(stations_are_found_by_any_word)
{
    Land land;
    const auto found = land.finder.stations(u"sadar goh"_s, u"Sonipat"_s, limit);
    const auto other = land.finder.stations(u"गोहाना"_s, u"Sonipat"_s, limit);
    BOOST_TEST((!found.empty() || !other.empty()));
    BOOST_REQUIRE(!other.empty());
    BOOST_TEST(other.front()->district.toStdString() == "Sonipat");
}

BOOST_AUTO_TEST_SUITE_END()
