#include "sources/MappingRunner.h"

#include "base/CanonicalJson.h"
#include "base/JsonText.h"
#include "sources/PersonName.h"
#include "sources/Utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace ekatra::sources {

namespace {

Value valueOf(const simdjson::dom::element& element)
{
    using Type = simdjson::dom::element_type;
    Value value;
    switch (element.type()) {
    case Type::STRING:
        value = Value::ofText(element.get_string().value_unsafe());
        break;
    case Type::INT64:
        value = Value::ofWhole(element.get_int64().value_unsafe());
        break;
    case Type::UINT64:
    case Type::DOUBLE:
        value.kind = Value::Kind::Number;
        value.number = element.get_double().value_unsafe();
        break;
    case Type::BOOL:
        value.kind = Value::Kind::Truth;
        value.truth = element.get_bool().value_unsafe();
        break;
    case Type::NULL_VALUE:
        break;
    case Type::ARRAY:
    case Type::OBJECT:
        value.kind = Value::Kind::Node;
        value.node = element;
        break;
    }
    return value;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The elements of a list; a source that writes a lone entry without its list means a list of one.
std::vector<simdjson::dom::element> elementsOf(const Value& value)
{
    std::vector<simdjson::dom::element> elements;
    if (value.kind != Value::Kind::Node)
        return elements;
    simdjson::dom::array array;
    if (value.node.get(array) != simdjson::SUCCESS)
        return {value.node};
    for (const simdjson::dom::element element : array)
        elements.push_back(element);
    return elements;
}

} // namespace

MappingRunner::MappingRunner(const Mapping& mapping, int thisYear)
    : m_mapping(mapping), m_thisYear(thisYear), m_cells(static_cast<std::size_t>(mapping.scopeCount))
{
}

RowResult MappingRunner::run(const simdjson::dom::object& row)
{
    m_scratch.clear();
    m_out.clear();
    m_sourceTexts.clear();
    m_result = {};
    load(*m_mapping.root, row);
    Cells& cells = m_cells[static_cast<std::size_t>(m_mapping.root->id)];
    m_result.key = textOf(m_mapping.key, cells);
    if (m_mapping.revision)
        m_result.revision = textOf(*m_mapping.revision, cells);
    if (m_result.fault == nullptr && writeObject(m_mapping.root->ops, cells) == Wrote::Nothing)
        m_out = "{}";
    if (m_result.fault == nullptr && !m_sourceTexts.empty())
        addSourceTexts();
    m_result.payload = m_out;
    return m_result;
}

QString MappingRunner::textOf(const MapOp& op, const Cells& cells)
{
    Value value = read(op, cells);
    const Value original = value;
    if (!transform(op, value)) {
        if (m_result.fault == nullptr)
            fail(op, "row.missing", original);
        return {};
    }
    if (value.kind == Value::Kind::Whole)
        return QString::number(value.whole);
    if (value.kind == Value::Kind::Text && !value.text.empty())
        return fromUtf8(value.text);
    fail(op, "row.missing", original);
    return {};
}

// Rows of one page name their fields in the same order nearly always: the place tells the slot.
int MappingRunner::slotAt(const Scope& scope, Cells& cells, std::size_t position, std::string_view name)
{
    if (position < cells.order.size()) {
        const int guess = cells.order[position];
        if (guess >= 0 && scope.names[static_cast<std::size_t>(guess)] == name)
            return guess;
    } else {
        cells.order.resize(position + 1, -1);
    }
    const auto found = scope.slots.find(name);
    const int slot = found == scope.slots.end() ? -1 : found->second;
    cells.order[position] = slot;
    return slot;
}

void MappingRunner::load(const Scope& scope, const simdjson::dom::object& object)
{
    Cells& cells = m_cells[static_cast<std::size_t>(scope.id)];
    cells.values.assign(scope.names.size(), Value{});
    cells.seen.assign(scope.names.size(), 0);
    std::size_t position = 0;
    for (const simdjson::dom::key_value_pair field : object) {
        const int slot = slotAt(scope, cells, position++, field.key);
        if (slot < 0) {
            if (m_collectsUnused)
                m_unused.emplace(field.key);
            continue;
        }
        const auto at = static_cast<std::size_t>(slot);
        if (cells.seen[at] != 0) {
            m_result.fault = "row.duplicate_field";
            m_result.faultAt = fromUtf8(field.key);
            return;
        }
        cells.seen[at] = 1;
        cells.values[at] = valueOf(field.value);
    }
    if (!scope.derived.empty())
        derive(scope, cells);
}

void MappingRunner::derive(const Scope& scope, Cells& cells)
{
    for (const DerivedName& derived : scope.derived) {
        const Value& from = cells.values[static_cast<std::size_t>(derived.from)];
        if (from.kind != Value::Kind::Text)
            continue;
        std::string cleaned;
        PersonName person = splitPersonName(utf8::cleaned(from.text, cleaned));
        const auto set = [&](int part, std::string text, bool isJson = false) {
            if (text.empty())
                return;
            const std::string_view kept = m_scratch.keep(std::move(text));
            cells.values[static_cast<std::size_t>(derived.firstSlot + part)] =
                isJson ? Value::ofJson(kept) : Value::ofText(kept);
        };
        set(0, std::move(person.name));
        set(2, std::move(person.relation));
        set(3, std::move(person.relativeName));
        set(4, std::move(person.address));
        if (person.aliases.empty())
            continue;
        std::string json = "[";
        for (const std::string& alias : person.aliases) {
            json += json.size() > 1 ? "," : "";
            base::appendJsonString(json, alias);
        }
        set(1, json + ']', true);
    }
}

Value MappingRunner::read(const MapOp& op, const Cells& cells)
{
    if (!op.pieces.empty())
        return fill(op, cells);
    for (const int slot : op.from) {
        const Value& value = cells.values[static_cast<std::size_t>(slot)];
        if (value.missing())
            continue;
        if (value.kind != Value::Kind::Text)
            return value;
        const std::string_view text = utf8::trimmed(value.text);
        if (!text.empty() && !op.nullWords->contains(text))
            return Value::ofText(text);
    }
    return {};
}

Value MappingRunner::fill(const MapOp& op, const Cells& cells)
{
    std::string& text = m_scratch.make();
    for (const TemplatePiece& piece : op.pieces) {
        if (piece.slot < 0) {
            text += piece.literal;
            continue;
        }
        const Value& value = cells.values[static_cast<std::size_t>(piece.slot)];
        if (value.kind == Value::Kind::Whole) {
            text += std::to_string(value.whole);
            continue;
        }
        if (value.kind == Value::Kind::Node) {
            fail(op, "row.not_text", value);
            return {};
        }
        const std::string_view cell = value.kind == Value::Kind::Text ? utf8::trimmed(value.text) : std::string_view();
        const bool missing = cell.empty() || op.nullWords->contains(cell);
        if (missing && !piece.optional)
            return {};
        if (!missing)
            text += cell;
    }
    return Value::ofText(utf8::trimmed(text));
}

// False when a fault was found; it is noted.
bool MappingRunner::transform(const MapOp& op, Value& value)
{
    if (value.missing())
        return true;
    const Value original = value;
    TransformContext context{m_scratch, m_thisYear, nullptr};
    if (op.steps.empty() && value.kind == Value::Kind::Text) {
        std::string cleaned;
        const std::string_view text = utf8::cleaned(value.text, cleaned);
        value.text = !cleaned.empty() && text.data() >= cleaned.data() && text.data() < cleaned.data() + cleaned.size()
            ? m_scratch.keep(std::string(text))
            : text;
        if (value.text.empty())
            value = {};
        return true;
    }
    for (const Transform& step : op.steps) {
        if (const char* reason = step(value, context)) {
            fail(op, reason, original);
            return false;
        }
        if (context.doubt != nullptr)
            doubt(op, context.doubt, original);
        context.doubt = nullptr;
        if (value.missing())
            return true;
    }
    return true;
}

void MappingRunner::fail(const MapOp& op, const char* reason, const Value& original)
{
    if (op.warnOnly && !op.required) {
        doubt(op, reason, original);
        return;
    }
    if (m_result.fault == nullptr) {
        m_result.fault = reason;
        m_result.faultAt = op.path;
    }
}

// A member that only warns keeps the words of the source beside what was made of them.
void MappingRunner::doubt(const MapOp& op, const char* code, const Value& original)
{
    m_result.warnings << op.path + QLatin1Char(' ') + QLatin1String(code);
    if (op.warnOnly && original.kind == Value::Kind::Text)
        m_sourceTexts.emplace_back(op.path, std::string(original.text));
}

// Leaves nothing behind when all that could be said is constant: a role without a person says nothing.
MappingRunner::Wrote MappingRunner::writeObject(const std::vector<MapOp>& ops, Cells& cells)
{
    const std::size_t start = m_out.size();
    m_out += '{';
    Wrote most = Wrote::Nothing;
    for (const MapOp& op : ops) {
        const std::size_t before = m_out.size();
        if (before > start + 1)
            m_out += ',';
        m_out += op.key;
        const Wrote wrote = write(op, cells);
        if (wrote == Wrote::Nothing)
            m_out.resize(before);
        most = std::max(most, wrote);
        if (m_result.fault != nullptr)
            return Wrote::Nothing;
    }
    if (most != Wrote::Fact) {
        m_out.resize(start);
        return Wrote::Nothing;
    }
    m_out += '}';
    return Wrote::Fact;
}

MappingRunner::Wrote MappingRunner::write(const MapOp& op, Cells& cells)
{
    Wrote wrote = Wrote::Nothing;
    switch (op.kind) {
    case MapOp::Kind::Value:
        wrote = writeScalar(op, cells);
        break;
    case MapOp::Kind::Constant:
        m_out += op.constant;
        return Wrote::Constant;
    case MapOp::Kind::Group:
        wrote = writeObject(op.members, cells);
        break;
    case MapOp::Kind::Object:
        wrote = writeNested(op, cells);
        break;
    case MapOp::Kind::List:
        wrote = writeList(op, cells);
        break;
    case MapOp::Kind::Items:
        wrote = writeItems(op, cells);
        break;
    case MapOp::Kind::Collect:
        wrote = writeCollected(op, cells);
        break;
    case MapOp::Kind::CountUnknown:
        wrote = writeUnknownCount(op, cells);
        break;
    case MapOp::Kind::Sum:
        wrote = writeSum(op, cells);
        break;
    }
    if (wrote == Wrote::Nothing && op.required)
        fail(op, "row.missing", {}); // unless there is a better reason already
    return wrote;
}

MappingRunner::Wrote MappingRunner::writeScalar(const MapOp& op, const Cells& cells)
{
    Value value = read(op, cells);
    if (value.missing() || !transform(op, value) || value.missing())
        return Wrote::Nothing;
    if (value.kind == Value::Kind::Node) {
        fail(op, "row.not_text", value);
        return Wrote::Nothing;
    }
    writeValue(value);
    return Wrote::Fact;
}

void MappingRunner::writeValue(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::Missing:
    case Value::Kind::Node:
        m_out += "null";
        break;
    case Value::Kind::Text:
        base::appendJsonString(m_out, value.text);
        break;
    case Value::Kind::Json:
        m_out += value.text;
        break;
    case Value::Kind::Truth:
        m_out += value.truth ? "true" : "false";
        break;
    case Value::Kind::Whole: {
        char digits[24];
        m_out.append(digits, std::to_chars(digits, digits + sizeof digits, value.whole).ptr);
        break;
    }
    case Value::Kind::Number:
        m_out += base::canonicalJson(QJsonValue(value.number)).toStdString();
        break;
    }
}

MappingRunner::Wrote MappingRunner::writeElement(const MapOp& op, const simdjson::dom::element& element)
{
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        fail(op, "row.not_an_object", valueOf(element));
        return Wrote::Nothing;
    }
    load(*op.scope, object);
    Cells& cells = m_cells[static_cast<std::size_t>(op.scope->id)];
    if (op.unknownSlot >= 0 && isUnknown(cells.values[static_cast<std::size_t>(op.unknownSlot)]))
        return Wrote::Nothing;
    return writeObject(op.scope->ops, cells);
}

MappingRunner::Wrote MappingRunner::writeNested(const MapOp& op, const Cells& cells)
{
    const Value value = read(op, cells);
    if (value.missing())
        return Wrote::Nothing;
    if (value.kind != Value::Kind::Node) {
        fail(op, "row.not_an_object", value);
        return Wrote::Nothing;
    }
    return writeElement(op, value.node);
}

MappingRunner::Wrote MappingRunner::writeList(const MapOp& op, const Cells& cells)
{
    const Value value = read(op, cells);
    if (!value.missing() && value.kind != Value::Kind::Node)
        fail(op, "row.not_a_list", value);
    const std::size_t start = m_out.size();
    m_out += '[';
    for (const simdjson::dom::element& element : elementsOf(value)) {
        if (element.is_null())
            continue;
        const std::size_t before = m_out.size();
        if (before > start + 1)
            m_out += ',';
        if (writeElement(op, element) == Wrote::Nothing)
            m_out.resize(before);
        if (m_result.fault != nullptr)
            return Wrote::Nothing;
    }
    if (m_out.size() == start + 1) {
        m_out.resize(start);
        return Wrote::Nothing;
    }
    m_out += ']';
    return Wrote::Fact;
}

MappingRunner::Wrote MappingRunner::writeItems(const MapOp& op, Cells& cells)
{
    const std::size_t start = m_out.size();
    m_out += '[';
    for (const MapOp& group : op.members) {
        const std::size_t before = m_out.size();
        if (before > start + 1)
            m_out += ',';
        if (writeObject(group.members, cells) == Wrote::Nothing)
            m_out.resize(before);
        if (m_result.fault != nullptr)
            return Wrote::Nothing;
    }
    if (m_out.size() == start + 1) {
        m_out.resize(start);
        return Wrote::Nothing;
    }
    m_out += ']';
    return Wrote::Fact;
}

MappingRunner::Wrote MappingRunner::writeCollected(const MapOp& op, const Cells& cells)
{
    QJsonArray all;
    const auto add = [&all](const QJsonValue& text) {
        if (!text.toString().isEmpty() && !all.contains(text))
            all.append(text);
    };
    for (const int slot : op.from) {
        Value value = cells.values[static_cast<std::size_t>(slot)];
        if (value.kind == Value::Kind::Text) {
            value.text = utf8::trimmed(value.text);
            if (value.text.empty() || op.nullWords->contains(value.text))
                continue;
            if (!transform(op, value))
                return Wrote::Nothing;
        }
        if (value.kind == Value::Kind::Json) {
            const auto list = QJsonDocument::fromJson(
                QByteArray::fromRawData(value.text.data(), static_cast<qsizetype>(value.text.size())));
            for (const auto& entry : list.array())
                add(entry);
        } else if (value.kind == Value::Kind::Text) {
            add(fromUtf8(value.text));
        }
    }
    if (all.isEmpty())
        return Wrote::Nothing;
    m_out += base::canonicalJson(all).toStdString();
    return Wrote::Fact;
}

bool MappingRunner::isUnknown(const Value& value) const
{
    if (value.kind != Value::Kind::Text)
        return false;
    const auto words = utf8::words(value.text);
    return std::any_of(words.begin(), words.end(),
                       [this](std::string_view word) { return m_mapping.unknownWords.contains(word); });
}

MappingRunner::Wrote MappingRunner::writeUnknownCount(const MapOp& op, const Cells& cells)
{
    std::int64_t count = 0;
    for (const simdjson::dom::element& element : elementsOf(cells.values[static_cast<std::size_t>(op.from.front())])) {
        std::string_view name;
        if (element[op.field].get(name) == simdjson::SUCCESS && isUnknown(Value::ofText(name)))
            ++count;
    }
    if (op.from.size() > 1) {
        MapOp atLeast;
        atLeast.from = {op.from.back()};
        atLeast.nullWords = op.nullWords;
        Value value = read(atLeast, cells);
        if (!transform(op, value))
            return Wrote::Nothing;
        if (value.kind == Value::Kind::Whole)
            count = std::max(count, value.whole);
    }
    if (count <= 0)
        return Wrote::Nothing;
    writeValue(Value::ofWhole(count));
    return Wrote::Fact;
}

MappingRunner::Wrote MappingRunner::writeSum(const MapOp& op, const Cells& cells)
{
    std::int64_t sum = 0;
    bool any = false;
    for (const simdjson::dom::element& element : elementsOf(cells.values[static_cast<std::size_t>(op.from.front())])) {
        simdjson::dom::element cell;
        if (element[op.field].get(cell) != simdjson::SUCCESS)
            continue;
        Value value = valueOf(cell);
        if (value.kind == Value::Kind::Text && op.nullWords->contains(utf8::trimmed(value.text)))
            continue;
        if (!transform(op, value))
            return Wrote::Nothing;
        if (value.kind == Value::Kind::Whole) {
            sum += value.whole;
            any = true;
        }
    }
    if (!any)
        return Wrote::Nothing;
    writeValue(Value::ofWhole(sum));
    return Wrote::Fact;
}

// What could not be read stays with the record as it was written: {"source_text": {"place_distance": "3 KM"}}.
void MappingRunner::addSourceTexts()
{
    QJsonObject payload =
        QJsonDocument::fromJson(QByteArray::fromRawData(m_out.data(), static_cast<qsizetype>(m_out.size()))).object();
    QJsonObject texts;
    for (const auto& [path, text] : m_sourceTexts)
        texts.insert(path, fromUtf8(text));
    payload.insert(QStringLiteral("source_text"), texts);
    m_out = base::canonicalJson(payload).toStdString();
}

} // namespace ekatra::sources
