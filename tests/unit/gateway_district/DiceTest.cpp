#include "gateway/practice/Dice.h"
#include "gateway/practice/Days.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace ekatra::gateway::practice;

BOOST_AUTO_TEST_SUITE(gateway_practice_dice)

BOOST_AUTO_TEST_CASE(throws_depend_on_seed_purpose_and_index_alone)
{
    const auto first = [](std::uint64_t seed, Purpose purpose, std::uint64_t index) {
        return Dice(seed, purpose, index).next();
    };
    BOOST_TEST(first(1, Purpose::Facts, 5) == first(1, Purpose::Facts, 5));
    const std::set<std::uint64_t> different{first(1, Purpose::Facts, 5), first(2, Purpose::Facts, 5),
                                            first(1, Purpose::Story, 5), first(1, Purpose::Facts, 6)};
    BOOST_TEST(different.size() == 4U);
}

BOOST_AUTO_TEST_CASE(throws_are_the_same_on_every_machine)
{
    Dice dice(1, Purpose::Outline, 0);
    BOOST_TEST(dice.below(1000000) == 883310U);
    BOOST_TEST(dice.below(1000000) == 431527U);
}

BOOST_AUTO_TEST_CASE(weights_are_kept)
{
    Dice dice(1, Purpose::Facts, 0);
    const std::vector<std::uint32_t> sums{10, 10, 40}; // 10, 0 and 30
    std::vector<int> seen(3);
    for (int i = 0; i < 4000; ++i)
        ++seen[dice.weighted(sums)];
    BOOST_TEST(seen[1] == 0);
    BOOST_TEST(seen[0] > 800);
    BOOST_TEST(seen[0] < 1200);
}

BOOST_AUTO_TEST_CASE(a_range_includes_both_ends)
{
    Dice dice(1, Purpose::Facts, 1);
    std::set<int> seen;
    for (int i = 0; i < 200; ++i)
        seen.insert(dice.between(-1, 2));
    BOOST_TEST(*seen.begin() == -1);
    BOOST_TEST(*seen.rbegin() == 2);
    BOOST_TEST(seen.size() == 4U);
    BOOST_TEST(dice.between(7, 3) == 7);
}

BOOST_AUTO_TEST_CASE(days_are_written_as_the_cas_writes_them)
{
    BOOST_TEST(writtenDay(dayOf(QDate(2024, 2, 29))) == "29/02/2024");
    BOOST_TEST(writtenDay(0) == "01/01/2000");
    BOOST_TEST(writtenTime(9 * 60 + 5) == "09:05");
    BOOST_TEST(yearOf(dayOf(QDate(1999, 12, 31))) == 1999);
    BOOST_TEST(dayOfMinute(-1) == -1);
    BOOST_TEST(timeOfMinute(-1) == 1439);
    BOOST_TEST((istOf(86400 + 61).toString(Qt::ISODate) == QStringLiteral("2000-01-02T00:01:01+05:30")));
}

BOOST_AUTO_TEST_SUITE_END()
