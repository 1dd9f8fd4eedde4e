#include "unit/forms/FormTables.h"

using namespace ekatra;
using ekatra::test::FirDraft;
using ekatra::test::FormTables;

namespace {

QJsonArray oneRow(const QJsonObject& row)
{
    return {row};
}

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

BOOST_AUTO_TEST_SUITE(forms_form_checker)

BOOST_AUTO_TEST_CASE(an_empty_form_names_every_field_that_is_wanted)
{
    FirDraft fir;
    fir.payload = {};
    for (const char* field : {"ps_code", "fir_at", "fir_kind", "laws", "crime_head", "occ_from_date",
                              "info_received_at", "gd_no", "gd_at", "info_type", "place", "place_type", "informant",
                              "contents", "action", "read_over", "copy_given_at", "informant_sign", "sho"})
        BOOST_TEST(fir.tells(std::string("error form.required /") + field), field);
    BOOST_TEST(fir.tells("error R8.nobody_accused /accused_unknown_count"));
}

BOOST_AUTO_TEST_CASE(a_draft_may_be_saved_with_anything_missing)
{
    FirDraft fir;
    fir.payload = {};
    fir.context.mode = forms::CheckMode::Draft;
    BOOST_TEST(!forms::hasErrors(fir.findings()));
    BOOST_TEST(fir.tells("hint form.required /contents"));
}

BOOST_AUTO_TEST_CASE(findings_come_in_the_order_of_the_paper)
{
    FirDraft fir;
    fir.payload.remove(QStringLiteral("contents"));
    fir.payload.remove(QStringLiteral("fir_kind"));
    const auto told = fir.told();
    BOOST_TEST_REQUIRE(told.size() == 2u);
    BOOST_TEST(told[0] == "error form.required /fir_kind");
    BOOST_TEST(told[1] == "error form.required /contents");
}

BOOST_AUTO_TEST_CASE(every_finding_speaks_both_languages)
{
    FirDraft fir;
    fir.payload = {{QStringLiteral("fir_no"), QStringLiteral("x")}, {QStringLiteral("stray"), 1}};
    for (const forms::Finding& finding : fir.findings()) {
        BOOST_TEST(!finding.text.en.isEmpty(), finding.code.toStdString());
        BOOST_TEST((finding.text.hi != finding.text.en), finding.code.toStdString());
        BOOST_TEST(!finding.text.hi.contains(QLatin1Char('{')), finding.code.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(wrong_json_types_are_errors_even_in_pulled_records)
{
    FirDraft fir;
    fir.context.mode = forms::CheckMode::Pulled;
    fir.set("fir_no", QStringLiteral("45"));
    fir.set("laws", QJsonObject());
    fir.set("read_over", 1);
    fir.set("contents", QJsonArray());
    fir.set("property_total", 10.5);
    BOOST_TEST(fir.tells("error form.not_whole_number /fir_no"));
    BOOST_TEST(fir.tells("error form.not_list /laws"));
    BOOST_TEST(fir.tells("error form.not_yes_no /read_over"));
    BOOST_TEST(fir.tells("error form.not_text /contents"));
    BOOST_TEST(fir.tells("error form.not_whole_number /property_total"));
}

BOOST_AUTO_TEST_CASE(pulled_records_are_kept_so_all_else_is_a_warning)
{
    FirDraft fir;
    fir.context.mode = forms::CheckMode::Pulled;
    fir.charge("BNS", "999");
    fir.payload.remove(QStringLiteral("contents"));
    fir.setIn("informant", "mobile", QStringLiteral("12345"));
    fir.set("crime_head", QStringLiteral("Z99"));
    BOOST_TEST(!forms::hasErrors(fir.findings()));
    BOOST_TEST(fir.tells("warning law.no_section /laws/0/section"));
    BOOST_TEST(fir.tells("warning id.mobile /informant/mobile"));
    BOOST_TEST(fir.tells("warning form.unknown_code /crime_head"));
    BOOST_TEST(!fir.tells("warning form.required /contents"));
}

BOOST_AUTO_TEST_CASE(a_field_that_the_form_lacks_is_a_warning)
{
    FirDraft fir;
    fir.set("shoe_size", 9);
    fir.setIn("informant", "a/b", 1);
    BOOST_TEST(fir.tells("warning form.unknown_field /shoe_size"));
    BOOST_TEST(fir.tells("warning form.unknown_field /informant/a~1b"));
}

BOOST_AUTO_TEST_CASE(impossible_and_future_dates_are_refused)
{
    FirDraft fir;
    fir.set("occ_from_date", QStringLiteral("2024-02-31"));
    fir.set("occ_to_date", QStringLiteral("2027-01-01"));
    fir.set("occ_from_time", QStringLiteral("24:00"));
    fir.set("gd_at", QStringLiteral("2026-11-24T25:00:00+05:30"));
    BOOST_TEST(fir.tells("error form.impossible_date /occ_from_date"));
    BOOST_TEST(fir.tells("error form.future_date /occ_to_date"));
    BOOST_TEST(fir.tells("error form.impossible_time /occ_from_time"));
    BOOST_TEST(fir.tells("error form.impossible_datetime /gd_at"));
}

BOOST_AUTO_TEST_CASE(nobody_is_two_hundred_years_old)
{
    FirDraft fir;
    fir.setIn("informant", "age_years", 200);
    fir.setIn("informant", "birth_year", 1780);
    BOOST_TEST(fir.tells("error form.out_of_range /informant/age_years"));
    BOOST_TEST(fir.tells("error form.out_of_range /informant/birth_year"));
}

BOOST_AUTO_TEST_CASE(text_length_is_counted_in_letters_of_unicode)
{
    FirDraft fir;
    fir.set("beat_no", QString(20, QChar(0x0915)));
    BOOST_TEST(fir.told().empty());
    fir.set("beat_no", QString(21, QChar(0x0915)));
    BOOST_TEST(fir.tells("error form.too_long /beat_no"));
    fir.set("beat_no", text("𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇𑄇")); // 20 letters outside the first plane
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(control_and_direction_characters_are_refused)
{
    FirDraft fir;
    const QString word = QStringLiteral("abhyas");
    for (const char16_t hidden : {u'\x07', u'\x1b', u'\x7f', u'\u0085', u'\u202e', u'\u2067', u'\u2028'}) {
        fir.set("beat_no", word + QChar(hidden));
        BOOST_TEST(fir.tells("error form.control_character /beat_no"), static_cast<int>(hidden));
    }
    fir.set("beat_no", word + QChar(0xd800)); // half a pair
    BOOST_TEST(fir.tells("error form.control_character /beat_no"));
    fir.set("beat_no", text("क्‍ष")); // a joiner belongs to Hindi
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(nul_is_a_control_character_like_others)
{
    FirDraft fir;
    const QString nul(QChar(u'\0'));
    fir.set("contents", fir.payload.value(QLatin1StringView("contents")).toString() + nul);
    fir.setIn("informant", "name", text("नमूना") + nul);
    BOOST_TEST(fir.tells("error form.control_character /contents"));
    BOOST_TEST(fir.tells("error form.control_character /informant/name"));
    fir.complete(); // nor is it taken away in silence
    BOOST_TEST(fir.tells("error form.control_character /contents"));
}

BOOST_AUTO_TEST_CASE(a_birth_must_be_possible_on_the_day_of_the_fir)
{
    const auto born = [](const char* field, const QJsonValue& when) {
        FirDraft fir; // of 24.11.2026
        QJsonObject informant = fir.payload.value(QLatin1StringView("informant")).toObject();
        informant.remove(QStringLiteral("birth_year"));
        informant.insert(QLatin1StringView(field), when);
        fir.set("informant", informant);
        return fir;
    };
    BOOST_TEST(born("birth_year", 2090).tells("error person.birth_year_in_future /informant/birth_year"));
    BOOST_TEST(born("birth_year", 2090).told().size() == 1u);
    BOOST_TEST(born("birth_year", 1904).tells("error fir.age_over_120 /informant/birth_year"));
    BOOST_TEST(born("birth_year", 1905).told().empty()); // 120 until his birthday
    BOOST_TEST(born("birth_year", 2026).told().empty());
    BOOST_TEST(born("dob", text("1899-12-31")).tells("error person.born_before_1900 /informant/dob"));
    BOOST_TEST(born("dob", text("1905-11-24")).tells("error fir.dob_over_120 /informant/dob"));
    BOOST_TEST(born("dob", text("1905-11-25")).told().empty());
    BOOST_TEST(born("dob", text("2026-11-25")).tells("error fir.born_after /informant/name"));
    FirDraft both = born("dob", text("1985-03-01"));
    both.setIn("informant", "birth_year", 1984);
    BOOST_TEST(both.tells("warning person.birth_year_unlike_dob /informant/birth_year"));
    both.setIn("informant", "birth_year", 1985);
    BOOST_TEST(both.told().empty());
}

BOOST_AUTO_TEST_CASE(every_person_of_the_paper_is_asked_whether_the_age_can_be)
{
    FirDraft fir;
    for (const char* group : {"accused", "victims", "witnesses"}) {
        fir.set(group, oneRow({{QStringLiteral("name"), text("नमूना")}, {QStringLiteral("birth_year"), 1901}}));
        BOOST_TEST(fir.tells(std::string("error fir.age_over_120 /") + group + "/0/birth_year"), group);
    }
}

BOOST_AUTO_TEST_CASE(a_line_break_stands_only_in_long_texts)
{
    FirDraft fir;
    fir.set("beat_no", QStringLiteral("4\n5"));
    fir.set("contents",
            QString(fir.payload.value(QLatin1StringView("contents")).toString() + QStringLiteral("\n\nend")));
    const auto told = fir.told();
    BOOST_TEST_REQUIRE(told.size() == 1u);
    BOOST_TEST(told[0] == "error form.line_break /beat_no");
}

BOOST_AUTO_TEST_CASE(a_whole_aadhaar_number_in_free_text_is_refused)
{
    FirDraft fir;
    fir.set("contents", text("मेरा आधार 9999 4105 7058 है और मोबाइल 919812345678 है।"));
    BOOST_TEST(fir.tells("error form.aadhaar /contents"));
    fir.complete();
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(a_late_report_needs_its_reason)
{
    FirDraft fir;
    fir.set("occ_from_date", QStringLiteral("2026-11-20"));
    fir.set("occ_to_date", QStringLiteral("2026-11-20"));
    BOOST_TEST(fir.tells("error R2.delay_reason /delay_reason"));
    fir.set("delay_reason", text("परिवादी बाहर गया हुआ था।"));
    BOOST_TEST(!fir.tells("error R2.delay_reason /delay_reason"));
}

BOOST_AUTO_TEST_CASE(a_date_without_time_is_not_late_when_any_hour_of_it_would_not_be)
{
    FirDraft fir;
    fir.payload.remove(QStringLiteral("occ_from_time"));
    fir.payload.remove(QStringLiteral("occ_to_time"));
    fir.set("occ_from_date", QStringLiteral("2026-11-23")); // heard of at 09:50 on the 24th
    fir.set("occ_to_date", QStringLiteral("2026-11-23"));
    BOOST_TEST(!fir.tells("error R2.delay_reason /delay_reason"));
}

BOOST_AUTO_TEST_CASE(the_events_of_a_case_follow_each_other)
{
    FirDraft fir;
    fir.set("occ_to_date", QStringLiteral("2026-11-22"));
    BOOST_TEST(fir.tells("error R1.occurrence_order /occ_to_date"));
    fir.payload = FirDraft().payload;
    fir.set("info_received_at", QStringLiteral("2026-11-23T19:00:00+05:30"));
    BOOST_TEST(fir.tells("error R1.received_before_occurrence /info_received_at"));
    fir.set("info_received_at", QStringLiteral("2026-11-24T11:00:00+05:30"));
    BOOST_TEST(fir.tells("error R1.fir_before_information /fir_at"));
    BOOST_TEST(fir.tells("warning R4.diary_before_information /gd_at"));
}

BOOST_AUTO_TEST_CASE(the_law_of_the_day_applies)
{
    FirDraft fir;
    fir.charge("IPC", "379");
    BOOST_TEST(fir.tells("error R5.not_in_force /laws/0/section"));
    fir.set("occ_from_date", QStringLiteral("2024-06-28")); // the occurrence spans the change of law
    BOOST_TEST(!fir.tells("error R5.not_in_force /laws/0/section"));
    fir.set("occ_to_date", QStringLiteral("2024-06-29"));
    fir.charge("BNS", "303(2)");
    BOOST_TEST(fir.tells("error R5.not_in_force /laws/0/section"));
    fir.charge("BNS", "106(2)");
    BOOST_TEST(fir.tells("warning R5.bns_106_2 /laws/0/section"));
}

BOOST_AUTO_TEST_CASE(a_section_must_stand_in_its_act)
{
    FirDraft fir;
    fir.charge("BNS", "359");
    BOOST_TEST(fir.tells("error law.no_section /laws/0/section"));
    fir.charge("BNS", "303 of BNS");
    BOOST_TEST(fir.tells("error law.bad_section /laws/0/section"));
    fir.charge("XYZ", "3");
    BOOST_TEST(fir.tells("error law.no_act /laws/0/act"));
    fir.charge("COPYRIGHT", "99"); // of this act the table holds a part only
    BOOST_TEST(!forms::hasErrors(fir.findings()));
}

BOOST_AUTO_TEST_CASE(blanks_in_a_section_mean_nothing)
{
    FirDraft fir;
    fir.charge("BNS", "303 (2)");
    BOOST_TEST(fir.told().empty());
    fir.charge("BNS", "359 (2)");
    BOOST_TEST(fir.tells("error law.no_section /laws/0/section"));
}

BOOST_AUTO_TEST_CASE(a_subsection_that_the_act_lacks_is_said)
{
    FirDraft fir;
    for (const char* section : {"303(9)", "64(3)", "106(3)"}) {
        fir.charge("BNS", section);
        BOOST_TEST(fir.tells("warning law.no_subsection /laws/0/section"), section);
    }
    for (const char* section : {"303(1)", "303(2)", "111(2)(b)", "3(5)", "62", "331(8)"}) {
        fir.charge("BNS", section);
        BOOST_TEST(!fir.tells("warning law.no_subsection /laws/0/section"), section);
    }
    fir.charge("EXCISE", "61(4)"); // of this act the table holds some sub-sections only
    BOOST_TEST(!fir.tells("warning law.no_subsection /laws/0/section"));
}

BOOST_AUTO_TEST_CASE(a_section_written_twice_is_said)
{
    FirDraft fir;
    const auto law = [](const char* act, const char* section) {
        return QJsonObject{{QStringLiteral("act"), QLatin1StringView(act)},
                           {QStringLiteral("section"), QLatin1StringView(section)}};
    };
    fir.set("laws", QJsonArray{law("BNS", "303(2)"), law("BNS", "305"), law("BNS", "303 (2)")});
    BOOST_TEST(fir.tells("warning law.repeated /laws/0/section"));
    BOOST_TEST(!fir.tells("warning law.repeated /laws/1/section"));
    BOOST_TEST(fir.tells("warning law.repeated /laws/2/section"));
    fir.set("laws", QJsonArray{law("BNS", "303(2)"), law("BNS", "3(5)")});
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(the_head_must_fit_some_section)
{
    FirDraft fir; // a theft by its head
    const std::string unlike = "warning fir.head_unlike_laws /crime_head";
    fir.charge("BNS", "103(1)");
    BOOST_TEST(fir.tells(unlike));
    for (const char* section : {"303(2)", "305", "3(5)", "62"}) { // the last two are under no head
        fir.charge("BNS", section);
        BOOST_TEST(!fir.tells(unlike), section);
    }
    fir.charge("BNS", "103(1)");
    fir.set("crime_head", QStringLiteral("A01"));
    BOOST_TEST(!fir.tells(unlike));
    fir.charge("ARMS", "25(1B)(a)");
    BOOST_TEST(fir.tells(unlike));
    fir.set("crime_head", QStringLiteral("OTH"));
    BOOST_TEST(!fir.tells(unlike));
}

BOOST_AUTO_TEST_CASE(sections_call_for_victims_property_and_inquest_whatever_the_head)
{
    FirDraft fir;
    fir.set("crime_head", QStringLiteral("OTH"));
    fir.payload.remove(QStringLiteral("properties"));
    fir.payload.remove(QStringLiteral("property_total"));
    fir.payload.remove(QStringLiteral("victims"));
    fir.charge("BNS", "103(1)");
    BOOST_TEST(fir.tells("error form.required /victims"));
    BOOST_TEST(fir.tells("warning R16.death_without_inquest /uidb_refs"));
    fir.charge("BNS", "318(4)");
    BOOST_TEST(!fir.tells("error form.required /victims"));
    BOOST_TEST(fir.tells("warning R16.property_missing /properties"));
    fir.charge("BNS", "223");
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(an_occurrence_of_a_placeholder_day_is_doubted)
{
    FirDraft fir;
    for (const char* day : {"1900-01-01", "1949-12-31", "1970-01-01"}) {
        fir.set("occ_from_date", text(day));
        BOOST_TEST(fir.tells("warning fir.occurrence_long_ago /occ_from_date"), day);
    }
    fir.set("occ_from_date", QStringLiteral("1950-01-01"));
    BOOST_TEST(!fir.tells("warning fir.occurrence_long_ago /occ_from_date"));
}

BOOST_AUTO_TEST_CASE(zero_fir_names_the_other_station_and_needs_no_distance)
{
    FirDraft fir;
    fir.set("fir_kind", QStringLiteral("ZERO"));
    fir.payload.remove(QStringLiteral("place_direction"));
    fir.payload.remove(QStringLiteral("place_distance"));
    BOOST_TEST(fir.tells("error form.required /outside_ps"));
    BOOST_TEST(!fir.tells("error form.required /place_distance"));
    fir.set("outside_ps", text("थाना शहर हिसार"));
    fir.set("outside_district", text("हिसार (हरियाणा)"));
    BOOST_TEST(fir.told().empty());
    fir.set("fir_kind", QStringLiteral("REG"));
    BOOST_TEST(fir.tells("error form.required /place_distance"));
    BOOST_TEST(fir.tells("warning R7.outside_ps_regular /outside_ps"));
}

BOOST_AUTO_TEST_CASE(the_form_of_action_asks_for_its_own_fields)
{
    FirDraft fir;
    fir.payload.remove(QStringLiteral("io"));
    BOOST_TEST(fir.tells("error form.required /io"));
    fir.set("action", QStringLiteral("1"));
    BOOST_TEST(fir.told().empty());
    fir.set("action", QStringLiteral("3"));
    BOOST_TEST(fir.tells("error form.required /refused_reason"));
    fir.set("action", QStringLiteral("4"));
    BOOST_TEST(fir.tells("error form.required /transfer_ps"));
}

BOOST_AUTO_TEST_CASE(a_womans_report_of_rape_is_masked_and_taken_by_a_woman_officer)
{
    FirDraft fir;
    fir.charge("BNS", "64(1)");
    fir.set("crime_head", QStringLiteral("B01"));
    fir.setIn("informant", "sex", QStringLiteral("F"));
    BOOST_TEST(fir.tells("error R11.not_masked /identity_masked"));
    BOOST_TEST(fir.tells("error form.required /woman_officer"));
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("identity_masked")) == QJsonValue(true)));
    BOOST_TEST(!fir.tells("error R11.not_masked /identity_masked"));
}

BOOST_AUTO_TEST_CASE(a_woman_victim_is_known_by_her_role_her_row_or_her_name)
{
    const std::string wanted = "error form.required /woman_officer";
    const std::string doubted = "warning R12.woman_victim /woman_officer";
    const auto victim = [](const char* name) {
        return QJsonObject{{QStringLiteral("name"), text(name)}, {QStringLiteral("sex"), QStringLiteral("F")}};
    };
    FirDraft fir;
    fir.charge("BNS", "74");
    fir.setIn("informant", "name", text("नमूना देवी"));
    fir.setIn("informant", "sex", QStringLiteral("F"));
    fir.set("victims", oneRow(victim("नमूना देवी")));
    BOOST_TEST(fir.tells(wanted));
    BOOST_TEST(!fir.tells(doubted));
    fir.set("victims", oneRow(victim("मिसाल देवी"))); // her mother tells it
    BOOST_TEST(!fir.tells(wanted));
    BOOST_TEST(fir.tells(doubted));
    fir.setIn("informant", "role", QStringLiteral("VICTIM"));
    BOOST_TEST(fir.tells(wanted));
    fir.charge("BNS", "303(2)");
    BOOST_TEST(!fir.tells(wanted));
    BOOST_TEST(!fir.tells(doubted));
}

BOOST_AUTO_TEST_CASE(a_child_among_the_victims_calls_for_pocso)
{
    FirDraft fir;
    fir.charge("BNS", "74");
    fir.set("victims", oneRow({{QStringLiteral("name"), text("नमूना")}, {QStringLiteral("age_years"), 15}}));
    BOOST_TEST(fir.tells("warning R11.pocso_missing /laws"));
}

BOOST_AUTO_TEST_CASE(atrocities_need_the_victims_category_and_a_dsp)
{
    FirDraft fir;
    fir.charge("SCST", "3(1)(r)");
    fir.set("crime_head", QStringLiteral("S05"));
    BOOST_TEST(fir.tells("error R13.victim_category /victims"));
    BOOST_TEST(fir.tells("error R13.io_rank /io/rank"));
    fir.setIn("io", "rank", QStringLiteral("DSP"));
    fir.set("victims",
            oneRow({{QStringLiteral("name"), text("नमूना")},
                    {QStringLiteral("relation"), QStringLiteral("F")},
                    {QStringLiteral("relative_name"), text("राम")},
                    {QStringLiteral("age_years"), 40},
                    {QStringLiteral("sex"), QStringLiteral("M")},
                    {QStringLiteral("social_category"), QStringLiteral("SC")}}));
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(too_few_accused_for_the_section_is_said)
{
    FirDraft fir;
    fir.charge("BNS", "310(2)");
    BOOST_TEST(fir.tells("warning R9.dacoity /accused_unknown_count"));
    fir.set("accused_unknown_count", 4); // and one by name
    BOOST_TEST(!fir.tells("warning R9.dacoity /accused_unknown_count"));
}

BOOST_AUTO_TEST_CASE(the_total_is_the_sum_of_the_properties)
{
    FirDraft fir;
    fir.set("property_total", 1);
    BOOST_TEST(fir.tells("error R15.total /property_total"));
    fir.complete();
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(stolen_vehicles_and_phones_want_their_numbers)
{
    FirDraft fir;
    fir.set("properties",
            QJsonArray{QJsonObject{{QStringLiteral("category"), QStringLiteral("VEH")},
                                   {QStringLiteral("type"), text("मोटरसाइकिल")},
                                   {QStringLiteral("status"), QStringLiteral("STO")}},
                       QJsonObject{{QStringLiteral("category"), QStringLiteral("MOB")},
                                   {QStringLiteral("type"), text("फोन")},
                                   {QStringLiteral("imei"), QStringLiteral("490154203237517")},
                                   {QStringLiteral("status"), QStringLiteral("STO")}}});
    BOOST_TEST(fir.tells("warning R14.vehicle_numbers /properties/0/reg_no"));
    BOOST_TEST(fir.tells("error id.imei_check /properties/1/imei"));
}

BOOST_AUTO_TEST_CASE(an_unknown_accused_is_a_number_and_not_a_name)
{
    FirDraft fir;
    for (const char* name : {"अज्ञात", "UNKNOWN", "N.A.", "नामालूम"}) {
        fir.set("accused", oneRow({{QStringLiteral("name"), text(name)}}));
        BOOST_TEST(fir.tells("error person.name_unknown /accused/0/name"), name);
    }
    fir.set("accused", oneRow({{QStringLiteral("name"), text("अज्ञातराम")}}));
    BOOST_TEST(!fir.tells("error person.name_unknown /accused/0/name"));
}

BOOST_AUTO_TEST_CASE(a_number_is_checked_by_the_kind_of_document)
{
    FirDraft fir;
    const auto withDocument = [&](const char* type, const char* number) {
        fir.setIn("informant", "ids",
                  oneRow({{QStringLiteral("type"), QLatin1StringView(type)},
                          {QStringLiteral("number"), QLatin1StringView(number)}}));
    };
    withDocument("PAN", "ABCPS1234F");
    BOOST_TEST(fir.told().empty());
    withDocument("PAN", "ABC1234567");
    BOOST_TEST(fir.tells("error id.pan /informant/ids/0/number"));
    withDocument("RATION", "anything 12");
    BOOST_TEST(fir.told().empty());
}

BOOST_AUTO_TEST_CASE(a_warning_with_a_reason_becomes_a_hint_and_an_error_stays)
{
    FirDraft fir;
    fir.set("place_distance", 70);
    fir.set("accused_unknown_count", 0);
    fir.set("property_total", 1);
    const auto reasons = [&](const QJsonValue& far) {
        fir.set("warning_reasons",
                QJsonObject{{QStringLiteral("R6.far_away"), far}, {QStringLiteral("R15.total"), text("ठीक है")}});
    };
    BOOST_TEST(fir.tells("warning R6.far_away /place_distance"));
    reasons(text("  "));
    BOOST_TEST(fir.tells("warning R6.far_away /place_distance"));
    reasons(text("घटना पड़ोसी जिले की सीमा पर हुई"));
    BOOST_TEST(fir.tells("hint R6.far_away /place_distance"));
    BOOST_TEST(fir.tells("warning R9.common_intention /accused_unknown_count"));
    BOOST_TEST(fir.tells("error R15.total /property_total"));
}

BOOST_AUTO_TEST_CASE(a_reason_is_a_text_within_its_limit)
{
    FirDraft fir;
    fir.set("warning_reasons",
            QJsonObject{{QStringLiteral("R1"), 5},
                        {QStringLiteral("R2"), QString(301, QChar(0x0915))},
                        {QStringLiteral("R3"), text("आधार 9999 4105 7058")}});
    BOOST_TEST(fir.tells("error form.not_text /warning_reasons/R1"));
    BOOST_TEST(fir.tells("error form.too_long /warning_reasons/R2"));
    BOOST_TEST(fir.tells("error form.aadhaar /warning_reasons/R3"));
}

BOOST_AUTO_TEST_CASE(the_light_path_sees_values_and_neither_gaps_nor_rules)
{
    FirDraft fir;
    fir.payload.remove(QStringLiteral("contents"));
    fir.set("property_total", 1);
    fir.set("crime_head", QStringLiteral("Z99"));
    const auto found = FormTables::shared().checker.checkValues(fir.form, fir.payload, fir.context);
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].code == u"form.unknown_code"));
}

BOOST_AUTO_TEST_CASE(an_entry_screen_learns_what_is_shown_and_wanted)
{
    FirDraft fir;
    const auto& tables = FormTables::shared();
    const schema::Field& field = *fir.form.root.field(u"refused_reason");
    BOOST_TEST(!tables.checker.isVisible(fir.form, field, fir.payload, fir.payload, fir.context));
    fir.set("action", QStringLiteral("3"));
    BOOST_TEST(tables.checker.isVisible(fir.form, field, fir.payload, fir.payload, fir.context));
    BOOST_TEST(tables.checker.isRequired(fir.form, field, fir.payload, fir.payload, fir.context));
}

BOOST_AUTO_TEST_SUITE_END()
