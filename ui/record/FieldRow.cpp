#include "record/FieldRow.h"

#include "models/Format.h"
#include "widgets/Chip.h"
#include "widgets/Labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace ekatra::ui {

FieldRow::FieldRow(const Theme& theme, const SheetLine& line, const QString& name, const QString& sourceLine,
                   QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(size::rowDense);
    setToolTip(sourceLine);
    setAccessibleName(QStringLiteral("%1: %2").arg(line.label, line.value));
    setAccessibleDescription(sourceLine);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 3, 0, 3);
    row->setSpacing(space::m);
    QLabel* label = makeParagraph(this, TextSize::Base, "quiet");
    label->setText(line.label);
    label->setFixedWidth(size::fieldLabel);
    row->addWidget(label);
    m_value = makeParagraph(this);
    m_value->setText(line.value);
    row->addWidget(m_value, 1);
    if (!line.source.isEmpty()) {
        auto* mark = new SourceMark(theme, this);
        mark->setText(sourceText(line.source));
        row->addWidget(mark, 0, Qt::AlignTop);
    }
}

void FieldRow::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(m_value->text());
    } else if (event->key() == Qt::Key_Down) {
        focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
        focusPreviousChild();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FieldRow::mousePressEvent(QMouseEvent*)
{
    setFocus(Qt::MouseFocusReason);
}

} // namespace ekatra::ui
