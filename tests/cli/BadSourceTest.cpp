// Sources that are down, lie or break off, and rows that cannot be understood: what is held stays, what could not be
// read is kept with its reason, and the next run goes on.
#include "BothLanguages.h"
#include "CasServer.h"

#include "base/Clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject info(const Workstation& workstation)
{
    return workstation.expect({u"info"_s}).object();
}

// What the last line of a pull says went wrong.
std::string codeOf(const Ran& ran)
{
    const auto lines = ran.objects();
    return lines.empty() ? std::string()
                         : lines.back().value("error"_L1).toObject().value("code"_L1).toString().toStdString();
}

QByteArray bytes(const QJsonObject& row)
{
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

// A FIR row of today as the CAS writes it, changed by `changes`.
QJsonObject row(int number, const QJsonObject& changes = {})
{
    const QDate today = base::SystemClock().nowIst().date();
    const QString day = today.toString(u"dd/MM/yyyy"_s);
    const QString serial = u"%1"_s.arg(number, 4, 10, QChar(u'0'));
    QJsonObject row{{u"FIR_REG_NUM"_s, u"13020004"_s + today.toString(u"yy"_s) + serial},
                    {u"DistrictCode"_s, u"13020"_s},
                    {u"PsCode"_s, u"13020004"_s},
                    {u"FirNo"_s, serial},
                    {u"FirYear"_s, QString::number(today.year())},
                    {u"FirDate"_s, day},
                    {u"FirTime"_s, u"10:20"_s},
                    {u"ActSections"_s, QJsonArray{QJsonObject{{u"ActCode"_s, u"BNS"_s}, {u"Section"_s, u"303(2)"_s}}}},
                    {u"FirContents"_s, u"मोटरसाइकिल चोरी"_s},
                    {u"ChangedOn"_s, day + u" 10:30:00"_s}};
    for (auto change = changes.begin(); change != changes.end(); ++change)
        row.insert(change.key(), *change);
    return row;
}

// A station that pulls from `rows` for the first time, from today on.
Ran pullRows(const Workstation& workstation, const CasServer& server)
{
    workstation.expect({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, server.url()});
    return workstation.run({u"pull"_s, u"--from"_s, base::SystemClock().nowIst().date().toString(Qt::ISODate)});
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_bad_source)

BOOST_AUTO_TEST_CASE(a_source_that_fails_or_lies_changes_nothing_and_is_read_again_later)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    workstation.expect({u"pull"_s});
    const QJsonValue before = info(workstation).value("content_digest"_L1);
    const struct {
        const char* rule;
        const char* source;
        const char* code;
        int exitCode = 6;
    } cases[] = {
        {"/sources/cas:status=500", "cas", "sources.status"},
        {"/sources/cas:status=503", "cas", "sources.busy"},
        {"/sources/cas:status=401", "cas", "sources.sign_in", 9},
        {"/sources/cas:html", "cas", "sources.not_json"},
        {"/sources/cas:cut-before", "cas", "net.cut"},
        {"/sources/cas:truncate", "cas", "net.cut"},
        {"/sources/cas:redirect=http://127.0.0.1:9/", "cas", "net.redirect_refused"},
        {"/sources/cas:deep-json", "cas", "sources.unexpected_shape"},
        {"/icjs/v1/changes:corrupt-digest", "icjs", "icjs.digest"},
        {"/icjs/v1/changes:html", "icjs", "sources.not_json"},
        {"/icjs/v1/changes:status=500", "icjs", "sources.status"},
    };
    for (const auto& bad : cases) {
        gateway.faults(QLatin1StringView(bad.rule));
        const QStringList pull{u"pull"_s, QLatin1StringView(bad.source)};
        const Ran ran = workstation.run(pull);
        BOOST_TEST(ran.exitCode == bad.exitCode, bad.rule << ": " << ran.out.toStdString() << ran.err.toStdString());
        BOOST_TEST(codeOf(ran) == bad.code, bad.rule);
        const Ran hindi = workstation.say(pull, u"hi"_s);
        BOOST_TEST(hindi.exitCode == bad.exitCode);
        BOOST_TEST(isHindi(QString::fromUtf8(hindi.err)), hindi.err.toStdString());
        BOOST_TEST(hindi.err.count('\n') >= 2); // what happened, and what to do
    }
    gateway.faults(u"/sources/cas:nth=2:delay=300"_s); // slow is no fault
    workstation.expect({u"pull"_s});
    BOOST_TEST((info(workstation).value("content_digest"_L1) == before));
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(one_source_that_is_down_does_not_hold_up_the_others)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    gateway.faults(u"/sources/cas:status=500"_s);
    const Ran pulled = workstation.run({u"pull"_s});
    BOOST_TEST(pulled.exitCode == 6);
    const auto lines = pulled.objects();
    BOOST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].contains("error"_L1));
    BOOST_TEST(!lines[1].contains("error"_L1));
    BOOST_TEST(lines[1].value("added"_L1).toInteger() > 0);
}

BOOST_AUTO_TEST_CASE(a_first_load_that_breaks_off_is_completed_by_the_next)
{
    const GatewayProcess gateway;
    const Workstation workstation;
    workstation.connectTo(gateway);
    gateway.faults(u"GET:/sources/cas/fir:nth=120:truncate"_s);
    BOOST_TEST(workstation.run({u"pull"_s, u"cas"_s}).exitCode == 6);
    BOOST_TEST(info(workstation).value("counts"_L1).toObject().value("fir"_L1).toInteger() > 0);
    gateway.faults({});
    workstation.expect({u"pull"_s, u"cas"_s});
    BOOST_TEST((info(workstation).value("counts"_L1).toObject()
                == gateway.state().value("served"_L1).toObject().value("cas"_L1).toObject()));
}

BOOST_AUTO_TEST_CASE(a_row_that_cannot_be_understood_is_set_aside_and_harms_no_other)
{
    QByteArray broken = bytes(row(2));
    broken.replace(QByteArrayLiteral("मोटर"), "\xff\xfe");
    QByteArray deep = bytes(row(3));
    deep.replace("\"10:20\"", QByteArray(2'000, '[') + QByteArray(2'000, ']'));
    const QByteArray rows = '[' + bytes(row(1)) + ',' + broken + ',' + deep + ','
        + bytes(row(4, {{u"FirDate"_s, u"31/02/2024"_s}})) + ',' + bytes(row(5, {{u"FIR_REG_NUM"_s, u"NULL"_s}})) + ','
        + bytes(row(6, {{u"FirYear"_s, QJsonObject{{u"a"_s, 1}}}})) + ",17," + bytes(row(8)) + ']';
    const CasServer server(rows);
    const Workstation workstation;
    const Ran pulled = pullRows(workstation, server);
    BOOST_TEST(pulled.exitCode == 7, pulled.out.toStdString() << pulled.err.toStdString());
    BOOST_TEST(pulled.object().value("fetched"_L1).toInteger() == 8);
    BOOST_TEST(pulled.object().value("added"_L1).toInteger() == 2);
    BOOST_TEST(pulled.object().value("quarantined"_L1).toInteger() == 6);

    QMap<QString, QString> reasons;
    for (const QJsonObject& aside : workstation.expect({u"quarantine"_s, u"list"_s}).objects()) {
        const QString id = QString::number(aside.value("id"_L1).toInteger());
        const QJsonObject shown = workstation.expect({u"quarantine"_s, u"show"_s, id}).object();
        BOOST_TEST((shown.value("raw"_L1).isObject() || !shown.value("raw"_L1).toString().isEmpty()));
        reasons.insert(aside.value("reason"_L1).toString(), aside.value("detail"_L1).toString());
    }
    for (const char* reason :
         {"row.bad_utf8", "row.too_deep", "row.no_such_date", "row.missing", "row.not_text", "row.not_an_object"})
        BOOST_TEST(reasons.contains(QLatin1StringView(reason)),
                   reason << " among " << reasons.keys().join(u' ').toStdString());
    for (const char* language : {"en", "hi"}) {
        const Ran said = workstation.say({u"quarantine"_s, u"list"_s}, QLatin1StringView(language));
        BOOST_TEST(said.exitCode == 0);
        BOOST_TEST(!said.out.contains("row."), said.out.toStdString());
    }
    BOOST_TEST(reasons.value(u"row.no_such_date"_s).toStdString() == "fir_at");
    BOOST_TEST(info(workstation).value("quarantined"_L1).toInteger() == 6);

    const Ran again = workstation.run({u"pull"_s});
    BOOST_TEST(again.exitCode == 7);
    BOOST_TEST(again.object().value("added"_L1).toInteger() == 0);
    BOOST_TEST(info(workstation).value("quarantined"_L1).toInteger() == 6); // the same rows, not once more
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(the_same_key_twice_in_a_page_is_one_record_as_it_was_changed_last)
{
    const QString day = base::SystemClock().nowIst().date().toString(u"dd/MM/yyyy"_s);
    const QJsonObject later = row(1, {{u"FirContents"_s, u"बाद का मजमून"_s}, {u"ChangedOn"_s, day + u" 11:00:00"_s}});
    const CasServer server('[' + bytes(later) + ',' + bytes(row(1)) + ']');
    const Workstation workstation;
    const Ran pulled = pullRows(workstation, server);
    BOOST_TEST(pulled.exitCode == 0, pulled.err.toStdString());
    BOOST_TEST(pulled.object().value("added"_L1).toInteger() == 1);
    BOOST_TEST(pulled.object().value("duplicates"_L1).toInteger() == 1);
    const QString key = later.value("FIR_REG_NUM"_L1).toString();
    const auto hits = workstation.expect({u"search"_s, u"मजमून"_s}).objects();
    BOOST_REQUIRE(hits.size() == 1U);
    const QJsonObject shown = workstation.expect({u"show"_s, hits[0].value("id"_L1).toString()}).object();
    BOOST_TEST((shown.value("payload"_L1).toObject().value("contents"_L1).toString() == u"बाद का मजमून"_s));
    BOOST_TEST(shown.value("sources"_L1).toArray().first().toObject().value("key"_L1).toString() == key);
}

BOOST_AUTO_TEST_CASE(a_section_or_an_act_that_nobody_knows_is_kept_with_the_record)
{
    const auto law = [](const QString& act, const QString& section) {
        return QJsonObject{
            {u"ActSections"_s, QJsonArray{QJsonObject{{u"Act"_s, act}, {u"ActCode"_s, act}, {u"Section"_s, section}}}}};
    };
    const CasServer server('[' + bytes(row(1, law(u"BNS"_s, u"99999"_s))) + ','
                           + bytes(row(2, law(u"Act of Nowhere"_s, u"7"_s))) + ']');
    const Workstation workstation;
    BOOST_TEST(pullRows(workstation, server).exitCode == 0);
    BOOST_TEST(info(workstation).value("counts"_L1).toObject().value("fir"_L1).toInteger() == 2);
    const Ran shown = workstation.expect({u"show"_s, u"0001"_s + u'/' + row(1).value("FirYear"_L1).toString()});
    BOOST_TEST(shown.out.contains("99999"));
    const auto tested = workstation.run({u"source"_s, u"test"_s, u"cas"_s}).objects();
    BOOST_REQUIRE(!tested.empty());
    BOOST_TEST(!tested[0].value("warnings"_L1).toObject().isEmpty());
}

BOOST_AUTO_TEST_CASE(an_operator_reads_hindi_with_control_characters_shown_harmless)
{
    const CasServer server('[' + bytes(row(1, {{u"FirContents"_s, u"चोरी \x1b[2J\x07 \u202e उलटा"_s}})) + ']');
    const Workstation workstation;
    BOOST_TEST(pullRows(workstation, server).exitCode == 0);
    for (const QStringList& command : {QStringList{u"search"_s, u"चोरी"_s},
                                       QStringList{u"show"_s, u"1"_s + u'/' + row(1).value("FirYear"_L1).toString()}}) {
        const Ran said = workstation.say(command, u"hi"_s);
        BOOST_TEST(said.exitCode == 0, said.err.toStdString());
        BOOST_TEST(!said.out.contains('\x1b'));
        BOOST_TEST(!said.out.contains('\x07'));
        BOOST_TEST(!said.out.contains(u"\u202e"_s.toUtf8()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
