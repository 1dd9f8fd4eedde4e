#include "storage/Store.h"

#include "storage/Migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ekatra::storage {

namespace {

const QString databaseName = QStringLiteral("store.ekatra");
const QString making = QStringLiteral(".making"); // what a file's name ends with until it is whole
const QString makingName = databaseName + making;
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

// Written under another name, brought to the disk, and only then given its own.
Result<void> saveFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path + making);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || ::fsync(file.handle()) != 0 || !file.rename(path))
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

// What a store that was never finished leaves behind. Nothing can open it: its slot file comes later.
QStringList leftovers(const QString& folder)
{
    const QStringList names{lockName, makingName, makingName + QStringLiteral("-*"), slotsName + making};
    return QDir(folder).entryList(names, QDir::Files | QDir::Hidden);
}

// A new store on its way: one that fails goes again. Outlives the Store, which still has the files open.
class HalfMade {
public:
    explicit HalfMade(QString folder) : m_folder(std::move(folder)) { }
    ~HalfMade()
    {
        if (!m_finished)
            clear();
    }
    HalfMade(const HalfMade&) = delete;
    HalfMade& operator=(const HalfMade&) = delete;
    void clear() const
    {
        for (const QString& name : leftovers(m_folder))
            QFile::remove(fileIn(m_folder, name));
    }
    void finish() { m_finished = true; }

private:
    QString m_folder;
    bool m_finished = false;
};

// So that the names in it outlive a power cut.
void syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

// The last step of making a store: with its slot file there, the database gets its own name.
Result<void> giveName(const QString& folder)
{
    const QString path = fileIn(folder, databaseName);
    if (QFile::exists(path) || !QFile::exists(fileIn(folder, makingName)))
        return {};
    errno = 0;
    if (!QFile::rename(fileIn(folder, makingName), path))
        return notWritable(path);
    syncFolder(folder);
    syncFolder(QFileInfo(folder).absolutePath());
    return {};
}

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

Result<void> Store::mayCreate(const QString& folder)
{
    const QDir dir(folder);
    const auto entries = dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    if (entries.size() != leftovers(folder).size())
        return error(ErrorKind::BadUsage, "store.exists", {{QStringLiteral("path"), folder}});
    return {};
}

Result<std::unique_ptr<Store>> Store::create(const QString& folder, const NewStore& about,
                                             const crypto::SecretBytes& passphrase, const StoreOptions& options)
{
    if (auto may = mayCreate(folder); !may)
        return may.error();
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
    if (auto locked = store->takeLock(); !locked) {
        halfMade.finish(); // another process is making it
        return locked.error();
    }
    if (auto may = mayCreate(folder); !may) { // another has made it meanwhile
        halfMade.finish();
        return may.error();
    }
    if (auto filled = store->fill(about); !filled)
        return filled.error();

    // The slot file comes last: a store without it was never finished.
    crypto::KeySlots slotFile(store->m_storeId, 1);
    if (auto added = slotFile.add(about.user, about.role, passphrase, store->m_keys, about.cost); !added)
        return added.error();
    if (auto saved = saveFile(fileIn(store->m_folder, slotsName), slotFile.serialize(store->m_keys)); !saved)
        return saved.error();
    halfMade.finish();
    if (auto named = giveName(store->m_folder); !named)
        return named.error();
    if (auto opened = store->openWriter(databaseName); !opened)
        return opened.error();
    if (auto read = store->readMeta(); !read)
        return read.error();
    return store;
}

// Makes the database under the name that it has until it is finished, and closes it.
Result<void> Store::fill(const NewStore& about)
{
    for (const QString& name : leftovers(m_folder)) {
        if (name != lockName)
            QFile::remove(fileIn(m_folder, name));
    }
    if (auto opened = openWriter(makingName); !opened)
        return opened;
    if (auto done = writeFacts(about); !done)
        return done;
    // Everything must be in the one file that is renamed.
    if (auto done = m_writer->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    m_writer.reset();
    if (QFile::exists(fileIn(m_folder, makingName + QStringLiteral("-wal"))))
        return notWritable(fileIn(m_folder, makingName));
    return {};
}

Result<void> Store::writeFacts(const NewStore& about)
{
    Transaction transaction(*m_writer);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    const std::pair<const char*, QString> facts[] = {
        {"store_id", QString::fromLatin1(m_storeId.toHex())},
        {"generation", QStringLiteral("1")},
        {"station", about.station},
        {"station_name", about.displayName},
        {"workstation", QUuid::createUuid().toString(QUuid::Id128).left(8)},
    };
    for (const auto& [name, value] : facts) {
        const QString text = value.isNull() ? QStringLiteral("") : value;
        if (auto done = m_writer->query("INSERT INTO meta (name, value) VALUES (?, ?)", name, text).run(); !done)
            return done;
    }
    return transaction.commit();
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
    if (auto named = giveName(store->m_folder); !named)
        return named.error();
    if (auto looked = lookAtFile(fileIn(store->m_folder, databaseName)); !looked)
        return looked.error();
    if (auto opened = store->openWriter(databaseName); !opened)
        return opened.error();
    if (auto read = store->readMeta(); !read)
        return read.error();
    return store;
}

Result<void> Store::openWriter(const QString& name)
{
    const QString path = fileIn(m_folder, name);
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
