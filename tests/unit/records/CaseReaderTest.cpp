// Everything of one case, whichever papers and systems tell it.
#include "records/CaseReader.h"
#include "support/TempStore.h"

#include <QJsonArray>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject firRef(int no)
{
    return {{u"ps_code"_s, u"13020004"_s}, {u"fir_year"_s, 2024}, {u"fir_no"_s, no}};
}

QJsonObject arrest(int no, const char* name, const char* at = "2024-07-16T19:15:00+05:30")
{
    return {{u"fir_ref"_s, firRef(no)},
            {u"name"_s, QString::fromUtf8(name)},
            {u"arrest_at"_s, QString::fromUtf8(at)},
            {u"arrest_kind"_s, u"FWD"_s}};
}

QJsonObject challan(int no, const char* name, const char* status)
{
    return {{u"fir_ref"_s, firRef(no)},
            {u"fr_no"_s, no},
            {u"fr_year"_s, 2024},
            {u"fr_date"_s, u"2024-09-01"_s},
            {u"accused"_s,
             QJsonArray{
                 QJsonObject{{u"name"_s, QString::fromUtf8(name)}, {u"accused_status"_s, QString::fromUtf8(status)}}}}};
}

QJsonObject twoAccused(int no)
{
    QJsonObject record = fir(no, "रमेश कुमार");
    QJsonArray accused = record.value(u"accused"_s).toArray();
    accused.append(QJsonObject{{u"name"_s, u"Sonu"_s}});
    record[u"accused"_s] = accused;
    record[u"io"_s] = QJsonObject{{u"name"_s, u"Balwan"_s}};
    return record;
}

struct Station : TempStore {
    Station()
    {
        addSource("cas");
        addSource("icjs");
    }
    records::CaseDetails caseOf(const char* idOrNumber)
    {
        const auto record = take((*this)->reader().find(QString::fromUtf8(idOrNumber), u"13020004"_s));
        return take(read(record.row));
    }
    Result<records::CaseDetails> read(domain::RecordRow row)
    {
        const auto connection = take((*this)->store().reader());
        const auto& all = (*this)->tables();
        return records::CaseReader(*connection, all.kinds, all.precedence, all.names).read(row);
    }
};

QStringList moments(const records::CaseDetails& details)
{
    QStringList told;
    for (const records::CaseEvent& event : details.events)
        told.append(event.day.toString(Qt::ISODate) + u' ' + event.time.toString(u"HH:mm"_s));
    return told;
}

const records::CasePerson* personNamed(const records::CaseDetails& details, const QString& name)
{
    for (const records::CasePerson& one : details.persons) {
        if (one.person.name == name)
            return &one;
    }
    return nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(records_case_reader)

BOOST_AUTO_TEST_CASE(all_papers_of_a_case_make_one_story_newest_first)
{
    Station station;
    station.pull("cas", "fir", "f1", twoAccused(45));
    station.pull("cas", "fir", "f2", fir(46));
    station.pull("cas", "arrest", "a1", arrest(45, "Ramesh Kumar"));
    station.pull("cas", "final_report", "c1", challan(45, "Ramesh Kumar", "JC"));
    const auto details = station.caseOf("45/2024");
    BOOST_TEST(details.records.size() == 3U);
    BOOST_TEST(details.head().record.kind.toStdString() == "fir");
    BOOST_TEST((moments(details) == QStringList{u"2024-09-01 "_s, u"2024-07-16 19:15"_s, u"2024-07-14 10:20"_s}));
    BOOST_TEST(details.events.front().source.toStdString() == "cas");
}

BOOST_AUTO_TEST_CASE(the_case_is_found_from_any_of_its_papers)
{
    Station station;
    station.pull("cas", "fir", "f1", fir(45));
    station.pull("cas", "arrest", "a1", arrest(45, "Ramesh Kumar"));
    const auto paper = station.caseOf("45/2024").records.back().record;
    BOOST_TEST(paper.kind.toStdString() == "arrest");
    BOOST_TEST(take(station.read(paper.row)).records.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_paper_whose_fir_has_not_come_has_no_case)
{
    Station station;
    station.pull("cas", "arrest", "a1", arrest(45, "Ramesh Kumar"));
    const auto paper = take(station->reader().find(u"45/2024"_s, u"13020004"_s));
    BOOST_TEST(codeOf(station.read(paper.row)) == "case.no_head");
}

BOOST_AUTO_TEST_CASE(one_person_is_told_once_in_either_script_and_stands_as_last_heard)
{
    Station station;
    station.pull("cas", "fir", "f1", twoAccused(45));
    station.pull("cas", "arrest", "a1", arrest(45, "Ramesh Kumar"));
    const auto arrested = station.caseOf("45/2024");
    const auto* ramesh = personNamed(arrested, u"रमेश कुमार"_s);
    BOOST_REQUIRE(ramesh);
    BOOST_TEST(ramesh->records.size() == 2U);
    BOOST_TEST(ramesh->stateFrom.toStdString() == "arrest");
    BOOST_TEST(!personNamed(arrested, u"Ramesh Kumar"_s));
    station.pull("cas", "final_report", "c1", challan(45, "Ramesh Kumar", "JC"));
    const auto sent = station.caseOf("45/2024");
    BOOST_TEST(personNamed(sent, u"रमेश कुमार"_s)->status.toStdString() == "JC");
}

BOOST_AUTO_TEST_CASE(what_is_lacking_goes_as_papers_come)
{
    Station station;
    station.pull("cas", "fir", "f1", twoAccused(45));
    const auto bare = station.caseOf("45/2024");
    BOOST_REQUIRE(bare.lacks.size() == 2U); // arrests, challan
    BOOST_TEST(bare.lacks[0].persons.size() == 2U);
    station.pull("cas", "arrest", "a1", arrest(45, "Ramesh Kumar"));
    const auto half = station.caseOf("45/2024");
    BOOST_REQUIRE(half.lacks[0].persons.size() == 1U);
    BOOST_TEST(half.persons[half.lacks[0].persons[0]].row == 1); // Sonu, the second in the FIR's list
    station.pull("cas", "arrest", "a2", arrest(45, "Sonu", "2024-07-17T08:00:00+05:30"));
    station.pull("cas", "final_report", "c1", challan(45, "Ramesh Kumar", "JC"));
    BOOST_TEST(station.caseOf("45/2024").lacks.empty());
}

BOOST_AUTO_TEST_CASE(a_case_that_is_closed_lacks_nothing)
{
    Station station;
    QJsonObject closed = twoAccused(45);
    closed[u"status"_s] = u"CONV"_s;
    station.pull("cas", "fir", "f1", closed);
    BOOST_TEST(station.caseOf("45/2024").lacks.empty());
}

BOOST_AUTO_TEST_CASE(a_draft_stands_among_the_papers_and_fulfils_nothing)
{
    Station station;
    station.pull("cas", "fir", "f1", twoAccused(45));
    (void)take(station->records().saveDraft(u"arrest"_s, {}, arrest(45, "Ramesh Kumar"), u"rampal"_s, {}));
    const auto details = station.caseOf("45/2024");
    BOOST_REQUIRE(details.records.size() == 2U);
    BOOST_TEST(details.records[1].isDraft());
    BOOST_TEST(details.records[1].hasDraft);
    BOOST_TEST(details.lacks[0].persons.size() == 2U);
    BOOST_TEST(personNamed(details, u"रमेश कुमार"_s)->stateFrom.isEmpty());
}

BOOST_AUTO_TEST_CASE(a_change_by_a_source_is_an_event_with_its_fields)
{
    Station station;
    QJsonObject record = twoAccused(45);
    station.pull("cas", "fir", "f1", record);
    record[u"status"_s] = u"UI"_s;
    station.pull("cas", "fir", "f1", record, "2");
    const auto details = station.caseOf("45/2024");
    const auto& change = details.events.front();
    BOOST_TEST((change.what == records::CaseEvent::What::Change));
    BOOST_TEST(change.version == 2);
    BOOST_TEST(change.source.toStdString() == "cas");
    BOOST_TEST((change.fields == QStringList{u"status"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
