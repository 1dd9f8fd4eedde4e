// IncidentModel.h
// The loaded incidents as plain tables: facts lie sorted by incident, each incident knows its range of each table.
// Texts are pooled and already fit for JSON. Owned by the district; immutable once read.
#pragma once

#include "base/Result.h"

#include <QString>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ekatra::gateway::incidents {

struct Agency {
    std::string code; // "99002243"
    std::string name;
    std::string state;
};

struct OffenceKind {
    std::string code; // "13B"
    std::string name;
    std::string head; // Ekatra's crime head, empty when there is none
};

struct ThingKind {
    std::string name;
    std::string category; // PROPERTY_CAT
};

struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct IncidentFact {
    std::int64_t id = 0;
    std::int32_t day = 0; // since 2000-01-01
    std::int8_t hour = -1; // -1: not known
    bool dayOfReport = false; // `day` tells when it was reported, not when it happened
    std::uint16_t agency = 0;
    std::int32_t year = 0;
    std::uint32_t serial = 0;
    std::int64_t submitted = 0; // seconds since 2000-01-01
    std::int64_t changed = 0; // last of submission and arrests
    Range offences, victims, offenders, things, arrests;
};

struct OffenceFact {
    std::uint32_t incident = 0;
    std::uint16_t kind = 0;
    std::uint16_t location = 0;
    bool attempted = false;
};

struct PersonFact {
    std::uint32_t incident = 0;
    std::int16_t age = -1; // -1: not known
    char sex = 'U';
    std::uint16_t number = 0; // within the incident; 0 for an offender of whom nothing is known
    std::uint16_t kind = 0; // of victim
};

struct ThingFact {
    std::uint32_t incident = 0;
    std::uint16_t kind = 0;
    std::uint16_t loss = 0;
    std::int64_t dollars = -1; // -1: not known
};

struct ArrestFact {
    std::uint32_t incident = 0;
    std::int32_t day = 0;
    std::int64_t changed = 0;
    std::int64_t id = 0;
    std::int16_t age = -1;
    char sex = 'U';
    std::uint16_t kind = 0; // of arrest
    std::uint16_t offence = 0; // OffenceKind
    std::uint16_t ordinal = 0; // within the incident, from 1
};

struct Model {
    std::vector<Agency> agencies;
    std::vector<OffenceKind> offenceKinds;
    std::vector<ThingKind> thingKinds;
    std::vector<std::string> locations, victimKinds, losses, arrestKinds;
    std::vector<IncidentFact> incidents;
    std::vector<OffenceFact> offences;
    std::vector<PersonFact> victims, offenders;
    std::vector<ThingFact> things;
    std::vector<ArrestFact> arrests;

    [[nodiscard]] std::string firKey(const IncidentFact& incident) const; // "99002243210045"
};

// Errors as of loadIncidents().
[[nodiscard]] Result<Model> readIncidents(const QString& folder);

} // namespace ekatra::gateway::incidents
