#include "sync/SyncPage.h"

#include "models/Format.h"
#include "outbox/OutboxPane.h"
#include "sync/Notice.h"
#include "sync/SyncWords.h"
#include "widgets/PageHead.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int columnSource = 232;
constexpr int columnMoment = 96;
constexpr int columnCount = 72;
constexpr int columnActs = 184;
constexpr int leastOutbox = 240; // room below which the other half is left out
constexpr int minutesOffered[] = {0, 5, 15, 30, 60};

} // namespace

SyncPage::SyncPage(const Context& context, QWidget* parent) : Page(parent), m_context(context)
{
    setObjectName(QStringLiteral("syncPage"));
    setProperty("look", QStringLiteral("page"));
    build();
    retranslate();
    connect(&m_context.sync, &session::SyncDesk::told, this, &SyncPage::hear);
    connect(&m_context.sync, &session::SyncDesk::finished, this, &SyncPage::hear);
    m_context.sync.ask();
}

void SyncPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_banner = new Banner(m_context.theme, "syncBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, [this] { m_context.sync.ask(); });
    m_table = new RowTable(m_context.theme, "syncList", this);
    m_table->setFitting(true);
    m_table->setKey(Qt::Key_R, QStringLiteral("run"));
    m_table->setKey(Qt::Key_P, QStringLiteral("pause"));
    column->addWidget(m_table);
    connect(m_table, &RowTable::acted, this, &SyncPage::act);
    m_notice = new Notice(m_context.theme, "syncNotice", this);
    column->addWidget(m_notice, 1);
    column->addWidget(buildSwitch());
    m_outbox = new OutboxPane(m_context, this);
    column->addWidget(m_outbox, 1);
    connect(m_outbox, &OutboxPane::recordWanted, this, [this](qint64 record) {
        Q_EMIT placeWanted({Place::Room::Record, record});
    });
    connect(m_outbox, &OutboxPane::formWanted, this, &Page::formWanted);
    m_rest = new QWidget(this);
    column->addWidget(m_rest, 1);
    auto* run = new QShortcut(QKeySequence(Qt::Key_F5), this);
    run->setContext(Qt::WidgetWithChildrenShortcut);
    connect(run, &QShortcut::activated, this, [this] { m_context.sync.run({}); });
}

QWidget* SyncPage::buildHead()
{
    const auto [head, row, title, words] = makePageHead(this, "syncWords");
    m_title = title;
    m_words = words;
    m_aside = makeButton(head, "link", "syncAside");
    row->addWidget(m_aside);
    connect(m_aside, &QPushButton::clicked, this, [this] { Q_EMIT placeWanted({Place::Room::Quarantine, 0}); });
    m_stop = makeButton(head, "", "syncStop");
    m_stop->setIcon(m_context.theme.icon(QStringLiteral("pause")));
    m_stop->hide();
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_context.sync.cancel(); });
    m_run = new KeyButton(m_context.theme, "primary", "syncRun", head);
    m_run->setKeyCap(QStringLiteral("F5"));
    row->addWidget(m_run);
    connect(m_run, &QPushButton::clicked, this, [this] { m_context.sync.run({}); });
    return head;
}

QWidget* SyncPage::buildSwitch()
{
    QFrame* bar = makeFrame(this, "bar");
    bar->setFixedHeight(size::bar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::xs);
    m_byItself = makeLabel(bar, TextSize::Base, "quiet");
    row->addWidget(m_byItself);
    row->addSpacing(space::s);
    m_minutes = new QButtonGroup(this);
    for (const int minutes : minutesOffered) {
        QPushButton* button = makeButton(bar, "switch", "");
        button->setObjectName(QStringLiteral("syncEvery%1").arg(minutes));
        button->setCheckable(true);
        m_minutes->addButton(button, minutes);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_minutes, &QButtonGroup::idClicked, this, [this](int minutes) { m_context.sync.setBackground(minutes); });
    return bar;
}

void SyncPage::takeFocus()
{
    QWidget* wanted = m_table->isVisibleTo(this) ? static_cast<QWidget*>(&m_table->list()) : m_run;
    wanted->setFocus(Qt::OtherFocusReason);
}

void SyncPage::hear(const session::SyncState& state)
{
    const bool first = !m_state;
    m_state = state;
    fill();
    if (first && m_run->hasFocus())
        takeFocus();
}

void SyncPage::fill()
{
    const bool any = m_state && !m_state->sources.empty();
    m_table->setVisible(any);
    m_notice->setVisible(!any);
    const qint64 aside = m_state ? m_state->setAside : 0;
    m_aside->setText(tr("Set aside (%1)").arg(grouped(aside)));
    m_aside->setAccessibleName(m_aside->text());
    const bool running = m_state && m_state->running;
    const bool stopHadFocus = m_stop->hasFocus();
    m_stop->setVisible(running);
    m_run->setVisible(!running);
    if (stopHadFocus && !running)
        m_run->setFocus(Qt::OtherFocusReason);
    showHalf();
    if (!m_state) {
        m_notice->tell(QStringLiteral("sync"), tr("Reading how the sources stand…"), {});
        return;
    }
    if (m_state->failure)
        m_banner->tell(m_context.messages.text(*m_state->failure, m_context.language.code()), tr("Look again"));
    else
        m_banner->hide();
    if (!any)
        m_notice->tell(QStringLiteral("source"), tr("No source is set up, so nothing can be read or sent."),
                       tr("The administrator adds the sources of the district to this store."));
    m_words->setFullText(syncWords(*m_state, m_context));
    std::vector<TableRow> rows;
    for (const session::SourceState& source : m_state->sources)
        rows.push_back(sourceRow(source, m_state->running, m_context));
    m_table->setRows(std::move(rows));
    if (QAbstractButton* chosen = m_minutes->button(m_state->minutes))
        chosen->setChecked(true);
    showHalf();
}

// The outbox below, where the window leaves room for a few rows of it.
void SyncPage::showHalf()
{
    const int above = size::actionBar + size::bar + (m_table->isVisibleTo(this) ? m_table->height() : leastOutbox);
    const bool fits = height() - above >= leastOutbox;
    m_outbox->setVisible(fits);
    m_rest->setVisible(!fits && m_table->isVisibleTo(this));
}

void SyncPage::act(const QString& source, const QString& act)
{
    if (act == QLatin1String("run"))
        m_context.sync.run(source);
    else if (act == QLatin1String("stop"))
        m_context.sync.cancel();
    else
        m_context.sync.pause(source, act == QLatin1String("pause"));
}

void SyncPage::retranslate()
{
    m_title->setText(tr("Sync"));
    m_run->setText(tr("Run all now"));
    m_run->setAccessibleName(tr("Run all now"));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop the run"));
    m_table->list().setAccessibleName(tr("Sources"));
    m_table->setColumns({{tr("Source"), columnSource},
                         {tr("State")},
                         {tr("Last success"), columnMoment},
                         {tr("Fetched"), columnCount, true},
                         {tr("Added"), columnCount, true, true},
                         {tr("Changed"), columnCount, true, true},
                         {tr("Removed"), columnCount, true, true},
                         {tr("Set aside"), columnCount, true},
                         {tr("Bytes"), columnCount, true, true},
                         {tr("Action"), columnActs}});
    m_byItself->setText(tr("Sync by itself, also while the window is closed:"));
    for (QAbstractButton* button : m_minutes->buttons()) {
        const int minutes = m_minutes->id(button);
        button->setText(minutes == 0 ? tr("Off") : tr("every %1 min").arg(minutes));
        button->setAccessibleName(minutes == 0 ? tr("Never sync by itself")
                                               : tr("Sync by itself every %1 minutes").arg(minutes));
    }
    fill();
}

void SyncPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    Q_EMIT titleChanged();
}

void SyncPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    showHalf();
}

} // namespace ekatra::ui
