// SectionParser.h
// What clerks write in the column "acts and sections", as sections of acts: "25-54-59 A.Act", "147,149,323 भा.द.स.",
// "379B(2)/34 IPC r/w 25 Arms". The text as written stays the record's own; this is a reading of it, with how far it
// may be trusted. Pure; any thread.
#pragma once

#include "law/ActTable.h"

#include <optional>
#include <vector>

namespace ekatra::law {

enum class Trust {
    High, // act named, section in its table
    Middle, // act named, section not in a complete table, or read by a rule of habit
    Low, // act guessed, unknown, or without such a section
};

struct ParsedSection {
    QString act; // "OTHER" for an act that the table lacks; `note` then holds its name
    QString section;
    QString note;
    Trust trust = Trust::High;

    bool operator==(const ParsedSection&) const = default;
};

// In the order written, without repeats; sections noted as deleted are left out. `offence` decides the penal law where
// no act is written, and between acts of one name that followed each other.
[[nodiscard]] std::vector<ParsedSection> parseSections(const ActTable& acts, QStringView text,
                                                       std::optional<QDate> offence = std::nullopt);

} // namespace ekatra::law
