#include "shell/SearchField.h"

#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Labels.h"

#include <QAction>
#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace ekatra::ui {

namespace {

constexpr int capPadding = 6;
constexpr int clearWidth = 24;
const QString capText = QStringLiteral("Ctrl+K");

int capWidth(const Theme& theme)
{
    return QFontMetrics(theme.font(TextSize::Small)).horizontalAdvance(capText) + 2 * capPadding;
}

} // namespace

SearchField::SearchField(const Theme& theme, QWidget* parent) : QLineEdit(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("searchField"));
    addAction(theme.icon(QStringLiteral("search"), Colour::Text2), LeadingPosition);
    m_clear = makeIconButton(this, theme, QStringLiteral("close"), "searchClear");
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    setTextMargins(0, 0, capWidth(theme) + clearWidth + space::s, 0);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT textEdited({});
        setFocus(Qt::OtherFocusReason);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::submitted);
    retranslate();
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search: name, FIR, mobile, vehicle, village…"));
    setAccessibleName(tr("Search"));
    setAccessibleDescription(placeholderText());
    nameButton(m_clear, tr("Clear the words"));
    const QList<QToolButton*> buttons = findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button != m_clear)
            button->setAccessibleName(accessibleName());
    }
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    m_clear->setGeometry(width() - capWidth(m_theme) - space::s - clearWidth, (height() - clearWidth) / 2, clearWidth,
                         clearWidth);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        Q_EMIT walked(event->key());
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focused(true);
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT focused(false);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int width = capWidth(m_theme);
    // Right of the field; the clearing cross stands left of it.
    const QRectF cap(this->width() - width - space::s + 0.5, (height() - size::keyCap) / 2 + 0.5, width - 1,
                     size::keyCap - 1);
    painter.setPen(QPen(m_theme.colour(Colour::Line), stroke::hairline));
    painter.setBrush(m_theme.colour(Colour::Surface2));
    painter.drawRoundedRect(cap, radius, radius);
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.colour(Colour::Text2));
    painter.drawText(QPointF(cap.left() + capPadding, std::round(baselineIn(0, height(), painter.font()))), capText);
}

} // namespace ekatra::ui
