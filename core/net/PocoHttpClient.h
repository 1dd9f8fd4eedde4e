// PocoHttpClient.h
// HttpClient over Poco's sockets. One per worker thread; it keeps one idle connection for each host it spoke to. HTTP's
// framing is done here and not by Poco, because "cut" must be told from "short", a deadline must hold over the whole
// exchange, and it must be known whether a request went out whole.
//
// Promises beyond HttpClient's: TLS 1.2 or later with chain and name checked; plain http only to loopback; a redirect
// is followed for GET and HEAD on the same scheme, host and port, three times at most; a connection that the other side
// closed while idle costs one silent retry for requests that may be repeated, and never a second arrival of others.
#pragma once

#include "base/Clock.h"
#include "net/HttpClient.h"
#include "net/TlsSettings.h"

#include <memory>

namespace ekatra::net {

class PocoHttpClient final : public HttpClient {
public:
    // `clock` is only asked for the meaning of a Retry-After date; it must outlive the client.
    PocoHttpClient(TlsSettings tls, const base::Clock& clock);
    ~PocoHttpClient() override;

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request, const base::CancelToken& cancel) override;

private:
    class Exchange;
    struct Lines;

    const TlsSettings m_tls;
    const base::Clock& m_clock;
    std::unique_ptr<Lines> m_lines;
};

} // namespace ekatra::net
