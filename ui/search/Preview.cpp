#include "search/Preview.h"

#include "models/Format.h"
#include "models/RecordSheet.h"
#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int restMilliseconds = 80;
constexpr std::size_t mostLines = 6; // of people and of property

} // namespace

Preview::Preview(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("preview"));
    setProperty("look", QStringLiteral("side"));
    setFixedWidth(size::preview);
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_ticket = m_context.desk.read(m_hit.row); });
    connect(&m_context.desk, &session::Desk::recordRead, this,
            [this](quint64 ticket, const session::Desk::Details& details) {
                if (ticket == m_ticket)
                    fillBody(details);
            });
    retranslate();
    clear();
}

void Preview::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content = makeFrame(scroll, "page");
    scroll->setWidget(m_content);
    column->addWidget(scroll, 1);

    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(space::l, space::m, space::l, space::l);
    content->setSpacing(space::s);
    auto* head = new QHBoxLayout;
    m_title = new ElidedLabel(m_content);
    m_title->setProperty("textSize", QStringLiteral("title"));
    m_title->setProperty("bold", true);
    m_title->setMinimumHeight(lineHeight(TextSize::Title, true));
    head->addWidget(m_title, 1);
    m_state = new ChipLabel(m_context.theme, m_content);
    head->addWidget(m_state);
    content->addLayout(head);
    m_where = new ElidedLabel(m_content);
    m_where->setProperty("textSize", QStringLiteral("small"));
    m_where->setProperty("tone", QStringLiteral("quiet"));
    content->addWidget(m_where);
    auto* sections = new QWidget(m_content);
    m_sections = new FlowLayout(sections, space::s);
    content->addWidget(sections);
    m_summary = makeParagraph(m_content);
    content->addWidget(m_summary);
    m_body = new QWidget(m_content);
    m_bodyLayout = new QVBoxLayout(m_body);
    m_bodyLayout->setContentsMargins(0, space::s, 0, 0);
    m_bodyLayout->setSpacing(space::xs);
    content->addWidget(m_body);
    content->addStretch(1);

    QFrame* foot = makeFrame(this, "foot");
    foot->setFixedHeight(size::actionBar);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::l, 0, space::l, 0);
    m_open = new KeyButton(m_context.theme, "primary", "previewOpen", foot);
    row->addWidget(m_open);
    row->addStretch(1);
    column->addWidget(foot);
    connect(m_open, &QPushButton::clicked, this, &Preview::openWanted);
}

void Preview::retranslate()
{
    m_open->setText(tr("Open"));
    m_open->setKeyCap(QStringLiteral("Enter"));
    m_open->setAccessibleName(tr("Open this record"));
    setAccessibleName(tr("Preview"));
}

void Preview::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_hit.row > 0) {
        fillHead();
        if (m_details)
            fillBody(m_details);
    }
}

void Preview::clear()
{
    m_rest.stop();
    m_ticket = 0;
    m_hit = {};
    m_details.reset();
    m_content->hide();
    m_open->setVisible(false);
}

void Preview::show(const search::Hit& hit)
{
    if (hit.row == m_hit.row && m_details) {
        m_hit = hit;
        fillHead();
        return;
    }
    m_hit = hit;
    m_details.reset();
    m_ticket = 0;
    fillHead();
    m_content->show();
    m_open->setVisible(true);
    m_rest.start();
}

void Preview::fillHead()
{
    const QString& language = m_context.language.code();
    m_title->setFullText(kindText(m_context.tables.kinds, m_hit.kind, language) + QLatin1Char(' ') + m_hit.number);
    const QString state = stateText(m_hit.state);
    m_state->setVisible(!state.isEmpty());
    m_state->show(ChipFace{state, {}, stateIcon(m_hit.state), Tone::Accent, false});
    m_where->setFullText(m_context.tables.stations.name(m_hit.station, language) + QStringLiteral(" · ")
                         + dateText(m_hit.date));
    m_summary->setText(m_hit.title.text);
}

void Preview::addSection(const QString& title)
{
    QLabel* label = makeLabel(m_body, TextSize::Base, "", true);
    label->setText(title);
    label->setMinimumHeight(lineHeight(TextSize::Base, true));
    m_bodyLayout->addSpacing(space::xs);
    m_bodyLayout->addWidget(label);
    m_bodyLayout->addWidget(makeRule(m_body));
}

void Preview::addLine(const QString& icon, const QString& text, const QString& below, const QString& source)
{
    auto* line = new QWidget(m_body);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, space::xs, 0, space::xs);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(m_context.theme, icon, Colour::Text2, size::iconSmall, line));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* first = new ElidedLabel(line);
    first->setFullText(text);
    words->addWidget(first);
    if (!below.isEmpty()) {
        auto* second = new ElidedLabel(line);
        second->setProperty("textSize", QStringLiteral("small"));
        second->setProperty("tone", QStringLiteral("quiet"));
        second->setFullText(below);
        words->addWidget(second);
    }
    row->addLayout(words, 1);
    if (!source.isEmpty()) {
        auto* mark = new SourceMark(m_context.theme, line);
        mark->setText(sourceText(source));
        row->addWidget(mark);
    }
    m_bodyLayout->addWidget(line);
}

void Preview::fillBody(const session::Desk::Details& details)
{
    m_details = details;
    m_sections->clear();
    while (QLayoutItem* item = m_bodyLayout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const QString& language = m_context.language.code();
    const domain::Extract& extract = details->extract;
    for (const domain::SectionMention& section : extract.sections) {
        auto* chip = new ChipLabel(m_context.theme, m_sections->parentWidget());
        chip->show(ChipFace{section.section + QChar(0x00A0) + section.act, {}, {}, Tone::Plain, false});
        m_sections->addWidget(chip);
        chip->show();
    }
    if (!extract.persons.empty())
        addSection(tr("People"));
    for (std::size_t i = 0; i < std::min(mostLines, extract.persons.size()); ++i) {
        const domain::PersonMention& person = extract.persons[i];
        QStringList below{
            m_context.tables.forms.codes().label(QStringLiteral("PERSON_ROLE"), person.role).in(language)};
        if (person.age)
            below.append(tr("age %1").arg(*person.age));
        if (!person.village.isEmpty())
            below.append(person.village);
        const QString name = person.relativeName.isEmpty()
            ? person.name
            : tr("%1, father or husband %2").arg(person.name, person.relativeName);
        addLine(QStringLiteral("person"), name, below.join(QStringLiteral(" · ")));
    }
    if (!extract.properties.empty())
        addSection(tr("Property"));
    for (std::size_t i = 0; i < std::min(mostLines, extract.properties.size()); ++i) {
        const domain::PropertyMention& thing = extract.properties[i];
        addLine(QStringLiteral("property"), thing.description.isEmpty() ? thing.category : thing.description,
                thing.value ? moneyText(*thing.value) : thing.identifier);
    }
    if (!details->mentions.empty())
        addSection(tr("Known to"));
    for (const records::Mention& mention : details->mentions)
        addLine(QStringLiteral("source"), mention.sourceKey, tr("first seen %1").arg(momentText(mention.firstSeen)),
                mention.sourceId);
}

} // namespace ekatra::ui
