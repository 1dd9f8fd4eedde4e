#include "gateway/Faults.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(gateway_fault_spec)

BOOST_AUTO_TEST_CASE(rules_are_read_with_all_their_parts)
{
    const auto rules =
        parseFaults(u" PUT:/icjs/v1/records:nth=3:cut-after ; /sources/cas:every=2:times=5:delay=250 ;"_s);
    BOOST_REQUIRE(rules.ok());
    BOOST_REQUIRE(rules->size() == 2);
    const FaultRule& first = rules->at(0);
    BOOST_TEST((first.method == "PUT"));
    BOOST_TEST((first.path == u"/icjs/v1/records"_s));
    BOOST_TEST(first.nth == 3);
    BOOST_TEST((first.kind == FaultKind::CutAfter));
    const FaultRule& second = rules->at(1);
    BOOST_TEST(second.method.isEmpty());
    BOOST_TEST(second.every == 2);
    BOOST_TEST(second.times == 5);
    BOOST_TEST(second.number(0) == 250);
}

BOOST_AUTO_TEST_CASE(a_redirect_keeps_the_colons_of_its_address)
{
    const auto rules = parseFaults(u"/icjs:redirect=https://other.example:8443/a"_s);
    BOOST_REQUIRE(rules.ok());
    BOOST_TEST((rules->front().value == u"https://other.example:8443/a"_s));
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_refused)
{
    for (const QString& spec :
         {u"cut-after"_s, u"/icjs"_s, u"/icjs:explode"_s, u"/icjs:nth=0:hang"_s, u"/icjs:nth=x:hang"_s,
          u"/icjs:nth=1"_s, u"/icjs:status=9000"_s, u"/icjs:delay=soon"_s, u"GET:icjs:hang"_s}) {
        const auto rules = parseFaults(spec);
        BOOST_REQUIRE_MESSAGE(!rules.ok(), spec.toStdString());
        BOOST_TEST((rules.error().code == u"gateway.bad_fault_rule"_s));
        BOOST_TEST((rules.error().context.value(u"rule"_s) == spec));
    }
}

BOOST_AUTO_TEST_CASE(rules_count_only_what_they_match)
{
    FaultPlan plan;
    plan.replace(parseFaults(u"PUT:/a:nth=2:hang"_s).value());
    BOOST_TEST(plan.arrived("PUT", u"/a/1"_s).empty());
    BOOST_TEST(plan.arrived("GET", u"/a/1"_s).empty());
    BOOST_TEST(plan.arrived("PUT", u"/b"_s).empty());
    BOOST_TEST(plan.arrived("PUT", u"/a/2"_s).size() == 1U);
    BOOST_TEST(plan.arrived("PUT", u"/a/3"_s).empty());
}

BOOST_AUTO_TEST_SUITE_END()
