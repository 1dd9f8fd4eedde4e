#include "record/ActionBar.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace ekatra::ui {

ActionBar::ActionBar(const Context& context, QWidget* page) : QFrame(page), m_context(context)
{
    setObjectName(QStringLiteral("actionBar"));
    setProperty("look", QStringLiteral("foot"));
    setFixedHeight(size::actionBar);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(space::l, 0, space::l, 0);
    m_row->setSpacing(space::s);
    m_icon = new IconLabel(m_context.theme, QStringLiteral("info"), Colour::Text2, size::iconSmall, this);
    m_row->addWidget(m_icon);
    m_note = makeLabel(this);
    m_note->setObjectName(QStringLiteral("actionNote"));
    m_row->addWidget(m_note);
    m_rest = makeElided(this, TextSize::Small, "quiet");
    m_rest->setObjectName(QStringLiteral("actionRest"));
    m_row->addWidget(m_rest, 1);
    setNote({}, {});
    constexpr int keys = 9;
    for (int key = 0; key < keys; ++key) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | (Qt::Key_1 + key)), page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, key] { run(static_cast<std::size_t>(key)); });
    }
}

void ActionBar::setNote(const QString& note, const QString& rest)
{
    m_icon->setVisible(!note.isEmpty());
    m_note->setText(note);
    m_rest->setFullText(rest);
}

void ActionBar::setActs(std::vector<Act> acts)
{
    m_acts = std::move(acts);
    while (m_buttons.size() < m_acts.size()) {
        const std::size_t at = m_buttons.size();
        auto* button = new KeyButton(m_context.theme, at == 0 ? "primary" : "", "", this);
        connect(button, &QPushButton::clicked, this, [this, at] { run(at); });
        m_row->insertWidget(3, button); // the first stays at the right
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        KeyButton* button = m_buttons[i];
        button->setVisible(i < m_acts.size());
        if (i >= m_acts.size())
            continue;
        button->setObjectName(m_acts[i].name);
        button->setText(m_acts[i].text);
        button->setAccessibleName(m_acts[i].text);
        button->setKeyCap(QStringLiteral("Ctrl+%1").arg(i + 1));
    }
}

void ActionBar::run(std::size_t at)
{
    if (at >= m_acts.size())
        return;
    const auto act = m_acts[at].run; // which may change the acts
    act();
}

} // namespace ekatra::ui
