// Chip.h
// A short fact in a box of its own: sections, states, what a search understood, and the smaller mark that names a
// source. One painter for delegates and for the label, so that both look the same. GUI thread.
#pragma once

#include "theme/Theme.h"

#include <QAbstractButton>
#include <QWidget>

namespace ekatra::ui {

enum class Tone { Plain, Accent, Good, Warn, Bad, Practice };

struct ChipFace {
    QString text;
    QString lead; // before the text, quieter: "name ~"
    QString icon;
    Tone tone = Tone::Plain;
    bool closes = false;
};

[[nodiscard]] int chipWidth(const Theme& theme, const ChipFace& face);
void drawChip(QPainter& painter, const Theme& theme, const QRect& rect, const ChipFace& face);

[[nodiscard]] int sourceMarkWidth(const Theme& theme, const QString& text);
void drawSourceMark(QPainter& painter, const Theme& theme, const QRect& rect, const QString& text);

class ChipLabel : public QWidget {
    Q_OBJECT

public:
    ChipLabel(const Theme& theme, QWidget* parent);
    void show(const ChipFace& face);
    using QWidget::show;
    [[nodiscard]] const ChipFace& face() const { return m_face; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ChipFace m_face;
};

// A chip that can be taken away: a click or Delete does it.
class ChipButton : public QAbstractButton {
    Q_OBJECT

public:
    ChipButton(const Theme& theme, const ChipFace& face, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    ChipFace m_face;
};

// The mark of the system that a fact came from.
class SourceMark : public QWidget {
    Q_OBJECT

public:
    SourceMark(const Theme& theme, QWidget* parent);
    void setText(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_text;
};

} // namespace ekatra::ui
