// SearchField.h
// The one search field, always in reach (Ctrl+K). Arrow keys pressed in it move in the list of hits. Owned by
// the top bar. GUI thread.
#pragma once

#include <QLineEdit>

class QToolButton;

namespace ekatra::ui {

class Theme;

class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void submitted(); // Enter
    void walked(int key); // Up, Down, PageUp, PageDown
    void focused(bool has);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    const Theme& m_theme;
    QToolButton* m_clear;
};

} // namespace ekatra::ui
