#include "unit/forms/RuleCases.h"

using namespace ekatra::test;

namespace {

// The example: a theft registered on 24.11.2026 at 10:20, arrest at 18:00, produced at 20:30; it is the 25th, 10:00.
const std::vector<RuleCase> cases{
    {"R10.child", "/arrest_kind", R"j({"age_years": 17})j", R"j({"age_years": 17, "arrest_kind": "JCL_APPR"})j"},
    {"R10.child_of_age", "/arrest_kind", R"j({"arrest_kind": "JCL_APPR"})j",
     R"j({"age_years": 17, "arrest_kind": "JCL_APPR"})j"},
    {"R10.child_handcuffed", "/handcuffs", R"j({"age_years": 17, "handcuffs": true})j",
     R"j({"age_years": 18, "handcuffs": true})j"},
    {"R17.io_rank", "/io/rank", R"j({"io": {"rank": "SPO"}})j", R"j({"io": {"rank": "HC"}})j"},
    {"R18.arrest_before_fir", "/arrest_at", R"j({"arrest_at": "2026-11-24T10:00:00+05:30"})j",
     R"j({"arrest_at": "2026-11-24T10:20:00+05:30"})j"},
    {"R18.diary_before_arrest", "/arrest_gd_at", R"j({"arrest_gd_at": "2026-11-24T17:59:00+05:30"})j",
     R"j({"arrest_gd_at": "2026-11-24T18:00:00+05:30"})j"},
    {"R18.not_of_fir", "/laws/1/section",
     R"j({"laws": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "303"}]})j"},
    {"R18.not_of_arrest", "/grounds_sections/0/section",
     R"j({"grounds_sections": [{"act": "IPC", "section": "303"}]})j",
     R"j({"grounds_sections": [{"act": "BNS", "section": "3(5)"}]})j"},
    {"R18.accused_code", "/accused_code", R"j({"accused_code": null})j", R"j({"accused_code": "B1"})j"},
    {"R19.produced_late", "/produced_at",
     R"j({"arrest_at": "2026-11-23T18:00:00+05:30", "produced_at": "2026-11-24T18:10:00+05:30"})j",
     R"j({"arrest_at": "2026-11-23T18:00:00+05:30", "produced_at": "2026-11-24T18:10:00+05:30", "journey_hours": 1})j"},
    {"R19.not_produced", "/produced_at", R"j({"arrest_at": "2026-11-24T09:00:00+05:30", "produced_at": null})j",
     R"j({"arrest_at": "2026-11-24T10:30:00+05:30", "produced_at": null})j"},
    {"R19.produced_before_arrest", "/produced_at", R"j({"produced_at": "2026-11-24T17:00:00+05:30"})j",
     R"j({"produced_at": "2026-11-24T18:00:00+05:30"})j"},
    {"R20.fifteen_days", "/custody",
     R"j({"custody": [{"kind": "PC", "from": "2026-11-24", "days": 9}, {"kind": "PC", "from": "2026-11-24", "days": 7}]})j",
     R"j({"custody": [{"kind": "PC", "from": "2026-11-24", "days": 15}, {"kind": "JC", "from": "2026-11-24", "days": 14}]})j"},
    {"R20.window", "/custody",
     R"j({"arrest_at": "2026-08-01T10:00:00+05:30", "produced_at": "2026-08-01T16:00:00+05:30", "custody": [{"kind": "PC", "from": "2026-10-02", "days": 1}]})j",
     R"j({"arrest_at": "2026-08-01T10:00:00+05:30", "produced_at": "2026-08-01T16:00:00+05:30", "custody": [{"kind": "PC", "from": "2026-09-30", "days": 1}]})j"},
    {"R20.before_arrest", "/custody/0/from", R"j({"custody": [{"kind": "PC", "from": "2026-11-23", "days": 1}]})j",
     R"j({"custody": [{"kind": "PC", "from": "2026-11-24", "days": 1}]})j"},
    {"R21.designated_officer", "/intimation/officer_informed", R"j({"intimation": {"officer_informed": false}})j",
     R"j({"intimation": {"officer_informed": true}})j"},
    {"R21.informed_before_arrest", "/intimation/informed_at",
     R"j({"intimation": {"informed_at": "2026-11-24T17:00:00+05:30"}})j",
     R"j({"intimation": {"informed_at": "2026-11-24T18:00:00+05:30"}})j"},
    {"R21.informed_late", "/intimation/informed_at",
     R"j({"intimation": {"informed_at": "2026-11-25T06:01:00+05:30"}})j",
     R"j({"intimation": {"informed_at": "2026-11-25T06:00:00+05:30"}})j"},
    {"R21.not_examined", "/mlc_ref", R"j({"mlc_ref": null})j", "{}"},
    {"R21.examined_late", "/mlc_at", R"j({"arrest_at": "2026-11-23T18:00:00+05:30"})j", "{}"},
    {"R21.examined_before_arrest", "/mlc_at", R"j({"mlc_at": "2026-11-24T17:00:00+05:30"})j", "{}"},
    {"R21.grounds_not_told", "/grounds_told", R"j({"grounds_told": false})j", R"j({"grounds_told": true})j"},
    {"R21.grounds_not_given", "/grounds_given_at", R"j({"grounds_given_at": null})j", "{}"},
    {"R21.grounds_after_production", "/grounds_given_at", R"j({"grounds_given_at": "2026-11-24T20:31:00+05:30"})j",
     "{}"},
    {"R22.woman_at_night", "/woman_night_order", R"j({"sex": "F", "arrest_at": "2026-11-24T23:00:00+05:30"})j",
     R"j({"sex": "F", "arrest_at": "2026-11-24T23:00:00+05:30", "woman_night_order": "JMIC सिरसा, 24.11.2026"})j"},
    {"R22.woman_at_night", "/woman_night_order", R"j({"sex": "F", "arrest_at": "2026-11-25T04:00:00+05:30"})j",
     R"j({"sex": "F", "arrest_at": "2026-11-24T12:00:00+05:30"})j"},
    {"R22.woman_at_dusk", "/woman_night_order", R"j({"sex": "F"})j",
     R"j({"sex": "F", "arrest_at": "2026-11-24T16:00:00+05:30"})j"},
    {"R22.no_woman_officer", "/woman_officer", R"j({"sex": "F"})j",
     R"j({"sex": "F", "woman_officer": {"name": "नमूना", "rank": "LCT"}})j"},
    {"R22.searched_by_man", "/searched_by_woman", R"j({"sex": "F", "searched_by_woman": false})j",
     R"j({"sex": "F", "searched_by_woman": true})j"},
    {"R23.no_reasons", "/arrest_reasons", R"j({"arrest_reasons": []})j",
     R"j({"arrest_reasons": [], "laws": [{"act": "BNS", "section": "103(1)"}]})j"},
    {"R23.dsp_permission", "/dsp_permission", R"j({"age_years": 61, "laws": [{"act": "BNS", "section": "115(2)"}]})j",
     R"j({"age_years": 61, "laws": [{"act": "BNS", "section": "115(2)"}], "dsp_permission": {"officer": "नमूना, DSP", "given_at": "2026-11-24T12:00:00+05:30"}})j"},
    {"R23.dsp_permission", "/dsp_permission", R"j({"infirm": true, "laws": [{"act": "BNS", "section": "115(2)"}]})j",
     R"j({"infirm": true, "laws": [{"act": "BNS", "section": "109(1)"}]})j"},
    {"R25.malkhana", "/search_items/0/malkhana_no", R"j({"search_items": {"0": {"value": 2000000}}})j",
     R"j({"search_items": {"0": {"value": 2000000, "malkhana_no": "14/19"}}})j"},
    {"arrest.custody_after_arrest", "/custody_at", R"j({"custody_at": "2026-11-24T19:00:00+05:30"})j",
     R"j({"custody_at": "2026-11-24T17:00:00+05:30"})j"},
    {"arrest.other_station", "/fir_ref", R"j({"fir_ref": {"ps_code": "13017001"}})j", "{}"},
    {"arrest.handcuffs", "/handcuffs", R"j({"handcuffs": true})j", R"j({"handcuffs": true, "risk_habitual": true})j"},
    {"arrest.handcuffs", "/handcuffs", R"j({"handcuffs": true})j",
     R"j({"handcuffs": true, "laws": [{"act": "NDPS", "section": "21(c)"}]})j"},
    {"arrest.foreigner", "/embassy_informed", R"j({"nationality": "NP"})j",
     R"j({"nationality": "NP", "embassy_informed": "FRRO 12/2026"})j"},
    {"arrest.nothing_and_something", "/search_nil", R"j({"search_nil": true})j",
     R"j({"search_nil": true, "search_items": []})j"},
    {"arrest.record_and_nil", "/prior_nil", R"j({"prior_record": [{"fir": "12/2020"}]})j",
     R"j({"prior_nil": false, "prior_record": [{"fir": "12/2020"}]})j"},
    {"arrest.age_over_120", "/name", R"j({"age_years": null, "birth_year": 1903})j", R"j({"birth_year": 1990})j"},
    {"person.name_unknown", "/name", R"j({"name": "अज्ञात"})j", R"j({"name": "अज्ञातराम"})j"},
    {"person.name_digits", "/name", R"j({"name": "मिसाल 2"})j", R"j({"name": "मिसाल"})j"},
    {"person.birth_in_future", "/dob", R"j({"dob": "2027-01-01"})j", R"j({"dob": "1999-01-01"})j"},
    {"person.birth_year_in_future", "/birth_year", R"j({"birth_year": 2090})j", R"j({"birth_year": 1999})j"},
    {"person.birth_year_unlike_dob", "/birth_year", R"j({"dob": "1999-01-01", "birth_year": 1998})j",
     R"j({"dob": "1999-01-01", "birth_year": 1999})j"},
    {"person.passport_of_foreigner", "/passport", R"j({"nationality": "NP"})j",
     R"j({"nationality": "NP", "passport": "N1234567"})j"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(forms_arrest_rules)

BOOST_AUTO_TEST_CASE(each_rule_speaks_of_what_breaks_it_and_of_nothing_else)
{
    tryRules("arrest", cases);
}

BOOST_AUTO_TEST_CASE(no_rule_of_the_arrest_is_left_untried)
{
    hasAllRules("arrest", cases, [](const std::string& code) {
        return code.starts_with("arrest.") || (code.front() == 'R' && !code.starts_with("R14."));
    });
}

BOOST_AUTO_TEST_CASE(the_printed_form_asks_for_two_witnesses)
{
    PaperDraft arrest("arrest");
    arrest.payload = patched(arrest.payload, edit(R"j({"witnesses": [{"name": "गवाह लाल"}]})j")).toObject();
    BOOST_TEST(arrest.tells("error form.too_few_rows /witnesses"));
}

BOOST_AUTO_TEST_CASE(what_the_kind_of_arrest_calls_for_is_wanted)
{
    const auto wants = [](const char* change, const char* field) {
        PaperDraft arrest("arrest");
        arrest.payload = patched(arrest.payload, edit(change)).toObject();
        return arrest.tells(std::string("error form.required /") + field);
    };
    BOOST_TEST(wants(R"j({"arrest_kind": "SUR_JC"})j", "court"));
    BOOST_TEST(!wants("{}", "court"));
    BOOST_TEST(wants(R"j({"sex": "F"})j", "searched_by_woman"));
    BOOST_TEST(wants(R"j({"handcuffs": true})j", "handcuff_reason"));
    BOOST_TEST(wants(R"j({"fp_taken": false})j", "fp_reason"));
    BOOST_TEST(wants(R"j({"risk_known": true})j", "risk_reference"));
    BOOST_TEST(wants(R"j({"search_items": []})j", "search_items"));
    BOOST_TEST(!wants(R"j({"search_items": [], "search_nil": true})j", "search_items"));
    BOOST_TEST(wants(R"j({"intimation": null})j", "intimation"));
}

BOOST_AUTO_TEST_SUITE_END()
