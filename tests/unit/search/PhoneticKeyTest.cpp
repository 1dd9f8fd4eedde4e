#include "search/PhoneticKey.h"

#include "search/TextNormalizer.h"

#include "unit/search/SearchFixture.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

using namespace ekatra::search;

namespace {

struct Together {
    const char16_t* a;
    const char16_t* b;
};

std::ostream& operator<<(std::ostream& out, const Together& pair)
{
    return out << QString::fromUtf16(pair.a).toStdString() << " / " << QString::fromUtf16(pair.b).toStdString();
}

bool meet(PhoneticKey& keys, const Together& pair)
{
    return PhoneticKey::meet(keys.keys(QString::fromUtf16(pair.a)), keys.keys(QString::fromUtf16(pair.b)));
}

const Together together[] = {
    {u"कुमार", u"Kumar"},     {u"Kumaar", u"Kumar"},
    {u"राजेंद्र", u"Rajinder"}, {u"Rajendra", u"राजेन्दर"},
    {u"सत्येंद्र", u"Satinder"}, {u"गौड़", u"Gaud"},
    {u"गौड़", u"Gaur"},       {u"जाखड़", u"Jakhar"},
    {u"विमला", u"Bimla"},    {u"Satvir", u"सतबीर"},
    {u"कृष्ण", u"Kishan"},     {u"Kirshan", u"Krishan"},
    {u"चंद्र", u"Chandra"},    {u"Krishna", u"कृष्णा"},
    {u"मेहर", u"Mehr"},       {u"सहरावत", u"Sehrawat"},
    {u"राव", u"Rao"},        {u"Raw", u"Rao"},
    {u"दहिया", u"Dahia"},    {u"आयशा", u"Ayesha"},
    {u"कलां", u"Kalan"},      {u"मां", u"Ma"},
    {u"यूनुस", u"Eunus"},      {u"Mohd", u"मौहम्मद"},
    {u"लछमी", u"Laxmi"},     {u"ज्ञान", u"Gyan"},
    {u"प्रदीप", u"Pardeep"},  {u"तिरलोक", u"Trilok"},
    {u"सिहं", u"Singhh"},     {u"श्योराण", u"Sheoran"},
    {u"गोयल", u"Goel"},      {u"भटगांव", u"Bhatgaon"},
    {u"जय", u"Jai"},         {u"नन्दकिशोर", u"Nandkishore"},
    {u"फूल", u"Phool"},       {u"रमज़ान", u"Ramjan"},
};

const Together apart[] = {
    {u"काल", u"कुल"},
    {u"काल", u"केला"},
    {u"कुल", u"कालू"},
    {u"कमल", u"कमला"},
    {u"कमल", u"कोमल"},
    {u"राम", u"रमा"},
    {u"राम", u"रानी"},
    {u"राज", u"राजू"},
    {u"राजा", u"राजू"},
    {u"करण", u"किरण"},
    {u"आशा", u"उषा"},
    {u"अमर", u"उमर"},
    {u"नीरू", u"नीतू"},
    {u"प्रेम", u"प्रेमो"},
    {u"Mukesh", u"Mahesh"},
    {u"Rakesh", u"रमेश"},
    {u"Sunil", u"सुशील"},
    {u"अरुण", u"तरुण"},
    {u"Hasan", u"हुसैन"},
    {u"Shahid", u"जाहिद"},
    {u"Gohana", u"टोहाना"},
    {u"Sushil", u"सुशीला"},
    {u"Balwan", u"बलवंत"},
    {u"Vijay", u"विनय"},
    {u"Satish", u"सत्येश"},
    {u"पाल", u"फल"},
    {u"Silana", u"सिलानी"},
    {u"Kundli", u"पूंडरी"},
    {u"Suresh", u"Sarveshwar"},
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_phonetic_key, WithKeys)

BOOST_DATA_TEST_CASE(spellings_of_one_name_share_a_key, boost::unit_test::data::make(together))
{
    BOOST_TEST(meet(keys, sample));
}

BOOST_DATA_TEST_CASE(names_of_different_people_share_none, boost::unit_test::data::make(apart))
{
    BOOST_TEST(!meet(keys, sample));
}

BOOST_AUTO_TEST_CASE(a_first_y_is_also_read_as_j)
{
    BOOST_TEST(meet(keys, {u"Yogender", u"जोगेंद्र"}));
    BOOST_TEST(keys.keys(u"Yogender").size() == 2u);
}

BOOST_AUTO_TEST_CASE(numbers_letters_and_other_scripts_have_no_key)
{
    for (const QString& word :
         {QStringLiteral("45"), QStringLiteral("hr26"), QStringLiteral("r"), QStringLiteral("李明"), QString()})
        BOOST_TEST(keys.keys(word).empty());
}

BOOST_AUTO_TEST_CASE(two_words_joined_sound_like_the_one_word)
{
    const auto sound = [&](QStringView word) { return keys.entry(view(word)).sound; };
    const auto joined = keys.joinedKeys(sound(u"राम"), sound(u"कुमार"));
    BOOST_TEST(PhoneticKey::meet(joined, keys.keys(u"Ramkumar")));
    BOOST_TEST(PhoneticKey::meet(joined, keys.keys(u"रामकुमार")));
    BOOST_TEST(PhoneticKey::meet(keys.joinedKeys(sound(u"ram"), sound(u"mehar")), keys.keys(u"Rammehar")));
}

BOOST_AUTO_TEST_CASE(a_word_half_typed_begins_the_keys_of_the_whole)
{
    const auto begun = keys.prefixKeys(u"kama");
    BOOST_REQUIRE(!begun.empty());
    BOOST_TEST(keys.key(u"कमल").startsWith(begun.front()));
    BOOST_TEST(keys.key(u"Kamlesh").startsWith(begun.front()));
}

BOOST_AUTO_TEST_CASE(keys_stay_the_same_when_memory_overflows)
{
    const Key before = keys.key(u"रमेश");
    for (int i = 0; i < 250'000; ++i) {
        QString word = QStringLiteral("k");
        for (int rest = i; rest > 0; rest /= 20)
            word += QChar(u'a' + rest % 20);
        BOOST_REQUIRE(!keys.entry(view(word)).keys.empty() || word.size() < 2);
    }
    BOOST_TEST((keys.key(u"रमेश") == before));
}

BOOST_AUTO_TEST_CASE(a_damaged_table_is_refused_with_its_line)
{
    const auto tables =
        NameTables::parse("head,reach,members\nram,words,raam\nshyam,everywhere,sham\n", "role,value,words\n");
    BOOST_REQUIRE(!tables.ok());
    BOOST_TEST(tables.error().code.toStdString() == "names.table");
    BOOST_TEST(tables.error().context.value(QStringLiteral("line")).toStdString() == "3");
}

BOOST_AUTO_TEST_SUITE_END()
