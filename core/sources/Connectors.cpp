#include "sources/Connectors.h"

#include "sources/IcjsConnector.h"
#include "sources/WindowConnector.h"

namespace ekatra::sources {

std::unique_ptr<SourceConnector> makeConnector(const SourceProfile& profile, Endpoint endpoint, net::HttpClient& client,
                                               const base::Clock& clock)
{
    switch (profile.protocol) {
    case SourceProtocol::MappedLists:
        return std::make_unique<WindowConnector>(profile, std::move(endpoint), client, clock);
    case SourceProtocol::Icjs:
        return std::make_unique<IcjsConnector>(profile, std::move(endpoint), client, clock);
    }
    return nullptr;
}

} // namespace ekatra::sources
