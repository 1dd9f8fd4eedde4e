// RowCard.h
// One row of a list in two lines: an accused, a section, a piece of property. Enter opens it, Delete takes it out,
// Alt+Up and Alt+Down move it. Owned by its list. GUI thread.
#pragma once

#include "forms/Measures.h"
#include "theme/Theme.h"

#include <QAbstractButton>

namespace ekatra::ui {

class RowCard : public QAbstractButton {
    Q_OBJECT

public:
    RowCard(const Theme& theme, QWidget* parent);
    struct Face {
        int number = 0;
        QString title;
        QString below;
        bool open = false;
        bool error = false;
        bool warning = false;
    };
    void show(const Face& face);
    using QWidget::show;
    [[nodiscard]] QSize sizeHint() const override { return {measure::column, size::rowTwoLine}; }

Q_SIGNALS:
    void removeWanted();
    void moveWanted(int by);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Face m_face;
};

} // namespace ekatra::ui
