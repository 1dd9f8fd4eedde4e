#include "theme/StyleSheet.h"

#include <algorithm>
#include <vector>

namespace ekatra::ui {

namespace {

// Dynamic properties choose among the looks: `look` of buttons and frames, `tone`, `textSize` and `bold` of labels.
constexpr auto sheet = R"css(
QLabel[tone="quiet"] { color: @text-2; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="practice"] { color: @practice; }
QLabel[textSize="small"] { font-size: 12px; }
QLabel[textSize="title"] { font-size: 18px; }
QLabel[textSize="display"] { font-size: 24px; }
QLabel[bold="true"] { font-weight: bold; }

QLineEdit {
    background: @surface; color: @text; border: 1px solid @line-strong; border-radius: 4px;
    padding: 0 7px; min-height: 30px; max-height: 30px;
    selection-background-color: @accent; selection-color: @on-accent;
}
QLineEdit[invalid="true"] { border: 2px solid @bad; padding: 0 6px; min-height: 28px; max-height: 28px; }
QLineEdit[warned="true"] { border-color: @warn; }
QLineEdit:read-only { background: @surface-2; border-color: @line; }
QLineEdit:disabled { background: @surface-2; border-color: @line; color: @text-disabled; }

QPlainTextEdit {
    background: @surface; color: @text; border: 1px solid @line-strong; border-radius: 4px; padding: 1px 3px;
    selection-background-color: @accent; selection-color: @on-accent;
}
QPlainTextEdit[invalid="true"] { border: 2px solid @bad; padding: 0 2px; }
QPlainTextEdit[warned="true"] { border-color: @warn; }
QPlainTextEdit[readOnly="true"] { background: @surface-2; border-color: @line; }

QPushButton {
    background: @surface; color: @text; border: 1px solid @line-strong; border-radius: 4px;
    padding: 0 12px; min-height: 30px;
}
QPushButton:hover { background: @surface-3; }
QPushButton:pressed { background: @line; }
QPushButton:disabled { background: @surface-2; border-color: @line; color: @text-disabled; }
QPushButton[look="primary"] { background: @accent; border-color: @accent; color: @on-accent; font-weight: bold; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {
    background: @accent-hover; border-color: @accent-hover;
}
QPushButton[look="link"] {
    background: transparent; border: none; color: @accent; padding: 0; min-height: 24px; text-align: left;
}
QPushButton[look="link"]:hover { color: @accent-hover; text-decoration: underline; }
QPushButton[look="switch"] { background: transparent; border: none; padding: 0 8px; min-height: 28px; }
QPushButton[look="switch"]:hover { background: @surface-3; }
QPushButton[look="switch"]:checked { background: @accent-soft; color: @accent; font-weight: bold; }

QToolButton { background: transparent; border: none; border-radius: 4px; padding: 0 6px; min-height: 28px; color: @text; }
QLineEdit QToolButton { padding: 0; min-height: 0; }
QToolButton:hover { background: @surface-3; }
QToolButton:pressed, QToolButton:open { background: @line; }
QToolButton:disabled { color: @text-disabled; }
QToolButton::menu-indicator { image: none; width: 0; }

QFrame[look="window"] { background: @surface-2; }
QFrame[look="page"] { background: @surface; }
QFrame[look="topbar"] { background: @surface-2; border: none; border-bottom: 1px solid @line; }
QFrame[look="rail"] { background: @surface-2; border: none; border-right: 1px solid @line; }
QFrame[look="strip"] { background: @surface-2; border: none; border-bottom: 1px solid @line; }
QFrame[look="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[look="foot"] { background: @surface-2; border: none; border-top: 1px solid @line; }
QFrame[look="side"] { background: @surface; border: none; border-left: 1px solid @line; }
QFrame[look="popup"] { background: @surface; border: 1px solid @line-strong; }
QFrame[look="rule"] { background: @line; border: none; }
QFrame[look="banner-bad"] { background: @bad-soft; border: none; border-bottom: 1px solid @line; }
QFrame[look="banner-good"] { background: @good-soft; border: none; border-bottom: 1px solid @line; }
QFrame[look="steps"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[look="banner-practice"] { background: @practice-soft; border: none; border-radius: 4px; }
QFrame[look="practice-frame"] { background: @practice; border: none; }

QListView, QScrollArea { background: @surface; border: none; outline: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: @surface; }

QTabBar { background: @surface-2; }
QTabBar::tab {
    background: @surface-2; color: @text-2; border: none; border-top: 2px solid @surface-2;
    border-right: 1px solid @line; padding: 0 12px; height: 30px; max-width: 220px;
}
QTabBar::scroller { width: 56px; }
QTabBar > QToolButton { padding: 2px; min-height: 0; }
QToolButton#ScrollLeftButton, QToolButton#ScrollRightButton { background: @surface-2; border-radius: 0; padding: 0; }
QTabBar::tab:first { border-left: 1px solid @line; }
QTabBar::tab:hover { background: @surface-3; border-top-color: @surface-3; }
QTabBar::tab:selected { background: @surface; color: @text; border-top: 2px solid @accent; }

QMenu { background: @surface; color: @text; border: 1px solid @line-strong; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 32px; min-height: 22px; }
QMenu::item:selected { background: @accent-soft; }
QMenu::item:disabled { color: @text-disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QToolTip { background: @surface; color: @text; border: 1px solid @line-strong; padding: 4px; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: @line-strong; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)css";

} // namespace

QString styleSheetFor(Scheme scheme)
{
    std::vector<Colour> colours;
    for (int i = 0; i < static_cast<int>(Colour::Count); ++i)
        colours.push_back(static_cast<Colour>(i));
    // Longest names first: "@surface" is the beginning of "@surface-2".
    std::sort(colours.begin(), colours.end(), [](Colour a, Colour b) { return nameOf(a).size() > nameOf(b).size(); });
    QString text = QString::fromLatin1(sheet);
    for (const Colour colour : colours)
        text.replace(QLatin1Char('@') + nameOf(colour), colourOf(scheme, colour).name());
    return text;
}

} // namespace ekatra::ui
