#include "domain/CaseRules.h"

#include <QJsonArray>

namespace ekatra::domain {

namespace {

Wording wordingFrom(const QJsonValue& value)
{
    const QJsonObject both = value.toObject();
    return {both.value(QLatin1String("en")).toString(), both.value(QLatin1String("hi")).toString()};
}

QStringList pathFrom(const QJsonValue& value)
{
    return value.toString().split(QLatin1Char('.'), Qt::SkipEmptyParts);
}

} // namespace

CaseRules caseRulesFrom(const QJsonObject& kind)
{
    CaseRules rules;
    rules.headsCase = kind.value(QLatin1String("case")).toBool();
    for (const auto& status : kind.value(QLatin1String("open_status")).toArray())
        rules.openStatus.append(status.toString());
    rules.personState = wordingFrom(kind.value(QLatin1String("person_state")));
    for (const auto& entry : kind.value(QLatin1String("events")).toArray()) {
        const QJsonObject event = entry.toObject();
        rules.events.push_back(
            {pathFrom(event.value(QLatin1String("at"))), pathFrom(event.value(QLatin1String("time"))),
             event.value(QLatin1String("icon")).toString(), wordingFrom(event.value(QLatin1String("title"))),
             wordingFrom(event.value(QLatin1String("detail")))});
    }
    for (const auto& entry : kind.value(QLatin1String("needs")).toArray()) {
        const QJsonObject need = entry.toObject();
        rules.needs.push_back(
            {need.value(QLatin1String("kind")).toString(), need.value(QLatin1String("role")).toString(),
             need.value(QLatin1String("field")).toString(), wordingFrom(need.value(QLatin1String("text")))});
    }
    return rules;
}

} // namespace ekatra::domain
