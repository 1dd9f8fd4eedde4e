#include "cli/FindingLines.h"

#include "cli/ExitCode.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject objectOf(const forms::Finding& finding, const QString& language)
{
    QJsonObject object{{u"pointer"_s, finding.pointer},
                       {u"code"_s, finding.code},
                       {u"label"_s, finding.label.in(language)},
                       {u"message"_s, finding.text.in(language)}};
    if (!finding.hint.isEmpty())
        object.insert(u"hint"_s, finding.hint.in(language));
    if (!finding.law.isEmpty())
        object.insert(u"law"_s, finding.law.in(language));
    return object;
}

QString stateOf(const EntryOutcome& outcome)
{
    if (outcome.record.uid.isNull())
        return u"checked"_s;
    return outcome.isDraft ? u"draft"_s : domain::toText(outcome.record.state);
}

void printFindings(Console& console, const EntryOutcome& outcome, schema::Severity severity, const char* heading)
{
    bool isFirst = true;
    for (const forms::Finding& finding : outcome.findings) {
        if (finding.severity != severity)
            continue;
        if (isFirst)
            console.line(console.text(heading));
        isFirst = false;
        const QString label = finding.label.in(console.language());
        const QString text = finding.text.in(console.language());
        const QString law = finding.law.in(console.language());
        const bool namesField = !label.isEmpty() && text.contains(label);
        console.line(u"  "_s + (namesField ? QString() : harmless(label.isEmpty() ? finding.pointer : label) + u": "_s)
                     + harmless(text) + (law.isEmpty() ? QString() : u" ["_s + law + u']'));
    }
}

} // namespace

int showOutcome(Console& console, const EntryOutcome& outcome)
{
    const bool isWrong = outcome.refusal || forms::hasErrors(outcome.findings);
    if (console.json()) {
        QJsonArray errors;
        QJsonArray warnings;
        QJsonArray hints;
        for (const forms::Finding& finding : outcome.findings) {
            const QJsonObject object = objectOf(finding, console.language());
            switch (finding.severity) {
            case schema::Severity::Error:
                errors.append(object);
                break;
            case schema::Severity::Warning:
                warnings.append(object);
                break;
            case schema::Severity::Hint:
                hints.append(object);
                break;
            }
        }
        if (outcome.refusal)
            errors.append(console.failureObject(*outcome.refusal));
        const domain::Record& record = outcome.record;
        console.object({{u"id"_s, record.uid.isNull() ? QJsonValue() : record.uid.toString(QUuid::WithoutBraces)},
                        {u"kind"_s, record.kind},
                        {u"number"_s, record.number.isEmpty() ? QJsonValue() : QJsonValue(record.number)},
                        {u"state"_s, stateOf(outcome)},
                        {u"errors"_s, errors},
                        {u"warnings"_s, warnings},
                        {u"hints"_s, hints}});
        return isWrong ? BadData : Done;
    }
    const QString state = console.text(u"cli.state."_s + stateOf(outcome));
    console.pairs(
        {{"cli.label.id", outcome.record.uid.isNull() ? QString() : outcome.record.uid.toString(QUuid::WithoutBraces)},
         {"cli.label.number", outcome.record.number},
         {"cli.label.state", state}});
    printFindings(console, outcome, schema::Severity::Error, "cli.record.errors");
    printFindings(console, outcome, schema::Severity::Warning, "cli.record.warnings");
    printFindings(console, outcome, schema::Severity::Hint, "cli.record.hints");
    if (outcome.refusal)
        console.failure(*outcome.refusal);
    return isWrong ? BadData : Done;
}

} // namespace ekatra::cli
