#include "forms/TickEditor.h"

#include "widgets/Labels.h"

#include <QKeyEvent>

namespace ekatra::ui {

void TickBox::focusInEvent(QFocusEvent* event)
{
    QCheckBox::focusInEvent(event);
    Q_EMIT entered();
}

void TickBox::focusOutEvent(QFocusEvent* event)
{
    QCheckBox::focusOutEvent(event);
    Q_EMIT left();
}

void TickBox::keyPressEvent(QKeyEvent* event)
{
    if (!event->modifiers() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT movedOn();
    else
        QCheckBox::keyPressEvent(event);
}

TickEditor::TickEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::xs, 0, space::xs);
    row->setSpacing(space::s);
    m_box = new TickBox(this);
    m_box->setObjectName(QStringLiteral("edit:") + pointer);
    m_box->setProperty(stopProperty, true);
    m_box->setFixedHeight(lineHeight(TextSize::Base, true));
    row->addWidget(m_box, 0, Qt::AlignTop);
    m_label = makeParagraph(this);
    m_label->setBuddy(m_box);
    row->addWidget(m_label, 1);
    connect(m_box, &QCheckBox::clicked, this, [this](bool ticked) {
        m_model.set(m_pointer, ticked ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined));
    });
    connect(m_box, &TickBox::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_box, &TickBox::left, this, [this] { m_model.leave(m_pointer); });
    connect(m_box, &TickBox::movedOn, this, [this] { m_model.moveOn(m_box); });
}

void TickEditor::retranslate()
{
    const QString star = m_model.session().isRequired(m_pointer) ? QStringLiteral(" *") : QString();
    m_label->setText(m_model.text(m_field.label) + star);
}

void TickEditor::refresh()
{
    m_box->setEnabled(!isFixed());
    m_box->setChecked(value().toBool());
}

} // namespace ekatra::ui
