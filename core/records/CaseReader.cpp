#include "records/CaseReader.h"

#include "base/Clock.h"
#include "search/TextNormalizer.h"

#include <QDateTime>

#include <algorithm>

namespace ekatra::records {

using domain::CaseNeed;
using domain::Kind;
using domain::Record;

namespace {

constexpr qsizetype dateLength = 10;
constexpr qsizetype minuteLength = 5;
const QString notArrested = QStringLiteral("NA");

// Accused, arrested and suspected are one person in three roles; a witness of the same name is another.
QString sideOf(const QString& role)
{
    static const QStringList accused{QStringLiteral("ACCUSED"), QStringLiteral("ARRESTED"), QStringLiteral("SUSPECT")};
    return accused.contains(role) ? accused.first() : role;
}

QStringList changedFields(const QJsonObject& before, const QJsonObject& after)
{
    QStringList fields;
    for (const QJsonObject* side : {&before, &after}) {
        for (auto field = side->begin(); field != side->end(); ++field) {
            if (before.value(field.key()) != after.value(field.key()) && !fields.contains(field.key()))
                fields.append(field.key());
        }
    }
    return fields;
}

std::vector<domain::PropertyMention> thingsOf(const std::vector<CaseRecord>& records)
{
    std::vector<domain::PropertyMention> things;
    QHash<QString, std::size_t> known;
    for (const CaseRecord& member : records) {
        for (const domain::PropertyMention& thing : member.extract.properties) {
            const QString key =
                thing.identifier.isEmpty() ? thing.category + QLatin1Char(':') + thing.description : thing.identifier;
            const auto found = known.constFind(key);
            if (found == known.constEnd()) {
                known.insert(key, things.size());
                things.push_back(thing);
            } else if (!thing.status.isEmpty() && !member.isDraft()) {
                things[*found].status = thing.status;
            }
        }
    }
    return things;
}

bool isNewer(const CaseEvent& one, const CaseEvent& other)
{
    if (one.day != other.day)
        return other.day < one.day; // an invalid day is older than any
    return other.time < one.time;
}

} // namespace

CaseReader::CaseReader(storage::Connection& reader, const domain::KindTable& kinds, const Precedence& precedence,
                       std::shared_ptr<const search::NameTables> names)
    : m_kinds(kinds),
      m_precedence(precedence),
      m_reader(reader, kinds, precedence),
      m_table(reader),
      m_keys(std::move(names))
{
}

Result<CaseDetails> CaseReader::read(domain::RecordRow row)
{
    auto head = headOf(row);
    if (!head)
        return head.error();
    std::vector<Record> records{*head};
    if (!head->naturalKey.isEmpty()) {
        auto linked = m_reader.withLinked(head->kind, head->naturalKey);
        if (!linked)
            return linked.error();
        records = std::move(*linked);
    }
    CaseDetails details;
    for (Record& record : records) {
        const Kind* kind = m_kinds.find(record.kind);
        if (!details.records.empty() && kind && kind->caseRules.headsCase) {
            details.otherCases.push_back({record.kind, record.naturalKey, std::move(record)});
            continue;
        }
        auto member = dressed(std::move(record));
        if (!member)
            return member.error();
        details.records.push_back(std::move(*member));
        const std::size_t at = details.records.size() - 1;
        if (auto done = addOtherCases(details, details.records[at].extract); !done)
            return done.error();
        if (auto done = addEvents(details, at); !done)
            return done.error();
    }
    std::stable_sort(details.events.begin(), details.events.end(), isNewer);
    gatherPersons(details);
    details.properties = thingsOf(details.records);
    details.lacks = lacksOf(details);
    return details;
}

Result<Record> CaseReader::headOf(domain::RecordRow row) const
{
    auto record = m_table.byRow(row);
    if (!record)
        return record.error();
    if (!*record)
        return error(ErrorKind::NotFound, "record.unknown", {{QStringLiteral("id"), QString::number(row)}});
    const Kind* kind = m_kinds.find((*record)->kind);
    if (kind && kind->caseRules.headsCase)
        return std::move(**record);
    for (const auto& link : m_kinds.extract((*record)->kind, (*record)->payload).links) {
        const Kind* target = m_kinds.find(link.targetKind);
        if (!target || !target->caseRules.headsCase)
            continue;
        auto head = m_table.byKey(link.targetKind, link.targetKey);
        if (!head)
            return head.error();
        if (*head)
            return std::move(**head);
    }
    return error(ErrorKind::NotFound, "case.no_head", {{QStringLiteral("number"), (*record)->number}});
}

Result<CaseRecord> CaseReader::dressed(Record record) const
{
    CaseRecord member;
    auto mentions = m_table.mentionsOf(record.row);
    if (!mentions)
        return mentions.error();
    auto draft = m_table.draft(record.row);
    if (!draft)
        return draft.error();
    member.hasDraft = draft->has_value();
    std::vector<Voice> voices;
    for (const Mention& mention : *mentions) {
        member.sources.append(mention.sourceId);
        voices.push_back({mention.profile, mention.payload.value_or(record.payload)});
    }
    if (voices.size() > 1) {
        for (const QString& field : record.payload.keys()) {
            const QString profile = m_precedence.winner(record.kind, field, voices);
            for (const Mention& mention : *mentions) {
                if (mention.profile == profile)
                    member.fieldSources.insert(field, mention.sourceId);
            }
        }
    }
    member.extract = m_kinds.extract(record.kind, record.payload);
    member.record = std::move(record);
    return member;
}

Result<void> CaseReader::addOtherCases(CaseDetails& details, const domain::Extract& extract) const
{
    for (const auto& link : extract.links) {
        const Kind* kind = m_kinds.find(link.targetKind);
        const Record& head = details.head().record;
        const bool isOwn = link.targetKind == head.kind && link.targetKey == head.naturalKey;
        const bool isKnown =
            std::any_of(details.otherCases.begin(), details.otherCases.end(), [&](const Linked& known) {
                return known.kind == link.targetKind && known.key == link.targetKey;
            });
        if (!kind || !kind->caseRules.headsCase || isOwn || isKnown)
            continue;
        auto other = m_table.byKey(link.targetKind, link.targetKey);
        if (!other)
            return other.error();
        details.otherCases.push_back({link.targetKind, link.targetKey, std::move(*other)});
    }
    return {};
}

Result<void> CaseReader::addEvents(CaseDetails& details, std::size_t at) const
{
    const CaseRecord& member = details.records[at];
    const Kind* kind = m_kinds.find(member.record.kind);
    const std::size_t before = details.events.size();
    for (std::size_t i = 0; kind && i < kind->caseRules.events.size(); ++i) {
        const domain::EventRule& rule = kind->caseRules.events[i];
        const QString text = domain::valueAt(member.record.payload, rule.at).toString();
        CaseEvent event;
        event.day = QDate::fromString(text.left(dateLength), Qt::ISODate);
        if (!event.day.isValid())
            continue;
        const QString time = text.size() > dateLength ? text.mid(dateLength + 1)
                                                      : domain::valueAt(member.record.payload, rule.time).toString();
        event.time = rule.time.isEmpty() && text.size() <= dateLength
            ? QTime()
            : QTime::fromString(time.left(minuteLength), QStringLiteral("HH:mm"));
        event.record = at;
        event.rule = i;
        event.source = member.sourceOf(rule.at.value(0));
        details.events.push_back(std::move(event));
    }
    if (details.events.size() == before) {
        CaseEvent event;
        event.what = CaseEvent::What::Record;
        event.record = at;
        event.day = domain::dateOfEventDay(member.record.eventDay);
        event.source = member.sources.value(0);
        details.events.push_back(std::move(event));
    }
    return addChanges(details, at);
}

Result<void> CaseReader::addChanges(CaseDetails& details, std::size_t at) const
{
    const CaseRecord& member = details.records[at];
    if (member.record.version == 1)
        return {};
    auto revisions = m_table.revisionsOf(member.record.row);
    if (!revisions)
        return revisions.error();
    for (std::size_t i = 0; i < revisions->size(); ++i) {
        const Revision& old = (*revisions)[i];
        const QJsonObject& next = i + 1 < revisions->size() ? (*revisions)[i + 1].payload : member.record.payload;
        const QDateTime when = QDateTime::fromSecsSinceEpoch(old.at, Qt::OffsetFromUTC, base::Clock::istOffsetSeconds);
        CaseEvent event;
        event.what = CaseEvent::What::Change;
        event.record = at;
        event.day = when.date();
        event.time = when.time();
        event.source = member.sources.contains(old.author) ? old.author : QString();
        event.version = old.version + 1;
        event.fields = changedFields(old.payload, next);
        details.events.push_back(std::move(event));
    }
    return {};
}

// What a name sounds like, without the words that thousands share: the same for रमेश कुमार and Ramesh.
QString CaseReader::soundOf(const QString& name)
{
    QString strong;
    QString whole;
    for (const QString& word : search::normalized(name).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto& entry = m_keys.entry(search::view(word));
        const QString sound = entry.keys.empty() ? word : QString::fromLatin1(entry.keys.front());
        whole += sound + QLatin1Char(' ');
        if (!entry.weak)
            strong += sound + QLatin1Char(' ');
    }
    return strong.isEmpty() ? whole : strong;
}

void CaseReader::gatherPersons(CaseDetails& details)
{
    QMultiHash<QString, std::size_t> known; // side and sound -> in details.persons
    const auto isSame = [this](const domain::PersonMention& one, const domain::PersonMention& other) {
        if (!one.code.isEmpty() && !other.code.isEmpty())
            return one.code == other.code;
        return one.relativeName.isEmpty() || other.relativeName.isEmpty()
            || soundOf(one.relativeName) == soundOf(other.relativeName);
    };
    for (std::size_t at = 0; at < details.records.size(); ++at) {
        const CaseRecord& member = details.records[at];
        const Kind* kind = m_kinds.find(member.record.kind);
        for (const domain::PersonMention& person : member.extract.persons) {
            const QString key = sideOf(person.role) + QLatin1Char(':') + soundOf(person.name);
            const QList<std::size_t> alike = known.values(key);
            const auto found = std::find_if(alike.rbegin(), alike.rend(), [&](std::size_t i) {
                const CasePerson& one = details.persons[i];
                const bool namedHere =
                    !one.records.empty() && one.records.back() == at && one.roles.contains(person.role);
                return !namedHere && isSame(one.person, person);
            });
            if (found == alike.rend()) {
                known.insert(key, details.persons.size());
                details.persons.push_back({person, {}, {}, {}, at == 0 ? person.row : -1, {}});
            }
            CasePerson& entry = found == alike.rend() ? details.persons.back() : details.persons[*found];
            if (entry.records.empty() || entry.records.back() != at)
                entry.records.push_back(at);
            if (!entry.roles.contains(person.role))
                entry.roles.append(person.role);
            if (entry.person.code.isEmpty())
                entry.person.code = person.code;
            if (member.isDraft())
                continue;
            const bool speaks = kind && !kind->caseRules.personState.en.isEmpty();
            if (!person.status.isEmpty() || speaks) {
                entry.status = person.status;
                entry.stateFrom = person.status.isEmpty() ? member.record.kind : QString();
            }
        }
    }
}

std::vector<CaseLack> CaseReader::lacksOf(const CaseDetails& details) const
{
    std::vector<CaseLack> lacks;
    const CaseRecord& head = details.head();
    const Kind* kind = m_kinds.find(head.record.kind);
    if (!kind || head.isDraft() || !kind->caseRules.isOpen(head.extract.status))
        return lacks;
    const auto isPaper = [&](std::size_t at, const QString& of) {
        return details.records[at].record.kind == of && !details.records[at].isDraft();
    };
    for (std::size_t i = 0; i < kind->caseRules.needs.size(); ++i) {
        const CaseNeed& need = kind->caseRules.needs[i];
        CaseLack lack{i, {}};
        bool lacking = false;
        if (!need.field.isEmpty()) {
            lacking = !head.record.payload.contains(need.field);
        } else if (need.role.isEmpty()) {
            lacking = true;
            for (std::size_t at = 0; at < details.records.size(); ++at)
                lacking = lacking && !isPaper(at, need.kind);
        } else {
            for (std::size_t p = 0; p < details.persons.size(); ++p) {
                const CasePerson& person = details.persons[p];
                const bool has = std::any_of(person.records.begin(), person.records.end(),
                                             [&](std::size_t at) { return isPaper(at, need.kind); });
                const bool isFree = person.status.isEmpty() || person.status == notArrested;
                if (person.roles.contains(need.role) && !has && isFree)
                    lack.persons.push_back(p);
            }
            lacking = !lack.persons.empty();
        }
        if (lacking)
            lacks.push_back(std::move(lack));
    }
    return lacks;
}

} // namespace ekatra::records
