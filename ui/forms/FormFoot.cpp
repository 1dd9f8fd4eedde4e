#include "forms/FormFoot.h"

#include "base/Clock.h"
#include "theme/Theme.h"

namespace ekatra::ui {

FormFoot::FormFoot(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("formFoot"));
    setProperty("look", QStringLiteral("foot"));
    setFixedHeight(size::actionBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::s);
    m_icon = new IconLabel(theme, QStringLiteral("ok"), Colour::Good, size::iconSmall, this);
    row->addWidget(m_icon);
    m_state = makeElided(this, TextSize::Base, "quiet");
    m_state->setObjectName(QStringLiteral("formState"));
    row->addWidget(m_state, 1);
    const auto link = [&](const char* name, const QString& icon, Qt::LayoutDirection direction) {
        QPushButton* button = makeButton(this, "link", name);
        button->setIcon(theme.icon(icon, Colour::Accent));
        button->setLayoutDirection(direction);
        row->addWidget(button);
        return button;
    };
    m_previous = link("formPrevious", QStringLiteral("back"), Qt::LeftToRight);
    row->addSpacing(space::m);
    m_next = link("formNext", QStringLiteral("forward"), Qt::RightToLeft);
    row->addSpacing(space::s);
    QFrame* rule = makeRule(this, Qt::Vertical);
    rule->setFixedHeight(size::chip);
    row->addWidget(rule);
    row->addSpacing(space::s);
    m_check = new KeyButton(theme, "", "formCheck", this);
    m_check->setKeyCap(QStringLiteral("F7"));
    row->addWidget(m_check);
    m_print = makeButton(this, "", "formPrint");
    m_print->setIcon(theme.icon(QStringLiteral("print")));
    row->addWidget(m_print);
    m_submit = new KeyButton(theme, "primary", "formSubmit", this);
    m_submit->setKeyCap(QStringLiteral("Ctrl+Enter"));
    row->addWidget(m_submit);
    connect(m_previous, &QPushButton::clicked, this, &FormFoot::previousWanted);
    connect(m_next, &QPushButton::clicked, this, &FormFoot::nextWanted);
    connect(m_check, &QPushButton::clicked, this, &FormFoot::checkWanted);
    connect(m_print, &QPushButton::clicked, this, &FormFoot::printWanted);
    connect(m_submit, &QPushButton::clicked, this, &FormFoot::submitWanted);
    retranslate();
}

void FormFoot::tellKeeping(Keeping keeping, const QDateTime& at)
{
    m_keeping = keeping;
    if (at.isValid())
        m_at = at.toOffsetFromUtc(base::Clock::istOffsetSeconds);
    const QString clock = m_at.toString(QStringLiteral("HH:mm:ss"));
    switch (keeping) {
    case Keeping::Nothing:
        m_state->setFullText(m_at.isValid() ? tr("Draft of %1").arg(m_at.toString(QStringLiteral("dd/MM/yyyy HH:mm")))
                                            : tr("What you type is kept by itself"));
        m_icon->show(QStringLiteral("ok"), Colour::Good);
        break;
    case Keeping::Typing:
        m_state->setFullText(m_at.isValid() ? tr("Draft saved %1, saving again…").arg(clock) : tr("Saving the draft…"));
        m_icon->show(QStringLiteral("edit"), Colour::Text2);
        break;
    case Keeping::Kept:
        m_state->setFullText(tr("Draft saved %1").arg(clock));
        m_icon->show(QStringLiteral("ok"), Colour::Good);
        break;
    case Keeping::Failed:
        m_state->setFullText(tr("The draft is not saved"));
        m_icon->show(QStringLiteral("error"), Colour::Bad);
        break;
    }
}

void FormFoot::tell(const QString& text)
{
    m_state->setFullText(text);
    m_icon->show(QStringLiteral("ok"), Colour::Good);
}

void FormFoot::setNeighbours(const QString& previous, const QString& next)
{
    constexpr int most = 22;
    const auto show = [](QPushButton* button, const QString& name) {
        button->setText(name.size() > most ? name.left(most - 1) + QChar(0x2026) : name);
        button->setToolTip(name);
        button->setVisible(!name.isEmpty());
    };
    show(m_previous, previous);
    show(m_next, next);
    m_previous->setAccessibleName(tr("Section before: %1").arg(previous));
    m_next->setAccessibleName(tr("Next section: %1").arg(next));
}

void FormFoot::setSent(bool sent)
{
    m_submit->setVisible(!sent);
    m_check->setVisible(!sent);
    m_icon->setVisible(!sent);
    m_state->setVisible(!sent);
}

void FormFoot::retranslate()
{
    m_check->setText(tr("Check"));
    nameButton(m_check, tr("Check the whole paper"), QStringLiteral("F7"));
    m_print->setText(tr("Print"));
    nameButton(m_print, tr("Print"));
    m_submit->setText(tr("Submit"));
    nameButton(m_submit, tr("Submit"), QStringLiteral("Ctrl+Enter"));
    tellKeeping(m_keeping, {});
}

} // namespace ekatra::ui
