#include "theme/Style.h"

#include "theme/Tokens.h"

#include <QFontInfo>
#include <QPainter>

namespace ekatra::ui {

namespace {

// Of 14 px text: Noto Sans rises higher, Noto Sans Devanagari hangs lower.
constexpr double ascent = 15.0;
constexpr double descent = 5.7;
constexpr double measuredAt = 14.0;

} // namespace

double baselineIn(double top, double height, const QFont& font)
{
    const double k = QFontInfo(font).pixelSize() / measuredAt;
    return top + (height - (ascent + descent) * k) / 2 + ascent * k;
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) { }

void Style::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                         const QString& text, QPalette::ColorRole role) const
{
    const bool plain = !(flags & Qt::TextWordWrap) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\t')) && !text.contains(QLatin1Char('&'));
    if (!plain) {
        QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
        return;
    }
    painter->save();
    if (role != QPalette::NoRole)
        painter->setPen(QPen(palette.brush(enabled ? palette.currentColorGroup() : QPalette::Disabled, role), 0));
    const double k = QFontInfo(painter->font()).pixelSize() / measuredAt;
    double baseline = baselineIn(rect.top(), rect.height(), painter->font());
    if (flags & Qt::AlignTop)
        baseline = rect.top() + ascent * k;
    else if (flags & Qt::AlignBottom)
        baseline = rect.bottom() + 1 - descent * k;
    const Qt::Alignment sides =
        QStyle::visualAlignment(painter->layoutDirection(), Qt::Alignment(QFlag(flags & Qt::AlignHorizontal_Mask)));
    double x = rect.left();
    if (sides & (Qt::AlignRight | Qt::AlignHCenter)) {
        const double room = rect.width() - QFontMetricsF(painter->font()).horizontalAdvance(text);
        x += sides & Qt::AlignRight ? room : room / 2;
    }
    painter->drawText(QPointF(std::round(x), std::round(baseline)), text);
    painter->restore();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
    case PM_TabBarIconSize:
        return size::iconSmall;
    case PM_ScrollBarExtent:
        return space::s;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return stroke::focus + stroke::focusOffset;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
        return 0;
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_FocusFrame_AboveWidget:
        return 1; // a ring that belonged to the widget's parent would be cut at the parent's edge
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (element == PE_FrameFocusRect)
        return; // FocusRing shows the focus
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace ekatra::ui
