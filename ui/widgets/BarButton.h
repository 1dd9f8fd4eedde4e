// BarButton.h
// A flat button of the top bar: icon, word, and an arrow where it opens a menu. Owned by its bar. GUI thread.
#pragma once

#include "theme/Theme.h"

#include <QToolButton>

namespace ekatra::ui {

class BarButton : public QToolButton {
    Q_OBJECT

public:
    BarButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
};

} // namespace ekatra::ui
