// SeedPayload.h
// The national record of a practice FIR: the same facts as its CAS row, in Ekatra's own payload fields. Any thread.
#pragma once

#include "gateway/practice/Incident.h"

#include <QJsonObject>

namespace ekatra::gateway::practice {

[[nodiscard]] QJsonObject firPayload(const Stock& stock, std::uint64_t seed, const Incident& incident, int lastDay);

// A UUID in the layout of version 7: the time of the FIR, then what the seed and the index make of it.
[[nodiscard]] QString seedId(std::uint64_t seed, const Incident& incident);

} // namespace ekatra::gateway::practice
