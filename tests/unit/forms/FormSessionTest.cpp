#include "forms/FormSession.h"

#include "unit/forms/FormTables.h"

using namespace ekatra;
using ekatra::test::FirDraft;
using ekatra::test::FormTables;

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

// A paper of an FIR, empty or with the payload given.
struct Paper {
    explicit Paper(const QJsonObject& payload = {}) { session.open(payload, {}); }

    [[nodiscard]] std::string text(const char* pointer) const
    {
        return session.value(q(pointer)).toVariant().toString().toStdString();
    }
    [[nodiscard]] bool tells(const char* pointer, const char* code) const
    {
        for (const forms::Finding& finding : session.toldAt(q(pointer)))
            if (finding.code == q(code))
                return true;
        return false;
    }

    FirDraft fir;
    forms::FormSession session{fir.form, FormTables::shared().checker, FormTables::shared().acts, fir.context};
};

} // namespace

BOOST_AUTO_TEST_SUITE(forms_form_session)

BOOST_AUTO_TEST_CASE(what_is_typed_stands_in_the_payload)
{
    Paper paper;
    paper.session.set(q("/gd_no"), 58);
    paper.session.set(q("/informant/name"), q("सतबीर"));
    BOOST_TEST(paper.text("/gd_no") == "58");
    const QJsonObject payload = paper.session.payload();
    BOOST_TEST(payload[q("gd_no")].toInt() == 58);
    BOOST_TEST(payload[q("informant")][q("name")].toString().toStdString() == "सतबीर");
    paper.session.set(q("/gd_no"), QString());
    BOOST_TEST(!paper.session.payload().contains(q("gd_no")));
}

BOOST_AUTO_TEST_CASE(what_is_no_date_stays_as_typed_and_is_told)
{
    Paper paper;
    paper.session.set(q("/occ_from_date"), q("31 फरवरी"));
    BOOST_TEST(paper.text("/occ_from_date") == "31 फरवरी");
    BOOST_TEST(paper.tells("/occ_from_date", "form.impossible_date"));
    paper.session.set(q("/occ_from_date"), q("2026-11-20"));
    BOOST_TEST(!paper.tells("/occ_from_date", "form.impossible_date"));
}

BOOST_AUTO_TEST_CASE(the_program_fills_what_follows_from_other_fields)
{
    Paper paper;
    paper.session.set(q("/occ_from_date"), q("2026-11-20"));
    BOOST_TEST(paper.text("/occ_day") == "FRI");
    BOOST_TEST(paper.text("/occ_to_date") == "2026-11-20");
    paper.session.set(q("/occ_to_date"), q("2026-11-21"));
    paper.session.set(q("/occ_from_date"), q("2026-11-19"));
    BOOST_TEST(paper.text("/occ_to_date") == "2026-11-21");
    BOOST_TEST(paper.text("/fir_at").empty()); // not before it is submitted
    BOOST_TEST(!paper.session.payload().contains(q("fir_at")));
}

BOOST_AUTO_TEST_CASE(an_empty_row_keeps_its_place_and_findings_keep_their_row)
{
    Paper paper;
    paper.session.addRow(q("/accused"));
    paper.session.addRow(q("/accused"), {{q("name"), q("अज्ञात")}});
    BOOST_TEST(paper.session.rowCount(q("/accused")) == 2);
    BOOST_TEST(paper.tells("/accused/1/name", "person.name_unknown"));
    BOOST_TEST(paper.session.payload()[q("accused")].toArray().size() == 1);
    paper.session.set(q("/accused/0/name"), q("मिसाल"));
    BOOST_TEST(paper.tells("/accused/1/name", "person.name_unknown"));
}

BOOST_AUTO_TEST_CASE(rows_are_moved_and_taken_out_with_what_is_known_of_them)
{
    Paper paper;
    paper.session.open({{q("accused"), QJsonArray{QJsonObject{{q("name"), q("क")}}, QJsonObject{{q("name"), q("ख")}}}}},
                       {{q("/accused/1/name"), {q("fir"), q("0123/2024")}}});
    paper.session.moveRow(q("/accused"), 1, 0);
    BOOST_TEST(paper.text("/accused/0/name") == "ख");
    BOOST_TEST(paper.session.mark(q("/accused/0/name")) != nullptr);
    BOOST_TEST(paper.session.mark(q("/accused/1/name")) == nullptr);
    paper.session.removeRow(q("/accused"), 0);
    BOOST_TEST(paper.text("/accused/0/name") == "क");
    BOOST_TEST(paper.session.mark(q("/accused/0/name")) == nullptr);
    paper.session.removeRow(q("/accused"), 0);
    BOOST_TEST(!paper.session.payload().contains(q("accused")));
}

BOOST_AUTO_TEST_CASE(typing_over_a_prefilled_value_takes_its_mark_away)
{
    Paper paper;
    paper.session.open({{q("crime_head"), q("C01")}}, {{q("/crime_head"), {q("fir"), q("0123/2024")}}});
    BOOST_TEST(paper.session.mark(q("/crime_head"))->number.toStdString() == "0123/2024");
    paper.session.set(q("/crime_head"), q("C02"));
    BOOST_TEST(paper.session.mark(q("/crime_head")) == nullptr);
}

BOOST_AUTO_TEST_CASE(conditions_show_and_want_fields)
{
    Paper paper;
    BOOST_TEST(!paper.session.isVisible(q("/refused_reason")));
    BOOST_TEST(paper.session.isRequired(q("/occ_from_date")));
    paper.session.set(q("/action"), q("3"));
    BOOST_TEST(paper.session.isVisible(q("/refused_reason")));
    BOOST_TEST(paper.session.isRequired(q("/refused_reason")));
    paper.session.set(q("/occ_unknown"), true);
    BOOST_TEST(!paper.session.isRequired(q("/occ_from_date")));
    paper.session.addRow(q("/properties"));
    BOOST_TEST(!paper.session.isVisible(q("/properties/0/reg_no")));
    paper.session.set(q("/properties/0/category"), q("VEH"));
    BOOST_TEST(paper.session.isVisible(q("/properties/0/reg_no")));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_only_after_its_section_was_left)
{
    Paper paper;
    BOOST_TEST(!paper.tells("/contents", "form.required"));
    BOOST_TEST(paper.session.state(paper.session.sectionOf(q("/contents"))).lacking);
    paper.session.leaveSection(paper.session.sectionOf(q("/contents")));
    BOOST_TEST(paper.tells("/contents", "form.required"));
    BOOST_TEST(!paper.tells("/gd_no", "form.required"));
    paper.session.tellAll();
    BOOST_TEST(paper.tells("/gd_no", "form.required"));
}

BOOST_AUTO_TEST_CASE(a_fault_is_not_told_while_it_is_being_typed)
{
    Paper paper;
    paper.session.enter(q("/informant/mobile"));
    paper.session.set(q("/informant/mobile"), q("98120"));
    BOOST_TEST(!paper.session.isTroubled(q("/informant/mobile")));
    paper.session.settle(q("/informant/mobile"));
    BOOST_TEST(paper.session.isTroubled(q("/informant/mobile")));
    paper.session.enter(q("/informant/mobile")); // told already: mending is seen at once
    paper.session.set(q("/informant/mobile"), q("9812004417"));
    BOOST_TEST(!paper.session.isTroubled(q("/informant/mobile")));
}

BOOST_AUTO_TEST_CASE(a_field_that_was_left_has_its_stored_form)
{
    Paper paper;
    paper.session.set(q("/informant/name"), q(" राजेश @ राजू "));
    paper.session.settle(q("/informant/name"));
    BOOST_TEST(paper.text("/informant/name") == "राजेश");
    BOOST_TEST(paper.session.value(q("/informant/aliases")).toArray().size() == 1);
    const quint64 before = paper.session.edits();
    paper.session.settle(q("/informant/name"));
    BOOST_TEST(paper.session.edits() == before);
}

BOOST_AUTO_TEST_CASE(a_warning_passes_with_a_reason_and_stays_in_sight)
{
    Paper paper(FirDraft().payload);
    paper.session.tellAll();
    paper.session.set(q("/place_distance"), 90);
    const auto told = paper.session.toldAt(q("/place_distance"));
    BOOST_TEST_REQUIRE(told.size() == 1u);
    BOOST_TEST((told[0].severity == schema::Severity::Warning));
    const auto section = paper.session.sectionOf(q("/place_distance"));
    BOOST_TEST(paper.session.state(section).warnings == 1);
    const forms::Finding warning = told[0];
    paper.session.setReason(warning, q("सड़क से नापी"));
    BOOST_TEST(paper.session.state(section).warnings == 0);
    BOOST_TEST(paper.session.toldAt(q("/place_distance")).size() == 1u);
    BOOST_TEST(paper.session.payload()[QString(schema::reasonsField)][warning.code].toString().toStdString()
               == "सड़क से नापी");
}

BOOST_AUTO_TEST_CASE(a_choice_fills_a_row_and_keeps_the_rest)
{
    Paper paper;
    paper.session.set(q("/informant/occupation"), q("FARMER"));
    paper.session.fill(q("/informant"), {{q("name"), q("सतबीर")}, {q("mobile"), q("9812004417")}});
    BOOST_TEST(paper.text("/informant/occupation") == "FARMER");
    BOOST_TEST(paper.text("/informant/mobile") == "9812004417");
}

BOOST_AUTO_TEST_CASE(the_day_of_the_offence_is_that_of_the_first_moment)
{
    Paper paper;
    BOOST_TEST(!paper.session.dayOfOffence().has_value());
    paper.session.set(q("/occ_from_date"), q("2024-06-30"));
    BOOST_TEST((paper.session.dayOfOffence() == QDate(2024, 6, 30)));
}

BOOST_AUTO_TEST_CASE(a_whole_example_is_done_in_every_form)
{
    const FormTables& tables = FormTables::shared();
    const FirDraft fir;
    for (const schema::FormDefinition* form : tables.registry.all()) {
        forms::FormSession session(*form, tables.checker, tables.acts, fir.context);
        session.open(forms::examplePayload(*form, q("hi"), fir.context, tables.acts), {});
        session.tellAll();
        for (std::size_t i = 0; i < form->sections.size(); ++i) {
            BOOST_TEST(session.state(i).errors == 0, form->id.toStdString());
            BOOST_TEST(!session.state(i).lacking, form->id.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(hostile_values_are_kept_and_told)
{
    struct Case {
        const char* pointer;
        QJsonValue value;
    };
    const Case cases[] = {
        {"/informant/age_years", 200},
        {"/informant/name", q("राम\u202eश्याम")},
        {"/informant/dob", q("2099-01-01")},
        {"/occ_from_date", q("2026-02-31")},
        {"/contents", QString(200'000, QChar(0x0915))},
        {"/place/pin", q("😀")},
        {"/gd_no", q("१२x")},
        {"/crime_head", q("चोरी-डकैती")},
    };
    for (const Case& one : cases) {
        Paper paper;
        paper.session.set(q(one.pointer), one.value);
        paper.session.settle(q(one.pointer));
        BOOST_TEST(paper.session.isTroubled(q(one.pointer)), one.pointer);
        BOOST_TEST(!paper.session.value(q(one.pointer)).isUndefined(), one.pointer);
        for (const forms::Finding& finding : paper.session.toldAt(q(one.pointer))) {
            BOOST_TEST(!finding.text.en.isEmpty());
            BOOST_TEST(!finding.text.hi.isEmpty());
        }
    }
    Paper paper;
    paper.session.set(q("/occ_from_date"), q("2026-11-20"));
    paper.session.addRow(q("/laws"), {{q("act"), q("BNS")}, {q("section"), q("999")}});
    BOOST_TEST(paper.tells("/laws/0/section", "law.no_section"));
}

BOOST_AUTO_TEST_SUITE_END()
