// RoofDrawing.h
// What the product does, in one picture: what many houses know comes together under one roof. Shows nothing of the
// store. Owned by the unlock page. GUI thread.
#pragma once

#include <QWidget>

namespace ekatra::ui {

class Theme;

class RoofDrawing : public QWidget {
    Q_OBJECT

public:
    RoofDrawing(const Theme& theme, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace ekatra::ui
