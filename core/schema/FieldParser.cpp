#include "schema/FieldParser.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

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

void limits(Field& field, const QJsonObject& json, const QString& path, Faults& faults)
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
        faults.add(path + key("/length"), key("a text needs a limit"));
}

void formats(Field& field, const QJsonObject& json, const QString& path, const CodeLists& codes, Faults& faults)
{
    field.codeList = at(json, "list").toString();
    const bool coded = field.type == FieldType::Code || field.type == FieldType::Codes;
    if (coded != !field.codeList.isEmpty() || (coded && !codes.list(field.codeList)))
        faults.add(path + key("/list"), key("unknown code list: ") + field.codeList);
    if (json.contains(QLatin1StringView("format"))) {
        field.format = domain::idKindNamed(at(json, "format").toString());
        if (!field.format)
            faults.add(path + key("/format"), key("unknown format: ") + at(json, "format").toString());
    }
    const QJsonObject by = at(json, "format_by").toObject();
    faults.strayKeys(by, path + key("/format_by"), {"field", "formats"});
    field.formatBy = at(by, "field").toString();
    const QJsonObject chosen = at(by, "formats").toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it) {
        if (const auto kind = domain::idKindNamed(it.value().toString()))
            field.formats.emplace_back(it.key(), *kind);
        else
            faults.add(path + key("/format_by"), key("unknown format: ") + it.value().toString());
    }
    if (field.type == FieldType::Id && !field.format && field.formats.empty())
        faults.add(path + key("/format"), key("an id needs a format"));
}

void tidying(Field& field, const QJsonObject& json, const QString& path, Faults& faults)
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
        faults.add(path + key("/tidy"), key("unknown or unfit: ") + name);
}

} // namespace

Bilingual parseTexts(const QJsonValue& json, const QString& path, Faults& faults)
{
    const QJsonObject texts = json.toObject();
    faults.strayKeys(texts, path, {"en", "hi"});
    Bilingual out{at(texts, "en").toString(), at(texts, "hi").toString()};
    if (out.en.isEmpty() || out.hi.isEmpty())
        faults.add(path, key("text in en and hi is needed"));
    return out;
}

Field parseField(const QJsonObject& json, const QString& path, const CodeLists& codes, Faults& faults)
{
    faults.strayKeys(json, path,
                     {"id",         "item",    "type",   "label",    "help",     "unit",          "length",
                      "min_length", "min",     "max",    "min_rows", "max_rows", "list",          "format",
                      "format_by",  "group",   "change", "omit",     "required", "required_when", "visible_when",
                      "auto",       "example", "future", "tidy",     "tidy_to"});
    Field field;
    field.id = at(json, "id").toString();
    field.item = at(json, "item").toString();
    static const QRegularExpression idPattern(QStringLiteral("^[a-z][a-z0-9_]*$"));
    if (!idPattern.match(field.id).hasMatch())
        faults.add(path + key("/id"), key("not a field id: ") + field.id);
    const QString type = at(json, "type").toString();
    const auto named =
        std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& t) { return t.name == type; });
    if (named == typeNames.end())
        faults.add(path + key("/type"), key("unknown type: ") + type);
    else
        field.type = named->type;
    field.label = parseTexts(at(json, "label"), path + key("/label"), faults);
    if (json.contains(QLatin1StringView("help")))
        field.help = parseTexts(at(json, "help"), path + key("/help"), faults);
    if (json.contains(QLatin1StringView("unit")))
        field.unit = parseTexts(at(json, "unit"), path + key("/unit"), faults);
    limits(field, json, path, faults);
    formats(field, json, path, codes, faults);
    field.future = at(json, "future").toBool();
    tidying(field, json, path, faults);
    field.example =
        json.contains(QLatin1StringView("example")) ? at(json, "example") : QJsonValue(QJsonValue::Undefined);
    return field;
}

} // namespace ekatra::schema
