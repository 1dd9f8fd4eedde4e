#include "forms/LongEditor.h"

#include "widgets/Labels.h"

#include <QFocusEvent>
#include <QScrollBar>

#include <cmath>

namespace ekatra::ui {

namespace {

constexpr int leastLines = 3;
constexpr int mostLines = 16;
constexpr int frame = 14; // padding and edges

} // namespace

void LongText::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT entered();
}

void LongText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    // Another window, or the end of this one, does not finish a field.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason && isVisible())
        Q_EMIT left();
}

void LongText::keyPressEvent(QKeyEvent* event)
{
    // A text that is seen whole has no pages: the keys turn those of the paper.
    const bool page = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
    if (page && verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void LongText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT widened();
}

LongEditor::LongEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_text = new LongText(this);
    m_text->setObjectName(QStringLiteral("edit:") + pointer);
    m_text->setProperty(stopProperty, true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    row->addWidget(m_text);
    fit();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (m_showing)
            return;
        m_typing = true;
        m_model.set(m_pointer, m_text->toPlainText());
    });
    connect(m_text, &LongText::widened, this, &LongEditor::fit);
    connect(m_text, &LongText::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_text, &LongText::left, this, [this] {
        m_typing = false;
        m_model.leave(m_pointer);
    });
}

QWidget* LongEditor::target() const
{
    return m_text;
}

void LongEditor::fit()
{
    // The document counts in lines.
    const int lines =
        std::clamp(static_cast<int>(std::ceil(m_text->document()->size().height())), leastLines, mostLines);
    m_text->setFixedHeight(lines * lineHeight(TextSize::Base, true) + frame);
}

void LongEditor::refresh()
{
    m_text->setReadOnly(isFixed());
    if (m_typing)
        return;
    const QString text = value().toString();
    if (text == m_text->toPlainText())
        return;
    m_showing = true;
    m_text->setPlainText(text);
    m_showing = false;
}

void LongEditor::showFault(Fault fault)
{
    restyle(m_text, "invalid", fault == Fault::Error);
    restyle(m_text, "warned", fault == Fault::Warning);
}

} // namespace ekatra::ui
