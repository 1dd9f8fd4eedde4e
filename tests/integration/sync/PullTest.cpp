// What the gateway serves ends in the store, each record once, whatever happens on the way.
#include "gateway/practice/PracticeDistrict.h"
#include "integration/sync/SyncFixture.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;

namespace {

std::unique_ptr<gateway::District> practice(int firs, int dirtyPercent = 0)
{
    gateway::PracticeOptions options;
    options.size = firs;
    options.dirtyPercent = dirtyPercent;
    return take(gateway::makePracticeDistrict(options));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray utf16(const QString& text)
{
    return {reinterpret_cast<const char*>(text.utf16()), text.size() * 2};
}

// The first file below `folder` in which one of `names` can be read; empty when there is none.
QString readableIn(const QString& folder, const QStringList& names)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray content = contentOf(files.next());
        for (const QString& name : names) {
            if (content.contains(name.toUtf8()) || content.contains(utf16(name)))
                return files.filePath();
        }
    }
    return {};
}

// A practice district that leaves some of its FIRs out of its yearly listings.
class ForgetfulDistrict final : public gateway::District {
public:
    explicit ForgetfulDistrict(int firs) : m_inner(practice(firs)) { }

    [[nodiscard]] std::vector<gateway::Station> stations() const override { return m_inner->stations(); }
    [[nodiscard]] QDate firstDay() const override { return m_inner->firstDay(); }
    [[nodiscard]] QDate lastDay() const override { return m_inner->lastDay(); }
    void changedRows(gateway::CasList list, QDate from, QDate to, const RowSink& sink) const override
    {
        m_inner->changedRows(list, from, to, sink);
    }
    [[nodiscard]] std::vector<gateway::CasKey> keys(gateway::CasList list, int year) const override
    {
        auto all = m_inner->keys(list, year);
        if (list == gateway::CasList::Fir && (forgottenYear == 0 || year == forgottenYear))
            all.resize(all.size() - std::min(all.size(), forgotten.load()));
        return all;
    }
    [[nodiscard]] std::optional<QByteArray> row(gateway::CasList list, const QByteArray& key) const override
    {
        return m_inner->row(list, key);
    }
    [[nodiscard]] qint64 count(gateway::CasList list) const override { return m_inner->count(list); }
    void icjsSeeds(const SeedSink& sink) const override { m_inner->icjsSeeds(sink); }

    std::atomic<std::size_t> forgotten{0}; // keys at the end of a year's listing
    std::atomic<int> forgottenYear{0}; // 0: every year

private:
    std::unique_ptr<gateway::District> m_inner;
};

constexpr const char* kinds[] = {"fir", "arrest", "final_report"};

} // namespace

BOOST_AUTO_TEST_SUITE(sync_pull)

BOOST_AUTO_TEST_CASE(each_record_served_is_stored_or_set_aside)
{
    for (const int dirty : {0, 4}) {
        const auto district = practice(600, dirty);
        SyncFixture station({.district = district.get()});
        station.pullWell("cas");
        qint64 aside = 0;
        for (const char* kind : kinds) {
            BOOST_TEST(station.served("cas", kind) > 0);
            BOOST_TEST(station.held(kind) + station.setAside(kind) == station.served("cas", kind));
            aside += station.setAside(kind);
        }
        BOOST_TEST((aside > 0) == (dirty > 0));
    }
}

BOOST_AUTO_TEST_CASE(a_row_set_aside_keeps_its_text_and_its_reason)
{
    const auto district = practice(300, 10);
    SyncFixture station({.district = district.get()});
    station.pullWell("cas");
    const auto rows = take(station.store->quarantine().all());
    BOOST_REQUIRE(!rows.empty());
    for (const auto& row : rows) {
        BOOST_TEST(row.reason.startsWith(QStringLiteral("row.")));
        const auto whole = take(station.store->quarantine().find(row.id));
        BOOST_TEST(whole.raw.startsWith('{'));
    }
}

BOOST_AUTO_TEST_CASE(a_second_pull_with_no_news_writes_nothing_to_the_store)
{
    const auto district = practice(300, 3);
    SyncFixture station({.district = district.get()});
    station.pullWell("cas");
    station.pullWell("icjs");
    station.store.reopen(); // checkpoints
    const auto state = [&] {
        const QString file = station.store.databaseFile();
        return QCryptographicHash::hash(contentOf(file) + contentOf(file + QStringLiteral("-wal")),
                                        QCryptographicHash::Sha256);
    };
    const QByteArray before = state();
    const sync::Counts cas = station.pullWell("cas");
    const sync::Counts icjs = station.pullWell("icjs");
    BOOST_TEST(cas.added + cas.changed + cas.removed + icjs.added + icjs.changed + icjs.removed == 0);
    BOOST_TEST((state() == before));
}

BOOST_AUTO_TEST_CASE(a_fir_of_cas_and_of_the_centre_is_one_record_with_two_mentions)
{
    const auto district = practice(200);
    QStringList keys;
    district->icjsSeeds([&](const gateway::IcjsSeed& seed) {
        const QJsonObject& fir = seed.payload;
        keys.append(QStringLiteral("%1/%2/%3")
                        .arg(fir.value(QStringLiteral("ps_code")).toString())
                        .arg(fir.value(QStringLiteral("fir_year")).toInt())
                        .arg(fir.value(QStringLiteral("fir_no")).toInt()));
        return true;
    });
    BOOST_REQUIRE(!keys.isEmpty());
    for (const bool casFirst : {true, false}) {
        SyncFixture station({.district = district.get()});
        station.pullWell(casFirst ? "cas" : "icjs");
        station.pullWell(casFirst ? "icjs" : "cas");
        BOOST_TEST(station.held("fir") == 200);
        for (const QString& key : keys) {
            const auto record = take(station.store->reader().find(key, QString()));
            const auto details = take(station.store->reader().details(record.row));
            BOOST_TEST(details.mentions.size() == 2U);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_name_is_readable_in_the_folders_while_it_is_pulled_or_after)
{
    QTemporaryDir temporary;
    const QByteArray outer = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toUtf8());
    const auto district = practice(400);
    QStringList names;
    district->icjsSeeds([&](const gateway::IcjsSeed& seed) {
        names.append(
            seed.payload.value(QStringLiteral("informant")).toObject().value(QStringLiteral("name")).toString());
        return names.size() < 25;
    });
    BOOST_REQUIRE(names.size() == 25);

    SyncFixture station({.district = district.get()});
    int looks = 0;
    sync::PullOptions options;
    options.progress = [&](const sync::Progress&) {
        if (++looks % 40 != 0)
            return;
        BOOST_TEST(readableIn(station.store.folder(), names).toStdString() == "");
        BOOST_TEST(readableIn(temporary.path(), names).toStdString() == "");
    };
    station.pullWell("icjs", options);
    station.pullWell("cas", options);
    BOOST_TEST(looks > 80);
    station.store.close();
    BOOST_TEST(readableIn(station.store.folder(), names).toStdString() == "");
    BOOST_TEST(readableIn(temporary.path(), names).toStdString() == "");
    // The search itself must be able to find one.
    QFile witness(temporary.filePath(QStringLiteral("witness")));
    BOOST_REQUIRE(witness.open(QIODevice::WriteOnly));
    witness.write("x" + utf16(names.front()));
    witness.close();
    BOOST_TEST(readableIn(temporary.path(), names).endsWith(QStringLiteral("witness")));
    qputenv("TMPDIR", outer);
}

BOOST_AUTO_TEST_CASE(a_run_that_breaks_off_anywhere_goes_on_where_it_stopped)
{
    const auto district = practice(300, 3);
    SyncFixture clean({.district = district.get()});
    clean.pullWell("cas");
    for (const char* fault : {"truncate", "html", "status=500", "cut-after", "cut-before"}) {
        SyncFixture station({.district = district.get()});
        for (const int request : {3, 40, 90}) {
            // Each retry of the same request fails as well, and so the run does.
            station.gateway.faults(QStringLiteral("GET:/sources/cas:every=%1:%2;GET:/sources/cas:every=%3:%2")
                                       .arg(request)
                                       .arg(QLatin1String(fault))
                                       .arg(1));
            const auto broken = station.pull("cas");
            BOOST_TEST_REQUIRE(broken.failure.has_value());
            BOOST_TEST((broken.failure->kind == ErrorKind::Unreachable), broken.failure->code.toStdString());
            station.gateway.faults(QString());
        }
        station.pullWell("cas");
        BOOST_TEST((station.digest() == clean.digest()));
    }
}

BOOST_AUTO_TEST_CASE(cancelled_at_a_page_it_keeps_the_pages_before)
{
    const auto district = practice(400);
    SyncFixture clean({.district = district.get()});
    clean.pullWell("cas");

    SyncFixture station({.district = district.get()});
    sync::PullOptions options;
    int pages = 0;
    options.progress = [&](const sync::Progress&) {
        if (++pages == 120)
            station.cancel.request();
    };
    const auto stopped = station.pull("cas", options);
    BOOST_REQUIRE(stopped.failure.has_value());
    BOOST_TEST((stopped.failure->kind == ErrorKind::Cancelled));
    BOOST_TEST(station.held("fir") > 0);
    BOOST_TEST(station.held("fir") < 400);
    station.cancel = base::CancelToken();
    const sync::Counts rest = station.pullWell("cas");
    BOOST_TEST(rest.added < 400 + clean.held("arrest") + clean.held("final_report"));
    BOOST_TEST((station.digest() == clean.digest()));
}

BOOST_AUTO_TEST_CASE(the_operators_draft_goes_between_two_transactions_of_a_pull)
{
    const auto district = practice(200);
    SyncFixture station({.district = district.get()});
    std::optional<storage::Store::OperatorTurn> turn;
    int saved = 0;
    station.store->store().setWaitingWork([&] {
        const auto draft =
            station.store->records().saveDraft(QStringLiteral("fir"), {}, fir(900), QStringLiteral("rampal"), {});
        saved += draft.ok() ? 1 : 0;
        turn.reset();
    });
    sync::PullOptions options;
    int pages = 0;
    options.progress = [&](const sync::Progress&) {
        if (++pages == 130)
            turn.emplace(station.store->store());
    };
    station.pullWell("cas", options);
    BOOST_TEST(saved == 1);
    BOOST_TEST(station.held("fir") == 201);
}

BOOST_AUTO_TEST_CASE(what_a_complete_listing_leaves_out_is_gone)
{
    ForgetfulDistrict district(200);
    SyncFixture station({.district = &district});
    station.pullWell("cas");
    BOOST_TEST(station.held("fir") == 200);
    district.forgottenYear = 2025;
    district.forgotten = 3;
    BOOST_TEST(station.pullWell("cas").removed == 0); // compared once a week
    station.letAWeekPass();
    BOOST_TEST(station.pullWell("cas").removed == 3);
    BOOST_TEST(station.held("fir") == 197);
    // What is listed again is fetched again.
    district.forgotten = 0;
    station.letAWeekPass();
    BOOST_TEST(station.pullWell("cas").added == 3);
    BOOST_TEST(station.held("fir") == 200);
}

BOOST_AUTO_TEST_CASE(an_empty_listing_deletes_nothing)
{
    ForgetfulDistrict district(60);
    SyncFixture station({.district = &district});
    station.pullWell("cas");
    district.forgotten = 60;
    station.letAWeekPass();
    BOOST_TEST(station.pullWell("cas").removed == 0);
    BOOST_TEST(station.held("fir") == 60);
}

BOOST_AUTO_TEST_CASE(many_removals_at_once_need_an_operators_word)
{
    ForgetfulDistrict district(400);
    SyncFixture station({.district = &district});
    station.pullWell("cas");
    district.forgottenYear = 2025;
    district.forgotten = 25;
    station.letAWeekPass();
    const auto doubted = station.pull("cas");
    BOOST_REQUIRE(doubted.failure.has_value());
    BOOST_TEST(doubted.failure->code.toStdString() == "sync.too_many_removals");
    BOOST_TEST(station.held("fir") == 400);
    sync::PullOptions options;
    options.acceptRemovals = true;
    BOOST_TEST(station.pullWell("cas", options).removed == 25);
}

BOOST_AUTO_TEST_CASE(a_tombstone_of_the_centre_takes_its_mention_away)
{
    SyncFixture station({.firs = 40});
    station.pullWell("icjs");
    BOOST_TEST(station.held("fir") == 4);
    const QByteArray id = "01900000-0000-7000-8000-000000000010";
    BOOST_TEST(station.gateway.request("DELETE", "/icjs/v1/records/fir/" + id).status / 100 == 2);
    BOOST_TEST(station.pullWell("icjs").removed == 1);
    BOOST_TEST(station.held("fir") == 3);
}

BOOST_AUTO_TEST_CASE(a_cursor_that_the_centre_no_longer_knows_leads_to_a_new_baseline)
{
    SyncFixture station({.firs = 60});
    station.pullWell("icjs");
    BOOST_TEST(station.held("fir") == 6);
    const QByteArray id = "01900000-0000-7000-8000-000000000020";
    BOOST_TEST(station.gateway.request("DELETE", "/icjs/v1/records/fir/" + id).status / 100 == 2);
    station.gateway.clock.advanceDays(400);
    BOOST_TEST(station.gateway.request("POST", "/test/prune").status / 100 == 2);
    const sync::Counts counts = station.pullWell("icjs");
    BOOST_TEST(counts.fetched == 5);
    BOOST_TEST(counts.removed == 1);
    BOOST_TEST(station.held("fir") == 5);
}

BOOST_AUTO_TEST_CASE(a_page_with_a_wrong_digest_is_not_stored)
{
    SyncFixture station({.firs = 60});
    station.gateway.faults(QStringLiteral("GET:/icjs/v1/changes:corrupt-digest"));
    const auto report = station.pull("icjs");
    BOOST_REQUIRE(report.failure.has_value());
    BOOST_TEST(report.failure->code.toStdString() == "icjs.digest");
    BOOST_TEST(station.held("fir") == 0);
    station.gateway.faults(QString());
    station.pullWell("icjs");
    BOOST_TEST(station.held("fir") == 6);
}

BOOST_AUTO_TEST_SUITE_END()
