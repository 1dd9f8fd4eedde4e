#include "forms/FieldBox.h"

#include "forms/CodeEditor.h"
#include "forms/FindingNote.h"
#include "forms/LineEditor.h"
#include "forms/ListEditor.h"
#include "forms/LongEditor.h"
#include "forms/Measures.h"
#include "forms/RowText.h"
#include "forms/RowsEditor.h"
#include "forms/TickEditor.h"
#include "forms/ValueText.h"
#include "models/Format.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

namespace {

using schema::Field;
using schema::FieldType;

constexpr int thirds = 3;
constexpr int markRoom = 24;

FieldEditor* makeEditor(FormModel& model, const QString& pointer, const QString& item, const Field& field,
                        QWidget* parent)
{
    switch (field.type) {
    case FieldType::Long:
        return new LongEditor(model, pointer, field, parent);
    case FieldType::Texts:
    case FieldType::Codes:
        return new ListEditor(model, pointer, field, parent);
    case FieldType::Bool:
        return new TickEditor(model, pointer, field, parent);
    case FieldType::Code:
        return new CodeEditor(model, pointer, field, parent);
    case FieldType::Group:
        return new GroupEditor(model, pointer, item, field, parent);
    case FieldType::Groups:
        return new RowsEditor(model, pointer, item, field, parent);
    case FieldType::Map:
        return new MapView(model, pointer, field, parent);
    default:
        return new LineEditor(model, pointer, field, pickSourceFor(model, pointer), parent);
    }
}

bool isShortCode(const FormModel& model, const Field& field)
{
    constexpr qsizetype letters = 16;
    const QStringList labels = CodeSource(model.context(), field.codeList).labels();
    return !labels.isEmpty()
        && std::all_of(labels.begin(), labels.end(), [](const QString& label) { return label.size() <= letters; });
}

} // namespace

FieldBox::FieldBox(FormModel& model, const QString& pointer, const QString& outer, const Field& field, QWidget* parent)
    : QWidget(parent), m_model(model), m_field(field), m_outer(outer)
{
    setObjectName(QStringLiteral("field:") + pointer);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::underLabel);
    m_head = new QWidget(this);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(space::s);
    m_item = makeLabel(m_head, TextSize::Small, "quiet");
    m_item->setFixedHeight(lineHeight(TextSize::Base, true));
    head->addWidget(m_item, 0, Qt::AlignTop);
    m_label = makeParagraph(m_head);
    head->addWidget(m_label, 1);
    m_markIcon = new IconLabel(model.context().theme, QStringLiteral("link"), Colour::Text2, size::iconSmall, m_head);
    m_mark = makeLabel(m_head, TextSize::Small, "quiet");
    m_mark->setObjectName(QStringLiteral("mark:") + pointer);
    m_mark->setFixedHeight(lineHeight(TextSize::Base, true));
    head->addWidget(m_markIcon, 0, Qt::AlignVCenter);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    column->addWidget(m_head);
    m_editor = makeEditor(model, pointer, itemText(model, outer, field.item), field, this);
    column->addWidget(m_editor);
    m_help = makeParagraph(this, TextSize::Small, "quiet");
    column->addWidget(m_help);
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(measure::underLabel);
    column->addLayout(m_notes);
    column->addStretch(1);
    if (m_editor->target())
        m_label->setBuddy(m_editor->target());
    m_mark->hide();
    m_markIcon->hide();
    retranslate();
}

int FieldBox::widthIn(int room) const
{
    const int third = (room - 2 * space::l) / thirds;
    const int half = (room - space::l) / 2;
    int width = room;
    switch (m_field.type) {
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Int:
    case FieldType::Num:
    case FieldType::Money:
        width = third;
        break;
    case FieldType::Bool:
        width = half;
        break;
    case FieldType::Code:
        width = isShortCode(m_model, m_field) ? third : half;
        break;
    case FieldType::Text:
    case FieldType::Id:
        width = m_field.maxLength <= 0 ? room : m_field.maxLength <= 20 ? third : m_field.maxLength <= 80 ? half : room;
        break;
    default:
        return room;
    }
    for (const int wider : {third, half})
        if (width == wider && m_labelWidth > wider)
            width = wider == third ? half : room;
    return width;
}

bool FieldBox::isSpare() const
{
    const auto& session = m_model.session();
    if (!m_field.item.isEmpty() || session.isRequired(pointer()) || session.isTroubled(pointer()))
        return false;
    const QJsonValue value = session.value(pointer());
    return value.isUndefined() || value.isNull();
}

QString FieldBox::helpText() const
{
    if (!m_field.help.isEmpty())
        return m_model.text(m_field.help);
    if (forms::FormSession::isComputed(m_field))
        return tr("filled in by itself");
    return {};
}

void FieldBox::retranslate()
{
    m_editor->retranslate();
    const QString item = m_field.item.isEmpty() ? QString() : itemText(m_model, m_outer, m_field.item);
    m_item->setText(item);
    m_item->setVisible(!item.isEmpty());
    m_head->setVisible(!m_editor->labelsItself());
    const QString help = helpText();
    m_help->setText(help);
    if (QWidget* target = m_editor->target()) {
        target->setAccessibleName(m_model.text(m_field.label));
        target->setAccessibleDescription(help);
    }
    refresh();
    const QFontMetrics small(m_model.context().theme.font(TextSize::Small));
    const QFontMetrics base(m_model.context().theme.font(TextSize::Base));
    m_labelWidth =
        base.horizontalAdvance(m_label->text()) + 2 + (item.isEmpty() ? 0 : small.horizontalAdvance(item) + space::s);
    if (m_field.type == FieldType::Bool)
        m_labelWidth += markRoom;
}

void FieldBox::refresh()
{
    const auto& session = m_model.session();
    const QString star = session.isRequired(pointer()) ? QStringLiteral(" *") : QString();
    m_label->setText(m_model.text(m_field.label) + star);
    m_editor->refresh();
    const forms::PrefillMark* mark = session.mark(pointer());
    m_mark->setVisible(mark != nullptr);
    m_markIcon->setVisible(mark != nullptr);
    if (mark)
        m_mark->setText(
            tr("from %1 %2")
                .arg(kindText(m_model.context().tables.kinds, mark->kind, m_model.context().language.code()),
                     mark->number));
    refreshNotes();
}

void FieldBox::refreshNotes()
{
    const auto told = m_model.session().toldAt(pointer());
    while (m_noteList.size() < told.size()) {
        m_noteList.push_back(new FindingNote(m_model, this));
        m_notes->addWidget(m_noteList.back());
    }
    Fault fault = Fault::None;
    QStringList said;
    for (std::size_t i = 0; i < m_noteList.size(); ++i) {
        m_noteList[i]->setVisible(i < told.size());
        if (i >= told.size())
            continue;
        m_noteList[i]->tell(told[i]);
        said.append(m_model.text(told[i].text));
        const bool error = told[i].severity == schema::Severity::Error;
        fault = error ? Fault::Error : std::max(fault, Fault::Warning);
    }
    m_editor->showFault(fault);
    // The line below a field is kept free, so that nothing moves when something has to be said.
    m_help->setVisible(told.empty() && !m_editor->labelsItself() && !m_field.isGroup());
    if (QWidget* target = m_editor->target())
        target->setAccessibleDescription(said.isEmpty() ? helpText() : said.join(QLatin1Char(' ')));
}

} // namespace ekatra::ui
