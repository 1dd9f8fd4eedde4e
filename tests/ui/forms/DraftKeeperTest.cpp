// Keeping what is typed: one request at a time, the newest payload wins, and a store that fails loses nothing.
#include "forms/DraftKeeper.h"

#include "support/TempStore.h"
#include "ui/ScriptedDesk.h"

#include <QTest>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;

namespace {

// Notes what is to be kept; the test answers.
class WaitingDesk final : public ScriptedFormDesk {
public:
    void keepDraft(const QString&, const domain::RecordUid& record, const QJsonObject& payload,
                   session::Reply<session::DraftKept> reply) override
    {
        records.push_back(record);
        payloads.push_back(payload);
        replies.push_back(reply);
    }
    void answer(std::size_t place, const Result<session::DraftKept>& kept)
    {
        replies[place](kept);
        QCoreApplication::processEvents();
    }

    std::vector<domain::RecordUid> records;
    std::vector<QJsonObject> payloads;
    std::vector<session::Reply<session::DraftKept>> replies;
};

QJsonObject typed(int letters)
{
    return {{QStringLiteral("contents"), QString(letters, QLatin1Char('a'))}};
}

struct Keeping {
    WaitingDesk desk;
    ui::DraftKeeper* keeper = new ui::DraftKeeper(desk, QStringLiteral("fir"), {});
    const session::DraftKept kept{domain::newUid(1), QDateTime::currentDateTimeUtc()};
};

} // namespace

BOOST_AUTO_TEST_SUITE(ui_draft_keeper)

BOOST_AUTO_TEST_CASE(the_first_letter_is_kept_at_once_and_later_ones_after_it)
{
    Keeping it;
    it.keeper->note(typed(1));
    BOOST_TEST_REQUIRE(it.desk.payloads.size() == 1u);
    it.keeper->note(typed(2));
    it.keeper->note(typed(3));
    it.keeper->keepNow();
    BOOST_TEST(it.desk.payloads.size() == 1u); // one at a time
    it.desk.answer(0, it.kept);
    BOOST_TEST_REQUIRE(it.desk.payloads.size() == 2u);
    BOOST_TEST((it.desk.payloads[1] == typed(3)));
    BOOST_TEST((it.desk.records[1] == it.kept.record));
    BOOST_TEST(!it.keeper->isClean());
    it.desk.answer(1, it.kept);
    BOOST_TEST(it.keeper->isClean());
}

BOOST_AUTO_TEST_CASE(what_could_not_be_kept_is_kept_later)
{
    Keeping it;
    int failures = 0;
    QObject::connect(it.keeper, &ui::DraftKeeper::failed, it.keeper, [&] { ++failures; });
    it.keeper->note(typed(1));
    it.desk.answer(0, error(ErrorKind::Internal, "store.busy"));
    BOOST_TEST(failures == 1);
    BOOST_TEST(!it.keeper->isClean());
    it.keeper->note(typed(2)); // typing goes on
    it.keeper->keepNow();
    BOOST_TEST_REQUIRE(it.desk.payloads.size() == 2u);
    BOOST_TEST((it.desk.payloads[1] == typed(2)));
    it.desk.answer(1, it.kept);
    BOOST_TEST(it.keeper->isClean());
}

BOOST_AUTO_TEST_CASE(it_goes_only_when_everything_is_kept)
{
    Keeping it;
    const QPointer<ui::DraftKeeper> keeper = it.keeper;
    it.keeper->note(typed(1));
    it.keeper->note(typed(2));
    it.keeper->release();
    it.keeper = nullptr;
    it.desk.answer(0, it.kept);
    BOOST_TEST_REQUIRE(it.desk.payloads.size() == 2u);
    BOOST_TEST((it.desk.payloads[1] == typed(2)));
    BOOST_TEST(!keeper.isNull());
    it.desk.answer(1, it.kept);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    BOOST_TEST(keeper.isNull());
}

BOOST_AUTO_TEST_CASE(what_was_submitted_is_not_kept_as_a_draft_again)
{
    Keeping it;
    it.keeper->note(typed(1));
    it.keeper->note(typed(2));
    it.keeper->forget();
    it.desk.answer(0, it.kept);
    BOOST_TEST(it.keeper->isClean());
    BOOST_TEST(it.desk.payloads.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
