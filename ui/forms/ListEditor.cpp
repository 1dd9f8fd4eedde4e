#include "forms/ListEditor.h"

#include "forms/FieldLine.h"
#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"

#include <QJsonArray>
#include <QKeyEvent>

namespace ekatra::ui {

ListEditor::ListEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent), m_source(model.context(), field.codeList)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_chips = new QWidget(this);
    m_flow = new FlowLayout(m_chips, space::s);
    column->addWidget(m_chips);
    m_chips->hide();
    m_line = new FieldLine(model.context().theme, QStringLiteral("edit:") + pointer, this);
    m_line->installEventFilter(this);
    if (ofCodes())
        m_line->setTrailing(QStringLiteral("down"));
    column->addWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &ListEditor::ask);
    connect(m_line, &FieldLine::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_line, &FieldLine::left, this, [this] {
        addTyped();
        m_model.leave(m_pointer);
    });
    connect(m_line, &FieldLine::movedOn, this, [this] {
        if (m_line->text().trimmed().isEmpty())
            m_model.moveOn(m_line);
        else
            addTyped();
    });
    connect(m_line, &FieldLine::listWanted, this, [this] { ask(m_line->text()); });
}

QWidget* ListEditor::target() const
{
    return m_line;
}

QString ListEditor::shown(const QString& entry) const
{
    return ofCodes() ? m_source.label(entry) : entry;
}

void ListEditor::add(const QString& entry)
{
    QJsonArray entries = value().toArray();
    if (!entries.contains(entry))
        entries.append(entry);
    m_line->clear();
    m_model.set(m_pointer, entries);
}

void ListEditor::addTyped()
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return;
    const QString code = ofCodes() ? m_source.codeFor(text) : QString();
    add(code.isEmpty() ? text : code);
}

void ListEditor::remove(qsizetype index)
{
    QJsonArray entries = value().toArray();
    if (index < 0 || index >= entries.size() || isFixed())
        return;
    entries.removeAt(index);
    m_line->setFocus(Qt::OtherFocusReason);
    m_model.set(m_pointer, entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entries));
}

void ListEditor::ask(const QString& words)
{
    if (!ofCodes() || isFixed())
        return;
    PickPopup::Client client;
    client.field = m_line;
    client.source = &m_source;
    client.tabTakes = true;
    client.take = [this](const PickItem& item) { add(item.value.toString()); };
    m_model.popup().ask(client, words);
}

bool ListEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && m_line->text().isEmpty()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace) {
        remove(value().toArray().size() - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void ListEditor::retranslate()
{
    m_line->setPlaceholderText(ofCodes() ? tr("type or choose, one after the other")
                                         : tr("one after the other, each with Enter"));
    m_entries.clear();
    refresh();
}

void ListEditor::refresh()
{
    m_line->setReadOnly(isFixed());
    QStringList entries;
    for (const QJsonValue& entry : value().toArray())
        entries.append(shown(entry.toString()));
    if (entries == m_entries && m_flow->count() == entries.size())
        return;
    m_entries = entries;
    m_flow->clear();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto* chip = new ChipButton(m_model.context().theme, ChipFace{entries[i], {}, {}, Tone::Plain, true}, m_chips);
        chip->setAccessibleName(tr("Remove %1").arg(entries[i]));
        connect(chip, &QAbstractButton::clicked, this, [this, i] { remove(i); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!entries.isEmpty());
}

void ListEditor::showFault(Fault fault)
{
    restyle(m_line, "invalid", fault == Fault::Error);
    restyle(m_line, "warned", fault == Fault::Warning);
}

} // namespace ekatra::ui
