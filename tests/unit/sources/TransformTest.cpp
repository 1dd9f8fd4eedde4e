// The named transforms one by one, on the cells that records really hold.
#include "sources/Transform.h"

#include <boost/test/unit_test.hpp>

#include <QJsonArray>
#include <QJsonObject>

using namespace ekatra::sources;

namespace {

TransformWorld world()
{
    TransformWorld made;
    auto sexes = std::make_shared<CodeList>();
    sexes->emplace("m", "M");
    sexes->emplace("महिला", "F");
    made.lists.emplace("SEX", sexes);
    auto acts = ActNames::parse(QJsonObject{{QStringLiteral("IPC"), QJsonArray{QStringLiteral("भा.द.स.")}}});
    BOOST_REQUIRE(acts.ok());
    made.acts = std::make_shared<ActNames>(std::move(*acts));
    return made;
}

// What becomes of a cell: its text, "missing", or "!" and the reason; "?" and the doubt behind it.
std::string through(const QJsonValue& transform, std::string_view cell, const TransformWorld& with = world())
{
    QString problem;
    const auto made = makeTransform(transform, with, problem);
    BOOST_REQUIRE_MESSAGE(made.has_value(), problem.toStdString());
    Scratch scratch;
    TransformContext context{scratch, 2026, nullptr};
    Value value = Value::ofText(cell);
    if (const char* reason = (*made)(value, context))
        return std::string("!") + reason;
    std::string shown = "missing";
    if (value.kind == Value::Kind::Whole)
        shown = std::to_string(value.whole);
    else if (value.kind == Value::Kind::Number)
        shown = std::to_string(value.number);
    else if (value.kind == Value::Kind::Truth)
        shown = value.truth ? "yes" : "no";
    else if (!value.missing())
        shown = value.text;
    return context.doubt == nullptr ? shown : shown + "?" + context.doubt;
}

std::string through(const char* transform, std::string_view cell)
{
    return through(QJsonValue(QString::fromLatin1(transform)), cell);
}

QJsonObject called(const char* name, const QJsonValue& argument)
{
    return {{QString::fromLatin1(name), argument}};
}

std::string dated(std::string_view cell, const char* pattern = "dd/MM/yyyy")
{
    return through(called("date", QString::fromLatin1(pattern)), cell);
}

std::string timed(std::string_view cell)
{
    return through(called("datetime", QStringLiteral("dd/MM/yyyy HH:mm")), cell);
}

} // namespace

BOOST_AUTO_TEST_SUITE(sources_transform)

BOOST_AUTO_TEST_CASE(text_loses_what_nobody_sees_and_keeps_joiners)
{
    BOOST_TEST(through("text", "  a b \n") == "a b");
    BOOST_TEST(through("text",
                       "a\xC2\xA0"
                       "b\xC2\xA0")
               == "a b");
    BOOST_TEST(through("text",
                       "so\xC2\xAD"
                       "ft")
               == "soft");
    BOOST_TEST(through("text", "a\r\nb\tc\x01") == "a\nb c");
    BOOST_TEST(through("text", "क्‍ष") == "क्‍ष");
    BOOST_TEST(through("text", "\xE0\xA5\x9C") == "\xE0\xA4\xA1\xE0\xA4\xBC"); // NFC takes the composed letter apart
    BOOST_TEST(through("text", " \xEF\xBB\xBF ") == "missing");
}

BOOST_AUTO_TEST_CASE(whole_numbers_may_have_noughts_and_devanagari_digits)
{
    BOOST_TEST(through("int", "0045") == "45");
    BOOST_TEST(through("int", "४५") == "45");
    BOOST_TEST(through("int", " 7 ") == "7");
    BOOST_TEST(through("int", "45/2024") == "!row.bad_number");
    BOOST_TEST(through("int", "4.0") == "!row.bad_number");
    BOOST_TEST(through("int", "99999999999999999999") == "!row.bad_number");
}

BOOST_AUTO_TEST_CASE(numbers_have_a_point_and_no_unit)
{
    BOOST_TEST(through("num", "3.5") == "3.500000");
    BOOST_TEST(through("num", "३.५") == "3.500000");
    BOOST_TEST(through("num", "3.5 km") == "!row.bad_number");
    BOOST_TEST(through("num", "inf") == "!row.bad_number");
    BOOST_TEST(through("num", "1e999") == "!row.bad_number");
}

BOOST_AUTO_TEST_CASE(money_is_read_as_clerks_write_it_and_exactly)
{
    BOOST_TEST(through("money_paise", "45000.00") == "4500000");
    BOOST_TEST(through("money_paise", "4,50,000/-") == "45000000");
    BOOST_TEST(through("money_paise", "4,50,000/- लगभग") == "45000000");
    BOOST_TEST(through("money_paise", "4.5 lakh") == "45000000");
    BOOST_TEST(through("money_paise", "4.5 लाख") == "45000000");
    BOOST_TEST(through("money_paise", "1.25 crore") == "1250000000");
    BOOST_TEST(through("money_paise", "Rs. 500.75") == "50075");
    BOOST_TEST(through("money_paise", "₹ ५००") == "50000");
    BOOST_TEST(through("money_paise", "0.29") == "29");
    BOOST_TEST(through("money_paise", "five hundred") == "!row.bad_money");
    BOOST_TEST(through("money_paise", "500 gold") == "!row.bad_money");
    BOOST_TEST(through("money_paise", "-5") == "!row.bad_money");
    BOOST_TEST(through("money_paise", "99999999999999999999") == "!row.bad_money");
}

BOOST_AUTO_TEST_CASE(dates_follow_the_order_that_the_profile_names)
{
    BOOST_TEST(dated("14/07/2024") == "2024-07-14");
    BOOST_TEST(dated("1-2-2024") == "2024-02-01");
    BOOST_TEST(dated("१४.०७.२०२४") == "2024-07-14");
    BOOST_TEST(dated("14/07/2024 10:20") == "2024-07-14");
    BOOST_TEST(dated("07/14/2024", "MM/dd/yyyy") == "2024-07-14");
    BOOST_TEST(dated("2024-07-14", "yyyy-MM-dd") == "2024-07-14");
    BOOST_TEST(dated("29/02/2024") == "2024-02-29");
    BOOST_TEST(dated("29/02/2023") == "!row.no_such_date");
    BOOST_TEST(dated("31/02/2024") == "!row.no_such_date");
    BOOST_TEST(dated("07/14/2024") == "!row.no_such_date");
    BOOST_TEST(dated("2024-07-14") == "!row.bad_date");
    BOOST_TEST(dated("14/07/24") == "!row.bad_date");
    BOOST_TEST(dated("14/07/20245") == "!row.bad_date");
    BOOST_TEST(dated("14 July 2024") == "!row.bad_date");
    BOOST_TEST(dated("01/01/1900") == "missing?row.placeholder_date");
}

BOOST_AUTO_TEST_CASE(two_digit_years_lie_in_the_hundred_years_that_end_next_year)
{
    BOOST_TEST(dated("29.01.26", "dd.MM.yy") == "2026-01-29");
    BOOST_TEST(dated("29.01.27", "dd.MM.yy") == "2027-01-29");
    BOOST_TEST(dated("29.01.28", "dd.MM.yy") == "1928-01-29");
}

BOOST_AUTO_TEST_CASE(times_come_with_words_and_halves_of_the_day)
{
    BOOST_TEST(through("time", "20:00") == "20:00");
    BOOST_TEST(through("time", "20:00 बजे") == "20:00");
    BOOST_TEST(through("time", "14:21 घंटे") == "14:21");
    BOOST_TEST(through("time", "05.30 PM") == "17:30");
    BOOST_TEST(through("time", "12:05 a.m.") == "00:05");
    BOOST_TEST(through("time", "1430 hrs") == "14:30");
    BOOST_TEST(through("time", "11 बजे") == "11:00");
    BOOST_TEST(through("time", "24:00") == "00:00?row.midnight");
    BOOST_TEST(through("time", "25:00") == "!row.bad_time");
    BOOST_TEST(through("time", "13:30 AM") == "!row.bad_time");
    BOOST_TEST(through("time", "11") == "!row.bad_time");
    BOOST_TEST(through("time", "रात्रि 11 बजे") == "!row.bad_time");
}

BOOST_AUTO_TEST_CASE(a_moment_is_told_in_indian_time)
{
    BOOST_TEST(timed("14/07/2024 10:20") == "2024-07-14T10:20:00+05:30");
    BOOST_TEST(timed("14/07/2024 18:22:31") == "2024-07-14T18:22:31+05:30");
    BOOST_TEST(timed("31/12/2024 24:00") == "2025-01-01T00:00:00+05:30");
    BOOST_TEST(timed("14/07/2024") == "2024-07-14T00:00:00+05:30?row.time_not_known");
    BOOST_TEST(timed("14/07/2024 later") == "!row.bad_time");
    TransformWorld utc = world();
    utc.zoneMinutes = 0;
    BOOST_TEST(through(called("datetime", QStringLiteral("yyyy-MM-dd")), "2024-12-31T20:00:00", utc)
               == "2025-01-01T01:30:00+05:30");
}

BOOST_AUTO_TEST_CASE(yes_and_no_are_words_of_two_languages)
{
    BOOST_TEST(through("bool", "Y") == "yes");
    BOOST_TEST(through("bool", "नहीं") == "no");
    BOOST_TEST(through("bool", "perhaps") == "!row.bad_yes_no");
}

BOOST_AUTO_TEST_CASE(codes_come_from_the_list_or_are_a_fault)
{
    BOOST_TEST(through(called("code", QStringLiteral("SEX")), "m") == "M");
    BOOST_TEST(through(called("code", QStringLiteral("SEX")), "महिला") == "F");
    BOOST_TEST(through(called("code", QStringLiteral("SEX")), "?") == "!row.unknown_code");
    const QJsonObject lenient{{QStringLiteral("list"), QStringLiteral("SEX")},
                              {QStringLiteral("else"), QStringLiteral("U")}};
    BOOST_TEST(through(called("code", lenient), "?") == "U?row.unknown_code");
}

BOOST_AUTO_TEST_CASE(mobiles_lose_their_prefix_and_the_first_of_several_is_taken)
{
    BOOST_TEST(through("mobile", "91-9812345678") == "9812345678");
    BOOST_TEST(through("mobile", "+91 98123 45678") == "9812345678");
    BOOST_TEST(through("mobile", "09812345678") == "9812345678");
    BOOST_TEST(through("mobile", "९८१२३४५६७८") == "9812345678");
    BOOST_TEST(through("mobile", "9812345678, 9416012345/ 01262-223344") == "9812345678?row.more_numbers");
    BOOST_TEST(through("mobile", "0124-2311200") == "!row.bad_mobile");
    BOOST_TEST(through("mobile", "12345") == "!row.bad_mobile");
}

BOOST_AUTO_TEST_CASE(ages_come_with_words_and_bands)
{
    BOOST_TEST(through("age", "30") == "30");
    BOOST_TEST(through("age", "30 साल") == "30");
    BOOST_TEST(through("age", "करीब 25-30 साल") == "25?row.age_band");
    BOOST_TEST(through("age", "0") == "missing?row.age_not_known");
    BOOST_TEST(through("age", "999") == "missing?row.age_not_known");
    BOOST_TEST(through("age", "130") == "!row.bad_age");
    BOOST_TEST(through("age", "old") == "!row.bad_age");
}

BOOST_AUTO_TEST_CASE(lists_are_split_and_words_dropped)
{
    BOOST_TEST(through(called("split", QStringLiteral(";")), "a; b;;c ") == R"(["a","b","c"])");
    BOOST_TEST(through(called("split", QStringLiteral(";")), ";") == "missing");
    BOOST_TEST(through("aliases", "राजू उर्फ काला @Raju") == R"(["राजू","काला","Raju"])");
    BOOST_TEST(through(called("null_if", QJsonArray{QStringLiteral("NIL")}), "nil") == "missing");
    BOOST_TEST(through("plate", "hr-06 ab 1234") == "HR06AB1234");
    BOOST_TEST(through("title_off", "Late Sh. Ram Singh") == "Ram Singh");
}

BOOST_AUTO_TEST_CASE(sections_in_one_text_are_read_with_their_act)
{
    BOOST_TEST(through(called("act_sections", QJsonObject()), "147,149 भा.द.स.")
               == R"([{"act":"IPC","section":"147"},{"act":"IPC","section":"149"}])");
}

BOOST_AUTO_TEST_CASE(a_transform_that_nobody_knows_is_named)
{
    QString problem;
    BOOST_TEST(!makeTransform(QStringLiteral("itn"), world(), problem).has_value());
    BOOST_TEST(problem.contains(QLatin1String("itn")));
    BOOST_TEST(!makeTransform(called("date", QStringLiteral("dd/MM")), world(), problem).has_value());
    BOOST_TEST(!makeTransform(called("code", QStringLiteral("SEXX")), world(), problem).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
