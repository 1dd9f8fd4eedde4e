#include "law/SectionParser.h"
#include "unit/forms/FormTables.h"

#include <QFile>

#include <array>

using namespace ekatra;
using ekatra::test::FormTables;

namespace {

// "IPC:302;IPC:34", as the data file writes it.
std::string parsed(const QString& text, std::optional<QDate> offence = std::nullopt)
{
    QStringList out;
    for (const law::ParsedSection& section : law::parseSections(FormTables::shared().acts, text, offence))
        out.append(section.act + QLatin1Char(':') + section.section);
    return out.join(QLatin1Char(';')).toStdString();
}

std::string parsed(const char* text, std::optional<QDate> offence = std::nullopt)
{
    return parsed(QString::fromUtf8(text), offence);
}

law::Trust trust(const char* text)
{
    const auto sections = law::parseSections(FormTables::shared().acts, QString::fromUtf8(text));
    BOOST_TEST_REQUIRE(!sections.empty());
    return sections.front().trust;
}

// First two cells of a line of CSV, quotes taken off.
QStringList cells(const QString& line)
{
    QStringList out;
    QString cell;
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            out.append(std::exchange(cell, {}));
        else
            cell += c;
    }
    out.append(cell);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(law_section_parser)

BOOST_AUTO_TEST_CASE(what_clerks_write_is_read_as_they_mean_it)
{
    QFile file(QStringLiteral(EKATRA_TEST_DATA "/law/sections_as_written.csv"));
    BOOST_TEST_REQUIRE(file.open(QIODevice::ReadOnly));
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeFirst();
    BOOST_TEST(lines.size() == 77);
    for (const QString& line : lines) {
        const QStringList row = cells(line);
        BOOST_TEST(parsed(row[0]) == row[1].toStdString(), row[0].toStdString() << " was read as " << parsed(row[0]));
    }
}

BOOST_AUTO_TEST_CASE(an_act_rules_what_stands_before_it_or_when_first_what_follows)
{
    BOOST_TEST(parsed("103(1), 3(5) BNS") == "BNS:103(1);BNS:3(5)");
    BOOST_TEST(parsed("BNS 303(2)") == "BNS:303(2)");
    BOOST_TEST(parsed("IPC 1860 U/s: 279,304(A) INDIAN MOTOR VEHICLES ACT, 1988 U/s: 181 ")
               == "IPC:279;IPC:304A;MVACT:181");
    BOOST_TEST(parsed("IPC 302, 307 व 25 Arms Act") == "IPC:302;IPC:307;ARMS:25");
    BOOST_TEST(parsed("302 IPC 25 Arms Act r/w 27") == "IPC:302;ARMS:25;ARMS:27");
    BOOST_TEST(parsed("धारा 302 IPC व शस्त्र अधिनियम धारा 25") == "IPC:302;ARMS:25");
    BOOST_TEST(parsed("IPC(302,34)") == "IPC:302;IPC:34");
}

BOOST_AUTO_TEST_CASE(the_number_of_the_act_is_not_a_section)
{
    BOOST_TEST(parsed("25-54-59 A.Act") == "ARMS:25");
    BOOST_TEST(parsed("25-27-54-59 Arms Act") == "ARMS:25;ARMS:27");
    BOOST_TEST(parsed("15-61-85") == "NDPS:15");
    BOOST_TEST(parsed("61-4-2020 EX. ACT") == "EXCISE:61");
    BOOST_TEST(parsed("7/104/56 ITPA") == "ITPA:7");
    BOOST_TEST(parsed("13/3/67 GA ACT") == "GAMBLING:13");
    BOOST_TEST(parsed("13-3-67 G.A. Act") == "GAMBLING:13");
    BOOST_TEST(parsed("147/148/149 IPC") == "IPC:147;IPC:148;IPC:149");
    BOOST_TEST(parsed("18/25/29 NDPS") == "NDPS:18;NDPS:25;NDPS:29"); // fits no act's number
}

BOOST_AUTO_TEST_CASE(letters_belong_to_the_number_where_the_act_has_such_a_section)
{
    BOOST_TEST(parsed("120 बी भा0द0स0") == "IPC:120B");
    BOOST_TEST(parsed("376 D (A) IPC") == "IPC:376DA");
    BOOST_TEST(parsed("376 D A IPC") == "IPC:376DA");
    BOOST_TEST(parsed("25 A A. Act") == "ARMS:25(a)");
    BOOST_TEST(parsed("67A IT Act") == "ITACT:67A");
    BOOST_TEST(parsed("21C NDPS") == "NDPS:21(c)");
    BOOST_TEST(parsed("13/A Gambling Act") == "GAMBLING:13A");
    BOOST_TEST(parsed("धारा 15(बी)/61/85 एन.डी.पी.एस. एक्ट") == "NDPS:15(b)");
    BOOST_TEST(parsed("304 Part II IPC") == "IPC:304");
    BOOST_TEST(parsed("25 A. Act") == "ARMS:25");
}

BOOST_AUTO_TEST_CASE(hindi_letters_may_be_two)
{
    BOOST_TEST(parsed("376डीए भा.द.स.") == "IPC:376DA");
    BOOST_TEST(parsed("376 डीबी IPC") == "IPC:376DB");
    BOOST_TEST(parsed("376एबी आईपीसी") == "IPC:376AB");
    BOOST_TEST(parsed("354-क, 506 IPC") == "IPC:354A;IPC:506");
    BOOST_TEST(parsed("302 एक 34 IPC") == "IPC:302;IPC:34");
}

BOOST_AUTO_TEST_CASE(what_station_houses_of_haryana_write_is_understood)
{
    struct Written {
        const char* text;
        const char* read;
    };
    const std::array written{
        Written{"u/s 302,34 IPC", "IPC:302;IPC:34"},
        Written{"धारा 318(4), 61(2) बीएनएस", "BNS:318(4);BNS:61(2)"},
        Written{"20-61-85 NDPS Act", "NDPS:20"},
        Written{"25(1B)(a)/54/59 Arms Act", "ARMS:25(1B)(a)"},
        Written{"3/4 POCSO", "POCSO:3;POCSO:4"},
        Written{"61/1/14 Ex Act", "EXCISE:61"},
        Written{"61-4-2020 Ex. Act", "EXCISE:61"},
        Written{"13-A-3-67 G Act", "GAMBLING:13A"},
        Written{"3(1)(r)(s) SC/ST Act", "SCST:3(1)(r);SCST:3(1)(s)"},
        Written{"294-A IPC, 13 Gambling Act", "IPC:294A;GAMBLING:13"},
        Written{"१०३(१), 3(5) भा0न्या0सं0", "BNS:103(1);BNS:3(5)"},
        Written{"148,149,302,120-बी IPC व 25-54-59 A.Act", "IPC:148;IPC:149;IPC:302;IPC:120B;ARMS:25"},
        Written{"323/506/34 ता.हि.", "IPC:323;IPC:506;IPC:34"},
    };
    for (const Written& one : written)
        BOOST_TEST(parsed(one.text) == one.read, one.text);
}

BOOST_AUTO_TEST_CASE(clauses_that_stand_side_by_side_share_their_head)
{
    BOOST_TEST(parsed("3(1)(r)(s), 3(2)(va) SC/ST Act") == "SCST:3(1)(r);SCST:3(1)(s);SCST:3(2)(va)");
    BOOST_TEST(parsed("376(2)(i)(n) IPC") == "IPC:376(2)(i);IPC:376(2)(n)");
    BOOST_TEST(parsed("51(1)(a)(i) Wild Life Act") == "WILDLIFE:51(1)(a)(i)");
    BOOST_TEST(parsed("376(2)(f)(k)(n) IPC") == "IPC:376(2)(f);IPC:376(2)(k);IPC:376(2)(n)");
    BOOST_TEST(parsed("3(1)(r), (s) SC/ST Act") == "SCST:3(1)(r);SCST:3(1)(s)");
    BOOST_TEST(parsed("20(b)(ii)(C) NDPS") == "NDPS:20(b)(ii)(C)");
    BOOST_TEST(parsed("3(1)(10) SC/ST Act") == "SCST:3(1)(10)");
}

BOOST_AUTO_TEST_CASE(a_hyphen_can_stand_for_the_bracket_of_a_subsection)
{
    BOOST_TEST(parsed("115-2-351-3 BNS") == "BNS:115(2);BNS:351(3)");
    BOOST_TEST(parsed("107-151 CrPC") == "CRPC:107;CRPC:151");
}

BOOST_AUTO_TEST_CASE(dropped_sections_are_left_out_and_added_ones_stay)
{
    BOOST_TEST(parsed("302 IPC (deleted 304 IPC)") == "IPC:302");
    BOOST_TEST(parsed("धारा 307 हटाई 302 भा.द.सं.") == "IPC:302");
    BOOST_TEST(parsed("302 altered to 304 IPC") == "IPC:304");
    BOOST_TEST(parsed("307 to 302 IPC") == "IPC:302");
    BOOST_TEST(parsed("323,34 IPC (later on added 325 IPC)") == "IPC:323;IPC:34;IPC:325");
}

BOOST_AUTO_TEST_CASE(a_range_means_its_ends_and_what_stands_between)
{
    BOOST_TEST(parsed("302 to 304 IPC") == "IPC:302;IPC:303;IPC:304");
    BOOST_TEST(parsed("147 to 149, 323 IPC") == "IPC:147;IPC:148;IPC:149;IPC:323");
    BOOST_TEST(parsed("510 to 513 IPC") == "IPC:510;IPC:511;IPC:513"); // only what was written may be wrong
    BOOST_TEST(parsed("3 to 302 IPC") == "IPC:3;IPC:302");
    BOOST_TEST(parsed("302 to IPC") == "IPC:302");
}

BOOST_AUTO_TEST_CASE(sections_behind_the_last_act_may_be_of_another)
{
    BOOST_TEST(parsed("302/34 IPC, 25-54-59") == "IPC:302;IPC:34;ARMS:25");
    BOOST_TEST(parsed("302/34 IPC, 506, 25-54-59") == "IPC:302;IPC:34;IPC:506;ARMS:25");
    BOOST_TEST(parsed("379 IPC, 13/3/67") == "IPC:379;GAMBLING:13");
    BOOST_TEST(parsed("392/34 IPC; 25(1-B)A") == "IPC:392;IPC:34;ARMS:25(1B)(a)");
    BOOST_TEST(parsed("302 IPC, 147/148/149") == "IPC:302;IPC:147;IPC:148;IPC:149");
    const auto guessed = law::parseSections(FormTables::shared().acts, u"392/34 IPC; 25(1-B)A");
    BOOST_TEST((guessed.back().trust == law::Trust::Low));
    BOOST_TEST((law::parseSections(FormTables::shared().acts, u"420,IPC,66D").back().trust == law::Trust::Low));
    const auto borrowed = law::parseSections(FormTables::shared().acts, u"302 IPC, 34");
    BOOST_TEST((borrowed.back().trust == law::Trust::Middle));
}

BOOST_AUTO_TEST_CASE(digits_may_be_hindi_or_mistyped)
{
    BOOST_TEST(parsed("धारा १०३(१) भा.न्या.सं.") == "BNS:103(1)");
    BOOST_TEST(parsed("4ll IPC") == "IPC:411");
    BOOST_TEST(parsed("lO7/151 CrPC") == "CRPC:107;CRPC:151");
}

BOOST_AUTO_TEST_CASE(an_act_that_the_table_lacks_is_kept_as_other_with_its_name)
{
    const auto sections = law::parseSections(FormTables::shared().acts, u"188 IPC & 3 Epidemic Diseases Act");
    BOOST_TEST_REQUIRE(sections.size() == 2u);
    BOOST_TEST((sections[1].act == u"OTHER"));
    BOOST_TEST((sections[1].section == u"3"));
    BOOST_TEST(sections[1].note.contains(QStringLiteral("Epidemic")));
    BOOST_TEST(parsed("Rajasthan Excise Act 19/54") == "OTHER:19;OTHER:54");
}

BOOST_AUTO_TEST_CASE(without_an_act_the_day_of_the_offence_decides_and_trust_is_low)
{
    BOOST_TEST(parsed("304", QDate(2024, 6, 30)) == "IPC:304");
    BOOST_TEST(parsed("304", QDate(2024, 7, 1)) == "BNS:304");
    BOOST_TEST(parsed("498A") == "IPC:498A");
    BOOST_TEST((trust("318") == law::Trust::Low));
    BOOST_TEST((trust("318 BNS") == law::Trust::High));
    BOOST_TEST((trust("999 BNS") == law::Trust::Low));
}

BOOST_AUTO_TEST_CASE(text_without_sections_gives_none)
{
    for (const char* text : {"", "   ", "-", "NULL", "धारा", "IPC", "2024", "अज्ञात", "(((", "((()))", "////", "0"})
        BOOST_TEST(parsed(text) == "", text);
}

BOOST_AUTO_TEST_CASE(any_text_at_all_is_read_to_its_end)
{
    const QString pieces[] = {QStringLiteral("3("),   QStringLiteral("O"),        QStringLiteral("l1"),
                              QStringLiteral("क"),    QStringLiteral("deleted "), QStringLiteral(" to "),
                              QStringLiteral("IPC "), QStringLiteral(")"),        QStringLiteral("25-54-59"),
                              QStringLiteral("A. "),  QString(QChar(0xd800)),     QStringLiteral("9999999999 ")};
    for (const QString& a : pieces)
        for (const QString& b : pieces)
            for (const QString& c : pieces)
                for (const law::ParsedSection& section : law::parseSections(FormTables::shared().acts, a + b + c))
                    BOOST_TEST((!section.act.isEmpty() && !section.section.isEmpty()));
}

BOOST_AUTO_TEST_SUITE_END()
