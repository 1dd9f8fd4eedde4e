#include "schema/FormParser.h"

#include "schema/ConditionParser.h"
#include "schema/FieldParser.h"
#include "schema/PrefillParser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>

namespace ekatra::schema {

namespace {

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QJsonValue at(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1StringView(name));
}

struct SourceName {
    QLatin1StringView name;
    AutoFill::Source source;
};
constexpr std::array sourceNames{
    SourceName{QLatin1StringView("now"), AutoFill::Source::Now},
    SourceName{QLatin1StringView("station"), AutoFill::Source::Station},
    SourceName{QLatin1StringView("copy"), AutoFill::Source::Copy},
    SourceName{QLatin1StringView("prefix"), AutoFill::Source::Prefix},
    SourceName{QLatin1StringView("year"), AutoFill::Source::YearOf},
    SourceName{QLatin1StringView("weekday"), AutoFill::Source::WeekdayOf},
    SourceName{QLatin1StringView("pahar"), AutoFill::Source::PaharOf},
    SourceName{QLatin1StringView("sum"), AutoFill::Source::SumOf},
    SourceName{QLatin1StringView("condition"), AutoFill::Source::WhenTrue},
    SourceName{QLatin1StringView("accused_code"), AutoFill::Source::AccusedCode},
};

constexpr int deepestGroup = 5; // groups in groups, and groups that extend others

// A group or form as read, before conditions: the shape, the JSON that its parts came from, the groups below.
struct Draft {
    Shape shape;
    std::vector<QJsonObject> json;
    std::vector<std::unique_ptr<Draft>> children; // one a field; null where it is no group
    QJsonArray rules;
};

class Parser {
public:
    Parser(const QString& file, const GroupFiles& groups, const CodeLists& codes)
        : m_faults(file), m_groups(groups), m_codes(codes)
    {
    }

    Result<FormDefinition> form(const QByteArray& text);

private:
    QJsonObject object(const QByteArray& text, const QString& path);
    void header(const QJsonObject& root);
    void moments(const QJsonArray& list);
    std::unique_ptr<Draft> group(const QString& name, const QJsonObject& use, const QString& path);
    QJsonObject groupFile(const QString& name, const QString& path);
    void addField(Draft& draft, const QJsonObject& json, const QString& path);
    FieldTree tree(const Draft& draft, const QString& id, FieldType type) const;
    void finish(Draft& draft, const FieldTree& row, ConditionParser& conditions, const QString& path);
    AutoFill fill(const QJsonObject& json, const FieldTree& row, ConditionParser& conditions, const QString& path);
    Rule rule(const QJsonObject& json, const FieldTree& row, ConditionParser& conditions, const QString& path);

    Faults m_faults;
    const GroupFiles& m_groups;
    const CodeLists& m_codes;
    FormDefinition m_form;
    int m_depth = 0;
};

QJsonObject Parser::object(const QByteArray& text, const QString& path)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        m_faults.add(path, QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    return document.object();
}

Result<FormDefinition> Parser::form(const QByteArray& text)
{
    const QJsonObject root = object(text, QStringLiteral("/"));
    header(root);
    Draft draft;
    const QJsonArray sections = at(root, "sections").toArray();
    for (const QJsonValue& entry : sections) {
        const QJsonObject json = entry.toObject();
        const QString path = QStringLiteral("/sections/%1").arg(m_form.sections.size());
        m_faults.strayKeys(json, path, {"id", "item", "label", "help", "fields"});
        Section section{at(json, "id").toString(),
                        at(json, "item").toString(),
                        parseTexts(at(json, "label"), path + key("/label"), m_faults),
                        {},
                        {}};
        if (json.contains(QLatin1StringView("help")))
            section.help = parseTexts(at(json, "help"), path + key("/help"), m_faults);
        for (const QJsonValue& field : at(json, "fields").toArray()) {
            addField(draft, field.toObject(), path + QStringLiteral("/fields/%1").arg(section.fields.size()));
            section.fields.append(draft.shape.fields.back().id);
        }
        m_form.sections.push_back(std::move(section));
    }
    if (draft.shape.fields.empty())
        m_faults.add(key("/sections"), key("no fields"));
    draft.rules = at(root, "rules").toArray();

    const FieldTree names = tree(draft, {}, FieldType::Group);
    moments(at(root, "moments").toArray());
    ConditionParser conditions(names, m_form.moments, m_faults);
    for (const Moment& moment : m_form.moments)
        for (const QString& field : {moment.date, moment.time, moment.dateTime})
            if (!field.isEmpty() && !names.child(field))
                m_faults.add(key("/moments"), key("unknown field: ") + field);
    m_form.lawsField = at(root, "laws_field").toString();
    if (!m_form.lawsField.isEmpty() && !names.child(m_form.lawsField))
        m_faults.add(key("/laws_field"), key("unknown field: ") + m_form.lawsField);
    m_form.prefill = parsePrefill(at(root, "prefill").toArray(), names, m_faults);
    finish(draft, names, conditions, {});
    m_form.root = std::move(draft.shape);
    if (m_faults.first())
        return *m_faults.first();
    return std::move(m_form);
}

void Parser::header(const QJsonObject& root)
{
    m_faults.strayKeys(root, {},
                       {"$schema", "id", "kind", "version", "form", "title", "law", "moments", "laws_field", "prefill",
                        "sections", "rules", "note"});
    m_form.id = at(root, "id").toString();
    m_form.kind = at(root, "kind").toString();
    m_form.version = at(root, "version").toInt();
    m_form.form = at(root, "form").toString();
    m_form.title = parseTexts(at(root, "title"), key("/title"), m_faults);
    if (root.contains(QLatin1StringView("law")))
        m_form.law = parseTexts(at(root, "law"), key("/law"), m_faults);
    if (m_form.id.isEmpty() || m_form.kind.isEmpty() || m_form.version < 1)
        m_faults.add(key("/id"), key("id, kind and version are needed"));
}

void Parser::moments(const QJsonArray& list)
{
    for (const QJsonValue& entry : list) {
        const QJsonObject json = entry.toObject();
        m_faults.strayKeys(json, key("/moments"), {"id", "date", "time", "datetime", "otherwise"});
        Moment moment{at(json, "id").toString(), at(json, "date").toString(), at(json, "time").toString(),
                      at(json, "datetime").toString(), at(json, "otherwise").toString()};
        // Only an earlier moment may stand in, so that moments cannot run in circles.
        if (!moment.otherwise.isEmpty() && !m_form.moment(moment.otherwise))
            m_faults.add(key("/moments"), key("unknown moment: ") + moment.otherwise);
        m_form.moments.push_back(std::move(moment));
    }
}

// The group as its file has it, behind the fields and rules of the group that it extends.
QJsonObject Parser::groupFile(const QString& name, const QString& path)
{
    if (!m_groups.contains(name)) {
        m_faults.add(path + key("/group"), key("unknown group: ") + name);
        return {};
    }
    const QString inside = path + QLatin1Char('<') + name + QLatin1Char('>');
    QJsonObject root = object(m_groups.value(name), inside);
    m_faults.strayKeys(root, inside, {"$schema", "group", "version", "extends", "label", "fields", "rules", "note"});
    if (at(root, "group").toString() != name)
        m_faults.add(inside, key("the file is not named for its group"));
    const QString base = at(root, "extends").toString();
    if (base.isEmpty() || m_faults.first())
        return root;
    if (m_depth++ > deepestGroup)
        m_faults.add(inside + key("/extends"), key("endless group: ") + base);
    const QJsonObject below = m_faults.first() ? QJsonObject() : groupFile(base, inside);
    --m_depth;
    for (const char* list : {"fields", "rules"}) {
        QJsonArray whole = at(below, list).toArray();
        for (const QJsonValue& entry : at(root, list).toArray())
            whole.append(entry);
        root.insert(key(list), whole);
    }
    return root;
}

std::unique_ptr<Draft> Parser::group(const QString& name, const QJsonObject& use, const QString& path)
{
    auto draft = std::make_unique<Draft>();
    if (m_depth++ > deepestGroup) {
        m_faults.add(path + key("/group"), key("endless group: ") + name);
        return draft;
    }
    const QString inside = path + QLatin1Char('<') + name + QLatin1Char('>');
    const QJsonObject root = groupFile(name, path);
    draft->shape.name = name;
    draft->shape.label = parseTexts(at(root, "label"), inside + key("/label"), m_faults);

    const QJsonObject changes = at(use, "change").toObject();
    const QStringList changed = changes.keys();
    QSet<QString> unused(changed.begin(), changed.end());
    QSet<QString> omitted;
    for (const QJsonValue& id : at(use, "omit").toArray())
        omitted.insert(id.toString());
    int index = 0;
    for (const QJsonValue& entry : at(root, "fields").toArray()) {
        QJsonObject json = entry.toObject();
        const QString id = at(json, "id").toString();
        if (omitted.remove(id))
            continue;
        const QJsonObject change = changes.value(id).toObject();
        for (auto it = change.begin(); it != change.end(); ++it)
            json.insert(it.key(), it.value());
        unused.remove(id);
        addField(*draft, json, inside + QStringLiteral("/fields/%1").arg(index++));
    }
    for (const QString& id : unused + omitted)
        m_faults.add(path, QStringLiteral("group %1 has no field %2").arg(name, id));
    draft->rules = at(root, "rules").toArray();
    --m_depth;
    return draft;
}

void Parser::addField(Draft& draft, const QJsonObject& json, const QString& path)
{
    Field field = parseField(json, path, m_codes, m_faults);
    const bool twice = std::any_of(draft.shape.fields.begin(), draft.shape.fields.end(),
                                   [&](const Field& other) { return other.id == field.id; });
    if (twice)
        m_faults.add(path + key("/id"), key("field stands twice: ") + field.id);
    std::unique_ptr<Draft> child;
    if (field.isGroup()) {
        field.group = at(json, "group").toString();
        child = group(field.group, json, path);
    }
    draft.shape.fields.push_back(std::move(field));
    draft.json.push_back(json);
    draft.children.push_back(std::move(child));
}

FieldTree Parser::tree(const Draft& draft, const QString& id, FieldType type) const
{
    FieldTree node{id, type, {}};
    for (std::size_t i = 0; i < draft.shape.fields.size(); ++i) {
        const Field& field = draft.shape.fields[i];
        node.children.push_back(draft.children[i] ? tree(*draft.children[i], field.id, field.type)
                                                  : FieldTree{field.id, field.type, {}});
    }
    return node;
}

void Parser::finish(Draft& draft, const FieldTree& row, ConditionParser& conditions, const QString& path)
{
    for (std::size_t i = 0; i < draft.shape.fields.size(); ++i) {
        Field& field = draft.shape.fields[i];
        const QJsonObject& json = draft.json[i];
        const QString here = path + QLatin1Char('/') + field.id;
        field.required = conditions.parse(at(json, "required").toBool(), row, here);
        if (json.contains(QLatin1StringView("required_when")) && field.required.kind != ConditionKind::Always)
            field.required = conditions.parse(at(json, "required_when"), row, here + key("/required_when"));
        if (json.contains(QLatin1StringView("visible_when")))
            field.visible = conditions.parse(at(json, "visible_when"), row, here + key("/visible_when"));
        if (json.contains(QLatin1StringView("auto")))
            field.fill = fill(at(json, "auto").toObject(), row, conditions, here + key("/auto"));
        if (!field.formatBy.isEmpty() && !row.child(field.formatBy))
            m_faults.add(here + key("/format_by"), key("unknown field: ") + field.formatBy);
        const FieldTree* receiver = field.tidyTo.isEmpty() ? nullptr : row.child(field.tidyTo);
        const FieldType wanted = field.tidy == Tidy::Aliases ? FieldType::Texts : FieldType::Bool;
        if (!field.tidyTo.isEmpty() && (!receiver || receiver->type != wanted))
            m_faults.add(here + key("/tidy_to"), key("unknown or unfit field: ") + field.tidyTo);
        if (draft.children[i]) {
            finish(*draft.children[i], row.children[i], conditions, here);
            field.shape = std::make_shared<const Shape>(std::move(draft.children[i]->shape));
        }
    }
    int index = 0;
    for (const QJsonValue& entry : draft.rules) {
        const QString here = path + QStringLiteral("/rules/%1").arg(index++);
        QJsonObject json = entry.toObject();
        const QJsonValue each = at(json, "each");
        const QJsonArray groups = each.isArray() ? each.toArray() : QJsonArray{each};
        for (const QJsonValue& name : groups) {
            if (each.isArray())
                json.insert(key("each"), name);
            draft.shape.rules.push_back(rule(json, row, conditions, here));
        }
    }
    Shape& shape = draft.shape;
    shape.hasRules = !shape.rules.empty()
        || std::any_of(shape.fields.begin(), shape.fields.end(),
                       [](const Field& field) { return field.shape && field.shape->hasRules; });
    shape.byName.resize(shape.fields.size());
    std::iota(shape.byName.begin(), shape.byName.end(), std::size_t{0});
    std::sort(shape.byName.begin(), shape.byName.end(),
              [&](std::size_t a, std::size_t b) { return shape.fields[a].id < shape.fields[b].id; });
}

AutoFill Parser::fill(const QJsonObject& json, const FieldTree& row, ConditionParser& conditions, const QString& path)
{
    m_faults.strayKeys(json, path, {"from", "field", "column", "length", "when", "replace", "on"});
    AutoFill fill;
    const QString from = at(json, "from").toString();
    const auto named =
        std::find_if(sourceNames.begin(), sourceNames.end(), [&](const SourceName& s) { return s.name == from; });
    if (named == sourceNames.end()) {
        m_faults.add(path + key("/from"), key("unknown source: ") + from);
        return fill;
    }
    fill.source = named->source;
    if (json.contains(QLatin1StringView("field")))
        fill.from = conditions.reference(at(json, "field").toString(), row, path + key("/field"));
    else if (fill.source != AutoFill::Source::Now && fill.source != AutoFill::Source::Station
             && fill.source != AutoFill::Source::WhenTrue && fill.source != AutoFill::Source::AccusedCode)
        m_faults.add(path, key("no field to take it from"));
    fill.column = at(json, "column").toString();
    fill.length = at(json, "length").toInt();
    fill.replace = at(json, "replace").toBool();
    fill.onSubmit = at(json, "on").toString() == u"submit";
    if (fill.source == AutoFill::Source::WhenTrue)
        fill.condition = conditions.parse(at(json, "when"), row, path + key("/when"));
    return fill;
}

Rule Parser::rule(const QJsonObject& json, const FieldTree& row, ConditionParser& conditions, const QString& path)
{
    m_faults.strayKeys(json, path, {"code", "severity", "each", "when", "at", "message", "law", "pulled"});
    Rule rule;
    rule.code = at(json, "code").toString();
    const QString severity = at(json, "severity").toString();
    if (rule.code.isEmpty() || (severity != u"error" && severity != u"warning" && severity != u"hint"))
        m_faults.add(path, key("code and severity (error, warning, hint) are needed"));
    rule.severity = severity == u"error" ? Severity::Error
        : severity == u"warning"         ? Severity::Warning
                                         : Severity::Hint;
    rule.each = at(json, "each").toString();
    const FieldTree* rows = rule.each.isEmpty() ? &row : row.child(rule.each);
    if (!rows) {
        m_faults.add(path + key("/each"), key("unknown field: ") + rule.each);
        return rule;
    }
    rule.when = conditions.parse(at(json, "when"), *rows, path + key("/when"));
    rule.at = conditions.reference(at(json, "at").toString(), *rows, path + key("/at")).path;
    rule.message = parseTexts(at(json, "message"), path + key("/message"), m_faults);
    if (json.contains(QLatin1StringView("law")))
        rule.law = parseTexts(at(json, "law"), path + key("/law"), m_faults);
    rule.pulled = at(json, "pulled").toBool(true);
    return rule;
}

} // namespace

Result<FormDefinition> parseForm(const QByteArray& json, const QString& file, const GroupFiles& groups,
                                 const CodeLists& codes)
{
    return Parser(file, groups, codes).form(json);
}

} // namespace ekatra::schema
