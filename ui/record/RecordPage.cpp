#include "record/RecordPage.h"

#include "models/CaseStory.h"
#include "models/Format.h"
#include "models/RecordSheet.h"
#include "record/FieldRow.h"
#include "record/RecordHeader.h"
#include "record/VersionList.h"
#include "theme/FocusRing.h"
#include "widgets/Banner.h"
#include "widgets/Chip.h"
#include "widgets/FactList.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ekatra::ui {

using domain::RecordState;

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
    : Page(parent), m_context(context), m_row(row)
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
                askVersions();
                askWhy();
                Q_EMIT titleChanged();
            });
    connect(&m_context.desk, &session::Desk::readFailed, this, [this](quint64 ticket, const Error& error) {
        if (ticket != m_ticket)
            return;
        m_failure = error;
        fill();
    });
    connect(&m_context.forms, &session::FormDesk::changed, this, &RecordPage::askWhenSeen);
    connect(&m_context.sync, &session::SyncDesk::finished, this, &RecordPage::askWhenSeen);
    ask();
}

void RecordPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new RecordHeader(m_context, this);
    column->addWidget(m_header);
    m_banner = new Banner(m_context.theme, "recordBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, &RecordPage::ask);
    m_refusal = new Banner(m_context.theme, "recordRefusal", this);
    column->addWidget(m_refusal);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(buildViews(), 1);
    QFrame* side = makeFrame(this, "side");
    side->setFixedWidth(size::caseSide);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(stroke::hairline, 0, 0, 0);
    m_sideArea = makeScroll(side, "recordSide");
    sideColumn->addWidget(m_sideArea);
    halves->addWidget(side);
    column->addLayout(halves, 1);
    m_foot = new ActionBar(m_context, this);
    column->addWidget(m_foot);
    auto* turn = new QShortcut(QKeySequence(Qt::Key_H), this);
    turn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, [this] { showVersions(m_views->currentIndex() == 0); });
}

// The facts as they stand and the versions before them, one at a time.
QWidget* RecordPage::buildViews()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* bar = makeFrame(box, "bar");
    bar->setFixedHeight(size::bar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::xs);
    m_factsView = makeButton(bar, "switch", "viewFacts");
    m_versionsView = makeButton(bar, "switch", "viewVersions");
    for (QPushButton* button : {m_factsView, m_versionsView}) {
        button->setCheckable(true);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, button] { showVersions(button == m_versionsView); });
    }
    row->addStretch(1);
    column->addWidget(bar);
    m_views = new QStackedWidget(box);
    m_sheetArea = makeScroll(m_views, "recordSheet");
    m_views->addWidget(m_sheetArea);
    m_versions = new VersionList(m_context, m_views);
    m_views->addWidget(m_versions);
    column->addWidget(m_views, 1);
    fillViews();
    return box;
}

void RecordPage::ask()
{
    m_old = false;
    m_failure.reset();
    m_banner->hide();
    m_ticket = m_context.desk.read(m_row);
}

void RecordPage::askWhenSeen()
{
    m_old = true;
    if (isVisible())
        ask();
}

void RecordPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_old)
        ask();
}

void RecordPage::askVersions()
{
    m_context.desk.readRevisions(m_row, {this, [this](const Result<std::vector<records::Revision>>& revisions) {
                                             if (!revisions)
                                                 return;
                                             m_revisions = *revisions;
                                             m_versions->show(m_details, m_revisions);
                                             fillViews();
                                         }});
}

// Of a paper that the centre has not taken, the outbox knows the reason.
void RecordPage::askWhy()
{
    m_why.reset();
    const RecordState state = m_details->record.state;
    if (state != RecordState::Rejected && state != RecordState::Ready && state != RecordState::Conflicted)
        return;
    m_context.sync.outbox(false, {this, [this](const Result<std::vector<session::OutboxLine>>& lines) {
                                      if (!lines)
                                          return;
                                      for (const session::OutboxLine& line : *lines) {
                                          if (line.row.record == m_row && line.why)
                                              m_why = line;
                                      }
                                      fillState();
                                  }});
}

// Why the centre has not taken it, in its own words where it gave some; empty where nobody knows.
QString RecordPage::reason() const
{
    if (!m_why)
        return {};
    const QString& language = m_context.language.code();
    const QString& own =
        language == QLatin1String("hi") && !m_why->detailHi.isEmpty() ? m_why->detailHi : m_why->detailEn;
    return own.isEmpty() ? m_context.messages.text(*m_why->why, language).whole() : own;
}

QString RecordPage::title() const
{
    return m_details ? recordName(m_details->record, m_context.tables, m_context.language.code()) : QString();
}

QString RecordPage::icon() const
{
    return kindIcon(m_context.tables.kinds, m_details ? m_details->record.kind : QString());
}

void RecordPage::takeFocus()
{
    QWidget* view = m_views->currentWidget();
    auto* row = qobject_cast<FieldRow*>(focusWidget());
    if (!row || !view->isAncestorOf(row))
        row = view->findChild<FieldRow*>();
    if (row)
        row->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void RecordPage::showVersions(bool versions)
{
    m_views->setCurrentIndex(versions ? 1 : 0);
    fillViews();
    takeFocus();
}

void RecordPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fill();
    if (m_details)
        m_versions->show(m_details, m_revisions);
    Q_EMIT titleChanged();
}

void RecordPage::fill()
{
    fillViews();
    if (m_failure)
        m_banner->tell(m_context.messages.text(*m_failure, m_context.language.code()), tr("Retry"));
    if (!m_details)
        return;
    const QWidget* focus = QApplication::focusWidget();
    const bool ours = focus && (focus == this || isAncestorOf(focus));
    const QString name = ours ? focus->objectName() : QString();
    m_header->show(m_details->record, m_details->extract);
    fillSheet();
    fillSide();
    fillState();
    if (!ours)
        return;
    // The facts are new widgets, and the keyboard goes back to the one where it was.
    if (auto* same = name.isEmpty() ? nullptr : findChild<QWidget*>(name))
        same->setFocus(Qt::OtherFocusReason);
    else
        takeFocus();
}

void RecordPage::fillViews()
{
    const auto name = [](QPushButton* button, const QString& text, bool chosen) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (H)").arg(text));
        button->setChecked(chosen);
    };
    const bool versions = m_views->currentIndex() == 1;
    const int count = m_details ? m_details->revisions + 1 : 1;
    name(m_factsView, tr("Facts"), !versions);
    name(m_versionsView, tr("Versions") + QStringLiteral("  ") + grouped(count), versions);
}

// In words what state it is in, and what may be done.
void RecordPage::fillState()
{
    const domain::Record& record = m_details->record;
    m_refusal->setVisible(record.state == RecordState::Rejected || record.state == RecordState::Conflicted);
    QString reason = this->reason();
    QString note;
    switch (record.state) {
    case RecordState::Held:
    case RecordState::Accepted:
        note = stateText(record.state);
        break;
    case RecordState::Draft:
        note = tr("A draft, not submitted yet");
        break;
    case RecordState::Ready:
        note = stateText(record.state);
        break;
    case RecordState::Rejected:
        m_refusal->tell({tr("The centre refused it."), reason}, {});
        break;
    case RecordState::Conflicted:
        m_refusal->tell({tr("It was changed here and at the centre, and waits for a decision."), reason}, {});
        break;
    }
    if (m_details->draft && record.state != RecordState::Draft)
        note = tr("Changes begun here are not submitted yet");
    if (m_details->draft)
        reason = tr("kept %1").arg(momentText(m_details->draft->savedAt));
    else if (record.state != RecordState::Ready)
        reason.clear();
    m_foot->setNote(note, note.isEmpty() ? QString() : reason);
    m_foot->setActs(acts());
}

std::optional<domain::RecordRow> RecordPage::caseRow() const
{
    const auto heads = [this](const QString& code) {
        const domain::Kind* kind = m_context.tables.kinds.find(code);
        return kind && kind->caseRules.headsCase;
    };
    if (heads(m_details->record.kind))
        return m_row;
    for (const records::Linked& linked : m_details->linked) {
        if (linked.record && heads(linked.kind))
            return linked.record->row;
    }
    return std::nullopt;
}

// What the operator is likeliest to do next comes first.
std::vector<Act> RecordPage::acts()
{
    const domain::Record& record = m_details->record;
    std::vector<Act> acts;
    const bool begun = m_details->draft.has_value() || record.state == RecordState::Draft;
    const auto toCase = caseRow();
    const Act showCase{QStringLiteral("act_case"), tr("Case"), [this, toCase] {
                           Q_EMIT placeWanted({Place::Room::Case, *toCase});
                       }};
    const bool mayWrite = m_context.tables.forms.find(record.kind) != nullptr;
    const Act edit{QStringLiteral("act_edit"), begun ? tr("Go on writing") : tr("Edit"), [this, uid = record.uid] {
                       Q_EMIT formWanted({{}, uid, {}, -1});
                   }};
    const bool editFirst = begun || record.state == RecordState::Rejected || !toCase;
    if (mayWrite && editFirst)
        acts.push_back(edit);
    if (toCase)
        acts.push_back(showCase);
    if (mayWrite && !editFirst)
        acts.push_back(edit);
    acts.push_back({QStringLiteral("act_print"), tr("Print"), [this, uid = record.uid] { Q_EMIT paperWanted(uid); }});
    return acts;
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
    const int scrolled = m_sheetArea->verticalScrollBar()->value();
    m_sheetArea->setWidget(content);
    m_sheetArea->verticalScrollBar()->setValue(scrolled);
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
        facts.addLink(icon, recordName(*linked.record, m_context.tables, language),
                      m_context.tables.stations.name(linked.record->station, language) + QStringLiteral(" · ")
                          + dateText(domain::dateOfEventDay(linked.record->eventDay)));
    open->setObjectName(QStringLiteral("linked%1").arg(linked.record->row));
    open->setAccessibleName(tr("Open %1").arg(open->text()));
    const qint64 target = linked.record->row;
    connect(open, &QPushButton::clicked, this, [this, target] { Q_EMIT placeWanted({Place::Room::Record, target}); });
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
    m_sideArea->setWidget(content);
    m_sideArea->setAccessibleName(tr("Linked records"));
}

} // namespace ekatra::ui
