// IcjsRoutes.h
// The central API under /icjs/v1: changes, single records, batches, health. Owned by GatewayServer; any thread.
#pragma once

#include "gateway/CentreStore.h"
#include "gateway/District.h"
#include "gateway/Http.h"
#include "gateway/Problems.h"

#include <QSet>

#include <variant>

namespace ekatra::gateway {

class IcjsRoutes {
public:
    static constexpr QLatin1StringView root{"/icjs/v1"};
    static constexpr QLatin1StringView recordsPath{"/records/"}; // below root

    // DELETE is served only with `allowTest`.
    IcjsRoutes(const District& district, CentreStore& store, const Problems& problems, bool allowTest);

    // `request.path` starts with root.
    [[nodiscard]] Reply handle(const Request& request) const;

private:
    struct Target {
        QString kind;
        QString id;
    };
    struct Refusal {
        Reply reply;
    };

    [[nodiscard]] Reply changes(const Request& request) const;
    [[nodiscard]] Reply record(const Request& request, const QString& path) const;
    [[nodiscard]] Reply get(const Request& request, const Target& target) const;
    [[nodiscard]] Reply put(const Request& request, const Target& target) const;
    [[nodiscard]] Reply remove(const Target& target) const;
    [[nodiscard]] Reply batch(const Request& request) const;
    [[nodiscard]] Reply notAllowed(const QByteArray& allowed) const;
    [[nodiscard]] Reply storeRefusal(const Error& error) const;

    [[nodiscard]] std::variant<Target, Refusal> target(const QString& path) const;
    [[nodiscard]] std::variant<Push, Refusal> readPush(const Request& request, const Target& target) const;
    [[nodiscard]] std::variant<std::optional<qint64>, Refusal> precondition(const Request& request) const;
    [[nodiscard]] Reply answer(const Push& push, const PushAnswer& answer) const;

    QSet<QString> m_stations; // codes of the district
    CentreStore& m_store;
    const Problems& m_problems;
    bool m_allowTest;
};

} // namespace ekatra::gateway
