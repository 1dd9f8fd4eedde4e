// Journal.h
// How the last run of each source went: the file `journal` beside the store, counts and times only, nothing of any
// record. Kept outside the database so that a run that brings nothing new writes nothing there. Store thread.
#pragma once

#include "sync/Report.h"

#include <QDateTime>
#include <QJsonObject>

namespace ekatra::sync {

// How a run went, out of the journal.
struct LastRun {
    Counts counts;
    qint64 bytes = 0;
    QDateTime at; // invalid: it never ran
    QDateTime success;
    std::optional<Error> failure; // without its kind
    bool passes = false; // the failure may be gone at the next run without anybody's doing
};

[[nodiscard]] LastRun lastRunFrom(const QJsonObject& entry);

class Journal {
public:
    explicit Journal(QString storeFolder) : m_folder(std::move(storeFolder)) { }

    void note(const SourceReport& report, const QDateTime& at);
    void note(const QString& centre, const PushReport& report, const QDateTime& at);

    // Of one source: {"last_run","result","last_success","fetched",...}; empty when it never ran.
    [[nodiscard]] QJsonObject lastRun(const QString& sourceId) const;
    [[nodiscard]] QJsonObject lastPush() const;

private:
    [[nodiscard]] QJsonObject read() const;
    void write(const QJsonObject& content) const;
    void put(const QString& name, QJsonObject entry, const std::optional<Error>& failure, const QDateTime& at);

    QString m_folder;
};

} // namespace ekatra::sync
