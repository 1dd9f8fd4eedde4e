// Whole rows and broken ones through the CAS profile as it is shipped.
#include "base/CanonicalJson.h"
#include "unit/sources/CasRows.h"

using namespace ekatra;
using namespace ekatra::sources;
using namespace ekatra::test;

namespace {

const auto fir = QStringLiteral("fir");

QJsonObject with(QJsonObject row, const char* field, const QJsonValue& value)
{
    row.insert(QLatin1String(field), value);
    return row;
}

// The one payload that a page of `row` gives.
QJsonObject mapped(const QJsonObject& row, const QString& stream = fir)
{
    auto page = readCas(stream, casPage(stream, {row}));
    BOOST_REQUIRE(page.ok());
    for (const RejectedRow& row : page->rejected)
        BOOST_ERROR((row.reason + QLatin1Char(' ') + row.detail).toStdString());
    BOOST_REQUIRE(page->rows.size() == 1U);
    return page->rows.front().payload;
}

std::string text(const QJsonObject& payload, const char* path)
{
    QJsonValue value = payload;
    for (const QString& part : QString::fromLatin1(path).split(QLatin1Char('/')))
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
    return value.isString() ? value.toString().toStdString() : base::canonicalJson(value).toStdString();
}

// Why the one row was set aside.
std::string reason(const QJsonObject& row, const QString& stream = fir)
{
    auto page = readCas(stream, casPage(stream, {row}));
    if (!page || page->rejected.size() != 1 || !page->rows.empty())
        return "not set aside";
    return (page->rejected.front().reason + QLatin1Char(' ') + page->rejected.front().detail).toStdString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(sources_page_reader)

BOOST_AUTO_TEST_CASE(a_fir_row_becomes_the_payload_of_a_fir)
{
    const QJsonObject payload = mapped(firRow());
    BOOST_TEST(text(payload, "ps_code") == "13020004");
    BOOST_TEST(text(payload, "fir_year") == "2024");
    BOOST_TEST(text(payload, "fir_no") == "45");
    BOOST_TEST(text(payload, "fir_at") == "2024-07-14T10:20:00+05:30");
    BOOST_TEST(text(payload, "fir_kind") == "REG");
    BOOST_TEST(text(payload, "laws") == R"json([{"act":"BNS","section":"303(2)"}])json");
    BOOST_TEST(text(payload, "occ_from_date") == "2024-07-13");
    BOOST_TEST(text(payload, "occ_from_time") == "20:00");
    BOOST_TEST(!payload.contains(QLatin1String("occ_to_time")));
    BOOST_TEST(text(payload, "gd_no") == "58");
    BOOST_TEST(text(payload, "place_distance") == "3.5");
    BOOST_TEST(
        text(payload, "place")
        == R"({"district":"Panipat","kind":"PLACE","state":"HR","text":"near the temple","village_town":"Siwah"})");
    BOOST_TEST(text(payload, "informant/role") == "INFORMANT");
    BOOST_TEST(text(payload, "informant/relative_name") == "सुरेश");
    BOOST_TEST(text(payload, "informant/mobile") == "9812345678");
    BOOST_TEST(text(payload, "informant/addresses/0/kind") == "PRES");
    BOOST_TEST(text(payload, "accused/0/name") == "Raju");
    BOOST_TEST(text(payload, "accused/0/aliases") == R"(["Kalia"])");
    BOOST_TEST(text(payload, "accused/0/age_years") == "24");
    BOOST_TEST(
        !payload.value(QLatin1String("accused")).toArray().at(0).toObject().contains(QLatin1String("addresses")));
    BOOST_TEST(text(payload, "accused_unknown_count") == "2");
    BOOST_TEST(!payload.contains(QLatin1String("victims")));
    BOOST_TEST(text(payload, "properties/0/value") == "4500000");
    BOOST_TEST(text(payload, "properties/0/reg_no") == "HR06AB1234");
    BOOST_TEST(text(payload, "property_total") == "4500000");
    BOOST_TEST(text(payload, "io") == R"({"belt_no":"123/PPT","name":"Ram Mehar","rank":"ASI"})");
    BOOST_TEST(text(payload, "practice") == "true");
}

BOOST_AUTO_TEST_CASE(a_row_carries_its_key_its_change_stamp_and_its_canonical_text)
{
    auto page = readCas(fir, casPage(fir, {firRow()}));
    BOOST_REQUIRE(page.ok());
    const MappedRow& row = page->rows.at(0);
    BOOST_TEST((row.kind == fir));
    BOOST_TEST(row.sourceKey.toStdString() == "13020004240045");
    BOOST_TEST(row.sourceRevision.toStdString() == "2024-07-14T18:22:31+05:30");
    BOOST_TEST(row.canonical.toStdString() == base::canonicalJson(row.payload).toStdString());
    BOOST_TEST(row.warnings.isEmpty());
}

BOOST_AUTO_TEST_CASE(an_arrest_row_becomes_the_payload_of_an_arrest)
{
    const QJsonObject payload = mapped(arrestRow(), QStringLiteral("arrest"));
    BOOST_TEST(text(payload, "fir_ref") == R"({"fir_no":45,"fir_year":2024,"ps_code":"13020004"})");
    BOOST_TEST(text(payload, "arrest_at") == "2024-07-16T07:05:00+05:30");
    BOOST_TEST(text(payload, "arrest_gd") == "12");
    BOOST_TEST(text(payload, "name") == "Raju");
    BOOST_TEST(text(payload, "aliases") == R"(["Kalia"])");
    BOOST_TEST(text(payload, "relative_name") == "Dharam Singh");
    BOOST_TEST(text(payload, "present_address/village_town") == "Siwah");
    BOOST_TEST(text(payload, "accused_code") == "A1");
    BOOST_TEST(!payload.contains(QLatin1String("birth_year")));
}

BOOST_AUTO_TEST_CASE(a_report_row_becomes_the_payload_of_a_final_report)
{
    const QJsonObject payload = mapped(reportRow(), QStringLiteral("final_report"));
    BOOST_TEST(text(payload, "fr_no") == "12");
    BOOST_TEST(text(payload, "fr_date") == "2024-09-01");
    BOOST_TEST(text(payload, "laws")
               == R"json([{"act":"BNS","section":"303(2)"},{"act":"BNS","section":"317(2)"}])json");
    BOOST_TEST(text(payload, "accused/0/accused_status") == "JC");
    BOOST_TEST(text(payload, "accused_not_cs/0/reason") == "no evidence");
    BOOST_TEST(text(payload, "witnesses/0/role") == "WITNESS");
    BOOST_TEST(text(payload, "ios/0/rank") == "ASI");
}

BOOST_AUTO_TEST_CASE(an_unknown_accused_is_counted_and_is_no_person)
{
    for (const char* name : {"UNKNOWN", "अज्ञात", "अज्ञात चोर", "नामपता नामालूम", "Unknown person"}) {
        const QJsonObject nobody{{QStringLiteral("Name"), QString::fromUtf8(name)},
                                 {QStringLiteral("Gender"), QStringLiteral("M")}};
        auto row = with(firRow(), "AccusedList", QJsonArray{nobody});
        row = with(row, "UnknownAccused", QStringLiteral("NULL"));
        const QJsonObject payload = mapped(row);
        BOOST_TEST(!payload.contains(QLatin1String("accused")), name);
        BOOST_TEST(text(payload, "accused_unknown_count") == "1", name);
    }
}

BOOST_AUTO_TEST_CASE(parentage_and_address_inside_the_name_go_to_their_fields)
{
    const QJsonObject person{{QStringLiteral("Name"), QStringLiteral("राजेश @ राजू पुत्र स्व. श्री रामफल निवासी गांव सिवाह")},
                             {QStringLiteral("RelationType"), QStringLiteral("NULL")},
                             {QStringLiteral("Gender"), QStringLiteral("M")}};
    const QJsonObject payload = mapped(with(firRow(), "AccusedList", QJsonArray{person}));
    BOOST_TEST(text(payload, "accused/0/name") == "राजेश");
    BOOST_TEST(text(payload, "accused/0/aliases") == R"(["राजू"])");
    BOOST_TEST(text(payload, "accused/0/relation") == "F");
    BOOST_TEST(text(payload, "accused/0/relative_name") == "रामफल");
    BOOST_TEST(text(payload, "accused/0/addresses/0/text") == "गांव सिवाह");
}

BOOST_AUTO_TEST_CASE(null_words_leave_nothing_behind)
{
    for (const char* word : {"NULL", "null", "N/A", "--", "", "  ", "निरंक"}) {
        const QJsonObject payload = mapped(with(firRow(), "PlaceType", QString::fromUtf8(word)));
        BOOST_TEST(!payload.contains(QLatin1String("place_type")), word);
    }
    const QJsonObject gone = mapped(with(firRow(), "PlaceType", QJsonValue::Null));
    BOOST_TEST(!gone.contains(QLatin1String("place_type")));
}

BOOST_AUTO_TEST_CASE(a_row_without_its_numbers_is_set_aside)
{
    BOOST_TEST(reason(with(firRow(), "FirNo", QStringLiteral("NULL"))) == "row.missing fir_no");
    BOOST_TEST(reason(with(firRow(), "FirNo", QStringLiteral("forty"))) == "row.bad_number fir_no");
    BOOST_TEST(reason(with(firRow(), "FIR_REG_NUM", QStringLiteral("NULL"))) == "row.missing key");
    BOOST_TEST(reason(with(firRow(), "ChangedOn", QStringLiteral("yesterday"))) == "row.bad_date changed");
    BOOST_TEST(reason(with(firRow(), "FirYear", QJsonObject{{QStringLiteral("value"), 2024}}))
               == "row.not_text fir_year");
    BOOST_TEST(reason(with(firRow(), "Complainant", QStringLiteral("Ramesh"))) == "row.not_an_object informant");
    BOOST_TEST(reason(with(firRow(), "AccusedList", QStringLiteral("Ramesh"))) == "row.not_a_list accused");
}

BOOST_AUTO_TEST_CASE(a_date_that_never_was_is_set_aside_and_a_placeholder_is_not_known)
{
    BOOST_TEST(reason(with(firRow(), "FirDate", QStringLiteral("31/02/2024"))) == "row.no_such_date fir_at");
    BOOST_TEST(reason(with(firRow(), "OccFromDate", QStringLiteral("2024-07-13"))) == "row.bad_date occ_from_date");
    for (const char* date : {"01/01/1900", "01/01/1970", "31/12/9999", "00/00/0000"}) {
        auto page = readCas(fir, casPage(fir, {with(firRow(), "OccFromDate", QString::fromLatin1(date))}));
        BOOST_REQUIRE(page.ok());
        BOOST_REQUIRE(page->rows.size() == 1U);
        BOOST_TEST(!page->rows[0].payload.contains(QLatin1String("occ_from_date")), date);
        BOOST_TEST(page->rows[0].warnings.contains(QStringLiteral("occ_from_date row.placeholder_date")), date);
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_but_is_not_needed_stays_as_the_source_wrote_it)
{
    auto page = readCas(fir, casPage(fir, {with(firRow(), "PlaceDistanceKm", QStringLiteral("3 कोस"))}));
    BOOST_REQUIRE(page.ok());
    BOOST_REQUIRE(page->rows.size() == 1U);
    const MappedRow& row = page->rows[0];
    BOOST_TEST(!row.payload.contains(QLatin1String("place_distance")));
    BOOST_TEST(text(row.payload, "source_text/place_distance") == "3 कोस");
    BOOST_TEST((row.warnings == QStringList{QStringLiteral("place_distance row.bad_number")}));
    BOOST_TEST(row.canonical.toStdString() == base::canonicalJson(row.payload).toStdString());
}

BOOST_AUTO_TEST_CASE(of_one_key_twice_the_later_change_wins_and_repeats_are_ignored)
{
    const auto older =
        with(with(firRow(), "CaseStatus", QStringLiteral("REG")), "ChangedOn", QStringLiteral("13/07/2024 10:00:00"));
    for (const auto& rows : {std::vector{older, firRow(), firRow()}, std::vector{firRow(), older, firRow()}}) {
        auto page = readCas(fir, casPage(fir, rows));
        BOOST_REQUIRE(page.ok());
        BOOST_REQUIRE(page->rows.size() == 1U);
        BOOST_TEST(text(page->rows[0].payload, "status") == "UI");
        BOOST_TEST(page->duplicates == 2);
    }
}

BOOST_AUTO_TEST_CASE(a_field_named_twice_is_not_guessed_at)
{
    auto page = readCas(fir, R"([{"FIR_REG_NUM":"1","FirNo":"1","FirNo":"2"}])");
    BOOST_REQUIRE(page.ok());
    BOOST_REQUIRE(page->rejected.size() == 1U);
    BOOST_TEST(page->rejected[0].reason.toStdString() == "row.duplicate_field");
    BOOST_TEST(page->rejected[0].detail.toStdString() == "FirNo");
    BOOST_TEST(page->rejected[0].raw.contains("\"FirNo\":\"2\""));
}

BOOST_AUTO_TEST_CASE(broken_text_sets_its_own_row_aside_and_no_other)
{
    QByteArray page = casPage(fir,
                              {firRow(), with(firRow(), "FIR_REG_NUM", QStringLiteral("13020004240046")),
                               with(firRow(), "FIR_REG_NUM", QStringLiteral("13020004240047"))});
    const qsizetype second = page.indexOf("near the temple", page.indexOf("near the temple") + 1);
    QByteArray badUtf8 = page;
    badUtf8[second] = '\xFF';
    QByteArray badEscape = page;
    badEscape.replace(second, 2, "\\q");
    for (const auto& [body, why] : {std::pair{badUtf8, "row.bad_utf8"}, std::pair{badEscape, "row.bad_json"}}) {
        auto read = readCas(fir, body);
        BOOST_REQUIRE(read.ok());
        BOOST_TEST(read->rows.size() == 2U);
        BOOST_REQUIRE(read->rejected.size() == 1U);
        BOOST_TEST(read->rejected[0].reason.toStdString() == why);
        BOOST_TEST(read->rejected[0].fingerprint.size() == 64);
        BOOST_TEST(read->rejected[0].raw.contains("13020004240046"));
        BOOST_TEST(body.contains(read->rejected[0].raw));
    }
}

BOOST_AUTO_TEST_CASE(a_bare_line_end_inside_a_text_is_read_as_one)
{
    QByteArray page = casPage(fir, {firRow()});
    page.replace("near the temple", "near\nthe temple");
    auto read = readCas(fir, page);
    BOOST_REQUIRE(read.ok());
    BOOST_REQUIRE(read->rows.size() == 1U);
    BOOST_TEST(text(read->rows[0].payload, "place/text") == "near\nthe temple");
}

BOOST_AUTO_TEST_CASE(a_row_nested_too_deep_is_set_aside)
{
    QByteArray page = casPage(fir, {firRow(), firRow()});
    page.replace(page.lastIndexOf("\"NULL\""), 6, QByteArray(200, '[') + QByteArray(200, ']'));
    auto read = readCas(fir, page);
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->rows.size() == 1U);
    BOOST_REQUIRE(read->rejected.size() == 1U);
    BOOST_TEST(read->rejected[0].reason.toStdString() == "row.too_deep");
}

BOOST_AUTO_TEST_CASE(what_is_not_the_page_is_an_error_and_never_an_empty_page)
{
    const auto code = [](const QString& stream, const QByteArray& body) {
        auto page = readCas(stream, body);
        return page ? std::string("ok") : page.error().code.toStdString();
    };
    const auto arrest = QStringLiteral("arrest");
    BOOST_TEST(code(fir, "[]") == "ok");
    BOOST_TEST(code(fir, "\xEF\xBB\xBF[]") == "ok");
    BOOST_TEST(code(arrest, R"({"Status":"OK","ArrestDetails":[]})") == "ok");
    BOOST_TEST(code(fir, "<html>login</html>") == "sources.not_json");
    BOOST_TEST(code(fir, "") == "sources.not_json");
    BOOST_TEST(code(fir, R"({"Status":"ERROR"})") == "sources.unexpected_shape");
    BOOST_TEST(code(arrest, "[]") == "sources.unexpected_shape");
    BOOST_TEST(code(arrest, R"({"Status":"OK"})") == "sources.unexpected_shape");
    BOOST_TEST(code(arrest, R"({"ArrestDetails":null})") == "sources.unexpected_shape");
    BOOST_TEST(code(fir, "[]<!-- served by proxy -->") == "sources.not_json");
    const QByteArray whole = casPage(arrest, {arrestRow(), arrestRow()});
    for (qsizetype cut = 1; cut < whole.size(); ++cut)
        BOOST_TEST(code(arrest, whole.left(cut)) != "ok");
    BOOST_TEST(code(arrest, whole.left(whole.size() - 1)) == "sources.truncated");
    BOOST_TEST(code(arrest, whole.left(whole.size() / 2)) == "sources.truncated");
}

BOOST_AUTO_TEST_CASE(a_row_that_is_no_object_is_set_aside)
{
    auto page = readCas(fir, "[7,null,\"x\"]");
    BOOST_REQUIRE(page.ok());
    BOOST_TEST(page->rejected.size() == 3U);
    BOOST_TEST(page->rejected[0].raw.toStdString() == "7");
}

BOOST_AUTO_TEST_SUITE_END()
