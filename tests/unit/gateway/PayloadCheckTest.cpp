// What the centre asks of a paper by itself, whatever the sender's forms say.
#include "gateway/PayloadCheck.h"
#include "gateway/CentreSql.h"
#include "unit/forms/FormTables.h"

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;
using ekatra::test::PaperDraft;

namespace {

// "field_required /fir_ref/fir_no", one a fault.
std::vector<std::string> faults(const QString& kind, const QJsonObject& payload)
{
    static const Problems problems = Problems::load();
    std::vector<std::string> out;
    for (const QJsonValue& fault : payloadErrors(kind, payload, {}, problems)) {
        BOOST_TEST((fault["detail"_L1]["hi"_L1] != fault["detail"_L1]["en"_L1]));
        out.push_back((fault["code"_L1].toString() + u' ' + fault["pointer"_L1].toString()).toStdString());
    }
    return out;
}

std::vector<std::string> faultsOf(const char* kind, const char* field, const QJsonValue& value)
{
    PaperDraft paper(kind);
    if (value.isUndefined())
        paper.payload.remove(QLatin1StringView(field));
    else
        paper.set(field, value);
    return faults(QLatin1StringView(kind), paper.payload);
}

std::string only(const std::vector<std::string>& faults)
{
    return faults.size() == 1 ? faults.front() : std::to_string(faults.size()) + " faults";
}

const QJsonValue missing(QJsonValue::Undefined);

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_payload_check)

BOOST_AUTO_TEST_CASE(the_examples_of_all_forms_may_be_stored)
{
    for (const char* kind : {"fir", "arrest", "final_report"})
        BOOST_TEST(faults(QLatin1StringView(kind), PaperDraft(kind).payload).empty(), kind);
}

BOOST_AUTO_TEST_CASE(an_arrest_names_its_fir_the_person_the_day_and_the_law)
{
    BOOST_TEST(only(faultsOf("arrest", "fir_ref", missing)) == "field_required /fir_ref");
    BOOST_TEST(only(faultsOf("arrest", "fir_ref", QJsonObject{{u"ps_code"_s, u"13020004"_s}, {u"fir_year"_s, 2026}}))
               == "field_required /fir_ref/fir_no");
    BOOST_TEST(only(faultsOf("arrest", "fir_ref",
                             QJsonObject{{u"ps_code"_s, u"1302"_s}, {u"fir_year"_s, 2026}, {u"fir_no"_s, 1}}))
               == "field_station /fir_ref/ps_code");
    BOOST_TEST(only(faultsOf("arrest", "name", u" "_s)) == "field_required /name");
    BOOST_TEST(only(faultsOf("arrest", "arrest_at", missing)) == "field_required /arrest_at");
    BOOST_TEST(only(faultsOf("arrest", "arrest_at", u"2026-02-31T10:00:00+05:30"_s)) == "field_day /arrest_at");
    BOOST_TEST(only(faultsOf("arrest", "laws", missing)) == "field_laws /laws");
}

BOOST_AUTO_TEST_CASE(a_final_report_says_its_type_and_whom_it_charges)
{
    BOOST_TEST(only(faultsOf("final_report", "fr_type", missing)) == "field_required /fr_type");
    BOOST_TEST(only(faultsOf("final_report", "fr_year", u"2026"_s)) == "field_year /fr_year");
    BOOST_TEST(only(faultsOf("final_report", "fr_no", 0)) == "field_number /fr_no");
    BOOST_TEST(only(faultsOf("final_report", "fr_date", missing)) == "field_required /fr_date");
    BOOST_TEST(only(faultsOf("final_report", "accused", missing)) == "field_accused /accused");
    BOOST_TEST(only(faultsOf("final_report", "accused", QJsonArray{QJsonObject{}}))
               == "field_required /accused/0/name");
    PaperDraft closed("final_report");
    closed.set("fr_type", u"UNT"_s);
    closed.payload.remove(u"accused"_s);
    BOOST_TEST(faults(u"final_report"_s, closed.payload).empty());
}

BOOST_AUTO_TEST_CASE(firs_and_final_reports_have_numbers_of_their_own_and_arrests_have_none)
{
    PaperDraft report("final_report");
    BOOST_TEST(!recordNumber(u"final_report"_s, report.payload)); // not given yet
    report.set("fr_no", 12);
    const auto number = recordNumber(u"final_report"_s, report.payload);
    BOOST_TEST_REQUIRE(number.has_value());
    BOOST_TEST((number->psCode == u"13020004" && number->year == 2026 && number->serial == 12));
    PaperDraft fir("fir");
    fir.set("fir_no", 45);
    BOOST_TEST(recordNumber(u"fir"_s, fir.payload).value_or(RecordNumber{}).serial == 45);
    BOOST_TEST(!recordNumber(u"arrest"_s, PaperDraft("arrest").payload));
}

BOOST_AUTO_TEST_SUITE_END()
