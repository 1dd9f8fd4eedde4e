// OfficerFinder.h
// Officers that a station's records name, for a form in which one is being typed. Reads the newest records once, and
// what has come since whenever it is asked; what was changed in older records stays unknown until it is made anew.
// Beside the reading connection that it is given, on its thread.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/KindTable.h"
#include "search/PhoneticKey.h"
#include "storage/Connection.h"

#include <QJsonObject>

namespace ekatra::search {

class OfficerFinder {
public:
    // `station` is a code; empty: records of every station.
    OfficerFinder(storage::Connection& reader, const domain::KindTable& kinds, std::shared_ptr<const NameTables> names,
                  const base::Clock& clock, QString station);

    // Rows of the officer group, the most often named first: those whose name is like `words`, the last of which may
    // be unfinished, or whose belt number begins so. No words: all. Errors: those of the store.
    [[nodiscard]] Result<std::vector<QJsonObject>> find(const QString& words, int limit);

private:
    struct Officer {
        QJsonObject row; // as last written
        QString belt; // small letters
        int day = 0; // of that record
        int records = 0;
    };

    [[nodiscard]] Result<void> refresh();
    [[nodiscard]] Result<void> readNewest();
    [[nodiscard]] Result<void> readSince();
    void add(const QString& kind, int day, const QByteArray& payload);

    storage::Connection& m_db;
    const domain::KindTable& m_kinds;
    const base::Clock& m_clock;
    QString m_station;
    PhoneticKey m_keys;
    std::vector<Officer> m_officers;
    QHash<QString, std::size_t> m_byName; // name and belt number
    domain::RecordRow m_last = -1; // highest record that was read; -1: none yet
};

} // namespace ekatra::search
