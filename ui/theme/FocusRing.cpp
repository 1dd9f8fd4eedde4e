#include "theme/FocusRing.h"

#include "theme/Theme.h"

#include <QApplication>
#include <QPainter>

namespace ekatra::ui {

FocusRing::FocusRing(const Theme& theme) : QFocusFrame(nullptr), m_theme(theme)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* now)
{
    const bool wanted = now && !now->isWindow() && !now->property(noRingProperty).toBool();
    setWidget(wanted ? now : nullptr);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Colour::Accent), stroke::focus));
    const double inset = stroke::focus / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), focusRadius, focusRadius);
}

} // namespace ekatra::ui
