#include "forms/CodeEditor.h"

#include "forms/FieldLine.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

CodeEditor::CodeEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent), m_source(model.context(), field.codeList)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_line = new FieldLine(model.context().theme, QStringLiteral("edit:") + pointer, this);
    if (!isFixed())
        m_line->setTrailing(QStringLiteral("down"));
    row->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_typing = true;
        const QString code = m_source.codeFor(text);
        m_model.set(m_pointer, code.isEmpty() ? text : code);
        ask(text);
    });
    connect(m_line, &FieldLine::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_line, &FieldLine::left, this, [this] {
        m_typing = false;
        m_model.leave(m_pointer);
    });
    connect(m_line, &FieldLine::movedOn, this, [this] { m_model.moveOn(m_line); });
    connect(m_line, &FieldLine::listWanted, this, [this] { ask(m_typing ? m_line->text() : QString()); });
}

QWidget* CodeEditor::target() const
{
    return m_line;
}

void CodeEditor::ask(const QString& words)
{
    if (isFixed())
        return;
    PickPopup::Client client;
    client.field = m_line;
    client.source = &m_source;
    client.tabTakes = true;
    client.take = [this](const PickItem& item) {
        m_typing = false;
        m_model.set(m_pointer, item.value);
        m_model.moveOn(m_line);
    };
    m_model.popup().ask(client, words);
}

void CodeEditor::retranslate()
{
    m_typing = false;
    refresh();
}

void CodeEditor::refresh()
{
    m_line->setReadOnly(isFixed());
    m_line->setFocusPolicy(isFixed() ? Qt::ClickFocus : Qt::StrongFocus);
    if (m_typing)
        return;
    const QString shown = m_source.label(value().toString());
    if (shown == m_line->text())
        return;
    m_line->setText(shown);
    m_line->setCursorPosition(0);
}

void CodeEditor::showFault(Fault fault)
{
    restyle(m_line, "invalid", fault == Fault::Error);
    restyle(m_line, "warned", fault == Fault::Warning);
}

} // namespace ekatra::ui
