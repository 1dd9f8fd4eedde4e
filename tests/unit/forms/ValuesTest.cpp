#include "forms/Values.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra::forms;

BOOST_AUTO_TEST_SUITE(forms_values)

BOOST_AUTO_TEST_CASE(a_day_of_the_calendar_is_read_and_others_are_not)
{
    BOOST_TEST((readDate(u"2024-02-29") == QDate(2024, 2, 29)));
    for (const QStringView text : {QStringView(u"2023-02-29"), QStringView(u"2024-02-31"), QStringView(u"2024-13-01"),
                                   QStringView(u"2024-00-10"), QStringView(u"2024-1-1"), QStringView(u"14/07/2024"),
                                   QStringView(u"0000-01-01"), QStringView(u"2024-01-0x"), QStringView()})
        BOOST_TEST(!readDate(text).has_value(), text.toString().toStdString());
}

BOOST_AUTO_TEST_CASE(a_moment_needs_its_offset)
{
    BOOST_TEST((readDateTime(u"1970-01-01T05:30:00+05:30") == 0));
    BOOST_TEST((readDateTime(u"1970-01-01T00:00:00Z") == 0));
    BOOST_TEST((readDateTime(u"2024-07-14T10:20+05:30") == 1720932600));
    BOOST_TEST((readDateTime(u"2024-07-14T10:20:30.250+05:30") == 1720932630));
    for (const QStringView text : {QStringView(u"2024-07-14T10:20:00"), QStringView(u"2024-07-14 10:20:00+05:30"),
                                   QStringView(u"2024-07-14T10:60:00+05:30"), QStringView(u"2024-07-14T10:20:61Z"),
                                   QStringView(u"2024-07-14T10:20:00+5:30"), QStringView(u"2024-07-14T10:20:")})
        BOOST_TEST(!readDateTime(text).has_value(), text.toString().toStdString());
}

BOOST_AUTO_TEST_CASE(a_moment_belongs_to_its_indian_day)
{
    BOOST_TEST((istDate(*readDateTime(u"2024-06-30T18:29:59Z")) == QDate(2024, 6, 30)));
    BOOST_TEST((istDate(*readDateTime(u"2024-06-30T18:30:00Z")) == QDate(2024, 7, 1)));
    BOOST_TEST((istDate(*readDateTime(u"1950-01-26T00:00:00+05:30")) == QDate(1950, 1, 26)));
    const Span day = dayOf(QDate(2024, 7, 1));
    BOOST_TEST((istDate(day.first) == QDate(2024, 7, 1)));
    BOOST_TEST((istDate(day.last) == QDate(2024, 7, 1)));
    BOOST_TEST(day.last - day.first == 86399);
}

BOOST_AUTO_TEST_SUITE_END()
