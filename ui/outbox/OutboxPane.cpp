#include "outbox/OutboxPane.h"

#include "models/Format.h"
#include "outbox/DiscardBar.h"
#include "outbox/OutboxWords.h"
#include "sync/Notice.h"
#include "widgets/PageHead.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

using outbox::RowState;

namespace {

constexpr int columnCase = 160;
constexpr int columnNext = 120;
constexpr int columnActs = 208;

bool isAccepted(const session::OutboxLine& line)
{
    return line.row.state == RowState::Accepted;
}

bool needsOperator(const session::OutboxLine& line)
{
    return line.row.state == RowState::Rejected || line.row.state == RowState::Conflicted;
}

} // namespace

OutboxPane::OutboxPane(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("outboxPane"));
    setProperty("look", QStringLiteral("page"));
    build();
    retranslate();
    connect(&m_context.sync, &session::SyncDesk::told, this, &OutboxPane::hear);
    connect(&m_context.sync, &session::SyncDesk::finished, this, &OutboxPane::ask);
    connect(&m_context.forms, &session::FormDesk::changed, this, &OutboxPane::ask);
    ask();
}

void OutboxPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_banner = new Banner(m_context.theme, "outboxBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, [this] {
        m_failure.reset();
        ask();
    });
    m_discard = new DiscardBar(this);
    column->addWidget(m_discard);
    connect(m_discard, &DiscardBar::confirmed, this, &OutboxPane::discard);
    connect(m_discard, &DiscardBar::left, this, &OutboxPane::takeFocus);
    m_table = new RowTable(m_context.theme, "outboxList", this);
    m_table->setKey(Qt::Key_R, QStringLiteral("retry"));
    m_table->setKey(Qt::Key_M, QStringLiteral("mend"));
    m_table->setKey(Qt::Key_Delete, QStringLiteral("discard"));
    column->addWidget(m_table, 1);
    connect(m_table, &RowTable::acted, this, &OutboxPane::act);
    m_notice = new Notice(m_context.theme, "outboxNotice", this);
    column->addWidget(m_notice, 1);
}

QWidget* OutboxPane::buildHead()
{
    const auto [head, row, title, words] = makePageHead(this, "outboxWords");
    m_title = title;
    m_words = words;
    m_accepted = makeButton(head, "switch", "outboxAccepted");
    m_accepted->setCheckable(true);
    row->addWidget(m_accepted);
    connect(m_accepted, &QPushButton::toggled, this, &OutboxPane::fill);
    m_retryAll = makeButton(head, "", "outboxRetryAll");
    m_retryAll->setIcon(m_context.theme.icon(QStringLiteral("retry")));
    row->addWidget(m_retryAll);
    connect(m_retryAll, &QPushButton::clicked, this, [this] { retry(0); });
    return head;
}

void OutboxPane::takeFocus()
{
    QWidget* wanted = m_table->isVisibleTo(this) ? static_cast<QWidget*>(&m_table->list()) : m_accepted;
    wanted->setFocus(Qt::OtherFocusReason);
}

void OutboxPane::ask()
{
    m_askAgain = m_asked;
    if (m_asked)
        return;
    m_asked = true;
    m_context.sync.outbox(true, {this, [this](const Result<std::vector<session::OutboxLine>>& lines) {
                                     m_asked = false;
                                     if (lines) {
                                         const bool first = !m_lines;
                                         m_lines = *lines;
                                         fill();
                                         if (first && m_accepted->hasFocus())
                                             takeFocus();
                                     } else {
                                         fail(lines.error());
                                     }
                                     if (m_askAgain)
                                         ask();
                                 }});
}

void OutboxPane::hear(const session::SyncState& state)
{
    const bool sending = std::any_of(state.sources.begin(), state.sources.end(),
                                     [](const session::SourceState& source) { return source.toSend > 0; });
    // Rows move while they are sent, and once more when the last one is through.
    const bool moves = sending || m_sending;
    m_sending = sending;
    if (moves)
        ask();
}

void OutboxPane::fail(const Error& error)
{
    m_failure = error;
    m_banner->tell(m_context.messages.text(error, m_context.language.code()), tr("Look again"));
}

void OutboxPane::fill()
{
    m_notice->setVisible(!m_lines || m_lines->empty());
    m_table->setVisible(m_lines && !m_lines->empty());
    if (!m_lines) {
        m_notice->tell(QStringLiteral("outbox"), tr("Reading the outbox…"), {});
        return;
    }
    const auto accepted = std::count_if(m_lines->begin(), m_lines->end(), isAccepted);
    const auto needing = std::count_if(m_lines->begin(), m_lines->end(), needsOperator);
    const auto waiting = static_cast<qint64>(m_lines->size()) - accepted;
    m_accepted->setText(tr("Accepted today (%1)").arg(grouped(accepted)));
    m_accepted->setAccessibleName(m_accepted->text());
    QString words = waiting == 0 ? tr("Nothing waits") : tr("%1 to send").arg(grouped(waiting));
    if (needing > 0)
        words += QStringLiteral(", ") + tr("%1 of them need you").arg(grouped(needing));
    m_words->setFullText(words);
    std::vector<TableRow> rows;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const session::OutboxLine& line : *m_lines) {
        if (m_accepted->isChecked() || !isAccepted(line))
            rows.push_back(outboxRow(line, m_context, m_sending, now));
    }
    if (rows.empty()) {
        m_table->hide();
        m_notice->show();
        m_notice->tell(QStringLiteral("ok"), tr("Nothing waits to be sent."),
                       tr("What you submit stands here until the centre has it."));
    }
    m_table->setRows(std::move(rows));
}

const session::OutboxLine* OutboxPane::find(const QString& row) const
{
    if (!m_lines)
        return nullptr;
    for (const session::OutboxLine& line : *m_lines) {
        if (QString::number(line.row.id) == row)
            return &line;
    }
    return nullptr;
}

void OutboxPane::act(const QString& row, const QString& act)
{
    const session::OutboxLine* line = find(row);
    if (!line)
        return;
    if (act == QLatin1String("open")) {
        Q_EMIT recordWanted(line->row.record);
    } else if (act == QLatin1String("mend")) {
        session::FormStart start;
        start.record = line->row.uid;
        Q_EMIT formWanted(start);
    } else if (act == QLatin1String("retry")) {
        retry(line->row.id);
    } else if (act == QLatin1String("discard")) {
        m_discard->ask(line->row.id, outboxCase(*line, m_context));
    }
}

void OutboxPane::retry(qint64 row)
{
    m_context.sync.retry(row, {this, [this](const Result<int>& retried) {
                                   if (!retried)
                                       fail(retried.error());
                                   ask();
                               }});
}

void OutboxPane::discard(qint64 row, const QString& reason)
{
    takeFocus();
    m_context.sync.discard(row, reason, {this, [this](const Result<bool>& discarded) {
                                             if (!discarded)
                                                 fail(discarded.error());
                                             ask();
                                         }});
}

void OutboxPane::retranslate()
{
    m_title->setText(tr("Outbox"));
    m_retryAll->setText(tr("Retry all"));
    m_retryAll->setAccessibleName(tr("Retry all"));
    m_table->list().setAccessibleName(tr("Outbox"));
    m_table->setColumns({{tr("Case"), columnCase},
                         {tr("What")},
                         {tr("State")},
                         {tr("Next try"), columnNext, false, true},
                         {tr("Action"), columnActs}});
    m_accepted->setText(tr("Accepted today (%1)").arg(0));
    m_accepted->setAccessibleName(m_accepted->text());
    if (m_failure)
        fail(*m_failure);
    fill();
}

void OutboxPane::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ekatra::ui
