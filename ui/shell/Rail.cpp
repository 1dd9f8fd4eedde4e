#include "shell/Rail.h"

#include "theme/Style.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int textAt = 48;

} // namespace

Rail::Rail(const Context& context, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("rail"));
    setProperty("look", QStringLiteral("rail"));
    setFixedWidth(size::rail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, space::s);
    column->setSpacing(0);
    m_search = new RailButton(context.theme, QStringLiteral("search"), "railSearch", this);
    column->addWidget(m_search);
    column->addStretch(1);
    connect(m_search, &QAbstractButton::clicked, this, [this] {
        m_search->setChecked(true);
        Q_EMIT searchWanted();
    });
    retranslate();
}

void Rail::setCollapsed(bool collapsed)
{
    setFixedWidth(collapsed ? size::topBar : size::rail);
}

void Rail::setSearchChosen(bool chosen)
{
    m_search->setChecked(chosen);
}

void Rail::retranslate()
{
    m_search->setText(tr("Search"));
    nameButton(m_search, tr("Search"), QStringLiteral("Ctrl+K"));
    setAccessibleName(tr("Places"));
}

void Rail::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

RailButton::RailButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setObjectName(QString::fromLatin1(name));
    setCheckable(true);
    setFixedHeight(size::railItem);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isChecked()) {
        painter.fillRect(rect(), m_theme.colour(Colour::AccentSoft));
        painter.fillRect(QRect(0, 0, stroke::selectionBar, height()), m_theme.colour(Colour::Accent));
    } else if (underMouse()) {
        painter.fillRect(rect(), m_theme.colour(Colour::Surface3));
    }
    const Colour ink = isChecked() ? Colour::Accent : Colour::Text;
    m_theme.paintIcon(painter, {space::l, (height() - size::icon) / 2, size::icon, size::icon}, m_icon, ink);
    if (width() < size::rail / 2)
        return;
    painter.setFont(m_theme.font(TextSize::Base, isChecked()));
    painter.setPen(m_theme.colour(ink));
    painter.drawText(QPointF(textAt, std::round(baselineIn(0, height(), painter.font()))),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - textAt - space::s));
}

} // namespace ekatra::ui
