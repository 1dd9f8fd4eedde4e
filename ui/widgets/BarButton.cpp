#include "widgets/BarButton.h"

#include "theme/Style.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionToolButton>

namespace ekatra::ui {

BarButton::BarButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_icon(icon)
{
    setObjectName(QString::fromLatin1(name));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BarButton::sizeHint() const
{
    const int words = QFontMetrics(m_theme.font(TextSize::Base)).horizontalAdvance(text());
    const int arrow = menu() ? space::xs + size::iconSmall : 0;
    return {2 * space::s + size::iconSmall + space::s + words + arrow, size::control};
}

void BarButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);

    const int top = (height() - size::iconSmall) / 2;
    m_theme.paintIcon(painter, {space::s, top, size::iconSmall, size::iconSmall}, m_icon, Colour::Text);
    const QFont font = m_theme.font(TextSize::Base);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(QPointF(2 * space::s + size::iconSmall, std::round(baselineIn(0, height(), font))), text());
    if (menu())
        m_theme.paintIcon(painter, {width() - space::s - size::iconSmall, top, size::iconSmall, size::iconSmall},
                          QStringLiteral("down"), Colour::Text);
}

} // namespace ekatra::ui
