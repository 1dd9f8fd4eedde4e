#include "record/CaseSide.h"

#include "domain/Summary.h"
#include "models/CaseStory.h"
#include "models/Format.h"
#include "widgets/Chip.h"
#include "widgets/FactList.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr std::size_t mostRows = 10;

QString dotted(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

CaseSide::CaseSide(const Context& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setObjectName(QStringLiteral("caseSide"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void CaseSide::show(const session::Desk::Case& details)
{
    m_case = details;
    fill();
}

void CaseSide::fill()
{
    const int scrolled = verticalScrollBar()->value();
    QFrame* content = makeFrame(nullptr, "page");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, 0, space::l, space::l);
    auto* facts = new FactList(m_context, content);
    column->addWidget(facts);
    column->addStretch(1);
    addPeople(*facts);
    addProperty(*facts);
    addPapers(*facts);
    addCases(*facts);
    setWidget(content);
    setAccessibleName(tr("People, property and papers of the case"));
    verticalScrollBar()->setValue(scrolled);
}

std::size_t CaseSide::shown(Part part, std::size_t count) const
{
    return m_open.contains(static_cast<int>(part)) ? count : std::min(count, mostRows);
}

void CaseSide::addMore(FactList& facts, Part part, std::size_t count)
{
    if (shown(part, count) == count)
        return;
    QPushButton* more = facts.addMore(tr("Show all %1").arg(grouped(static_cast<qint64>(count))));
    more->setObjectName(QStringLiteral("more%1").arg(static_cast<int>(part)));
    connect(more, &QPushButton::clicked, this, [this, part] {
        m_open.insert(static_cast<int>(part));
        QMetaObject::invokeMethod(this, &CaseSide::fill, Qt::QueuedConnection); // the button goes with the old rows
    });
}

void CaseSide::addPeople(FactList& facts)
{
    const auto& persons = m_case->persons;
    if (persons.empty())
        return;
    const QString& language = m_context.language.code();
    facts.addSection(tr("People"), grouped(static_cast<qint64>(persons.size())));
    for (std::size_t i = 0; i < shown(Part::People, persons.size()); ++i) {
        const records::CasePerson& one = persons[i];
        QString name = domain::personText(one.person, language);
        if (one.person.age)
            name += QStringLiteral(", ") + tr("age %1").arg(*one.person.age);
        QStringList roles;
        for (const QString& role : one.roles)
            roles.append(m_context.tables.forms.codes().label(QStringLiteral("PERSON_ROLE"), role).in(language));
        const QString records = one.records.size() > 1
            ? tr("in %1 records").arg(grouped(static_cast<qint64>(one.records.size())))
            : QString();
        const PersonStanding standing = standingOf(*m_case, i, m_context.tables, language);
        const bool free = standing.tone == PersonStanding::Tone::Bad;
        facts.addStanding(
            one.stateFrom.isEmpty() && one.status.isEmpty() ? QStringLiteral("person") : QStringLiteral("arrest"), name,
            dotted({one.person.code, roles.mid(0, 2).join(QStringLiteral(", ")), one.person.village, one.person.mobile,
                    records}),
            ChipFace{standing.text,
                     {},
                     free ? QStringLiteral("warning") : QString(),
                     free ? Tone::Bad : Tone::Plain,
                     false});
    }
    addMore(facts, Part::People, persons.size());
}

void CaseSide::addProperty(FactList& facts)
{
    const auto& things = m_case->properties;
    if (things.empty())
        return;
    const QString& language = m_context.language.code();
    const schema::CodeLists& codes = m_context.tables.forms.codes();
    facts.addSection(tr("Property"), grouped(static_cast<qint64>(things.size())));
    for (std::size_t i = 0; i < shown(Part::Property, things.size()); ++i) {
        const domain::PropertyMention& thing = things[i];
        const QString category = codes.label(QStringLiteral("PROPERTY_CAT"), thing.category).in(language);
        const QString status =
            thing.status.isEmpty() ? QString() : codes.label(QStringLiteral("PROP_STATUS"), thing.status).in(language);
        const bool isBack = thing.status == QLatin1String("REC");
        facts.addStanding(
            thing.isVehicle ? QStringLiteral("vehicle") : QStringLiteral("property"),
            thing.description.isEmpty() ? category : thing.description,
            dotted({thing.identifier, thing.value.value_or(0) > 0 ? moneyText(*thing.value) : QString(),
                    thing.description.isEmpty() ? QString() : category}),
            ChipFace{status, {}, isBack ? QStringLiteral("ok") : QString(), isBack ? Tone::Good : Tone::Plain, false});
    }
    addMore(facts, Part::Property, things.size());
}

void CaseSide::addPapers(FactList& facts)
{
    const auto& papers = m_case->records;
    const QString& language = m_context.language.code();
    facts.addSection(tr("Papers"), grouped(static_cast<qint64>(papers.size())));
    for (std::size_t i = 0; i < shown(Part::Papers, papers.size()); ++i) {
        const domain::Record& record = papers[i].record;
        QString name = recordName(record, m_context.tables, language);
        const QString persons = i == 0          ? QString()
            : papers[i].extract.persons.empty() ? QString()
                                                : papers[i].extract.persons.front().name;
        if (!persons.isEmpty() && persons.size() < 40)
            name += QStringLiteral(" · ") + persons;
        const QString state = papers[i].hasDraft ? stateText(domain::RecordState::Draft) : stateText(record.state);
        const bool quiet = record.state == domain::RecordState::Accepted && !papers[i].hasDraft;
        QPushButton* open =
            facts.addPaper(kindIcon(m_context.tables.kinds, record.kind), name,
                           dotted({quiet ? QString() : state, dateText(domain::dateOfEventDay(record.eventDay))}));
        open->setObjectName(QStringLiteral("paper%1").arg(record.row));
        open->setAccessibleName(tr("Open %1").arg(name));
        const qint64 row = record.row;
        connect(open, &QPushButton::clicked, this, [this, row] { Q_EMIT recordWanted(row); });
    }
    addMore(facts, Part::Papers, papers.size());
}

void CaseSide::addCases(FactList& facts)
{
    if (m_case->otherCases.empty())
        return;
    const QString& language = m_context.language.code();
    facts.addSection(tr("Linked cases"), grouped(static_cast<qint64>(m_case->otherCases.size())));
    for (const records::Linked& other : m_case->otherCases) {
        const QString icon = QStringLiteral("link");
        if (!other.record) {
            facts.addLine(
                icon,
                tr("%1 %2, not arrived yet").arg(kindText(m_context.tables.kinds, other.kind, language), other.key),
                {});
            continue;
        }
        QPushButton* open = facts.addPaper(icon, recordName(*other.record, m_context.tables, language),
                                           m_context.tables.stations.name(other.record->station, language));
        open->setObjectName(QStringLiteral("case%1").arg(other.record->row));
        open->setAccessibleName(tr("Open %1").arg(open->text()));
        const qint64 row = other.record->row;
        connect(open, &QPushButton::clicked, this, [this, row] { Q_EMIT caseWanted(row); });
    }
}

} // namespace ekatra::ui
