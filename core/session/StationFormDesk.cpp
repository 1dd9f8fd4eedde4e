#include "session/StationFormDesk.h"

#include "domain/Summary.h"
#include "session/Entry.h"
#include "session/Opening.h"

namespace ekatra::session {

namespace {

Error notUnlocked()
{
    return error(ErrorKind::WrongPassphrase, "store.locked");
}

QDateTime momentOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

// The form of a paper: of the record that is there, else of the kind that a new one is to be.
Result<const schema::FormDefinition*> formFor(const Tables& tables, const QString& kind)
{
    if (const schema::FormDefinition* form = tables.forms.find(kind))
        return form;
    return error(ErrorKind::BadUsage, "form.unknown", {{QStringLiteral("kind"), kind}});
}

// A new paper with the fields filled that hold the station, those of single groups too.
QJsonObject withStation(const schema::Shape& shape, QJsonObject row, const QString& station)
{
    for (const schema::Field& field : shape.fields) {
        if (field.fill.source == schema::AutoFill::Source::Station && !row.contains(field.id))
            row.insert(field.id, station);
        if (field.type != schema::FieldType::Group)
            continue;
        const QJsonObject below = withStation(*field.shape, row.value(field.id).toObject(), station);
        if (!below.isEmpty())
            row.insert(field.id, below);
    }
    return row;
}

constexpr int mostChoices = 8; // of a picker

// What tells two persons of one name apart: father, year of birth, village, number.
QString belowOf(const search::FoundPerson& person)
{
    QStringList parts;
    const domain::PersonMention& mention = person.mention;
    if (!mention.relativeName.isEmpty())
        parts.append(mention.relativeName);
    if (person.birthYear > 0)
        parts.append((person.birthYearTold ? QString() : QStringLiteral("~")) + QString::number(person.birthYear));
    QString place = mention.village;
    if (!person.tehsil.isEmpty() && person.tehsil != place)
        place += (place.isEmpty() ? QString() : QStringLiteral(", ")) + person.tehsil;
    if (!place.isEmpty())
        parts.append(place);
    if (!mention.mobile.isEmpty())
        parts.append(mention.mobile);
    return parts.join(QStringLiteral(" · "));
}

// Number, who, and the sections where there is no number.
QString titleOf(const domain::Record& record, const domain::KindTable& kinds)
{
    const domain::Extract extract = kinds.extract(record.kind, record.payload);
    const QString number = extract.number.isEmpty() ? record.number : extract.number;
    QStringList parts;
    if (!number.isEmpty())
        parts.append(number);
    if (!extract.persons.empty())
        parts.append(extract.persons.front().name);
    if (number.isEmpty() && !extract.sections.empty())
        parts.append(domain::sectionsText(extract.sections));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void StationFormDesk::begin(const FormStart& start, Reply<FormOpening> reply)
{
    m_threads.onReading([this, start, reply](Reading* reading) {
        const auto opening = reading ? openPaper(m_threads.tables(), reading->records, start) : notUnlocked();
        if (!opening || !opening->record.isNull())
            return reply(opening);
        // Whose station it is, the store says.
        m_threads.onStoreFirst([opening = *opening, reply](Services* services) {
            const schema::FormDefinition* form = services ? services->tables().forms.find(opening.kind) : nullptr;
            if (!form)
                return reply(notUnlocked());
            FormOpening paper = opening;
            paper.payload = withStation(form->root, paper.payload, services->store().station());
            reply(std::move(paper));
        });
    });
}

void StationFormDesk::keepDraft(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload,
                                Reply<DraftKept> reply)
{
    m_threads.onStoreFirst([this, kind, record, payload, reply](Services* services) {
        if (!services)
            return reply(notUnlocked());
        const auto form = formFor(services->tables(), kind);
        if (!form)
            return reply(form.error());
        // The writer commits with synchronous=FULL: what is answered for here outlives a power cut.
        const auto outcome = Entry(*services, **form).keep(record, payload, {});
        if (!outcome)
            return reply(outcome.error());
        reply(DraftKept{outcome->record.uid, services->clock().now()});
        Q_EMIT changed();
    });
}

void StationFormDesk::submit(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload,
                             const QString& reason, Reply<FormSent> reply)
{
    m_threads.onStoreFirst([this, kind, record, payload, reason, reply](Services* services) {
        if (!services)
            return reply(notUnlocked());
        const auto form = formFor(services->tables(), kind);
        if (!form)
            return reply(form.error());
        auto outcome = Entry(*services, **form).submit(record, payload, reason);
        if (!outcome)
            return reply(outcome.error());
        reply(FormSent{outcome->record.uid, outcome->record.row, outcome->record.number, std::move(outcome->findings),
                       std::move(outcome->refusal), outcome->isDraft});
        Q_EMIT changed();
    });
}

void StationFormDesk::dropDraft(const domain::RecordUid& record, Reply<bool> reply)
{
    m_threads.onStoreFirst([this, record, reply](Services* services) {
        if (!services)
            return reply(notUnlocked());
        const auto dropped = services->records().dropDraft(record);
        reply(dropped);
        if (dropped)
            Q_EMIT changed();
    });
}

void StationFormDesk::drafts(Reply<std::vector<DraftLine>> reply)
{
    m_threads.onReading([&tables = m_threads.tables(), reply](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        const auto drafts = reading->records.drafts();
        if (!drafts)
            return reply(drafts.error());
        std::vector<DraftLine> lines;
        for (const records::DraftRecord& draft : *drafts)
            lines.push_back({draft.record.uid, draft.record.row, draft.record.kind, titleOf(draft.record, tables.kinds),
                             momentOf(draft.savedAt)});
        reply(std::move(lines));
    });
}

void StationFormDesk::findPersons(const QString& words, const domain::RecordUid& caseOf,
                                  Reply<std::vector<PersonChoice>> reply)
{
    m_threads.onReading([&tables = m_threads.tables(), words, caseOf, reply](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        const auto papers = casePapers(tables, reading->records, caseOf);
        if (!papers)
            return reply(papers.error());
        std::vector<domain::RecordRow> rows;
        for (const domain::Record& paper : *papers)
            rows.push_back(paper.row);
        auto found = reading->persons.find(words, rows, mostChoices);
        if (!found)
            return reply(found.error());
        std::vector<PersonChoice> choices;
        for (search::FoundPerson& person : *found) {
            const QString below = belowOf(person);
            choices.push_back({std::move(person.name), below, person.records, std::move(person.person)});
        }
        reply(std::move(choices));
    });
}

void StationFormDesk::findOfficers(const QString& words, Reply<std::vector<QJsonObject>> reply)
{
    m_threads.onReading([words, reply](Reading* reading) {
        reply(reading ? reading->officers.find(words, mostChoices) : notUnlocked());
    });
}

} // namespace ekatra::session
