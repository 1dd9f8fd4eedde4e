#include "forms/CheckRun.h"

#include <algorithm>
#include <cmath>

namespace ekatra::forms {

using schema::Bilingual;
using schema::Field;
using schema::FieldType;
using schema::Rule;
using schema::Severity;
using schema::Shape;

namespace {

constexpr qint64 clockSlackSeconds = 300; // two clocks of one station may differ so much

Bilingual same(const QString& text)
{
    return {text, text};
}

Bilingual same(double number)
{
    return same(QString::number(number, 'g', 12));
}

// Long texts are not quoted whole in a message.
Bilingual quoted(const QString& text)
{
    return same(text.size() > 40 ? text.first(39) + QChar(0x2026) : text);
}

const char* typeFault(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Id:
        return "form.not_text";
    case FieldType::Date:
        return "form.not_date";
    case FieldType::Time:
        return "form.not_time";
    case FieldType::DateTime:
        return "form.not_datetime";
    case FieldType::Int:
    case FieldType::Money:
        return "form.not_whole_number";
    case FieldType::Num:
        return "form.not_number";
    case FieldType::Bool:
        return "form.not_yes_no";
    case FieldType::Code:
        return "form.not_code";
    case FieldType::Texts:
    case FieldType::Codes:
    case FieldType::Groups:
        return "form.not_list";
    case FieldType::Group:
    case FieldType::Map:
        return "form.not_group";
    }
    return "form.not_text";
}

} // namespace

CheckRun::CheckRun(const schema::FormDefinition& form, const QJsonObject& payload, const CheckContext& context,
                   const schema::CodeLists& codes, const law::ActTable& acts, const schema::MessageTexts& texts)
    : m_form(form),
      m_payload(payload),
      m_context(context),
      m_codes(codes),
      m_texts(texts),
      m_eval(form, payload, context, acts),
      m_now(context.now.isValid() ? context.now.toSecsSinceEpoch() : 0)
{
}

std::vector<Finding> CheckRun::findings()
{
    const auto order = [this](const Finding& finding) {
        const QStringView first = QStringView(finding.pointer).sliced(1);
        const qsizetype end = first.indexOf(u'/');
        const Field* field = m_form.root.field(end < 0 ? first : first.first(end));
        return field ? field - m_form.root.fields.data() : static_cast<std::ptrdiff_t>(m_form.root.fields.size());
    };
    // What the operator gave a reason for is told, and blocks nobody any more.
    const QJsonObject reasons = m_payload.value(schema::reasonsField).toObject();
    for (Finding& finding : m_findings)
        if (finding.severity == Severity::Warning && !reasons.value(finding.code).toString().trimmed().isEmpty())
            finding.severity = Severity::Hint;
    if (m_findings.size() > 1)
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    return std::move(m_findings);
}

void CheckRun::values()
{
    rowValues(m_form.root, m_payload, Place{});
}

void CheckRun::wanted()
{
    if (m_context.mode != CheckMode::Pulled)
        rowWanted(m_form.root, m_payload, Place{});
}

void CheckRun::rules()
{
    rowRules(m_form.root, m_payload, Place{});
}

// Keys of a JSON object come in order, and so do the names of a shape: one walk meets them both.
void CheckRun::rowValues(const Shape& shape, const QJsonObject& row, const Place& place)
{
    auto name = shape.byName.begin();
    for (auto it = row.begin(); it != row.end(); ++it) {
        const QString key = it.key();
        while (name != shape.byName.end() && shape.fields[*name].id < key)
            ++name;
        const Place here{&place, key, -1};
        if (name != shape.byName.end() && shape.fields[*name].id == key) {
            value(shape.fields[*name], it.value(), row, here);
            continue;
        }
        static const Field unknown;
        add(Nature::Value, Severity::Warning, "form.unknown_field", unknown, here,
            {{QStringLiteral("field"), same(key)}});
    }
}

void CheckRun::value(const Field& field, const QJsonValue& value, const QJsonObject& row, const Place& place)
{
    const auto wrongType = [&] { add(Nature::Type, Severity::Error, typeFault(field.type), field, place); };
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Long:
    case FieldType::Id:
        return value.isString() ? text(field, value.toString(), row, place) : wrongType();
    case FieldType::Date:
        return value.isString() ? day(field, value.toString(), place) : wrongType();
    case FieldType::Time:
        return value.isString() ? clock(field, value.toString(), place) : wrongType();
    case FieldType::DateTime:
        return value.isString() ? moment(field, value.toString(), place) : wrongType();
    case FieldType::Int:
    case FieldType::Money:
        if (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble())
            return wrongType();
        return number(field, value.toDouble(), place);
    case FieldType::Num:
        return value.isDouble() ? number(field, value.toDouble(), place) : wrongType();
    case FieldType::Bool:
        return value.isBool() ? void() : wrongType();
    case FieldType::Code:
        return value.isString() ? code(field, value, place) : wrongType();
    case FieldType::Texts:
    case FieldType::Codes:
    case FieldType::Groups:
        return value.isArray() ? list(field, value, row, place) : wrongType();
    case FieldType::Group:
        return value.isObject() ? rowValues(*field.shape, value.toObject(), place) : wrongType();
    case FieldType::Map:
        return value.isObject() ? texts(field, value.toObject(), place) : wrongType();
    }
}

void CheckRun::text(const Field& field, const QString& text, const QJsonObject& row, const Place& place)
{
    const TextFacts facts = lookAt(text);
    if (facts.refused)
        add(Nature::Value, Severity::Error, "form.control_character", field, place,
            {{QStringLiteral("character"),
              same(QStringLiteral("U+%1").arg(static_cast<uint>(*facts.refused), 4, 16, QLatin1Char('0')).toUpper())}});
    if (field.maxLength > 0 && facts.codePoints > field.maxLength)
        add(Nature::Value, Severity::Error, "form.too_long", field, place,
            {{QStringLiteral("max"), same(field.maxLength)}, {QStringLiteral("count"), same(facts.codePoints)}});
    if (field.minLength > 0 && facts.codePoints < field.minLength && facts.codePoints > 0)
        add(Nature::Missing, Severity::Error, "form.too_short", field, place,
            {{QStringLiteral("min"), same(field.minLength)}, {QStringLiteral("count"), same(facts.codePoints)}});
    if (facts.lineBreak && field.type != FieldType::Long)
        add(Nature::Value, Severity::Error, "form.line_break", field, place);
    if (field.type == FieldType::Id)
        identifier(field, text, row, place);
    else if (facts.manyDigits && domain::containsAadhaar(text))
        add(Nature::Value, Severity::Error, "form.aadhaar", field, place);
}

// A map without a limit holds what a source wrote: nobody here can put it right.
void CheckRun::texts(const Field& field, const QJsonObject& map, const Place& place)
{
    if (field.maxLength == 0)
        return;
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString key = it.key();
        const Place here{&place, key, -1};
        if (it.value().isString())
            text(field, it.value().toString(), map, here);
        else
            add(Nature::Type, Severity::Error, "form.not_text", field, here);
    }
}

void CheckRun::identifier(const Field& field, const QString& text, const QJsonObject& row, const Place& place)
{
    std::optional<domain::IdKind> kind = field.format;
    if (!field.formatBy.isEmpty()) {
        const QString chosen = row.value(field.formatBy).toString();
        for (const auto& [code, format] : field.formats)
            if (code == chosen)
                kind = format;
    }
    if (!kind || text.isEmpty())
        return;
    const domain::IdCheck check = domain::checkId(*kind, text);
    if (check.verdict == domain::IdVerdict::Good)
        return;
    const bool wrong = check.verdict == domain::IdVerdict::Wrong;
    const bool aadhaar = *kind == domain::IdKind::UidLast4 && wrongAadhaar(text);
    add(Nature::Value, wrong ? Severity::Error : Severity::Warning, aadhaar ? "id.aadhaar" : check.reason, field, place,
        {{QStringLiteral("value"), quoted(text)},
         {QStringLiteral("count"), same(static_cast<double>(check.value.size()))}});
}

void CheckRun::number(const Field& field, double number, const Place& place)
{
    const bool negativeMoney = field.type == FieldType::Money && number < 0;
    const bool low = field.minimum && number < *field.minimum;
    const bool high = field.maximum && number > *field.maximum;
    if (negativeMoney)
        add(Nature::Value, Severity::Error, "form.negative_money", field, place);
    else if (low || high)
        add(Nature::Value, Severity::Error,
            field.minimum && field.maximum ? "form.out_of_range"
                : low                      ? "form.too_small"
                                           : "form.too_large",
            field, place,
            {{QStringLiteral("value"), same(number)},
             {QStringLiteral("min"), same(field.minimum.value_or(0))},
             {QStringLiteral("max"), same(field.maximum.value_or(0))}});
}

void CheckRun::day(const Field& field, const QString& text, const Place& place)
{
    const auto date = readDate(text);
    if (!date)
        return add(Nature::Value, Severity::Error, "form.impossible_date", field, place,
                   {{QStringLiteral("value"), quoted(text)}});
    if (date->year() < 1850)
        add(Nature::Value, Severity::Error, "form.date_too_old", field, place,
            {{QStringLiteral("value"), quoted(text)}});
    else if (!field.future && m_now != 0 && dayOf(*date).first > m_now)
        add(Nature::Value, Severity::Error, "form.future_date", field, place,
            {{QStringLiteral("value"), same(date->toString(QStringLiteral("dd/MM/yyyy")))}});
}

void CheckRun::clock(const Field& field, const QString& text, const Place& place)
{
    if (!readTime(text))
        add(Nature::Value, Severity::Error, "form.impossible_time", field, place,
            {{QStringLiteral("value"), quoted(text)}});
}

void CheckRun::moment(const Field& field, const QString& text, const Place& place)
{
    const auto second = readDateTime(text);
    if (!second)
        return add(Nature::Value, Severity::Error, "form.impossible_datetime", field, place,
                   {{QStringLiteral("value"), quoted(text)}});
    if (istDate(*second).year() < 1850)
        add(Nature::Value, Severity::Error, "form.date_too_old", field, place,
            {{QStringLiteral("value"), quoted(text)}});
    else if (!field.future && m_now != 0 && *second > m_now + clockSlackSeconds)
        add(Nature::Value, Severity::Error, "form.future_date", field, place,
            {{QStringLiteral("value"), same(istDate(*second).toString(QStringLiteral("dd/MM/yyyy")))}});
}

void CheckRun::code(const Field& field, const QJsonValue& value, const Place& place)
{
    const QString code = value.toString();
    const schema::CodeList* list = m_codes.list(field.codeList);
    if (!list || !list->accepts(code))
        add(Nature::Value, Severity::Error, "form.unknown_code", field, place,
            {{QStringLiteral("value"), quoted(code)}});
}

void CheckRun::list(const Field& field, const QJsonValue& value, const QJsonObject& row, const Place& place)
{
    const QJsonArray entries = value.toArray();
    if (field.maxRows > 0 && entries.size() > field.maxRows)
        add(Nature::Value, Severity::Error, "form.too_many_rows", field, place,
            {{QStringLiteral("max"), same(field.maxRows)}});
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonValue entry = entries[i];
        const Place here{&place, {}, i};
        const bool fits = field.type == FieldType::Groups ? entry.isObject() : entry.isString();
        if (!fits)
            add(Nature::Type, Severity::Error, field.type == FieldType::Groups ? "form.not_group" : "form.not_text",
                field, here);
        else if (field.type == FieldType::Groups)
            rowValues(*field.shape, entry.toObject(), here);
        else if (field.type == FieldType::Codes)
            code(field, entry, here);
        else
            text(field, entry.toString(), row, here);
    }
}

void CheckRun::rowWanted(const Shape& shape, const QJsonObject& row, const Place& place)
{
    for (const Field& field : shape.fields) {
        const QJsonValue found = row.value(field.id);
        const Place here{&place, field.id, -1};
        const bool empty = found.isUndefined() || found.isNull()
            || (found.isString() && found.toString().trimmed().isEmpty())
            || (found.isArray() && found.toArray().size() < std::max(1, field.minRows))
            || (found.isObject() && found.toObject().isEmpty());
        if (empty) {
            if (m_eval.holds(field.required, row) && m_eval.holds(field.visible, row))
                add(Nature::Missing, Severity::Error, field.minRows > 1 ? "form.too_few_rows" : "form.required", field,
                    here, {{QStringLiteral("min"), same(field.minRows)}});
            continue;
        }
        if (field.type == FieldType::Group && found.isObject())
            rowWanted(*field.shape, found.toObject(), here);
        if (field.type != FieldType::Groups)
            continue;
        const QJsonArray rows = found.toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            if (rows[i].isObject())
                rowWanted(*field.shape, rows[i].toObject(), Place{&here, {}, i});
    }
}

void CheckRun::rowRules(const Shape& shape, const QJsonObject& row, const Place& place)
{
    for (const Rule& rule : shape.rules) {
        if (m_context.mode == CheckMode::Pulled && !rule.pulled)
            continue;
        if (rule.each.isEmpty()) {
            tryRule(rule, shape, row, place);
            continue;
        }
        const Field* field = shape.field(rule.each);
        const QJsonValue rows = row.value(rule.each);
        const Place here{&place, rule.each, -1};
        if (rows.isObject())
            tryRule(rule, *field->shape, rows.toObject(), here);
        const QJsonArray list = rows.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            if (list[i].isObject())
                tryRule(rule, *field->shape, list[i].toObject(), Place{&here, {}, i});
    }
    for (const Field& field : shape.fields) {
        if (!field.isGroup() || !field.shape->hasRules)
            continue;
        const QJsonValue found = row.value(field.id);
        const Place here{&place, field.id, -1};
        if (found.isObject())
            rowRules(*field.shape, found.toObject(), here);
        const QJsonArray rows = found.toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            if (rows[i].isObject())
                rowRules(*field.shape, rows[i].toObject(), Place{&here, {}, i});
    }
}

void CheckRun::tryRule(const Rule& rule, const Shape& shape, const QJsonObject& row, const Place& place)
{
    const auto severity = graded(Nature::Rule, rule.severity);
    if (!severity || !m_eval.holds(rule.when, row))
        return;
    const Shape* within = &shape;
    const Field* field = nullptr;
    Finding finding;
    finding.pointer = pointer(place);
    QJsonValue value = row;
    for (const QString& step : rule.at) {
        finding.pointer += QLatin1Char('/') + step;
        value = value.toObject().value(step);
        field = within ? within->field(step) : nullptr;
        within = field ? field->shape.get() : nullptr;
    }
    finding.label = field ? field->label : shape.label;
    finding.severity = *severity;
    finding.code = rule.code;
    finding.law = rule.law;
    const QString shown = value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
    QMap<QString, Bilingual> values{{QStringLiteral("label"), finding.label}, {QStringLiteral("value"), quoted(shown)}};
    for (const auto* key : {"act", "section", "name"})
        if (const QJsonValue told = row.value(QLatin1StringView(key)); told.isString())
            values.insert(QLatin1StringView(key), same(told.toString()));
    finding.text = schema::MessageTexts::filled(rule.message, values);
    m_findings.push_back(std::move(finding));
}

void CheckRun::add(Nature nature, Severity severity, const char* code, const Field& field, const Place& place,
                   QMap<QString, Bilingual> values)
{
    const auto grade = graded(nature, severity);
    if (!grade)
        return;
    Finding finding;
    finding.pointer = pointer(place);
    finding.label = field.label;
    finding.severity = *grade;
    finding.code = QString::fromLatin1(code);
    values.insert(QStringLiteral("label"), field.label);
    schema::MessageText text = m_texts.text(finding.code, values);
    finding.text = std::move(text.message);
    finding.hint = std::move(text.hint);
    m_findings.push_back(std::move(finding));
}

std::optional<Severity> CheckRun::graded(Nature nature, Severity severity) const
{
    const auto atMost = [&](Severity limit) { return std::max(severity, limit); };
    switch (m_context.mode) {
    case CheckMode::Submit:
        return severity;
    case CheckMode::Draft:
        if (nature == Nature::Missing)
            return Severity::Hint;
        return nature == Nature::Rule ? atMost(Severity::Warning) : severity;
    case CheckMode::Pulled:
        if (nature == Nature::Missing)
            return std::nullopt;
        return nature == Nature::Type ? severity : atMost(Severity::Warning);
    }
    return severity;
}

QString CheckRun::pointer(const Place& place)
{
    if (!place.parent)
        return {};
    QString out = pointer(*place.parent) + QLatin1Char('/');
    if (place.index >= 0)
        return out + QString::number(place.index);
    QString key = place.key.toString();
    key.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return out + key;
}

} // namespace ekatra::forms
