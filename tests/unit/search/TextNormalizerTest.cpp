#include "search/TextNormalizer.h"

#include "search/WordReader.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra::search;

namespace {

std::string folded(const char16_t* text)
{
    return normalized(QString::fromUtf16(text)).toStdString();
}

void same(const char16_t* a, const char16_t* b)
{
    BOOST_TEST(folded(a) == folded(b));
}

} // namespace

BOOST_AUTO_TEST_SUITE(search_text_normalizer)

BOOST_AUTO_TEST_CASE(case_and_devanagari_digits_do_not_matter)
{
    BOOST_TEST(folded(u"RAMESH Kumar") == "ramesh kumar");
    BOOST_TEST(folded(u"१२३ 45") == "123 45");
}

BOOST_AUTO_TEST_CASE(nukta_is_folded_composed_or_not)
{
    same(u"गौ\u095C", u"गौ\u0921\u093C");
    same(u"गौ\u095C", u"गौड");
    same(u"\u095Bाहिद", u"जाहिद");
}

BOOST_AUTO_TEST_CASE(invisible_characters_are_dropped)
{
    same(u"गुड्\u200Dडी", u"गुड्डी");
    same(u"\uFEFFRam\u00ADesh\u200B", u"ramesh");
}

BOOST_AUTO_TEST_CASE(no_break_space_sets_words_apart)
{
    BOOST_TEST(folded(u"Ram\u00A0Kumar") == "ram kumar");
}

BOOST_AUTO_TEST_CASE(typing_slips_mean_the_letter_that_was_meant)
{
    same(u"अाशा", u"आशा");
    same(u"अोम", u"ओम");
    same(u"रामाे", u"रामो");
    same(u"संतोष", u"स\u0902ताेष");
    same(u"मांग", u"म\u0902\u093Eग");
}

BOOST_AUTO_TEST_CASE(half_nasals_anusvara_and_chandrabindu_are_one)
{
    same(u"आनन्द", u"आनंद");
    same(u"सम्पत्ति", u"संपत्ति");
    same(u"पण्डित", u"पंडित");
    same(u"गाँव", u"गांव");
    BOOST_TEST(folded(u"मुन्नी") != folded(u"मुंनी"));
}

BOOST_AUTO_TEST_CASE(vowels_are_evidence_and_stay)
{
    BOOST_TEST(folded(u"काल") != folded(u"कुल"));
    BOOST_TEST(folded(u"काल") != folded(u"केला"));
}

BOOST_AUTO_TEST_CASE(full_stop_sign_and_zero_end_an_abbreviation_alike)
{
    BOOST_TEST(folded(u"मु0 रमेश") == folded(u"मु. रमेश"));
    BOOST_TEST(folded(u"मु॰ रमेश") == folded(u"मु० रमेश"));
    BOOST_TEST(folded(u"स0उ0नि0") == folded(u"स.उ.नि."));
    BOOST_TEST(folded(u"मु0न0 45") == folded(u"मु.न. 45"));
}

BOOST_AUTO_TEST_CASE(letters_and_digits_of_hindi_are_two_words)
{
    BOOST_TEST(folded(u"धारा302") == folded(u"धारा 302"));
}

BOOST_AUTO_TEST_CASE(leading_zeros_of_short_numbers_fall_away)
{
    BOOST_TEST(folded(u"0045") == "45");
    BOOST_TEST(folded(u"0") == "0");
    BOOST_TEST(folded(u"09812345678") == "09812345678");
}

BOOST_AUTO_TEST_CASE(latin_with_marks_and_full_width_letters_are_plain)
{
    BOOST_TEST(folded(u"Rāméśh") == "ramesh");
    BOOST_TEST(folded(u"ＲＡＭ") == "ram");
}

BOOST_AUTO_TEST_CASE(words_know_their_place_in_the_original)
{
    const QString text = QStringLiteral("  राम, Kumar!");
    WordReader reader(text);
    Word word;
    BOOST_REQUIRE(reader.next(word));
    BOOST_TEST(word.start == 2);
    BOOST_TEST(word.length == 3);
    BOOST_REQUIRE(reader.next(word));
    BOOST_TEST(text.mid(word.start, word.length).toStdString() == "Kumar");
    BOOST_TEST(!reader.next(word));
}

BOOST_AUTO_TEST_CASE(broken_pairs_and_nuls_set_words_apart)
{
    QString text = QStringLiteral("ram");
    text += QChar(0xD800);
    text += QStringLiteral("kumar");
    text += QChar(0);
    text += QChar(0xDC00);
    text += QStringLiteral("x");
    BOOST_TEST(normalized(text).toStdString() == "ram kumar x");
}

BOOST_AUTO_TEST_CASE(a_word_of_a_megabyte_is_cut)
{
    BOOST_TEST(normalized(QString(1'000'000, u'k')).size() == maxWordUnits);
    BOOST_TEST(normalized(QString(1'000'000, QChar(u'\u0915'))).size() <= maxWordUnits);
    BOOST_TEST(normalized(QString(1'000'000, QChar(u'\u00E9'))).size() <= maxWordUnits);
}

BOOST_AUTO_TEST_SUITE_END()
