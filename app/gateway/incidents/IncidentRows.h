// IncidentRows.h
// Writes loaded incidents as rows of the CAS. Borrows the model; any thread, each with its own buffer.
#pragma once

#include "gateway/incidents/IncidentModel.h"

#include <QByteArray>

namespace ekatra::gateway::incidents {

void writeFir(QByteArray& row, const Model& model, const IncidentFact& incident);
void writeArrest(QByteArray& row, const Model& model, const ArrestFact& arrest);

[[nodiscard]] std::string arrestKey(const Model& model, const ArrestFact& arrest);

} // namespace ekatra::gateway::incidents
