#include "schema/FormParser.h"

#include "schema/ConditionParser.h"

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

struct TypeName {
    QLatin1StringView name;
    FieldType type;
};
constexpr std::array typeNames{
    TypeName{QLatin1StringView("text"), FieldType::Text},
    TypeName{QLatin1StringView("long"), FieldType::Long},
    TypeName{QLatin1StringView("texts"), FieldType::Texts},
    TypeName{QLatin1StringView("date"), FieldType::Date},
    TypeName{QLatin1StringView("time"), FieldType::Time},
    TypeName{QLatin1StringView("datetime"), FieldType::DateTime},
    TypeName{QLatin1StringView("int"), FieldType::Int},
    TypeName{QLatin1StringView("num"), FieldType::Num},
    TypeName{QLatin1StringView("money"), FieldType::Money},
    TypeName{QLatin1StringView("bool"), FieldType::Bool},
    TypeName{QLatin1StringView("code"), FieldType::Code},
    TypeName{QLatin1StringView("codes"), FieldType::Codes},
    TypeName{QLatin1StringView("group"), FieldType::Group},
    TypeName{QLatin1StringView("groups"), FieldType::Groups},
    TypeName{QLatin1StringView("id"), FieldType::Id},
    TypeName{QLatin1StringView("map"), FieldType::Map},
};

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
};

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
    Bilingual bilingual(const QJsonValue& json, const QString& path);
    void header(const QJsonObject& root);
    void moments(const QJsonArray& list);
    std::unique_ptr<Draft> group(const QString& name, const QJsonObject& use, const QString& path);
    void addField(Draft& draft, const QJsonObject& json, const QString& path);
    void limits(Field& field, const QJsonObject& json, const QString& path);
    void formats(Field& field, const QJsonObject& json, const QString& path);
    void tidying(Field& field, const QJsonObject& json, const QString& path);
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

Bilingual Parser::bilingual(const QJsonValue& json, const QString& path)
{
    const QJsonObject texts = json.toObject();
    m_faults.strayKeys(texts, path, {"en", "hi"});
    Bilingual out{at(texts, "en").toString(), at(texts, "hi").toString()};
    if (out.en.isEmpty() || out.hi.isEmpty())
        m_faults.add(path, key("text in en and hi is needed"));
    return out;
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
                        bilingual(at(json, "label"), path + key("/label")),
                        {},
                        {}};
        if (json.contains(QLatin1StringView("help")))
            section.help = bilingual(at(json, "help"), path + key("/help"));
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
    finish(draft, names, conditions, {});
    m_form.root = std::move(draft.shape);
    if (m_faults.first())
        return *m_faults.first();
    return std::move(m_form);
}

void Parser::header(const QJsonObject& root)
{
    m_faults.strayKeys(root, {},
                       {"$schema", "id", "kind", "version", "form", "title", "law", "moments", "laws_field", "sections",
                        "rules", "note"});
    m_form.id = at(root, "id").toString();
    m_form.kind = at(root, "kind").toString();
    m_form.version = at(root, "version").toInt();
    m_form.form = at(root, "form").toString();
    m_form.title = bilingual(at(root, "title"), key("/title"));
    if (root.contains(QLatin1StringView("law")))
        m_form.law = bilingual(at(root, "law"), key("/law"));
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

std::unique_ptr<Draft> Parser::group(const QString& name, const QJsonObject& use, const QString& path)
{
    auto draft = std::make_unique<Draft>();
    if (!m_groups.contains(name) || ++m_depth > 6) {
        m_faults.add(path + key("/group"), key("unknown or endless group: ") + name);
        return draft;
    }
    const QString inside = path + QLatin1Char('<') + name + QLatin1Char('>');
    const QJsonObject root = object(m_groups.value(name), inside);
    m_faults.strayKeys(root, inside, {"$schema", "group", "version", "label", "fields", "rules", "note"});
    if (at(root, "group").toString() != name)
        m_faults.add(inside, key("the file is not named for its group"));
    draft->shape.name = name;
    draft->shape.label = bilingual(at(root, "label"), inside + key("/label"));

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
    m_faults.strayKeys(json, path,
                       {"id",         "item",    "type",   "label",    "help",     "unit",          "length",
                        "min_length", "min",     "max",    "min_rows", "max_rows", "list",          "format",
                        "format_by",  "group",   "change", "omit",     "required", "required_when", "visible_when",
                        "auto",       "example", "future", "tidy",     "tidy_to"});
    Field field;
    field.id = at(json, "id").toString();
    field.item = at(json, "item").toString();
    static const QRegularExpression idPattern(QStringLiteral("^[a-z][a-z0-9_]*$"));
    if (!idPattern.match(field.id).hasMatch())
        m_faults.add(path + key("/id"), key("not a field id: ") + field.id);
    const bool twice = std::any_of(draft.shape.fields.begin(), draft.shape.fields.end(),
                                   [&](const Field& other) { return other.id == field.id; });
    if (twice)
        m_faults.add(path + key("/id"), key("field stands twice: ") + field.id);

    const QString type = at(json, "type").toString();
    const auto named =
        std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& t) { return t.name == type; });
    if (named == typeNames.end())
        m_faults.add(path + key("/type"), key("unknown type: ") + type);
    else
        field.type = named->type;
    field.label = bilingual(at(json, "label"), path + key("/label"));
    if (json.contains(QLatin1StringView("help")))
        field.help = bilingual(at(json, "help"), path + key("/help"));
    if (json.contains(QLatin1StringView("unit")))
        field.unit = bilingual(at(json, "unit"), path + key("/unit"));
    limits(field, json, path);
    formats(field, json, path);
    field.future = at(json, "future").toBool();
    tidying(field, json, path);
    field.example =
        json.contains(QLatin1StringView("example")) ? at(json, "example") : QJsonValue(QJsonValue::Undefined);

    std::unique_ptr<Draft> child;
    if (field.isGroup()) {
        field.group = at(json, "group").toString();
        child = group(field.group, json, path);
    }
    draft.shape.fields.push_back(std::move(field));
    draft.json.push_back(json);
    draft.children.push_back(std::move(child));
}

void Parser::limits(Field& field, const QJsonObject& json, const QString& path)
{
    field.maxLength = at(json, "length").toInt();
    field.minLength = at(json, "min_length").toInt();
    if (json.contains(QLatin1StringView("min")))
        field.minimum = at(json, "min").toDouble();
    if (json.contains(QLatin1StringView("max")))
        field.maximum = at(json, "max").toDouble();
    field.minRows = at(json, "min_rows").toInt();
    field.maxRows = at(json, "max_rows").toInt();
    if (field.isText() && field.maxLength <= 0)
        m_faults.add(path + key("/length"), key("a text needs a limit"));
}

void Parser::formats(Field& field, const QJsonObject& json, const QString& path)
{
    field.codeList = at(json, "list").toString();
    const bool coded = field.type == FieldType::Code || field.type == FieldType::Codes;
    if (coded != !field.codeList.isEmpty() || (coded && !m_codes.list(field.codeList)))
        m_faults.add(path + key("/list"), key("unknown code list: ") + field.codeList);
    if (json.contains(QLatin1StringView("format"))) {
        field.format = domain::idKindNamed(at(json, "format").toString());
        if (!field.format)
            m_faults.add(path + key("/format"), key("unknown format: ") + at(json, "format").toString());
    }
    const QJsonObject by = at(json, "format_by").toObject();
    m_faults.strayKeys(by, path + key("/format_by"), {"field", "formats"});
    field.formatBy = at(by, "field").toString();
    const QJsonObject chosen = at(by, "formats").toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it) {
        if (const auto kind = domain::idKindNamed(it.value().toString()))
            field.formats.emplace_back(it.key(), *kind);
        else
            m_faults.add(path + key("/format_by"), key("unknown format: ") + it.value().toString());
    }
    if (field.type == FieldType::Id && !field.format && field.formats.empty())
        m_faults.add(path + key("/format"), key("an id needs a format"));
}

void Parser::tidying(Field& field, const QJsonObject& json, const QString& path)
{
    const QString name = at(json, "tidy").toString();
    field.tidyTo = at(json, "tidy_to").toString();
    field.tidy = name == u"section" ? Tidy::Section
        : name == u"aliases"        ? Tidy::Aliases
        : name == u"titles"         ? Tidy::Titles
                                    : Tidy::None;
    const bool known = field.tidy != Tidy::None || !json.contains(QLatin1StringView("tidy"));
    const bool moves = field.tidy == Tidy::Aliases || field.tidy == Tidy::Titles;
    if (!known || moves == field.tidyTo.isEmpty() || (field.tidy != Tidy::None && field.type != FieldType::Text))
        m_faults.add(path + key("/tidy"), key("unknown or unfit: ") + name);
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
             && fill.source != AutoFill::Source::WhenTrue)
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
    rule.message = bilingual(at(json, "message"), path + key("/message"));
    if (json.contains(QLatin1StringView("law")))
        rule.law = bilingual(at(json, "law"), path + key("/law"));
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
