#include "outbox/DiscardBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ekatra::ui {

namespace {

constexpr int reasonWidth = 320;

} // namespace

DiscardBar::DiscardBar(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("discardBar"));
    setProperty("look", QStringLiteral("bar"));
    setFixedHeight(size::actionBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::s);
    m_question = makeElided(this);
    m_question->setObjectName(QStringLiteral("discardQuestion"));
    row->addWidget(m_question, 1);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("discardReason"));
    m_reason->setFixedWidth(reasonWidth);
    m_reason->setMaxLength(200);
    m_reason->installEventFilter(this);
    row->addWidget(m_reason);
    m_confirm = makeButton(this, "", "discardConfirm");
    row->addWidget(m_confirm);
    m_keep = makeButton(this, "link", "discardKeep");
    row->addWidget(m_keep);
    connect(m_reason, &QLineEdit::returnPressed, this, &DiscardBar::confirm);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { restyle(m_reason, "invalid", false); });
    connect(m_confirm, &QPushButton::clicked, this, &DiscardBar::confirm);
    connect(m_keep, &QPushButton::clicked, this, &DiscardBar::leave);
    retranslate();
    hide();
}

void DiscardBar::ask(qint64 row, const QString& what)
{
    m_row = row;
    m_what = what;
    m_reason->clear();
    restyle(m_reason, "invalid", false);
    retranslate();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void DiscardBar::confirm()
{
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty()) {
        restyle(m_reason, "invalid", true);
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    hide();
    Q_EMIT confirmed(m_row, reason);
}

void DiscardBar::leave()
{
    hide();
    Q_EMIT left();
}

void DiscardBar::retranslate()
{
    m_question->setFullText(tr("Discard %1? It is never sent; the paper goes back to the drafts.").arg(m_what));
    m_reason->setPlaceholderText(tr("Why (kept with the record)"));
    m_reason->setAccessibleName(tr("Reason for discarding"));
    m_confirm->setText(tr("Discard"));
    m_confirm->setAccessibleName(tr("Discard %1").arg(m_what));
    m_keep->setText(tr("Keep"));
    m_keep->setAccessibleName(tr("Keep"));
}

void DiscardBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool DiscardBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    // The shell's own Esc would leave the page.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else
        leave();
    return true;
}

} // namespace ekatra::ui
