#include "gateway/Cursor.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(gateway_cursor)

BOOST_AUTO_TEST_CASE(a_cursor_comes_back_as_it_went)
{
    const Position place{123'456'789'012, nextChain(Position().chain, "change")};
    const auto parsed = parseCursor(cursorText(place));
    BOOST_REQUIRE(parsed.has_value());
    BOOST_TEST(parsed->sequence == place.sequence);
    BOOST_TEST((parsed->chain == place.chain));
}

BOOST_AUTO_TEST_CASE(a_changed_cursor_is_no_cursor)
{
    const QString text = cursorText({7, nextChain(Position().chain, "change")});
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString changed = text;
        changed[i] = changed.at(i) == u'A' ? u'B' : u'A';
        BOOST_TEST(!parseCursor(changed).has_value(), "character " << i);
    }
    BOOST_TEST(!parseCursor(text.chopped(1)).has_value());
    BOOST_TEST(!parseCursor(u"क"_s).has_value());
}

BOOST_AUTO_TEST_CASE(other_histories_have_other_chains)
{
    const QByteArray start = Position().chain;
    BOOST_TEST((nextChain(nextChain(start, "a"), "b") != nextChain(nextChain(start, "b"), "a")));
}

BOOST_AUTO_TEST_SUITE_END()
