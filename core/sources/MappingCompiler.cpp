#include "sources/MappingCompiler.h"

#include "base/CanonicalJson.h"
#include "base/JsonText.h"
#include "sources/Utf8.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::sources {

namespace {

constexpr int deepest = 8;

QJsonObject merged(QJsonObject base, const QJsonObject& over)
{
    for (auto it = over.begin(); it != over.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

// {"place.kind": X, "place.text": Y} as {"place": {"map": {"kind": X, "text": Y}}}.
QJsonObject withoutDots(const QJsonObject& map)
{
    QJsonObject plain;
    for (auto it = map.begin(); it != map.end(); ++it) {
        const qsizetype dot = it.key().indexOf(QLatin1Char('.'));
        if (dot < 0 || it.key().startsWith(QLatin1Char('$'))) {
            plain.insert(it.key(), it.value());
            continue;
        }
        const QString head = it.key().left(dot);
        QJsonObject group = plain.value(head).toObject();
        QJsonObject members = group.value(QLatin1String("map")).toObject();
        members.insert(it.key().mid(dot + 1), it.value());
        group.insert(QLatin1String("map"), members);
        plain.insert(head, group);
    }
    return plain;
}

// {"role": "ACCUSED"} as map entries.
QJsonObject constants(const QJsonObject& set)
{
    QJsonObject map;
    for (auto it = set.begin(); it != set.end(); ++it)
        map.insert(it.key(), QJsonObject{{QStringLiteral("const"), it.value()}});
    return map;
}

} // namespace

void WordSet::add(std::string_view word)
{
    std::string plain = utf8::asciiLower(utf8::trimmed(word));
    if (plain.empty())
        return;
    const auto first = static_cast<unsigned char>(plain.front());
    m_firstBytes[first] = true;
    if (first >= 'a' && first <= 'z')
        m_firstBytes[static_cast<std::size_t>(first - 'a' + 'A')] = true;
    m_longest = std::max(m_longest, plain.size());
    m_words.insert(std::move(plain));
}

bool WordSet::contains(std::string_view text) const
{
    if (text.empty() || text.size() > m_longest || !m_firstBytes[static_cast<unsigned char>(text.front())])
        return false;
    return m_words.contains(utf8::asciiLower(text));
}

void MappingCompiler::complain(const QString& at, const QString& detail)
{
    if (!m_fault)
        m_fault = error(ErrorKind::BadInput, "sources.bad_profile",
                        {{QStringLiteral("path"), at}, {QStringLiteral("detail"), detail}});
}

void MappingCompiler::allowOnly(const QJsonObject& json, std::initializer_list<const char*> names, const QString& at)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const bool known = it.key() == QLatin1String("$comment")
            || std::any_of(names.begin(), names.end(),
                           [&](const char* name) { return it.key() == QLatin1String(name); });
        if (!known)
            complain(at + QLatin1Char('/') + it.key(), QStringLiteral("not a word of the mapping language here"));
    }
}

int MappingCompiler::slotOf(const QString& field, const Place& place)
{
    if (field.isEmpty()) {
        complain(place.at, QStringLiteral("a field name is wanted"));
        return -1;
    }
    const std::string name = field.toStdString();
    if (const auto found = place.scope.slots.find(name); found != place.scope.slots.end())
        return found->second;
    if (field.contains(QLatin1Char('.')))
        complain(place.at, QStringLiteral("nothing named \"%1\" is derived").arg(field));
    const int slot = static_cast<int>(place.scope.names.size());
    place.scope.names.push_back(name);
    place.scope.slots.emplace(name, slot);
    return slot;
}

std::vector<int> MappingCompiler::slotsOf(const QJsonValue& json, const Place& place)
{
    std::vector<int> slots;
    const QJsonArray fields = json.isArray() ? json.toArray() : QJsonArray{json};
    if (fields.isEmpty())
        complain(place.at, QStringLiteral("a field name is wanted"));
    for (const auto& field : fields)
        slots.push_back(slotOf(field.toString(), place));
    return slots;
}

Result<Mapping> MappingCompiler::compile(const QJsonObject& stream, const QString& at)
{
    m_fault.reset();
    m_scopes = 0;
    Mapping mapping;
    mapping.unknownWords = m_world.unknownWords;
    mapping.root =
        compileScope(stream.value(QLatin1String("map")).toObject(), stream.value(QLatin1String("derive")).toObject(),
                     at + QStringLiteral("/map"), QString());
    const Place root{*mapping.root, at + QStringLiteral("/key"), QStringLiteral("key")};
    mapping.key = compileOp(QStringLiteral("key"), stream.value(QLatin1String("key")), root);
    mapping.key.required = true;
    if (stream.contains(QLatin1String("changed"))) {
        const Place changed{*mapping.root, at + QStringLiteral("/changed"), QStringLiteral("changed")};
        mapping.revision = compileOp(QStringLiteral("changed"), stream.value(QLatin1String("changed")), changed);
        mapping.revision->required = true;
    }
    mapping.scopeCount = m_scopes;
    if (m_fault)
        return *m_fault;
    return mapping;
}

std::unique_ptr<Scope> MappingCompiler::compileScope(const QJsonObject& map, const QJsonObject& derive,
                                                     const QString& at, const QString& target)
{
    auto scope = std::make_unique<Scope>();
    scope->id = m_scopes++;
    if (map.isEmpty())
        complain(at, QStringLiteral("an empty map"));
    if (++m_depth > deepest)
        complain(at, QStringLiteral("nested too deep (a shape inside itself?)"));
    else {
        compileDerived(*scope, derive, at);
        scope->ops = compileMap(map, Place{*scope, at, target});
    }
    --m_depth;
    return scope;
}

void MappingCompiler::compileDerived(Scope& scope, const QJsonObject& derive, const QString& at)
{
    for (auto it = derive.begin(); it != derive.end(); ++it) {
        const QString here = at + QStringLiteral("/derive/") + it.key();
        const QJsonObject json = it.value().toObject();
        allowOnly(json, {"person_name"}, here);
        DerivedName derived;
        derived.from = slotOf(json.value(QLatin1String("person_name")).toString(), Place{scope, here, {}});
        derived.firstSlot = static_cast<int>(scope.names.size());
        for (const char* part : DerivedName::parts) {
            const std::string name = it.key().toStdString() + '.' + part;
            scope.slots.emplace(name, static_cast<int>(scope.names.size()));
            scope.names.push_back(name);
        }
        scope.derived.push_back(derived);
    }
}

std::vector<MapOp> MappingCompiler::compileMap(const QJsonObject& map, const Place& place)
{
    std::vector<MapOp> ops;
    const QJsonObject plain = withoutDots(map);
    for (auto it = plain.begin(); it != plain.end(); ++it) { // QJsonObject keeps the order that canonical JSON wants
        if (it.key() == QLatin1String("$comment"))
            continue;
        const QString target = place.target.isEmpty() ? it.key() : place.target + QLatin1Char('/') + it.key();
        ops.push_back(
            compileOp(it.key(), it.value(), Place{place.scope, place.at + QLatin1Char('/') + it.key(), target}));
    }
    return ops;
}

MapOp MappingCompiler::compileOp(const QString& name, const QJsonValue& json, const Place& place)
{
    MapOp op;
    base::appendJsonString(op.key, name.toStdString());
    op.key += ':';
    op.path = place.target;
    op.nullWords = m_world.nullWords;
    if (json.isString()) { // "beat_no": "BeatNo"
        op.from = slotsOf(json, place);
        return op;
    }
    const QJsonObject object = json.toObject();
    const auto has = [&](const char* key) { return object.contains(QLatin1String(key)); };
    if (has("const")) {
        allowOnly(object, {"const"}, place.at);
        op.kind = MapOp::Kind::Constant;
        op.constant = base::canonicalJson(object.value(QLatin1String("const"))).toStdString();
    } else if (has("object")) {
        op.kind = MapOp::Kind::Object;
        compileNested(op, object, place, "object");
    } else if (has("each")) {
        op.kind = MapOp::Kind::List;
        compileNested(op, object, place, "each");
    } else if (has("items")) {
        op.kind = MapOp::Kind::Items;
        compileItems(op, object, place);
    } else if (has("all_from")) {
        op.kind = MapOp::Kind::Collect;
        compileValue(op, object, place);
    } else if (has("count_unknown")) {
        op.kind = MapOp::Kind::CountUnknown;
        compileOverList(op, object, place, "count_unknown");
    } else if (has("sum")) {
        op.kind = MapOp::Kind::Sum;
        compileOverList(op, object, place, "sum");
    } else if (has("map") || has("shape")) {
        op.kind = MapOp::Kind::Group;
        allowOnly(object, {"map"}, place.at);
        op.members = compileMap(object.value(QLatin1String("map")).toObject(),
                                Place{place.scope, place.at + QStringLiteral("/map"), place.target});
    } else {
        compileValue(op, object, place);
    }
    return op;
}

void MappingCompiler::compileValue(MapOp& op, const QJsonObject& json, const Place& place)
{
    allowOnly(json, {"from", "all_from", "template", "transform", "required", "on_error", "null_words"}, place.at);
    if (json.contains(QLatin1String("template")))
        compileTemplate(op, json.value(QLatin1String("template")).toString(), place);
    else if (json.contains(QLatin1String("all_from")))
        op.from = slotsOf(json.value(QLatin1String("all_from")), place);
    else
        op.from = slotsOf(json.value(QLatin1String("from")), place);
    compileCommon(op, json, place);
}

void MappingCompiler::compileCommon(MapOp& op, const QJsonObject& json, const Place& place)
{
    const QJsonValue transform = json.value(QLatin1String("transform"));
    const QJsonArray steps = transform.isArray() ? transform.toArray()
        : transform.isUndefined()                ? QJsonArray()
                                                 : QJsonArray{transform};
    for (const auto& step : steps) {
        QString problem;
        auto made = makeTransform(step, m_world.transforms, problem);
        if (made)
            op.steps.push_back(std::move(*made));
        else
            complain(place.at + QStringLiteral("/transform"), problem);
    }
    op.required = json.value(QLatin1String("required")).toBool();
    const QString onError = json.value(QLatin1String("on_error")).toString(QStringLiteral("reject"));
    op.warnOnly = onError == QLatin1String("warn");
    if (!op.warnOnly && onError != QLatin1String("reject"))
        complain(place.at + QStringLiteral("/on_error"), QStringLiteral("\"reject\" or \"warn\" is wanted"));
    if (json.contains(QLatin1String("null_words"))) {
        auto words = std::make_shared<WordSet>();
        for (const auto& word : json.value(QLatin1String("null_words")).toArray())
            words->add(word.toString().toStdString());
        op.nullWords = words;
    }
}

// "{FirDate} {FirTime?}": the value is missing when a field without a question mark is.
void MappingCompiler::compileTemplate(MapOp& op, const QString& text, const Place& place)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(QLatin1Char('{'), at);
        const qsizetype end = open < 0 ? text.size() : open;
        if (end > at)
            op.pieces.push_back({text.mid(at, end - at).toStdString(), -1, false});
        if (open < 0)
            return;
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        if (close < 0) {
            complain(place.at + QStringLiteral("/template"), QStringLiteral("a { without its }"));
            return;
        }
        QString field = text.mid(open + 1, close - open - 1);
        const bool optional = field.endsWith(QLatin1Char('?'));
        if (optional)
            field.chop(1);
        op.pieces.push_back({{}, slotOf(field, place), optional});
        at = close + 1;
    }
}

void MappingCompiler::compileNested(MapOp& op, const QJsonObject& json, const Place& place, const char* sourceKey)
{
    allowOnly(json, {"object", "each", "shape", "map", "set", "derive", "skip_unknown", "required", "on_error"},
              place.at);
    op.from = slotsOf(json.value(QLatin1String(sourceKey)), place);
    compileCommon(op, json, place);
    QJsonObject map;
    QJsonObject derive;
    const QString shape = json.value(QLatin1String("shape")).toString();
    if (!shape.isEmpty()) {
        if (!m_world.shapes.contains(shape))
            complain(place.at + QStringLiteral("/shape"), QStringLiteral("no shape named \"%1\"").arg(shape));
        const QJsonObject named = m_world.shapes.value(shape).toObject();
        allowOnly(named, {"map", "derive"}, QStringLiteral("/shapes/") + shape);
        map = named.value(QLatin1String("map")).toObject();
        derive = named.value(QLatin1String("derive")).toObject();
    }
    map = merged(map, constants(json.value(QLatin1String("set")).toObject()));
    map = merged(map, json.value(QLatin1String("map")).toObject());
    derive = merged(derive, json.value(QLatin1String("derive")).toObject());
    op.scope = compileScope(map, derive, place.at + QStringLiteral("/map"), place.target);
    const QString unknown = json.value(QLatin1String("skip_unknown")).toString();
    if (!unknown.isEmpty())
        op.unknownSlot = slotOf(unknown, Place{*op.scope, place.at + QStringLiteral("/skip_unknown"), {}});
}

void MappingCompiler::compileItems(MapOp& op, const QJsonObject& json, const Place& place)
{
    allowOnly(json, {"items"}, place.at);
    int number = 0;
    for (const auto& item : json.value(QLatin1String("items")).toArray()) {
        const QString step = QStringLiteral("/items/%1").arg(number++);
        allowOnly(item.toObject(), {"map"}, place.at + step);
        MapOp group;
        group.kind = MapOp::Kind::Group;
        group.path = place.target;
        group.members = compileMap(item.toObject().value(QLatin1String("map")).toObject(),
                                   Place{place.scope, place.at + step, place.target});
        op.members.push_back(std::move(group));
    }
}

// {"count_unknown": {"list": "AccusedList", "field": "Name", "at_least": "UnknownAccused"}},
// {"sum": {"list": "PropertyList", "field": "ValueRs"}, "transform": "money_paise"}
void MappingCompiler::compileOverList(MapOp& op, const QJsonObject& json, const Place& place, const char* key)
{
    allowOnly(json, {"count_unknown", "sum", "transform", "on_error"}, place.at);
    const QString here = place.at + QLatin1Char('/') + QLatin1String(key);
    const QJsonObject over = json.value(QLatin1String(key)).toObject();
    allowOnly(over, {"list", "field", "at_least"}, here);
    const Place inside{place.scope, here, place.target};
    op.from.push_back(slotOf(over.value(QLatin1String("list")).toString(), inside));
    op.field = over.value(QLatin1String("field")).toString().toStdString();
    if (op.field.empty())
        complain(here, QStringLiteral("\"field\" is wanted"));
    if (over.contains(QLatin1String("at_least")))
        op.from.push_back(slotOf(over.value(QLatin1String("at_least")).toString(), inside));
    compileCommon(op, json, place);
}

} // namespace ekatra::sources
