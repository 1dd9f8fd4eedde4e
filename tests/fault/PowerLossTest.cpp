// The power fails, or the disk refuses a write: the store opens, is sound, and holds every record whose submission had
// returned.
#include "fault/DiskLog.h"
#include "fault/FaultStation.h"
#include "storage/Verify.h"

#include <QFile>

#include <sqlite3.h>

#include <set>

using namespace ekatra;
using namespace ekatra::test;

namespace {

struct Submitted {
    domain::RecordUid uid;
    std::size_t moment; // when the call had returned
};

domain::RecordUid submit(TempStore& station, int number)
{
    auto& records = station->records();
    const auto author = QStringLiteral("rampal");
    const auto draft = take(records.saveDraft(QStringLiteral("fir"), {}, fir(number), author, {}));
    return take(records.submit(draft.uid, fir(number), author, {})).uid;
}

// Some days of a station's life, with what a checkpoint and a new opening do to the files.
std::vector<Submitted> someDays(TempStore& station, const DiskLog& disk)
{
    std::vector<Submitted> submitted;
    for (int day = 0; day < 4; ++day) {
        for (int i = 0; i < 6; ++i) {
            const int number = 500 + day * 10 + i;
            submitted.push_back({submit(station, number), disk.moment()});
            records::RecordService::Batch page(station->records());
            done(page.begin());
            for (int row = 0; row < 5; ++row) {
                const int no = 1 + (day * 6 + i) * 5 + row;
                take(page.pull({QStringLiteral("cas"),
                                QStringLiteral("cas"),
                                QStringLiteral("fir"),
                                QString::number(no),
                                QStringLiteral("1"),
                                {},
                                fir(no),
                                {}}));
            }
            done(page.commit());
            if (i == 3)
                done(station->store().writer().execute("PRAGMA wal_checkpoint(PASSIVE)"));
        }
        if (day == 1)
            done(station->store().writer().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        else
            station.reopen();
    }
    return submitted;
}

std::set<domain::RecordUid> owed(storage::Connection& db)
{
    std::set<domain::RecordUid> uids;
    auto rows = db.query("SELECT r.uid FROM outbox o JOIN record r ON r.id = o.record_id WHERE r.state = 'ready'");
    while (rows.next())
        uids.insert(QUuid::fromRfc4122(rows.bytes(0)));
    done(rows.status());
    return uids;
}

void copySlots(const QString& from, const QString& to)
{
    BOOST_REQUIRE(QFile::copy(from + QStringLiteral("/slots"), to + QStringLiteral("/slots")));
}

} // namespace

BOOST_AUTO_TEST_SUITE(fault_power_slow)

BOOST_AUTO_TEST_CASE(after_a_power_cut_the_store_opens_with_all_that_was_submitted)
{
    TempStore station;
    station.addSource("cas");
    station.close();
    DiskLog disk(station.folder());
    station.reopen();
    const auto submitted = someDays(station, disk);
    station.close();
    BOOST_REQUIRE(submitted.front().moment > 0);

    const quint32 seed = QRandomGenerator::system()->generate();
    BOOST_TEST_MESSAGE("seed " << seed << ", " << disk.moment() << " writes and syncs");
    QRandomGenerator random(seed);
    const int images = longTests() ? 5'000 : 200;
    std::size_t kept = 0;
    for (int image = 0; image < images; ++image) {
        const std::size_t moment = random.bounded(static_cast<quint32>(disk.moment()) + 1);
        BOOST_TEST_CONTEXT("seed " << seed << ", image " << image << " at " << moment)
        {
            const QTemporaryDir dir;
            disk.leave(moment, random, dir.path());
            copySlots(station.folder(), dir.path());
            auto store =
                take(storage::Store::open(dir.path(), {}, secret("open sesame"), session::storeOptions(*tables())));
            const auto found = owed(store->writer());
            for (const Submitted& record : submitted) {
                if (record.moment > moment)
                    continue;
                ++kept;
                BOOST_TEST(found.contains(record.uid), record.uid.toString().toStdString());
            }
            BOOST_TEST(take(storage::verify(store->writer())).join(QLatin1Char('\n')).toStdString() == "");
        }
    }
    BOOST_TEST(kept > static_cast<std::size_t>(images));
}

// The proof of the proof: what was not synced must be missing in some images.
BOOST_AUTO_TEST_CASE(writes_that_were_not_synced_are_lost_in_some_images)
{
    TempStore station;
    station.close();
    DiskLog disk(station.folder());
    station.reopen();
    done(station->store().writer().execute("PRAGMA synchronous = OFF"));
    const auto uid = submit(station, 500);
    const std::size_t moment = disk.moment();
    station.close();
    QRandomGenerator random(1);
    int lost = 0;
    for (int image = 0; image < 20; ++image) {
        const QTemporaryDir dir;
        disk.leave(moment, random, dir.path());
        copySlots(station.folder(), dir.path());
        auto store = storage::Store::open(dir.path(), {}, secret("open sesame"), session::storeOptions(*tables()));
        lost += !store || !owed((*store)->writer()).contains(uid) ? 1 : 0;
    }
    BOOST_TEST(lost > 0);
}

BOOST_AUTO_TEST_CASE(a_write_that_the_disk_refuses_costs_only_what_it_belongs_to)
{
    const std::pair<int, const char*> refusals[] = {{SQLITE_FULL, "store.disk_full"},
                                                    {SQLITE_IOERR_WRITE, "store.disk_error"},
                                                    {SQLITE_IOERR_FSYNC, "store.disk_error"}};
    int n = 1;
    for (bool reached = true; reached; ++n) {
        BOOST_TEST_CONTEXT("write " << n)
        {
            const auto& [code, says] = refusals[n % 3];
            TempStore station;
            DiskLog disk(station.folder());
            station.reopen();
            const auto before = submit(station, 500);
            disk.failAt(n, code);
            auto& records = station->records();
            const auto author = QStringLiteral("rampal");
            Result<domain::Record> refused = records.saveDraft(QStringLiteral("fir"), {}, fir(501), author, {});
            if (refused)
                refused = records.submit(refused->uid, fir(501), author, {});
            const auto checkpoint = station->store().writer().execute("PRAGMA wal_checkpoint(TRUNCATE)");
            reached = disk.failed();
            disk.failAt(0, SQLITE_OK); // no more of it
            if (reached) {
                BOOST_TEST((!refused || !checkpoint));
                BOOST_TEST((!refused ? refused.error() : checkpoint.error()).code.toStdString() == says);
            }
            const auto after = submit(station, 502);
            station.reopen();
            const auto found = owed(station->store().writer());
            BOOST_TEST(found.contains(before));
            BOOST_TEST(found.contains(after));
            if (refused)
                BOOST_TEST(found.contains(refused->uid));
            BOOST_TEST(take(storage::verify(station->store().writer())).join(QLatin1Char('\n')).toStdString() == "");
            station.close();
        }
    }
    BOOST_TEST(n > 5);
}

BOOST_AUTO_TEST_SUITE_END()
