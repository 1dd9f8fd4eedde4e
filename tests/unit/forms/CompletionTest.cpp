#include "unit/forms/FormTables.h"

using namespace ekatra;
using ekatra::test::FirDraft;
using ekatra::test::FormTables;
using ekatra::test::PaperDraft;

namespace {

QJsonValue completed(const char* field, const QJsonValue& typed)
{
    FirDraft fir;
    fir.set(field, typed);
    fir.complete();
    return fir.payload.value(QLatin1StringView(field));
}

QJsonValue completedOfInformant(const char* field, const QJsonValue& typed)
{
    FirDraft fir;
    fir.setIn("informant", field, typed);
    fir.complete();
    return fir.payload.value(QLatin1StringView("informant")).toObject().value(QLatin1StringView(field));
}

QJsonValue value(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

BOOST_AUTO_TEST_SUITE(forms_completion)

BOOST_AUTO_TEST_CASE(the_examples_are_without_fault_in_both_languages_on_any_day)
{
    for (const schema::FormDefinition* form : FormTables::shared().registry.all()) {
        PaperDraft paper(form->kind.toLatin1().constData());
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("hi")})
            for (const QDateTime& now : {QDateTime(QDate(2024, 8, 1), QTime(0, 1), Qt::UTC),
                                         QDateTime(QDate(2025, 1, 1), QTime(18, 31), Qt::UTC),
                                         QDateTime(QDate(2028, 3, 1), QTime(12, 0), Qt::UTC)}) {
                paper.context.now = now;
                paper.payload = forms::examplePayload(paper.form, language, paper.context, FormTables::shared().acts);
                for (const std::string& told : paper.told())
                    BOOST_ERROR(form->id.toStdString() << " " << told);
                BOOST_TEST((paper.payload.value(QLatin1StringView("practice")) == QJsonValue(true)));
            }
    }
}

BOOST_AUTO_TEST_CASE(the_examples_stand_at_the_station_that_is_signed_in)
{
    for (const schema::FormDefinition* form : FormTables::shared().registry.all()) {
        PaperDraft paper(form->kind.toLatin1().constData());
        paper.context.station = QStringLiteral("13017001");
        paper.payload = forms::examplePayload(*form, QStringLiteral("en"), paper.context, FormTables::shared().acts);
        const QJsonObject holder = paper.payload.contains(QLatin1StringView("fir_ref"))
            ? paper.payload.value(QLatin1StringView("fir_ref")).toObject()
            : paper.payload;
        BOOST_TEST((holder.value(QLatin1StringView("ps_code")) == value("13017001")), form->id.toStdString());
        BOOST_TEST(paper.told().empty(), form->id.toStdString());
    }
    FirDraft fir;
    fir.set("ps_code", value("13017001"));
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("district_code")) == value("13017")));
}

BOOST_AUTO_TEST_CASE(the_example_of_an_arrest_is_of_the_example_fir)
{
    PaperDraft fir("fir");
    PaperDraft arrest("arrest");
    PaperDraft report("final_report");
    const auto ref = arrest.payload.value(QLatin1StringView("fir_ref"));
    for (const char* field : {"ps_code", "fir_year"})
        BOOST_TEST((ref[QLatin1StringView(field)] == fir.payload.value(QLatin1StringView(field))), field);
    BOOST_TEST((ref[QLatin1StringView("fir_no")] == QJsonValue(1))); // the first of a new store
    BOOST_TEST((report.payload.value(QLatin1StringView("fir_ref")) == ref));
    const auto accused = fir.payload.value(QLatin1StringView("accused"))[0];
    for (const char* field : {"name", "relative_name", "accused_code"}) {
        const QLatin1StringView name(field);
        BOOST_TEST((arrest.payload.value(name) == accused[name]), field);
        BOOST_TEST((report.payload.value(QLatin1StringView("accused"))[0][name] == accused[name]), field);
    }
}

BOOST_AUTO_TEST_CASE(every_accused_gets_the_first_code_that_is_free)
{
    FirDraft fir;
    QJsonArray accused;
    for (int i = 0; i < 11; ++i)
        accused.append(QJsonObject{{QStringLiteral("name"), value("नमूना")}});
    accused[1] = QJsonObject{{QStringLiteral("name"), value("मिसाल")}, {QStringLiteral("accused_code"), value("A1")}};
    fir.set("accused", accused);
    fir.complete();
    QStringList codes;
    for (const QJsonValue& row : fir.payload.value(QLatin1StringView("accused")).toArray())
        codes.append(row[QLatin1StringView("accused_code")].toString());
    BOOST_TEST(codes.join(u' ').toStdString() == "A2 A1 A3 A4 A5 A6 A7 A8 A9 B1 B2");
}

BOOST_AUTO_TEST_CASE(a_report_is_dated_when_it_is_submitted_and_its_year_follows)
{
    PaperDraft report("final_report");
    report.payload.remove(QStringLiteral("fr_date"));
    report.payload.remove(QStringLiteral("fr_year"));
    report.context.mode = forms::CheckMode::Draft;
    report.complete();
    BOOST_TEST(!report.payload.contains(QLatin1StringView("fr_date")));
    report.context.mode = forms::CheckMode::Submit;
    report.complete();
    BOOST_TEST((report.payload.value(QLatin1StringView("fr_date")) == value("2026-11-25")));
    BOOST_TEST((report.payload.value(QLatin1StringView("fr_year")) == QJsonValue(2026)));
}

BOOST_AUTO_TEST_CASE(reasons_are_cleaned_like_other_texts)
{
    const QJsonObject reasons{{QStringLiteral("R6.far_away"), value("  आधार 9999 4105 7058 दूर है ")}};
    BOOST_TEST(
        (completed("warning_reasons", reasons)[QLatin1StringView("R6.far_away")] == value("आधार XXXX XXXX 7058 दूर है")));
    const QJsonObject source{{QStringLiteral("gd_no"), value("  58 ")}};
    BOOST_TEST((completed("source_text", source) == QJsonValue(source))); // as the source wrote it
}

BOOST_AUTO_TEST_CASE(completing_twice_changes_nothing_more)
{
    FirDraft fir;
    fir.set("occ_from_date", value(" 20/11/2026 "));
    fir.set("beat_no", value("  क़ \t 4\u200f"));
    fir.complete();
    const QJsonObject once = fir.payload;
    fir.complete();
    BOOST_TEST((fir.payload == once));
}

BOOST_AUTO_TEST_CASE(the_program_fills_what_follows_from_other_fields)
{
    FirDraft fir;
    fir.payload = {
        {QStringLiteral("ps_code"), value("13020004")},
        {QStringLiteral("fir_at"), value("2026-11-24T10:20:00+05:30")},
        {QStringLiteral("occ_from_date"), value("2026-11-22")},
        {QStringLiteral("occ_from_time"), value("20:00")},
        {QStringLiteral("properties"),
         QJsonArray{QJsonObject{{QStringLiteral("value"), 100}}, QJsonObject{{QStringLiteral("value"), 250}}}}};
    fir.complete();
    const auto at = [&](const char* field) { return fir.payload.value(QLatin1StringView(field)); };
    BOOST_TEST((at("district_code") == value("13020")));
    BOOST_TEST((at("fir_year") == QJsonValue(2026)));
    BOOST_TEST((at("occ_day") == value("SUN")));
    BOOST_TEST((at("occ_pahar") == value("7")));
    BOOST_TEST((at("occ_to_date") == value("2026-11-22")));
    BOOST_TEST((at("property_total") == QJsonValue(350)));
    BOOST_TEST((at("identity_masked").isUndefined()));
}

BOOST_AUTO_TEST_CASE(the_time_of_registration_is_given_at_submission_and_not_before)
{
    FirDraft fir;
    fir.payload.remove(QStringLiteral("fir_at"));
    fir.context.mode = forms::CheckMode::Draft;
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("fir_at")).isUndefined()));
    fir.context.mode = forms::CheckMode::Submit;
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("fir_at")) == value("2026-11-25T10:00:00+05:30")));
    BOOST_TEST((fir.payload.value(QLatin1StringView("fir_year")) == QJsonValue(2026)));
}

BOOST_AUTO_TEST_CASE(dates_and_times_are_stored_in_one_form)
{
    BOOST_TEST((completed("occ_from_date", value("14/07/2024")) == value("2024-07-14")));
    BOOST_TEST((completed("occ_from_date", value("१४.७.२०२४")) == value("2024-07-14")));
    BOOST_TEST((completed("occ_from_date", value("31/02/2024")) == value("2024-02-31")));
    BOOST_TEST((completed("occ_from_date", value("01/02/24")) == value("01/02/24"))); // the order is not known
    BOOST_TEST((completed("occ_from_time", value("20.00 बजे")) == value("20:00")));
    BOOST_TEST((completed("occ_from_time", value("9:05")) == value("09:05")));
    BOOST_TEST((completed("gd_at", value("14/07/2024 10:20")) == value("2024-07-14T10:20:00+05:30")));
    BOOST_TEST((completed("gd_at", value("2024-07-14T04:50:00Z")) == value("2024-07-14T10:20:00+05:30")));
}

BOOST_AUTO_TEST_CASE(numbers_may_be_typed_as_people_write_them)
{
    BOOST_TEST((completed("gd_no", value("०५८")) == QJsonValue(58)));
    BOOST_TEST((completed("place_distance", value("3.5")) == QJsonValue(3.5)));
    FirDraft fir;
    fir.set("properties", QJsonArray{QJsonObject{{QStringLiteral("value"), value("₹ 4,50,000/-")}}});
    fir.complete();
    const QJsonObject row = fir.payload.value(QLatin1StringView("properties"))[0].toObject();
    BOOST_TEST((row[QLatin1StringView("value")] == QJsonValue(45000000)));
}

BOOST_AUTO_TEST_CASE(identifiers_are_stored_in_their_normal_form)
{
    BOOST_TEST((completedOfInformant("mobile", value("+91-98123 45678")) == value("9812345678")));
    BOOST_TEST((completedOfInformant("mobile", value("९८१२३४५६७८")) == value("9812345678")));
    BOOST_TEST((completedOfInformant("mobile", value("12")) == value("12"))); // left for the check to speak about
}

BOOST_AUTO_TEST_CASE(an_aadhaar_number_is_never_stored_whole)
{
    BOOST_TEST((completedOfInformant("uid_last4", value("9999 4105 7058")) == value("7058")));
    BOOST_TEST((completedOfInformant("uid_last4", value("12345")) == value("12345"))); // left for the check
    BOOST_TEST((completed("delay_reason", value("आधार ९९९९४१०५७०५८ गुम")) == value("आधार XXXX XXXX 7058 गुम")));
    FirDraft fir;
    fir.setIn("informant", "ids",
              QJsonArray{QJsonObject{{QStringLiteral("type"), value("UID")},
                                     {QStringLiteral("number"), value("234123412346")}}});
    fir.complete();
    BOOST_TEST(
        (fir.payload.value(QLatin1StringView("informant"))[QLatin1StringView("ids")][0][QLatin1StringView("number")]
         == value("2346")));
}

BOOST_AUTO_TEST_CASE(an_aadhaar_number_that_fails_its_check_stays_an_error_and_is_not_kept_whole)
{
    FirDraft fir;
    fir.setIn("informant", "uid_last4", value("9999 4105 705O"));
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("informant"))[QLatin1StringView("uid_last4")] == value("?705O")));
    BOOST_TEST(fir.tells("error id.aadhaar /informant/uid_last4"));
    fir.setIn("informant", "uid_last4", value("9999 4105 7059"));
    fir.setIn("informant", "ids",
              QJsonArray{QJsonObject{{QStringLiteral("type"), value("UID")},
                                     {QStringLiteral("number"), value("२३४१ २३४१ २३४५")}}});
    BOOST_TEST(fir.tells("error id.aadhaar /informant/uid_last4"));
    for (int round = 0; round < 2; ++round) {
        fir.complete();
        const QJsonObject informant = fir.payload.value(QLatin1StringView("informant")).toObject();
        BOOST_TEST((informant.value(QLatin1StringView("uid_last4")) == value("?7059")));
        BOOST_TEST((informant[QLatin1StringView("ids")][0][QLatin1StringView("number")] == value("?2345")));
        BOOST_TEST(fir.tells("error id.aadhaar /informant/uid_last4"));
        BOOST_TEST(fir.tells("error id.aadhaar /informant/ids/0/number"));
    }
}

BOOST_AUTO_TEST_CASE(a_section_is_stored_as_its_act_prints_it)
{
    for (const auto& [typed, kept] : {std::pair{"303 (2)", "303(2)"},
                                      {" 376 d a ", "376DA"},
                                      {"304-A", "304A"},
                                      {"61( 1 )(a)", "61(1)(a)"},
                                      {"303 of BNS", "303 of BNS"}}) {
        FirDraft fir;
        fir.charge("BNS", typed);
        fir.complete();
        BOOST_TEST(
            (fir.payload.value(QLatin1StringView("laws"))[0][QLatin1StringView("section")] == QLatin1StringView(kept)),
            typed);
    }
}

BOOST_AUTO_TEST_CASE(aliases_written_behind_a_name_get_their_own_field)
{
    const auto informant = [](const char* name) {
        FirDraft fir;
        fir.setIn("informant", "name", value(name));
        fir.complete();
        return fir.payload.value(QLatin1StringView("informant")).toObject();
    };
    for (const char* name : {"राजेश @ राजू", "राजेश@राजू", "राजेश उर्फ राजू", "राजेश alias राजू", "राजेश URF राजू",
                             "राजेश a.k.a. राजू", "राजेश @ राजेश @ राजू"}) {
        const QJsonObject row = informant(name);
        BOOST_TEST((row.value(QLatin1StringView("name")) == value("राजेश")), name);
        BOOST_TEST((row.value(QLatin1StringView("aliases")) == QJsonArray{value("राजू")}), name);
    }
    for (const char* name : {"@ राजू", "राजेश @", "Urfi Khan", "राजेश"}) {
        const QJsonObject row = informant(name);
        BOOST_TEST((row.value(QLatin1StringView("name")) == value(name)), name);
        BOOST_TEST(!row.contains(QLatin1StringView("aliases")), name);
    }
    FirDraft fir;
    fir.setIn("informant", "aliases", QJsonArray{value("राजू"), value("मोटू")});
    fir.setIn("informant", "name", value("राजेश @ राजू"));
    fir.complete();
    BOOST_TEST((fir.payload.value(QLatin1StringView("informant"))[QLatin1StringView("aliases")]
                == QJsonArray{value("राजू"), value("मोटू")}));
}

BOOST_AUTO_TEST_CASE(titles_before_a_relatives_name_are_taken_off)
{
    const auto informant = [](const char* name) {
        FirDraft fir;
        fir.setIn("informant", "relative_name", value(name));
        fir.complete();
        return fir.payload.value(QLatin1StringView("informant")).toObject();
    };
    for (const char* name : {"श्री रामफल", "Sh. रामफल", "Shri रामफल", "श्रीमती रामफल"}) {
        BOOST_TEST((informant(name).value(QLatin1StringView("relative_name")) == value("रामफल")), name);
        BOOST_TEST(!informant(name).contains(QLatin1StringView("relative_deceased")), name);
    }
    for (const char* name : {"Late Sh. रामफल", "स्व. श्री रामफल", "स्व0 रामफल", "स्वर्गीय रामफल"}) {
        BOOST_TEST((informant(name).value(QLatin1StringView("relative_name")) == value("रामफल")), name);
        BOOST_TEST((informant(name).value(QLatin1StringView("relative_deceased")) == QJsonValue(true)), name);
    }
    for (const char* name : {"श्रीराम", "Shriram", "श्री", "Latesh Kumar"})
        BOOST_TEST((informant(name).value(QLatin1StringView("relative_name")) == value(name)), name);
}

BOOST_AUTO_TEST_CASE(the_end_of_a_day_is_the_start_of_the_next)
{
    FirDraft fir;
    fir.set("occ_from_date", value("31/12/2024"));
    fir.set("occ_from_time", value("24:00"));
    fir.set("occ_to_time", value("24.00 बजे"));
    fir.payload.remove(QStringLiteral("occ_to_date"));
    fir.set("gd_at", value("31/12/2024 24:00"));
    fir.complete();
    const auto at = [&](const char* field) { return fir.payload.value(QLatin1StringView(field)); };
    BOOST_TEST((at("occ_from_date") == value("2025-01-01")));
    BOOST_TEST((at("occ_from_time") == value("00:00")));
    BOOST_TEST((at("occ_to_date") == value("2025-01-01")));
    BOOST_TEST((at("occ_to_time") == value("00:00")));
    BOOST_TEST((at("occ_pahar") == value("1")));
    BOOST_TEST((at("gd_at") == value("2025-01-01T00:00:00+05:30")));
    fir.payload.remove(QStringLiteral("occ_from_date"));
    fir.set("occ_from_time", value("24:00"));
    fir.complete();
    BOOST_TEST((at("occ_from_time") == value("24:00"))); // no day to count from
}

BOOST_AUTO_TEST_CASE(empty_values_are_dropped)
{
    FirDraft fir;
    fir.set("beat_no", value("   "));
    fir.set("uidb_refs", QJsonArray{value(""), QJsonValue()});
    fir.set("other_laws", QJsonValue());
    fir.set("witnesses", QJsonArray{QJsonObject{{QStringLiteral("name"), value("")}}});
    fir.complete();
    for (const char* field : {"beat_no", "uidb_refs", "other_laws", "witnesses"})
        BOOST_TEST(!fir.payload.contains(QLatin1StringView(field)), field);
}

BOOST_AUTO_TEST_CASE(letters_are_composed_so_that_equal_texts_are_equal)
{
    BOOST_TEST((completed("beat_no", value("e\u0301")) == value("\u00e9")));
    // A letter with nukta has one stored form, two code points by the rules of NFC.
    BOOST_TEST((completed("beat_no", value("\u095c")) == value("\u0921\u093c")));
}

BOOST_AUTO_TEST_SUITE_END()
