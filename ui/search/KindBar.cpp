#include "search/KindBar.h"

#include "models/Format.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ekatra::ui {

KindBar::KindBar(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setProperty("look", QStringLiteral("bar"));
    setFixedHeight(size::bar);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(space::l, 0, space::l, 0);
    m_row->setSpacing(space::xs);
    m_row->addStretch(1);
    hide();
}

void KindBar::setEnd(QWidget* end)
{
    m_row->addWidget(end);
}

void KindBar::show(const session::Desk::KindCounts& counts)
{
    m_counts = counts;
    fill();
}

void KindBar::clear()
{
    m_counts.clear();
    m_chosen.clear();
    fill();
}

search::SearchCount KindBar::all() const
{
    search::SearchCount sum;
    for (const auto& kind : m_counts) {
        sum.count += kind.count.count;
        sum.capped = sum.capped || kind.count.capped;
    }
    if (sum.count > search::SearchService::countCap)
        sum = {search::SearchService::countCap, true};
    return sum;
}

std::optional<search::SearchCount> KindBar::total() const
{
    if (m_counts.empty())
        return std::nullopt;
    if (m_chosen.isEmpty())
        return all();
    for (const auto& kind : m_counts) {
        if (kind.kind == m_chosen)
            return kind.count;
    }
    return std::nullopt;
}

void KindBar::fill()
{
    // A kind that was chosen stays, so that one can leave it again.
    setVisible(!m_counts.empty() || !m_chosen.isEmpty());
    for (auto& [kind, button] : m_buttons)
        button->hide();
    const QString& language = m_context.language.code();
    int position = 0;
    showButton({}, tr("All"), all(), position++);
    bool chosenShown = m_chosen.isEmpty();
    for (const auto& kind : m_counts) {
        showButton(kind.kind, kindsText(m_context.tables.kinds, kind.kind, language), kind.count, position++);
        chosenShown = chosenShown || kind.kind == m_chosen;
    }
    if (!chosenShown)
        showButton(m_chosen, kindsText(m_context.tables.kinds, m_chosen, language), {}, position);
}

void KindBar::showButton(const QString& kind, const QString& name, const search::SearchCount& count, int position)
{
    QPushButton*& button = m_buttons[kind];
    if (!button) {
        button = makeButton(this, "switch", "");
        button->setObjectName(QStringLiteral("kind_") + (kind.isEmpty() ? QStringLiteral("all") : kind));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, kind] {
            m_chosen = kind;
            fill();
            Q_EMIT kindChosen();
        });
    }
    m_row->insertWidget(position, button);
    button->setText(name + QStringLiteral("  ") + countText(count.count, count.capped));
    button->setAccessibleName(button->text());
    button->setChecked(kind == m_chosen);
    button->show();
}

void KindBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace ekatra::ui
