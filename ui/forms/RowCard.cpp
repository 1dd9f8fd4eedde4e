#include "forms/RowCard.h"

#include "forms/FieldEditor.h"
#include "theme/Style.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace ekatra::ui {

namespace {

constexpr int numberRoom = 32;

} // namespace

RowCard::RowCard(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(size::rowTwoLine);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RowCard::show(const Face& face)
{
    m_face = face;
    setAccessibleName(QStringList{QString::number(face.number), face.title, face.below}.join(QStringLiteral(", ")));
    update();
}

void RowCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.setBrush(m_theme.colour(underMouse() || m_face.open ? Colour::Surface3 : Colour::Surface2));
    painter.drawRoundedRect(edge, radius, radius);
    const auto write = [&](int x, int right, int baseline, TextSize size, Colour ink, const QString& text, bool bold) {
        painter.setFont(m_theme.font(size, bold));
        painter.setPen(m_theme.colour(ink));
        painter.drawText(QPoint(x, baseline), QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, right - x));
    };
    int right = width() - space::m;
    m_theme.paintIcon(painter,
                      {right - size::iconSmall, (height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall},
                      m_face.open ? QStringLiteral("down") : QStringLiteral("edit"), Colour::Text2);
    right -= size::iconSmall + space::s;
    if (m_face.error || m_face.warning) {
        m_theme.paintIcon(painter,
                          {right - size::iconSmall, (height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall},
                          m_face.error ? QStringLiteral("error") : QStringLiteral("warning"),
                          m_face.error ? Colour::Bad : Colour::Warn);
        right -= size::iconSmall + space::s;
    }
    const int only = static_cast<int>(std::round(baselineIn(0, height(), m_theme.font(TextSize::Base))));
    const bool two = !m_face.below.isEmpty();
    write(space::m, space::m + numberRoom, two ? size::baselineFirst : only, TextSize::Base, Colour::Text2,
          QString::number(m_face.number), false);
    write(space::m + numberRoom, right, two ? size::baselineFirst : only, TextSize::Base, Colour::Text, m_face.title,
          m_face.open);
    if (two)
        write(space::m + numberRoom, right, size::baselineSecond, TextSize::Small, Colour::Text2, m_face.below, false);
}

void RowCard::keyPressEvent(QKeyEvent* event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->modifiers() & Qt::ControlModifier ? event->ignore() : click();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted();
    else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        Q_EMIT moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ekatra::ui
