#include "domain/KindTable.h"

#include "base/Resources.h"

#include <QDate>
#include <QJsonArray>

#include <array>

namespace ekatra::domain {

namespace {

const QDate dayZero(1900, 1, 1);

QStringList pathFrom(const QJsonValue& value)
{
    return value.toString().split(QLatin1Char('.'), Qt::SkipEmptyParts);
}

std::vector<QStringList> pathsFrom(const QJsonValue& value)
{
    std::vector<QStringList> paths;
    for (const auto& entry : value.toArray())
        paths.push_back(pathFrom(entry));
    return paths;
}

// Numbers without a decimal point, text trimmed; null when there is nothing.
QString plainText(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(static_cast<qint64>(value.toDouble()));
    const QString text = value.toString().simplified();
    return text.isEmpty() ? QString() : text;
}

// The parts joined by '/', null if one is missing. Folded, so that case and blanks do not make two of one.
QString keyFrom(const QJsonObject& payload, const std::vector<QStringList>& parts)
{
    QString key;
    for (const QStringList& path : parts) {
        const QString part = plainText(valueAt(payload, path));
        if (part.isNull())
            return {};
        if (!key.isEmpty())
            key += QLatin1Char('/');
        key += part.normalized(QString::NormalizationForm_C).toCaseFolded();
    }
    return key.isEmpty() ? QString() : key;
}

PersonMention personFrom(const QJsonObject& person, const QString& role)
{
    PersonMention mention;
    mention.role = role;
    mention.name = person.value(QLatin1String("name")).toString().simplified();
    for (const auto& alias : person.value(QLatin1String("aliases")).toArray())
        mention.aliases.append(alias.toString());
    mention.relativeName = person.value(QLatin1String("relative_name")).toString();
    mention.sex = person.value(QLatin1String("sex")).toString();
    if (const auto age = person.value(QLatin1String("age_years")); age.isDouble())
        mention.age = age.toInt();
    mention.mobile = person.value(QLatin1String("mobile")).toString();
    mention.code = person.value(QLatin1String("accused_code")).toString();
    mention.status = person.value(QLatin1String("accused_status")).toString();
    for (const auto& entry : person.value(QLatin1String("ids")).toArray()) {
        const QJsonObject id = entry.toObject();
        const QString number = id.value(QLatin1String("number")).toString();
        if (!number.isEmpty() && id.value(QLatin1String("type")).toString() != QLatin1String("UID"))
            mention.idNumbers.append(number);
    }
    for (const auto& address : person.value(QLatin1String("addresses")).toArray()) {
        mention.village = address.toObject().value(QLatin1String("village_town")).toString();
        if (!mention.village.isEmpty())
            break;
    }
    if (mention.village.isEmpty())
        mention.village =
            person.value(QLatin1String("present_address")).toObject().value(QLatin1String("village_town")).toString();
    return mention;
}

PropertyMention propertyFrom(const QJsonObject& property)
{
    static constexpr std::array identifiers{
        QLatin1String("reg_no"),    QLatin1String("imei"),      QLatin1String("chassis_no"),
        QLatin1String("engine_no"), QLatin1String("serial_no"), QLatin1String("account_no"),
        QLatin1String("number"),    QLatin1String("imei2"),     QLatin1String("sim_no")};
    PropertyMention mention;
    mention.category = property.value(QLatin1String("category")).toString();
    mention.status = property.value(QLatin1String("status")).toString();
    QStringList words;
    for (const QLatin1String field :
         {QLatin1String("type"), QLatin1String("make"), QLatin1String("model"), QLatin1String("description")}) {
        if (const QString word = property.value(field).toString(); !word.isEmpty())
            words.append(word);
    }
    mention.description = words.join(QLatin1Char(' '));
    for (const QLatin1String field : identifiers) {
        const QJsonValue value = property.value(field);
        QStringList numbers{value.toString()};
        if (value.isArray()) {
            for (const auto& number : value.toArray())
                numbers.append(number.toString());
        }
        numbers.removeAll(QString());
        if (mention.identifier.isEmpty() && !numbers.isEmpty()) {
            mention.isVehicle = field == identifiers.front();
            mention.identifier = numbers.takeFirst();
        }
        mention.numbers += numbers;
    }
    if (const auto value = property.value(QLatin1String("value")); value.isDouble())
        mention.value = static_cast<qint64>(value.toDouble());
    return mention;
}

PlaceMention placeFrom(const QJsonObject& address, const QString& fallbackKind)
{
    PlaceMention mention;
    mention.kind = address.value(QLatin1String("kind")).toString(fallbackKind);
    mention.village = address.value(QLatin1String("village_town")).toString();
    QStringList parts;
    for (const QLatin1String field :
         {QLatin1String("text"), QLatin1String("house_no"), QLatin1String("street"), QLatin1String("colony"),
          QLatin1String("village_town"), QLatin1String("landmark"), QLatin1String("tehsil")}) {
        if (const QString part = address.value(field).toString(); !part.isEmpty() && !parts.contains(part))
            parts.append(part);
    }
    mention.text = parts.join(QStringLiteral(", "));
    return mention;
}

std::vector<Caption> captionsFrom(const QJsonValue& list)
{
    std::vector<Caption> captions;
    for (const auto& entry : list.toArray()) {
        const QJsonObject json = entry.toObject();
        const auto text = [&](const char* name) { return json.value(QLatin1String(name)).toString(); };
        captions.push_back({text("field"), text("en"), text("hi"), text("list"), text("like"), text("number")});
    }
    return captions;
}

QJsonObject withValueAt(QJsonObject object, const QStringList& path, const QJsonValue& value)
{
    object.insert(path.first(),
                  path.size() == 1 ? value : withValueAt(object.value(path.first()).toObject(), path.sliced(1), value));
    return object;
}

// Calls `use` with the object at `value`, or with each object of the list there.
template <class Use>
void eachObject(const QJsonValue& value, const Use& use)
{
    if (value.isObject()) {
        use(value.toObject());
    } else {
        for (const auto& entry : value.toArray()) {
            if (entry.isObject())
                use(entry.toObject());
        }
    }
}

} // namespace

QString numberFrom(const QJsonObject& payload, const QString& pattern)
{
    QString out;
    qsizetype at = 0;
    while (at < pattern.size()) {
        if (pattern.at(at) != QLatin1Char('{')) {
            out += pattern.at(at++);
            continue;
        }
        const qsizetype end = pattern.indexOf(QLatin1Char('}'), at);
        const QStringList parts = pattern.mid(at + 1, end - at - 1).split(QLatin1Char(':'));
        const QString value = plainText(valueAt(payload, parts.first().split(QLatin1Char('.'))));
        if (value.isNull())
            return {};
        out += parts.size() > 1 ? value.rightJustified(parts.at(1).toInt(), QLatin1Char('0')) : value;
        at = end + 1;
    }
    return out;
}

QJsonValue valueAt(const QJsonObject& payload, const QStringList& path)
{
    if (path.isEmpty())
        return payload;
    QJsonValue value = payload.value(path.first());
    for (qsizetype i = 1; i < path.size(); ++i)
        value = value.toObject().value(path.at(i));
    return value;
}

int eventDayOf(const QString& isoText)
{
    const QDate date = QDate::fromString(isoText.left(10), Qt::ISODate);
    const qint64 days = dayZero.daysTo(date);
    return date.isValid() && days > 0 && days < 200000 ? static_cast<int>(days) : 0;
}

QDate dateOfEventDay(int eventDay)
{
    return eventDay > 0 ? dayZero.addDays(eventDay) : QDate();
}

Result<KindTable> KindTable::load()
{
    auto document = base::readJsonResource(QStringLiteral("records/kinds.json"));
    if (!document)
        return document.error();
    KindTable table;
    for (const auto& entry : document->object().value(QLatin1String("kinds")).toArray()) {
        const QJsonObject json = entry.toObject();
        const auto bilingual = [&](const char* name, const char* language) {
            return json.value(QLatin1String(name)).toObject().value(QLatin1String(language)).toString();
        };
        Kind kind{json.value(QLatin1String("kind")).toString(),
                  bilingual("title", "en"),
                  bilingual("title", "hi"),
                  bilingual("plural", "en"),
                  bilingual("plural", "hi"),
                  json.value(QLatin1String("icon")).toString(),
                  json.value(QLatin1String("form")).toString(),
                  std::nullopt,
                  captionsFrom(json.value(QLatin1String("captions"))),
                  caseRulesFrom(json)};
        if (const QJsonObject series = json.value(QLatin1String("series")).toObject(); !series.isEmpty()) {
            kind.series = Series{series.value(QLatin1String("field")).toString(), {}};
            for (const auto& field : series.value(QLatin1String("within")).toArray())
                kind.series->within.append(field.toString());
        }
        Rules rules;
        rules.key = pathsFrom(json.value(QLatin1String("key")));
        rules.number = json.value(QLatin1String("number")).toString();
        rules.station = pathFrom(json.value(QLatin1String("station")));
        rules.year = pathFrom(json.value(QLatin1String("year")));
        rules.day = pathsFrom(json.value(QLatin1String("day")));
        for (const auto& person : json.value(QLatin1String("persons")).toArray())
            rules.persons.push_back({pathFrom(person.toObject().value(QLatin1String("at"))),
                                     person.toObject().value(QLatin1String("role")).toString()});
        rules.officers = pathsFrom(json.value(QLatin1String("officers")));
        rules.laws = pathFrom(json.value(QLatin1String("laws")));
        rules.properties = pathFrom(json.value(QLatin1String("properties")));
        rules.places = pathsFrom(json.value(QLatin1String("places")));
        rules.text = pathsFrom(json.value(QLatin1String("text")));
        for (const auto& link : json.value(QLatin1String("links")).toArray())
            rules.links.push_back({link.toObject().value(QLatin1String("kind")).toString(),
                                   pathsFrom(link.toObject().value(QLatin1String("key")))});
        if (kind.code.isEmpty() || kind.titleHi.isEmpty() || rules.key.empty() || rules.station.isEmpty())
            return error(ErrorKind::BadInput, "kinds.malformed", {{QStringLiteral("detail"), kind.code}});
        table.m_rules.insert(kind.code, std::move(rules));
        table.m_kinds.push_back(std::move(kind));
    }
    return table;
}

const Kind* KindTable::find(const QString& kind) const
{
    for (const Kind& known : m_kinds) {
        if (known.code == kind)
            return &known;
    }
    return nullptr;
}

Extract KindTable::extract(const QString& kind, const QJsonObject& payload) const
{
    Extract out;
    const auto found = m_rules.constFind(kind);
    if (found == m_rules.constEnd())
        return out;
    const Rules& rules = *found;
    out.naturalKey = keyFrom(payload, rules.key);
    out.number = numberFrom(payload, rules.number);
    out.station = plainText(valueAt(payload, rules.station));
    out.status = payload.value(QLatin1String("status")).toString();
    if (const QJsonValue year = valueAt(payload, rules.year); year.isDouble())
        out.year = year.toInt();
    for (const Path& path : rules.day) {
        out.eventDay = eventDayOf(valueAt(payload, path).toString());
        if (out.eventDay)
            break;
    }
    for (const PersonRule& rule : rules.persons) {
        int row = -1;
        eachObject(valueAt(payload, rule.at), [&](const QJsonObject& person) {
            ++row;
            if (person.value(QLatin1String("name")).toString().isEmpty())
                return;
            out.persons.push_back(personFrom(person, rule.role));
            out.persons.back().row = row;
        });
    }
    for (const Path& path : rules.officers) {
        eachObject(valueAt(payload, path), [&](const QJsonObject& officer) {
            if (const QString name = officer.value(QLatin1String("name")).toString(); !name.isEmpty())
                out.officers.append(name);
        });
    }
    if (!rules.laws.isEmpty())
        eachObject(valueAt(payload, rules.laws), [&](const QJsonObject& law) {
            out.sections.push_back(
                {law.value(QLatin1String("act")).toString(), law.value(QLatin1String("section")).toString()});
        });
    if (!rules.properties.isEmpty())
        eachObject(valueAt(payload, rules.properties),
                   [&](const QJsonObject& property) { out.properties.push_back(propertyFrom(property)); });
    for (const Path& path : rules.places)
        eachObject(valueAt(payload, path), [&](const QJsonObject& address) {
            out.places.push_back(placeFrom(address, QStringLiteral("PLACE")));
        });
    for (const Path& path : rules.text) {
        if (const QString text = valueAt(payload, path).toString(); !text.isEmpty())
            out.texts.append(text);
    }
    for (const LinkRule& rule : rules.links) {
        if (const QString key = keyFrom(payload, rule.key); !key.isNull())
            out.links.push_back({rule.kind, key});
    }
    out.caseKey = out.links.empty() ? out.naturalKey : out.links.front().targetKey;
    return out;
}

std::vector<PersonEntry> KindTable::persons(const QString& kind, const QJsonObject& payload) const
{
    std::vector<PersonEntry> out;
    const Rules rules = m_rules.value(kind);
    for (const PersonRule& rule : rules.persons)
        eachObject(valueAt(payload, rule.at), [&](const QJsonObject& person) {
            if (!person.value(QLatin1String("name")).toString().isEmpty())
                out.push_back({rule.role, person, personFrom(person, rule.role)});
        });
    return out;
}

std::vector<QJsonObject> KindTable::officers(const QString& kind, const QJsonObject& payload) const
{
    std::vector<QJsonObject> out;
    const Rules rules = m_rules.value(kind);
    for (const Path& path : rules.officers)
        eachObject(valueAt(payload, path), [&](const QJsonObject& officer) { out.push_back(officer); });
    return out;
}

QJsonObject KindTable::linkFields(const QString& kind, const QString& otherKind, const QJsonObject& other) const
{
    const Rules own = m_rules.value(kind);
    const Rules others = m_rules.value(otherKind);
    for (const LinkRule& link : own.links) {
        const LinkRule* same = nullptr;
        for (const LinkRule& rule : others.links)
            same = rule.kind == link.kind ? &rule : same;
        if (!same && link.kind != otherKind)
            continue;
        const std::vector<Path>& from = same ? same->key : others.key;
        QJsonObject fields;
        for (std::size_t i = 0; i < std::min(from.size(), link.key.size()); ++i)
            fields = withValueAt(fields, link.key[i], valueAt(other, from[i]));
        if (!keyFrom(fields, link.key).isNull())
            return fields;
    }
    return {};
}

} // namespace ekatra::domain
