#include "search/Tokenizer.h"

#include "search/IndexText.h"
#include "search/QueryParser.h"
#include "search/TextNormalizer.h"
#include "unit/search/SearchFixture.h"

#include <sqlite3.h>

using namespace ekatra::search;

namespace {

// A search table in memory with one row per call of add(); hits() runs a user's query against it.
struct Index : WithKeys {
    Index()
    {
        BOOST_REQUIRE(sqlite3_open(":memory:", &database) == SQLITE_OK);
        BOOST_REQUIRE(registerTokenizer(database, shippedTables()).ok());
        run("CREATE VIRTUAL TABLE s USING fts5(names, parents, places, stations, officers, body, terms, content='',"
            " tokenize='ekatra')");
    }
    ~Index() { sqlite3_close(database); }

    void run(const char* sql) { BOOST_REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

    int add(const char* columnName, IndexText text) { return addBytes(columnName, text.take().toUtf8()); }

    int addBytes(const char* columnName, const QByteArray& value)
    {
        const QByteArray sql = "INSERT INTO s(rowid, " + QByteArray(columnName) + ") VALUES(?1, ?2)";
        sqlite3_stmt* statement = nullptr;
        BOOST_REQUIRE(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK);
        sqlite3_bind_int(statement, 1, ++rows);
        sqlite3_bind_text(statement, 2, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
        BOOST_REQUIRE_EQUAL(sqlite3_step(statement), SQLITE_DONE);
        sqlite3_finalize(statement);
        return rows;
    }
    int addName(const char16_t* name) { return add("names", IndexText().name(QString::fromUtf16(name))); }
    int addText(const char16_t* text) { return add("body", IndexText().text(QString::fromUtf16(text))); }

    std::vector<int> hits(QStringView text, bool typing = false)
    {
        const Query query = QueryParser(keys, QDate(2024, 11, 25)).parse(text, typing);
        BOOST_REQUIRE(!query.match.isEmpty());
        return rowsOf(query.match);
    }

    std::vector<int> rowsOf(const QString& match)
    {
        sqlite3_stmt* statement = nullptr;
        BOOST_REQUIRE(
            sqlite3_prepare_v2(database, "SELECT rowid FROM s WHERE s MATCH ?1 ORDER BY rowid", -1, &statement, nullptr)
            == SQLITE_OK);
        const QByteArray value = match.toUtf8();
        sqlite3_bind_text(statement, 1, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
        std::vector<int> found;
        int result = SQLITE_OK;
        while ((result = sqlite3_step(statement)) == SQLITE_ROW)
            found.push_back(sqlite3_column_int(statement, 0));
        BOOST_TEST(result == SQLITE_DONE, value.toStdString() << ": " << sqlite3_errmsg(database));
        sqlite3_finalize(statement);
        return found;
    }

    sqlite3* database = nullptr;
    int rows = 0;
};

using Rows = std::vector<int>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_tokenizer, Index)

BOOST_AUTO_TEST_CASE(kal_finds_kal_and_neither_kul_nor_kela)
{
    const int kal = addText(u"काल");
    addText(u"कुल");
    addText(u"केला");
    BOOST_TEST(hits(u"काल") == Rows{kal});
}

BOOST_AUTO_TEST_CASE(a_name_is_found_in_either_script_and_any_spelling)
{
    const int hindi = addName(u"राजेंद्र कुमार");
    const int latin = addName(u"Rajinder Kumaar");
    addName(u"नरेंद्र कुमार");
    BOOST_TEST(hits(u"rajender kumar") == (Rows{hindi, latin}));
    BOOST_TEST(hits(u"राजेन्द्र") == (Rows{hindi, latin}));
}

BOOST_AUTO_TEST_CASE(plain_text_is_found_by_spelling_only)
{
    const int same = addText(u"रमेश");
    addText(u"Ramesh");
    BOOST_TEST(hits(u"रमेश") == Rows{same});
}

BOOST_AUTO_TEST_CASE(names_joined_or_apart_find_each_other)
{
    const int joined = addName(u"रामकुमार");
    const int apart = addName(u"Ram Kumar");
    const int mixed = addName(u"Mahasingh");
    BOOST_TEST(hits(u"ram kumar") == (Rows{joined, apart}));
    BOOST_TEST(hits(u"Ramkumar") == (Rows{joined, apart}));
    BOOST_TEST(hits(u"महा सिंह") == Rows{mixed});
}

BOOST_AUTO_TEST_CASE(words_of_two_names_are_not_joined)
{
    IndexText two;
    two.name(u"Ram").name(u"Kumar");
    add("names", std::move(two));
    BOOST_TEST(hits(u"Ramkumar").empty());
}

BOOST_AUTO_TEST_CASE(a_phrase_holds_by_sound)
{
    const int right = addName(u"राम कुमार शर्मा");
    addName(u"कुमार राम");
    BOOST_TEST(hits(u"\"Ram Kumar\"") == Rows{right});
}

BOOST_AUTO_TEST_CASE(fields_look_only_where_they_belong)
{
    const int son = add("names", IndexText().name(u"Suresh"));
    const int father = add("parents", IndexText().name(u"सुरेश"));
    BOOST_TEST(hits(u"name:suresh") == Rows{son});
    BOOST_TEST(hits(u"father:suresh") == Rows{father});
    BOOST_TEST(hits(u"पिता:सुरेश") == Rows{father});
    BOOST_TEST(hits(u"suresh") == (Rows{son, father}));
}

BOOST_AUTO_TEST_CASE(filters_are_terms_of_the_index)
{
    IndexText fir;
    fir.kind(u"fir").station(u"13020004").year(2024).fir(45, 2024).status(u"UI").section(u"BNS", u"303(2)");
    const int row = add("terms", std::move(fir));
    IndexText arrest;
    arrest.kind(u"arrest").station(u"13030001").year(2023).fir(46, 2023).section(u"IPC", u"379");
    const int other = add("terms", std::move(arrest));

    for (const QString& query :
         {QStringLiteral("kind:fir"), QStringLiteral("station:13020004"), QStringLiteral("station:13020"),
          QStringLiteral("year:2024"), QStringLiteral("45/2024"), QStringLiteral("0045/24"),
          QStringLiteral("FIR 45/24"), QStringLiteral("मु0न0 45/2024"), QStringLiteral("fir:45"), QStringLiteral("45"),
          QStringLiteral("status:ui"), QStringLiteral("303(2)"), QStringLiteral("section:303"),
          QStringLiteral("303 BNS"), QStringLiteral("धारा 303(2) बीएनएस"), QStringLiteral("-kind:arrest")})
        BOOST_TEST(hits(query) == Rows{row}, query.toStdString());
    BOOST_TEST(hits(u"year:2023..2024") == (Rows{row, other}));
    BOOST_TEST(hits(u"kind:fir or kind:arrest") == (Rows{row, other}));
    BOOST_TEST(hits(u"302 IPC").empty());
}

BOOST_AUTO_TEST_CASE(numbers_in_running_text_are_found_however_written)
{
    const int row = addText(u"मोटरसाइकिल HR-26 AB 1234, मोबाइल 091-98123 45678 व +91-9812345678, मु0न0 0045/2024, CNR "
                            u"HRGR01-000123-2024, धारा 379-A, दिनांक 14/07/2024");
    addText(u"HR 27 AB 1234 व 9812345679 और 46/2024");
    for (const QString& query :
         {QStringLiteral("HR26AB1234"), QStringLiteral("hr 26 ab 1234"), QStringLiteral("HR26ABI234"),
          QStringLiteral("9812345678"), QStringLiteral("45/2024"), QStringLiteral("HRGR010001232024"),
          QStringLiteral("379A"), QStringLiteral("14.07.2024"), QStringLiteral("HR26")})
        BOOST_TEST(hits(query) == Rows{row}, query.toStdString());
    BOOST_TEST(hits(u"1234").size() == 2u);
}

BOOST_AUTO_TEST_CASE(five_digits_find_a_mobile_number)
{
    IndexText mobile;
    mobile.mobile(u"91-9812345678");
    const int row = add("terms", std::move(mobile));
    BOOST_TEST(hits(u"98123") == Rows{row});
    BOOST_TEST(hits(u"mobile:98123") == Rows{row});
    BOOST_TEST(hits(u"mobile:+919812345678") == Rows{row});
}

BOOST_AUTO_TEST_CASE(letters_folded_with_digits_find_a_plate)
{
    IndexText plate;
    plate.vehicle(u"HR O6 5");
    const int row = add("terms", std::move(plate));
    BOOST_TEST(hits(u"vehicle:HR060005") == Rows{row});
    BOOST_TEST(hits(u"vehicle:HR06") == Rows{row});
}

BOOST_AUTO_TEST_CASE(what_is_being_typed_finds_what_begins_so)
{
    const int row = addName(u"कमलेश");
    BOOST_TEST(hits(u"kaml", true) == Rows{row});
    BOOST_TEST(hits(u"कमल", true) == Rows{row});
    BOOST_TEST(hits(u"kaml").empty());
    BOOST_TEST(hits(u"kaml ", true).empty());
}

BOOST_AUTO_TEST_CASE(relation_words_part_son_father_and_village)
{
    IndexText names;
    names.name(u"Ramesh");
    add("names", std::move(names));
    run("DELETE FROM s WHERE 0");
    const Query query = QueryParser(keys, QDate(2024, 11, 25)).parse(u"रमेश पुत्र सुरेश निवासी गोहाना");
    BOOST_REQUIRE(query.understood.size() == 3u);
    BOOST_TEST(query.understood[1].field.toStdString() == "father");
    BOOST_TEST(query.understood[2].field.toStdString() == "village");
    BOOST_TEST(rowsOf(query.match).empty());
}

BOOST_AUTO_TEST_CASE(our_own_marks_inside_a_record_do_no_harm)
{
    const int row = addText(u"ramesh \uE000 suresh \uE002 mahesh");
    addText(u"\uE003\uE001\uE000");
    BOOST_TEST(hits(u"mahesh") == Rows{row});
    BOOST_TEST(rowsOf(QStringLiteral("\"~suris\"")).empty());
}

BOOST_AUTO_TEST_CASE(hostile_texts_are_indexed_and_searched_without_an_error)
{
    quint32 seed = 20241125;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % below;
    };
    const QString pieces[] = {
        QStringLiteral("\""),    QStringLiteral("'"),     QStringLiteral("("),        QStringLiteral(")"),
        QStringLiteral("*"),     QStringLiteral("^"),     QStringLiteral("{"),        QStringLiteral("}"),
        QStringLiteral(":"),     QStringLiteral("-"),     QStringLiteral("+"),        QStringLiteral(" NEAR("),
        QStringLiteral(" AND "), QStringLiteral(" OR "),  QStringLiteral(" NOT "),    QStringLiteral("or"),
        QStringLiteral("name:"), QStringLiteral("date:"), QStringLiteral(".."),       QStringLiteral("2024"),
        QStringLiteral("45/24"), QStringLiteral("HR26"),  QStringLiteral("98123"),    QStringLiteral("रमेश"),
        QStringLiteral("s/o "),  QStringLiteral("धारा "), QStringLiteral("FIR "),     QStringLiteral("IPC"),
        QStringLiteral("kumar"), QStringLiteral("|"),     QStringLiteral("~"),        QStringLiteral("\\"),
        QString(QChar(0)),       QString(QChar(0xD800)),  QString(QChar(0xDC00)),     QString(QChar(0xE000)),
        QString(QChar(0xE002)),  QString(QChar(0x094D)),  QString(QChar(0x0902)),     QString(QChar(0x200D)),
        QString(QChar(0x1B)),    QString(QChar(0xFFFF)),  QStringLiteral("é"),        QStringLiteral("\U0001F600"),
        QStringLiteral(" "),     QStringLiteral("\t\n"),  QStringLiteral("<script>"), QStringLiteral("%s%n")};
    const auto hostile = [&] {
        QString text;
        for (quint32 i = random(14); i > 0; --i)
            text += pieces[random(std::size(pieces))];
        return text;
    };
    QueryParser parser(keys, QDate(2024, 11, 25));
    for (int i = 0; i < 3000; ++i) {
        const QString text = hostile();
        IndexText column;
        column.name(text).text(text).vehicle(text).mobile(text).cnr(text).section(text, text).kind(text).status(text);
        add("names", std::move(column));
        const Query query = parser.parse(text, i % 2 == 0);
        if (!query.match.isEmpty())
            rowsOf(query.match);
        for (const Chip& chip : query.understood)
            BOOST_REQUIRE((chip.start >= 0 && chip.start + chip.length <= text.size()));
    }
    addText(u"the end");
    BOOST_TEST(hits(u"\"the end\"").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_word_of_a_megabyte_is_indexed_and_found)
{
    IndexText text;
    text.name(QString(1'000'000, u'k')).text(QString(1'000'000, QChar(u'\u0915')));
    const int row = add("names", std::move(text));
    BOOST_TEST(hits(QString(maxWordUnits, u'k')) == Rows{row});
}

BOOST_AUTO_TEST_CASE(a_longer_beginning_finds_nothing_that_a_shorter_one_does_not)
{
    const std::vector<QString> names{
        QStringLiteral("राम"),    QStringLiteral("Ram"),     QStringLiteral("Rameshwar"), QStringLiteral("रमेश"),
        QStringLiteral("Kumar"),  QStringLiteral("कुमार"),    QStringLiteral("Krishan"),   QStringLiteral("कृष्ण"),
        QStringLiteral("Khushi"), QStringLiteral("खुशी"),     QStringLiteral("Vikram"),    QStringLiteral("विक्रम"),
        QStringLiteral("Balbir"), QStringLiteral("Chhotu"),  QStringLiteral("छोटू"),       QStringLiteral("Devi"),
        QStringLiteral("देवी"),    QStringLiteral("Deo"),     QStringLiteral("Shiv"),      QStringLiteral("शिव"),
        QStringLiteral("Gurjar"), QStringLiteral("Gujjar"),  QStringLiteral("Mohd"),      QStringLiteral("मोहम्मद"),
        QStringLiteral("Tirlok"), QStringLiteral("त्रिलोक"),  QStringLiteral("Laxmi"),     QStringLiteral("लक्ष्मी"),
        QStringLiteral("ज्ञान"),   QStringLiteral("Gyan"),    QStringLiteral("Priti"),     QStringLiteral("Aishwarya"),
        QStringLiteral("ऐश्वर्या"), QStringLiteral("Yashpal"), QStringLiteral("Jaipal"),    QStringLiteral("Phool")};
    for (const QString& name : names)
        add("names", IndexText().name(name));
    int row = 0;
    for (const QString& name : names) {
        ++row;
        for (const bool typing : {false, true}) {
            Rows before;
            for (qsizetype length = 1; length <= name.size(); ++length) {
                if (typing && length < 3)
                    continue;
                const QString asked = name.left(length) + (typing ? QString() : QStringLiteral("*"));
                const Rows found = hits(asked, typing);
                BOOST_TEST((std::find(found.begin(), found.end(), row) != found.end()), asked.toStdString());
                if (!typing && length > 1)
                    BOOST_TEST(std::includes(before.begin(), before.end(), found.begin(), found.end()),
                               asked.toStdString());
                before = found;
            }
            const Rows whole = hits(name);
            BOOST_TEST(std::includes(before.begin(), before.end(), whole.begin(), whole.end()), name.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(one_letter_begins_words_of_both_scripts_and_no_ready_made_terms)
{
    const int latin = addName(u"Ramesh");
    const int devanagari = addName(u"राकेश");
    addName(u"Suresh");
    add("terms", IndexText().kind(u"fir").station(u"13020004").year(2024));
    BOOST_TEST((hits(u"r*") == Rows{latin, devanagari}));
    BOOST_TEST((hits(u"र*") == Rows{latin, devanagari}));
    BOOST_TEST((hits(u"k*") == Rows{}));
    BOOST_TEST((hits(u"y*") == Rows{}));
    BOOST_TEST((hits(u"r", true) == Rows{latin})); // while it is typed, a letter is a letter
}

// What a thread worked out ahead is found by just the same questions.
BOOST_AUTO_TEST_CASE(text_read_ahead_is_indexed_as_the_text_itself)
{
    const auto narrative = [] {
        return IndexText()
            .text(u"मु0न0 45/2024 HR-26 AB 1234 98765-43210 धारा 303(2) \U0001F600 a|b ~x")
            .name(u"राम कुमार Singh")
            .vehicle(u"HR26AB1234")
            .section(u"BNS", u"303(2)");
    };
    add("body", narrative());
    QByteArray ahead;
    readAhead(narrative().take(), keys, ahead);
    addBytes("body", ahead);
    run("CREATE VIRTUAL TABLE terms USING fts5vocab(s, instance)");
    const auto termsOf = [this](int row) {
        std::vector<std::string> terms;
        sqlite3_stmt* statement = nullptr;
        BOOST_REQUIRE(sqlite3_prepare_v2(database,
                                         "SELECT term, offset FROM terms WHERE doc = ?1 ORDER BY offset, term", -1,
                                         &statement, nullptr)
                      == SQLITE_OK);
        sqlite3_bind_int(statement, 1, row);
        while (sqlite3_step(statement) == SQLITE_ROW)
            terms.push_back(std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0))) + " "
                            + std::to_string(sqlite3_column_int(statement, 1)));
        sqlite3_finalize(statement);
        return terms;
    };
    const auto direct = termsOf(1);
    BOOST_TEST(direct.size() > 20U);
    BOOST_TEST(termsOf(2) == direct, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
