// Faults.h
// The ways in which the gateway is told to misbehave: rules that count the requests they match and fire on the n-th.
// FaultPlan is owned by GatewayServer; any thread. Rules and effects are values.
//
// One rule is written   [METHOD:]PATH[:nth=N|:every=N][:times=K]:KIND[=VALUE]   and rules are parted by ';':
//   PUT:/icjs/v1/records:nth=1:cut-after; GET:/sources/cas/fir:nth=3:status=503
#pragma once

#include "base/Result.h"
#include "gateway/Http.h"
#include "gateway/Problems.h"

#include <QJsonArray>
#include <QString>

#include <map>
#include <mutex>
#include <vector>

namespace ekatra::gateway {

enum class FaultKind {
    Status, // answers VALUE (503) with Retry-After: 1
    Delay, // waits VALUE ms (1000), then goes on
    Hang, // never answers
    CutBefore, // closes without handling
    CutAfter, // handles, then closes without an answer
    Truncate, // sends half of the body, then closes
    Html, // 200 with a web page, as a captive portal would
    CorruptDigest, // the page's digest does not fit
    Repeat, // the answer given last on this path, once more
    FlipByte, // one bit of the byte at VALUE (the middle)
    InvalidUtf8, // a byte in the middle that no UTF-8 text has
    Endless, // has_more stays true
    Redirect, // 302 to VALUE (another host)
    GzipBomb, // VALUE MB (1024) of blanks behind Content-Encoding: gzip
    DeepJson, // VALUE (100000) nested arrays
};

struct FaultRule {
    QByteArray method; // empty: any
    QString path; // what the request's path starts with
    int nth = 0; // fires on this match only
    int every = 0; // fires on each match that this divides; 0 with nth 0: on each
    int times = 0; // and at most this often; 0: no limit
    FaultKind kind = FaultKind::Status;
    QString value;

    [[nodiscard]] qint64 number(qint64 otherwise) const;
};

// Errors: BadUsage gateway.bad_fault_rule {rule}.
[[nodiscard]] Result<std::vector<FaultRule>> parseFaults(const QString& spec);

// {"rules":[{"match":{"method":..,"path":..},"nth":..,"every":..,"times":..,"kind":..,"value":..}]} or {"spec":"..."}.
[[nodiscard]] Result<std::vector<FaultRule>> parseFaults(const QJsonObject& object);

class FaultPlan {
public:
    // Replaces all rules and starts counting anew.
    void replace(std::vector<FaultRule> rules);

    // Counts one request and returns the rules that it sets off, in their order.
    [[nodiscard]] std::vector<FaultRule> arrived(const QByteArray& method, const QString& path);

    [[nodiscard]] QJsonArray describe() const; // each rule with how often it matched and fired

    // The last answer given on `path`, kept only where a rule may repeat it.
    void remember(const QString& path, const Reply& reply);
    [[nodiscard]] std::optional<Reply> lastReply(const QString& path) const;

private:
    struct Counted {
        FaultRule rule;
        int matched = 0;
        int fired = 0;
    };

    mutable std::mutex m_mutex;
    std::vector<Counted> m_rules;
    std::map<QString, Reply> m_lastReplies;
};

// The answer that `rule` puts in the place of the real one, if it does.
[[nodiscard]] std::optional<Reply> faultReply(const FaultRule& rule, const Problems& problems);

// Whether `rule` changes the bytes of the real answer, and the changed body.
[[nodiscard]] bool spoilsBody(FaultKind kind);
[[nodiscard]] QByteArray spoiled(QByteArray body, const FaultRule& rule);

} // namespace ekatra::gateway
