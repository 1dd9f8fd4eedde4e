// IcjsPage.h
// Reads one page of the central feed: checks its digest over the bytes as they came and cuts the records out without
// building them twice. Internal to sources. Pure; any thread.
#pragma once

#include "base/Result.h"
#include "sources/Page.h"

namespace ekatra::sources {

// A record that is too long is set aside; the page is otherwise right as a whole or refused.
// Errors: Unreachable icjs.digest, sources.not_json, sources.truncated, sources.unexpected_shape.
[[nodiscard]] Result<Page> readIcjsPage(QByteArray body);

} // namespace ekatra::sources
