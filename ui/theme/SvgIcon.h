// SvgIcon.h
// Our line icons (resources/icons) in the colours of the theme: Qt's SVG reads `currentColor` as black, so the colour
// is put into the drawing before it is rendered. GUI thread.
#pragma once

#include "theme/Tokens.h"

#include <QIconEngine>
#include <QPixmap>

namespace ekatra::ui {

class Theme;

// `name` drawn `side` device-independent pixels square; cached. An unknown name is an empty picture.
[[nodiscard]] QPixmap svgPixmap(const QString& name, const QColor& colour, int side, qreal scale);

class SvgIcon final : public QIconEngine {
public:
    SvgIcon(const Theme& theme, QString name, Colour tone) : m_theme(theme), m_name(std::move(name)), m_tone(tone) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine* clone() const override { return new SvgIcon(m_theme, m_name, m_tone); }
    [[nodiscard]] QString key() const override { return QStringLiteral("ekatra-svg"); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const;

    const Theme& m_theme;
    QString m_name;
    Colour m_tone;
};

} // namespace ekatra::ui
