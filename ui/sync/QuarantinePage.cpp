#include "sync/QuarantinePage.h"

#include "models/Format.h"
#include "sync/Notice.h"
#include "sync/PathWords.h"
#include "sync/SyncWords.h"
#include "widgets/FlowLayout.h"
#include "widgets/PageHead.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int columnSource = 96;
constexpr int columnKind = 128;
constexpr int columnSeen = 104;
constexpr int columnActs = 104;
constexpr int columnKey = 176;

// Indented where it is JSON, else as it came.
QString prettyText(const QByteArray& raw)
{
    const QJsonDocument json = QJsonDocument::fromJson(raw);
    return QString::fromUtf8(json.isNull() ? raw : json.toJson(QJsonDocument::Indented));
}

} // namespace

QuarantinePage::QuarantinePage(const Context& context, QWidget* parent) : Page(parent), m_context(context)
{
    setObjectName(QStringLiteral("quarantinePage"));
    setProperty("look", QStringLiteral("page"));
    build();
    retranslate();
    connect(&m_context.sync, &session::SyncDesk::finished, this, &QuarantinePage::ask);
    ask();
}

void QuarantinePage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_banner = new Banner(m_context.theme, "quarantineBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, [this] {
        m_failure.reset();
        m_banner->hide();
        ask();
    });
    m_reasonBar = makeFrame(this, "bar");
    auto* bar = new QVBoxLayout(m_reasonBar);
    bar->setContentsMargins(space::l, space::xs, space::l, space::xs);
    auto* chips = new QWidget(m_reasonBar);
    m_reasons = new FlowLayout(chips, space::xs);
    bar->addWidget(chips);
    column->addWidget(m_reasonBar);
    m_halves = new QWidget(this);
    auto* halves = new QHBoxLayout(m_halves);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    m_table = new RowTable(m_context.theme, "quarantineList", m_halves);
    m_table->setKey(Qt::Key_R, QStringLiteral("retry"));
    halves->addWidget(m_table, 1);
    halves->addWidget(buildSide());
    connect(m_table, &RowTable::acted, this, [this](const QString& row) { retry(row.toLongLong()); });
    connect(m_table, &RowTable::chosenChanged, this, &QuarantinePage::askText);
    column->addWidget(m_halves, 1);
    m_notice = new Notice(m_context.theme, "quarantineNotice", this);
    column->addWidget(m_notice, 1);
    QFrame* foot = makeFrame(this, "foot");
    foot->setFixedHeight(size::statusLine);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::l, 0, space::l, 0);
    m_keys = makeLabel(foot, TextSize::Small, "quiet");
    row->addWidget(m_keys);
    column->addWidget(foot);
}

QWidget* QuarantinePage::buildHead()
{
    const auto [head, row, title, words] = makePageHead(this, "quarantineWords");
    m_title = title;
    m_words = words;
    m_retryAll = makeButton(head, "", "quarantineRetryAll");
    m_retryAll->setIcon(m_context.theme.icon(QStringLiteral("retry")));
    row->addWidget(m_retryAll);
    connect(m_retryAll, &QPushButton::clicked, this, [this] { retry(0); });
    return head;
}

QWidget* QuarantinePage::buildSide()
{
    QFrame* side = makeFrame(m_halves, "side");
    side->setFixedWidth(size::preview);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::s);
    m_why = makeParagraph(side);
    m_why->setObjectName(QStringLiteral("quarantineWhy"));
    column->addWidget(m_why);
    m_where = makeParagraph(side, TextSize::Small, "quiet");
    column->addWidget(m_where);
    m_retryOne = makeButton(side, "link", "quarantineRetryOne");
    column->addWidget(m_retryOne, 0, Qt::AlignLeft);
    connect(m_retryOne, &QPushButton::clicked, this, [this] { retry(m_table->chosen().toLongLong()); });
    m_text = new QPlainTextEdit(side);
    m_text->setObjectName(QStringLiteral("quarantineText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    column->addWidget(m_text, 1);
    return side;
}

void QuarantinePage::takeFocus()
{
    QWidget* wanted = m_halves->isVisibleTo(this) ? static_cast<QWidget*>(&m_table->list()) : m_retryAll;
    wanted->setFocus(Qt::OtherFocusReason);
}

void QuarantinePage::ask()
{
    m_context.sync.quarantine({this, [this](const Result<std::vector<storage::QuarantinedRow>>& rows) {
                                   if (!rows)
                                       return fail(rows.error());
                                   const bool first = !m_rows;
                                   m_rows = *rows;
                                   fill();
                                   if (first && m_retryAll->hasFocus())
                                       takeFocus();
                               }});
}

void QuarantinePage::fail(const Error& error)
{
    m_failure = error;
    m_banner->tell(m_context.messages.text(error, m_context.language.code()), tr("Look again"));
}

session::Messages::Text QuarantinePage::reasonOf(const storage::QuarantinedRow& row) const
{
    const QString& language = m_context.language.code();
    const QMap<QString, QString> context{
        {QStringLiteral("field"), pathWords(m_context.tables, row.kind, row.detail, language)},
        {QStringLiteral("detail"), row.detail}};
    return m_context.messages.text(Error{{}, row.reason, context, {}}, language);
}

void QuarantinePage::fill()
{
    const bool any = m_rows && !m_rows->empty();
    m_halves->setVisible(any);
    m_reasonBar->setVisible(any);
    m_notice->setVisible(!any);
    if (!m_rows) {
        m_notice->tell(QStringLiteral("set-aside"), tr("Reading what was set aside…"), {});
        return;
    }
    if (!any)
        m_notice->tell(QStringLiteral("ok"), tr("No row is set aside."),
                       tr("Rows of a source that cannot be read wait here with their original text."));
    if (m_retrying)
        m_words->setFullText(tr("Asking the sources again…"));
    else if (m_retried)
        m_words->setFullText(tr("%1 are records now, %2 stay, %3 are no longer at the source")
                                 .arg(m_retried->taken)
                                 .arg(m_retried->kept)
                                 .arg(m_retried->gone));
    else
        m_words->setFullText(
            any ? tr("Rows that could not be read: %1").arg(grouped(static_cast<qint64>(m_rows->size()))) : QString());
    fillReasons();
    std::vector<TableRow> rows;
    for (const storage::QuarantinedRow& row : *m_rows) {
        if (!m_reason.isEmpty() && row.reason != m_reason)
            continue;
        const QString why = reasonOf(row).message;
        const QString kind = kindText(m_context.tables.kinds, row.kind, m_context.language.code());
        TableRow line;
        line.key = QString::number(row.id);
        line.cells = {{why, QStringLiteral("warning"), Colour::Warn},
                      {sourceText(row.sourceId)},
                      {kind},
                      {row.sourceKey},
                      {shortMoment(QDateTime::fromSecsSinceEpoch(row.lastSeen, Qt::UTC)),
                       {},
                       {},
                       Colour::Text2,
                       TextSize::Small}};
        line.acts = {{QStringLiteral("retry"), tr("Retry")}};
        line.spoken = QStringList{why, sourceText(row.sourceId), kind, row.sourceKey}.join(QStringLiteral(", "));
        rows.push_back(std::move(line));
    }
    m_table->setRows(std::move(rows));
    askText();
}

// How many rows there are of each reason; a click shows those alone.
void QuarantinePage::fillReasons()
{
    std::map<QString, qint64> counts{{QString(), static_cast<qint64>(m_rows->size())}};
    std::map<QString, QString> names{{QString(), tr("All")}};
    for (const storage::QuarantinedRow& row : *m_rows) {
        ++counts[row.reason];
        // The reason without its field, which differs from row to row.
        names.try_emplace(
            row.reason,
            m_context.messages
                .text(Error{{}, row.reason, {{QStringLiteral("field"), tr("field")}}, {}}, m_context.language.code())
                .message);
    }
    if (!counts.contains(m_reason))
        m_reason.clear();
    for (auto& [reason, button] : m_reasonButtons)
        button->setVisible(counts.contains(reason));
    for (const auto& [reason, count] : counts) {
        QPushButton*& button = m_reasonButtons[reason];
        if (!button) {
            button = makeButton(m_reasons->parentWidget(), "switch", "");
            button->setObjectName(QStringLiteral("reason_") + (reason.isEmpty() ? QStringLiteral("all") : reason));
            button->setCheckable(true);
            connect(button, &QPushButton::clicked, this, [this, reason = reason] {
                m_reason = reason;
                fill();
            });
            m_reasons->addWidget(button);
            button->show();
        }
        button->setText(QStringLiteral("%1 %2").arg(names[reason], grouped(count)));
        button->setAccessibleName(button->text());
        button->setChecked(reason == m_reason);
    }
}

const storage::QuarantinedRow* QuarantinePage::chosen() const
{
    if (!m_rows)
        return nullptr;
    for (const storage::QuarantinedRow& row : *m_rows) {
        if (QString::number(row.id) == m_table->chosen())
            return &row;
    }
    return nullptr;
}

void QuarantinePage::askText()
{
    const storage::QuarantinedRow* row = chosen();
    if (row && m_whole && m_whole->id == row->id && m_whole->lastSeen == row->lastSeen)
        return fillText();
    m_whole.reset();
    fillText();
    if (!row)
        return;
    m_context.sync.quarantined(row->id, {this, [this](const Result<storage::QuarantinedRow>& whole) {
                                             const storage::QuarantinedRow* now = chosen();
                                             if (!whole || !now || now->id != whole->id)
                                                 return;
                                             m_whole = *whole;
                                             fillText();
                                         }});
}

void QuarantinePage::fillText()
{
    const storage::QuarantinedRow* row = chosen();
    m_why->setText(row ? reasonOf(*row).whole() : QString());
    m_where->setText(row ? tr("First seen %1, last seen %2").arg(momentText(row->firstSeen), momentText(row->lastSeen))
                         : QString());
    const QString text = m_whole ? prettyText(m_whole->raw) : QString();
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

void QuarantinePage::retry(qint64 id)
{
    if (m_retrying)
        return;
    m_retrying = true;
    fill();
    m_context.sync.retryQuarantined(id, {this, [this](const Result<sync::RetryCounts>& counts) {
                                             m_retrying = false;
                                             if (!counts)
                                                 fail(counts.error());
                                             else if (counts->failure)
                                                 fail(*counts->failure);
                                             if (counts)
                                                 m_retried = *counts;
                                             ask();
                                         }});
}

void QuarantinePage::retranslate()
{
    m_title->setText(tr("Set aside"));
    m_retryAll->setText(tr("Retry all"));
    m_retryAll->setAccessibleName(tr("Retry all"));
    m_retryOne->setText(tr("Ask the source for this row again"));
    m_retryOne->setAccessibleName(m_retryOne->text());
    m_text->setAccessibleName(tr("The row as it came"));
    m_table->list().setAccessibleName(tr("Rows set aside"));
    m_table->setColumns({{tr("Reason")},
                         {tr("Source"), columnSource},
                         {tr("Kind"), columnKind, false, true},
                         {tr("Key"), columnKey, false, true},
                         {tr("Last seen"), columnSeen, false, true},
                         {tr("Action"), columnActs}});
    m_keys->setText(tr("↑↓ move · R or Enter asks the source again"));
    if (m_failure)
        fail(*m_failure);
    fill();
}

void QuarantinePage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    Q_EMIT titleChanged();
}

} // namespace ekatra::ui
