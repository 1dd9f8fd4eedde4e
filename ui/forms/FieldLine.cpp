#include "forms/FieldLine.h"

#include "forms/FieldEditor.h"

#include <QAction>
#include <QKeyEvent>

namespace ekatra::ui {

FieldLine::FieldLine(const Theme& theme, const QString& name, QWidget* parent) : QLineEdit(parent), m_theme(theme)
{
    setObjectName(name);
    setProperty(stopProperty, true);
}

void FieldLine::setTrailing(const QString& icon)
{
    delete m_trailing;
    m_trailing = addAction(m_theme.icon(icon, Colour::Text2), QLineEdit::TrailingPosition);
    connect(m_trailing, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        Q_EMIT listWanted();
    });
}

void FieldLine::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT entered();
}

void FieldLine::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // Another window, or the end of this one, does not finish a field.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason && isVisible())
        Q_EMIT left();
}

void FieldLine::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT movedOn();
    else if ((plain && (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4))
             || (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier))
        Q_EMIT listWanted();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace ekatra::ui
