#include "support/Programs.h"

#include <QJsonArray>
#include <QSet>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// A station that has pulled its district once.
struct Pulled {
    Pulled()
    {
        workstation.connectTo(gateway);
        workstation.expect({u"pull"_s});
    }
    GatewayProcess gateway;
    Workstation workstation;
};

QString id(const QJsonObject& hit)
{
    return hit.value("id"_L1).toString();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_search, Pulled)

BOOST_AUTO_TEST_CASE(pages_by_cursor_give_each_hit_once_and_as_many_as_were_counted)
{
    const QString query = u"कुमार"_s;
    const Ran counted = workstation.expect({u"search"_s, query, u"--count"_s});
    const qint64 count = counted.object().value("count"_L1).toInteger();
    BOOST_TEST(counted.out.toStdString() == "{\"count\":" + std::to_string(count) + ",\"capped\":false}\n");
    BOOST_TEST(workstation.say({u"search"_s, query, u"--count"_s}).out.toStdString() == counted.out.toStdString());
    BOOST_REQUIRE(count > 7);

    QStringList paged;
    QString cursor;
    do {
        QStringList command{u"search"_s, query, u"--limit"_s, u"7"_s};
        if (!cursor.isEmpty())
            command += {u"--cursor"_s, cursor};
        const auto page = workstation.expect(command).objects();
        BOOST_REQUIRE(!page.empty());
        BOOST_TEST(page.size() <= 7U);
        for (const QJsonObject& hit : page)
            paged.append(id(hit));
        cursor = page.back().value("next_cursor"_L1).toString();
    } while (!cursor.isEmpty());
    BOOST_TEST(paged.size() == count);
    BOOST_TEST(QSet<QString>(paged.begin(), paged.end()).size() == count);
    QStringList whole;
    for (const QJsonObject& hit : workstation.expect({u"search"_s, query, u"--limit"_s, u"5000"_s}).objects())
        whole.append(id(hit));
    BOOST_TEST((whole == paged));

    const Ran broken = workstation.run({u"search"_s, query, u"--cursor"_s, u"no cursor"_s});
    BOOST_TEST(broken.exitCode == 8, broken.err.toStdString());
}

BOOST_AUTO_TEST_CASE(a_file_of_queries_gives_one_answer_for_each_line_in_its_order)
{
    const QString queries = workstation.file(u"queries"_s, "कुमार\n\nnobodyatall\nsingh\r\n");
    const auto answers = workstation.expect({u"search"_s, u"--queries"_s, queries, u"--limit"_s, u"3"_s}).objects();
    BOOST_REQUIRE(answers.size() == 3U);
    BOOST_TEST((answers[0].value("query"_L1).toString() == u"कुमार"_s));
    BOOST_TEST(answers[0].value("hits"_L1).toArray().size() == 3);
    BOOST_TEST(answers[1].value("hits"_L1).toArray().isEmpty());
    BOOST_TEST((answers[2].value("query"_L1).toString() == u"singh"_s));
    const Ran counted = workstation.expect({u"search"_s, u"--queries"_s, queries, u"--count"_s});
    BOOST_REQUIRE(counted.objects().size() == 3U);
    BOOST_TEST(counted.objects()[1].value("count"_L1).toInteger() == 0);
    BOOST_TEST(workstation.say({u"search"_s, u"--queries"_s, queries}, u"hi"_s).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_hit_can_be_shown_by_id_and_by_number)
{
    const auto hits =
        workstation.expect({u"search"_s, u"कुमार"_s, u"--kind"_s, u"fir"_s, u"--limit"_s, u"1"_s}).objects();
    BOOST_REQUIRE(hits.size() == 1U);
    BOOST_TEST(hits[0].value("kind"_L1).toString().toStdString() == "fir");
    const QJsonObject shown = workstation.expect({u"show"_s, id(hits[0])}).object();
    BOOST_TEST(id(shown) == id(hits[0]));
    BOOST_TEST(shown.value("number"_L1).toString() == hits[0].value("number"_L1).toString());
    const QString key = shown.value("key"_L1).toString();
    BOOST_TEST(id(workstation.expect({u"show"_s, key}).object()) == id(hits[0]));
    for (const QString& language : {u"en"_s, u"hi"_s}) {
        const Ran read = workstation.say({u"show"_s, id(hits[0])}, language);
        BOOST_TEST(read.exitCode == 0);
        BOOST_TEST(!read.out.contains("cli."));
    }
}

BOOST_AUTO_TEST_CASE(hostile_searches_find_nothing_or_something_and_never_fail)
{
    QByteArray lines;
    for (const QString& query :
         {u"' OR 1=1 --"_s, u"\"unclosed"_s, u"* AND NEAR("_s, u"fir:*"_s, u"%_%"_s, u"\u202eabc"_s, u"अ"_s,
          QString(5000, u'क'), u"a "_s.repeated(2000), u"31/02/2024"_s, u"99999999999999999999/2024"_s, u"😀"_s})
        lines += query.toUtf8() + '\n';
    lines += "\xff\xfe broken\n";
    const Ran ran = workstation.run({u"search"_s, u"--queries"_s, workstation.file(u"hostile"_s, lines)});
    BOOST_TEST((ran.exitCode == 0 || ran.exitCode == 1), ran.err.toStdString());
    BOOST_TEST(ran.objects().size() == 13U);
    for (const QJsonObject& answer : ran.objects())
        BOOST_TEST(answer.value("hits"_L1).isArray());
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(a_station_is_named_by_code_or_name_and_an_unknown_one_is_noted)
{
    const auto count = [&](const QString& station) {
        return workstation.expect({u"search"_s, u""_s, u"--station"_s, station, u"--count"_s})
            .object()
            .value("count"_L1)
            .toInt();
    };
    const QJsonObject hit = workstation.expect({u"search"_s, u"*"_s, u"--limit"_s, u"1"_s}).objects().front();
    const QString code = hit.value("station"_L1).toString();
    BOOST_TEST(count(code) > 0);
    BOOST_TEST(count(hit.value("station_name"_L1).toString()) >= count(code));
    const Ran unknown = workstation.say({u"search"_s, u"*"_s, u"--station"_s, u"Atlantis"_s});
    BOOST_TEST(unknown.exitCode == 1);
    BOOST_TEST(unknown.err.contains("Atlantis"));
    const Ran field = workstation.say({u"search"_s, u"station:atlantis"_s});
    BOOST_TEST(field.err.contains("atlantis"));
    BOOST_TEST(!workstation.say({u"search"_s, u"nobodyatall"_s, u"--station"_s, code}).err.contains(code.toUtf8()));
}

BOOST_AUTO_TEST_CASE(notes_about_the_query_are_whole_sentences)
{
    for (const QString& query : {u"kind:nosuch"_s, u"vill:x"_s, u"\"\""_s, u"5/24"_s, u"date:abc"_s, u"%"_s}) {
        for (const QString& language : {u"en"_s, u"hi"_s}) {
            const Ran ran = workstation.say({u"search"_s, query}, language);
            BOOST_TEST((ran.exitCode == 0 || ran.exitCode == 1), ran.err.toStdString());
            BOOST_TEST(!ran.err.isEmpty(), query.toStdString());
            BOOST_TEST(!ran.err.contains('{'), ran.err.toStdString());
        }
    }
    BOOST_TEST(workstation.expect({u"search"_s, u"%"_s, u"--count"_s}).object().value("count"_L1).toInt() == 0);
}

BOOST_AUTO_TEST_CASE(a_ranked_list_that_grew_goes_on_and_another_place_is_refused)
{
    const GatewayProcess large({u"--size"_s, u"500"_s});
    const Workstation another;
    another.connectTo(large);
    another.expect({u"pull"_s});
    const QString query = u"कुमार"_s;
    BOOST_REQUIRE(another.expect({u"search"_s, query, u"--count"_s}).object().value("count"_L1).toInt() > 200);
    const auto page = another.expect({u"search"_s, query, u"--cursor"_s, u"r150"_s, u"--limit"_s, u"5"_s}).objects();
    BOOST_REQUIRE(page.size() == 5U);
    BOOST_TEST(page.back().value("next_cursor"_L1).toString().toStdString() == "r155");
    BOOST_TEST(another.run({u"search"_s, u"fir:1/2024"_s, u"--cursor"_s, u"r5"_s}).exitCode == 8);
}

BOOST_AUTO_TEST_SUITE_END()
