#include "storage/Store.h"

#include "storage/Migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ekatra::storage {

namespace {

const QString databaseName = QStringLiteral("store.ekatra");
const QString slotsName = QStringLiteral("slots");
const QString lockName = QStringLiteral("lock");
constexpr QByteArrayView plainHeader("SQLite format 3\0", 16);

QString fileIn(const QString& folder, const QString& name)
{
    return QDir(folder).filePath(name);
}

Error notWritable(const QString& path)
{
    return error(ErrorKind::DiskFull, errno == ENOSPC ? "store.disk_full" : "store.not_writable",
                 {{QStringLiteral("path"), path}});
}

Result<void> saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notWritable(path);
    return {};
}

Result<crypto::KeySlots> readSlots(const QString& folder)
{
    QFile file(fileIn(folder, slotsName));
    if (!file.exists()) {
        const QMap<QString, QString> context{{QStringLiteral("path"), folder}};
        return QFile::exists(fileIn(folder, databaseName)) ? error(ErrorKind::Damaged, "slots.missing", context)
                                                           : error(ErrorKind::NotFound, "store.missing", context);
    }
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorKind::DiskFull, "store.not_readable", {{QStringLiteral("path"), file.fileName()}});
    return crypto::KeySlots::parse(file.read(1 << 20));
}

// Why the database file cannot be opened at all, seen without the key.
Result<void> lookAtFile(const QString& path)
{
    QFile file(path);
    const auto context = QMap<QString, QString>{{QStringLiteral("path"), path}};
    if (!file.exists())
        return error(ErrorKind::Damaged, "store.file_missing", context);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorKind::DiskFull, "store.not_readable", context);
    if (file.size() == 0)
        return error(ErrorKind::Damaged, "store.empty", context);
    if (file.read(plainHeader.size()) == plainHeader)
        return error(ErrorKind::Damaged, "store.plaintext", context);
    return {};
}

// Says in the lock file who holds it; only a hint for people, so that failing to write it changes nothing.
void sayHolder(int lockFd, const QByteArray& holder)
{
    if (::ftruncate(lockFd, 0) == 0 && !holder.isEmpty()) [[maybe_unused]]
        const auto written = ::pwrite(lockFd, holder.constData(), static_cast<std::size_t>(holder.size()), 0);
}

QString holderOf(const QString& folder)
{
    QFile file(fileIn(folder, lockName));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(200)).trimmed() : QString();
}

// A new store on its way. Without its slot file nothing can ever open it, so one that is not finished goes again and
// the folder can be used for the next try. Outlives the Store, which still has the files open.
class HalfMade {
public:
    explicit HalfMade(QString folder) : m_folder(std::move(folder)) { }
    ~HalfMade()
    {
        if (m_finished)
            return;
        for (const QString& name :
             {databaseName, databaseName + QStringLiteral("-wal"), databaseName + QStringLiteral("-shm"), lockName})
            QFile::remove(fileIn(m_folder, name));
    }
    HalfMade(const HalfMade&) = delete;
    HalfMade& operator=(const HalfMade&) = delete;
    void finish() { m_finished = true; }

private:
    QString m_folder;
    bool m_finished = false;
};

} // namespace

Store::~Store()
{
    m_writer.reset(); // checkpoints and removes the WAL
    if (m_lockFd >= 0) {
        sayHolder(m_lockFd, {});
        ::close(m_lockFd);
    }
}

Result<void> Store::takeLock()
{
    const QString path = fileIn(m_folder, lockName);
    m_lockFd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lockFd < 0)
        return notWritable(path);
    if (::flock(m_lockFd, LOCK_EX | LOCK_NB) != 0)
        return error(ErrorKind::Busy, "store.held", {{QStringLiteral("holder"), holderOf(m_folder)}});
    sayHolder(m_lockFd,
              QStringLiteral("%1 (%2)\n")
                  .arg(QCoreApplication::applicationName())
                  .arg(QCoreApplication::applicationPid())
                  .toUtf8());
    return {};
}

Result<std::unique_ptr<Store>> Store::create(const QString& folder, const NewStore& about,
                                             const crypto::SecretBytes& passphrase, const StoreOptions& options)
{
    const QDir dir(folder);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        return error(ErrorKind::BadUsage, "store.exists", {{QStringLiteral("path"), folder}});
    errno = 0;
    if (!QDir().mkpath(folder))
        return notWritable(folder);
    ::chmod(QFile::encodeName(folder).constData(), 0700);

    HalfMade halfMade(folder);
    std::unique_ptr<Store> store(new Store);
    store->m_folder = QFileInfo(folder).absoluteFilePath();
    store->m_user = about.user;
    store->m_options = options;
    store->m_keys = crypto::KeySet::generate();
    store->m_storeId = QUuid::createUuid().toRfc4122();
    if (auto locked = store->takeLock(); !locked)
        return locked.error();

    if (auto opened = store->openWriter(); !opened)
        return opened.error();
    Transaction transaction(*store->m_writer);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    const QString workstation = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const std::pair<const char*, QString> facts[] = {
        {"store_id", QString::fromLatin1(store->m_storeId.toHex())},
        {"generation", QStringLiteral("1")},
        {"station", about.station},
        {"station_name", about.displayName},
        {"workstation", workstation},
    };
    for (const auto& [name, value] : facts) {
        const QString text = value.isNull() ? QStringLiteral("") : value;
        if (auto done = store->m_writer->query("INSERT INTO meta (name, value) VALUES (?, ?)", name, text).run(); !done)
            return done.error();
    }
    if (auto done = transaction.commit(); !done)
        return done.error();

    // The slot file comes last: a store without it was never finished.
    crypto::KeySlots slotFile(store->m_storeId, 1);
    if (auto added = slotFile.add(about.user, about.role, passphrase, store->m_keys, about.cost); !added)
        return added.error();
    if (auto saved = saveFile(fileIn(store->m_folder, slotsName), slotFile.serialize(store->m_keys)); !saved)
        return saved.error();
    halfMade.finish();
    if (auto read = store->readMeta(); !read)
        return read.error();
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& folder, const QString& user,
                                           const crypto::SecretBytes& passphrase, const StoreOptions& options)
{
    auto slotFile = readSlots(folder);
    if (!slotFile)
        return slotFile.error();
    std::unique_ptr<Store> store(new Store);
    store->m_folder = QFileInfo(folder).absoluteFilePath();
    store->m_options = options;
    store->m_storeId = slotFile->storeId();
    store->m_user = user.isEmpty() ? slotFile->all().front().user : user;
    if (auto locked = store->takeLock(); !locked)
        return locked.error();
    auto keys = slotFile->unlock(store->m_user, passphrase);
    if (!keys)
        return keys.error();
    store->m_keys = std::move(*keys);
    if (auto looked = lookAtFile(fileIn(store->m_folder, databaseName)); !looked)
        return looked.error();
    if (auto opened = store->openWriter(); !opened)
        return opened.error();
    if (auto read = store->readMeta(); !read)
        return read.error();
    return store;
}

Result<void> Store::openWriter()
{
    const QString path = fileIn(m_folder, databaseName);
    auto writer = Connection::openKeyed(path, m_keys.storeKey, Connection::Mode::ReadWrite, m_options.steps);
    if (!writer)
        return writer.error();
    m_writer = std::move(*writer);
    if (m_options.fault)
        m_writer->setFaultHook(m_options.fault);
    const auto keepCopy = [&](int fromVersion) -> Result<void> {
        if (auto done = m_writer->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
            return done;
        const QString copy = path + QStringLiteral(".before-%1").arg(fromVersion + 1);
        QFile::remove(copy);
        if (!QFile::copy(path, copy))
            return notWritable(copy);
        return {};
    };
    if (auto migrated = migrate(*m_writer, storeMigrations(), keepCopy); !migrated)
        return migrated;
    QFile header(path);
    if (header.open(QIODevice::ReadOnly) && header.read(plainHeader.size()) == plainHeader)
        return error(ErrorKind::Internal, "store.no_cipher");
    return {};
}

Result<void> Store::readMeta()
{
    QByteArray storeId;
    auto rows = m_writer->query("SELECT name, value FROM meta");
    while (rows.next()) {
        const QString name = rows.text(0);
        if (name == QLatin1String("station"))
            m_station = rows.text(1);
        else if (name == QLatin1String("workstation"))
            m_workstation = rows.text(1);
        else if (name == QLatin1String("store_id"))
            storeId = QByteArray::fromHex(rows.bytes(1));
    }
    if (auto done = rows.status(); !done)
        return done;
    if (storeId != m_storeId)
        return error(ErrorKind::Damaged, "store.foreign");
    return {};
}

Result<std::unique_ptr<Connection>> Store::reader() const
{
    return Connection::openKeyed(fileIn(m_folder, databaseName), m_keys.storeKey, Connection::Mode::ReadOnly,
                                 m_options.steps);
}

Result<StoreGlance> Store::glance(const QString& folder)
{
    auto slotFile = readSlots(folder);
    if (!slotFile)
        return slotFile.error();
    StoreGlance glance;
    glance.path = QFileInfo(folder).absoluteFilePath();
    glance.bytes = QFileInfo(fileIn(folder, databaseName)).size();
    glance.generation = slotFile->generation();
    for (const auto& slot : slotFile->all())
        glance.users.append(slot.user);
    const int fd = ::open(QFile::encodeName(fileIn(folder, lockName)).constData(), O_RDWR | O_CLOEXEC);
    if (fd >= 0) {
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
            glance.heldBy = holderOf(folder);
        ::close(fd);
    }
    return glance;
}

} // namespace ekatra::storage
