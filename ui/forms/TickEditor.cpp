#include "forms/TickEditor.h"

#include "widgets/Labels.h"

#include <QKeyEvent>
#include <QPainter>

namespace ekatra::ui {

void TickBox::focusInEvent(QFocusEvent* event)
{
    QCheckBox::focusInEvent(event);
    Q_EMIT entered();
}

void TickBox::focusOutEvent(QFocusEvent* event)
{
    QCheckBox::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && isVisible())
        Q_EMIT left();
}

void TickBox::keyPressEvent(QKeyEvent* event)
{
    if (!event->modifiers() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT movedOn();
    else if (isTristate() && !event->modifiers() && (event->key() == Qt::Key_Y || event->key() == Qt::Key_N)) {
        setCheckState(event->key() == Qt::Key_Y ? Qt::Checked : Qt::Unchecked);
        Q_EMIT clicked();
    } else
        QCheckBox::keyPressEvent(event);
}

void TickBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box(0, (height() - size::icon) / 2, size::icon, size::icon);
    painter.setPen(m_theme.colour(isEnabled() ? Colour::LineStrong : Colour::Line));
    painter.setBrush(m_theme.colour(isEnabled() ? Colour::Surface : Colour::Surface2));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (isTristate() && checkState() == Qt::Unchecked)
        m_theme.paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("close"), Colour::Text);
    else if (checkState() == Qt::Checked)
        m_theme.paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("check"), Colour::Text);
}

TickEditor::TickEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::xs, 0, space::xs);
    row->setSpacing(space::s);
    m_box = new TickBox(model.context().theme, this);
    m_box->setObjectName(QStringLiteral("edit:") + pointer);
    m_box->setProperty(stopProperty, true);
    m_box->setFixedSize(m_box->sizeHint());
    row->addWidget(m_box, 0, Qt::AlignTop);
    m_label = makeParagraph(this);
    m_label->setBuddy(m_box);
    row->addWidget(m_label, 1);
    connect(m_box, &QCheckBox::clicked, this, &TickEditor::take);
    connect(m_box, &TickBox::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_box, &TickBox::left, this, [this] { m_model.leave(m_pointer); });
    connect(m_box, &TickBox::movedOn, this, [this] { m_model.moveOn(m_box); });
}

void TickEditor::take()
{
    switch (m_box->checkState()) {
    case Qt::Checked:
        return m_model.set(m_pointer, true);
    case Qt::Unchecked:
        return m_model.set(m_pointer, isAnswerRequired() ? QJsonValue(false) : QJsonValue(QJsonValue::Undefined));
    case Qt::PartiallyChecked:
        return;
    }
}

void TickEditor::retranslate()
{
    QString text = m_model.text(m_field.label);
    if (isAnswerRequired())
        text += QStringLiteral(" *");
    if (isAnswerRequired() && value().isBool())
        text += QStringLiteral(" · ") + (value().toBool() ? tr("yes") : tr("no"));
    m_label->setText(text);
}

void TickEditor::refresh()
{
    m_box->setEnabled(!isFixed());
    m_box->setAnswerRequired(isAnswerRequired());
    const Qt::CheckState unsaid = isAnswerRequired() && !value().isBool() ? Qt::PartiallyChecked : Qt::Unchecked;
    m_box->setCheckState(value().toBool() ? Qt::Checked : unsaid);
    retranslate();
}

} // namespace ekatra::ui
