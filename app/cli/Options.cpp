// The options of all commands in one table: a name means the same wherever it stands, so that it may stand before the
// command as well as after it.
#include "cli/Arguments.h"

namespace ekatra::cli {

const std::vector<OptionSpec>& commandOptions()
{
    static const std::vector<OptionSpec> table{
        {"accept-removals", nullptr},
        {"all", nullptr},
        {"basic-file", "F"},
        {"ca-file", "F"},
        {"client-cert", "F"},
        {"client-key", "F"},
        {"count", nullptr},
        {"cursor", "C"},
        {"every", "DURATION"},
        {"example", nullptr},
        {"file", "F"},
        {"from", "DATE"},
        {"full", nullptr},
        {"id", "ID"},
        {"kind", "KIND"},
        {"limit", "N"},
        {"name", "TEXT"},
        {"oauth-client-file", "F"},
        {"on", "DATE"},
        {"pdf", "OUT"},
        {"profile-file", "F"},
        {"queries", "F"},
        {"reason", "TEXT"},
        {"row", "N"},
        {"station", "PS_CODE"},
        {"submit", nullptr},
        {"support", nullptr},
        {"token-file", "F"},
        {"url", "URL"},
    };
    return table;
}

} // namespace ekatra::cli
