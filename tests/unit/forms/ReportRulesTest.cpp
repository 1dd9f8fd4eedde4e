#include "unit/forms/RuleCases.h"

using namespace ekatra::test;

namespace {

// The example: a theft registered on 24.11.2026, one accused arrested that day, charge sheet of the 25th.
const std::vector<RuleCase> cases{
    {"R10.child_charged", "/accused/0/name", R"j({"accused": {"0": {"age_years": 16}}})j",
     R"j({"accused": {"0": {"age_years": 16}}, "fr_type": "JCL"})j"},
    {"R13.victim_and_io", "/io/rank", R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}]})j",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "io": {"rank": "DSP"}})j"},
    {"R13.sixty_days", "/fr_date",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "fir_at": "2026-09-25T10:00:00+05:30"})j",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "fir_at": "2026-09-26T10:00:00+05:30"})j"},
    {"R15.recovered_above_value", "/properties/0/recovered_value",
     R"j({"properties": {"0": {"recovered_value": 1450001}}})j", R"j({"properties": {"0": {"recovered_value": 10}}})j"},
    {"R17.io_rank", "/io/rank", R"j({"io": {"rank": "CT"}})j", R"j({"io": {"rank": "HC"}})j"},
    {"R20.default_bail", "/accused/0/arrest_date", R"j({"accused": {"0": {"arrest_date": "2026-08-26"}}})j",
     R"j({"accused": {"0": {"arrest_date": "2026-08-27"}}})j"},
    {"R25.malkhana", "/properties/0/malkhana_no", R"j({"properties": {"0": {"malkhana_no": null}}})j",
     R"j({"properties": {"0": {"malkhana_no": null, "disposal": "SUPER"}}})j"},
    {"R27.before_fir", "/fr_date", R"j({"fr_date": "2026-11-23"})j", R"j({"fr_date": "2026-11-24"})j"},
    {"R27.charged_in_closure", "/accused", R"j({"fr_type": "UNT"})j", R"j({"fr_type": "UNT", "accused": []})j"},
    {"R27.subtype", "/fr_subtype", R"j({"fr_subtype": "MF"})j", R"j({"fr_subtype": "MF", "fr_type": "UNOCC"})j"},
    {"R27.original_named", "/original_no", R"j({"original_no": "3/2025"})j",
     R"j({"original_no": "3/2025", "fr_kind": "SUPP"})j"},
    {"R27.both_lists", "/accused_not_cs/0/name",
     R"j({"accused_not_cs": [{"name": "मिसाल सिंह", "relative_name": "उदाहरण सिंह", "reason": "बेगुनाह"}]})j",
     R"j({"accused_not_cs": [{"name": "मिसाल सिंह", "relative_name": "नमूना सिंह", "reason": "बेगुनाह"}]})j"},
    {"R27.not_of_fir", "/laws/0/section", R"j({"laws": [{"act": "BNS", "section": "317(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "317(2)"}], "fir_laws": []})j"},
    {"R27.property", "/properties", R"j({"properties": []})j",
     R"j({"properties": [], "property_left_out": "कुछ बरामद नहीं हुआ"})j"},
    {"R27.eye_witness", "/witnesses",
     R"j({"witnesses": {"0": {"evidence_type": "FORMAL"}, "1": {"evidence_type": "IO"}}})j",
     R"j({"witnesses": {"0": {"evidence_type": "FORMAL"}}})j"},
    {"R27.no_statement", "/witnesses/1/statement_recorded", R"j({"witnesses": {"1": {"statement_recorded": false}}})j",
     "{}"},
    {"R27.arrest_after_report", "/accused/0/arrest_date",
     R"j({"fr_date": "2026-11-24", "accused": {"0": {"arrest_date": "2026-11-25"}}})j",
     R"j({"accused": {"0": {"arrest_date": "2026-11-25"}}})j"},
    {"R27.arrest_before_fir", "/accused/0/arrest_date", R"j({"accused": {"0": {"arrest_date": "2026-11-23"}}})j",
     R"j({"accused": {"0": {"arrest_date": "2026-11-24"}}})j"},
    {"R27.bail_before_arrest", "/accused/0/bail_date", R"j({"accused": {"0": {"bail_date": "2026-11-23"}}})j",
     R"j({"accused": {"0": {"bail_date": "2026-11-24"}}})j"},
    {"R27.forwarded_before_arrest", "/accused/0/forwarded_date",
     R"j({"accused": {"0": {"forwarded_date": "2026-11-23"}}})j", "{}"},
    {"R27.convictions_and_nil", "/accused/0/convictions_nil",
     R"j({"accused": {"0": {"convictions": [{"fir": "12/2020"}]}}})j",
     R"j({"accused": {"0": {"convictions": [{"fir": "12/2020"}], "convictions_nil": false}}})j"},
    {"R27.arrested_status", "/accused/0/accused_status", R"j({"accused": {"0": {"accused_status": "NA"}}})j",
     R"j({"accused": {"0": {"accused_status": "NA", "arrest_date": null}}})j"},
    {"R28.fsl_visit", "/fsl_visit", R"j({"laws": [{"act": "BNS", "section": "103(1)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "103(1)"}], "fsl_visit": "SOC सिरसा 12, 24.11.2026"})j"},
    {"R29.not_obtained", "/sanction/obtained", R"j({"sanction": {"needed": true, "obtained": false}})j",
     R"j({"sanction": {"needed": false}})j"},
    {"R32.no_cnr", "/cnr", R"j({"fr_date": "2026-11-24", "dispatched_at": "2026-11-17T09:00:00+05:30"})j",
     R"j({"dispatched_at": "2026-11-25T09:00:00+05:30"})j"},
    {"fr.complaint_by_court", "/laws", R"j({"laws": [{"act": "BNS", "section": "223"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "224"}]})j"},
    {"fr.no_certificate", "/documents/0/certificate",
     R"j({"documents": {"0": {"electronic": true, "certificate": false}}})j",
     R"j({"documents": {"0": {"electronic": true, "certificate": true}}})j"},
    {"fr.no_notice", "/notice_given", R"j({"fr_type": "UND", "notice_given": false})j",
     R"j({"fr_type": "UND", "notice_given": true})j"},
    {"fr.not_cleared", "/scrutiny/cleared", R"j({"scrutiny": {"officer": "नमूना", "cleared": false}})j",
     R"j({"scrutiny": {"officer": "नमूना", "cleared": true}})j"},
    {"fr.other_station", "/fir_ref", R"j({"fir_ref": {"ps_code": "13017001"}})j", "{}"},
    {"fr.page_order", "/enclosures/0/to_page", R"j({"enclosures": {"0": {"from_page": 4}}})j",
     R"j({"enclosures": {"0": {"from_page": 3}}})j"},
    {"fr.progress", "/progress_informed_on",
     R"j({"fir_at": "2026-08-01T10:00:00+05:30", "progress_informed_on": null})j",
     R"j({"fir_at": "2026-08-01T10:00:00+05:30", "progress_informed_on": "2026-10-20"})j"},
    {"fr.result_awaited", "/lab_results/0/awaited", R"j({"lab_results": [{"memo_no": "12", "awaited": true}]})j",
     R"j({"lab_results": [{"memo_no": "12", "awaited": false}]})j"},
    {"fr.sent_before_report", "/dispatched_at", R"j({"dispatched_at": "2026-11-24T23:00:00+05:30"})j",
     R"j({"dispatched_at": "2026-11-25T00:00:00+05:30"})j"},
    {"fr.sho_rank", "/sho/rank", R"j({"sho": {"rank": "CT"}})j", R"j({"sho": {"rank": "HC"}})j"},
    {"fr.supp_leave", "/court_leave", R"j({"fr_kind": "SUPP", "fir_at": "2025-11-01T10:00:00+05:30"})j",
     R"j({"fr_kind": "SUPP", "fir_at": "2025-11-01T10:00:00+05:30", "court_leave": "12.11.2026"})j"},
    {"fr.two_months", "/fr_date",
     R"j({"laws": [{"act": "BNS", "section": "64(1)"}], "fir_at": "2026-09-01T10:00:00+05:30"})j",
     R"j({"fir_at": "2026-09-01T10:00:00+05:30"})j"},
    {"fr.woman_mlr", "/woman_mlr", R"j({"woman_mlr": false})j", R"j({"woman_mlr": true})j"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(forms_report_rules)

BOOST_AUTO_TEST_CASE(each_rule_speaks_of_what_breaks_it_and_of_nothing_else)
{
    tryRules("final_report", cases);
}

BOOST_AUTO_TEST_CASE(no_rule_of_the_report_is_left_untried)
{
    hasAllRules("final_report", cases, [](const std::string& code) {
        return code.starts_with("fr.") || (code.front() == 'R' && !code.starts_with("R14."));
    });
}

BOOST_AUTO_TEST_CASE(the_type_of_the_report_calls_for_its_own_items)
{
    const auto wants = [](const char* change, const char* field) {
        PaperDraft report("final_report");
        report.payload = patched(report.payload, edit(change)).toObject();
        return report.tells(std::string("error form.required /") + field);
    };
    BOOST_TEST(wants(R"j({"accused": []})j", "accused"));
    BOOST_TEST(!wants(R"j({"accused": [], "fr_type": "UNT"})j", "accused"));
    BOOST_TEST(wants(R"j({"fr_type": "UNOCC"})j", "fr_subtype"));
    BOOST_TEST(wants(R"j({"fr_type": "UNOCC", "fr_subtype": "FALSE"})j", "false_action"));
    BOOST_TEST(wants(R"j({"fr_type": "UNT"})j", "notice_given"));
    BOOST_TEST(wants(R"j({"fr_kind": "SUPP"})j", "original_no"));
    BOOST_TEST(wants(R"j({"laws": [{"act": "BNS", "section": "64(1)"}]})j", "woman_mlr"));
    BOOST_TEST(wants(R"j({"laws": [{"act": "UAPA", "section": "16"}]})j", "sanction"));
    BOOST_TEST(wants(R"j({"laws": [{"act": "BNS", "section": "303(2)"}]})j", "dropped_reason"));
    BOOST_TEST(!wants("{}", "dropped_reason"));
    BOOST_TEST(
        wants(R"j({"objects": [{"category": "ELEC", "type": "DVR", "status": "SEI"}]})j", "objects/0/custody_chain"));
    BOOST_TEST(wants(R"j({"accused": {"0": {"accused_status": "BAIL_C"}}})j", "accused/0/bail_date"));
    BOOST_TEST(wants(R"j({"accused_not_cs": [{"name": "नमूना"}]})j", "accused_not_cs/0/reason"));
}

BOOST_AUTO_TEST_SUITE_END()
