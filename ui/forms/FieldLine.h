// FieldLine.h
// A line to type into as forms need it: Enter moves on, coming and going are told, and a drawing at its right can say
// that there is a list behind. Owned by its editor. GUI thread.
#pragma once

#include <QLineEdit>

namespace ekatra::ui {

class Theme;

class FieldLine : public QLineEdit {
    Q_OBJECT

public:
    FieldLine(const Theme& theme, const QString& name, QWidget* parent);
    // A button inside, at the right: "down", "search", "place".
    void setTrailing(const QString& icon);

Q_SIGNALS:
    void entered();
    void left();
    void movedOn();
    void listWanted(); // Down, F4, or the drawing was clicked

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QAction* m_trailing = nullptr;
};

} // namespace ekatra::ui
