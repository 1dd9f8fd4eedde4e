#include "forms/SentPanel.h"

#include "forms/Measures.h"
#include "forms/RowCard.h"
#include "models/Format.h"
#include "widgets/FlowLayout.h"
#include "widgets/Labels.h"

#include <QEvent>

namespace ekatra::ui {

SentPanel::SentPanel(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("formSent"));
    setProperty("look", QStringLiteral("banner-good"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::s);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(context.theme, QStringLiteral("ok"), Colour::Good, size::icon, this), 0, Qt::AlignTop);
    m_text = makeParagraph(this);
    m_text->setObjectName(QStringLiteral("formSentText"));
    row->addWidget(m_text, 1);
    column->addLayout(row);
    auto* acts = new QWidget(this);
    m_acts = new FlowLayout(acts, space::s);
    column->addWidget(acts);
    hide();
}

void SentPanel::tell(const QString& kind, const QString& number)
{
    m_kind = kind;
    m_number = number;
    refresh();
    show();
}

QPushButton* SentPanel::addAct(const QString& text, const QString& icon, const char* name)
{
    QPushButton* button = makeButton(m_acts->parentWidget(), "", name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(m_context.theme.icon(icon));
    m_acts->addWidget(button);
    button->show();
    return button;
}

void SentPanel::refresh()
{
    if (m_kind.isEmpty())
        return;
    const QString& language = m_context.language.code();
    const QString kind = kindText(m_context.tables.kinds, m_kind, language);
    m_text->setText(tr("%1 %2 was submitted. It goes to the centre as soon as the line is there.").arg(kind, m_number));
    setAccessibleName(m_text->text());
    m_acts->clear();
    connect(addAct(tr("Print"), QStringLiteral("print"), "sentPrint"), &QPushButton::clicked, this,
            &SentPanel::printWanted);
    for (const schema::FormDefinition* form : m_context.tables.forms.all()) {
        const bool follows = form->kind != m_kind
            && std::any_of(form->prefill.begin(), form->prefill.end(),
                           [&](const schema::Prefill& prefill) { return prefill.kind == m_kind; });
        if (!follows)
            continue;
        QPushButton* next = addAct(kindText(m_context.tables.kinds, form->kind, language),
                                   kindIcon(m_context.tables.kinds, form->kind), "sentNext");
        connect(next, &QPushButton::clicked, this, [this, other = form->kind] { Q_EMIT paperWanted(other, true); });
    }
    connect(addAct(tr("New %1").arg(kind), QStringLiteral("new-record"), "sentNew"), &QPushButton::clicked, this,
            [this] { Q_EMIT paperWanted(m_kind, false); });
}

void SentPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

ChoicePanel::ChoicePanel(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("formChoices"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::s);
    m_title = makeParagraph(this, TextSize::Title);
    column->addWidget(m_title);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::xs);
    column->addLayout(m_rows);
    m_skip = makeButton(this, "link", "choiceNone");
    column->addWidget(m_skip, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_skip, &QPushButton::clicked, this, &ChoicePanel::skipped);
    retranslate();
    hide();
}

void ChoicePanel::ask(const std::vector<forms::PickRow>& choices)
{
    int number = 0;
    for (const forms::PickRow& choice : choices) {
        auto* card = new RowCard(m_context.theme, this);
        card->setObjectName(QStringLiteral("choice%1").arg(choice.row));
        card->setMaximumWidth(measure::column);
        card->show(RowCard::Face{++number, choice.title, choice.below, false, false, false});
        m_rows->addWidget(card);
        m_first = m_first ? m_first : card;
        connect(card, &QAbstractButton::clicked, this, [this, row = choice.row] { Q_EMIT chosen(row); });
    }
    show();
}

void ChoicePanel::retranslate()
{
    m_title->setText(tr("Whom is this paper about?"));
    m_skip->setText(tr("None of these"));
    m_skip->setAccessibleName(m_skip->text());
}

void ChoicePanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ekatra::ui
