#include "gateway/CentreStore.h"

#include "base/CanonicalJson.h"
#include "gateway/CentreSql.h"

#include <QCryptographicHash>
#include <QFile>

#include <sys/file.h>
#include <unistd.h>

#include <fcntl.h>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 msPerDay = 86'400'000;

// Runs `work` and turns a failure of SQLite into an Error.
template <class Work>
auto guarded(const Work& work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SqlFailure& failure) {
        return storeError(failure);
    }
}

QString rfc3339(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

// The file beside the store that tells other processes to keep away, held as long as the store is open.
struct CentreStore::Lock {
    explicit Lock(const QString& path)
    {
        const QByteArray name = QFile::encodeName(path + u".lock"_s);
        descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    }
    ~Lock()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    [[nodiscard]] bool taken() const { return descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

    int descriptor = -1;
};

QByteArray recordHash(const QString& kind, const QByteArray& canonicalPayload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("{\"kind\":");
    hash.addData(base::canonicalJson(kind));
    hash.addData(",\"payload\":");
    hash.addData(canonicalPayload);
    hash.addData("}");
    return hash.result();
}

CentreStore::CentreStore(const QString& path, const base::Clock& clock) : m_path(path), m_clock(clock) { }

CentreStore::~CentreStore() = default;

Result<std::unique_ptr<CentreStore>> CentreStore::open(const QString& path, const base::Clock& clock)
{
    std::unique_ptr<CentreStore> store(new CentreStore(path, clock));
    if (!path.isEmpty()) {
        store->m_lock = std::make_unique<Lock>(path);
        if (store->m_lock->descriptor < 0)
            return error(ErrorKind::DiskFull, "gateway.store_not_writable", {{u"detail"_s, path}});
        if (!store->m_lock->taken())
            return error(ErrorKind::Busy, "gateway.store_busy", {{u"detail"_s, path}});
    }
    try {
        store->m_writer =
            std::make_unique<Database>(path.isEmpty() ? u":memory:"_s : path, Database::Access::ReadWrite);
        Statement version(*store->m_writer, "PRAGMA user_version");
        version.step();
        if (version.integer(0) > sql::schemaVersion)
            return error(ErrorKind::NewerVersion, "gateway.store_newer", {{u"detail"_s, path}});
        version.reset();
        store->migrate();
    } catch (const SqlFailure& failure) {
        return storeError(failure);
    }
    return store;
}

void CentreStore::migrate()
{
    m_writer->run(sql::writerSetUp);
    WriteTransaction transaction(*m_writer);
    m_writer->run(sql::schema);
    transaction.commit();

    Statement last(*m_writer, sql::lastChange);
    if (last.step())
        m_last = Position{last.integer(0), last.blob(1)};
}

Result<void> CentreStore::seed(const District& district)
{
    const std::scoped_lock writing(m_writing);
    const Position before = m_last;
    auto seeded = guarded([&] {
        WriteTransaction transaction(*m_writer);
        {
            Statement known(*m_writer, sql::isSeeded);
            if (known.step())
                return;
        }
        district.icjsSeeds([this](const IcjsSeed& seed) {
            Push push;
            push.kind = seed.kind;
            push.id = seed.id;
            push.payload = base::canonicalJson(seed.payload);
            push.number = recordNumber(seed.kind, seed.payload);
            write(push, 1, recordHash(push.kind, push.payload), false);
            return true;
        });
        m_writer->run(sql::markSeeded);
        transaction.commit();
    });
    if (!seeded)
        m_last = before;
    return seeded;
}

Result<std::vector<PushAnswer>> CentreStore::push(const std::vector<Push>& pushes)
{
    const std::scoped_lock writing(m_writing);
    const Position before = m_last;
    auto answers = guarded([&] {
        std::vector<PushAnswer> all;
        all.reserve(pushes.size());
        WriteTransaction transaction(*m_writer);
        for (const Push& push : pushes)
            all.push_back(pushOne(push));
        transaction.commit();
        return all;
    });
    if (!answers)
        m_last = before;
    return answers;
}

PushAnswer CentreStore::pushOne(const Push& push)
{
    const QByteArray contentHash = recordHash(push.kind, push.payload);
    if (auto earlier = answeredBefore(push, contentHash))
        return *earlier;

    PushAnswer answer;
    auto current = sql::findRecord(*m_writer, push.kind, push.id);
    const bool living = current && !current->deleted;
    if (!push.replaces && living) {
        answer.outcome = PushAnswer::Outcome::AlreadyThere;
        answer.current = std::move(current);
        return answer;
    }
    if (push.replaces && (!living || current->revision != *push.replaces)) {
        answer.outcome = PushAnswer::Outcome::OtherRevision;
        answer.current = std::move(current);
        return answer;
    }
    if (push.number) {
        if (auto holder = sql::findNumber(*m_writer, push.kind, *push.number); holder && holder->id != push.id) {
            answer.outcome = PushAnswer::Outcome::NumberTaken;
            answer.current = std::move(holder);
            return answer;
        }
    }
    answer.outcome = living ? PushAnswer::Outcome::Changed : PushAnswer::Outcome::Created;
    answer.revision = current ? current->revision + 1 : 1;
    answer.acceptedAt = rfc3339(m_clock.now());
    write(push, answer.revision, contentHash, true);

    Statement keep(*m_writer, sql::keepAnswer);
    keep.bind(":key", push.idempotencyKey)
        .bind(":kind", push.kind)
        .bind(":id", push.id)
        .bindBlob(":content_hash", contentHash)
        .bind(":created", qint64{answer.outcome == PushAnswer::Outcome::Created})
        .bind(":revision", answer.revision)
        .bind(":accepted_at", answer.acceptedAt)
        .finish();
    return answer;
}

std::optional<PushAnswer> CentreStore::answeredBefore(const Push& push, const QByteArray& contentHash)
{
    Statement kept(*m_writer, sql::keptAnswer);
    if (!kept.bind(":key", push.idempotencyKey).step())
        return std::nullopt;
    PushAnswer answer;
    if (kept.text(0) != push.kind || kept.text(1) != push.id || kept.blob(2) != contentHash) {
        answer.outcome = PushAnswer::Outcome::KeyReused;
        return answer;
    }
    answer.outcome = kept.integer(3) != 0 ? PushAnswer::Outcome::Created : PushAnswer::Outcome::Changed;
    answer.revision = kept.integer(4);
    answer.acceptedAt = kept.text(5);
    return answer;
}

Position CentreStore::advance(const QString& kind, const QString& id, qint64 revision, const QByteArray& contentHash)
{
    const QByteArray change =
        kind.toUtf8() + '/' + id.toUtf8() + '/' + QByteArray::number(revision) + '/' + contentHash;
    m_last = Position{m_last.sequence + 1, nextChain(m_last.chain, change)};
    Statement(*m_writer, sql::logChange).bind(":sequence", m_last.sequence).bindBlob(":chain", m_last.chain).finish();
    return m_last;
}

void CentreStore::write(const Push& push, qint64 revision, const QByteArray& contentHash, bool fromStation)
{
    const Position place = advance(push.kind, push.id, revision, contentHash);
    std::optional<qint64> year;
    std::optional<qint64> serial;
    if (push.number) {
        year = push.number->year;
        serial = push.number->serial;
    }
    Statement(*m_writer, sql::writeRecord)
        .bind(":kind", push.kind)
        .bind(":id", push.id)
        .bind(":revision", revision)
        .bind(":sequence", place.sequence)
        .bind(":from_station", qint64{fromStation})
        .bind(":ps_code", push.number ? push.number->psCode : QString())
        .bind(":number_year", year)
        .bind(":number_serial", serial)
        .bindBlob(":content_hash", contentHash)
        .bindBlob(":payload", push.payload)
        .finish();
}

Result<bool> CentreStore::remove(const QString& kind, const QString& id)
{
    const std::scoped_lock writing(m_writing);
    const Position before = m_last;
    auto removed = guarded([&] {
        WriteTransaction transaction(*m_writer);
        const auto current = sql::findRecord(*m_writer, kind, id);
        if (!current || current->deleted)
            return false;
        const Position place = advance(kind, id, current->revision + 1, "deleted");
        Statement(*m_writer, sql::buryRecord)
            .bind(":kind", kind)
            .bind(":id", id)
            .bind(":revision", current->revision + 1)
            .bind(":sequence", place.sequence)
            .bind(":deleted_at", nowMs())
            .finish();
        transaction.commit();
        return true;
    });
    if (!removed)
        m_last = before;
    return removed;
}

Result<int> CentreStore::prune(int days)
{
    const std::scoped_lock writing(m_writing);
    return guarded([&] {
        const qint64 oldest = nowMs() - days * msPerDay;
        WriteTransaction transaction(*m_writer);
        Statement count(*m_writer, sql::countOldTombstones);
        count.bind(":oldest", oldest).step();
        const int pruned = static_cast<int>(count.integer(0));
        count.reset();
        for (const char* statement : {sql::raiseHorizon, sql::dropOldKeys, sql::dropOldTombstones})
            Statement(*m_writer, statement).bind(":oldest", oldest).finish();
        transaction.commit();
        return pruned;
    });
}

qint64 CentreStore::nowMs() const
{
    return m_clock.now().toMSecsSinceEpoch();
}

} // namespace ekatra::gateway
