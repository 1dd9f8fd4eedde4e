#include "outbox/OutboxPage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace ekatra::ui {

OutboxPage::OutboxPage(const Context& context, QWidget* parent) : Page(parent), m_context(context)
{
    setObjectName(QStringLiteral("outboxPage"));
    setProperty("look", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pane = new OutboxPane(m_context, this);
    column->addWidget(m_pane, 1);
    QFrame* foot = makeFrame(this, "foot");
    foot->setFixedHeight(size::statusLine);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::l, 0, space::l, 0);
    m_keys = makeLabel(foot, TextSize::Small, "quiet");
    m_keys->setText(tr("Enter opens · R retry · M mend · Del discard · F5 sync now"));
    row->addWidget(m_keys);
    column->addWidget(foot);
    connect(m_pane, &OutboxPane::recordWanted, this, [this](qint64 record) {
        Q_EMIT placeWanted({Place::Room::Record, record});
    });
    connect(m_pane, &OutboxPane::formWanted, this, &Page::formWanted);
    auto* run = new QShortcut(QKeySequence(Qt::Key_F5), this);
    run->setContext(Qt::WidgetWithChildrenShortcut);
    connect(run, &QShortcut::activated, this, [this] { m_context.sync.run({}); });
}

void OutboxPage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_keys->setText(tr("Enter opens · R retry · M mend · Del discard · F5 sync now"));
    Q_EMIT titleChanged();
}

} // namespace ekatra::ui
