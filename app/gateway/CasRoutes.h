// CasRoutes.h
// The police system (CAS) in its own shape under /sources/cas: lists by date of last change, yearly key listings,
// single rows. Answers are streamed row by row. Owned by GatewayServer; any thread.
#pragma once

#include "gateway/District.h"
#include "gateway/Http.h"
#include "gateway/Problems.h"

namespace ekatra::gateway {

class CasRoutes {
public:
    static constexpr QLatin1StringView root{"/sources/cas"};
    static constexpr int greatestWindowDays = 30;

    CasRoutes(const District& district, const Problems& problems);

    // `request.path` starts with root.
    [[nodiscard]] Reply handle(const Request& request) const;

private:
    [[nodiscard]] Reply changed(CasList list, const Request& request) const;
    [[nodiscard]] Reply keys(CasList list, const Request& request) const;
    [[nodiscard]] Reply record(CasList list, const Request& request) const;

    const District& m_district;
    const Problems& m_problems;
};

} // namespace ekatra::gateway
