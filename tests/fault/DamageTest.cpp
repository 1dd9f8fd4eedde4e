// A store whose files were damaged: the error says what is wrong, no answer is silently another one, nothing is
// removed.
#include "fault/FaultStation.h"
#include "storage/Verify.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>

#include <functional>

using namespace ekatra;
using namespace ekatra::test;

namespace {

constexpr qint64 pageSize = 8192;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    BOOST_REQUIRE(file.write(content) == content.size());
}

// What a store says when it is asked everything; an error wherever it cannot.
struct Answers {
    Result<QByteArray> digest = QByteArray();
    std::vector<Result<std::size_t>> hits = {};
};

Answers ask(session::Services& services)
{
    Answers answers;
    answers.digest = services.reader().contentDigest();
    for (const char* text : {"", "ramesh", "45/2024", "name:suresh", "kind:fir"}) {
        search::SearchRequest request;
        request.text = QString::fromLatin1(text);
        request.limit = 1000;
        auto found = services.search().search(request, {});
        answers.hits.push_back(found ? Result<std::size_t>(found->hits.size()) : Result<std::size_t>(found.error()));
    }
    return answers;
}

// A pattern store, its answers, and a copy of it for each damage.
class Damaged {
public:
    Damaged()
    {
        m_station.addSource("cas");
        for (int no = 1; no <= 120; ++no)
            m_station.pull("cas", "fir", QByteArray::number(no).constData(), fir(no));
        m_right = ask(*m_station);
        m_station.close();
        m_database = contentOf(m_station.databaseFile());
        m_slots = contentOf(m_station.folder() + QStringLiteral("/slots"));
    }

    [[nodiscard]] const QByteArray& database() const { return m_database; }
    [[nodiscard]] const QByteArray& slotFile() const { return m_slots; }

    // Opens a store of these two files and looks at every answer. `found`: verification must see the damage.
    void look(const QByteArray& database, const QByteArray& slotFile, bool found) const
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("store.ekatra"));
        write(file, database);
        write(dir.filePath(QStringLiteral("slots")), slotFile);
        {
            auto store = storage::Store::open(dir.path(), {}, secret("open sesame"), session::storeOptions(*tables()));
            if (!store) {
                expectDamage(store.error());
                BOOST_TEST((contentOf(file) == database));
                BOOST_TEST((contentOf(dir.filePath(QStringLiteral("slots"))) == slotFile));
                return;
            }
            auto services = session::Services::start(std::move(*store), tables(), m_station.clock);
            if (!services) {
                expectDamage(services.error());
            } else {
                compare(ask(**services));
                const auto problems = take(storage::verify((*services)->store().writer()));
                BOOST_TEST((!found || !problems.isEmpty()));
            }
        }
        BOOST_TEST(QFileInfo(file).size() >= std::min<qint64>(database.size(), pageSize));
    }

private:
    static void expectDamage(const Error& error)
    {
        BOOST_TEST((error.kind == ErrorKind::Damaged), error.code.toStdString());
    }

    void compare(const Answers& answers) const
    {
        if (answers.digest)
            BOOST_TEST((*answers.digest == *m_right.digest));
        else
            expectDamage(answers.digest.error());
        for (std::size_t i = 0; i < answers.hits.size(); ++i) {
            if (answers.hits[i])
                BOOST_TEST(*answers.hits[i] == *m_right.hits[i]);
            else
                expectDamage(answers.hits[i].error());
        }
    }

    TempStore m_station;
    Answers m_right;
    QByteArray m_database;
    QByteArray m_slots;
};

QByteArray randomBytes(QRandomGenerator& random, qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(fault_damage_slow)

BOOST_AUTO_TEST_CASE(a_damaged_database_is_told_and_never_gives_another_answer)
{
    const Damaged pattern;
    const quint32 seed = QRandomGenerator::system()->generate();
    BOOST_TEST_MESSAGE("seed " << seed);
    QRandomGenerator random(seed);
    const auto pages = static_cast<int>(pattern.database().size() / pageSize);
    BOOST_REQUIRE(pages > 20);
    const auto somewhere = [&] { return random.bounded(static_cast<quint32>(pattern.database().size())); };
    const auto page = [&] { return random.bounded(pages) * pageSize; };

    using Damage = std::function<bool(QByteArray&)>; // true: looking it over must find it
    const std::vector<std::pair<const char*, Damage>> damages{
        {"a bit",
         [&](QByteArray& file) {
             const auto at = somewhere();
             file[at] = static_cast<char>(file[at] ^ (1 << random.bounded(8)));
             return true;
         }},
        {"some bytes",
         [&](QByteArray& file) {
             const QByteArray bytes = randomBytes(random, random.bounded(1, 600));
             file.replace(static_cast<qsizetype>(somewhere()), bytes.size(), bytes);
             file.resize(pattern.database().size());
             return true;
         }},
        {"a page of noughts",
         [&](QByteArray& file) {
             file.replace(page(), pageSize, QByteArray(pageSize, '\0'));
             return true;
         }},
        {"a page in the place of another",
         [&](QByteArray& file) {
             const auto from = page();
             const auto to = page();
             file.replace(to, pageSize, pattern.database().mid(from, pageSize));
             return from != to;
         }},
        {"an end missing",
         [&](QByteArray& file) {
             file.truncate(static_cast<qsizetype>(somewhere()));
             return true;
         }},
        {"pages missing",
         [&](QByteArray& file) {
             file.truncate(page());
             return true;
         }},
        {"another salt",
         [&](QByteArray& file) {
             file.replace(0, 16, randomBytes(random, 16));
             return true;
         }},
        {"a plain header",
         [&](QByteArray& file) {
             file.replace(0, 16, QByteArray("SQLite format 3\0", 16));
             return true;
         }},
        {"a text file",
         [&](QByteArray& file) {
             file = randomBytes(random, random.bounded(1, 20'000));
             return true;
         }},
        {"something behind the end",
         [&](QByteArray& file) {
             file += randomBytes(random, random.bounded(1, 20'000));
             return false;
         }},
    };
    const int rounds = longTests() ? 2'000 : 100;
    for (int round = 0; round < rounds; ++round) {
        const auto& [name, damage] = damages[static_cast<std::size_t>(round) % damages.size()];
        BOOST_TEST_CONTEXT("seed " << seed << ", round " << round << ": " << name)
        {
            QByteArray file = pattern.database();
            const bool found = damage(file);
            pattern.look(file, pattern.slotFile(), found && file != pattern.database());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_slot_file_is_told_from_a_wrong_passphrase)
{
    const Damaged pattern;
    QRandomGenerator random(QRandomGenerator::system()->generate());
    const int rounds = longTests() ? 500 : 40;
    for (int round = 0; round < rounds; ++round) {
        QByteArray slotFile = pattern.slotFile();
        if (round % 4 == 0) {
            slotFile.truncate(random.bounded(static_cast<int>(slotFile.size())));
        } else {
            const auto at = random.bounded(static_cast<int>(slotFile.size()));
            slotFile[at] = static_cast<char>(slotFile[at] ^ (1 << random.bounded(7)));
        }
        const QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("store.ekatra")), pattern.database());
        write(dir.filePath(QStringLiteral("slots")), slotFile);
        const auto store =
            storage::Store::open(dir.path(), {}, secret("open sesame"), session::storeOptions(*tables()));
        // A store that opens all the same has keys that its own code vouches for.
        if (!store)
            BOOST_TEST((store.error().kind == ErrorKind::Damaged), store.error().code.toStdString());
        BOOST_TEST((contentOf(dir.filePath(QStringLiteral("slots"))) == slotFile));
        BOOST_TEST((contentOf(dir.filePath(QStringLiteral("store.ekatra"))) == pattern.database()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
