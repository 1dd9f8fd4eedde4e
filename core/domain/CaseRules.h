// CaseRules.h
// What kinds.json says of cases: which moments of a record make events of its case's story, and what a case needs
// before its final report is whole. Plain values, read with the KindTable; immutable, any thread.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::domain {

struct Wording {
    QString en, hi;

    [[nodiscard]] const QString& in(const QString& language) const { return language == QLatin1String("hi") ? hi : en; }
};

// A date or date-time field that makes an event. Title and detail are patterns: "{name} arrested"; the parts of a
// detail stand between " · ", and a part that lacks one of its fields falls away.
struct EventRule {
    QStringList at; // path of the field
    QStringList time; // path of the time of day, where the day stands alone
    QString icon;
    Wording title;
    Wording detail;
};

// Something that a case must hold: a record of `kind` (one for each person of `role`, or one at all), or `field` of the
// record that heads it.
struct CaseNeed {
    QString kind;
    QString role;
    QString field;
    Wording text; // "arrest of {names}"
};

struct CaseRules {
    bool headsCase = false;
    QStringList openStatus; // CASE_STATUS codes of a case that is still worked on
    std::vector<EventRule> events;
    std::vector<CaseNeed> needs; // of a kind that heads a case
    Wording personState; // what a record of the kind says of the person in it: "Arrested"; empty: nothing

    // A case whose status nobody said is open.
    [[nodiscard]] bool isOpen(const QString& status) const { return status.isEmpty() || openStatus.contains(status); }
};

[[nodiscard]] CaseRules caseRulesFrom(const QJsonObject& kind);

} // namespace ekatra::domain
