// The nth statement fails while a store is made, opened, brought to a newer shape, or indexed anew.
#include "fault/StatementLoop.h"
#include "storage/Migrator.h"
#include "storage/Verify.h"

#include <QFile>

using namespace ekatra;
using namespace ekatra::test;

namespace {

// Counts statements and fails the nth; a new store is asked for it through its options.
struct Hook {
    int left = 0;
    int code = 0;
    std::optional<std::string> failed;

    storage::FaultHook ask()
    {
        return [this](const char* sql) {
            if (--left != 0)
                return 0;
            failed = sql;
            return code;
        };
    }
};

storage::StoreOptions optionsWith(Hook& hook)
{
    auto options = session::storeOptions(*tables());
    options.fault = hook.ask();
    return options;
}

Result<std::unique_ptr<storage::Store>> make(const QString& folder, Hook& hook)
{
    storage::NewStore about;
    about.station = QStringLiteral("13020004");
    about.user = QStringLiteral("rampal");
    about.cost = cheapKdf;
    return storage::Store::create(folder, about, secret("open sesame"), optionsWith(hook));
}

Result<std::unique_ptr<storage::Store>> openWith(const QString& folder, Hook& hook)
{
    return storage::Store::open(folder, {}, secret("open sesame"), optionsWith(hook));
}

std::optional<Error> errorOf(const Result<std::unique_ptr<storage::Store>>& store)
{
    return store ? std::nullopt : std::optional(store.error());
}

void expectUsable(Result<std::unique_ptr<storage::Store>> store)
{
    auto opened = take(std::move(store));
    BOOST_TEST(opened->station().toStdString() == "13020004");
    BOOST_TEST(take(storage::verify(opened->writer())).join(QLatin1Char('\n')).toStdString() == "");
}

// Two scripts of versions to come, with several statements each.
std::vector<storage::Migration> laterScripts()
{
    auto scripts = storage::storeMigrations();
    const int newest = scripts.back().number;
    scripts.push_back({newest + 1, "CREATE TABLE extra (x); INSERT INTO extra SELECT id FROM record;"});
    scripts.push_back({newest + 2, "ALTER TABLE extra ADD COLUMN y; UPDATE extra SET y = x;"});
    return scripts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(fault_store_statement)

BOOST_AUTO_TEST_CASE(a_store_that_could_not_be_made_can_be_made_again)
{
    forEachStatement([&](int n, const Failure& failure) {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("store"));
        Hook hook{n, failure.code, {}};
        auto made = make(folder, hook);
        if (!hook.failed)
            return false;
        expectSays(errorOf(made), failure, *hook.failed);
        Hook none;
        auto again = make(folder, none);
        // What failed after it was finished has left a whole store.
        expectUsable(codeOf(again) == "store.exists" ? openWith(folder, none) : std::move(again));
        return true;
    });
}

BOOST_AUTO_TEST_CASE(a_store_that_could_not_be_opened_is_left_as_it_was)
{
    TempStore station;
    station.close();
    forEachStatement([&](int n, const Failure& failure) {
        Hook hook{n, failure.code, {}};
        const auto opened = openWith(station.folder(), hook);
        if (!hook.failed)
            return false;
        expectSays(errorOf(opened), failure, *hook.failed);
        Hook none;
        expectUsable(openWith(station.folder(), none));
        return true;
    });
}

BOOST_AUTO_TEST_CASE(a_migration_that_breaks_off_goes_on_at_its_last_whole_step)
{
    forEachStatement([&](int n, const Failure& failure) {
        TempStore station;
        station.addSource("cas");
        for (int no = 1; no <= 3; ++no)
            station.pull("cas", "fir", QByteArray::number(no).constData(), fir(no));
        auto& db = station->store().writer();
        Hook hook{n, failure.code, {}};
        const auto noCopy = [](int) { return Result<void>(); };
        db.setFaultHook(hook.ask());
        const auto broken = storage::migrate(db, laterScripts(), noCopy);
        db.setFaultHook({});
        if (hook.failed)
            expectSays(broken ? std::nullopt : std::optional(broken.error()), failure, *hook.failed);
        done(storage::migrate(db, laterScripts(), noCopy));
        auto rows = db.query("SELECT count(*), sum(y) FROM extra");
        BOOST_REQUIRE(rows.next());
        BOOST_TEST(rows.integer(0) == 3);
        BOOST_TEST(rows.integer(1) == 1 + 2 + 3);
        return hook.failed.has_value();
    });
}

BOOST_AUTO_TEST_CASE(an_index_whose_renewal_broke_off_is_whole_at_the_next_opening)
{
    const auto marked = [](TempStore& station) {
        done(station->store().writer().execute("UPDATE meta SET value = 'of old' WHERE name = 'search_mark'"));
        station.close();
    };
    const auto found = [](session::Services& services) {
        search::SearchRequest request;
        request.text = QStringLiteral("ramesh");
        return take(services.search().search(request, {})).hits.size();
    };
    forEachStatement([&](int n, const Failure& failure) {
        TempStore station;
        station.addSource("cas");
        for (int no = 1; no <= 3; ++no)
            station.pull("cas", "fir", QByteArray::number(no).constData(), fir(no));
        marked(station);
        Hook hook;
        auto store = take(openWith(station.folder(), hook));
        hook.left = n;
        hook.code = failure.code;
        auto started = session::Services::start(std::move(store), tables(), station.clock);
        if (hook.failed)
            expectSays(started ? std::nullopt : std::optional(started.error()), failure, *hook.failed);
        hook.left = 0;
        if (started)
            BOOST_TEST(found(**started) == 3U);
        started = error(ErrorKind::Cancelled, "closed");
        station.reopen();
        BOOST_TEST(found(*station) == 3U);
        return hook.failed.has_value();
    });
}

BOOST_AUTO_TEST_SUITE_END()
