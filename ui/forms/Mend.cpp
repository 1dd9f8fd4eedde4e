#include "forms/Mend.h"

#include "forms/ValueText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ekatra::ui {

namespace {

using schema::ConditionKind;
using schema::Field;
using schema::FieldType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::Mend)
};

QString parentOf(const QString& pointer)
{
    return pointer.left(pointer.lastIndexOf(QLatin1Char('/')));
}

bool holds(const schema::Condition& condition, ConditionKind kind, const QString& name = {})
{
    const bool this_one = condition.kind == kind && (name.isEmpty() || condition.name == name);
    return this_one || std::any_of(condition.parts.begin(), condition.parts.end(), [&](const schema::Condition& part) {
               return holds(part, kind, name);
           });
}

const schema::Rule* ruleOf(const schema::Shape& shape, const QString& code)
{
    for (const schema::Rule& rule : shape.rules)
        if (rule.code == code)
            return &rule;
    for (const Field& field : shape.fields)
        if (const schema::Rule* rule = field.shape ? ruleOf(*field.shape, code) : nullptr)
            return rule;
    return nullptr;
}

// The section of the law that was in force.
std::optional<Mend> otherSection(const FormModel& model, const QString& row)
{
    const law::ActTable& acts = model.context().tables.acts;
    const QString act = model.session().value(row + QStringLiteral("/act")).toString();
    const QString section = model.session().value(row + QStringLiteral("/section")).toString();
    for (const law::Counterpart& other : acts.counterparts(act, section)) {
        if (other.sections.size() != 1)
            continue;
        const QString number = other.sections.front();
        return Mend{Words::tr("Take %1").arg(number + QChar(0x00a0) + other.act),
                    [row, act = other.act, number](FormModel& paper) {
                        paper.fill(row, {{QStringLiteral("act"), act}, {QStringLiteral("section"), number}});
                    }};
    }
    return std::nullopt;
}

std::optional<Mend> withoutRow(const QString& row)
{
    return Mend{Words::tr("Take this row out"), [row](FormModel& paper) {
                    paper.removeRow(parentOf(row), row.mid(row.lastIndexOf(QLatin1Char('/')) + 1).toLongLong());
                }};
}

// The head under which the first section that has one is counted.
std::optional<Mend> headOfLaws(const FormModel& model, const QString& pointer, const Field& field)
{
    const auto& form = model.session().form();
    for (const QJsonValue& row : model.session().value(QLatin1Char('/') + form.lawsField).toArray()) {
        const QJsonObject law = row.toObject();
        const QStringList heads = model.context().tables.acts.crimeHeads(
            law.value(QLatin1StringView("act")).toString(), law.value(QLatin1StringView("section")).toString());
        if (heads.isEmpty())
            continue;
        const QString label = model.text(model.context().tables.forms.codes().label(field.codeList, heads.front()));
        return Mend{Words::tr("Take “%1”").arg(label),
                    [pointer, head = heads.front()](FormModel& paper) { paper.set(pointer, head); }};
    }
    return std::nullopt;
}

// Whether some rule compares this field with the heads of the sections.
bool isHeadField(const schema::FormDefinition& form, const Field& field)
{
    return std::any_of(form.root.rules.begin(), form.root.rules.end(), [&](const schema::Rule& rule) {
        return rule.when.kind == ConditionKind::HeadUnlikeLaws && rule.when.value.last() == field.id;
    });
}

QString withoutHidden(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Other_Surrogate || c.category() == QChar::Other_NotAssigned;
        const bool joiner = c == QChar(0x200c) || c == QChar(0x200d);
        if (!hidden || joiner || c == u'\n')
            out.append(c);
    }
    return out;
}

std::optional<Mend> mendMissing(const FormModel& model, const QString& pointer, const Field& field)
{
    if (isHeadField(model.session().form(), field))
        return headOfLaws(model, pointer, field);
    if (field.type == FieldType::DateTime)
        return Mend{Words::tr("Now"), [pointer](FormModel& paper) {
                        const QDateTime now = FormModel::now();
                        Field moment;
                        moment.type = FieldType::DateTime;
                        paper.set(pointer, readValue(moment, QStringLiteral("now"), now));
                    }};
    if (field.type == FieldType::Date)
        return Mend{Words::tr("Today"),
                    [pointer](FormModel& paper) { paper.set(pointer, FormModel::now().date().toString(Qt::ISODate)); }};
    return std::nullopt;
}

} // namespace

std::optional<Mend> mendFor(const FormModel& model, const forms::Finding& finding)
{
    const Field* field = model.session().field(finding.pointer);
    if (!field || model.isReadOnly())
        return std::nullopt;
    const QString& pointer = finding.pointer;
    if (finding.code == u"form.required")
        return mendMissing(model, pointer, *field);
    const QString text = model.session().value(pointer).toString();
    if (finding.code == u"form.control_character")
        return Mend{Words::tr("Take the hidden signs out"),
                    [pointer, text](FormModel& paper) { paper.set(pointer, withoutHidden(text)); }};
    if (finding.code == u"form.line_break")
        return Mend{Words::tr("Put it on one line"),
                    [pointer, text](FormModel& paper) { paper.set(pointer, text.simplified()); }};
    const schema::Rule* rule = ruleOf(model.session().form().root, finding.code);
    if (!rule)
        return std::nullopt;
    if (holds(rule->when, ConditionKind::LawFault, QStringLiteral("not_in_force")))
        return otherSection(model, parentOf(pointer));
    if (holds(rule->when, ConditionKind::LawFault, QStringLiteral("repeated")))
        return withoutRow(parentOf(pointer));
    if (rule->when.kind == ConditionKind::HeadUnlikeLaws)
        return headOfLaws(model, pointer, *field);
    if (holds(rule->when, ConditionKind::CountBelow) && field->type == FieldType::Int
        && finding.severity == schema::Severity::Error)
        return Mend{Words::tr("Write 1"), [pointer](FormModel& paper) { paper.set(pointer, 1); }};
    return std::nullopt;
}

} // namespace ekatra::ui
