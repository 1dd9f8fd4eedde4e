// Connectors.h
// From a profile to the connector that speaks its protocol. Any thread; the connector then belongs to one worker.
#pragma once

#include "base/Clock.h"
#include "sources/Endpoint.h"
#include "sources/SourceConnector.h"
#include "sources/SourceProfile.h"

namespace ekatra::sources {

// `client` and `clock` must outlive the connector.
[[nodiscard]] std::unique_ptr<SourceConnector> makeConnector(const SourceProfile& profile, Endpoint endpoint,
                                                             net::HttpClient& client, const base::Clock& clock);

} // namespace ekatra::sources
