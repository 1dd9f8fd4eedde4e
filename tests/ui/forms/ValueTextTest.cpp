#include "forms/ValueText.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;

namespace {

const QDateTime now(QDate(2026, 11, 25), QTime(10, 0), Qt::OffsetFromUTC, 19800);

schema::Field fieldOf(schema::FieldType type)
{
    schema::Field field;
    field.type = type;
    return field;
}

std::string read(schema::FieldType type, const char* typed)
{
    return ui::readValue(fieldOf(type), QString::fromUtf8(typed), now).toVariant().toString().toStdString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_value_text)

BOOST_AUTO_TEST_CASE(days_are_typed_as_people_write_them)
{
    using enum schema::FieldType;
    for (const char* typed : {"14/7/24", "14-07-2024", "14.7.24", "140724", "14072024", "१४/७/२४", "2024-07-14"})
        BOOST_TEST(read(Date, typed) == "2024-07-14", typed);
    BOOST_TEST(read(Date, "आज") == "2026-11-25");
    BOOST_TEST(read(Date, "today") == "2026-11-25");
    BOOST_TEST(read(Date, "कल") == "2026-11-24");
    BOOST_TEST(read(Date, "3/11") == "2026-11-03");
    BOOST_TEST(read(Date, "3/12") == "2025-12-03"); // what happened lies behind
    BOOST_TEST(read(Date, "1/1/79") == "1979-01-01");
    for (const char* typed : {"31/2/24", "320124", "soon", "14/7/24/1", "0"})
        BOOST_TEST(read(Date, typed) == typed);
}

BOOST_AUTO_TEST_CASE(clocks_and_moments_are_typed_short)
{
    using enum schema::FieldType;
    for (const char* typed : {"20:00", "2000", "20.00", "8 pm", "२०:००", "20"})
        BOOST_TEST(read(Time, typed) == "20:00", typed);
    BOOST_TEST(read(Time, "अब") == "10:00");
    BOOST_TEST(read(Time, "25:00") == "25:00");
    for (const char* typed : {"14/7/24 10:20", "140724 1020", "14 7 24 10:20"})
        BOOST_TEST(read(DateTime, typed) == "2024-07-14T10:20:00+05:30", typed);
    BOOST_TEST(read(DateTime, "आज 9:15") == "2026-11-25T09:15:00+05:30");
    BOOST_TEST(read(DateTime, "now") == "2026-11-25T10:00:00+05:30");
    BOOST_TEST(read(DateTime, "140724") == "140724"); // a day is not a moment
}

BOOST_AUTO_TEST_CASE(money_is_read_with_lakhs_and_shown_in_groups)
{
    using enum schema::FieldType;
    BOOST_TEST(read(Money, "45000") == "4500000");
    BOOST_TEST(read(Money, "₹ 45,000/-") == "4500000");
    BOOST_TEST(read(Money, "1.5 लाख") == "15000000");
    BOOST_TEST(read(Money, "2 crore") == "2000000000");
    BOOST_TEST(read(Money, "बहुत") == "बहुत");
    const auto shown = [](const QJsonValue& value) {
        return ui::shownValue(fieldOf(schema::FieldType::Money), value).toStdString();
    };
    BOOST_TEST(shown(15000000) == "1,50,000");
    BOOST_TEST(shown(4500050) == "45,000.50");
}

BOOST_AUTO_TEST_CASE(what_is_stored_is_shown_as_people_read_it)
{
    using enum schema::FieldType;
    const auto shown = [](schema::FieldType type, const char* stored) {
        return ui::shownValue(fieldOf(type), QString::fromUtf8(stored)).toStdString();
    };
    BOOST_TEST(shown(Date, "2024-07-14") == "14/07/2024");
    BOOST_TEST(shown(DateTime, "2024-07-14T10:20:00+05:30") == "14/07/2024 10:20");
    BOOST_TEST(shown(Date, "31/2/24") == "31/2/24");
}

BOOST_AUTO_TEST_SUITE_END()
