// CaseStory.h
// A case told as lines: what happened when, whose word it is, and which record says so. Plain values; any thread.
#pragma once

#include "domain/Summary.h"
#include "records/CaseReader.h"
#include "session/Services.h"

#include <vector>

namespace ekatra::ui {

struct StoryLine {
    domain::RecordRow row = 0;
    QString icon;
    QDate day; // invalid: unknown
    QTime time;
    QString title;
    QString below;
    QString source; // id; empty: this workstation
};

// In the order of the case's events: newest first.
[[nodiscard]] std::vector<StoryLine> storyOf(const records::CaseDetails& details, const session::Tables& tables,
                                             const QString& language);

// "FIR 0123/2024", of a draft without a number "FIR, draft".
[[nodiscard]] QString recordName(const domain::Record& record, const session::Tables& tables, const QString& language);

// How a person of a case stands: "Judicial custody", "Arrested", "Not arrested"; empty for whom it means nothing.
struct PersonStanding {
    QString text;
    enum class Tone { Plain, Good, Bad } tone = Tone::Plain;
};
[[nodiscard]] PersonStanding standingOf(const records::CaseDetails& details, std::size_t person,
                                        const session::Tables& tables, const QString& language);

// What is lacking, in words: "arrest of Sonu, Ramesh".
[[nodiscard]] QString lackText(const records::CaseDetails& details, const records::CaseLack& lack,
                               const session::Tables& tables, const QString& language);

} // namespace ekatra::ui
