// TlsContext.h
// The TLS rules as an OpenSSL context for one host: TLS 1.2 at least, chain and host name proved by OpenSSL itself, and
// the reason of a refusal kept for the operator. Internal to net: the only header beside the .cpp files that names
// Poco.
#pragma once

#include "base/Result.h"
#include "net/TlsSettings.h"

#include <Poco/Net/Context.h>

namespace ekatra::net {

// Errors: BadUsage net.tls_files {detail}.
[[nodiscard]] Result<Poco::Net::Context::Ptr> makeTlsContext(const QString& host, const TlsSettings& settings);

// Forgets, and then tells, why this thread's handshake was refused by the check of the other side's certificate.
void clearTlsRefusal();
[[nodiscard]] Error tlsRefusal(const QString& host, const QString& detail);

} // namespace ekatra::net
