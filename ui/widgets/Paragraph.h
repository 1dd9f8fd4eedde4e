// Paragraph.h
// Plain text over several lines, each on a baseline of its own grid: Qt gives a line the height of the letters that
// happen to stand in it, so that Hindi and English lines would come at different distances. Owned by its page.
// GUI thread.
#pragma once

#include "theme/Tokens.h"

#include <QLabel>

class QTextLayout;

namespace ekatra::ui {

class Paragraph : public QLabel {
    Q_OBJECT

public:
    Paragraph(TextSize size, QWidget* parent);

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // Breaks `layout` into lines of `width`; answers how many there are.
    int breakLines(QTextLayout& layout, int width) const;

    int m_pitch; // from line to line
};

} // namespace ekatra::ui
