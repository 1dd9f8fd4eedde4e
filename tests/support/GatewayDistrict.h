// GatewayDistrict.h
// A district of a few lines for tests of the gateway itself: FIRs 1, 2, 3 … of one station, one changed each day from
// 1 July 2024 on, every tenth of them in the national feed. Immutable; any thread.
#pragma once

#include "gateway/District.h"

namespace ekatra::test {

class GatewayDistrict final : public gateway::District {
public:
    explicit GatewayDistrict(int firs) : m_firs(firs) { }

    [[nodiscard]] std::vector<gateway::Station> stations() const override;
    [[nodiscard]] QDate firstDay() const override { return {2024, 7, 1}; }
    [[nodiscard]] QDate lastDay() const override { return firstDay().addDays(m_firs - 1); }
    void changedRows(gateway::CasList list, QDate from, QDate to, const RowSink& sink) const override;
    [[nodiscard]] std::vector<gateway::CasKey> keys(gateway::CasList list, int year) const override;
    [[nodiscard]] std::optional<QByteArray> row(gateway::CasList list, const QByteArray& key) const override;
    [[nodiscard]] qint64 count(gateway::CasList list) const override;
    void icjsSeeds(const SeedSink& sink) const override;

private:
    int m_firs;
};

} // namespace ekatra::test
