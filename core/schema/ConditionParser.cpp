#include "schema/ConditionParser.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace ekatra::schema {

namespace {

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

bool has(const QJsonObject& object, const char* name)
{
    return object.contains(QLatin1StringView(name));
}

QJsonValue at(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1StringView(name));
}

QString asText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

std::optional<qint64> seconds(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d+)([smhd])$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 amount = match.captured(1).toLongLong();
    switch (match.captured(2).front().unicode()) {
    case u's':
        return amount;
    case u'm':
        return amount * 60;
    case u'h':
        return amount * 3600;
    }
    return amount * 86400;
}

} // namespace

const FieldTree* FieldTree::child(QStringView name) const
{
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const FieldTree& field) { return field.id == name; });
    return found == children.end() ? nullptr : &*found;
}

void Faults::add(const QString& path, const QString& detail)
{
    if (!m_first)
        m_first = error(ErrorKind::BadInput, "schema.bad_form",
                        {{key("file"), m_file}, {key("path"), path}, {key("detail"), detail}});
}

void Faults::strayKeys(const QJsonObject& object, const QString& path, std::initializer_list<const char*> known)
{
    for (const QString& name : object.keys())
        if (std::none_of(known.begin(), known.end(), [&](const char* k) { return name == QLatin1StringView(k); }))
            add(path + QLatin1Char('/') + name, key("unknown key"));
}

Condition ConditionParser::never()
{
    Condition none;
    none.kind = ConditionKind::Any;
    return none;
}

Condition ConditionParser::parse(const QJsonValue& json, const FieldTree& row, const QString& path)
{
    if (json.isBool())
        return json.toBool() ? Condition{} : never();
    const QJsonObject object = json.toObject();
    if (has(object, "all"))
        return m_faults.strayKeys(object, path, {"all"}),
               parts(ConditionKind::All, at(object, "all"), row, path + key("/all"));
    if (has(object, "any"))
        return m_faults.strayKeys(object, path, {"any"}),
               parts(ConditionKind::Any, at(object, "any"), row, path + key("/any"));
    if (has(object, "not")) {
        m_faults.strayKeys(object, path, {"not"});
        Condition inverse;
        inverse.kind = ConditionKind::Not;
        inverse.parts.push_back(parse(at(object, "not"), row, path + key("/not")));
        return inverse;
    }
    if (has(object, "field"))
        return onField(object, row, path);
    if (has(object, "time"))
        return onTime(object, row, path);
    if (has(object, "hours"))
        return onHours(object, row, path);
    if (has(object, "sum"))
        return onSum(object, row, path);
    if (has(object, "laws_include") || has(object, "laws_term_above") || has(object, "laws_term_below")
        || has(object, "head_unlike_laws") || has(object, "section"))
        return onLaw(object, row, path);
    return onRows(object, row, path);
}

Condition ConditionParser::parts(ConditionKind kind, const QJsonValue& json, const FieldTree& row, const QString& path)
{
    Condition whole;
    whole.kind = kind;
    const QJsonArray list = json.toArray();
    if (list.isEmpty())
        m_faults.add(path, key("a list of conditions is needed"));
    for (const QJsonValue& part : list)
        whole.parts.push_back(parse(part, row, path + QStringLiteral("/%1").arg(whole.parts.size())));
    return whole;
}

Condition ConditionParser::onField(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    m_faults.strayKeys(object, path,
                       {"field", "is", "in", "present", "above", "below", "above_field", "below_field", "differs_from",
                        "starts_with", "matches", "format"});
    if (object.size() != 2)
        m_faults.add(path, key("one comparison a condition"));
    Condition condition;
    condition.value = reference(at(object, "field").toString(), row, path + key("/field"));
    if (has(object, "present")) {
        condition.kind = ConditionKind::Present;
        if (at(object, "present").toBool())
            return condition;
        Condition inverse;
        inverse.kind = ConditionKind::Not;
        inverse.parts.push_back(condition);
        return inverse;
    }
    if (has(object, "is") || has(object, "in")) {
        condition.kind = ConditionKind::In;
        if (has(object, "is"))
            condition.texts = {asText(at(object, "is"))};
        for (const QJsonValue& text : at(object, "in").toArray())
            condition.texts.append(asText(text));
    } else if (has(object, "above") || has(object, "below")) {
        condition.kind = has(object, "above") ? ConditionKind::Above : ConditionKind::Below;
        condition.limit = at(object, has(object, "above") ? "above" : "below").toDouble();
    } else if (has(object, "above_field") || has(object, "below_field")) {
        const char* name = has(object, "above_field") ? "above_field" : "below_field";
        condition.kind = has(object, "above_field") ? ConditionKind::Above : ConditionKind::Below;
        condition.toOther = true;
        condition.other = reference(at(object, name).toString(), row, path);
    } else if (has(object, "differs_from") || has(object, "starts_with")) {
        const char* name = has(object, "differs_from") ? "differs_from" : "starts_with";
        condition.kind = has(object, "differs_from") ? ConditionKind::Differs : ConditionKind::StartsWith;
        condition.other = reference(at(object, name).toString(), row, path);
    } else if (has(object, "matches")) {
        condition.kind = ConditionKind::Matches;
        condition.pattern.setPattern(at(object, "matches").toString());
        condition.pattern.setPatternOptions(QRegularExpression::UseUnicodePropertiesOption
                                            | QRegularExpression::CaseInsensitiveOption);
        if (!condition.pattern.isValid())
            m_faults.add(path, condition.pattern.errorString());
        condition.pattern.optimize();
    } else {
        condition.kind = ConditionKind::Format;
        condition.name = at(object, "format").toString();
        if (!domain::idKindNamed(condition.name))
            m_faults.add(path, key("unknown format: ") + condition.name);
    }
    return condition;
}

Condition ConditionParser::onTime(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    m_faults.strayKeys(object, path, {"time", "after", "before", "by"});
    const char* name = has(object, "after") ? "after" : "before";
    Condition condition;
    condition.kind = has(object, "after") ? ConditionKind::After : ConditionKind::Before;
    condition.value = timeReference(at(object, "time").toString(), row, path + key("/time"));
    condition.other = timeReference(at(object, name).toString(), row, path + QLatin1Char('/') + key(name));
    if (has(object, "by")) {
        const auto margin = seconds(at(object, "by").toString());
        if (!margin)
            m_faults.add(path + key("/by"), key("not a length of time"));
        condition.margin = margin.value_or(0);
    }
    return condition;
}

Condition ConditionParser::onSum(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    m_faults.strayKeys(object, path, {"sum", "column", "differs_from", "above", "where"});
    Condition condition;
    condition.value = reference(at(object, "sum").toString(), row, path + key("/sum"));
    condition.name = at(object, "column").toString();
    const FieldTree* rows = m_form.child(condition.value.last());
    if (!rows || !rows->child(condition.name))
        m_faults.add(path + key("/column"), key("unknown field: ") + condition.name);
    if (has(object, "differs_from")) {
        condition.kind = ConditionKind::SumDiffers;
        condition.other = reference(at(object, "differs_from").toString(), row, path + key("/differs_from"));
        return condition;
    }
    condition.kind = ConditionKind::SumAbove;
    condition.limit = at(object, "above").toDouble();
    if (rows)
        condition.parts.push_back(has(object, "where") ? parse(at(object, "where"), *rows, path + key("/where"))
                                                       : Condition{});
    return condition;
}

Condition ConditionParser::onHours(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    static const QRegularExpression clock(QStringLiteral("^([01]\\d|2[0-3]):[0-5]\\d$"));
    m_faults.strayKeys(object, path, {"hours", "from", "to"});
    Condition condition;
    condition.kind = ConditionKind::WithinHours;
    condition.value = timeReference(at(object, "hours").toString(), row, path + key("/hours"));
    for (const char* end : {"from", "to"}) {
        condition.texts.append(at(object, end).toString());
        if (!clock.match(condition.texts.back()).hasMatch())
            m_faults.add(path + QLatin1Char('/') + key(end), key("not a time of day"));
    }
    return condition;
}

Condition ConditionParser::onRows(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    Condition condition;
    if (has(object, "count")) {
        m_faults.strayKeys(object, path, {"count", "below"});
        condition.kind = ConditionKind::CountBelow;
        condition.limit = at(object, "below").toDouble();
        for (const QJsonValue& name : at(object, "count").toArray())
            condition.refs.push_back(reference(name.toString(), row, path + key("/count")));
    } else if (has(object, "any_row")) {
        m_faults.strayKeys(object, path, {"any_row", "where"});
        condition.kind = ConditionKind::AnyRow;
        condition.value = reference(at(object, "any_row").toString(), row, path + key("/any_row"));
        const QString& name = condition.value.last();
        const FieldTree* rows = row.child(name) ? row.child(name) : m_form.child(name);
        if (rows)
            condition.parts.push_back(parse(at(object, "where"), *rows, path + key("/where")));
    } else if (has(object, "row_in")) {
        m_faults.strayKeys(object, path, {"row_in", "same"});
        condition.kind = ConditionKind::RowIn;
        condition.value = reference(at(object, "row_in").toString(), row, path + key("/row_in"));
        for (const QJsonValue& name : at(object, "same").toArray()) {
            condition.texts.append(name.toString());
            if (!row.child(condition.texts.back()))
                m_faults.add(path + key("/same"), key("unknown field: ") + condition.texts.back());
        }
    } else if (has(object, "age_below") || has(object, "age_above")) {
        const char* name = has(object, "age_below") ? "age_below" : "age_above";
        m_faults.strayKeys(object, path, {name, "at"});
        condition.kind = has(object, "age_below") ? ConditionKind::AgeBelow : ConditionKind::AgeAbove;
        condition.limit = at(object, name).toDouble();
        condition.other = timeReference(at(object, "at").toString(), row, path + key("/at"));
        if (!row.child(u"dob") || !row.child(u"birth_year") || !row.child(u"age_years"))
            m_faults.add(path, key("an age stands on a person only"));
    } else {
        m_faults.add(path, key("unknown condition"));
    }
    return condition;
}

Condition ConditionParser::onLaw(const QJsonObject& object, const FieldTree& row, const QString& path)
{
    Condition condition;
    if (has(object, "laws_include")) {
        m_faults.strayKeys(object, path, {"laws_include"});
        condition.kind = ConditionKind::LawsInclude;
        for (const QJsonValue& entry : at(object, "laws_include").toArray())
            condition.laws.push_back(lawRange(entry.toObject(), path + key("/laws_include")));
        return condition;
    }
    for (const char* name : {"laws_term_above", "laws_term_below"})
        if (has(object, name)) {
            m_faults.strayKeys(object, path, {name});
            condition.kind = QLatin1StringView(name) == QLatin1StringView("laws_term_above")
                ? ConditionKind::LawsTermAbove
                : ConditionKind::LawsTermBelow;
            condition.limit = at(object, name).toDouble();
            return condition;
        }
    if (has(object, "head_unlike_laws")) {
        m_faults.strayKeys(object, path, {"head_unlike_laws"});
        condition.kind = ConditionKind::HeadUnlikeLaws;
        condition.value = reference(at(object, "head_unlike_laws").toString(), row, path + key("/head_unlike_laws"));
        return condition;
    }
    m_faults.strayKeys(object, path, {"section", "from", "to", "of"});
    condition.kind = ConditionKind::LawFault;
    condition.name = at(object, "section").toString();
    if (condition.name == u"not_in_force") {
        condition.value = timeReference(at(object, "from").toString(), row, path + key("/from"));
        condition.other = timeReference(at(object, "to").toString(), row, path + key("/to"));
    } else if (condition.name == u"not_among") {
        condition.other = reference(at(object, "of").toString(), row, path + key("/of"));
    } else if (!QStringList{key("no_act"), key("no_section"), key("no_subsection"), key("not_listed"), key("repeated")}
                    .contains(condition.name)) {
        m_faults.add(path + key("/section"), key("unknown question: ") + condition.name);
    }
    if (!row.child(u"act") || !row.child(u"section"))
        m_faults.add(path, key("a question on sections stands on a section of law only"));
    return condition;
}

LawRange ConditionParser::lawRange(const QJsonObject& object, const QString& path)
{
    static const QRegularExpression range(QStringLiteral("^(\\d+)(?:-(\\d+))?$"));
    m_faults.strayKeys(object, path, {"act", "sections"});
    LawRange law;
    law.act = at(object, "act").toString();
    if (law.act.isEmpty())
        m_faults.add(path, key("no act"));
    for (const QJsonValue& entry : at(object, "sections").toArray()) {
        const QString text = entry.toString();
        if (const auto match = range.match(text); match.hasMatch()) {
            const int first = match.captured(1).toInt();
            law.ranges.emplace_back(first, match.captured(2).isEmpty() ? first : match.captured(2).toInt());
        } else {
            law.sections.append(text);
        }
    }
    return law;
}

ValueRef ConditionParser::reference(const QString& name, const FieldTree& row, const QString& path)
{
    if (name == u"now")
        return {ValueScope::Now, {}};
    if (name == u"station")
        return {ValueScope::Station, {}};
    const QStringList steps = name.split(QLatin1Char('.'));
    const auto walk = [&](const FieldTree& from) {
        const FieldTree* here = &from;
        for (const QString& step : steps)
            if (!here || !(here = here->child(step)))
                return false;
        return true;
    };
    if (walk(row))
        return {ValueScope::Row, steps};
    if (walk(m_form))
        return {ValueScope::Form, steps};
    m_faults.add(path, key("unknown field: ") + name);
    return {};
}

ValueRef ConditionParser::timeReference(const QString& name, const FieldTree& row, const QString& path)
{
    if (std::any_of(m_moments.begin(), m_moments.end(), [&](const Moment& moment) { return moment.id == name; }))
        return {ValueScope::Moment, {name}};
    return reference(name, row, path);
}

} // namespace ekatra::schema
