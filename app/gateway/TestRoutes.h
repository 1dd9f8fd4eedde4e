// TestRoutes.h
// What only a test may ask, under /test and only with --allow-test: the gateway's state, faults, pruning.
// Owned by Service; any thread.
#pragma once

#include "gateway/CentreStore.h"
#include "gateway/District.h"
#include "gateway/Faults.h"
#include "gateway/Http.h"
#include "gateway/Metrics.h"
#include "gateway/Problems.h"

namespace ekatra::gateway {

class TestRoutes {
public:
    static constexpr QLatin1StringView root{"/test"};

    TestRoutes(const District& district, CentreStore& store, const Problems& problems, FaultPlan& faults,
               const Metrics& metrics);

    [[nodiscard]] Reply handle(const Request& request) const;

private:
    [[nodiscard]] Reply state() const;
    [[nodiscard]] Reply setFaults(const Request& request) const;
    [[nodiscard]] Reply prune(const Request& request) const;

    const District& m_district;
    CentreStore& m_store;
    const Problems& m_problems;
    FaultPlan& m_faults;
    const Metrics& m_metrics;
};

} // namespace ekatra::gateway
