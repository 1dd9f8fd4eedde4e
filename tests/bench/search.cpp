// ekatra-bench-search: how long searches take on a large store, by what is asked, beside the bare FTS5 MATCH of the
// same words; how long the counts by kind take; and how soon after the key derivation a store is usable.
//     ekatra-bench-search FOLDER PASSPHRASE_FILE [QUESTIONS_OF_EACH_CLASS]
#include "bench/Figures.h"
#include "bench/Questions.h"
#include "search/QueryParser.h"
#include "session/Services.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>

using namespace ekatra;
using namespace ekatra::bench;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "ekatra-bench-search: %s %s\n", qPrintable(error.code),
                 qPrintable(error.context.value(QStringLiteral("detail"))));
    return 1;
}

crypto::SecretBytes passphraseIn(const QString& path)
{
    QFile file(path);
    QByteArray text = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
    crypto::SecretBytes secret(static_cast<std::size_t>(text.size()));
    std::copy(text.begin(), text.end(), secret.data());
    return secret;
}

double millisecondsOf(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

struct Class {
    Times bare, search, counts;
};

// The same rows that a list of 50 begins with, straight from the index.
Result<void> askBare(storage::Connection& store, const QString& match)
{
    if (match.isEmpty())
        return {};
    auto rows = store.query("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50", match);
    return rows.run();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3 || !crypto::prepareProcess()) {
        std::fputs("ekatra-bench-search FOLDER PASSPHRASE_FILE [QUESTIONS_OF_EACH_CLASS]\n", stderr);
        return 2;
    }
    const int each = words.size() > 3 ? words.at(3).toInt() : 17;

    // --- from the passphrase to the first answer -----------------------------------------------------------------
    QElapsedTimer clock;
    const base::SystemClock now;
    auto tables = session::Tables::load();
    if (!tables)
        return fail(tables.error());
    const auto passphrase = passphraseIn(words.at(2));
    double derivation = 0;
    {
        QFile slotFile(words.at(1) + QStringLiteral("/slots"));
        if (!slotFile.open(QIODevice::ReadOnly))
            return 1;
        auto keySlots = crypto::KeySlots::parse(slotFile.readAll());
        if (!keySlots)
            return fail(keySlots.error());
        clock.start();
        if (auto keys = keySlots->unlock(keySlots->all().front().user, passphrase); !keys)
            return fail(keys.error());
        derivation = millisecondsOf(clock);
    }
    clock.start();
    auto store = storage::Store::open(words.at(1), {}, passphrase, session::storeOptions(**tables));
    if (!store)
        return fail(store.error());
    const double opened = millisecondsOf(clock);
    auto services = session::Services::start(std::move(*store), *tables, now);
    if (!services)
        return fail(services.error());
    const double started = millisecondsOf(clock);
    auto reader = (*services)->store().reader();
    if (!reader)
        return fail(reader.error());
    search::SearchService search(**reader, (*tables)->kinds, (*tables)->names, now);
    search::SearchRequest first;
    first.text = QStringLiteral("Ramesh Kumar");
    if (auto answer = search.search(first, {}); !answer)
        return fail(answer.error());
    const double answered = millisecondsOf(clock);
    qint64 records = 0;
    {
        auto row = (*reader)->query("SELECT count(*) FROM record");
        if (row.next())
            records = row.integer(0);
    }
    print(QStringLiteral("\n%1 records\n").arg(records));
    head({QStringLiteral("unlocking"), QStringLiteral("ms")});
    row({QStringLiteral("key derivation"), ms(derivation)});
    row({QStringLiteral("Store::open beyond it"), ms(opened - derivation)});
    row({QStringLiteral("Services::start"), ms(started - opened)});
    row({QStringLiteral("reader and first search, cold"), ms(answered - started)});
    row({QStringLiteral("usable after the derivation"), ms(answered - derivation)});

    // --- searches -------------------------------------------------------------------------------------------------
    auto questions = questionsFor(**reader, each);
    if (!questions)
        return fail(questions.error());
    search::PhoneticKey keys((*tables)->names);
    search::QueryParser parser(keys, now.nowIst().date());
    QMap<QString, Class> classes;
    Class all;
    for (const bool warm : {false, true}) {
        for (const Question& question : *questions) {
            const QString match = parser.parse(question.request.text, question.request.typing).match;
            Class one;
            Result<void> done;
            one.bare.measure([&] { done = askBare(**reader, match); });
            if (!done)
                return fail(done.error());
            one.search.measure([&] {
                if (auto answer = search.search(question.request, {}); !answer)
                    done = answer.error();
            });
            one.counts.measure([&] {
                if (auto counts = search.countByKind(question.request, {}); !counts)
                    done = counts.error();
            });
            if (!done)
                return fail(done.error());
            if (!warm)
                continue;
            if (qEnvironmentVariableIsSet("EKATRA_BENCH_SHOW"))
                print(QStringLiteral("%1 ms %2 ms %3 ms  %4  %5")
                          .arg(ms(one.bare.most()), ms(one.search.most()), ms(one.counts.most()), question.request.text,
                               match));
            for (Class* sum : {&classes[question.about], &all}) {
                sum->bare.add(one.bare);
                sum->search.add(one.search);
                sum->counts.add(one.counts);
            }
        }
    }
    print(QString());
    head({QStringLiteral("%1 queries, warm, ms").arg(all.search.count()), QStringLiteral("bare MATCH p50"),
          QStringLiteral("p95"), QStringLiteral("search p50"), QStringLiteral("p95"), QStringLiteral("max"),
          QStringLiteral("p95 : bare p95"), QStringLiteral("counts by kind p95")});
    const auto show = [](const QString& name, const Class& c) {
        row({name, ms(c.bare.median()), ms(c.bare.p95()), ms(c.search.median()), ms(c.search.p95()),
             ms(c.search.most()), ratio(c.search.p95(), c.bare.p95()), ms(c.counts.p95())});
    };
    for (auto it = classes.cbegin(); it != classes.cend(); ++it)
        show(it.key(), *it);
    show(QStringLiteral("all"), all);
    return 0;
}
