// SourceLine.h
// From a configured source to a connector that can be asked: its profile, its address, its secret and its line, put
// together from what the store keeps. Made on the store thread; the connector then belongs to one worker.
#pragma once

#include "net/HttpClient.h"
#include "sources/Connectors.h"
#include "storage/Sources.h"

#include <memory>

namespace ekatra::session {

struct SourceLine {
    sources::SourceProfile profile;
    sources::Endpoint endpoint;
    std::unique_ptr<net::HttpClient> http;
    std::unique_ptr<sources::SourceConnector> connector;

    // The source's own profile file, or the installed one of that name.
    // Errors: NotFound resource.missing; BadInput sources.bad_profile.
    [[nodiscard]] static Result<sources::SourceProfile> profileOf(const storage::Source& source);

    // `settings` of the source: url, token, basic ("user:password"), ca_file, client_cert, client_key, profile_file.
    // Errors: as above; BadInput sources.bad_url.
    [[nodiscard]] static Result<SourceLine> open(const storage::Source& source, const base::Clock& clock);
};

} // namespace ekatra::session
