// DeskFixture.h
// The desks of an unlocked station on threads of their own, with a gateway in the same process. The application's
// thread.
#pragma once

#include "integration/sync/SyncFixture.h"
#include "session/StationFormDesk.h"
#include "session/StationSyncDesk.h"

#include <QDeadlineTimer>
#include <QThread>

namespace ekatra::test {

class DeskFixture : public SyncFixture {
public:
    explicit DeskFixture(const GatewaySetUp& setUp)
        : SyncFixture(setUp), m_threads(tables(), store.clock), sync(m_threads), forms(m_threads)
    {
        QObject::connect(&sync, &session::SyncDesk::told, &sync,
                         [this](const session::SyncState& now) { state = now; });
        QObject::connect(&sync, &session::SyncDesk::finished, &sync, [this](const session::SyncState& now) {
            state = now;
            ++runs;
        });
    }
    ~DeskFixture()
    {
        sync.stop();
        while (!m_threads.close(std::chrono::seconds(60))) { }
    }

    // From here the desks have the store.
    void unlock()
    {
        store.close();
        bool opened = false;
        m_threads.open(store.folder(), QStringLiteral("rampal"),
                       std::make_shared<crypto::SecretBytes>(secret("open sesame")),
                       [&](const Result<session::StationFacts>& facts) {
                           QMetaObject::invokeMethod(
                               &sync, [&, ok = facts.ok()] { opened = ok; }, Qt::QueuedConnection);
                       });
        waitFor([&] { return opened; }, "the store");
        sync.ask();
        waitFor([&] { return !state.sources.empty(); }, "the sources");
    }

    template <class Condition>
    static void waitFor(Condition condition, const char* what)
    {
        const QDeadlineTimer until(60'000);
        while (!condition()) {
            if (until.hasExpired())
                BOOST_FAIL("never came: " << what);
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
            QThread::yieldCurrentThread();
        }
    }

    // Does `act` on the store as the operator's own work and waits for it.
    void operatorDoes(std::function<void(session::Services&)> act)
    {
        std::atomic<bool> isDone{false};
        m_threads.onStoreFirst([&](session::Services* services) {
            act(*services);
            isDone = true;
        });
        waitFor([&] { return isDone.load(); }, "the operator's work");
    }

    [[nodiscard]] const session::SourceState& source(const char* id) const
    {
        for (const session::SourceState& one : state.sources) {
            if (one.id == QLatin1String(id))
                return one;
        }
        BOOST_FAIL("no source " << id);
        return state.sources.front();
    }

    // The outbox as its page gets it.
    std::vector<session::OutboxLine> outbox()
    {
        std::optional<std::vector<session::OutboxLine>> lines;
        sync.outbox(true, {&sync, [&](const Result<std::vector<session::OutboxLine>>& got) { lines = take(got); }});
        waitFor([&] { return lines.has_value(); }, "the outbox");
        return *lines;
    }

    // A FIR in the outbox.
    domain::Record submit(const QJsonObject& payload)
    {
        domain::Record record;
        operatorDoes([&](session::Services& services) {
            auto& records = services.records();
            const auto draft = take(records.saveDraft(QStringLiteral("fir"), {}, payload, author, {}));
            record = take(records.submit(draft.uid, payload, author, {}));
        });
        return record;
    }

    const QString author = QStringLiteral("rampal");
    session::SyncState state; // as last told
    int runs = 0; // that have ended

private:
    session::StationThreads m_threads;

public:
    session::StationSyncDesk sync;
    session::StationFormDesk forms;
};

} // namespace ekatra::test
