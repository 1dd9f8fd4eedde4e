#include "domain/Identifiers.h"

#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

using namespace ekatra::domain;

namespace {

// Verdict and normal form in one line: "good 9812345678".
std::string checked(IdKind kind, const char* text)
{
    const IdCheck check = checkId(kind, QString::fromUtf8(text));
    const std::string verdict = check.verdict == IdVerdict::Good ? "good "
        : check.verdict == IdVerdict::Doubtful                   ? "doubtful "
                                                                 : "wrong ";
    BOOST_TEST((check.reason == nullptr) == (check.verdict == IdVerdict::Good), text);
    return verdict + check.value.toStdString();
}

std::string fir(const char* text)
{
    const auto number = parseFirNumber(QString::fromUtf8(text));
    if (!number)
        return "none";
    return std::to_string(number->serial) + (number->year ? "/" + std::to_string(*number->year) : std::string());
}

} // namespace

BOOST_AUTO_TEST_SUITE(domain_identifiers)

BOOST_AUTO_TEST_CASE(an_fir_number_is_read_as_people_say_and_write_it)
{
    BOOST_TEST(fir("0059/2025") == "59/2025");
    BOOST_TEST(fir("45/24") == "45/2024");
    BOOST_TEST(fir("45") == "45");
    BOOST_TEST(fir("0045") == "45");
    BOOST_TEST(fir("FIR-45") == "45");
    BOOST_TEST(fir("मु0न0 45") == "45");
    BOOST_TEST(fir("मु.नं. 123/2024") == "123/2024");
    BOOST_TEST(fir("27 दि0 29.01.26") == "27/2026");
    BOOST_TEST(fir("FIR No. 45 dt 1.2.24") == "45/2024");
    BOOST_TEST(fir("मु.नं. 45 दिनांक 14/07/2024") == "45/2024");
    BOOST_TEST(fir("Cr. No. ४५/२०२४") == "45/2024");
    BOOST_TEST(fir("0/2024") == "none");
    BOOST_TEST(fir("45/1850") == "none");
    BOOST_TEST(fir("") == "none");
    BOOST_TEST((printedFirNumber(59, 2025) == u"0059/2025"));
    BOOST_TEST(checked(IdKind::FirNumber, "0045/2024") == "good 45/2024");
    BOOST_TEST(checked(IdKind::ZeroFir, "Z0003/2025") == "good Z0003/2025");
    BOOST_TEST(checked(IdKind::ZeroFir, "3/2025") == "good Z0003/2025");
}

BOOST_AUTO_TEST_CASE(numbers_of_the_station_and_the_court)
{
    BOOST_TEST(checked(IdKind::GdNumber, "058") == "good 58");
    BOOST_TEST(checked(IdKind::GdNumber, "0") == "wrong 0");
    BOOST_TEST(checked(IdKind::GdNumber, "10000") == "wrong 10000");
    BOOST_TEST(checked(IdKind::StationCode, "13020004") == "good 13020004");
    BOOST_TEST(checked(IdKind::StationCode, "8162043") == "good 8162043");
    BOOST_TEST(checked(IdKind::AccusedCode, "A1") == "good A1");
    BOOST_TEST(checked(IdKind::AccusedCode, "A0") == "wrong A0");
    BOOST_TEST(checked(IdKind::Pis, "04291885") == "good 04291885");
    BOOST_TEST(checked(IdKind::BeltNumber, "123/PPT") == "good 123/PPT");
    BOOST_TEST(checked(IdKind::BeltNumber, "9812345678") == "doubtful 9812345678");
    BOOST_TEST(checked(IdKind::Sid, "1234567890123456") == "good 1234567890123456");
    BOOST_TEST(checked(IdKind::Nfn, "1234567890") == "good 1234567890");
    BOOST_TEST(checked(IdKind::Cnr, "HRGR010012342024") == "good HRGR010012342024");
    BOOST_TEST(checked(IdKind::Cnr, "hrfb01-004562-2023") == "good HRFB010045622023");
    BOOST_TEST(checked(IdKind::Cnr, "HRGR01001234202").substr(0, 5) == "wrong");
    BOOST_TEST(checked(IdKind::Cnr, "HRFB010004562023") == "good HRFB010004562023");
    BOOST_TEST(checked(IdKind::Cnr, "HRGRA00000012024") == "good HRGRA00000012024");
    BOOST_TEST(checked(IdKind::Cnr, "HRGR010000002024") == "wrong HRGR010000002024");
    BOOST_TEST(checked(IdKind::Sha256, std::string(64, 'A').c_str()) == "good " + std::string(64, 'a'));
    BOOST_TEST(checked(IdKind::Sha256, "abc") == "wrong abc");
}

BOOST_AUTO_TEST_CASE(aadhaar_passes_by_its_check_digit_and_keeps_four_digits)
{
    BOOST_TEST(checked(IdKind::Aadhaar, "9999 4105 7058") == "good XXXX XXXX 7058");
    BOOST_TEST(checked(IdKind::Aadhaar, "234123412346") == "good XXXX XXXX 2346");
    BOOST_TEST(checked(IdKind::Aadhaar, "234123412345") == "wrong XXXX XXXX 2345");
    BOOST_TEST(checked(IdKind::Aadhaar, "134123412346").substr(0, 5) == "wrong");
    BOOST_TEST(checked(IdKind::UidLast4, "7058") == "good 7058");
    BOOST_TEST(checked(IdKind::UidLast4, "XXXX XXXX 7058") == "good 7058");
    BOOST_TEST(checked(IdKind::UidLast4, "999941057058") == "good 7058");
    BOOST_TEST(checked(IdKind::UidLast4, "123") == "wrong 123");
}

BOOST_AUTO_TEST_CASE(only_whole_aadhaar_numbers_are_masked_in_text)
{
    const auto masked = [](const char* text) { return maskAadhaar(QString::fromUtf8(text)).toStdString(); };
    BOOST_TEST(masked("आधार 999941057058 है") == "आधार XXXX XXXX 7058 है");
    BOOST_TEST(masked("9999-4105-7058, 2341 2341 2346") == "XXXX XXXX 7058, XXXX XXXX 2346");
    BOOST_TEST(masked("९९९९ ४१०५ ७०५८") == "XXXX XXXX 7058");
    BOOST_TEST(masked("234123412345") == "234123412345"); // check digit does not fit
    BOOST_TEST(masked("1999941057058") == "1999941057058"); // part of a longer number
    BOOST_TEST(masked("9999410570581") == "9999410570581");
    BOOST_TEST(masked("+919812345678") == "+919812345678");
    BOOST_TEST(masked("99994 1057058") == "99994 1057058");
}

BOOST_AUTO_TEST_CASE(a_mobile_with_its_country_code_is_no_aadhaar_number)
{
    int fitting = 0;
    for (qint64 number = 919812300000; number < 919812300100; ++number) {
        const QString text = QString::number(number);
        fitting += verhoeffValid(text) ? 1 : 0;
        BOOST_TEST(!containsAadhaar(text));
    }
    BOOST_TEST(fitting > 0);
}

BOOST_AUTO_TEST_CASE(documents_of_a_person)
{
    BOOST_TEST(checked(IdKind::Pan, "abcps1234f") == "good ABCPS1234F");
    BOOST_TEST(checked(IdKind::Pan, "ABCXS1234F") == "wrong ABCXS1234F");
    BOOST_TEST(checked(IdKind::Passport, "M1234567") == "good M1234567");
    BOOST_TEST(checked(IdKind::Passport, "AB1234567") == "doubtful AB1234567");
    BOOST_TEST(checked(IdKind::Passport, "12") == "wrong 12");
    BOOST_TEST(checked(IdKind::Voter, "ABC1234567") == "good ABC1234567");
    BOOST_TEST(checked(IdKind::Voter, "HR/04/028/194821") == "good HR/04/028/194821");
    BOOST_TEST(checked(IdKind::DrivingLicence, "HR06 19850034761") == "good HR0619850034761");
    BOOST_TEST(checked(IdKind::DrivingLicence, "HR-26/DL/123/1998") == "good HR26DL1231998");
    BOOST_TEST(checked(IdKind::Gstin, "06ABCDE1234F1Z5") == "good 06ABCDE1234F1Z5");
    BOOST_TEST(checked(IdKind::Card, "4111 1111 1111 1111") == "good 1111");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_called)
{
    BOOST_TEST(checked(IdKind::Mobile, "91-9812345678") == "good 9812345678");
    BOOST_TEST(checked(IdKind::Mobile, "+91 98123 45678") == "good 9812345678");
    BOOST_TEST(checked(IdKind::Mobile, "0091 9812345678") == "good 9812345678");
    BOOST_TEST(checked(IdKind::Mobile, "09812345678") == "good 9812345678");
    BOOST_TEST(checked(IdKind::Mobile, "९८१२३४५६७८") == "good 9812345678");
    BOOST_TEST(checked(IdKind::Mobile, "9999999999") == "doubtful 9999999999");
    BOOST_TEST(checked(IdKind::Mobile, "1234567890") == "doubtful 1234567890");
    BOOST_TEST(checked(IdKind::Mobile, "5812345678") == "wrong 5812345678");
    BOOST_TEST(checked(IdKind::Mobile, "981234567") == "wrong 981234567");
    BOOST_TEST(checked(IdKind::Landline, "0124-2311200") == "good 1242311200");
    BOOST_TEST(checked(IdKind::Email, "a.b@example.in") == "good a.b@example.in");
    BOOST_TEST(checked(IdKind::Email, "a@b@c.in") == "doubtful a@b@c.in");
    BOOST_TEST(checked(IdKind::Pin, "122001") == "good 122001");
    BOOST_TEST(checked(IdKind::Pin, "022001") == "wrong 022001");
}

BOOST_AUTO_TEST_CASE(phones_and_money)
{
    BOOST_TEST(checked(IdKind::Imei, "490154203237518") == "good 490154203237518");
    BOOST_TEST(checked(IdKind::Imei, "356938035643809") == "good 356938035643809");
    BOOST_TEST(checked(IdKind::Imei, "490154203237517") == "wrong 490154203237517");
    BOOST_TEST(checked(IdKind::Imei, "358491029481920") == "wrong 358491029481920");
    BOOST_TEST(checked(IdKind::Imei, "49015420323751") == "good 490154203237518");
    BOOST_TEST(checked(IdKind::Imei, "4901542032375101") == "good 4901542032375101");
    BOOST_TEST(checked(IdKind::Imei, "000000000000000") == "wrong 000000000000000");
    BOOST_TEST(checked(IdKind::Ifsc, "sbin0001234") == "good SBIN0001234");
    BOOST_TEST(checked(IdKind::Ifsc, "SBIN1001234") == "wrong SBIN1001234");
    BOOST_TEST(checked(IdKind::Account, "12345678") == "doubtful 12345678");
    BOOST_TEST(checked(IdKind::Upi, "ram.lal@upi") == "good ram.lal@upi");
    BOOST_TEST(checked(IdKind::Utr, "123456789012") == "good 123456789012");
    BOOST_TEST(checked(IdKind::NcrpAck, "30612240012345") == "good 30612240012345");
}

BOOST_AUTO_TEST_CASE(vehicles_of_every_kind)
{
    BOOST_TEST(checked(IdKind::Vehicle, "HR-26-AB-1234") == "good HR26AB1234");
    BOOST_TEST(checked(IdKind::Vehicle, "HR26 AB1234") == "good HR26AB1234");
    BOOST_TEST(checked(IdKind::Vehicle, "UP13AB1234") == "good UP13AB1234");
    BOOST_TEST(checked(IdKind::Vehicle, "HR 06 5") == "good HR060005");
    BOOST_TEST(checked(IdKind::Vehicle, "hr6a12") == "good HR06A0012");
    BOOST_TEST(checked(IdKind::Vehicle, "HR26AO1234") == "doubtful HR26AO1234");
    BOOST_TEST(checked(IdKind::Vehicle, "HR26AB0000") == "wrong HR26AB0000");
    BOOST_TEST(checked(IdKind::Vehicle, "22BH1234AA") == "good 22BH1234AA");
    BOOST_TEST(checked(IdKind::Vehicle, "19BH1234AA") == "wrong 19BH1234AA");
    BOOST_TEST(checked(IdKind::Vehicle, "HRA1234") == "good HRA1234");
    BOOST_TEST(checked(IdKind::Vehicle, "DHB 4455") == "good DHB4455");
    BOOST_TEST(checked(IdKind::Vehicle, "T0725HR0123A") == "good T0725HR0123A");
    BOOST_TEST(checked(IdKind::Vehicle, "HR26TC0012") == "good HR26TC0012");
    BOOST_TEST(checked(IdKind::Vehicle, "03D153874H") == "good 03D153874H");
    BOOST_TEST(checked(IdKind::Vehicle, "77CD21") == "good 77CD21");
    BOOST_TEST(checked(IdKind::Vehicle, "HRVAAA0001") == "good HRVAAA0001");
    BOOST_TEST(checked(IdKind::Vehicle, "बिना नम्बर").substr(0, 8) == "doubtful");
    BOOST_TEST(checked(IdKind::Vehicle, "Applied for").substr(0, 8) == "doubtful");
    BOOST_TEST(checked(IdKind::Vehicle, "red Swift") == "wrong REDSWIFT");
    BOOST_TEST(checked(IdKind::Chassis, "MA1AB2CD3EF456789") == "good MA1AB2CD3EF456789");
    BOOST_TEST(checked(IdKind::Chassis, "MA1AB2CD3EO456789").substr(0, 8) == "doubtful");
    BOOST_TEST(checked(IdKind::Engine, "K10BN 1234567") == "good K10BN1234567");
}

BOOST_AUTO_TEST_CASE(check_digits_agree_with_published_numbers)
{
    BOOST_TEST(verhoeffValid(u"999941057058"));
    BOOST_TEST(verhoeffValid(u"234123412346"));
    BOOST_TEST(!verhoeffValid(u"234123412345"));
    BOOST_TEST(!verhoeffValid(u""));
    BOOST_TEST(luhnValid(u"490154203237518"));
    BOOST_TEST(!luhnValid(u"490154203237517"));
    BOOST_TEST(!luhnValid(u"49015x"));
}

BOOST_AUTO_TEST_SUITE_END()
