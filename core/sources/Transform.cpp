#include "sources/Transform.h"

#include "base/JsonText.h"
#include "sources/DateText.h"
#include "sources/PersonName.h"
#include "sources/Utf8.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ekatra::sources {

namespace {

constexpr const char* ok = nullptr;

// Numbers and booleans count as the text that they would be written as.
const char* asText(Value& value, TransformContext& context)
{
    switch (value.kind) {
    case Value::Kind::Missing:
    case Value::Kind::Text:
        return ok;
    case Value::Kind::Whole:
        value = Value::ofText(context.scratch.keep(std::to_string(value.whole)));
        return ok;
    case Value::Kind::Number:
        value = Value::ofText(context.scratch.keep(QByteArray::number(value.number, 'g', 15).toStdString()));
        return ok;
    case Value::Kind::Truth:
        value = Value::ofText(value.truth ? "true" : "false");
        return ok;
    case Value::Kind::Json:
    case Value::Kind::Node:
        return "row.not_text";
    }
    return ok;
}

// A transform that reads text; an empty or missing cell passes by it.
template <class Read>
Transform onText(Read read)
{
    return [read = std::move(read)](Value& value, TransformContext& context) -> const char* {
        if (const char* fault = asText(value, context))
            return fault;
        if (value.missing())
            return ok;
        return read(value, context);
    };
}

const char* cleanText(Value& value, TransformContext& context)
{
    if (const char* fault = asText(value, context))
        return fault;
    if (value.missing())
        return ok;
    std::string cleaned;
    const std::string_view text = utf8::cleaned(value.text, cleaned);
    value.text = cleaned.empty() || text.data() != cleaned.data() ? text : context.scratch.keep(std::string(text));
    if (value.text.empty())
        value = {};
    return ok;
}

std::string_view asciiDigits(std::string_view text, TransformContext& context)
{
    std::string digits;
    const std::string_view plain = utf8::asciiDigits(text, digits);
    return utf8::trimmed(digits.empty() ? plain : context.scratch.keep(std::move(digits)));
}

const char* toWhole(Value& value, TransformContext& context)
{
    if (value.kind == Value::Kind::Whole)
        return ok;
    if (const char* fault = asText(value, context))
        return fault;
    if (value.missing())
        return ok;
    const std::string_view text = asciiDigits(value.text, context);
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return "row.bad_number";
    value = Value::ofWhole(whole);
    return ok;
}

const char* toNumber(Value& value, TransformContext& context)
{
    if (value.kind == Value::Kind::Whole || value.kind == Value::Kind::Number)
        return ok;
    if (const char* fault = asText(value, context))
        return fault;
    if (value.missing())
        return ok;
    const std::string_view text = asciiDigits(value.text, context);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return "row.bad_number";
    value.kind = Value::Kind::Number;
    value.number = number;
    return ok;
}

// The factor that a word behind the number stands for; nothing for an unknown word.
std::optional<std::int64_t> moneyFactor(std::string_view word)
{
    std::string plain = utf8::asciiLower(utf8::trimmed(word));
    for (const std::string_view about : {"लगभग", "करीब", "approx"}) {
        if (const std::size_t at = plain.find(about); at != std::string::npos)
            plain.erase(at, about.size());
    }
    std::erase_if(plain, [](char c) { return c == '.' || c == ' '; });
    if (plain.empty() || plain == "/-" || plain == "-" || plain == "रु" || plain == "रुपये" || plain == "rs")
        return 1;
    if (plain == "lakh" || plain == "lac" || plain == "lakhs" || plain == "लाख" || plain == "लाखरुपये")
        return 100'000;
    if (plain == "crore" || plain == "cr" || plain == "करोड़" || plain == "करोड़")
        return 10'000'000;
    if (plain == "thousand" || plain == "हजार" || plain == "हज़ार")
        return 1'000;
    return std::nullopt;
}

// "4,50,000/-", "4.5 लाख", "Rs. 500.50": exact, in paise.
std::optional<std::int64_t> readPaise(std::string_view text)
{
    for (const std::string_view prefix : {"Rs.", "rs.", "Rs", "RS", "₹", "रु.", "रु", "INR"}) {
        if (text.starts_with(prefix)) {
            text = utf8::trimmed(text.substr(prefix.size()));
            break;
        }
    }
    std::int64_t millionths = 0;
    std::size_t at = 0;
    int decimals = -1;
    bool any = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            if (decimals >= 6 || millionths > 1'000'000'000'000'000LL)
                return std::nullopt;
            millionths = millionths * 10 + (c - '0');
            decimals += decimals >= 0 ? 1 : 0;
            any = true;
        } else if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c != ',' || decimals >= 0) {
            break;
        }
    }
    const auto factor = moneyFactor(text.substr(at));
    if (!any || !factor)
        return std::nullopt;
    for (decimals = std::max(decimals, 0); decimals < 6; ++decimals) {
        if (millionths > 900'000'000'000'000'000LL / 10)
            return std::nullopt;
        millionths *= 10;
    }
    const std::int64_t paise = *factor >= 10'000 ? millionths * (*factor / 10'000) : millionths / (10'000 / *factor);
    return paise;
}

const char* toPaise(Value& value, TransformContext& context)
{
    const auto paise = readPaise(asciiDigits(value.text, context));
    if (!paise)
        return "row.bad_money";
    value = Value::ofWhole(*paise);
    return ok;
}

const char* toTime(Value& value, TransformContext& context)
{
    const auto time = readTime(value.text);
    if (!time)
        return "row.bad_time";
    ClockTime shown = *time;
    if (shown.nextDay)
        context.doubt = "row.midnight";
    value = Value::ofText(context.scratch.keep(isoTime(shown)));
    return ok;
}

const char* dateFault(DateFault fault, Value& value, TransformContext& context)
{
    switch (fault) {
    case DateFault::None:
        return ok;
    case DateFault::Unreadable:
        return "row.bad_date";
    case DateFault::NoSuchDay:
        return "row.no_such_date";
    case DateFault::Placeholder:
        value = {};
        context.doubt = "row.placeholder_date";
        return ok;
    }
    return ok;
}

const char* toDate(const DatePattern& pattern, Value& value, TransformContext& context)
{
    std::string_view rest = asciiDigits(value.text, context);
    Day day;
    const DateFault fault = pattern.read(rest, context.thisYear, day);
    if (fault != DateFault::None)
        return dateFault(fault, value, context);
    const std::string_view left = utf8::trimmed(rest);
    if (!left.empty()
        && !readTime(left.front() == 'T' ? left.substr(1) : left)) // a date cell with a time is still a date
        return "row.bad_date";
    value = Value::ofText(context.scratch.keep(isoDate(day)));
    return ok;
}

const char* toDateTime(const DatePattern& pattern, int zoneMinutes, Value& value, TransformContext& context)
{
    std::string_view rest = asciiDigits(value.text, context);
    Day day;
    const DateFault fault = pattern.read(rest, context.thisYear, day);
    if (fault != DateFault::None)
        return dateFault(fault, value, context);
    rest = utf8::trimmed(rest);
    if (rest.starts_with('T'))
        rest.remove_prefix(1);
    ClockTime time;
    if (rest.empty()) {
        context.doubt = "row.time_not_known";
    } else {
        const auto read = readTime(rest);
        if (!read)
            return "row.bad_time";
        time = *read;
        shift(day, time, 330 - zoneMinutes);
    }
    value = Value::ofText(context.scratch.keep(isoIst(day, time)));
    return ok;
}

const char* toTruth(Value& value, TransformContext&)
{
    const std::string word = utf8::asciiLower(utf8::trimmed(value.text));
    const bool yes = word == "y" || word == "yes" || word == "true" || word == "1" || word == "हां" || word == "हाँ";
    const bool no = word == "n" || word == "no" || word == "false" || word == "0" || word == "नहीं";
    if (!yes && !no)
        return "row.bad_yes_no";
    value = {};
    value.kind = Value::Kind::Truth;
    value.truth = yes;
    return ok;
}

// Mobile numbers in a cell: ten digits from 6 up, whatever stands before them.
const char* toMobile(Value& value, TransformContext& context)
{
    std::vector<std::string> found;
    std::string number;
    const std::string_view text = asciiDigits(value.text, context);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        if (c >= '0' && c <= '9') {
            number += c;
            continue;
        }
        const bool inside = c == '-' || c == '+' || (c == ' ' && number.size() < 10);
        if (inside)
            continue;
        for (const std::string_view prefix : {"0091", "91", "0"}) {
            if (number.size() > 10 && number.starts_with(prefix))
                number.erase(0, prefix.size());
        }
        if (number.size() == 10 && number.front() >= '6')
            found.push_back(number);
        number.clear();
    }
    if (found.empty())
        return "row.bad_mobile";
    if (found.size() > 1)
        context.doubt = "row.more_numbers";
    value = Value::ofText(context.scratch.keep(std::move(found.front())));
    return ok;
}

// "30", "30 years", "30 साल", "करीब 25-30" (the lower end is kept).
const char* toAge(Value& value, TransformContext& context)
{
    const std::string_view text = asciiDigits(value.text, context);
    std::vector<int> numbers;
    for (std::size_t i = 0; i < text.size();) {
        int number = 0;
        const auto read = std::from_chars(text.data() + i, text.data() + text.size(), number);
        if (text[i] < '0' || text[i] > '9' || read.ec != std::errc()) {
            ++i;
            continue;
        }
        numbers.push_back(number);
        i = static_cast<std::size_t>(read.ptr - text.data());
    }
    if (numbers.empty())
        return "row.bad_age";
    if (numbers.front() == 0 || numbers.front() == 999) {
        value = {};
        context.doubt = "row.age_not_known";
        return ok;
    }
    if (numbers.size() > 1)
        context.doubt = "row.age_band";
    if (numbers.front() > 120)
        return "row.bad_age";
    value = Value::ofWhole(numbers.front());
    return ok;
}

const char* toUpper(Value& value, TransformContext& context)
{
    std::string upper(value.text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - ('a' - 'A'));
    }
    value.text = context.scratch.keep(std::move(upper));
    return ok;
}

// Letters and digits only, letters large: vehicle numbers, IMEI.
const char* toPlate(Value& value, TransformContext& context)
{
    if (const char* fault = toUpper(value, context))
        return fault;
    std::string plain(value.text);
    std::erase_if(plain, [](char c) { return c == ' ' || c == '-' || c == '.' || c == '/'; });
    value.text = context.scratch.keep(std::move(plain));
    if (value.text.empty())
        value = {};
    return ok;
}

void writeList(const std::vector<std::string>& texts, Value& value, TransformContext& context)
{
    if (texts.empty()) {
        value = {};
        return;
    }
    std::string json = "[";
    for (const std::string& text : texts) {
        if (json.size() > 1)
            json += ',';
        base::appendJsonString(json, text);
    }
    json += ']';
    value = Value::ofJson(context.scratch.keep(std::move(json)));
}

const char* toAliases(Value& value, TransformContext& context)
{
    writeList(splitAliases(value.text), value, context);
    return ok;
}

Transform splitAt(std::string separator)
{
    return onText([separator = std::move(separator)](Value& value, TransformContext& context) {
        std::vector<std::string> parts;
        for (std::size_t from = 0; from <= value.text.size();) {
            const std::size_t end = std::min(value.text.find(separator, from), value.text.size());
            const std::string_view part = utf8::trimmed(value.text.substr(from, end - from));
            if (!part.empty())
                parts.emplace_back(part);
            from = end + separator.size();
        }
        writeList(parts, value, context);
        return ok;
    });
}

void appendLaw(std::string& json, const LawRow& law)
{
    json += json.size() > 1 ? ",{\"act\":" : "{\"act\":";
    base::appendJsonString(json, law.act);
    if (!law.actText.empty()) {
        json += ",\"act_text\":";
        base::appendJsonString(json, law.actText);
    }
    json += ",\"section\":";
    base::appendJsonString(json, law.section);
    json += '}';
}

std::string_view textAt(const simdjson::dom::object& object, const std::string& field)
{
    std::string_view text;
    if (object.at_key(field).get(text) != simdjson::SUCCESS)
        return {};
    return utf8::trimmed(text);
}

// Where an act and its sections stand in one row of a list.
struct ActFields {
    std::string act;
    std::string code;
    std::string section;
};

const char* readActRow(const simdjson::dom::object& row, const ActFields& fields, const ActNames& acts,
                       std::string& json, TransformContext& context)
{
    const std::string_view name = textAt(row, fields.act);
    LawRow law;
    law.act = acts.codeOf(textAt(row, fields.code));
    if (law.act.empty())
        law.act = acts.codeOf(name);
    if (law.act.empty()) {
        law.act = "OTH";
        law.actText = name;
        context.doubt = "row.unknown_act";
    }
    std::string digits;
    for (std::string& section : splitSections(utf8::asciiDigits(textAt(row, fields.section), digits))) {
        if (!isSection(section))
            context.doubt = "row.bad_section";
        law.section = std::move(section);
        appendLaw(json, law);
    }
    return ok;
}

// Acts and sections from a list of rows, from a list of texts, or from one text.
const char* toLaws(const ActFields& fields, const ActNames& acts, Value& value, TransformContext& context)
{
    std::string json = "[";
    const auto takeText = [&](std::string_view text) {
        std::string rest;
        for (const LawRow& law : parseLawText(text, acts, rest))
            appendLaw(json, law);
        if (!rest.empty())
            context.doubt = "row.bad_section";
    };
    if (value.kind == Value::Kind::Text) {
        takeText(value.text);
    } else if (value.kind == Value::Kind::Node) {
        simdjson::dom::array rows;
        if (value.node.get(rows) != simdjson::SUCCESS)
            return "row.not_a_list";
        for (const simdjson::dom::element element : rows) {
            simdjson::dom::object row;
            std::string_view text;
            if (element.get(row) == simdjson::SUCCESS)
                readActRow(row, fields, acts, json, context);
            else if (element.get(text) == simdjson::SUCCESS)
                takeText(text);
            else
                return "row.bad_section";
        }
    } else if (!value.missing()) {
        return "row.not_a_list";
    }
    if (json.size() == 1) {
        value = {};
        return ok;
    }
    json += ']';
    value = Value::ofJson(context.scratch.keep(std::move(json)));
    return ok;
}

std::optional<Transform> makeCode(const QJsonValue& argument, const TransformWorld& world, QString& problem)
{
    const QJsonObject object = argument.toObject();
    const QString name = argument.isString() ? argument.toString() : object.value(QLatin1String("list")).toString();
    const auto list = world.lists.find(name.toStdString());
    if (list == world.lists.end()) {
        problem = QStringLiteral("no list named \"%1\"").arg(name);
        return std::nullopt;
    }
    const std::string other = object.value(QLatin1String("else")).toString().toStdString();
    return onText([codes = list->second, other](Value& value, TransformContext& context) -> const char* {
        const auto found = codes->find(utf8::asciiLower(utf8::trimmed(value.text)));
        if (found != codes->end()) {
            value.text = found->second;
            return ok;
        }
        if (other.empty())
            return "row.unknown_code";
        context.doubt = "row.unknown_code";
        value.text = other;
        return ok;
    });
}

std::optional<Transform> makeDate(const QString& name, const QJsonValue& argument, const TransformWorld& world,
                                  QString& problem)
{
    const auto pattern = DatePattern::parse(argument.toString().toStdString());
    if (!pattern) {
        problem = QStringLiteral("\"%1\" is no date format such as dd/MM/yyyy").arg(argument.toString());
        return std::nullopt;
    }
    if (name == QLatin1String("date"))
        return onText([p = *pattern](Value& value, TransformContext& context) { return toDate(p, value, context); });
    return onText([p = *pattern, zone = world.zoneMinutes](Value& value, TransformContext& context) {
        return toDateTime(p, zone, value, context);
    });
}

std::optional<Transform> makeLaws(const QJsonValue& argument, const TransformWorld& world, QString& problem)
{
    if (!world.acts) {
        problem = QStringLiteral("act_sections needs \"act_names\" in the profile");
        return std::nullopt;
    }
    const QJsonObject object = argument.toObject();
    ActFields fields{object.value(QLatin1String("act")).toString().toStdString(),
                     object.value(QLatin1String("code")).toString().toStdString(),
                     object.value(QLatin1String("section")).toString().toStdString()};
    return [fields, acts = world.acts](Value& value, TransformContext& context) {
        return toLaws(fields, *acts, value, context);
    };
}

std::optional<Transform> makeNullIf(const QJsonValue& argument)
{
    std::vector<std::string> words;
    for (const auto& word : argument.toArray())
        words.push_back(utf8::asciiLower(word.toString().toStdString()));
    return onText([words](Value& value, TransformContext&) {
        if (std::find(words.begin(), words.end(), utf8::asciiLower(utf8::trimmed(value.text))) != words.end())
            value = {};
        return ok;
    });
}

std::optional<Transform> makePlain(const QString& name)
{
    struct Named {
        const char* name;
        Transform transform;
    };
    static const std::vector<Named> plain{
        {"text", cleanText},
        {"int", toWhole},
        {"num", toNumber},
        {"money_paise", onText(toPaise)},
        {"time", onText(toTime)},
        {"bool", onText(toTruth)},
        {"mobile", onText(toMobile)},
        {"age", onText(toAge)},
        {"upper", onText(toUpper)},
        {"plate", onText(toPlate)},
        {"aliases", onText(toAliases)},
        {"title_off", onText([](Value& value, TransformContext&) {
             value.text = withoutTitle(value.text);
             return ok;
         })},
    };
    for (const Named& entry : plain) {
        if (name == QLatin1String(entry.name))
            return entry.transform;
    }
    return std::nullopt;
}

} // namespace

std::optional<Transform> makeTransform(const QJsonValue& json, const TransformWorld& world, QString& problem)
{
    if (json.isString()) {
        auto made = makePlain(json.toString());
        if (!made)
            problem = QStringLiteral("no transform named \"%1\" (or it wants an argument)").arg(json.toString());
        return made;
    }
    const QJsonObject object = json.toObject();
    if (object.size() != 1) {
        problem = QStringLiteral("a transform is a name, or one name with its argument");
        return std::nullopt;
    }
    const QString name = object.begin().key();
    const QJsonValue argument = object.begin().value();
    if (name == QLatin1String("date") || name == QLatin1String("datetime"))
        return makeDate(name, argument, world, problem);
    if (name == QLatin1String("code"))
        return makeCode(argument, world, problem);
    if (name == QLatin1String("act_sections"))
        return makeLaws(argument, world, problem);
    if (name == QLatin1String("split") && !argument.toString().isEmpty())
        return splitAt(argument.toString().toStdString());
    if (name == QLatin1String("null_if") && argument.isArray())
        return makeNullIf(argument);
    problem = QStringLiteral("no transform named \"%1\" that takes an argument like this").arg(name);
    return std::nullopt;
}

} // namespace ekatra::sources
