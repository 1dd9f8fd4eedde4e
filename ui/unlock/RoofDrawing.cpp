#include "unlock/RoofDrawing.h"

#include "theme/Style.h"
#include "theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace ekatra::ui {

namespace {

constexpr int lineStart = 192;
constexpr int lineStep = 68;
constexpr int roofX = 416; // its ridge
constexpr double dot = 4;
constexpr double lamp = 12;
constexpr double roofWidth = 6;

} // namespace

RoofDrawing::RoofDrawing(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedWidth(size::unlockDrawing);
}

void RoofDrawing::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        update();
}

void RoofDrawing::paintEvent(QPaintEvent*)
{
    const QStringList houses{tr("Police stations · CAS"), tr("Courts"),       tr("Prisons"),           tr("FSL"),
                             tr("Prosecution"),           tr("Fingerprints"), tr("Women and children")};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.colour(Colour::Roof));
    const int middle = height() / 2;
    const int first = middle - lineStep * static_cast<int>(houses.size() / 2);
    const QPointF door(roofX - 40, middle);
    painter.setFont(m_theme.font(TextSize::Base));
    for (int i = 0; i < houses.size(); ++i) {
        const int y = first + i * lineStep;
        QPainterPath path(QPointF(lineStart, y));
        path.cubicTo(QPointF(lineStart + 110, y), QPointF(lineStart + 110, middle), door);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Colour::RoofLine), stroke::iconUsual));
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Colour::RoofText));
        painter.drawEllipse(QPointF(lineStart, y), dot, dot);
        painter.setPen(m_theme.colour(Colour::RoofText));
        const int width = painter.fontMetrics().horizontalAdvance(houses[i]);
        painter.drawText(QPointF(lineStart - space::l - width,
                                 std::round(baselineIn(y - size::control / 2.0, size::control, painter.font()))),
                         houses[i]);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colour(Colour::RoofLine), stroke::iconUsual));
    painter.drawLine(door, QPointF(roofX, middle));
    painter.setPen(QPen(m_theme.colour(Colour::RoofText), stroke::iconUsual));
    painter.drawPolyline(QPolygonF{QPointF(roofX - 40, middle - 20), QPointF(roofX - 40, middle + 52),
                                   QPointF(roofX + 40, middle + 52), QPointF(roofX + 40, middle - 20)});
    painter.setPen(QPen(m_theme.colour(Colour::RoofText), roofWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{QPointF(roofX - 56, middle - 28), QPointF(roofX, middle - 72), QPointF(roofX + 56, middle - 28)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Lamp));
    painter.drawEllipse(QPointF(roofX, middle), lamp, lamp);
    painter.setPen(m_theme.colour(Colour::RoofText));
    painter.setFont(m_theme.font(TextSize::Small));
    painter.drawText(QPointF(space::xl, height() - space::l), tr("One district, one place, entered once"));
}

} // namespace ekatra::ui
