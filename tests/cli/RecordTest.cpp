#include "support/Programs.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray errorsOf(const Ran& ran)
{
    return ran.object().value("errors"_L1).toArray();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toString();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_record)

BOOST_AUTO_TEST_CASE(the_example_of_each_form_is_valid_as_it_stands)
{
    const Workstation workstation;
    const auto forms = runCtl({u"--json"_s, u"form"_s, u"list"_s}).objects();
    BOOST_REQUIRE(!forms.empty());
    for (const QJsonObject& form : forms) {
        for (const char* language : {"en", "hi"}) {
            const Ran example = runCtl({u"form"_s, u"show"_s, text(form, "kind"), u"--example"_s, u"--station"_s,
                                        u"13020004"_s, u"--lang"_s, QLatin1StringView(language)});
            BOOST_TEST(example.exitCode == 0);
            const Ran checked = runCtl({u"--json"_s, u"record"_s, u"check"_s, text(form, "id"), u"--file"_s, u"-"_s,
                                        u"--station"_s, u"13020004"_s},
                                       example.out);
            BOOST_TEST(checked.exitCode == 0, checked.out.toStdString());
            BOOST_TEST(errorsOf(checked).isEmpty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_fir_entered_offline_is_numbered_queued_found_and_shown)
{
    const Workstation workstation;
    const Ran entered =
        workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
    BOOST_TEST(entered.exitCode == 0, entered.out.toStdString() << entered.err.toStdString());
    BOOST_TEST(text(entered.object(), "state").toStdString() == "ready");
    const QString number = text(entered.object(), "number");
    const QString id = text(entered.object(), "id");
    BOOST_TEST(!number.isEmpty());

    const auto owed = workstation.run({u"outbox"_s, u"list"_s}).objects();
    BOOST_REQUIRE(owed.size() == 1U);
    BOOST_TEST(text(owed[0], "record") == id);
    BOOST_TEST(text(owed[0], "state").toStdString() == "ready");

    const Ran found = workstation.run({u"search"_s, number});
    BOOST_TEST(found.exitCode == 0);
    BOOST_REQUIRE(found.objects().size() == 1U);
    for (const char* key : {"id", "kind", "number", "title", "station", "date", "sources", "snippet", "score"})
        BOOST_TEST(found.objects()[0].contains(QLatin1StringView(key)), key);
    BOOST_TEST(text(found.objects()[0], "id") == id);

    for (const QString& name : {id, number}) {
        const Ran shown = workstation.run({u"show"_s, name});
        BOOST_TEST(shown.exitCode == 0);
        BOOST_TEST(text(shown.object(), "id") == id);
        BOOST_TEST(text(shown.object().value("payload"_L1).toObject(), "ps_code").toStdString() == "13020004");
    }
    BOOST_TEST(workstation.say({u"show"_s, id}, u"hi"_s).exitCode == 0);
    BOOST_TEST(workstation.run({u"info"_s}).object().value("counts"_L1).toObject().value("fir"_L1).toInt() == 1);
}

BOOST_AUTO_TEST_CASE(an_entry_with_errors_is_kept_as_a_draft_and_not_queued)
{
    const Workstation workstation;
    const QString file = workstation.firFile({{u"laws"_s, QJsonArray()}, {u"contents"_s, u""_s}});
    const Ran entered = workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, file, u"--submit"_s});
    BOOST_TEST(entered.exitCode == 8);
    BOOST_TEST(!errorsOf(entered).isEmpty());
    BOOST_TEST(text(entered.object(), "state").toStdString() == "draft");
    BOOST_TEST(workstation.run({u"outbox"_s, u"list"_s}).objects().empty());
    const Ran kept = workstation.run({u"show"_s, text(entered.object(), "id")});
    BOOST_TEST(kept.exitCode == 0);
    BOOST_TEST(text(kept.object(), "state").toStdString() == "draft");
}

BOOST_AUTO_TEST_CASE(a_draft_may_be_incomplete_and_is_submitted_once_it_is_whole)
{
    const Workstation workstation;
    const QString part = workstation.file(u"part.json"_s, R"({"contents":"थाना पर दरखास्त पेश हुई"})");
    const Ran draft = workstation.run({u"record"_s, u"new"_s, u"iif1"_s, u"--file"_s, part});
    BOOST_TEST(draft.exitCode == 0, draft.out.toStdString());
    const QString id = text(draft.object(), "id");
    BOOST_TEST(workstation.run({u"record"_s, u"submit"_s, id}).exitCode == 8);
    const Ran edited = workstation.run({u"record"_s, u"edit"_s, id, u"--file"_s, workstation.firFile()});
    BOOST_TEST(edited.exitCode == 0, edited.out.toStdString());
    const Ran submitted = workstation.run({u"record"_s, u"submit"_s, id});
    BOOST_TEST(submitted.exitCode == 0, submitted.out.toStdString());
    BOOST_TEST(text(submitted.object(), "state").toStdString() == "ready");
    BOOST_TEST(workstation.run({u"record"_s, u"submit"_s, id}).exitCode == 1);
}

BOOST_AUTO_TEST_CASE(an_arrest_takes_over_what_its_fir_knows)
{
    const Workstation workstation;
    const Ran entered =
        workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
    const QString number = text(entered.object(), "number");
    const QJsonObject fir = workstation.run({u"show"_s, number}).object().value("payload"_L1).toObject();
    const QString name = fir["accused"_L1][0]["name"_L1].toString();

    const Ran printed = workstation.run({u"record"_s, u"new"_s, u"arrest"_s, u"--from"_s, number, u"--row"_s, u"1"_s});
    BOOST_TEST(printed.exitCode == 0, printed.out.toStdString());
    BOOST_TEST(text(printed.object(), "name") == name);
    BOOST_TEST((printed.object()["fir_ref"_L1]["fir_no"_L1] == fir.value("fir_no"_L1)));
    BOOST_TEST(workstation.run({u"info"_s}).object()["counts"_L1]["arrest"_L1].toInt() == 0);

    const QString own =
        workstation.file(u"arrest.json"_s, R"({"arrest_place":{"village_town":"गोहाना"},"name":"मोनू"})");
    const Ran kept = workstation.run(
        {u"record"_s, u"new"_s, u"arrest"_s, u"--from"_s, number, u"--row"_s, u"1"_s, u"--file"_s, own});
    BOOST_TEST(kept.exitCode == 0, kept.out.toStdString());
    const QJsonObject arrest =
        workstation.run({u"show"_s, text(kept.object(), "id")}).object().value("payload"_L1).toObject();
    BOOST_TEST(text(arrest, "name").toStdString() == "मोनू");
    BOOST_TEST((arrest.value("laws"_L1) == fir.value("laws"_L1)));

    BOOST_TEST(workstation.run({u"record"_s, u"new"_s, u"arrest"_s, u"--from"_s, number, u"--row"_s, u"99"_s}).exitCode
               == 8);
    BOOST_TEST(workstation.run({u"record"_s, u"new"_s, u"arrest"_s, u"--row"_s, u"1"_s, u"--file"_s, own}).exitCode
               == 2);
    BOOST_TEST(workstation.run({u"record"_s, u"new"_s, u"arrest"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(an_edit_changes_only_the_fields_that_it_names)
{
    const Workstation workstation;
    const Ran entered =
        workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
    const QString id = text(entered.object(), "id");
    const QString patch =
        workstation.file(u"patch.json"_s, R"({"beat_no":"7","contents":"रात को घर का ताला तोड़कर नकदी चोरी हुई।"})");
    const Ran edited =
        workstation.run({u"record"_s, u"edit"_s, id, u"--file"_s, patch, u"--submit"_s, u"--reason"_s, u"typing"_s});
    BOOST_TEST(edited.exitCode == 0, edited.out.toStdString());
    const QJsonObject payload = workstation.run({u"show"_s, id}).object().value("payload"_L1).toObject();
    BOOST_TEST((text(payload, "contents") == u"रात को घर का ताला तोड़कर नकदी चोरी हुई।"_s));
    BOOST_TEST(payload.contains("informant"_L1));

    const auto versions = workstation.run({u"history"_s, id}).objects();
    BOOST_REQUIRE(versions.size() == 2U);
    BOOST_TEST(text(versions[0], "reason").toStdString() == "typing");
    BOOST_TEST(versions[1].value("current"_L1).toBool());
    BOOST_TEST(workstation.run({u"outbox"_s, u"list"_s}).objects().size() == 1U); // never left: one version is owed
}

BOOST_AUTO_TEST_CASE(several_records_come_as_json_lines)
{
    const Workstation workstation;
    const QByteArray lines = "{\"contents\":\"एक\"}\n\n{\"contents\":\"दो\"}\r\n";
    const Ran entered = workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, u"-"_s}, lines);
    BOOST_TEST(entered.exitCode == 0);
    BOOST_TEST(entered.objects().size() == 2U);
}

BOOST_AUTO_TEST_CASE(hostile_values_are_refused_or_kept_as_text)
{
    const Workstation workstation;
    const QJsonObject hostile{{u"fir_no"_s, 1e300},
                              {u"fir_year"_s, u"2024'; DROP TABLE record; --"_s},
                              {u"laws"_s, QJsonObject{{u"act"_s, 5}}},
                              {u"informant"_s, QJsonArray{1, 2}},
                              {u"contents"_s, QString(u"\x1b[2J\0\u202e"_s)}};
    const QString file = workstation.file(u"hostile.json"_s, QJsonDocument(hostile).toJson());
    const Ran checked = workstation.run({u"record"_s, u"check"_s, u"fir"_s, u"--file"_s, file});
    BOOST_TEST(checked.exitCode == 8);
    const Ran entered = workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, file, u"--submit"_s});
    BOOST_TEST(entered.exitCode == 8);
    BOOST_TEST(workstation.run({u"outbox"_s, u"list"_s}).objects().empty());
    const Ran shown = workstation.say({u"show"_s, text(entered.object(), "id")});
    BOOST_TEST(shown.exitCode == 0);
    BOOST_TEST(!shown.out.contains('\x1b'));
}

BOOST_AUTO_TEST_CASE(search_reports_nothing_found_and_counts_without_complaint)
{
    const Workstation workstation;
    const Ran none = workstation.run({u"search"_s, u"कोई-नहीं\" OR * NEAR("_s});
    BOOST_TEST(none.exitCode == 1);
    BOOST_TEST(none.out.isEmpty());
    const Ran counted = workstation.run({u"search"_s, u"कोई नहीं"_s, u"--count"_s});
    BOOST_TEST(counted.exitCode == 0);
    BOOST_TEST(counted.out.toStdString() == "{\"count\":0,\"capped\":false}\n");
    const QString queries = workstation.file(u"queries"_s, "HR01AB1234\n\nरमेश\n");
    const Ran many = workstation.run({u"search"_s, u"--queries"_s, queries});
    BOOST_TEST(many.exitCode == 1);
    BOOST_REQUIRE(many.objects().size() == 2U);
    BOOST_TEST(many.objects()[1].value("hits"_L1).isArray());
    BOOST_TEST(workstation.run({u"search"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found)
{
    const Workstation workstation;
    for (const QStringList& command :
         {QStringList{u"show"_s, u"999/2024"_s}, QStringList{u"history"_s, u"' OR 1=1 --"_s},
          QStringList{u"outbox"_s, u"show"_s, u"1"_s}, QStringList{u"outbox"_s, u"retry"_s, u"-5"_s},
          QStringList{u"outbox"_s, u"discard"_s, u"1"_s, u"--reason"_s, u"x"_s},
          QStringList{u"quarantine"_s, u"show"_s, u"7"_s}, QStringList{u"source"_s, u"remove"_s, u"cas"_s},
          QStringList{u"pull"_s}, QStringList{u"pull"_s, u"cas"_s}, QStringList{u"form"_s, u"show"_s, u"iif99"_s}})
        BOOST_TEST(workstation.run(command).exitCode == 1, command.join(u' ').toStdString());
}

BOOST_AUTO_TEST_CASE(discarding_an_outbox_row_needs_a_reason_and_leaves_a_draft)
{
    const Workstation workstation;
    const Ran entered =
        workstation.run({u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile(), u"--submit"_s});
    const QString row =
        QString::number(workstation.run({u"outbox"_s, u"list"_s}).objects().at(0).value("id"_L1).toInteger());
    BOOST_TEST(workstation.run({u"outbox"_s, u"discard"_s, row}).exitCode == 2);
    BOOST_TEST(workstation.run({u"outbox"_s, u"discard"_s, row, u"--reason"_s, u" "_s}).exitCode == 8);
    BOOST_TEST(workstation.run({u"outbox"_s, u"discard"_s, row, u"--reason"_s, u"entered twice"_s}).exitCode == 0);
    BOOST_TEST(workstation.run({u"outbox"_s, u"list"_s}).objects().empty());
    const Ran shown = workstation.run({u"show"_s, text(entered.object(), "id")});
    BOOST_TEST(text(shown.object(), "state").toStdString() == "draft");
}

BOOST_AUTO_TEST_SUITE_END()
