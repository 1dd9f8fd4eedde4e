// The reading half of CentreStore.
#include "gateway/CentreSql.h"
#include "gateway/CentreStore.h"

#include <array>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype pageBytes = 16 * 1024 * 1024;
constexpr std::size_t idleReadersKept = 4;

// A number of 256 bits, most significant byte first; adding wraps around.
void add(std::array<unsigned char, 32>& sum, const QByteArray& hash)
{
    unsigned carry = 0;
    for (int i = 31; i >= 0; --i) {
        const unsigned total =
            unsigned{sum.at(static_cast<std::size_t>(i))} + static_cast<unsigned char>(hash.at(i)) + carry;
        sum.at(static_cast<std::size_t>(i)) = static_cast<unsigned char>(total & 0xff);
        carry = total >> 8;
    }
}

} // namespace

// A connection to read from for the length of one call, on a snapshot of its own: lent from the idle ones for a file,
// the writer itself, under its lock, for a store in memory.
class CentreStore::Reader {
public:
    explicit Reader(const CentreStore& store) : m_store(store)
    {
        if (store.m_path.isEmpty()) {
            m_exclusive = std::unique_lock(store.m_writing);
            m_database = store.m_writer.get();
            return;
        }
        {
            const std::scoped_lock lending(store.m_lending);
            if (!store.m_idleReaders.empty()) {
                m_lent = std::move(store.m_idleReaders.back());
                store.m_idleReaders.pop_back();
            }
        }
        if (!m_lent) {
            m_lent = std::make_unique<Database>(store.m_path, Database::Access::ReadOnly);
            m_lent->run(sql::readerSetUp);
        }
        m_database = m_lent.get();
        m_database->run("BEGIN");
    }
    ~Reader()
    {
        if (!m_lent)
            return;
        try {
            m_lent->run("COMMIT");
        } catch (const SqlFailure&) {
            return; // not fit to be lent again
        }
        const std::scoped_lock lending(m_store.m_lending);
        if (m_store.m_idleReaders.size() < idleReadersKept)
            m_store.m_idleReaders.push_back(std::move(m_lent));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] Database& database() const { return *m_database; }

private:
    const CentreStore& m_store;
    std::unique_lock<std::mutex> m_exclusive;
    std::unique_ptr<Database> m_lent;
    Database* m_database = nullptr;
};

Result<ChangePage> CentreStore::changes(const Position& after, int limit) const
{
    try {
        const Reader reader(*this);
        if (after.sequence > 0) {
            Statement horizon(reader.database(), sql::horizon);
            const bool pruned = horizon.step() && after.sequence < horizon.integer(0);
            Statement known(reader.database(), sql::chainAt);
            const bool ours = known.bind(":sequence", after.sequence).step() && known.blob(0) == after.chain;
            if (pruned || !ours)
                return error(ErrorKind::NotFound, "gateway.cursor_gone");
        }

        ChangePage page;
        page.next = after;
        page.records = "[";
        Statement rows(reader.database(), sql::changesAfter);
        rows.bind(":after", after.sequence).bind(":limit", qint64{limit} + 1);
        for (int taken = 0; rows.step(); ++taken) {
            if (taken == limit || page.records.size() >= pageBytes) {
                page.hasMore = true;
                break;
            }
            if (taken > 0)
                page.records += ',';
            page.records += sql::readRecord(rows).canonical();
            page.next = Position{rows.integer(5), rows.blob(6)};
        }
        page.records += ']';
        return page;
    } catch (const SqlFailure& failure) {
        return storeError(failure);
    }
}

Result<std::optional<CentreRecord>> CentreStore::find(const QString& kind, const QString& id) const
{
    try {
        const Reader reader(*this);
        return sql::findRecord(reader.database(), kind, id);
    } catch (const SqlFailure& failure) {
        return storeError(failure);
    }
}

Result<CentreSummary> CentreStore::summary() const
{
    try {
        const Reader reader(*this);
        CentreSummary summary;
        Statement listed(reader.database(), sql::listedByKind);
        while (listed.step())
            summary.listed[listed.text(0)] = listed.integer(1);

        std::array<unsigned char, 32> sum{};
        Statement accepted(reader.database(), sql::acceptedHashes);
        while (accepted.step()) {
            ++summary.accepted[accepted.text(0)];
            add(sum, accepted.blob(1));
        }
        summary.acceptedDigest = QByteArray(reinterpret_cast<const char*>(sum.data()), sum.size());
        return summary;
    } catch (const SqlFailure& failure) {
        return storeError(failure);
    }
}

} // namespace ekatra::gateway
