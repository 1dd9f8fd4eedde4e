#include "search/Highlighter.h"

#include "search/QueryParser.h"
#include "unit/search/SearchFixture.h"

#include <QStringList>

using namespace ekatra::search;

namespace {

struct Marker : WithKeys {
    // The hits in `text`, set apart by bars.
    std::string marked(QStringView query, const QString& text, bool typing = false)
    {
        const Query parsed = QueryParser(keys, QDate(2024, 11, 25)).parse(query, typing);
        QStringList found;
        for (const TextRange& hit : Highlighter(parsed, keys).hits(text))
            found << text.mid(hit.start, hit.length);
        return found.join(u'|').toStdString();
    }

    Snippet snippet(QStringView query, const QString& text, qsizetype length)
    {
        return Highlighter(QueryParser(keys, QDate(2024, 11, 25)).parse(query), keys).snippet(text, length);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_highlighter, Marker)

BOOST_AUTO_TEST_CASE(words_are_marked_by_spelling_and_by_sound)
{
    BOOST_TEST(marked(u"rajender", QStringLiteral("अभियुक्त राजेंद्र, Rajinder व नरेंद्र")) == "राजेंद्र|Rajinder");
    BOOST_TEST(marked(u"काल", QStringLiteral("काल कुल केला")) == "काल");
}

BOOST_AUTO_TEST_CASE(joined_and_apart_are_marked)
{
    BOOST_TEST(marked(u"Ramkumar", QStringLiteral("श्री राम कुमार शर्मा")) == "राम कुमार");
    BOOST_TEST(marked(u"ram kumar", QStringLiteral("रामकुमार शर्मा")) == "रामकुमार");
}

BOOST_AUTO_TEST_CASE(numbers_are_marked_as_they_were_written)
{
    BOOST_TEST(marked(u"45/2024", QStringLiteral("मु0न0 0045/24 व 46/2024")) == "0045/24");
    BOOST_TEST(marked(u"hr26ab1234", QStringLiteral("कार HR-26 AB 1234 सफेद")) == "HR-26 AB 1234");
    BOOST_TEST(marked(u"98123", QStringLiteral("फोन 98123-45678")) == "98123-45678");
    BOOST_TEST(marked(u"303(2) BNS", QStringLiteral("u/s 303(2) BNS")) == "303(2)");
}

BOOST_AUTO_TEST_CASE(phrases_are_marked_whole)
{
    BOOST_TEST(marked(u"\"ram kumar\"", QStringLiteral("Kumar Ram Kumar")) == "Ram Kumar");
}

BOOST_AUTO_TEST_CASE(what_is_being_typed_marks_what_begins_so)
{
    BOOST_TEST(marked(u"kaml", QStringLiteral("कमलेश व Kamal"), true) == "कमलेश|Kamal");
}

BOOST_AUTO_TEST_CASE(words_to_leave_out_are_not_marked)
{
    BOOST_TEST(marked(u"ramesh -gohana", QStringLiteral("Ramesh Gohana")) == "Ramesh");
}

BOOST_AUTO_TEST_CASE(a_snippet_shows_the_hits_between_whole_words)
{
    QString text = QStringLiteral("शब्द ").repeated(100);
    text += QStringLiteral("यहां रमेश कुमार मिला ");
    text += QStringLiteral("शब्द ").repeated(100);
    const Snippet cut = snippet(u"ramesh", text, 60);
    BOOST_TEST(cut.text.size() <= 60);
    BOOST_REQUIRE(cut.hits.size() == 1u);
    BOOST_TEST(cut.text.mid(cut.hits[0].start, cut.hits[0].length).toStdString() == "रमेश");
    BOOST_TEST(cut.text.startsWith(QChar(u'\u2026')));
    BOOST_TEST(cut.text.endsWith(QChar(u'\u2026')));
    BOOST_TEST(!cut.text.contains(QStringLiteral("\u2026ब्द")));
}

BOOST_AUTO_TEST_CASE(a_short_text_is_its_own_snippet)
{
    const Snippet whole = snippet(u"ramesh", QStringLiteral("Ramesh Kumar"), 60);
    BOOST_TEST(whole.text.toStdString() == "Ramesh Kumar");
    BOOST_TEST(whole.hits.size() == 1u);
}

BOOST_AUTO_TEST_CASE(snippets_of_any_length_keep_their_bounds)
{
    QString text = QStringLiteral("रमेश\u200D\U0001F600कुमार Ramesh HR-26 AB 1234 ").repeated(5);
    text += QChar(0xD83D);
    for (qsizetype length = 0; length <= text.size() + 2; ++length) {
        const Snippet cut = snippet(u"ramesh HR26AB1234", text, length);
        BOOST_TEST(cut.text.size() <= std::max<qsizetype>(length, 3));
        for (const TextRange& hit : cut.hits)
            BOOST_REQUIRE((hit.start >= 0 && hit.length > 0 && hit.start + hit.length <= cut.text.size()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
