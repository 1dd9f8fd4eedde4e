#include "unit/forms/RuleCases.h"

using namespace ekatra::test;

namespace {

// The example: 23.11.2026 20:00 to 22:30, told on the 24th at 09:50, registered at 10:20.
const std::vector<RuleCase> cases{
    {"R1.occurrence_order", "/occ_to_date", R"j({"occ_to_date": "2026-11-22"})j", R"j({"occ_to_date": "2026-11-23"})j"},
    {"R1.received_before_occurrence", "/info_received_at", R"j({"info_received_at": "2026-11-23T22:00:00+05:30"})j",
     R"j({"info_received_at": "2026-11-23T22:40:00+05:30"})j"},
    {"R1.clock_slip", "/info_received_at", R"j({"info_received_at": "2026-11-23T22:27:00+05:30"})j",
     R"j({"info_received_at": "2026-11-23T22:31:00+05:30"})j"},
    {"R1.fir_before_information", "/fir_at", R"j({"fir_at": "2026-11-24T09:40:00+05:30"})j",
     R"j({"fir_at": "2026-11-24T09:50:00+05:30"})j"},
    {"R2.delay_reason", "/delay_reason", R"j({"occ_from_date": "2026-11-21", "occ_to_date": "2026-11-21"})j",
     R"j({"occ_from_date": "2026-11-21", "occ_to_date": "2026-11-21", "delay_reason": "बाहर गया था"})j"},
    {"R3.police_delay", "/fir_at", R"j({"info_received_at": "2026-11-23T09:00:00+05:30"})j",
     R"j({"info_received_at": "2026-11-23T09:00:00+05:30", "fir_kind": "S175_3"})j"},
    {"R4.diary_before_information", "/gd_at", R"j({"gd_at": "2026-11-24T09:30:00+05:30"})j",
     R"j({"gd_at": "2026-11-24T09:50:00+05:30"})j"},
    {"R4.diary_after_fir", "/gd_at", R"j({"gd_at": "2026-11-25T10:30:00+05:30"})j",
     R"j({"gd_at": "2026-11-24T23:00:00+05:30"})j"},
    {"R5.not_in_force", "/laws/0/section", R"j({"laws": [{"act": "IPC", "section": "379"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "303(2)"}]})j"},
    {"R5.bns_106_2", "/laws/0/section", R"j({"laws": [{"act": "BNS", "section": "106(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "106(1)"}]})j"},
    {"R6.far_away", "/place_distance", R"j({"place_distance": 61})j", R"j({"place_distance": 60})j"},
    {"R7.outside_ps_regular", "/outside_ps", R"j({"outside_ps": "थाना शहर हिसार"})j",
     R"j({"outside_ps": "थाना शहर हिसार", "fir_kind": "ZERO"})j"},
    {"R7.transfer_is_zero", "/fir_kind", R"j({"action": "4"})j", R"j({"action": "4", "fir_kind": "ZERO"})j"},
    {"R8.nobody_accused", "/accused_unknown_count", R"j({"accused": [], "accused_unknown_count": 0})j",
     R"j({"accused": [], "accused_unknown_count": 1})j"},
    {"R9.dacoity", "/accused_unknown_count", R"j({"laws": [{"act": "BNS", "section": "310(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "310(2)"}], "accused_unknown_count": 4})j"},
    {"R9.gang_rape", "/accused_unknown_count",
     R"j({"laws": [{"act": "BNS", "section": "70(1)"}], "accused_unknown_count": 0})j",
     R"j({"laws": [{"act": "BNS", "section": "70(1)"}], "accused_unknown_count": 1})j"},
    {"R9.unlawful_assembly", "/accused_unknown_count", R"j({"laws": [{"act": "BNS", "section": "191(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "191(2)"}], "accused_unknown_count": 4})j"},
    {"R9.common_intention", "/accused_unknown_count", R"j({"accused_unknown_count": 0})j",
     R"j({"accused_unknown_count": 1})j"},
    {"R10.child_accused", "/accused/0/name", R"j({"accused": {"0": {"age_years": 17}}})j",
     R"j({"accused": {"0": {"age_years": 18}}})j"},
    {"R11.pocso_missing", "/laws", R"j({"laws": [{"act": "BNS", "section": "74"}], "victims": [{"age_years": 15}]})j",
     R"j({"laws": [{"act": "BNS", "section": "74"}, {"act": "POCSO", "section": "8"}], "victims": [{"age_years": 15}]})j"},
    {"R11.not_masked", "/identity_masked", R"j({"laws": [{"act": "POCSO", "section": "8"}]})j",
     R"j({"laws": [{"act": "POCSO", "section": "8"}], "identity_masked": true})j"},
    {"R12.woman_victim", "/woman_officer",
     R"j({"laws": [{"act": "BNS", "section": "74"}], "victims": [{"name": "मिसाल देवी", "sex": "F"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "74"}], "victims": [{"name": "मिसाल", "sex": "M"}]})j"},
    {"R12.special_recording", "/special_recording",
     R"j({"laws": [{"act": "BNS", "section": "64(1)"}], "victims": [{"disability": "मूक"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "64(1)"}], "victims": [{"disability": "मूक"}], "special_recording": "घर पर, दुभाषिए सहित"})j"},
    {"R13.victim_category", "/victims", R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}]})j",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "victims": {"0": {"social_category": "SC"}}})j"},
    {"R13.accused_category", "/accused/0/social_category",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "accused": {"0": {"social_category": "SC"}}})j",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "accused": {"0": {"social_category": "GEN"}}})j"},
    {"R13.io_rank", "/io/rank", R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}]})j",
     R"j({"laws": [{"act": "SCST", "section": "3(1)(r)"}], "io": {"rank": "DSP"}})j"},
    {"R14.vehicle_numbers", "/properties/0/reg_no",
     R"j({"properties": [{"category": "VEH", "type": "कार", "status": "STO"}]})j",
     R"j({"properties": [{"category": "VEH", "type": "कार", "status": "STO", "engine_no": "K12M1234567"}]})j"},
    {"R14.phone_imei", "/properties/0/imei", R"j({"properties": {"0": {"imei": null}}})j", R"j({"properties": []})j"},
    {"R15.total", "/property_total", R"j({"property_total": 1})j", "{}"},
    {"R16.property_missing", "/properties", R"j({"properties": [], "property_total": null})j",
     R"j({"properties": [], "property_total": null, "laws": [{"act": "BNS", "section": "351(2)"}], "crime_head": "E04"})j"},
    {"R16.death_without_inquest", "/uidb_refs", R"j({"laws": [{"act": "BNS", "section": "103(1)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "103(1)"}], "uidb_refs": ["12/2026"]})j"},
    {"R16.no_deceased", "/victims", R"j({"crime_head": "A01"})j",
     R"j({"crime_head": "A01", "victims": {"0": {"dead": true}}})j"},
    {"R17.io_serious", "/io/rank", R"j({"crime_head": "A01"})j", R"j({"crime_head": "A01", "io": {"rank": "SI"}})j"},
    {"R17.io_it_act", "/io/rank", R"j({"laws": [{"act": "ITACT", "section": "66D"}]})j",
     R"j({"laws": [{"act": "ITACT", "section": "66D"}], "io": {"rank": "INSP"}})j"},
    {"R17.io_rank", "/io/rank", R"j({"io": {"rank": "CT"}})j", R"j({"io": {"rank": "HC"}})j"},
    {"R17.io_dowry_death", "/io/rank", R"j({"laws": [{"act": "BNS", "section": "80(2)"}]})j",
     R"j({"laws": [{"act": "BNS", "section": "80(2)"}], "io": {"rank": "DSP"}})j"},
    {"R17.io_ndps", "/io/rank", R"j({"laws": [{"act": "NDPS", "section": "21"}], "io": {"rank": "CT"}})j",
     R"j({"laws": [{"act": "NDPS", "section": "21"}]})j"},
    {"R23.preliminary_enquiry", "/fir_at",
     R"j({"laws": [{"act": "BNS", "section": "303(2)"}], "info_received_at": "2026-11-23T09:00:00+05:30"})j",
     R"j({"laws": [{"act": "BNS", "section": "103(1)"}], "info_received_at": "2026-11-23T09:00:00+05:30"})j"},
    {"fir.why_unknown", "/contents",
     R"j({"occ_unknown": true, "contents": "घर का सामान चोरी हो गया, कानूनी कार्रवाई की जाए।"})j",
     R"j({"occ_unknown": true, "contents": "घर बंद था, चोरी का समय मालूम नहीं हो सका।"})j"},
    {"fir.dead_before_born", "/victims/0/died_on",
     R"j({"victims": {"0": {"dob": "1985-02-01", "died_on": "1984-02-01"}}})j",
     R"j({"victims": {"0": {"dob": "1985-02-01", "died_on": "2026-11-23"}}})j"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(forms_fir_rules)

BOOST_AUTO_TEST_CASE(each_rule_speaks_of_what_breaks_it_and_of_nothing_else)
{
    tryRules("fir", cases);
}

BOOST_AUTO_TEST_CASE(no_numbered_rule_of_the_fir_is_left_untried)
{
    hasAllRules("fir", cases, [](const std::string& code) { return code.front() == 'R'; });
}

BOOST_AUTO_TEST_SUITE_END()
