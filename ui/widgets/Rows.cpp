#include "widgets/Rows.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace ekatra::ui {

void paintRowGround(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option, bool driven)
{
    const bool selected = option.state & QStyle::State_Selected;
    // A view without the keyboard takes State_Active away, so the window is asked.
    const bool focused = option.widget->isActiveWindow() && (driven || option.state & QStyle::State_HasFocus);
    Colour fill = Colour::Surface;
    if (selected)
        fill = focused ? Colour::AccentSoft : Colour::Surface3;
    else if (option.state & QStyle::State_MouseOver)
        fill = Colour::Surface3;
    painter.fillRect(option.rect, theme.colour(fill));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), stroke::hairline),
                     theme.colour(Colour::Line));
    if (selected)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), stroke::selectionBar, option.rect.height()),
                         theme.colour(focused ? Colour::Accent : Colour::LineStrong));
}

void paintRun(QPainter& painter, const Theme& theme, int x, int right, int baseline, TextSize size, Colour ink,
              const QString& text, bool bold)
{
    painter.setFont(theme.font(size, bold));
    painter.setPen(theme.colour(ink));
    painter.drawText(QPoint(x, baseline), QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, right - x));
}

} // namespace ekatra::ui
