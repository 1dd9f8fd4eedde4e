#include "fault/DiskLog.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

#include <boost/test/unit_test.hpp>

#include <cstring>

namespace ekatra::test {

namespace {

constexpr qsizetype sector = 512;

// What SQLite holds of one open file: ours, and behind it in the same memory that of the system.
struct OpenFile {
    sqlite3_file base;
    DiskLog* log;
    int file; // -1: not watched

    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile* ours(sqlite3_file* file)
{
    return reinterpret_cast<OpenFile*>(file);
}

sqlite3_file* below(sqlite3_file* file)
{
    return ours(file)->below();
}

} // namespace

// The functions that SQLite calls, each with what it does besides passing on.
struct DiskLog::Methods {
    static DiskLog* log(sqlite3_vfs* vfs) { return static_cast<DiskLog*>(vfs->pAppData); }
    static sqlite3_vfs* vfsBelow(sqlite3_vfs* vfs) { return log(vfs)->m_below; }

    static int note(sqlite3_file* file, Event event)
    {
        if (ours(file)->file < 0)
            return SQLITE_OK;
        event.file = ours(file)->file;
        return ours(file)->log->note(std::move(event));
    }

    static int close(sqlite3_file* file) { return below(file)->pMethods->xClose(below(file)); }
    static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
    {
        return below(file)->pMethods->xRead(below(file), to, size, at);
    }
    static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
    {
        if (const int code = note(file, {Event::Kind::Write, 0, at, {static_cast<const char*>(from), size}}))
            return code;
        return below(file)->pMethods->xWrite(below(file), from, size, at);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        if (const int code = note(file, {Event::Kind::Cut, 0, size, {}}))
            return code;
        return below(file)->pMethods->xTruncate(below(file), size);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        if (const int code = note(file, {Event::Kind::Sync, 0, 0, {}}))
            return code;
        return below(file)->pMethods->xSync(below(file), flags);
    }
    static int size(sqlite3_file* file, sqlite3_int64* size)
    {
        return below(file)->pMethods->xFileSize(below(file), size);
    }
    static int lock(sqlite3_file* file, int level) { return below(file)->pMethods->xLock(below(file), level); }
    static int unlock(sqlite3_file* file, int level) { return below(file)->pMethods->xUnlock(below(file), level); }
    static int isReserved(sqlite3_file* file, int* is)
    {
        return below(file)->pMethods->xCheckReservedLock(below(file), is);
    }
    static int control(sqlite3_file* file, int what, void* argument)
    {
        return below(file)->pMethods->xFileControl(below(file), what, argument);
    }
    static int sectorSize(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
    static int traits(sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); }
    static int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** at)
    {
        return below(file)->pMethods->xShmMap(below(file), page, size, extend, at);
    }
    static int shmLock(sqlite3_file* file, int offset, int count, int flags)
    {
        return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); }
    static int shmUnmap(sqlite3_file* file, int remove)
    {
        return below(file)->pMethods->xShmUnmap(below(file), remove);
    }

    static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* given)
    {
        static const sqlite3_io_methods methods{2,       close,      read,       write,   truncate,   sync,   size,
                                                lock,    unlock,     isReserved, control, sectorSize, traits, shmMap,
                                                shmLock, shmBarrier, shmUnmap,   nullptr, nullptr};
        *ours(file) = {{nullptr}, log(vfs), name ? log(vfs)->fileOf(name) : -1};
        const int code = vfsBelow(vfs)->xOpen(vfsBelow(vfs), name, below(file), flags, given);
        if (code == SQLITE_OK)
            file->pMethods = &methods;
        return code;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder)
    {
        if (const int file = log(vfs)->fileOf(name); file >= 0) {
            if (const int code = log(vfs)->note({Event::Kind::Removed, file, 0, {}}))
                return code;
            if (syncFolder)
                (void)log(vfs)->note({Event::Kind::Sync, file, 0, {}});
        }
        return vfsBelow(vfs)->xDelete(vfsBelow(vfs), name, syncFolder);
    }
};

DiskLog::DiskLog(const QString& folder) : m_folder(QFile::encodeName(QDir(folder).canonicalPath()) + '/')
{
    for (const QString& name : QDir(folder).entryList({QStringLiteral("store.ekatra*")}, QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
        m_files.push_back({name, file.readAll(), true});
    }
    m_below = sqlite3_vfs_find(nullptr);
    m_own = std::make_unique<sqlite3_vfs>(*m_below); // what is not named below goes to the system as it is
    m_own->zName = "disklog";
    m_own->szOsFile = static_cast<int>(sizeof(OpenFile)) + m_below->szOsFile;
    m_own->pAppData = this;
    m_own->xOpen = Methods::open;
    m_own->xDelete = Methods::remove;
    BOOST_REQUIRE(sqlite3_vfs_register(m_own.get(), 1) == SQLITE_OK);
}

DiskLog::~DiskLog()
{
    sqlite3_vfs_unregister(m_own.get());
    sqlite3_vfs_register(m_below, 1);
}

int DiskLog::fileOf(const char* path)
{
    const QByteArray whole(path);
    if (!whole.startsWith(m_folder))
        return -1;
    const QString name = QFile::decodeName(whole.mid(m_folder.size()));
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (m_files[i].name == name)
            return static_cast<int>(i);
    }
    m_files.push_back({name, {}, false});
    return static_cast<int>(m_files.size()) - 1;
}

void DiskLog::failAt(int nth, int sqliteCode)
{
    m_left = nth;
    m_code = sqliteCode;
    m_failed = false;
}

int DiskLog::note(Event event)
{
    if (m_left > 0 && --m_left == 0) {
        m_failed = true;
        return m_code;
    }
    m_events.push_back(std::move(event));
    return SQLITE_OK;
}

void DiskLog::apply(const Event& event, QByteArray& content, bool& exists)
{
    switch (event.kind) {
    case Event::Kind::Write: {
        const auto end = static_cast<qsizetype>(event.at) + event.bytes.size();
        if (content.size() < end)
            content.append(QByteArray(end - content.size(), '\0'));
        std::memcpy(content.data() + event.at, event.bytes.constData(), static_cast<std::size_t>(event.bytes.size()));
        exists = true;
        break;
    }
    case Event::Kind::Cut:
        content.resize(std::min(content.size(), static_cast<qsizetype>(event.at)));
        break;
    case Event::Kind::Sync:
        break;
    case Event::Kind::Removed:
        content.clear();
        exists = false;
        break;
    }
}

void DiskLog::leave(std::size_t moment, QRandomGenerator& random, const QString& folder) const
{
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        QByteArray content = m_files[i].content;
        bool exists = m_files[i].exists;
        std::vector<const Event*> unsynced;
        for (std::size_t e = 0; e < moment; ++e) {
            const Event& event = m_events[e];
            if (event.file != static_cast<int>(i))
                continue;
            unsynced.push_back(&event);
            if (event.kind != Event::Kind::Sync)
                continue;
            for (const Event* kept : unsynced)
                apply(*kept, content, exists);
            unsynced.clear();
        }
        std::erase_if(unsynced, [&](const Event*) { return random.bounded(2) == 0; });
        for (const Event* kept : unsynced) {
            Event event = *kept;
            if (kept == unsynced.back() && event.kind == Event::Kind::Write && random.bounded(2) == 0)
                event.bytes.truncate(random.bounded(static_cast<int>(event.bytes.size() / sector) + 1) * sector);
            apply(event, content, exists);
        }
        if (!exists)
            continue;
        QFile file(QDir(folder).filePath(m_files[i].name));
        BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
        BOOST_REQUIRE(file.write(content) == content.size());
    }
}

} // namespace ekatra::test
