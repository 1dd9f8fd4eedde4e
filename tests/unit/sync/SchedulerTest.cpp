#include "sync/Scheduler.h"

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace std::chrono_literals;

namespace {

const QDateTime nine(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC);
const QString cas = QStringLiteral("cas");
const QString icjs = QStringLiteral("icjs");

sync::Scheduler every(std::chrono::minutes minutes)
{
    sync::Scheduler scheduler;
    scheduler.setEvery(minutes);
    scheduler.setSources({cas, icjs});
    return scheduler;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sync_scheduler)

BOOST_AUTO_TEST_CASE(nothing_is_due_until_the_operator_allows_it)
{
    BOOST_TEST(every(0min).due(nine).isEmpty());
    BOOST_TEST(!every(0min).next(nine).isValid());
    BOOST_TEST((every(10min).due(nine) == QStringList{cas, icjs}));
}

BOOST_AUTO_TEST_CASE(a_source_is_due_again_after_the_interval_and_each_for_itself)
{
    auto scheduler = every(10min);
    scheduler.ended(cas, true, nine, 0);
    scheduler.ended(icjs, true, nine.addSecs(60), 0);
    BOOST_TEST(scheduler.due(nine.addSecs(599)).isEmpty());
    BOOST_TEST((scheduler.due(nine.addSecs(600)) == QStringList{cas}));
    BOOST_TEST((scheduler.next(nine.addSecs(60)) == nine.addSecs(600)));
}

BOOST_AUTO_TEST_CASE(a_failure_is_tried_again_sooner_then_later_each_time_and_never_later_than_usual)
{
    auto scheduler = every(10min);
    scheduler.setSources({cas});
    qint64 before = 0;
    for (int failure = 0; failure < 4; ++failure) {
        scheduler.ended(cas, false, nine, 0.5);
        const qint64 wait = nine.msecsTo(scheduler.next(nine));
        BOOST_TEST(wait > before);
        before = wait;
    }
    for (int failure = 0; failure < 40; ++failure)
        scheduler.ended(cas, false, nine, 0.99);
    BOOST_TEST((scheduler.next(nine) == nine.addSecs(600)));
    scheduler.ended(cas, true, nine, 0);
    scheduler.ended(cas, false, nine, 0);
    BOOST_TEST((scheduler.next(nine) < nine.addSecs(60)));
}

BOOST_AUTO_TEST_CASE(chance_spreads_the_attempts_of_many_workstations)
{
    auto early = every(10min);
    auto late = every(10min);
    for (auto* scheduler : {&early, &late})
        scheduler->setSources({cas});
    early.ended(cas, false, nine, 0);
    late.ended(cas, false, nine, 0.9);
    BOOST_TEST((early.next(nine) < late.next(nine)));
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_put_back_silences_nobody)
{
    auto scheduler = every(10min);
    scheduler.setSources({cas});
    scheduler.ended(cas, true, nine.addDays(3), 0);
    BOOST_TEST((scheduler.due(nine) == QStringList{cas}));
}

BOOST_AUTO_TEST_CASE(the_outbox_goes_at_its_rows_turn_and_waits_after_a_failure)
{
    auto scheduler = every(0min);
    const qint64 turn = nine.toMSecsSinceEpoch();
    BOOST_TEST(!scheduler.nextPush(0, nine).isValid());
    BOOST_TEST((scheduler.nextPush(turn, nine) == nine));
    scheduler.pushEnded(false, nine, 0);
    BOOST_TEST((scheduler.nextPush(turn, nine) > nine));
    const QDateTime later = nine.addSecs(7200);
    BOOST_TEST((scheduler.nextPush(later.toMSecsSinceEpoch(), nine) == later));
    scheduler.pushEnded(true, nine, 0);
    BOOST_TEST((scheduler.nextPush(turn, nine) == nine));
}

BOOST_AUTO_TEST_SUITE_END()
