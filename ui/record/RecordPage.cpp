#include "record/RecordPage.h"

#include "models/Format.h"
#include "models/RecordSheet.h"
#include "record/FieldRow.h"
#include "theme/FocusRing.h"
#include "widgets/Chip.h"
#include "widgets/FactList.h"
#include "widgets/FlowLayout.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

QScrollArea* makeScroll(QWidget* parent, const char* name)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(QString::fromLatin1(name));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

RecordPage::RecordPage(const Context& context, domain::RecordRow row, QWidget* parent)
    : QFrame(parent), m_context(context), m_row(row)
{
    setObjectName(QStringLiteral("recordPage"));
    setProperty("look", QStringLiteral("page"));
    setProperty(noRingProperty, true);
    setFocusPolicy(Qt::ClickFocus);
    build();
    connect(&m_context.desk, &session::Desk::recordRead, this,
            [this](quint64 ticket, const session::Desk::Details& details) {
                if (ticket != m_ticket)
                    return;
                m_details = details;
                fill();
                Q_EMIT titleChanged();
            });
    connect(&m_context.desk, &session::Desk::readFailed, this, [this](quint64 ticket, const Error& error) {
        if (ticket != m_ticket)
            return;
        m_failure = error;
        fill();
    });
    ask();
}

void RecordPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    m_banner = new Banner(m_context.theme, "recordBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, &RecordPage::ask);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    m_sheetArea = makeScroll(this, "recordSheet");
    halves->addWidget(m_sheetArea, 1);
    QFrame* side = makeFrame(this, "side");
    side->setFixedWidth(size::caseSide);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(stroke::hairline, 0, 0, 0);
    m_sideArea = makeScroll(side, "recordSide");
    sideColumn->addWidget(m_sideArea);
    halves->addWidget(side);
    column->addLayout(halves, 1);
}

QWidget* RecordPage::buildHeader()
{
    QFrame* header = makeFrame(this, "bar");
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::xs);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_number = makeLabel(header, TextSize::Display, "", true);
    m_number->setObjectName(QStringLiteral("recordNumber"));
    m_number->setFixedHeight(lineHeight(TextSize::Display, true));
    head->addWidget(m_number);
    m_copy = makeIconButton(header, m_context.theme, QStringLiteral("copy"), "copyNumber");
    head->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->record.number); });
    m_copy->hide();
    m_where = makeElided(header, TextSize::Base, "quiet");
    m_where->setObjectName(QStringLiteral("recordWhere"));
    head->addWidget(m_where, 1);
    m_status = new ChipLabel(m_context.theme, header);
    m_state = new ChipLabel(m_context.theme, header);
    head->addWidget(m_status);
    head->addWidget(m_state);
    m_status->hide();
    m_state->hide();
    column->addLayout(head);
    auto* sections = new QHBoxLayout;
    sections->setSpacing(space::s);
    m_sectionsLabel = makeLabel(header, TextSize::Base, "quiet");
    m_sectionsLabel->setFixedHeight(size::chip);
    sections->addWidget(m_sectionsLabel, 0, Qt::AlignTop);
    auto* chips = new QWidget(header);
    m_sections = new FlowLayout(chips, space::s);
    sections->addWidget(chips, 1);
    m_officer = makeLabel(header);
    m_officer->setFixedHeight(size::chip);
    sections->addWidget(m_officer, 0, Qt::AlignTop);
    column->addLayout(sections);
    m_sectionsLabel->hide();
    return header;
}

void RecordPage::ask()
{
    m_failure.reset();
    m_banner->hide();
    m_ticket = m_context.desk.read(m_row);
}

QString RecordPage::title() const
{
    if (!m_details)
        return {};
    const domain::Record& record = m_details->record;
    return kindText(m_context.tables.kinds, record.kind, m_context.language.code()) + QLatin1Char(' ') + record.number;
}

QString RecordPage::icon() const
{
    return kindIcon(m_context.tables.kinds, m_details ? m_details->record.kind : QString());
}

void RecordPage::takeFocus()
{
    auto* fact = qobject_cast<FieldRow*>(focusWidget());
    if (!fact)
        fact = findChild<FieldRow*>();
    if (fact)
        fact->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void RecordPage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fill();
    Q_EMIT titleChanged();
}

void RecordPage::fill()
{
    if (m_failure)
        m_banner->tell(m_context.messages.text(*m_failure, m_context.language.code()), tr("Retry"));
    if (!m_details)
        return;
    const QWidget* focus = QApplication::focusWidget();
    const bool ours = focus && (focus == this || isAncestorOf(focus));
    const QString name = ours ? focus->objectName() : QString();
    fillHeader();
    fillSheet();
    fillSide();
    if (!ours)
        return;
    // The facts are new widgets, and the keyboard goes back to the one where it was.
    if (auto* same = findChild<FieldRow*>(name))
        same->setFocus(Qt::OtherFocusReason);
    else
        takeFocus();
}

void RecordPage::fillHeader()
{
    const QString& language = m_context.language.code();
    const domain::Record& record = m_details->record;
    m_number->setText(title());
    m_where->setFullText(m_context.tables.stations.name(record.station, language) + QStringLiteral(" · ")
                         + dateText(domain::dateOfEventDay(record.eventDay)));
    const QString status = fieldText(*m_details, QStringLiteral("status"), m_context.tables, language);
    m_status->setVisible(!status.isEmpty());
    m_status->show(ChipFace{status, {}, QStringLiteral("clock"), Tone::Accent, false});
    const QString state = stateText(record.state);
    m_state->setVisible(!state.isEmpty());
    const Tone tone = record.state == domain::RecordState::Rejected || record.state == domain::RecordState::Conflicted
        ? Tone::Warn
        : record.state == domain::RecordState::Accepted ? Tone::Good
                                                        : Tone::Plain;
    m_state->show(ChipFace{state, {}, stateIcon(record.state), tone, false});

    m_copy->show();
    nameButton(m_copy, tr("Copy the number"));
    const QStringList& officers = m_details->extract.officers;
    m_officer->setText(officers.isEmpty() ? QString() : tr("IO: %1").arg(officers.first()));

    m_sections->clear();
    m_sectionsLabel->setText(tr("Sections"));
    m_sectionsLabel->setVisible(!m_details->extract.sections.empty());
    for (const domain::SectionMention& section : m_details->extract.sections) {
        auto* chip = new ChipLabel(m_context.theme, m_sections->parentWidget());
        chip->show(ChipFace{section.section + QChar(0x00A0) + section.act, {}, {}, Tone::Plain, false});
        m_sections->addWidget(chip);
        chip->show();
    }
}

void RecordPage::fillSheet()
{
    const auto sheet = sheetOf(*m_details, m_context.tables, m_context.language.code());
    QFrame* content = makeFrame(nullptr, "page");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::s, space::l, space::xl);
    column->setSpacing(0);
    int number = 0;
    for (const SheetBlock& block : sheet) {
        column->addSpacing(block.nested ? space::s : space::m);
        auto* head = new QHBoxLayout;
        QLabel* title = makeLabel(content, TextSize::Base, block.nested ? "quiet" : "", true);
        title->setText(block.title);
        title->setMinimumHeight(lineHeight(TextSize::Base, true));
        head->addWidget(title, 1);
        if (!block.source.isEmpty()) {
            auto* mark = new SourceMark(m_context.theme, content);
            mark->setText(sourceText(block.source));
            head->addWidget(mark);
        }
        column->addLayout(head);
        column->addWidget(makeRule(content));
        for (const SheetLine& line : block.lines) {
            const QString source = line.source.isEmpty() ? block.source : line.source;
            const QString sourceLine = source.isEmpty() ? tr("Entered here") : tr("Source: %1").arg(sourceText(source));
            column->addWidget(
                new FieldRow(m_context.theme, line, QStringLiteral("fact%1").arg(++number), sourceLine, content));
        }
    }
    column->addStretch(1);
    m_sheetArea->setWidget(content);
    m_sheetArea->setAccessibleName(title());
}

void RecordPage::addLinked(FactList& facts, const records::Linked& linked)
{
    const QString& language = m_context.language.code();
    const QString kind = kindText(m_context.tables.kinds, linked.kind, language);
    const QString icon = kindIcon(m_context.tables.kinds, linked.kind);
    if (!linked.record) {
        facts.addLine(icon, tr("%1 %2, not arrived yet").arg(kind, linked.key), {});
        return;
    }
    QPushButton* open =
        facts.addLink(icon, kind + QLatin1Char(' ') + linked.record->number,
                      m_context.tables.stations.name(linked.record->station, language) + QStringLiteral(" · ")
                          + dateText(domain::dateOfEventDay(linked.record->eventDay)));
    open->setObjectName(QStringLiteral("linked%1").arg(linked.record->row));
    open->setAccessibleName(tr("Open %1").arg(open->text()));
    const qint64 target = linked.record->row;
    connect(open, &QPushButton::clicked, this, [this, target] { Q_EMIT openWanted(target); });
}

void RecordPage::fillSide()
{
    QFrame* content = makeFrame(nullptr, "page");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, 0, space::l, space::l);
    auto* facts = new FactList(m_context, content);
    column->addWidget(facts);
    column->addStretch(1);
    facts->addPeople(m_details->extract, m_details->extract.persons.size());
    facts->addProperty(m_details->extract, m_details->extract.properties.size());
    if (!m_details->linked.empty())
        facts->addSection(tr("Linked records"), grouped(static_cast<qint64>(m_details->linked.size())));
    for (const records::Linked& other : m_details->linked)
        addLinked(*facts, other);
    facts->addMentions(m_details->mentions);
    facts->addSection(tr("Versions"));
    facts->addNote(
        m_details->revisions == 0
            ? tr("As first received")
            : tr("Version %1, earlier ones kept: %2").arg(m_details->record.version).arg(m_details->revisions));
    m_sideArea->setWidget(content);
    m_sideArea->setAccessibleName(tr("Linked records"));
}

} // namespace ekatra::ui
