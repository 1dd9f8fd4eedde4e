#include "forms/HelpPane.h"

#include "forms/RowText.h"
#include "forms/ValueText.h"
#include "widgets/Labels.h"

#include <QEvent>

namespace ekatra::ui {

namespace {

using schema::FieldType;

// Items of the groups on the way: 6(c).
QString itemAt(const FormModel& model, const QString& pointer)
{
    const QStringList steps = pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    QString path;
    QString item;
    for (const QString& step : steps) {
        path += QLatin1Char('/') + step;
        const schema::Field* field = model.session().field(path);
        if (field && !step[0].isDigit())
            item = itemText(model, item, field->item);
    }
    return item;
}

} // namespace

HelpPane::HelpPane(FormModel& model, QWidget* parent) : QFrame(parent), m_model(model)
{
    setObjectName(QStringLiteral("formHelp"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::s);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(new IconLabel(model.context().theme, QStringLiteral("help"), Colour::Text2, size::iconSmall, this));
    m_head = makeLabel(this, TextSize::Base, "quiet");
    m_head->setFixedHeight(lineHeight(TextSize::Base, true));
    head->addWidget(m_head, 1);
    column->addLayout(head);
    m_title = makeParagraph(this);
    m_title->setProperty("bold", true);
    m_help = makeParagraph(this, TextSize::Base, "quiet");
    m_section = makeParagraph(this, TextSize::Base, "quiet");
    m_law = makeParagraph(this, TextSize::Base, "accent");
    m_keys = makeParagraph(this, TextSize::Small, "quiet");
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(makeRule(this, Qt::Vertical));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::s);
    for (QLabel* label : {m_title, m_help, m_section, m_law})
        texts->addWidget(label);
    row->addLayout(texts, 1);
    column->addLayout(row);
    column->addWidget(m_keys);
    column->addStretch(1);
    refresh();
}

void HelpPane::setFloating(bool floating)
{
    restyle(this, "look", floating ? QStringLiteral("popup") : QString());
}

void HelpPane::tell(const QString& pointer)
{
    if (pointer == m_pointer)
        return;
    m_pointer = pointer;
    refresh();
}

QString HelpPane::keysText(const schema::Field& field) const
{
    switch (field.type) {
    case FieldType::Date:
        return tr("14/7/24, 140724 or “today”.");
    case FieldType::Time:
        return tr("20:00, 2000 or “8 pm”.");
    case FieldType::DateTime:
        return tr("140724 1020, “today 10:20” or “now”.");
    case FieldType::Money:
        return tr("45000, 45,000 or 1.5 lakh.");
    case FieldType::Code:
        return tr("Type in Hindi or English, or open the list with ↓.");
    case FieldType::Codes:
    case FieldType::Texts:
        return tr("Each with Enter; Backspace takes the last one away.");
    case FieldType::Long:
        return tr("Enter begins a new line, Tab moves on.");
    case FieldType::Bool:
        return tr("The space bar ticks.");
    case FieldType::Groups:
        return tr("Enter opens a row, Delete takes it out, Alt+↑ and Alt+↓ move it.");
    default:
        return tr("Enter moves on.");
    }
}

void HelpPane::refresh()
{
    const schema::FormDefinition& form = m_model.session().form();
    const schema::Field* field = m_pointer.isEmpty() ? nullptr : m_model.session().field(m_pointer);
    m_head->setText(tr("F1 · this field"));
    if (!field) {
        m_title->setText(m_model.text(form.title));
        m_help->setText({});
    } else {
        m_title->setText((itemAt(m_model, m_pointer) + QLatin1Char(' ') + m_model.text(field->label)).trimmed());
        m_help->setText(m_model.text(field->help));
    }
    const schema::Section& section = form.sections[m_model.session().sectionOf(m_pointer)];
    m_section->setText(field ? m_model.text(section.help) : QString());
    m_law->setText(m_model.text(form.law));
    m_keys->setText(field ? keysText(*field) : QString());
    for (QLabel* label : {m_help, m_section, m_law, m_keys})
        label->setVisible(!label->text().isEmpty());
    setAccessibleName(m_title->text());
}

void HelpPane::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace ekatra::ui
