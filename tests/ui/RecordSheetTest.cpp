// Records laid out for reading.
#include "models/RecordSheet.h"
#include "support/TempStore.h"
#include "theme/Language.h"

#include <QApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace ekatra;
using namespace ekatra::test;

namespace {

QJsonObject firReference()
{
    return {{QStringLiteral("ps_code"), QStringLiteral("13020004")},
            {QStringLiteral("fir_year"), 2024},
            {QStringLiteral("fir_no"), 45}};
}

QJsonArray bns()
{
    return {QJsonObject{{QStringLiteral("act"), QStringLiteral("BNS")},
                        {QStringLiteral("section"), QStringLiteral("303(2)")}}};
}

QJsonObject officer()
{
    return {{QStringLiteral("name"), QStringLiteral("बलवान")}, {QStringLiteral("rank"), QStringLiteral("ASI")}};
}

std::vector<ui::SheetBlock> sheetOf(const QString& kind, const QJsonObject& payload, const QString& language)
{
    records::RecordDetails details;
    details.record.kind = kind;
    details.record.payload = payload;
    return ui::sheetOf(details, *tables(), language);
}

QJsonObject finalReport()
{
    return {{QStringLiteral("fir_ref"), firReference()},
            {QStringLiteral("fr_no"), 12},
            {QStringLiteral("fr_year"), 2024},
            {QStringLiteral("fr_date"), QStringLiteral("2024-09-01")},
            {QStringLiteral("fr_type"), QStringLiteral("CS")},
            {QStringLiteral("fr_kind"), QStringLiteral("ORIG")},
            {QStringLiteral("laws"), bns()},
            {QStringLiteral("court"), QStringLiteral("अदालत गोहाना")},
            {QStringLiteral("ios"), QJsonArray{officer()}},
            {QStringLiteral("accused"),
             QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("रमेश")},
                                    {QStringLiteral("relation"), QStringLiteral("F")},
                                    {QStringLiteral("relative_name"), QStringLiteral("सुरेश")},
                                    {QStringLiteral("sex"), QStringLiteral("M")},
                                    {QStringLiteral("accused_status"), QStringLiteral("JC")}}}}};
}

QJsonObject arrest()
{
    return {{QStringLiteral("fir_ref"), firReference()},
            {QStringLiteral("name"), QStringLiteral("रमेश")},
            {QStringLiteral("sex"), QStringLiteral("M")},
            {QStringLiteral("arrest_at"), QStringLiteral("2024-07-16T19:15:00+05:30")},
            {QStringLiteral("arrest_gd"), 31},
            {QStringLiteral("arrest_kind"), QStringLiteral("FWD")},
            {QStringLiteral("laws"), bns()},
            {QStringLiteral("accused_code"), QStringLiteral("1")},
            {QStringLiteral("io"), officer()}};
}

// Label -> value of every line, blocks of rows included.
QMap<QString, QString> lines(const std::vector<ui::SheetBlock>& sheet)
{
    QMap<QString, QString> all;
    for (const ui::SheetBlock& block : sheet) {
        for (const ui::SheetLine& line : block.lines)
            all.insert(line.label, line.value);
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_record_sheet)

BOOST_AUTO_TEST_CASE(the_papers_of_a_case_are_read_by_their_forms)
{
    const auto english = lines(sheetOf(QStringLiteral("final_report"), finalReport(), QStringLiteral("en")));
    BOOST_TEST(english.value(QStringLiteral("P.S., District, FIR No., Year")).contains(QLatin1String("45")));
    BOOST_TEST(english.value(QStringLiteral("Type of final report")).toStdString() == "Charge sheet");
    BOOST_TEST(english.value(QStringLiteral("Status of the accused")).toStdString() == "Judicial custody");
    BOOST_TEST(english.value(QStringLiteral("Date")).toStdString() == "01/09/2024");
    const auto ofArrest = lines(sheetOf(QStringLiteral("arrest"), arrest(), QStringLiteral("en")));
    BOOST_TEST(ofArrest.value(QStringLiteral("Disposition")).toStdString() == "Arrested and forwarded");
    BOOST_TEST(ofArrest.value(QStringLiteral("Date and time of arrest / surrender")).toStdString()
               == "16/07/2024 19:15");
}

BOOST_AUTO_TEST_CASE(its_hindi_is_whole)
{
    ui::Language language(*qApp);
    BOOST_REQUIRE(language.choose(QStringLiteral("hi")));
    const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
    for (const auto& [kind, payload] :
         {std::pair(QStringLiteral("final_report"), finalReport()), std::pair(QStringLiteral("arrest"), arrest())}) {
        for (const ui::SheetBlock& block : sheetOf(kind, payload, QStringLiteral("hi"))) {
            BOOST_TEST(!block.title.contains(latin), block.title.toStdString());
            for (const ui::SheetLine& line : block.lines) {
                BOOST_TEST((line.label == QLatin1String("FIR") || !line.label.contains(latin)),
                           line.label.toStdString());
                BOOST_TEST(!line.value.contains(latin), line.value.toStdString());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
