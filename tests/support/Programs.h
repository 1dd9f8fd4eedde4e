// Programs.h
// The real programs, run as a user or a script would: ekatractl in a process of its own with a store in a temporary
// folder, and a gateway beside it. A store is made once for the whole test program and copied for each test: making one
// takes as long as its key derivation.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ekatra::test {

// What one command did.
struct Ran {
    int exitCode = -1; // -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const; // standard output as one object
    [[nodiscard]] std::vector<QJsonObject> objects() const; // one for each line of it
    [[nodiscard]] QJsonObject failure() const; // {"error": ...} of standard error
};

// Runs ekatractl with `arguments` in a clean environment and waits for its end.
[[nodiscard]] Ran runCtl(const QStringList& arguments, const QByteArray& input = {}, const QString& language = {});

class GatewayProcess;

class Workstation {
public:
    enum class Store { Made, Missing };
    explicit Workstation(Store store = Store::Made);

    // With --json, the store and its passphrase.
    [[nodiscard]] Ran run(const QStringList& arguments, const QByteArray& input = {}) const;
    // The same for people.
    [[nodiscard]] Ran say(const QStringList& arguments, const QString& language = {}) const;
    // Started, not waited for.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    // As run(), and the test ends here unless it exits with 0.
    Ran expect(const QStringList& arguments, const QByteArray& input = {}) const;
    // Kills it `milliseconds` after its start; true if it was still running.
    bool killDuring(const QStringList& arguments, int milliseconds) const;
    // Makes the store take its search index for one of an older version.
    void forgetIndex() const;
    // Adds the gateway's CAS and centre as sources `cas` and `icjs`.
    void connectTo(const GatewayProcess& gateway) const;

    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString passphraseFile() const { return m_dir.filePath(QStringLiteral("passphrase")); }
    // Writes a file beside the store; its path.
    [[nodiscard]] QString file(const QString& name, const QByteArray& content) const;
    // A complete FIR of this station, changed by `changes`, as a file.
    [[nodiscard]] QString firFile(const QJsonObject& changes = {}) const;

    static constexpr const char* station = "13020004";
    static constexpr const char* passphrase = "chaar bail gaadi 7";

private:
    QTemporaryDir m_dir;
};

// A practice gateway of 50 FIRs on a port of its own, unless `options` say otherwise.
class GatewayProcess {
public:
    explicit GatewayProcess(const QStringList& options = {});
    ~GatewayProcess();
    GatewayProcess(const GatewayProcess&) = delete;
    GatewayProcess& operator=(const GatewayProcess&) = delete;

    [[nodiscard]] QString cas() const;
    [[nodiscard]] QString icjs() const;
    // GET /test/state
    [[nodiscard]] QJsonObject state() const;
    // Rules as in gateway/Faults.h; empty: none.
    void faults(const QString& spec) const;

private:
    [[nodiscard]] QString root() const;

    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

} // namespace ekatra::test
