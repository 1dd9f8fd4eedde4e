#include "search/QueryParser.h"

#include "unit/search/SearchFixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace ekatra::search;

namespace {

struct Parser : WithKeys {
    Query parse(QStringView text, bool typing = false)
    {
        return QueryParser(keys, QDate(2024, 11, 25)).parse(text, typing);
    }

    // The chips as one line: "name=ramesh -any=gohana".
    std::string chips(QStringView text)
    {
        QStringList all;
        for (const Chip& chip : parse(text).understood)
            all << (chip.excluded ? QStringLiteral("-") : QString()) + chip.field + u'=' + chip.text;
        return all.join(u' ').toStdString();
    }

    std::string notes(QStringView text)
    {
        QStringList all;
        for (const Note& note : parse(text).notes)
            all << note.code;
        return all.join(u' ').toStdString();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_query_parser, Parser)

BOOST_AUTO_TEST_CASE(nothing_typed_is_nothing_to_look_for)
{
    BOOST_TEST(parse(u"").isEmpty());
    BOOST_TEST(parse(u"  ,;:! ").isEmpty());
}

BOOST_AUTO_TEST_CASE(an_fir_number_is_known_in_every_way_of_writing_it)
{
    for (const QString& text :
         {QStringLiteral("45/2024"), QStringLiteral("0045/2024"), QStringLiteral("45/24"), QStringLiteral("FIR 45/24"),
          QStringLiteral("FIR No. 0045/2024"), QStringLiteral("मु0न0 45/2024"), QStringLiteral("मु.नं. ४५/२०२४"),
          QStringLiteral("fir:45/2024"), QStringLiteral("मुकदमा नं 45/24")})
        BOOST_TEST(parse(text).match.toStdString() == "(\"45/2024\")", text.toStdString());
    BOOST_TEST(parse(u"FIR 45").match.toStdString() == "(\"n:45\")");
}

BOOST_AUTO_TEST_CASE(sections_are_not_an_fir_number)
{
    BOOST_TEST(chips(u"302/34 IPC") == "section=302 IPC section=34 IPC");
    BOOST_TEST(chips(u"302/34") == "any=302 any=34");
    BOOST_TEST(chips(u"120/20 भा.द.स.") == "section=120 IPC section=20 IPC");
    BOOST_TEST(chips(u"धारा 379, 411") == "section=379 section=411");
    BOOST_TEST(chips(u"u/s 379-A") == "section=379a");
    BOOST_TEST(notes(u"120/20") == "search.read_as_fir");
}

BOOST_AUTO_TEST_CASE(mobile_numbers_lose_what_stands_before_them)
{
    for (const QString& text :
         {QStringLiteral("9812345678"), QStringLiteral("+91 98123 45678"), QStringLiteral("09812345678"),
          QStringLiteral("91-9812345678"), QStringLiteral("mob. ९८१२३४५६७८"), QStringLiteral("mobile:98123-45678")})
        BOOST_TEST(parse(text).match.toStdString() == "(\"9812345678\")", text.toStdString());
}

BOOST_AUTO_TEST_CASE(vehicles_and_case_numbers_of_courts_are_known)
{
    for (const QString& text : {QStringLiteral("HR-26 AB 1234"), QStringLiteral("hr26ab1234"),
                                QStringLiteral("HR 26-AB-1234"), QStringLiteral("vehicle:HR26AB1234")})
        BOOST_TEST(parse(text).match.toStdString() == "(\"v:hr26ab1234\")", text.toStdString());
    BOOST_TEST(chips(u"HRGR01-000123-2024") == "cnr=HRGR010001232024");
    BOOST_TEST(parse(u"22 BH 1234 AA").match.toStdString() == "(\"v:22bh1234aa\")");
}

BOOST_AUTO_TEST_CASE(titles_are_left_out_unless_they_are_the_name)
{
    BOOST_TEST(chips(u"श्री रमेश") == "any=रमेश");
    BOOST_TEST(chips(u"Late Sh. Tarsem Singh") == "any=Tarsem any=Singh");
    BOOST_TEST(chips(u"Shri Ram") == "any=Shri any=Ram");
    BOOST_TEST(chips(u"Kumari") == "any=Kumari");
}

BOOST_AUTO_TEST_CASE(relations_tell_son_father_and_village)
{
    BOOST_TEST(chips(u"Ramesh s/o Suresh r/o Gohana") == "any=Ramesh father=Suresh village=Gohana");
    BOOST_TEST(chips(u"राजेश उर्फ राजू") == "any=राजेश any=राजू");
}

BOOST_AUTO_TEST_CASE(fields_quotes_exclusion_or_and_prefix_are_understood)
{
    BOOST_TEST(chips(u"name:ramesh पिता:सुरेश -gohana") == "name=ramesh father=सुरेश -any=gohana");
    BOOST_TEST(chips(u"name: \"ram kumar\"") == "name=ram kumar");
    BOOST_TEST(parse(u"sonu or monu").clauses.size() == 1u);
    BOOST_TEST(parse(u"सोनू या मोनू").clauses.size() == 1u);
    BOOST_TEST(chips(u"raj*") == "any=raj*");
}

BOOST_AUTO_TEST_CASE(ranges_of_days_do_not_burden_the_index)
{
    const Query query = parse(u"ramesh date:2024-01..2024-06");
    BOOST_TEST((query.from == QDate(2024, 1, 1)));
    BOOST_TEST((query.to == QDate(2024, 6, 30)));
    BOOST_TEST((parse(u"date:06/2024").to == QDate(2024, 6, 30)));
    BOOST_TEST((parse(u"date:14/07/2024").from == QDate(2024, 7, 14)));
    BOOST_TEST((parse(u"date:2023..").from == QDate(2023, 1, 1)));
    BOOST_TEST(!parse(u"date:2023..").to.has_value());
    BOOST_TEST((parse(u"date:2024-06..2024-01").from == QDate(2024, 1, 1)));
    BOOST_TEST(!parse(u"date:2024").isEmpty());
}

BOOST_AUTO_TEST_CASE(odd_input_is_searched_and_explained)
{
    BOOST_TEST(notes(u"\"ram kumar") == "search.unclosed_quote");
    BOOST_TEST(notes(u"foo:bar") == "search.unknown_field");
    BOOST_TEST(notes(u"or ramesh") == "search.dangling_or");
    BOOST_TEST(notes(u"ramesh or") == "search.dangling_or");
    BOOST_TEST(notes(u"name:") == "search.empty_field");
    BOOST_TEST(notes(u"date:yesterday") == "search.odd_value");
    BOOST_TEST(notes(u"kind:elephant") == "search.unknown_kind");
    BOOST_TEST(notes(u"-ramesh") == "search.only_exclusions");
    BOOST_TEST(notes(QString(5000, u'x')) == "search.too_long");
    BOOST_TEST(notes(u"at 10:30") == "");
    BOOST_TEST(chips(u"date:yesterday") != "");
}

BOOST_AUTO_TEST_CASE(chips_say_which_stretch_they_stand_for)
{
    const QString text = QStringLiteral("FIR No. 45/24 name:ramesh");
    const Query query = parse(text);
    BOOST_REQUIRE(query.understood.size() == 2u);
    const auto stretch = [&](const Chip& chip) { return text.mid(chip.start, chip.length).toStdString(); };
    BOOST_TEST(stretch(query.understood[0]) == "FIR No. 45/24");
    BOOST_TEST(stretch(query.understood[1]) == "name:ramesh");
}

BOOST_AUTO_TEST_CASE(every_note_has_its_text_in_both_languages)
{
    const QByteArray messages = sourceFile(QStringLiteral("resources/messages/search.json"));
    const QJsonObject all = QJsonDocument::fromJson(messages).object();
    BOOST_REQUIRE(!all.isEmpty());
    for (const QString& code : {QStringLiteral("search.unclosed_quote"), QStringLiteral("search.unknown_field"),
                                QStringLiteral("search.dangling_or"), QStringLiteral("search.empty_field"),
                                QStringLiteral("search.odd_value"), QStringLiteral("search.unknown_kind"),
                                QStringLiteral("search.only_exclusions"), QStringLiteral("search.read_as_fir"),
                                QStringLiteral("search.too_long"), QStringLiteral("search.no_fts5"),
                                QStringLiteral("search.tokenizer_refused"), QStringLiteral("names.table")}) {
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("hi")}) {
            const QJsonObject text = all[code].toObject()[language].toObject();
            BOOST_TEST(!text[QStringLiteral("message")].toString().isEmpty(), code.toStdString());
            BOOST_TEST(!text[QStringLiteral("hint")].toString().isEmpty(), code.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_holds_no_word_finds_nothing_and_says_so)
{
    for (const QString& text :
         {QStringLiteral("😀"), QStringLiteral("%"), QStringLiteral("("), QStringLiteral(")"), QStringLiteral("^"),
          QStringLiteral(":"), QStringLiteral("-"), QStringLiteral("-%"), QStringLiteral("(* )")}) {
        BOOST_TEST(parse(text).isVoid, text.toStdString());
        BOOST_TEST(notes(text) == "search.no_words", text.toStdString());
    }
    BOOST_TEST(parse(u"\"\"").isVoid);
    BOOST_TEST(notes(u"\"\"") == "search.empty_quotes");
    BOOST_TEST(parse(u"name:").isVoid);
    for (const QString& text : {QString(), QStringLiteral("  "), QStringLiteral("*"), QStringLiteral("ramesh %"),
                                QStringLiteral("-ramesh"), QStringLiteral("date:2024")})
        BOOST_TEST(!parse(text).isVoid, text.toStdString());
    BOOST_TEST(notes(u"*") == "");
}

BOOST_AUTO_TEST_CASE(notes_carry_the_words_that_their_texts_have_places_for)
{
    const QJsonObject texts =
        QJsonDocument::fromJson(sourceFile(QStringLiteral("resources/messages/search.json"))).object();
    for (const QString& text :
         {QStringLiteral("kind:nosuch"), QStringLiteral("vill:x"), QStringLiteral("\"\""), QStringLiteral("5/24"),
          QStringLiteral("date:abc"), QStringLiteral("name:"), QStringLiteral("%")}) {
        const auto all = parse(text).notes;
        BOOST_REQUIRE(all.size() == 1U);
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("hi")}) {
            QString message = texts[all[0].code][language][QStringLiteral("message")].toString();
            BOOST_TEST(!message.isEmpty(), all[0].code.toStdString());
            for (auto word = all[0].context.begin(); word != all[0].context.end(); ++word)
                message.replace(u'{' + word.key() + u'}', word.value());
            BOOST_TEST(!message.contains(u'{'), message.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_section_may_name_its_act_and_a_station_its_kind)
{
    for (const QString& text : {QStringLiteral("section:\"303(2) BNS\""), QStringLiteral("section:\"303 (2) bns\""),
                                QStringLiteral("section:\"BNS 303(2)\"")})
        BOOST_TEST(parse(text).match.toStdString() == "(\"x:bns.303(2)\")", text.toStdString());
    BOOST_TEST(parse(u"section:379-A").match.toStdString() == "(\"x:379a\")");
    BOOST_TEST(notes(u"section:\"303 XYZ\"") == "search.odd_value");
    const std::string plain = parse(u"station:\"Sadar Sonipat\"").match.toStdString();
    for (const QString& text :
         {QStringLiteral("station:\"PS Sadar Sonipat\""), QStringLiteral("station:\"P.S. Sadar Sonipat\""),
          QStringLiteral("station:\"थाना Sadar Sonipat\"")})
        BOOST_TEST(parse(text).match.toStdString() == plain, text.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
