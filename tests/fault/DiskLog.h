// DiskLog.h
// Stands between SQLite and the disk while it lives: remembers what is written, synced, cut off and removed in one
// folder, can let one of these fail, and makes from what it remembers the files that a power cut could have left. All
// on the test's thread; one at a time in a process.
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3_vfs;

namespace ekatra::test {

class DiskLog {
public:
    // Watches the files of `folder`, which count as synced as they are now. Connections opened from here on are heard.
    explicit DiskLog(const QString& folder);
    ~DiskLog();
    DiskLog(const DiskLog&) = delete;
    DiskLog& operator=(const DiskLog&) = delete;

    // How much has happened so far.
    [[nodiscard]] std::size_t moment() const { return m_events.size(); }

    // Writes into `folder` what the disk could hold if the power failed at `moment`: all that was synced, of what came
    // later any part in any order, and of the last of that perhaps only the first sectors.
    void leave(std::size_t moment, QRandomGenerator& random, const QString& folder) const;

    // Lets the nth write, sync or cut from now on fail with `sqliteCode`, once; true from failed() when it came to
    // that.
    void failAt(int nth, int sqliteCode);
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    struct Event {
        enum class Kind { Write, Cut, Sync, Removed } kind;
        int file;
        qint64 at; // Cut: the new size
        QByteArray bytes;
    };
    struct File {
        QString name;
        QByteArray content; // when the watch began
        bool exists = false;
    };
    struct Methods;
    friend struct Methods;

    int fileOf(const char* path);
    [[nodiscard]] int note(Event event);
    static void apply(const Event& event, QByteArray& content, bool& exists);

    QByteArray m_folder;
    std::vector<File> m_files;
    std::vector<Event> m_events;
    int m_left = 0;
    int m_code = 0;
    bool m_failed = false;
    sqlite3_vfs* m_below = nullptr;
    std::unique_ptr<sqlite3_vfs> m_own;
};

} // namespace ekatra::test
