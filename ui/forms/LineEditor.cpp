#include "forms/LineEditor.h"

#include "forms/FieldLine.h"
#include "forms/Measures.h"
#include "forms/ValueText.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

namespace {

using schema::FieldType;

// Its width tells how much is expected.
int widthFor(const schema::Field& field)
{
    switch (field.type) {
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Time:
        return measure::number;
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Money:
        return measure::third;
    default:
        return field.maxLength > 0 && field.maxLength <= 20 ? measure::third
            : field.maxLength > 0 && field.maxLength <= 40  ? measure::half
                                                            : QWIDGETSIZE_MAX;
    }
}

} // namespace

LineEditor::LineEditor(FormModel& model, const QString& pointer, const schema::Field& field,
                       std::unique_ptr<PickSource> source, QWidget* parent)
    : FieldEditor(model, pointer, field, parent), m_source(std::move(source))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_line = new FieldLine(model.context().theme, QStringLiteral("edit:") + pointer, this);
    m_line->setMaximumWidth(widthFor(field));
    if (m_source)
        m_line->setTrailing(QStringLiteral("search"));
    constexpr int most = 1000; // of the room, up to its own width; the rest stays free at the right
    row->addWidget(m_line, most);
    m_unit = makeLabel(this, TextSize::Base, "quiet");
    m_unit->setVisible(!field.unit.isEmpty());
    row->addWidget(m_unit);
    if (m_line->maximumWidth() < QWIDGETSIZE_MAX)
        row->addStretch(1);
    connect(m_line, &QLineEdit::textEdited, this, &LineEditor::typed);
    connect(m_line, &FieldLine::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_line, &FieldLine::left, this, &LineEditor::leave);
    connect(m_line, &FieldLine::movedOn, this, [this] { m_model.moveOn(m_line); });
    connect(m_line, &FieldLine::listWanted, this, [this] { ask(m_line->text()); });
}

QWidget* LineEditor::target() const
{
    return m_line;
}

void LineEditor::retranslate()
{
    m_unit->setText(m_model.text(m_field.unit));
    m_line->setPlaceholderText(m_field.fill.onSubmit ? tr("at submission") : typingHint(m_field));
}

void LineEditor::refresh()
{
    m_line->setReadOnly(isFixed());
    m_line->setFocusPolicy(isFixed() ? Qt::ClickFocus : Qt::StrongFocus);
    if (m_typing)
        return;
    const QString shown = shownValue(m_field, value());
    if (shown != m_line->text())
        m_line->setText(shown);
    m_line->setCursorPosition(m_line->hasFocus() ? m_line->cursorPosition() : 0);
}

void LineEditor::showFault(Fault fault)
{
    restyle(m_line, "invalid", fault == Fault::Error);
    restyle(m_line, "warned", fault == Fault::Warning);
}

void LineEditor::typed(const QString& text)
{
    m_typing = true;
    m_model.set(m_pointer, readValue(m_field, text, FormModel::now()));
    ask(text);
}

void LineEditor::leave()
{
    m_typing = false;
    m_model.leave(m_pointer);
}

void LineEditor::ask(const QString& words)
{
    if (!m_source || isFixed())
        return;
    PickPopup::Client client;
    client.field = m_line;
    client.source = m_source.get();
    client.take = [this](const PickItem& item) { take(item); };
    client.makeNew = [this] { m_model.moveOn(m_line); };
    m_model.popup().ask(client, words);
}

// A choice fills its whole row.
void LineEditor::take(const PickItem& item)
{
    m_typing = false;
    QJsonObject values = item.value.toObject();
    values.remove(QStringLiteral("role")); // this paper says what the person is in it
    m_model.fill(m_pointer.left(m_pointer.lastIndexOf(QLatin1Char('/'))), values);
    m_model.moveOn(m_line);
}

} // namespace ekatra::ui
