#include "models/CaseStory.h"

#include "models/FieldWords.h"
#include "models/Format.h"

#include <QCoreApplication>

#include <map>
#include <memory>

namespace ekatra::ui {

namespace {

using records::CaseDetails;
using records::CaseEvent;
using records::CaseRecord;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::CaseStory)
};

constexpr qsizetype mostFields = 4; // of a change, named in one line

class Teller {
public:
    Teller(const CaseDetails& details, const session::Tables& tables, const QString& language)
        : m_details(details), m_tables(tables), m_language(language)
    {
    }

    StoryLine tell(const CaseEvent& event)
    {
        const CaseRecord& member = m_details.records[event.record];
        StoryLine line{member.record.row, {}, event.day, event.time, {}, {}, event.source};
        switch (event.what) {
        case CaseEvent::What::Moment:
            tellMoment(event, member, line);
            break;
        case CaseEvent::What::Change:
            tellChange(event, member, line);
            break;
        case CaseEvent::What::Record:
            line.icon = kindIcon(m_tables.kinds, member.record.kind);
            line.below = domain::personsText(member.extract, m_language);
            break;
        }
        if (line.title.isEmpty())
            line.title = recordName(member.record, m_tables, m_language);
        const QString state = event.what == CaseEvent::What::Change ? QString() : stateText(member.record.state);
        if (!state.isEmpty() && member.record.state != domain::RecordState::Accepted)
            line.below = line.below.isEmpty() ? state : state + QStringLiteral(" · ") + line.below;
        return line;
    }

private:
    const FieldWords& wordsOf(const QString& kind)
    {
        auto& words = m_words[kind];
        if (!words)
            words = std::make_unique<FieldWords>(kind, m_tables, m_language);
        return *words;
    }

    void tellMoment(const CaseEvent& event, const CaseRecord& member, StoryLine& line)
    {
        const domain::EventRule& rule = m_tables.kinds.find(member.record.kind)->caseRules.events[event.rule];
        const FieldWords& words = wordsOf(member.record.kind);
        line.icon = rule.icon;
        line.title = words.filled(rule.title.in(m_language), member.record.payload);
        line.below = words.filled(rule.detail.in(m_language), member.record.payload);
    }

    void tellChange(const CaseEvent& event, const CaseRecord& member, StoryLine& line)
    {
        const QString name = recordName(member.record, m_tables, m_language);
        line.icon = QStringLiteral("history");
        line.title = event.source.isEmpty() ? Words::tr("%1 changed here").arg(name)
                                            : Words::tr("%1 changed by %2").arg(name, sourceText(event.source));
        const FieldWords& words = wordsOf(member.record.kind);
        QStringList fields;
        for (const QString& field : event.fields.mid(0, mostFields))
            fields.append(words.label(field, words.field(field)));
        const qsizetype more = event.fields.size() - fields.size();
        line.below = fields.join(QStringLiteral(", "));
        if (more > 0)
            line.below += QStringLiteral(" +%1").arg(more);
    }

    const CaseDetails& m_details;
    const session::Tables& m_tables;
    QString m_language;
    std::map<QString, std::unique_ptr<FieldWords>> m_words; // by kind
};

const QString notArrested = QStringLiteral("NA");

} // namespace

std::vector<StoryLine> storyOf(const CaseDetails& details, const session::Tables& tables, const QString& language)
{
    Teller teller(details, tables, language);
    std::vector<StoryLine> lines;
    lines.reserve(details.events.size());
    for (const CaseEvent& event : details.events)
        lines.push_back(teller.tell(event));
    return lines;
}

QString recordName(const domain::Record& record, const session::Tables& tables, const QString& language)
{
    const QString kind = kindText(tables.kinds, record.kind, language);
    if (!record.number.isEmpty())
        return kind + QLatin1Char(' ') + record.number;
    return record.state == domain::RecordState::Draft ? Words::tr("%1, draft").arg(kind) : kind;
}

PersonStanding standingOf(const CaseDetails& details, std::size_t person, const session::Tables& tables,
                          const QString& language)
{
    static const QStringList free{notArrested, QStringLiteral("ABSC"), QStringLiteral("PP"), QStringLiteral("PO")};
    const records::CasePerson& one = details.persons[person];
    const auto ofCode = [&](const QString& code) {
        return PersonStanding{tables.forms.codes().label(QStringLiteral("ACCUSED_STATUS"), code).in(language),
                              free.contains(code) ? PersonStanding::Tone::Bad : PersonStanding::Tone::Plain};
    };
    if (!one.status.isEmpty())
        return ofCode(one.status);
    if (const domain::Kind* kind = tables.kinds.find(one.stateFrom))
        return {kind->caseRules.personState.in(language), PersonStanding::Tone::Plain};
    for (const records::CaseLack& lack : details.lacks) {
        if (std::find(lack.persons.begin(), lack.persons.end(), person) != lack.persons.end())
            return ofCode(notArrested);
    }
    return {};
}

QString lackText(const CaseDetails& details, const records::CaseLack& lack, const session::Tables& tables,
                 const QString& language)
{
    const domain::Kind* head = tables.kinds.find(details.head().record.kind);
    QString text = head->caseRules.needs[lack.need].text.in(language);
    constexpr std::size_t mostNames = 2;
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostNames, lack.persons.size()); ++i)
        names.append(details.persons[lack.persons[i]].person.name);
    QString joined = names.join(QStringLiteral(", "));
    if (lack.persons.size() > mostNames)
        joined += QStringLiteral(" +%1").arg(lack.persons.size() - mostNames);
    return text.replace(QLatin1String("{names}"), joined);
}

} // namespace ekatra::ui
