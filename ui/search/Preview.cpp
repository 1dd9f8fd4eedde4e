#include "search/Preview.h"

#include "models/Format.h"
#include "widgets/Chip.h"
#include "widgets/FactList.h"
#include "widgets/FlowLayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int restMilliseconds = 80;
constexpr std::size_t mostLines = 6; // of people and of property
constexpr qsizetype mostLetters = 160; // of the narrative

// The beginning of a long text, ended between words.
QString beginning(const QString& text)
{
    const QString plain = text.simplified();
    if (plain.size() <= mostLetters)
        return plain;
    const qsizetype space = plain.lastIndexOf(QLatin1Char(' '), mostLetters);
    QString start = plain.left(space > 0 ? space : mostLetters);
    while (!start.isEmpty() && start.back().isPunct())
        start.chop(1);
    return start + QChar(0x2026);
}

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
    connect(&m_context.desk, &session::Desk::readFailed, this, [this](quint64 ticket, const Error& error) {
        if (ticket != m_ticket)
            return;
        auto* facts = new FactList(m_context, m_content);
        facts->addNote(m_context.messages.text(error, m_context.language.code()).whole());
        replaceFacts(facts);
    });
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
    m_contentColumn = content;
    content->setContentsMargins(space::l, space::m, space::l, space::l);
    content->setSpacing(space::s);
    auto* head = new QHBoxLayout;
    m_title = makeElided(m_content, TextSize::Title, "", true);
    m_title->setObjectName(QStringLiteral("previewTitle"));
    m_title->setMinimumHeight(lineHeight(TextSize::Title, true));
    head->addWidget(m_title, 1);
    m_state = new ChipLabel(m_context.theme, m_content);
    head->addWidget(m_state);
    content->addLayout(head);
    m_where = makeElided(m_content, TextSize::Small, "quiet");
    m_where->setMinimumHeight(lineHeight(TextSize::Small, true));
    content->addWidget(m_where);
    auto* sections = new QWidget(m_content);
    m_sections = new FlowLayout(sections, space::s);
    content->addWidget(sections);
    m_summary = makeParagraph(m_content);
    content->addWidget(m_summary);
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
    m_sections->clear();
    m_summary->hide();
    replaceFacts(nullptr);
    fillHead();
    m_content->show();
    m_open->setVisible(true);
    m_rest.start();
}

void Preview::fillHead()
{
    const QString& language = m_context.language.code();
    m_title->setFullText(kindText(m_context.tables.kinds, m_hit.kind, language) + QLatin1Char(' ') + m_hit.number);
    QString state = stateText(m_hit.state);
    QString icon = stateIcon(m_hit.state);
    if (state.isEmpty() && !m_hit.status.isEmpty()) {
        state = m_context.tables.forms.codes().label(QStringLiteral("CASE_STATUS"), m_hit.status).in(language);
        icon = QStringLiteral("clock");
    }
    m_state->setVisible(!state.isEmpty());
    m_state->show(ChipFace{state, {}, icon, Tone::Accent, false});
    m_where->setFullText(m_context.tables.stations.name(m_hit.station, language) + QStringLiteral(" · ")
                         + dateText(m_hit.date));
}

void Preview::fillBody(const session::Desk::Details& details)
{
    m_details = details;
    const domain::Extract& extract = details->extract;
    m_sections->clear();
    for (const domain::SectionMention& section : extract.sections) {
        auto* chip = new ChipLabel(m_context.theme, m_sections->parentWidget());
        chip->show(ChipFace{section.section + QChar(0x00A0) + section.act, {}, {}, Tone::Plain, false});
        m_sections->addWidget(chip);
        chip->show();
    }
    m_summary->setText(extract.texts.isEmpty() ? QString() : beginning(extract.texts.first()));
    m_summary->setVisible(!m_summary->text().isEmpty());
    auto* facts = new FactList(m_context, m_content);
    facts->addPeople(extract, mostLines);
    facts->addProperty(extract, mostLines);
    facts->addMentions(details->mentions);
    replaceFacts(facts);
}

void Preview::replaceFacts(FactList* facts)
{
    if (m_facts) {
        m_facts->hide();
        m_facts->deleteLater();
    }
    m_facts = facts;
    if (!facts)
        return;
    m_contentColumn->insertWidget(m_contentColumn->count() - 1, facts);
    facts->show();
}

} // namespace ekatra::ui
