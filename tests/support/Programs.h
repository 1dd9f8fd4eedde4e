// Programs.h
// The real programs, run as a user or a script would: a practice gateway and ekatractl on a store of its own.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ekatra::test {

struct Outcome {
    int exitCode = -1; // -1: killed or not started
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    // One object a line.
    [[nodiscard]] std::vector<QJsonObject> lines() const;
};

// A gateway of its own, on a port of its own, until it goes out of scope.
class GatewayProgram {
public:
    explicit GatewayProgram(const QStringList& options);
    ~GatewayProgram();

    [[nodiscard]] QString url(const QString& path = {}) const;
    // GET /test/state
    [[nodiscard]] QJsonObject state() const;
    void postFaults(const QByteArray& json) const;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QString m_port;
};

// A station's folder: its store, its passphrase, and ekatractl working on them.
class StationProgram {
public:
    StationProgram();

    // Adds the gateway's CAS and centre as sources.
    void connectTo(const GatewayProgram& gateway);

    // Runs to the end. `--store`, `--passphrase-file` and `--json` are given.
    [[nodiscard]] Outcome run(const QStringList& words, const QByteArray& input = {}) const;
    // The same, and the test fails unless it exits with 0.
    Outcome expect(const QStringList& words, const QByteArray& input = {}) const;
    // Kills it `milliseconds` after its start; true if it was still running.
    bool killDuring(const QStringList& words, int milliseconds) const;

    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString file(const QString& name) const { return m_dir.filePath(name); }

private:
    [[nodiscard]] QStringList arguments(const QStringList& words) const;
    QTemporaryDir m_dir;
};

} // namespace ekatra::test
