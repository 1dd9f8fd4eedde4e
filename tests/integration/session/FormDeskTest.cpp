// The form desk over a real store and its two threads: what the form page asks, as it asks it.
#include "session/StationFormDesk.h"

#include "forms/Completion.h"
#include "support/TempStore.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace Qt::Literals::StringLiterals;
using ekatra::test::codeOf;
using ekatra::test::take;

namespace {

QJsonObject person(const char* name, const char* father, const char* village)
{
    return {{u"role"_s, u"ACCUSED"_s},
            {u"name"_s, QString::fromUtf8(name)},
            {u"relation"_s, u"F"_s},
            {u"relative_name"_s, QString::fromUtf8(father)},
            {u"sex"_s, u"M"_s},
            {u"age_years"_s, 30},
            {u"nationality"_s, u"IN"_s},
            {u"mobile"_s, u"9812004417"_s},
            {u"addresses"_s,
             QJsonArray{QJsonObject{{u"kind"_s, u"PERM"_s},
                                    {u"village_town"_s, QString::fromUtf8(village)},
                                    {u"tehsil"_s, u"Gohana"_s},
                                    {u"district"_s, u"Sonipat"_s},
                                    {u"state"_s, u"HR"_s}}}}};
}

// A station with one FIR against two, opened as the window opens it.
class Desk {
public:
    Desk()
    {
        QJsonObject fir = test::fir(45);
        fir.insert(u"accused"_s,
                   QJsonArray{person("Ramesh Kumar", "Suresh", "Badauta"), person("Mahender", "Ishwar", "Mundlana")});
        fir.insert(u"io"_s,
                   QJsonObject{{u"name"_s, u"Rampal Singh"_s}, {u"rank"_s, u"ASI"_s}, {u"belt_no"_s, u"123/SNP"_s}});
        store.addSource("cas");
        store.pull("cas", "fir", "13020004240045", fir);
        m_fir = take(store->reader().find(u"45/2024"_s, u"13020004"_s)).uid;
        store.close();
        bool isOpen = false;
        m_threads.open(store.folder(), {}, std::make_shared<crypto::SecretBytes>(test::secret("open sesame")),
                       [&](const Result<session::StationFacts>& facts) {
                           QMetaObject::invokeMethod(
                               QCoreApplication::instance(), [&isOpen, ok = facts.ok()] { isOpen = ok; },
                               Qt::QueuedConnection);
                       });
        waitFor([&] { return isOpen; });
    }
    ~Desk() { close(); }

    void close()
    {
        while (!m_threads.close(std::chrono::seconds(60))) { }
    }

    // What `ask` is answered.
    template <class T, class Ask>
    Result<T> answer(Ask ask)
    {
        std::optional<Result<T>> got;
        QObject receiver;
        ask(session::Reply<T>(&receiver, [&](Result<T> result) { got = std::move(result); }));
        waitFor([&] { return got.has_value(); });
        return std::move(*got);
    }

    session::FormOpening begin(const session::FormStart& start)
    {
        return take(answer<session::FormOpening>([&](auto reply) { desk.begin(start, reply); }));
    }
    domain::RecordUid keep(const QJsonObject& payload, const domain::RecordUid& uid = {},
                           const QString& kind = u"fir"_s)
    {
        return take(answer<session::DraftKept>([&](auto reply) { desk.keepDraft(kind, uid, payload, reply); })).record;
    }
    session::FormSent submit(const QString& kind, const domain::RecordUid& uid, const QJsonObject& payload)
    {
        return take(answer<session::FormSent>([&](auto reply) { desk.submit(kind, uid, payload, {}, reply); }));
    }
    Result<bool> drop(const domain::RecordUid& uid)
    {
        return answer<bool>([&](auto reply) { desk.dropDraft(uid, reply); });
    }
    std::vector<session::DraftLine> drafts()
    {
        return take(answer<std::vector<session::DraftLine>>([&](auto reply) { desk.drafts(reply); }));
    }
    std::vector<session::PersonChoice> persons(const QString& words, const domain::RecordUid& caseOf = {})
    {
        return take(
            answer<std::vector<session::PersonChoice>>([&](auto reply) { desk.findPersons(words, caseOf, reply); }));
    }
    std::vector<QJsonObject> officers(const QString& words)
    {
        return take(answer<std::vector<QJsonObject>>([&](auto reply) { desk.findOfficers(words, reply); }));
    }
    const domain::RecordUid& fir() const { return m_fir; }

    test::TempStore store;

private:
    template <class Condition>
    static void waitFor(Condition condition)
    {
        QElapsedTimer since;
        since.start();
        while (!condition()) {
            if (since.elapsed() > 20'000)
                BOOST_FAIL("no answer");
            QEventLoop loop;
            QTimer::singleShot(1, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }

    session::StationThreads m_threads{test::tables(), store.clock};
    domain::RecordUid m_fir;

public:
    session::StationFormDesk desk{m_threads};
};

QJsonObject practice(const QString& kind, const base::Clock& clock)
{
    const auto& tables = *test::tables();
    return forms::examplePayload(*tables.forms.find(kind), u"en"_s,
                                 {clock.now(), forms::CheckMode::Submit, u"13020004"_s}, tables.acts);
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_form_desk)

BOOST_AUTO_TEST_CASE(a_kept_draft_is_there_after_the_program_ends)
{
    Desk desk;
    const auto uid = desk.keep({{u"contents"_s, u"a theft at night"_s}});
    desk.close();
    desk.store.reopen();
    const auto record = take(desk.store->reader().find(uid.toString(QUuid::WithoutBraces), {}));
    BOOST_TEST(record.payload.value("contents"_L1).toString().toStdString() == "a theft at night");
    auto synchronous = desk.store->store().writer().query("PRAGMA synchronous");
    BOOST_REQUIRE(synchronous.next());
    BOOST_TEST(synchronous.integer(0) == 2); // FULL: a commit survives a power cut
}

BOOST_AUTO_TEST_CASE(drafts_come_last_saved_first_and_open_as_they_were_left)
{
    Desk desk;
    const auto first = desk.keep({{u"accused"_s, QJsonArray{person("Sonu", "Mahabir", "Badauta")}}});
    desk.store.clock.advance(std::chrono::minutes(5));
    const auto second = desk.keep({{u"contents"_s, u"nothing known yet"_s}});
    desk.store.clock.advance(std::chrono::minutes(5));
    auto lines = desk.drafts();
    BOOST_REQUIRE(lines.size() == 2);
    BOOST_TEST((lines[0].record == second));
    BOOST_TEST(lines[1].title.toStdString() == "Sonu");
    desk.keep({{u"accused"_s, QJsonArray{person("Sonu", "Mahabir", "Badauta")}}, {u"fir_no"_s, 77}}, first);
    lines = desk.drafts();
    BOOST_TEST((lines[0].record == first));
    const auto opened = desk.begin({{}, first, {}, -1});
    BOOST_TEST(opened.kind.toStdString() == "fir");
    BOOST_TEST(opened.payload.value("fir_no"_L1).toInt() == 77);
    BOOST_TEST((opened.savedAt == desk.store.clock.now()));
}

BOOST_AUTO_TEST_CASE(a_wrong_paper_stays_a_draft_under_the_same_id)
{
    Desk desk;
    const auto sent = desk.submit(u"fir"_s, {}, {{u"contents"_s, u"too little"_s}});
    BOOST_TEST(sent.isDraft);
    BOOST_TEST(forms::hasErrors(sent.findings));
    BOOST_TEST(!sent.record.isNull());
    const auto again = desk.submit(u"fir"_s, sent.record, {{u"contents"_s, u"still too little"_s}});
    BOOST_TEST((again.record == sent.record));
    BOOST_TEST(desk.drafts().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_right_paper_leaves_the_drafts_with_its_number)
{
    Desk desk;
    QJsonObject fir = practice(u"fir"_s, desk.store.clock);
    const auto uid = desk.keep(fir);
    const auto sent = desk.submit(u"fir"_s, uid, fir);
    BOOST_TEST(!sent.isDraft);
    BOOST_TEST(!sent.number.isEmpty());
    BOOST_TEST((sent.record == uid));
    BOOST_TEST(desk.drafts().empty());
}

BOOST_AUTO_TEST_CASE(a_taken_number_is_told_and_the_paper_is_kept)
{
    Desk desk;
    QJsonObject fir = practice(u"fir"_s, desk.store.clock);
    fir.insert(u"fir_no"_s, 9);
    BOOST_TEST(!desk.submit(u"fir"_s, {}, fir).isDraft);
    const auto sent = desk.submit(u"fir"_s, {}, fir);
    BOOST_TEST(sent.isDraft);
    BOOST_REQUIRE(sent.refusal.has_value());
    BOOST_TEST(sent.refusal->code.toStdString() == "record.number_taken");
    BOOST_TEST(desk.drafts().size() == 1);
}

BOOST_AUTO_TEST_CASE(dropping_a_draft_takes_a_new_record_away_and_leaves_a_submitted_one)
{
    Desk desk;
    const auto fresh = desk.keep({{u"contents"_s, u"written by mistake"_s}});
    BOOST_TEST(take(desk.drop(fresh)));
    BOOST_TEST(desk.drafts().empty());
    BOOST_TEST(codeOf(desk.answer<session::FormOpening>([&](auto reply) {
                   desk.desk.begin({{}, fresh, {}, -1}, reply);
               }))
               == "record.unknown");

    const QJsonObject before = desk.begin({{}, desk.fir(), {}, -1}).payload;
    QJsonObject edited = before;
    edited.insert(u"contents"_s, u"something else"_s);
    desk.keep(edited, desk.fir());
    BOOST_TEST(desk.begin({{}, desk.fir(), {}, -1}).payload.value("contents"_L1).toString().toStdString()
               == "something else");
    BOOST_TEST(!take(desk.drop(desk.fir())));
    BOOST_TEST((desk.begin({{}, desk.fir(), {}, -1}).payload == before));
}

BOOST_AUTO_TEST_CASE(an_arrest_begun_from_the_fir_knows_the_case_and_the_chosen_accused)
{
    Desk desk;
    auto opened = desk.begin({u"arrest"_s, {}, desk.fir(), -1});
    BOOST_REQUIRE(opened.choices.size() == 2);
    BOOST_TEST(opened.choices[1].title.toStdString() == "Mahender");
    BOOST_TEST(opened.choices[1].below.toStdString() == "Ishwar · Mundlana");
    BOOST_TEST(!opened.payload.contains("name"_L1));

    opened = desk.begin({u"arrest"_s, {}, desk.fir(), 1});
    BOOST_TEST((opened.payload.value("fir_ref"_L1)
                == QJsonObject{{u"ps_code"_s, u"13020004"_s}, {u"fir_year"_s, 2024}, {u"fir_no"_s, 45}}));
    BOOST_TEST(opened.payload.value("name"_L1).toString().toStdString() == "Mahender");
    BOOST_TEST(opened.payload.value("accused_code"_L1).toString().toStdString() == "A2");
    BOOST_TEST(opened.payload["permanent_address"_L1]["village_town"_L1].toString().toStdString() == "Mundlana");
    BOOST_TEST(opened.marks.at(u"/name"_s).number.toStdString() == "0045/2024");
    BOOST_TEST(opened.marks.at(u"/fir_ref/fir_no"_s).kind.toStdString() == "fir");

    // Once it is there, its accused is seen to be taken.
    desk.keep(opened.payload, {}, u"arrest"_s);
    opened = desk.begin({u"arrest"_s, {}, desk.fir(), 0});
    BOOST_TEST(opened.choices[1].taken);
    BOOST_TEST(!opened.choices[0].taken);
    BOOST_TEST(opened.payload.value("accused_code"_L1).toString().toStdString() == "A1");
}

BOOST_AUTO_TEST_CASE(persons_are_found_in_either_script_and_once)
{
    Desk desk;
    const auto found = desk.persons(u"रमेश कु"_s);
    BOOST_REQUIRE(found.size() == 1);
    BOOST_TEST(found[0].name.text.toStdString() == "Ramesh Kumar");
    BOOST_TEST(found[0].below.toStdString() == "Suresh · ~1994 · Badauta, Gohana · 9812004417");
    BOOST_TEST(found[0].person["addresses"_L1][0]["village_town"_L1].toString().toStdString() == "Badauta");
    BOOST_TEST(!found[0].person.contains("role"_L1));

    // The same man in another paper, written otherwise.
    QJsonObject other = test::fir(46);
    other.insert(u"accused"_s, QJsonArray{person("रमेश कुमार", "सुरेश", "बड़ौता")});
    desk.keep(other);
    const auto again = desk.persons(u"ramesh"_s);
    BOOST_REQUIRE(again.size() == 1);
    BOOST_TEST(again[0].records == 2);
}

BOOST_AUTO_TEST_CASE(persons_of_the_case_come_first_and_without_a_word)
{
    Desk desk;
    const auto all = desk.persons({}, desk.fir());
    BOOST_TEST(all.size() >= 2);
    BOOST_TEST(desk.persons({}).empty());
}

BOOST_AUTO_TEST_CASE(officers_are_known_by_name_and_belt_number)
{
    Desk desk;
    for (const QString& words : {u"ramp"_s, u"रामपाल"_s, u"123"_s, QString()}) {
        const auto found = desk.officers(words);
        BOOST_REQUIRE_MESSAGE(found.size() == 1, words.toStdString());
        BOOST_TEST(found[0].value("belt_no"_L1).toString().toStdString() == "123/SNP");
    }
    BOOST_TEST(desk.officers(u"suresh"_s).empty());
    // What came since is known.
    QJsonObject other = test::fir(46);
    other.insert(u"io"_s, QJsonObject{{u"name"_s, u"Suresh Kumari"_s}, {u"rank"_s, u"SI"_s}});
    desk.keep(other);
    BOOST_TEST(desk.officers(u"suresh"_s).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
