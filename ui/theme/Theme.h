// Theme.h
// How the window looks now: which scheme, its colours, fonts and icons. Owned by main, handed by reference to every
// widget that paints for itself; outlives them all. GUI thread.
//
// Nothing may keep a colour, a font or a pixmap taken from here past a paint: changed() is not followed by a reminder.
#pragma once

#include "theme/Tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace ekatra::ui {

class Theme : public QObject {
    Q_OBJECT

public:
    enum class Choice { Light, Dark, HighContrast, Desktop };

    // Puts our style, palette and sheet on `application`.
    explicit Theme(QApplication& application);

    void choose(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    // "light", "dark", "contrast", "desktop"; anything else is the desktop's choice.
    [[nodiscard]] static Choice choiceNamed(const QString& name);

    [[nodiscard]] QColor colour(Colour colour) const { return colourOf(m_scheme, colour); }
    [[nodiscard]] QFont font(TextSize size, bool bold = false) const;

    // The line drawing `name` in `tone`; disabled icons take the colour of disabled text. Follows a change of theme.
    [[nodiscard]] QIcon icon(const QString& name, Colour tone = Colour::Text) const;
    // For painters: `name` in exactly `colour`, `side` device-independent pixels square.
    void paintIcon(QPainter& painter, const QRect& rect, const QString& name, Colour tone) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void apply(Scheme scheme);
    [[nodiscard]] Scheme desktopScheme() const;

    QApplication& m_application;
    Choice m_choice = Choice::Desktop;
    Scheme m_scheme = Scheme::Light;
    bool m_applying = false;
};

} // namespace ekatra::ui
