#include "base/CanonicalJson.h"

#include <boost/test/unit_test.hpp>

using ekatra::base::canonicalJson;

namespace {

std::string written(const QJsonValue& value)
{
    return canonicalJson(value).toStdString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(base_canonical_json)

BOOST_AUTO_TEST_CASE(keys_come_in_utf16_order_without_blanks)
{
    const auto value = QJsonDocument::fromJson(R"({"b": [1, true, null], "a": {"z": "x", "B": ""}, "1": 2})").object();
    BOOST_TEST(written(value) == R"({"1":2,"a":{"B":"","z":"x"},"b":[1,true,null]})");
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_ecmascript_does)
{
    const auto text = [](double number) { return written(QJsonValue(number)); };
    BOOST_TEST(text(0.0) == "0");
    BOOST_TEST(text(-0.0) == "0");
    BOOST_TEST(text(4500000.0) == "4500000");
    BOOST_TEST(text(3.5) == "3.5");
    BOOST_TEST(text(1e20) == "100000000000000000000");
    BOOST_TEST(text(1e21) == "1e+21");
    BOOST_TEST(text(0.000001) == "0.000001");
    BOOST_TEST(text(1e-7) == "1e-7");
    BOOST_TEST(text(333333333.33333329) == "333333333.3333333");
    BOOST_TEST(text(4.35) == "4.35");
}

BOOST_AUTO_TEST_CASE(only_what_must_be_escaped_is)
{
    BOOST_TEST(written(QStringLiteral("थाना \"सदर\"\\\n\t\u001f/\u007f€"))
               == "\"थाना \\\"सदर\\\"\\\\\\n\\t\\u001f/\u007f€\"");
}

BOOST_AUTO_TEST_CASE(what_was_canonical_stays_as_it_is)
{
    const QByteArray once = canonicalJson(QJsonDocument::fromJson(R"({"क":[1.50,"ख"],"a":-7})").object());
    BOOST_TEST(written(QJsonDocument::fromJson(once).object()) == once.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
