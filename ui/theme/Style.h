// Style.h
// Fusion with our measures, and one-line text on one baseline whichever script it is written in: Qt centres a line by
// the font that its letters happen to come from, so that a Hindi label would stand higher than an English one.
// Owned by the application. GUI thread.
#pragma once

#include <QProxyStyle>

namespace ekatra::ui {

class Style final : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

// Where the line stands in a box of `height` from `top`: the middle for both scripts together.
[[nodiscard]] double baselineIn(double top, double height, const QFont& font);

} // namespace ekatra::ui
