#include "theme/SvgIcon.h"

#include "base/Resources.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ekatra::ui {

namespace {

QByteArray drawing(const QString& name, const QColor& colour, int side)
{
    auto bytes = base::readResource(QStringLiteral("icons/") + name + QStringLiteral(".svg"));
    if (!bytes)
        return {};
    QByteArray svg = std::move(bytes).value();
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    // A hairline loses its strength when the drawing shrinks.
    if (side < size::icon)
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(stroke::iconSmall) + '"');
    return svg;
}

} // namespace

QPixmap svgPixmap(const QString& name, const QColor& colour, int side, qreal scale)
{
    const QString key = QStringLiteral("svg/%1/%2/%3/%4").arg(name, colour.name()).arg(side).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(qRound(side * scale), qRound(side * scale));
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, colour, side));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor SvgIcon::colourFor(QIcon::Mode mode) const
{
    return m_theme.colour(mode == QIcon::Disabled ? Colour::TextDisabled : m_tone);
}

void SvgIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(square, svgPixmap(m_name, colourFor(mode), side, painter->device()->devicePixelRatioF()));
}

QPixmap SvgIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SvgIcon::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt asks in device pixels here.
    return svgPixmap(m_name, colourFor(mode), qRound(std::min(size.width(), size.height()) / scale), scale);
}

} // namespace ekatra::ui
