// PageTabs.h
// The tabs of open pages: where they do not all fit they are scrolled, and none gives away the end of its number.
// Owned by the shell. GUI thread.
#pragma once

#include <QTabBar>

namespace ekatra::ui {

class PageTabs final : public QTabBar {
    Q_OBJECT

public:
    using QTabBar::QTabBar;

protected:
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
};

} // namespace ekatra::ui
