// FocusRing.h
// The one ring of the application: it stands round whichever control has the keyboard, as a child of its window. Owned
// by main, which lets it go before the window. GUI thread.
#pragma once

#include <QFocusFrame>

namespace ekatra::ui {

class Theme;

// Lists show the focus by their selection and set this property to be left alone.
constexpr auto noRingProperty = "noFocusRing";

class FocusRing final : public QFocusFrame {
    Q_OBJECT

public:
    explicit FocusRing(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* now);

    const Theme& m_theme;
};

} // namespace ekatra::ui
