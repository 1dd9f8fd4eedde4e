// What a search can be narrowed to, and by which system knows a record.
#include "support/TempStore.h"

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Station : TempStore {
    Station()
    {
        addSource("cas");
        addSource("icjs");
        QJsonObject elsewhere = fir(1, "Ramesh");
        elsewhere[u"ps_code"_s] = u"13020005"_s;
        QJsonObject closed = fir(3, "Suresh");
        closed[u"status"_s] = u"CONV"_s;
        pull("cas", "fir", "1", elsewhere);
        pull("cas", "fir", "2", fir(2, "Ramesh"));
        pull("icjs", "fir", "3", closed);
    }
    // "value count" of each choice, asked on a connection that may only read, as the window does.
    QStringList choices(const char* words, search::Field field)
    {
        const auto connection = take((*this)->store().reader());
        const auto& all = (*this)->tables();
        search::SearchService service(*connection, all.kinds, all.names, clock);
        QStringList told;
        search::SearchRequest request;
        request.text = QString::fromUtf8(words);
        for (const auto& choice : take(service.choices(request, field, {})))
            told.append(choice.value + u' ' + QString::number(choice.count.count));
        told.sort();
        return told;
    }
    int count(const char* words)
    {
        search::SearchRequest request;
        request.text = QString::fromUtf8(words);
        return take((*this)->search().count(request, {})).count;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(search_choices)

BOOST_AUTO_TEST_CASE(only_what_the_search_would_find_is_offered)
{
    Station station;
    BOOST_TEST((station.choices("", search::Field::Station) == QStringList{u"13020004 2"_s, u"13020005 1"_s}));
    BOOST_TEST((station.choices("suresh", search::Field::Year) == QStringList{u"2024 3"_s}));
    BOOST_TEST((station.choices("", search::Field::Status) == QStringList{u"conv 1"_s}));
    BOOST_TEST((station.choices("ramesh", search::Field::Source) == QStringList{u"cas 2"_s}));
}

BOOST_AUTO_TEST_CASE(a_query_can_ask_who_knows_the_record)
{
    Station station;
    BOOST_TEST(station.count("source:cas") == 2);
    BOOST_TEST(station.count("source:icjs") == 1);
    BOOST_TEST(station.count("-source:cas") == 1);
    BOOST_TEST(station.count("source:here") == 0);
    BOOST_TEST(station.count("ramesh source:CAS") == 2);
}

BOOST_AUTO_TEST_SUITE_END()
