#include "base/Resources.h"
#include "gateway/Problems.h"

#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(gateway_messages)

BOOST_AUTO_TEST_CASE(every_text_stands_in_both_languages)
{
    const auto file = base::readJsonResource(u"messages/gateway.json"_s);
    BOOST_REQUIRE(file.ok());
    const QJsonObject texts = file->object();
    BOOST_TEST(texts.size() > 40);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        for (const auto language : {"en"_L1, "hi"_L1}) {
            for (const auto part : {"message"_L1, "hint"_L1}) {
                const QString words = text.value().toObject().value(language).toObject().value(part).toString();
                BOOST_TEST(!words.isEmpty(), text.key().toStdString());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_refusal_carries_its_words_in_both_languages)
{
    const Reply reply = Problems::load().reply(
        409, "number_taken", {{u"ps_code"_s, u"13020004"_s}, {u"year"_s, u"2025"_s}, {u"number"_s, u"45"_s}});
    const QJsonObject document = QJsonDocument::fromJson(reply.body).object();
    BOOST_TEST((document.value("code"_L1).toString() == u"number_taken"_s));
    BOOST_TEST(document.value("title"_L1).toString().contains(u"45/2025"_s));
    BOOST_TEST(document.value("title_hi"_L1).toString().contains(u"थाना 13020004"_s));
}

BOOST_AUTO_TEST_CASE(an_error_without_a_text_still_says_what_it_was)
{
    const Error unknown = error(ErrorKind::Internal, "gateway.no_such_text", {{u"detail"_s, u"x"_s}});
    BOOST_TEST((Problems::load().text(unknown, u"en"_s) == u"gateway.no_such_text detail=x"_s));
}

BOOST_AUTO_TEST_SUITE_END()
