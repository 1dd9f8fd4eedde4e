// What a form file can hold: every fault is told at its place, nothing is stored that was not understood, and what a
// person typed is kept as a draft.
#include "BothLanguages.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fault {
    QJsonObject change; // to a complete FIR
    const char* pointer;
    const char* code;
};

QJsonObject example()
{
    return runCtl({u"form"_s, u"show"_s, u"fir"_s, u"--example"_s, u"--station"_s,
                   QLatin1StringView(Workstation::station)})
        .object();
}

std::vector<Fault> faults()
{
    const auto law = [](const QJsonValue& act, const QJsonValue& section) {
        return QJsonObject{{u"laws"_s, QJsonArray{QJsonObject{{u"act"_s, act}, {u"section"_s, section}}}}};
    };
    return {
        {{{u"fir_no"_s, 1e300}}, "/fir_no", "form.out_of_range"},
        {{{u"fir_no"_s, 4.5}}, "/fir_no", "form.not_whole_number"},
        {{{u"fir_at"_s, u"2024-02-31T10:00:00+05:30"_s}}, "/fir_at", "form.impossible_datetime"},
        {{{u"fir_at"_s, u"2199-01-01T10:00:00+05:30"_s}}, "/fir_at", "form.future_date"},
        {{{u"occ_from_date"_s, u"31/02/2024"_s}}, "/occ_from_date", "form.impossible_date"},
        {{{u"occ_from_date"_s, u"0001-01-01"_s}}, "/occ_from_date", "form.date_too_old"},
        {{{u"occ_from_time"_s, u"25:00"_s}}, "/occ_from_time", "form.impossible_time"},
        {{{u"laws"_s, QJsonObject{{u"act"_s, 5}}}}, "/laws", "form.not_list"},
        {{{u"laws"_s, QJsonArray{5}}}, "/laws/0", "form.not_group"},
        {law(u"BNS"_s, 7), "/laws/0/section", "form.not_text"},
        {law(u"BNS"_s, u"99999"_s), "/laws/0/section", "law.no_section"},
        {law(u"XYZ"_s, u"1"_s), "/laws/0/act", "form.unknown_code"},
        {{{u"informant"_s, QJsonArray{1, 2}}}, "/informant", "form.not_group"},
        {{{u"informant"_s, QJsonObject{{u"name"_s, u"\x1b[2J"_s}}}}, "/informant/name", "form.control_character"},
        {{{u"informant"_s, QJsonObject{{u"mobile"_s, u"12"_s}}}}, "/informant/mobile", "id.mobile"},
        {{{u"accused"_s, QJsonArray{QJsonObject{{u"name"_s, QJsonObject{{u"a"_s, 1}}}}}}},
         "/accused/0/name",
         "form.not_text"},
        {{{u"contents"_s, u"the right-to-left mark \u202e turns the line"_s}}, "/contents", "form.control_character"},
        {{{u"contents"_s, QString(10'000'000, u'x')}}, "/contents", "form.too_long"},
        {{{u"contents"_s, true}}, "/contents", "form.not_text"},
        {{{u"contents"_s, QJsonValue::Null}}, "/contents", "form.required"},
        {{{u"fir_kind"_s, u"NOPE"_s}}, "/fir_kind", "form.unknown_code"},
        {{{u"ps_code"_s, u"13020004' OR 1=1 --"_s}}, "/ps_code", "form.unknown_code"},
    };
}

// What is said at `pointer` under `code`; empty when nothing is.
QString saidAt(const QJsonArray& findings, const char* pointer, const char* code)
{
    for (const QJsonValue& finding : findings) {
        if (finding["pointer"_L1].toString() == QLatin1StringView(pointer)
            && finding["code"_L1].toString() == QLatin1StringView(code))
            return finding["message"_L1].toString();
    }
    return {};
}

QJsonArray errorsOf(const QJsonObject& outcome)
{
    return outcome.value("errors"_L1).toArray();
}

QString idOf(const Ran& ran)
{
    return ran.object().value("id"_L1).toString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_hostile_form)

BOOST_AUTO_TEST_CASE(each_fault_is_told_at_its_place_in_both_languages)
{
    const QJsonObject whole = example();
    QByteArray lines;
    for (const Fault& fault : faults()) {
        QJsonObject payload = whole;
        for (auto change = fault.change.begin(); change != fault.change.end(); ++change)
            payload.insert(change.key(), *change);
        lines += QJsonDocument(payload).toJson(QJsonDocument::Compact) + '\n';
    }
    for (const char* language : {"en", "hi"}) {
        const Ran checked = runCtl({u"--json"_s, u"record"_s, u"check"_s, u"fir"_s, u"--file"_s, u"-"_s, u"--station"_s,
                                    QLatin1StringView(Workstation::station)},
                                   lines, QLatin1StringView(language));
        BOOST_TEST(checked.exitCode == 8);
        const auto outcomes = checked.objects();
        BOOST_REQUIRE(outcomes.size() == faults().size());
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const Fault fault = faults()[i];
            const QString said = saidAt(errorsOf(outcomes[i]), fault.pointer, fault.code);
            BOOST_TEST(!said.isEmpty(), fault.pointer << " " << fault.code);
            BOOST_TEST(isHindi(said) == (qstrcmp(language, "hi") == 0), said.toStdString());
            BOOST_TEST(!said.contains(u'{'), said.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_field_that_the_form_does_not_know_is_a_warning)
{
    QJsonObject payload = example();
    payload.insert(u"no_such_field"_s, 1);
    const Ran checked = runCtl({u"--json"_s, u"record"_s, u"check"_s, u"fir"_s, u"--file"_s, u"-"_s, u"--station"_s,
                                QLatin1StringView(Workstation::station)},
                               QJsonDocument(payload).toJson());
    BOOST_TEST(checked.exitCode == 0);
    BOOST_TEST(
        !saidAt(checked.object().value("warnings"_L1).toArray(), "/no_such_field", "form.unknown_field").isEmpty());
}

BOOST_AUTO_TEST_CASE(what_is_no_record_is_refused_whole_and_stores_nothing)
{
    const Workstation workstation;
    const std::pair<QByteArray, const char*> files[] = {
        {"", "cli.no_records"},
        {" \n\n", "cli.no_records"},
        {"fir_no=45", "cli.not_json"},
        {"[{\"contents\":\"a\"}]", "cli.not_object"},
        {"\"text\"", "cli.not_json"},
        {"{\"contents\":", "cli.not_json"},
        {"{\"contents\":\"\xff\xfe\"}", "cli.not_json"},
        {"{\"contents\":\"one\"}\n{\"contents\":}\n", "cli.not_json"},
        {QByteArray(200'000, '['), "cli.not_json"},
        {QByteArray("{\"a\":").repeated(5'000) + "1" + QByteArray(5'000, '}'), "cli.not_json"},
        {QByteArray(1'000, '\0'), "cli.not_json"},
    };
    for (const auto& [content, code] : files) {
        const QString file = workstation.file(u"bad.json"_s, content);
        for (const QStringList& command : {QStringList{u"check"_s, u"fir"_s}, QStringList{u"new"_s, u"fir"_s}})
            refusedInBothLanguages(workstation, QStringList{u"record"_s} + command + QStringList{u"--file"_s, file}, 8,
                                   code);
    }
    BOOST_TEST(workstation.expect({u"info"_s}).object().value("counts"_L1).toObject().isEmpty());
    refusedInBothLanguages(workstation, {u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, u"/no/such/file"_s}, 8,
                           "cli.file_unreadable");
    refusedInBothLanguages(workstation, {u"record"_s, u"new"_s, u"nosuch"_s, u"--file"_s, u"/dev/null"_s}, 2,
                           "cli.no_form");
}

BOOST_AUTO_TEST_CASE(a_huge_text_is_kept_as_a_draft_and_can_be_put_right)
{
    const Workstation workstation;
    const QString huge = workstation.firFile({{u"contents"_s, QString(10'000'000, u'क')}});
    const Ran entered = workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, huge, u"--submit"_s});
    BOOST_TEST(entered.exitCode == 8);
    BOOST_TEST(entered.object().value("state"_L1).toString().toStdString() == "draft");
    BOOST_TEST(!saidAt(errorsOf(entered.object()), "/contents", "form.too_long").isEmpty());
    BOOST_TEST(workstation.run({u"record"_s, u"submit"_s, idOf(entered)}).exitCode == 8);

    const QString patch = workstation.file(u"patch.json"_s, R"({"contents":"A short account of what happened."})");
    const Ran edited = workstation.expect({u"record"_s, u"edit"_s, idOf(entered), u"--file"_s, patch, u"--submit"_s});
    BOOST_TEST(edited.object().value("state"_L1).toString().toStdString() == "ready");
    BOOST_TEST(workstation.expect({u"verify"_s}).object().value("ok"_L1).toBool());
}

BOOST_AUTO_TEST_CASE(a_bad_edit_leaves_the_submitted_record_as_it_was)
{
    const Workstation workstation;
    const Ran entered =
        workstation.expect({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
    const QJsonObject before = workstation.expect({u"show"_s, idOf(entered)}).object().value("payload"_L1).toObject();
    for (const char* patch : {R"({"fir_at":"2024-02-31T10:00:00+05:30"})", R"({"laws":"303"})", R"({"informant":7})"}) {
        const Ran edited = workstation.run({u"record"_s, u"edit"_s, idOf(entered), u"--file"_s,
                                            workstation.file(u"patch.json"_s, patch), u"--submit"_s});
        BOOST_TEST(edited.exitCode == 8, patch);
        BOOST_TEST(!errorsOf(edited.object()).isEmpty(), patch);
    }
    const QJsonObject after = workstation.expect({u"show"_s, idOf(entered)}).object();
    BOOST_TEST((after.value("payload"_L1).toObject() == before));
    BOOST_TEST(!after.value("draft"_L1).toObject().isEmpty());
    BOOST_TEST(workstation.expect({u"outbox"_s, u"list"_s}).objects().size() == 1U);
    for (const char* language : {"en", "hi"})
        BOOST_TEST(workstation.say({u"show"_s, idOf(entered)}, QLatin1StringView(language)).exitCode == 0);
}

BOOST_AUTO_TEST_SUITE_END()
