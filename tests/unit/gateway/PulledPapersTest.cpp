// The papers that the CAS of the practice district lists, mapped by the profile as shipped, against our own forms.
#include "gateway/practice/PracticeDistrict.h"
#include "unit/forms/FormTables.h"
#include "unit/sources/CasRows.h"

using namespace ekatra;
using namespace ekatra::gateway;
using namespace ekatra::test;

namespace {

std::vector<QJsonObject> papers(CasList list, const QString& stream)
{
    PracticeOptions options;
    options.size = 150;
    const auto district = PracticeDistrict::build(options);
    BOOST_TEST_REQUIRE(district.ok());
    std::vector<QJsonObject> out;
    (*district)->changedRows(list, (*district)->firstDay(), (*district)->lastDay(), [&](const QByteArray& row) {
        const auto page = readCas(stream, casPage(stream, {QJsonDocument::fromJson(row).object()}));
        BOOST_TEST_REQUIRE(page.ok());
        for (const auto& read : page->rows)
            out.push_back(read.payload);
        return true;
    });
    return out;
}

void findsNoError(CasList list, const char* kind)
{
    const auto& tables = FormTables::shared();
    const QString name = QLatin1StringView(kind);
    const schema::FormDefinition& form = *tables.registry.find(name);
    const forms::CheckContext context{
        QDateTime(QDate(2026, 11, 25), QTime(4, 30), Qt::UTC), forms::CheckMode::Pulled, {}};
    const auto pulled = papers(list, name);
    BOOST_TEST(pulled.size() > 20u);
    for (const QJsonObject& payload : pulled)
        for (const forms::Finding& finding : tables.checker.check(form, payload, context)) {
            const std::string said = finding.code.toStdString() + " " + finding.pointer.toStdString();
            BOOST_TEST((finding.severity != schema::Severity::Error), said);
            BOOST_TEST((finding.code != u"form.unknown_field"), said);
        }
}

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_pulled_papers)

BOOST_AUTO_TEST_CASE(the_form_has_a_place_for_all_that_an_arrest_of_the_cas_says)
{
    findsNoError(CasList::Arrest, "arrest");
}

BOOST_AUTO_TEST_CASE(the_form_has_a_place_for_all_that_a_report_of_the_cas_says)
{
    findsNoError(CasList::FinalReport, "final_report");
}

BOOST_AUTO_TEST_CASE(the_form_has_a_place_for_all_that_a_fir_of_the_cas_says)
{
    findsNoError(CasList::Fir, "fir");
}

BOOST_AUTO_TEST_SUITE_END()
