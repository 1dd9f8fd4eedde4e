// Rail.h
// The places of the program, at the left; shrinks to its icons where the window is narrow. Owned by the shell.
// GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

class RailButton;

class Rail : public QFrame {
    Q_OBJECT

public:
    Rail(const Context& context, QWidget* parent);

    void setCollapsed(bool collapsed);
    void setSearchChosen(bool chosen);

Q_SIGNALS:
    void searchWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    RailButton* m_search;
};

// One place: icon, word, and a bar when it is where one is.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override { return {size::rail, size::railItem}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
};

} // namespace ekatra::ui
