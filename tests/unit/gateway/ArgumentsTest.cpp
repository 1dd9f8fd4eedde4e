#include "gateway/Arguments.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

namespace {

QString refusalOf(const QString& line)
{
    const auto arguments = parseArguments(line.split(u' '));
    if (arguments.ok())
        return {};
    BOOST_TEST((arguments.error().kind == ErrorKind::BadUsage));
    return arguments.error().code;
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_arguments)

BOOST_AUTO_TEST_CASE(defaults_serve_two_thousand_clean_firs_from_memory)
{
    const auto arguments = parseArguments({u"--data"_s, u"practice"_s});
    BOOST_REQUIRE(arguments.ok());
    BOOST_TEST(arguments->size == 2000);
    BOOST_TEST(arguments->dirty == 0);
    BOOST_TEST(arguments->storePath.isEmpty());
    BOOST_TEST((arguments->listen == u"127.0.0.1:0"_s));
    BOOST_TEST(!arguments->allowTest);
}

BOOST_AUTO_TEST_CASE(options_are_read_with_a_blank_or_an_equals_sign)
{
    const auto arguments = parseArguments(
        {u"--data=/srv/incidents"_s, u"--size"_s, u"50"_s, u"--store=sqlite:/var/centre.db"_s, u"--allow-test"_s,
         u"--faults"_s, u"GET:/sources/cas/fir:nth=3:status=503"_s, u"--seed=18446744073709551615"_s});
    BOOST_REQUIRE(arguments.ok());
    BOOST_TEST((arguments->data == u"/srv/incidents"_s));
    BOOST_TEST(arguments->size == 50);
    BOOST_TEST((arguments->storePath == u"/var/centre.db"_s));
    BOOST_TEST(arguments->allowTest);
    BOOST_TEST(arguments->faults.size() == 1U);
    BOOST_TEST((arguments->seed == 18446744073709551615ULL));
}

BOOST_AUTO_TEST_CASE(wrong_usage_is_named)
{
    BOOST_TEST((refusalOf(u"--size 5"_s) == u"gateway.data_missing"_s));
    BOOST_TEST((refusalOf(u"--data practice --sise 5"_s) == u"gateway.unknown_option"_s));
    BOOST_TEST((refusalOf(u"--data"_s) == u"gateway.option_needs_value"_s));
    BOOST_TEST((refusalOf(u"--data practice --size many"_s) == u"gateway.bad_option"_s));
    BOOST_TEST((refusalOf(u"--data practice --dirty 101"_s) == u"gateway.bad_option"_s));
    BOOST_TEST((refusalOf(u"--data practice --store oracle:x"_s) == u"gateway.bad_option"_s));
    BOOST_TEST((refusalOf(u"--data practice --store postgresql://hub/x"_s) == u"gateway.not_this_version"_s));
    BOOST_TEST((refusalOf(u"--data practice --time-lapse 2"_s) == u"gateway.option_not_yet"_s));
    BOOST_TEST((refusalOf(u"--data practice --tls-cert a.pem"_s) == u"gateway.tls_pair"_s));
    BOOST_TEST((refusalOf(u"--data practice --faults nonsense"_s) == u"gateway.bad_fault_rule"_s));
}

BOOST_AUTO_TEST_CASE(help_names_every_option)
{
    const QString help = helpText();
    for (const auto option : {"--data"_L1, "--seed"_L1, "--size"_L1, "--stations"_L1, "--dirty"_L1, "--store"_L1,
                              "--listen"_L1, "--port-file"_L1, "--tls-cert"_L1, "--tls-key"_L1, "--client-ca"_L1,
                              "--token-file"_L1, "--allow-test"_L1, "--faults"_L1, "--version"_L1})
        BOOST_TEST(help.contains(option), option.data());
}

BOOST_AUTO_TEST_SUITE_END()
