// SyncFixture.h
// A station's store with a gateway in the same process as its CAS and its centre.
#pragma once

#include "support/Gateway.h"
#include "support/TempStore.h"

#include <QJsonObject>

namespace ekatra::test {

class SyncFixture {
public:
    explicit SyncFixture(const GatewaySetUp& setUp) : gateway(setUp) { connect(); }

    // Names the gateway's addresses as the sources `cas` and `icjs`.
    void connect()
    {
        add("cas", "/sources/cas");
        add("icjs", "/icjs/v1");
    }

    sync::SourceReport pull(const char* source, const sync::PullOptions& options = {})
    {
        return take(store->pull(QString::fromLatin1(source), options, cancel));
    }
    // As pull(), and the test ends here if the run broke off.
    sync::Counts pullWell(const char* source, const sync::PullOptions& options = {})
    {
        const sync::SourceReport report = pull(source, options);
        if (report.failure)
            BOOST_FAIL("the pull broke off: " << report.failure->code.toStdString() << ' '
                                              << report.failure->context.value(QStringLiteral("detail")).toStdString());
        return report.total();
    }

    // Until yearly listings are compared again.
    void letAWeekPass() { store.clock.advance(std::chrono::hours(24 * (sync::Puller::compareEveryDays + 1))); }

    qint64 held(const char* kind) { return take(store->reader().countsByKind()).value(QString::fromLatin1(kind)); }
    QByteArray digest() { return take(store->reader().contentDigest()); }
    qint64 setAside(const char* kind)
    {
        const auto rows = take(store->quarantine().all());
        return std::count_if(rows.begin(), rows.end(),
                             [&](const auto& row) { return row.kind == QLatin1String(kind); });
    }
    // What the gateway says that `source` would give in full.
    qint64 served(const char* source, const char* kind)
    {
        const QJsonObject all = gateway.state().value(QStringLiteral("served")).toObject();
        return all.value(QLatin1String(source)).toObject().value(QLatin1String(kind)).toInteger();
    }

    Gateway gateway;
    TempStore store;
    base::CancelToken cancel;

private:
    void add(const char* id, const char* path)
    {
        const QString name = QString::fromLatin1(id);
        done(store->sources().add({name, name, {{QStringLiteral("url"), gateway.url(QString::fromLatin1(path))}}}));
    }
};

} // namespace ekatra::test
