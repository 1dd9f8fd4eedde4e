#include "widgets/Labels.h"

#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Paragraph.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace ekatra::ui {

namespace {

constexpr int keyCapPadding = 6;

const char* sizeName(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return "small";
    case TextSize::Base:
        return "base";
    case TextSize::Title:
        return "title";
    case TextSize::Display:
        return "display";
    }
    return "base";
}

void dress(QLabel* label, TextSize size, const char* tone, bool bold)
{
    label->setProperty("textSize", QString::fromLatin1(sizeName(size)));
    label->setProperty("tone", QString::fromLatin1(tone));
    label->setProperty("bold", bold);
}

} // namespace

QLabel* makeLabel(QWidget* parent, TextSize size, const char* tone, bool bold)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    dress(label, size, tone, bold);
    return label;
}

ElidedLabel* makeElided(QWidget* parent, TextSize size, const char* tone, bool bold)
{
    auto* label = new ElidedLabel(parent);
    dress(label, size, tone, bold);
    return label;
}

QLabel* makeParagraph(QWidget* parent, TextSize size, const char* tone)
{
    auto* label = new Paragraph(size, parent);
    dress(label, size, tone, false);
    return label;
}

QFrame* makeFrame(QWidget* parent, const char* look)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("look", QString::fromLatin1(look));
    return frame;
}

QFrame* makeRule(QWidget* parent, Qt::Orientation orientation)
{
    QFrame* rule = makeFrame(parent, "rule");
    if (orientation == Qt::Horizontal)
        rule->setFixedHeight(stroke::hairline);
    else
        rule->setFixedWidth(stroke::hairline);
    return rule;
}

QToolButton* makeIconButton(QWidget* parent, const Theme& theme, const QString& icon, const char* name)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(theme.icon(icon));
    button->setIconSize({size::iconSmall, size::iconSmall});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton* makeButton(QWidget* parent, const char* look, const char* name)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("look", QString::fromLatin1(look));
    button->setAutoDefault(false);
    return button;
}

void nameButton(QAbstractButton* button, const QString& text, const QString& keys)
{
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
}

void restyle(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    fit();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 2, QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ElidedLabel::fit()
{
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, contentsRect().width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_full ? QString() : m_full);
}

IconLabel::IconLabel(const Theme& theme, const QString& icon, Colour tone, int side, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(icon), m_tone(tone)
{
    setFixedSize(side, side);
}

void IconLabel::standInLine(TextSize size)
{
    setFixedHeight(lineHeight(size, true));
}

void IconLabel::show(const QString& icon, Colour tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_theme.paintIcon(painter, {0, (height() - width()) / 2, width(), width()}, m_icon, m_tone);
}

KeyButton::KeyButton(const Theme& theme, const char* look, const char* name, QWidget* parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(QString::fromLatin1(name));
    setProperty("look", QString::fromLatin1(look));
    setAutoDefault(false);
}

void KeyButton::setKeyCap(const QString& text)
{
    m_cap = text;
    updateGeometry();
    update();
}

QSize KeyButton::sizeHint() const
{
    const int text = QFontMetrics(m_theme.font(TextSize::Base, true)).horizontalAdvance(this->text());
    const int cap = m_cap.isEmpty()
        ? 0
        : QFontMetrics(m_theme.font(TextSize::Small)).horizontalAdvance(m_cap) + 2 * keyCapPadding + space::s;
    return {2 * space::l + text + cap, size::control};
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    const bool primary = property("look").toString() == QLatin1String("primary");
    const Colour ink = !isEnabled() ? Colour::TextDisabled : primary ? Colour::OnAccent : Colour::Text;
    painter.setPen(m_theme.colour(ink));
    const QFont words = m_theme.font(TextSize::Base, primary);
    const QFont small = m_theme.font(TextSize::Small);
    const int textWidth = QFontMetrics(words).horizontalAdvance(text());
    const int capWidth = m_cap.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_cap) + 2 * keyCapPadding;
    int x = (width() - textWidth - (capWidth ? capWidth + space::s : 0)) / 2;
    painter.setFont(words);
    painter.drawText(QPointF(x, std::round(baselineIn(0, height(), words))), text());
    if (capWidth == 0)
        return;
    x += textWidth + space::s;
    const QRectF cap(x + 0.5, (height() - size::keyCap) / 2 + 0.5, capWidth - 1, size::keyCap - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(cap, radius, radius);
    painter.setFont(small);
    painter.drawText(QPointF(x + keyCapPadding, std::round(baselineIn(0, height(), small))), m_cap);
}

} // namespace ekatra::ui
