#include "net/RetryPolicy.h"
#include "net/HttpClient.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra::net;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(net_retry_policy)

BOOST_AUTO_TEST_CASE(delays_double_up_to_the_cap)
{
    const RetryPolicy policy{2s, 60s, 1h};
    BOOST_TEST((policy.delay(1, 1.0) == 2s));
    BOOST_TEST((policy.delay(2, 1.0) == 4s));
    BOOST_TEST((policy.delay(5, 1.0) == 32s));
    BOOST_TEST((policy.delay(6, 1.0) == 60s));
    BOOST_TEST((policy.delay(1'000'000, 1.0) == 60s));
}

BOOST_AUTO_TEST_CASE(chance_takes_away_at_most_half)
{
    const RetryPolicy policy{2s, 60s, 1h};
    BOOST_TEST((policy.delay(1, 0.0) == 1s));
    BOOST_TEST((policy.delay(6, 0.5) == 45s));
    BOOST_TEST((policy.delay(0, 0.0) == 1s));
}

BOOST_AUTO_TEST_CASE(the_wish_of_the_other_side_is_the_least_and_has_its_limit)
{
    const RetryPolicy policy{2s, 60s, 1h};
    BOOST_TEST((policy.delay(1, 0.0, 30s) == 30s));
    BOOST_TEST((policy.delay(6, 1.0, 30s) == 60s));
    BOOST_TEST((policy.delay(1, 0.0, 24h) == 1h));
}

BOOST_AUTO_TEST_CASE(retry_after_is_read_as_seconds_or_as_a_date)
{
    const QDateTime now(QDate(2024, 7, 14), QTime(10, 0), Qt::UTC);
    BOOST_TEST((parseRetryAfter("120", now) == 120s));
    BOOST_TEST((parseRetryAfter(" -5", now) == 0s));
    BOOST_TEST((parseRetryAfter("Sun, 14 Jul 2024 10:01:30 GMT", now) == 90s));
    BOOST_TEST((parseRetryAfter("Sun, 14 Jul 2024 09:00:00 GMT", now) == 0s));
    BOOST_TEST(!parseRetryAfter("soon", now).has_value());
    BOOST_TEST(!parseRetryAfter("", now).has_value());
}

BOOST_AUTO_TEST_CASE(loopback_is_known_by_its_address_and_not_by_its_looks)
{
    for (const char* host : {"127.0.0.1", "127.8.9.10", "::1", "localhost", "LOCALHOST"})
        BOOST_TEST(isLoopback(QString::fromLatin1(host)), host);
    for (const char* host : {"127.0.0.1.example.org", "128.0.0.1", "127.1", "localhost.example.org", "127.0.0.256", ""})
        BOOST_TEST(!isLoopback(QString::fromLatin1(host)), host);
}

BOOST_AUTO_TEST_SUITE_END()
