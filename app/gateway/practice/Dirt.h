// Dirt.h
// The ways in which a practice record may be broken, each as real station exports are broken. A broken row still has
// its own key field and ChangedOn, so that every row can be listed and asked for again. Plain values; any thread.
#pragma once

#include "gateway/District.h"
#include "gateway/practice/Incident.h"
#include "gateway/practice/JsonRow.h"

#include <string>
#include <string_view>
#include <vector>

namespace ekatra::gateway::practice {

// `quarantine`: no record can be made of the row, it must be set aside with its reason.
// `warning`: the row is stored, and what is wrong with it is noted.
enum class Dirt : std::uint8_t {
    None,
    MissingNumber, // quarantine: FirNo is NULL (arrest, report: FIR_REG_NUM too)
    ImpossibleDate, // quarantine: FirDate, ArrestDate or FrDate is 31/02
    BrokenText, // quarantine: bytes that are not UTF-8 in FirContents, Name (arrest) or BriefFacts
    WrongType, // quarantine: an object where the year (FIR) or the date (arrest, report) stands
    UnknownLaw, // warning: one more section, of an act that nobody knows
    Oversized, // warning: FirContents, BriefFacts of more than 100,000 letters; Address (arrest) of 5,000
    KeyTwice, // warning: the row comes twice in one listing, the earlier copy with other content; the later counts
    LegacyFont, // warning: a name and a narrative in Kruti Dev letters (report: the narrative)
    SeveralMobiles, // warning: three numbers in one cell; FIR, arrest
    NumberWithText, // warning: words in the age, the value, the distance; FIR, arrest
    ParentageInName, // warning: "Ramesh S/o Sh. Dharampal R/o Barota" as the name; FIR, arrest
    SwappedDates, // warning: the occurrence begins after the FIR; FIR
    PlaceholderDate, // warning: the occurrence is dated 01/01/1900; FIR
};

[[nodiscard]] constexpr bool isUnmappable(Dirt dirt)
{
    return dirt >= Dirt::MissingNumber && dirt <= Dirt::WrongType;
}

// What record `index` (arrest, report: its `ordinal`, from 1) of the list suffers from, when `percent` of a hundred do.
[[nodiscard]] Dirt dirtOf(std::uint64_t seed, int percent, CasList list, std::uint32_t index, int ordinal);

// Breaks the facts in place, and returns the fields that no fact can stand for.
[[nodiscard]] std::vector<RawField> spoil(Incident& incident, CasList list, int ordinal, Dirt dirt);

} // namespace ekatra::gateway::practice
