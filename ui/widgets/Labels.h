// Labels.h
// Small things that every page is built of. Their looks are chosen by properties that the style sheet knows, so that a
// change of theme needs nothing from them. GUI thread.
#pragma once

#include "theme/Tokens.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ekatra::ui {

class ElidedLabel;
class Theme;

// Plain text in one of the four sizes. `tone`: "", "quiet", "accent", "bad", "warn", "practice".
[[nodiscard]] QLabel* makeLabel(QWidget* parent, TextSize size = TextSize::Base, const char* tone = "",
                                bool bold = false);
// The same over several lines.
[[nodiscard]] QLabel* makeParagraph(QWidget* parent, TextSize size = TextSize::Base, const char* tone = "");

// The same in one line that is cut where the room ends.
[[nodiscard]] ElidedLabel* makeElided(QWidget* parent, TextSize size = TextSize::Base, const char* tone = "",
                                      bool bold = false);

// A frame whose fill and edge the style sheet knows by `look`.
[[nodiscard]] QFrame* makeFrame(QWidget* parent, const char* look);
[[nodiscard]] QFrame* makeRule(QWidget* parent, Qt::Orientation orientation = Qt::Horizontal);

// `name` is the object name; the texts come at retranslation.
[[nodiscard]] QToolButton* makeIconButton(QWidget* parent, const Theme& theme, const QString& icon, const char* name);
[[nodiscard]] QPushButton* makeButton(QWidget* parent, const char* look, const char* name);

// Sets the words and what a screen reader says of a button that shows only a drawing.
void nameButton(QAbstractButton* button, const QString& text, const QString& keys = {});

// Changes a property that the style sheet looks at.
void restyle(QWidget* widget, const char* property, const QVariant& value);

// A label that cuts its text at the right and shows the whole as tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent);
    void setFullText(const QString& text);
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    QString m_full;
};

// A drawing of ours as a widget.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const Theme& theme, const QString& icon, Colour tone, int side, QWidget* parent);
    void show(const QString& icon, Colour tone);
    using QWidget::show;
    // As high as a line of text, for standing at the top of a paragraph.
    void standInLine(TextSize size);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    Colour m_tone;
};

// A button with the key that presses it drawn beside its text, and not part of what a screen reader says.
class KeyButton : public QPushButton {
    Q_OBJECT

public:
    KeyButton(const Theme& theme, const char* look, const char* name, QWidget* parent);
    void setKeyCap(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_cap;
};

} // namespace ekatra::ui
