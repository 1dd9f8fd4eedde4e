#include "widgets/Chip.h"

#include "theme/Style.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QtMath>

namespace ekatra::ui {

namespace {

constexpr int padding = space::s;
constexpr int markPadding = 6;

struct Colours {
    Colour fill;
    Colour ink;
};

Colours coloursOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {Colour::Surface3, Colour::Text};
    case Tone::Accent:
        return {Colour::AccentSoft, Colour::Accent};
    case Tone::Good:
        return {Colour::GoodSoft, Colour::Good};
    case Tone::Warn:
        return {Colour::WarnSoft, Colour::Warn};
    case Tone::Bad:
        return {Colour::BadSoft, Colour::Bad};
    case Tone::Practice:
        return {Colour::Practice, Colour::OnPractice};
    }
    return {Colour::Surface3, Colour::Text};
}

// Rounded up: elidedText() counts fractions of a pixel.
int advance(const QFont& font, const QString& text)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(text));
}

} // namespace

int chipWidth(const Theme& theme, const ChipFace& face)
{
    const QFont font = theme.font(TextSize::Small);
    int width = 2 * padding + advance(font, face.text);
    if (!face.icon.isEmpty())
        width += size::iconSmall + space::xs;
    if (!face.lead.isEmpty())
        width += advance(font, face.lead) + space::xs;
    if (face.closes)
        width += size::iconTiny + space::xs;
    return width;
}

void drawChip(QPainter& painter, const Theme& theme, const QRect& rect, const ChipFace& face)
{
    const Colours colours = coloursOf(face.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(colours.fill));
    painter.drawRoundedRect(rect, radius, radius);
    painter.setFont(theme.font(TextSize::Small));
    int x = rect.left() + padding;
    if (!face.icon.isEmpty()) {
        const QRect box(x, rect.top() + (rect.height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall);
        theme.paintIcon(painter, box, face.icon, colours.ink);
        x += size::iconSmall + space::xs;
    }
    const double baseline = std::round(baselineIn(rect.top(), rect.height(), painter.font()));
    if (!face.lead.isEmpty()) {
        painter.setPen(theme.colour(Colour::Text2));
        painter.drawText(QPointF(x, baseline), face.lead);
        x += advance(painter.font(), face.lead) + space::xs;
    }
    painter.setPen(theme.colour(colours.ink));
    const int room = rect.right() - padding - x + 1 - (face.closes ? size::iconTiny + space::xs : 0);
    painter.drawText(QPointF(x, baseline), QFontMetrics(painter.font()).elidedText(face.text, Qt::ElideRight, room));
    if (face.closes) {
        const QRect box(rect.right() - padding - size::iconTiny + 1, rect.top() + (rect.height() - size::iconTiny) / 2,
                        size::iconTiny, size::iconTiny);
        theme.paintIcon(painter, box, QStringLiteral("close"), colours.ink);
    }
    painter.restore();
}

int sourceMarkWidth(const Theme& theme, const QString& text)
{
    return 2 * markPadding + advance(theme.font(TextSize::Small), text);
}

void drawSourceMark(QPainter& painter, const Theme& theme, const QRect& rect, const QString& text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::Line), stroke::hairline));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), markRadius, markRadius);
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(theme.colour(Colour::Text2));
    painter.drawText(
        QPointF(rect.left() + markPadding, std::round(baselineIn(rect.top(), rect.height(), painter.font()))),
        QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width() - 2 * markPadding));
    painter.restore();
}

ChipLabel::ChipLabel(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChipLabel::show(const ChipFace& face)
{
    m_face = face;
    setAccessibleName(face.lead.isEmpty() ? face.text : face.lead + QLatin1Char(' ') + face.text);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return {chipWidth(m_theme, m_face), size::chip};
}

void ChipLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawChip(painter, m_theme, rect(), m_face);
}

ChipButton::ChipButton(const Theme& theme, const ChipFace& face, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_face(face)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize ChipButton::sizeHint() const
{
    return {chipWidth(m_theme, m_face), size::chip};
}

void ChipButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawChip(painter, m_theme, rect(), m_face);
}

void ChipButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

SourceMark::SourceMark(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SourceMark::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize SourceMark::sizeHint() const
{
    return {sourceMarkWidth(m_theme, m_text), lineHeight(TextSize::Base, true)};
}

void SourceMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawSourceMark(painter, m_theme, {0, (height() - size::sourceMark) / 2, width(), size::sourceMark}, m_text);
}

} // namespace ekatra::ui
