#include "gateway/incidents/IncidentDistrict.h"

#include "gateway/incidents/IncidentRows.h"
#include "gateway/practice/Days.h"

#include <QHash>

#include <algorithm>

namespace ekatra::gateway {

namespace {

using namespace incidents;
using practice::dayOf;
using practice::istOf;
using practice::secondsADay;

const QDate emptyDay(2000, 1, 1); // of a district without rows

class IncidentDistrict final : public District {
public:
    explicit IncidentDistrict(Model model) : m_model(std::move(model))
    {
        const auto byChange = [](const auto& facts) {
            std::vector<std::uint32_t> order(facts.size());
            for (std::uint32_t i = 0; i < order.size(); ++i)
                order[i] = i;
            std::sort(order.begin(), order.end(), [&facts](std::uint32_t a, std::uint32_t b) {
                return std::pair(facts[a].changed, a) < std::pair(facts[b].changed, b);
            });
            return order;
        };
        m_firsByChange = byChange(m_model.incidents);
        m_arrestsByChange = byChange(m_model.arrests);
        m_byKey.reserve(static_cast<qsizetype>(m_model.incidents.size()));
        for (std::uint32_t i = 0; i < m_model.incidents.size(); ++i)
            m_byKey.insert(QByteArray::fromStdString(m_model.firKey(m_model.incidents[i])), i);
    }

    std::vector<Station> stations() const override
    {
        std::vector<Station> all;
        for (const Agency& agency : m_model.agencies) {
            const QString name = QString::fromStdString(agency.name);
            all.push_back({QString::fromStdString(agency.code), name, name});
        }
        return all;
    }

    QDate firstDay() const override
    {
        if (m_firsByChange.empty())
            return emptyDay;
        std::int64_t first = m_model.incidents[m_firsByChange.front()].changed;
        if (!m_arrestsByChange.empty())
            first = std::min(first, m_model.arrests[m_arrestsByChange.front()].changed);
        return istOf(first).date();
    }

    // A FIR changes again with each of its arrests, so the last change of all is a FIR's.
    QDate lastDay() const override
    {
        return m_firsByChange.empty() ? emptyDay : istOf(m_model.incidents[m_firsByChange.back()].changed).date();
    }

    void changedRows(CasList list, QDate from, QDate to, const RowSink& sink) const override
    {
        QByteArray row;
        if (list == CasList::Fir)
            walk(m_model.incidents, m_firsByChange, from, to, [&](const IncidentFact& incident) {
                writeFir(row, m_model, incident);
                return sink(row);
            });
        else if (list == CasList::Arrest)
            walk(m_model.arrests, m_arrestsByChange, from, to, [&](const ArrestFact& arrest) {
                writeArrest(row, m_model, arrest);
                return sink(row);
            });
    }

    std::vector<CasKey> keys(CasList list, int year) const override
    {
        std::vector<CasKey> found;
        if (list == CasList::Fir) {
            for (const IncidentFact& incident : m_model.incidents)
                if (incident.year == year)
                    found.push_back({QByteArray::fromStdString(m_model.firKey(incident)), istOf(incident.changed)});
        } else if (list == CasList::Arrest) {
            for (const ArrestFact& arrest : m_model.arrests)
                if (practice::yearOf(arrest.day) == year)
                    found.push_back({QByteArray::fromStdString(arrestKey(m_model, arrest)), istOf(arrest.changed)});
        }
        return found;
    }

    std::optional<QByteArray> row(CasList list, const QByteArray& key) const override
    {
        QByteArray row;
        if (list == CasList::Fir) {
            const auto at = m_byKey.constFind(key);
            if (at == m_byKey.constEnd())
                return std::nullopt;
            writeFir(row, m_model, m_model.incidents[*at]);
            return row;
        }
        const qsizetype dash = key.indexOf('-');
        if (list != CasList::Arrest || !key.startsWith('A') || dash < 0)
            return std::nullopt;
        const auto at = m_byKey.constFind(key.mid(1, dash - 1));
        if (at == m_byKey.constEnd())
            return std::nullopt;
        const Range& arrests = m_model.incidents[*at].arrests;
        for (std::uint32_t i = 0; i < arrests.count; ++i) {
            const ArrestFact& arrest = m_model.arrests[arrests.first + i];
            if (arrestKey(m_model, arrest) == key.toStdString()) {
                writeArrest(row, m_model, arrest);
                return row;
            }
        }
        return std::nullopt;
    }

    qint64 count(CasList list) const override
    {
        switch (list) {
        case CasList::Fir:
            return static_cast<qint64>(m_model.incidents.size());
        case CasList::Arrest:
            return static_cast<qint64>(m_model.arrests.size());
        case CasList::FinalReport:
            return 0;
        }
        return 0;
    }

    void icjsSeeds(const SeedSink&) const override { }

private:
    template <class Fact, class Give>
    static void walk(const std::vector<Fact>& facts, const std::vector<std::uint32_t>& order, QDate from, QDate to,
                     Give give)
    {
        const std::int64_t begin = std::int64_t(dayOf(from)) * secondsADay;
        const std::int64_t end = (std::int64_t(dayOf(to)) + 1) * secondsADay;
        auto at =
            std::partition_point(order.begin(), order.end(), [&](std::uint32_t i) { return facts[i].changed < begin; });
        for (; at != order.end() && facts[*at].changed < end; ++at)
            if (!give(facts[*at]))
                return;
    }

    Model m_model;
    std::vector<std::uint32_t> m_firsByChange;
    std::vector<std::uint32_t> m_arrestsByChange;
    QHash<QByteArray, std::uint32_t> m_byKey;
};

} // namespace

Result<std::unique_ptr<District>> loadIncidents(const QString& folder)
{
    auto model = readIncidents(folder);
    if (!model)
        return model.error();
    return std::unique_ptr<District>(std::make_unique<IncidentDistrict>(std::move(*model)));
}

} // namespace ekatra::gateway
