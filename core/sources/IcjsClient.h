// IcjsClient.h
// The central ICJS protocol: the feed of changes, reading one record, and pushing what a station entered. It keeps no
// state of its own; order, retries and idempotency keys are the caller's. Owned by a worker, one thread; the HttpClient
// outlives it.
//
// Promises: a page whose digest does not fit is an error; Accepted means that the centre named the revision under which
// it stored this very record, and nothing less.
#pragma once

#include "base/Clock.h"
#include "sources/Endpoint.h"
#include "sources/Page.h"

#include <chrono>
#include <optional>

namespace ekatra::sources {

// One field that the centre will not have.
struct FieldProblem {
    QString pointer; // "/laws/0/section"
    QString code;
    QString detailEn;
    QString detailHi;
};

// A record as the centre holds it.
struct CentralRecord {
    QString kind;
    QString id;
    QString revision;
    QJsonObject payload;
    bool deleted = false;
};

struct PushRequest {
    QString kind;
    QString id; // UUIDv7, minted here
    QJsonObject payload;
    std::optional<QString> baseRevision; // nothing: it is new
    QString idempotencyKey; // one for each payload version
};

struct PushAnswer {
    enum class Outcome {
        Accepted, // stored, as `revision`
        TryLater, // nothing was stored; again after `retryAfter`, or when the line is back
        Rejected, // the centre read it and will not have it: `problems`
        Conflict, // the centre holds something else: `current`
        Unknown, // it may have been stored; send the same version again under the same key
        SignInAgain, // nothing was stored: the token is not (or no longer) good
    };

    Outcome outcome = Outcome::Unknown;
    QString revision;
    QString acceptedAt;
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<CentralRecord> current;
    QString code; // the centre's word for it: "number_taken"
    QString detailEn;
    QString detailHi;
    std::vector<FieldProblem> problems;
    std::optional<Error> error; // why there was no answer
};

class IcjsClient {
public:
    // `endpoint.base` ends in /icjs/v1.
    IcjsClient(Endpoint endpoint, net::HttpClient& client, const base::Clock& clock);

    // What changed after `cursor` (empty: everything), in commit order, at most `limit` (1 to 5000).
    // Errors: those of net; icjs.cursor_gone (NotFound: read everything again), icjs.digest, sources.not_json,
    // sources.truncated, sources.unexpected_shape, sources.status, sources.sign_in, sources.busy.
    [[nodiscard]] Result<Page> changes(const QByteArray& cursor, int limit, const base::CancelToken& cancel);

    // Errors: as above, NotFound sources.no_record.
    [[nodiscard]] Result<CentralRecord> get(const QString& kind, const QString& id, const base::CancelToken& cancel);

    [[nodiscard]] PushAnswer put(const PushRequest& request, const base::CancelToken& cancel);

    // At most batchLimit in one request, one answer for each in the same order.
    [[nodiscard]] std::vector<PushAnswer> batch(const std::vector<PushRequest>& requests,
                                                const base::CancelToken& cancel);
    static constexpr std::size_t batchLimit = 200;

private:
    [[nodiscard]] Result<net::HttpResponse> send(net::HttpRequest request, const base::CancelToken& cancel);

    const Endpoint m_endpoint;
    net::HttpClient& m_client;
    const base::Clock& m_clock;
};

} // namespace ekatra::sources
