// Pages and records spoilt by chance: nothing crashes, each row is mapped or set aside, and what is mapped can be
// stored.
#include "base/CanonicalJson.h"
#include "fault/FaultStation.h"
#include "fault/Mutations.h"
#include "sources/IcjsPage.h"
#include "storage/Verify.h"
#include "unit/sources/CasRows.h"

#include <QCryptographicHash>

using namespace ekatra;
using namespace ekatra::test;

namespace {

int rounds()
{
    return longTests() ? 100'000 : 5'000;
}

const std::pair<QString, QJsonObject (*)()> streams[] = {{QStringLiteral("fir"), firRow},
                                                         {QStringLiteral("arrest"), arrestRow},
                                                         {QStringLiteral("final_report"), reportRow}};

QJsonObject keyed(QJsonObject row, int number)
{
    for (const char* key : {"FIR_REG_NUM", "ARREST_ID", "FR_ID"}) {
        const QString text = row.value(QLatin1String(key)).toString();
        if (!text.isEmpty())
            row.insert(QLatin1String(key), text.left(text.size() - 2) + QString::number(number + 10));
    }
    return row;
}

// Mapped rows go where a pull would put them; each must be storable.
class Storage {
public:
    Storage()
    {
        for (const char* id : {"cas", "icjs"})
            m_station.addSource(id);
    }

    void store(const char* source, const sources::Page& page)
    {
        const QString id = QString::fromLatin1(source);
        records::RecordService::Batch batch(m_station->records());
        done(batch.begin());
        for (const auto& row : page.rows) {
            if (row.deleted)
                take(batch.withdraw(id, row.kind, row.sourceKey));
            else
                take(batch.pull({id, id, row.kind, row.sourceKey, row.sourceRevision, QUuid::fromString(row.recordId),
                                 row.payload, row.canonical}));
        }
        for (const auto& row : page.rejected)
            take(
                batch.setAside({0, id, QStringLiteral("fir"), row.sourceKey.isEmpty() ? row.fingerprint : row.sourceKey,
                                row.reason, row.detail, row.raw, 0, 1}));
        done(batch.commit());
    }

    void look()
    {
        BOOST_TEST(!take(m_station->reader().contentDigest()).isEmpty());
        BOOST_TEST(take(storage::verify(m_station->store().writer())).join(QLatin1Char('\n')).toStdString() == "");
    }

private:
    TempStore m_station;
};

void checkRows(const sources::Page& page)
{
    for (const auto& row : page.rows) {
        BOOST_TEST(!row.kind.isEmpty());
        BOOST_TEST(!row.sourceKey.isEmpty());
        if (row.deleted)
            continue;
        BOOST_TEST(!row.payload.isEmpty());
        BOOST_TEST(base::canonicalJson(row.payload).toStdString() == row.canonical.toStdString());
    }
    for (const auto& row : page.rejected) {
        BOOST_TEST(!row.reason.isEmpty());
        BOOST_TEST(!row.raw.isEmpty());
        BOOST_TEST(row.fingerprint.size() == 64);
    }
}

std::size_t accounted(const sources::Page& page)
{
    return page.rows.size() + page.rejected.size() + static_cast<std::size_t>(page.duplicates);
}

void expectKnown(const Error& error)
{
    BOOST_TEST((error.kind == ErrorKind::Unreachable), error.code.toStdString());
}

// A page of the feed whose digest fits its records, whatever they are: what a hostile centre would send.
QByteArray feedPage(const QByteArray& records)
{
    return "{\"records\":" + records + R"(,"next_cursor":"c2","has_more":false,"digest":"sha-256:)"
        + QCryptographicHash::hash(records, QCryptographicHash::Sha256).toHex() + "\"}";
}

QJsonObject feedRecord(int number, const QJsonObject& payload)
{
    return {{QStringLiteral("kind"), QStringLiteral("fir")},
            {QStringLiteral("id"), QStringLiteral("01900000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'))},
            {QStringLiteral("revision"), QStringLiteral("1")},
            {QStringLiteral("deleted"), false},
            {QStringLiteral("payload"), payload}};
}

struct Seeded {
    quint32 seed = QRandomGenerator::system()->generate();
    Mutations mutations{seed};
    Storage storage;
    Seeded() { BOOST_TEST_MESSAGE("seed " << seed); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(fault_malformed_slow, Seeded)

BOOST_AUTO_TEST_CASE(each_row_with_spoilt_values_is_mapped_or_set_aside)
{
    for (int round = 0; round < rounds() / 2; ++round) {
        const auto& [stream, whole] = streams[round % 3];
        std::vector<QJsonObject> rows;
        for (int i = 0; i < 4; ++i)
            rows.push_back(i == 2 ? keyed(whole(), i) : mutations.spoilValues(keyed(whole(), i)));
        const QByteArray body = casPage(stream, rows);
        const auto page = readCas(stream, body);
        BOOST_TEST_CONTEXT("seed " << seed << " round " << round)
        {
            BOOST_REQUIRE(page.ok());
            BOOST_TEST(accounted(*page) == rows.size());
            BOOST_TEST(!page->rows.empty()); // the whole one among them
            checkRows(*page);
            storage.store("cas", *page);
        }
    }
    storage.look();
}

BOOST_AUTO_TEST_CASE(a_page_with_spoilt_bytes_is_refused_or_accounted_for)
{
    int read = 0;
    for (int round = 0; round < rounds() / 4; ++round) {
        const auto& [stream, whole] = streams[round % 3];
        const QByteArray body = mutations.spoilBytes(casPage(stream, {keyed(whole(), 0), keyed(whole(), 1)}));
        const auto page = readCas(stream, body);
        BOOST_TEST_CONTEXT("seed " << seed << " round " << round)
        {
            if (!page) {
                expectKnown(page.error());
                continue;
            }
            ++read;
            checkRows(*page);
            BOOST_TEST((accounted(*page) > 0 || body.contains("[]")));
            storage.store("cas", *page);
        }
    }
    BOOST_TEST(read > 0);
    storage.look();
}

BOOST_AUTO_TEST_CASE(a_page_of_the_feed_is_right_or_refused_even_when_its_digest_fits)
{
    int read = 0;
    for (int round = 0; round < rounds() / 4; ++round) {
        QJsonArray records;
        for (int i = 0; i < 3; ++i)
            records.append(feedRecord(round * 3 + i, round % 2 ? mutations.spoilValues(fir(i + 1)) : fir(i + 1)));
        QByteArray text = base::canonicalJson(records);
        if (round % 2 == 0)
            text = mutations.spoilBytes(text);
        const auto page = sources::readIcjsPage(feedPage(text));
        BOOST_TEST_CONTEXT("seed " << seed << " round " << round)
        {
            if (!page) {
                expectKnown(page.error());
                continue;
            }
            ++read;
            checkRows(*page);
            storage.store("icjs", *page);
        }
    }
    BOOST_TEST(read > 0);
    storage.look();
}

BOOST_AUTO_TEST_CASE(the_frame_of_a_page_of_the_feed_may_be_anything)
{
    const QByteArray good = feedPage(base::canonicalJson(QJsonArray{feedRecord(1, fir(1)), feedRecord(2, fir(2))}));
    BOOST_REQUIRE(sources::readIcjsPage(good).ok());
    for (int round = 0; round < rounds() / 4; ++round) {
        const auto page = sources::readIcjsPage(mutations.spoilBytes(good));
        if (!page)
            expectKnown(page.error());
        else
            BOOST_TEST(page->rows.size() == 2U); // its digest still fitted
    }
}

BOOST_AUTO_TEST_SUITE_END()
