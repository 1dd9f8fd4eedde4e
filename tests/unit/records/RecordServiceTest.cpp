#include "base/CanonicalJson.h"
#include "support/TempStore.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace std::chrono_literals;
using domain::RecordState;
using records::Effect;
using records::Settlement;
using test::codeOf;
using test::done;
using test::fir;
using test::take;

namespace {

struct Station : test::TempStore {
    Station()
    {
        addSource("cas");
        addSource("icjs");
    }
    domain::Record find(const char* number)
    {
        return take((*this)->reader().find(QString::fromLatin1(number), QStringLiteral("13020004")));
    }
    records::RecordDetails details(const char* number) { return take((*this)->reader().details(find(number).row)); }
    qint64 count() { return take((*this)->reader().countsByKind()).value(QStringLiteral("fir")); }

    domain::Record submitted(QJsonObject payload)
    {
        payload.remove(QStringLiteral("fir_no"));
        const auto draft =
            take((*this)->records().saveDraft(QStringLiteral("fir"), {}, payload, QStringLiteral("x"), {}));
        return take((*this)->records().submit(draft.uid, payload, QStringLiteral("x"), {}));
    }
    outbox::Row onlyDue()
    {
        auto due = take((*this)->outbox().due(10));
        BOOST_REQUIRE(due.size() == 1);
        return take((*this)->outbox().find(due.front().id));
    }
    void settle(const outbox::Row& row, Settlement::Outcome outcome, const char* revision = "1",
                QJsonObject current = {})
    {
        done((*this)->records().settle(row, {outcome, QString::fromLatin1(revision), current, 1s, "{}"},
                                       QStringLiteral("icjs")));
    }
    RecordState stateOf(const domain::Record& record)
    {
        return take((*this)->reader().details(record.row)).record.state;
    }
    bool withdraw(const char* source, const char* key)
    {
        records::RecordService::Batch batch((*this)->records());
        done(batch.begin());
        const auto effect =
            take(batch.withdraw(QString::fromLatin1(source), QStringLiteral("fir"), QString::fromLatin1(key)));
        done(batch.commit());
        return effect == Effect::Removed;
    }
};

const QUuid centreId = QUuid::fromString(QStringLiteral("01900000-0000-7000-8000-000000000001"));

} // namespace

BOOST_FIXTURE_TEST_SUITE(records_service, Station)

BOOST_AUTO_TEST_CASE(the_same_fir_from_two_systems_is_one_record_with_two_mentions)
{
    BOOST_TEST((pull("cas", "fir", "13020004240045", fir(45)) == Effect::Added));
    BOOST_TEST((pull("icjs", "fir", "id-1", fir(45), "3", centreId) == Effect::Changed));
    BOOST_TEST(count() == 1);
    BOOST_TEST(details("45/2024").mentions.size() == 2);
}

BOOST_AUTO_TEST_CASE(hearing_the_same_again_changes_nothing)
{
    pull("cas", "fir", "K", fir(45));
    const qint64 writes = (*this)->store().writer().totalChanges();
    BOOST_TEST((pull("cas", "fir", "K", fir(45)) == Effect::Unchanged));
    BOOST_TEST((*this)->store().writer().totalChanges() == writes);
}

BOOST_AUTO_TEST_CASE(a_change_keeps_what_stood_before_as_a_revision)
{
    pull("cas", "fir", "K", fir(45, "Ramesh"));
    BOOST_TEST((pull("cas", "fir", "K", fir(45, "Rakesh"), "2") == Effect::Changed));
    const auto now = details("45/2024");
    BOOST_TEST(now.record.version == 2);
    BOOST_TEST(now.revisions == 1);
    const auto before = take((*this)->reader().revisions(now.record.row));
    BOOST_TEST(base::canonicalJson(before.front().payload).contains("Ramesh"));
    BOOST_TEST(base::canonicalJson(now.record.payload).contains("Rakesh"));
}

BOOST_AUTO_TEST_CASE(each_fact_is_the_word_of_the_source_that_goes_first)
{
    QJsonObject police = fir(45);
    police.insert(QStringLiteral("status"), QStringLiteral("UI"));
    QJsonObject centre = fir(45);
    centre.insert(QStringLiteral("status"), QStringLiteral("REG"));
    centre.insert(QStringLiteral("contents"), QStringLiteral("as the centre tells it"));
    pull("cas", "fir", "K", police);
    pull("icjs", "fir", "id-1", centre, "1", centreId);
    const auto now = details("45/2024");
    BOOST_TEST((now.record.payload.value(QStringLiteral("status")) == QStringLiteral("UI")));
    BOOST_TEST((now.record.payload.value(QStringLiteral("contents")) == QStringLiteral("as the centre tells it")));
    BOOST_TEST((now.fieldSources.value(QStringLiteral("status")) == QStringLiteral("cas")));
    BOOST_TEST((now.fieldSources.value(QStringLiteral("contents")) == QStringLiteral("icjs")));
}

BOOST_AUTO_TEST_CASE(a_mention_withdrawn_leaves_the_others_standing)
{
    pull("cas", "fir", "K", fir(45, "Ramesh"));
    pull("icjs", "fir", "id-1", fir(45, "Rakesh"), "1", centreId);
    BOOST_TEST(withdraw("icjs", "id-1"));
    BOOST_TEST(count() == 1);
    BOOST_TEST(base::canonicalJson(details("45/2024").record.payload).contains("Ramesh"));
    BOOST_TEST(withdraw("cas", "K"));
    BOOST_TEST(count() == 0);
    auto left = (*this)->store().writer().query("SELECT count(*) FROM search");
    BOOST_REQUIRE(left.next());
    BOOST_TEST(left.integer(0) == 0);
}

BOOST_AUTO_TEST_CASE(two_rows_of_one_source_with_one_number_stay_two)
{
    pull("cas", "fir", "K1", fir(45, "Ramesh"));
    BOOST_TEST((pull("cas", "fir", "K2", fir(45, "Rakesh")) == Effect::Added));
    BOOST_TEST(count() == 2);
    BOOST_TEST((pull("cas", "fir", "K2", fir(45, "Rakesh")) == Effect::Unchanged));
}

BOOST_AUTO_TEST_CASE(digest_does_not_depend_on_the_order_of_arrival)
{
    Station other;
    for (const int no : {1, 2, 3})
        pull("cas", "fir", QByteArray::number(no).constData(), fir(no));
    for (const int no : {3, 1, 2})
        other.pull("cas", "fir", QByteArray::number(no).constData(), fir(no));
    BOOST_TEST(take((*this)->reader().contentDigest()) == take(other->reader().contentDigest()));
    other.pull("cas", "fir", "3", fir(3, "Somebody Else"));
    BOOST_TEST(take((*this)->reader().contentDigest()) != take(other->reader().contentDigest()));
}

BOOST_AUTO_TEST_CASE(submission_gives_the_next_number_and_queues_once)
{
    pull("cas", "fir", "K", fir(45));
    const auto record = submitted(fir(0));
    BOOST_TEST((record.number == QStringLiteral("0046/2024")));
    BOOST_TEST((record.state == RecordState::Ready));
    const auto row = onlyDue();
    BOOST_TEST(row.baseRevision.isNull());
    BOOST_TEST(row.payload.contains("\"fir_no\":46"));
}

BOOST_AUTO_TEST_CASE(report_numbers_run_by_station_and_year_of_the_report_whatever_the_fir)
{
    const auto submit = [&](int firNo, int reportYear) {
        const QString kind = QStringLiteral("final_report");
        const QJsonObject ref{{QStringLiteral("ps_code"), QStringLiteral("13020004")},
                              {QStringLiteral("fir_year"), 2024},
                              {QStringLiteral("fir_no"), firNo}};
        const QJsonObject report{{QStringLiteral("fir_ref"), ref}, {QStringLiteral("fr_year"), reportYear}};
        const auto draft = take((*this)->records().saveDraft(kind, {}, report, QStringLiteral("x"), {}));
        return take((*this)->records().submit(draft.uid, report, QStringLiteral("x"), {})).number.toStdString();
    };
    BOOST_TEST(submit(45, 2024) == "0001/2024");
    BOOST_TEST(submit(46, 2024) == "0002/2024");
    BOOST_TEST(submit(47, 2025) == "0001/2025");
}

BOOST_AUTO_TEST_CASE(a_number_typed_twice_is_refused)
{
    pull("cas", "fir", "K", fir(45));
    const auto draft = take((*this)->records().saveDraft(QStringLiteral("fir"), {}, fir(45), QStringLiteral("x"), {}));
    BOOST_TEST(codeOf((*this)->records().submit(draft.uid, fir(45), QStringLiteral("x"), {})) == "record.number_taken");
    BOOST_TEST((stateOf(draft) == RecordState::Draft));
    BOOST_TEST(take((*this)->outbox().due(10)).empty());
}

BOOST_AUTO_TEST_CASE(accepted_means_that_the_centre_holds_it)
{
    const auto record = submitted(fir(0));
    settle(onlyDue(), Settlement::Outcome::Accepted, "7");
    BOOST_TEST((stateOf(record) == RecordState::Accepted));
    const auto now = take((*this)->reader().details(record.row));
    BOOST_TEST(now.mentions.size() == 1);
    BOOST_TEST((now.record.centralRevision == QStringLiteral("7")));
    // It comes back through the feed and through CAS as the same record.
    BOOST_TEST((pull("icjs", "fir", record.uid.toString(QUuid::WithoutBraces).toLatin1().constData(),
                     now.record.payload, "7", record.uid)
                == Effect::Unchanged));
    pull("cas", "fir", "K", now.record.payload);
    BOOST_TEST(count() == 1);
    BOOST_TEST(take((*this)->outbox().due(10)).empty());
}

BOOST_AUTO_TEST_CASE(an_edit_while_the_first_version_is_on_its_way_waits_for_its_answer)
{
    const auto record = submitted(fir(0));
    const auto first = onlyDue();
    done((*this)->records().markSending(first));
    QJsonObject edited = record.payload;
    edited.insert(QStringLiteral("contents"), QStringLiteral("second version"));
    (void)take((*this)->records().submit(record.uid, edited, QStringLiteral("x"), {}));

    const auto stillFirst = onlyDue();
    BOOST_TEST((stillFirst.idempotencyKey == first.idempotencyKey));
    settle(stillFirst, Settlement::Outcome::Accepted, "1");
    BOOST_TEST((stateOf(record) == RecordState::Ready));
    const auto second = onlyDue();
    BOOST_TEST(second.version == 2);
    BOOST_TEST((second.baseRevision == QStringLiteral("1")));
    BOOST_TEST((second.idempotencyKey != first.idempotencyKey));
    BOOST_TEST(second.payload.contains("second version"));
}

BOOST_AUTO_TEST_CASE(an_edit_before_sending_replaces_the_version_that_never_left)
{
    const auto record = submitted(fir(0));
    (void)take((*this)->records().submit(record.uid, record.payload, QStringLiteral("x"), {}));
    BOOST_TEST(onlyDue().version == 2);
}

BOOST_AUTO_TEST_CASE(refusal_of_one_does_not_hold_up_the_others)
{
    const auto bad = submitted(fir(0));
    const auto good = submitted(fir(0));
    const auto due = take((*this)->outbox().due(10));
    BOOST_REQUIRE(due.size() == 2);
    settle(due.front(), Settlement::Outcome::Rejected);
    BOOST_TEST((stateOf(bad) == RecordState::Rejected));
    BOOST_TEST((onlyDue().record == good.row));
    const auto counts = take((*this)->outbox().counts());
    BOOST_TEST(counts.rejected == 1);
    BOOST_TEST(counts.waiting == 1);
}

BOOST_AUTO_TEST_CASE(waiting_rows_come_due_when_their_time_is_up)
{
    submitted(fir(0));
    settle(onlyDue(), Settlement::Outcome::TryLater);
    BOOST_TEST(take((*this)->outbox().due(10)).empty());
    BOOST_TEST(take((*this)->outbox().nextTurn()) > 0);
    clock.advance(1s);
    BOOST_TEST(take((*this)->outbox().due(10)).size() == 1);
}

BOOST_AUTO_TEST_CASE(retry_clears_the_waiting_time)
{
    submitted(fir(0));
    settle(onlyDue(), Settlement::Outcome::TryLater);
    BOOST_TEST(take((*this)->outbox().retry(0)) == 1);
    BOOST_TEST(take((*this)->outbox().due(10)).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_number_taken_meanwhile_is_replaced_by_the_next)
{
    const auto record = submitted(fir(0));
    const auto row = onlyDue();
    pull("cas", "fir", "K", fir(1, "Somebody Else")); // the same number, given out elsewhere
    BOOST_TEST(count() == 2);
    settle(row, Settlement::Outcome::NumberTaken);
    const auto again = onlyDue();
    BOOST_TEST(again.record == record.row);
    BOOST_TEST((again.number == QStringLiteral("0002/2024")));
    BOOST_TEST((find("1/2024").uid != record.uid));
}

BOOST_AUTO_TEST_CASE(a_conflict_shows_the_centres_word_beside_ours)
{
    pull("icjs", "fir", "id-1", fir(45, "Ramesh"), "1", centreId);
    QJsonObject mine = fir(45, "Mahesh");
    (void)take((*this)->records().submit(centreId, mine, QStringLiteral("x"), QStringLiteral("name corrected")));
    const auto row = onlyDue();
    BOOST_TEST((row.baseRevision == QStringLiteral("1")));
    settle(row, Settlement::Outcome::Conflict, "2", fir(45, "Rakesh"));
    const auto now = details("45/2024");
    BOOST_TEST((now.record.state == RecordState::Conflicted));
    BOOST_TEST(base::canonicalJson(now.record.payload).contains("Mahesh"));
    BOOST_TEST(base::canonicalJson(*now.mentions.front().payload).contains("Rakesh"));
    BOOST_TEST((now.record.centralRevision == QStringLiteral("2")));
}

BOOST_AUTO_TEST_CASE(a_pulled_change_never_overwrites_what_is_not_settled_yet)
{
    pull("icjs", "fir", "id-1", fir(45, "Ramesh"), "1", centreId);
    (void)take((*this)->records().submit(centreId, fir(45, "Mahesh"), QStringLiteral("x"), {}));
    pull("icjs", "fir", "id-1", fir(45, "Rakesh"), "2", centreId);
    BOOST_TEST(base::canonicalJson(details("45/2024").record.payload).contains("Mahesh"));
    BOOST_TEST((onlyDue().baseRevision == QStringLiteral("1")));
}

BOOST_AUTO_TEST_CASE(discarding_gives_the_paper_back_as_a_draft)
{
    const auto record = submitted(fir(0));
    done((*this)->records().discard(onlyDue().id, QStringLiteral("x"), QStringLiteral("entered twice")));
    BOOST_TEST((stateOf(record) == RecordState::Draft));
    BOOST_TEST(take((*this)->outbox().list(true)).empty());
}

BOOST_AUTO_TEST_CASE(what_was_registered_once_is_not_thrown_away)
{
    const auto record = submitted(fir(0));
    done((*this)->records().discard(onlyDue().id, QStringLiteral("x"), QStringLiteral("entered twice")));
    BOOST_TEST(take((*this)->reader().drafts()).size() == 1);
    BOOST_TEST(codeOf((*this)->records().dropDraft(record.uid)) == "record.was_submitted");
    BOOST_TEST((stateOf(record) == RecordState::Draft));
}

BOOST_AUTO_TEST_CASE(a_dropped_draft_leaves_nothing_to_find)
{
    const auto draft = take((*this)->records().saveDraft(QStringLiteral("fir"), {}, fir(45), QStringLiteral("x"), {}));
    BOOST_TEST(count() == 1);
    BOOST_TEST(take((*this)->records().dropDraft(draft.uid)));
    BOOST_TEST(count() == 0);
    BOOST_TEST(codeOf((*this)->records().dropDraft(draft.uid)) == "record.unknown");
    search::SearchRequest request;
    request.text = QStringLiteral("Ramesh");
    BOOST_TEST(take((*this)->search().search(request, {})).hits.empty());
}

BOOST_AUTO_TEST_CASE(what_was_submitted_keeps_station_year_and_number)
{
    const auto record = submitted(fir(7));
    auto& records = (*this)->records();
    const QString author = QStringLiteral("rampal");
    for (const char* field : {"fir_no", "fir_year", "ps_code"}) {
        QJsonObject other = record.payload;
        other.insert(QLatin1String(field),
                     QLatin1String(field) == QLatin1String("ps_code") ? QJsonValue(QStringLiteral("13020005"))
                                                                      : QJsonValue(99));
        BOOST_TEST(codeOf(records.submit(record.uid, other, author, {})) == "record.number_fixed");
    }
    QJsonObject without = record.payload;
    without.remove(QStringLiteral("fir_no"));
    const auto again = take(records.submit(record.uid, without, author, {}));
    BOOST_TEST(again.number.toStdString() == record.number.toStdString());
}

BOOST_AUTO_TEST_CASE(a_number_is_found_at_another_station_when_only_that_has_it)
{
    QJsonObject there = fir(14);
    there.insert(QStringLiteral("ps_code"), QStringLiteral("13020005"));
    pull("cas", "fir", "a", there);
    auto& reader = (*this)->reader();
    const QString here = QStringLiteral("13020004");
    BOOST_TEST(take(reader.find(QStringLiteral("FIR 14/2024"), here)).station.toStdString() == "13020005");
    there.insert(QStringLiteral("ps_code"), QStringLiteral("13020006"));
    pull("cas", "fir", "b", there);
    BOOST_TEST(codeOf(reader.find(QStringLiteral("0014/2024"), here)) == "record.number_ambiguous");
    pull("cas", "fir", "c", fir(14));
    BOOST_TEST(take(reader.find(QStringLiteral("14/2024"), here)).station == here);
}

BOOST_AUTO_TEST_CASE(other_name_tables_make_the_search_anew)
{
    pull("cas", "fir", "1", fir(1));
    search::SearchRequest request;
    request.text = QStringLiteral("रमेश");
    const auto hits = [&] { return take((*this)->search().search(request, base::CancelToken())).hits.size(); };
    auto& records = (*this)->records();
    done(records.renewSearch(QStringLiteral("new tables")));
    BOOST_TEST(hits() == 1U);
    done((*this)->store().writer().execute("INSERT INTO search (search) VALUES ('delete-all')"));
    done(records.renewSearch(QStringLiteral("new tables")));
    BOOST_TEST(hits() == 0U); // made with these: left alone
    done(records.renewSearch(QStringLiteral("newer tables")));
    BOOST_TEST(hits() == 1U);
}

BOOST_AUTO_TEST_CASE(a_row_whose_fate_is_unknown_cannot_be_discarded)
{
    submitted(fir(0));
    const auto row = onlyDue();
    done((*this)->records().markSending(row));
    BOOST_TEST(codeOf((*this)->records().discard(row.id, QStringLiteral("x"), {})) == "outbox.fate_unknown");
}

BOOST_AUTO_TEST_SUITE_END()
