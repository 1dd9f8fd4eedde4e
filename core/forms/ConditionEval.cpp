#include "forms/ConditionEval.h"

#include "base/Clock.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::forms {

using schema::Condition;
using schema::ConditionKind;
using schema::ValueRef;
using schema::ValueScope;

namespace {

bool isEmpty(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return false;
    }
    return true;
}

QString asText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

int leadingNumber(const QString& section)
{
    int number = 0;
    for (const QChar c : section) {
        if (c < u'0' || c > u'9')
            break;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

// Blanks in it mean nothing: "303 (2)".
QString sectionOf(const QJsonObject& law)
{
    return law.value(QLatin1StringView("section")).toString().remove(QLatin1Char(' '));
}

bool fallsUnder(const QString& section, const QString& listed)
{
    return section == listed || (section.startsWith(listed) && section.at(listed.size()) == u'(');
}

} // namespace

ConditionEval::ConditionEval(const schema::FormDefinition& form, const QJsonObject& payload,
                             const CheckContext& context, const law::ActTable& acts)
    : m_form(form),
      m_payload(payload),
      m_context(context),
      m_acts(acts),
      m_now(context.now.isValid() ? context.now.toSecsSinceEpoch() : 0)
{
    m_moments.reserve(form.moments.size());
    for (const schema::Moment& moment : form.moments) {
        std::optional<Span> span;
        if (!moment.dateTime.isEmpty()) {
            if (const auto second = readDateTime(payload.value(moment.dateTime).toString()))
                span = Span{*second, *second};
        } else if (const auto date = readDate(payload.value(moment.date).toString())) {
            const auto minute = readTime(payload.value(moment.time).toString());
            span = minute ? minuteOf(*date, *minute) : dayOf(*date);
        }
        if (!span && !moment.otherwise.isEmpty())
            span = this->moment(moment.otherwise);
        m_moments.push_back(span);
    }
    readCharges();
}

void ConditionEval::readCharges()
{
    if (m_form.lawsField.isEmpty())
        return;
    const QJsonArray rows = m_payload.value(m_form.lawsField).toArray();
    m_charges.reserve(static_cast<std::size_t>(rows.size()));
    for (const QJsonValue& entry : rows) {
        const QJsonObject row = entry.toObject();
        Charge charge{row.value(QLatin1StringView("act")).toString(), sectionOf(row)};
        charge.number = leadingNumber(charge.section);
        m_charges.push_back(std::move(charge));
    }
}

std::optional<Span> ConditionEval::moment(const QString& id) const
{
    for (std::size_t i = 0; i < m_moments.size(); ++i)
        if (m_form.moments[i].id == id)
            return m_moments[i];
    return std::nullopt;
}

QJsonValue ConditionEval::value(const ValueRef& ref, const QJsonObject& row) const
{
    switch (ref.scope) {
    case ValueScope::Station:
        return m_context.station.isEmpty() ? QJsonValue() : QJsonValue(m_context.station);
    case ValueScope::Now:
    case ValueScope::Moment:
        return {};
    case ValueScope::Row:
    case ValueScope::Form:
        break;
    }
    QJsonValue here = (ref.scope == ValueScope::Row ? row : m_payload).value(ref.path.constFirst());
    for (qsizetype i = 1; i < ref.path.size(); ++i)
        here = here.toObject().value(ref.path[i]);
    return here;
}

std::optional<Span> ConditionEval::time(const ValueRef& ref, const QJsonObject& row) const
{
    if (ref.scope == ValueScope::Now)
        return m_now == 0 ? std::nullopt : std::optional(Span{m_now, m_now});
    if (ref.scope == ValueScope::Moment)
        return moment(ref.last());
    const QJsonValue found = value(ref, row);
    if (found.isDouble()) {
        const QDate first(found.toInt(), 1, 1);
        return first.isValid() ? std::optional(Span{dayOf(first).first, dayOf(QDate(first.year(), 12, 31)).last})
                               : std::nullopt;
    }
    const QString text = found.toString();
    if (const auto second = readDateTime(text))
        return Span{*second, *second};
    if (const auto date = readDate(text))
        return dayOf(*date);
    return std::nullopt;
}

bool ConditionEval::holds(const Condition& condition, const QJsonObject& row) const
{
    const auto part = [&](const Condition& inner) { return holds(inner, row); };
    switch (condition.kind) {
    case ConditionKind::Always:
        return true;
    case ConditionKind::All:
        return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case ConditionKind::Any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case ConditionKind::Not:
        return !part(condition.parts.front());
    case ConditionKind::Present:
        return !isEmpty(value(condition.value, row));
    case ConditionKind::In:
    case ConditionKind::Differs:
    case ConditionKind::StartsWith:
    case ConditionKind::Matches:
    case ConditionKind::Format:
        return holdsOnText(condition, row);
    case ConditionKind::Above:
    case ConditionKind::Below:
        return holdsOnNumber(condition, row);
    case ConditionKind::Before:
    case ConditionKind::After:
        return holdsOnTime(condition, row);
    case ConditionKind::WithinHours:
        return withinHours(condition, row);
    case ConditionKind::CountBelow:
    case ConditionKind::SumDiffers:
    case ConditionKind::SumAbove:
    case ConditionKind::AnyRow:
    case ConditionKind::RowIn:
        return holdsOnRows(condition, row);
    case ConditionKind::AgeBelow:
        return ageBelow(condition, row);
    case ConditionKind::AgeAbove:
        return ageAbove(condition, row);
    case ConditionKind::LawsInclude:
        return lawsInclude(condition.laws);
    case ConditionKind::LawsTermAbove:
    case ConditionKind::LawsTermBelow:
        return lawsTerm(condition);
    case ConditionKind::LawFault:
        return lawFault(condition, row);
    case ConditionKind::HeadUnlikeLaws:
        return headUnlikeLaws(condition, row);
    }
    return false;
}

bool ConditionEval::holdsOnText(const Condition& condition, const QJsonObject& row) const
{
    const QJsonValue found = value(condition.value, row);
    if (condition.kind == ConditionKind::In) {
        if (!found.isArray())
            return condition.texts.contains(asText(found));
        const QJsonArray list = found.toArray();
        return std::any_of(list.begin(), list.end(),
                           [&](const QJsonValue& entry) { return condition.texts.contains(asText(entry)); });
    }
    if (condition.kind == ConditionKind::Differs) {
        const QJsonValue other = value(condition.other, row);
        return !isEmpty(found) && !isEmpty(other) && asText(found) != asText(other);
    }
    const QString text = found.toString();
    if (text.isEmpty())
        return false;
    if (condition.kind == ConditionKind::StartsWith)
        return text.startsWith(asText(value(condition.other, row)));
    if (condition.kind == ConditionKind::Matches)
        return condition.pattern.match(text).hasMatch();
    const auto kind = domain::idKindNamed(condition.name);
    return kind && domain::checkId(*kind, text).verdict != domain::IdVerdict::Wrong;
}

bool ConditionEval::holdsOnNumber(const Condition& condition, const QJsonObject& row) const
{
    const QJsonValue found = value(condition.value, row);
    const QJsonValue other = condition.toOther ? value(condition.other, row) : QJsonValue(condition.limit);
    if (!found.isDouble() || !other.isDouble())
        return false;
    return condition.kind == ConditionKind::Above ? found.toDouble() > other.toDouble()
                                                  : found.toDouble() < other.toDouble();
}

bool ConditionEval::holdsOnTime(const Condition& condition, const QJsonObject& row) const
{
    const auto left = time(condition.value, row);
    const auto right = time(condition.other, row);
    if (!left || !right)
        return false;
    return condition.kind == ConditionKind::After ? left->first > right->last + condition.margin
                                                  : left->last < right->first - condition.margin;
}

bool ConditionEval::withinHours(const Condition& condition, const QJsonObject& row) const
{
    constexpr qint64 day = 86400;
    const auto span = time(condition.value, row);
    if (!span || span->last - span->first >= day / 2)
        return false; // the hour is not known
    const auto secondOfDay = [](qint64 second) { return (second + base::Clock::istOffsetSeconds) % day; };
    const qint64 from = readTime(condition.texts[0]).value_or(0) * 60;
    const qint64 to = readTime(condition.texts[1]).value_or(0) * 60;
    const auto within = [&](qint64 second) {
        return from <= to ? from <= second && second < to : from <= second || second < to;
    };
    return within(secondOfDay(span->first)) && within(secondOfDay(span->last));
}

bool ConditionEval::holdsOnRows(const Condition& condition, const QJsonObject& row) const
{
    if (condition.kind == ConditionKind::CountBelow) {
        double count = 0;
        for (const ValueRef& ref : condition.refs) {
            const QJsonValue found = value(ref, row);
            count += found.isArray() ? static_cast<double>(found.toArray().size()) : found.toDouble();
        }
        return count < condition.limit;
    }
    const QJsonArray rows = value(condition.value, row).toArray();
    if (condition.kind == ConditionKind::SumDiffers) {
        double sum = 0;
        for (const QJsonValue& entry : rows)
            sum += entry.toObject().value(condition.name).toDouble();
        const QJsonValue told = value(condition.other, row);
        return told.isDouble() && told.toDouble() != sum;
    }
    const auto fulfils = [&](const QJsonValue& entry) {
        return std::all_of(condition.parts.begin(), condition.parts.end(),
                           [&](const Condition& inner) { return holds(inner, entry.toObject()); });
    };
    if (condition.kind == ConditionKind::SumAbove) {
        double sum = 0;
        for (const QJsonValue& entry : rows)
            if (fulfils(entry))
                sum += entry.toObject().value(condition.name).toDouble();
        return sum > condition.limit;
    }
    if (condition.kind == ConditionKind::RowIn)
        return std::any_of(rows.begin(), rows.end(), [&](const QJsonValue& entry) {
            return std::all_of(condition.texts.begin(), condition.texts.end(), [&](const QString& field) {
                return !isEmpty(row.value(field)) && row.value(field) == entry[field];
            });
        });
    return std::any_of(rows.begin(), rows.end(), fulfils);
}

bool ConditionEval::ageBelow(const Condition& condition, const QJsonObject& row) const
{
    const auto span = time(condition.other, row);
    if (span) {
        const QDate day = istDate(span->last);
        if (const auto born = readDate(row.value(QLatin1StringView("dob")).toString()))
            return born->addYears(static_cast<int>(condition.limit)) > day;
        if (const QJsonValue year = row.value(QLatin1StringView("birth_year")); year.isDouble())
            return day.year() - year.toInt() < condition.limit;
    }
    const QJsonValue age = row.value(QLatin1StringView("age_years"));
    return age.isDouble() && age.toDouble() < condition.limit;
}

bool ConditionEval::ageAbove(const Condition& condition, const QJsonObject& row) const
{
    const auto span = time(condition.other, row);
    if (!span)
        return false;
    const QDate day = istDate(span->first);
    if (const auto born = readDate(row.value(QLatin1StringView("dob")).toString()))
        return born->addYears(static_cast<int>(condition.limit) + 1) <= day;
    const QJsonValue year = row.value(QLatin1StringView("birth_year"));
    return year.isDouble() && day.year() - year.toInt() > condition.limit + 1;
}

bool ConditionEval::headUnlikeLaws(const Condition& condition, const QJsonObject& row) const
{
    const QString head = value(condition.value, row).toString();
    if (head.isEmpty() || head == u"OTH" || head == u"UNK")
        return false;
    bool told = false;
    for (const Charge& charge : m_charges) {
        const QStringList heads = m_acts.crimeHeads(charge.act, charge.section);
        if (heads.contains(head))
            return false;
        told = told || !heads.isEmpty();
    }
    return told;
}

bool ConditionEval::lawsInclude(const std::vector<schema::LawRange>& laws) const
{
    const auto fits = [](const Charge& charge, const schema::LawRange& law) {
        if (charge.act != law.act)
            return false;
        if (law.ranges.empty() && law.sections.isEmpty())
            return true;
        return std::any_of(
                   law.ranges.begin(), law.ranges.end(),
                   [&](const auto& range) { return charge.number >= range.first && charge.number <= range.second; })
            || std::any_of(law.sections.begin(), law.sections.end(),
                           [&](const QString& listed) { return fallsUnder(charge.section, listed); });
    };
    return std::any_of(m_charges.begin(), m_charges.end(), [&](const Charge& charge) {
        return std::any_of(laws.begin(), laws.end(), [&](const auto& law) { return fits(charge, law); });
    });
}

// A section's variants may carry different terms: only what holds for all of them is said.
bool ConditionEval::lawsTerm(const Condition& condition) const
{
    constexpr int lifeOrDeath = 1000;
    bool known = false;
    bool below = true;
    for (const Charge& charge : m_charges) {
        std::vector<int> terms;
        for (const law::Classification& row : m_acts.classification(charge.act, charge.section))
            if (const int years = row.life || row.death ? lifeOrDeath : row.maximumYears; years > 0)
                terms.push_back(years);
        if (terms.empty())
            continue;
        known = true;
        const auto [least, most] = std::minmax_element(terms.begin(), terms.end());
        if (condition.kind == schema::ConditionKind::LawsTermAbove && *least > condition.limit)
            return true;
        below = below && *most < condition.limit;
    }
    return condition.kind == schema::ConditionKind::LawsTermBelow && known && below;
}

// "303" and "303(2)" meet: an arrest may name less of the section than the FIR.
bool ConditionEval::notAmong(const Condition& condition, const QJsonObject& row) const
{
    const QString act = row.value(QLatin1StringView("act")).toString();
    const QString section = sectionOf(row);
    const QJsonArray others = value(condition.other, row).toArray();
    return !others.isEmpty() && std::none_of(others.begin(), others.end(), [&](const QJsonValue& entry) {
        const QJsonObject other = entry.toObject();
        const QString listed = sectionOf(other);
        return other.value(QLatin1StringView("act")).toString() == act
            && (fallsUnder(section, listed) || fallsUnder(listed, section));
    });
}

bool ConditionEval::lawFault(const Condition& condition, const QJsonObject& row) const
{
    const QString act = row.value(QLatin1StringView("act")).toString();
    const QString section = sectionOf(row);
    if (act.isEmpty() || section.isEmpty())
        return false;
    if (condition.name == u"not_in_force") {
        const auto first = time(condition.value, row);
        const auto last = time(condition.other, row);
        if (!first && !last)
            return false;
        const QDate from = istDate(first ? first->first : last->first);
        const QDate to = istDate(last ? last->last : first->last);
        return !m_acts.inForce(act, section, from, to);
    }
    if (condition.name == u"not_among")
        return notAmong(condition, row);
    if (condition.name == u"repeated")
        return std::count_if(m_charges.begin(), m_charges.end(),
                             [&](const Charge& charge) { return charge.act == act && charge.section == section; })
            > 1;
    const law::SectionState state = m_acts.state(act, section);
    if (condition.name == u"no_subsection")
        return state == law::SectionState::Exists && m_acts.lacksSubsection(act, section);
    if (condition.name == u"no_act")
        return state == law::SectionState::NoAct;
    if (condition.name == u"not_listed")
        return state == law::SectionState::NotListed;
    return state == law::SectionState::NoSection;
}

} // namespace ekatra::forms
