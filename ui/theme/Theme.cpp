#include "theme/Theme.h"

#include "theme/Style.h"
#include "theme/StyleSheet.h"
#include "theme/SvgIcon.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPalette>

namespace ekatra::ui {

namespace {

QPalette paletteFor(Scheme scheme)
{
    const auto c = [scheme](Colour colour) { return colourOf(scheme, colour); };
    QPalette palette;
    palette.setColor(QPalette::Window, c(Colour::Surface2));
    palette.setColor(QPalette::Base, c(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, c(Colour::Surface2));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::ToolTipText})
        palette.setColor(role, c(Colour::Text));
    palette.setColor(QPalette::PlaceholderText, c(Colour::Text2));
    palette.setColor(QPalette::Highlight, c(Colour::AccentSoft));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, c(Colour::Surface3));
    palette.setColor(QPalette::Link, c(Colour::Accent));
    palette.setColor(QPalette::LinkVisited, c(Colour::Accent));
    palette.setColor(QPalette::Mid, c(Colour::Line));
    palette.setColor(QPalette::Dark, c(Colour::LineStrong));
    palette.setColor(QPalette::Shadow, c(Colour::LineStrong));
    for (const auto role : {QPalette::Button, QPalette::Light, QPalette::ToolTipBase})
        palette.setColor(role, c(Colour::Surface));
    palette.setColor(QPalette::Midlight, c(Colour::Surface3));
    palette.setColor(QPalette::BrightText, c(Colour::Bad));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c(Colour::TextDisabled));
    return palette;
}

} // namespace

Theme::Theme(QApplication& application) : QObject(nullptr), m_application(application)
{
    application.setStyle(new Style);
    application.setFont(font(TextSize::Base));
    apply(desktopScheme());
    application.installEventFilter(this);
}

Theme::Choice Theme::choiceNamed(const QString& name)
{
    if (name == QLatin1String("light"))
        return Choice::Light;
    if (name == QLatin1String("dark"))
        return Choice::Dark;
    if (name == QLatin1String("contrast"))
        return Choice::HighContrast;
    return Choice::Desktop;
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    switch (choice) {
    case Choice::Light:
        return apply(Scheme::Light);
    case Choice::Dark:
        return apply(Scheme::Dark);
    case Choice::HighContrast:
        return apply(Scheme::HighContrast);
    case Choice::Desktop:
        return apply(desktopScheme());
    }
}

Scheme Theme::desktopScheme() const
{
    // Qt 6.4 does not say what the desktop prefers; without a palette of ours it shows the desktop's own.
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette theirs = QApplication::palette();
    QApplication::setPalette(ours);
    return theirs.color(QPalette::Window).lightness() < theirs.color(QPalette::WindowText).lightness() ? Scheme::Dark
                                                                                                       : Scheme::Light;
}

void Theme::apply(Scheme scheme)
{
    m_applying = true;
    m_scheme = scheme;
    m_application.setPalette(paletteFor(scheme));
    m_application.setStyleSheet(styleSheetFor(scheme));
    m_applying = false;
    Q_EMIT changed();
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        window->update();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == Choice::Desktop && !m_applying) {
        if (const Scheme wanted = desktopScheme(); wanted != m_scheme)
            apply(wanted);
    }
    return QObject::eventFilter(watched, event);
}

QFont Theme::font(TextSize size, bool bold) const
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Devanagari")});
    font.setPixelSize(pixelsOf(size));
    font.setBold(bold);
    return font;
}

QIcon Theme::icon(const QString& name, Colour tone) const
{
    return QIcon(new SvgIcon(*this, name, tone));
}

void Theme::paintIcon(QPainter& painter, const QRect& rect, const QString& name, Colour tone) const
{
    painter.drawPixmap(rect.topLeft(),
                       svgPixmap(name, colour(tone), rect.width(), painter.device()->devicePixelRatioF()));
}

} // namespace ekatra::ui
