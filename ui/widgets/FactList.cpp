#include "widgets/FactList.h"

#include "domain/Summary.h"
#include "models/Format.h"
#include "widgets/Chip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ekatra::ui {

FactList::FactList(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void FactList::addSection(const QString& title, const QString& count)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, space::m, 0, space::xs);
    head->setSpacing(space::s);
    QLabel* label = makeLabel(this, TextSize::Base, "", true);
    label->setText(title);
    label->setMinimumHeight(lineHeight(TextSize::Base, true));
    head->addWidget(label);
    QLabel* number = makeLabel(this, TextSize::Small, "quiet");
    number->setText(count);
    head->addWidget(number, 1);
    m_column->addLayout(head);
    m_column->addWidget(makeRule(this));
}

FactList::Line FactList::beginLine(const QString& icon)
{
    auto* widget = new QWidget(this);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, space::xs, 0, space::xs);
    row->setSpacing(space::m);
    row->addWidget(new IconLabel(m_context.theme, icon, Colour::Text2, size::iconSmall, widget));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    row->addLayout(words, 1);
    return {widget, words};
}

void FactList::endLine(const Line& line, const QString& below, const QString& source)
{
    if (!below.isEmpty()) {
        ElidedLabel* second = makeElided(line.widget, TextSize::Small, "quiet");
        second->setFullText(below);
        second->setFixedHeight(lineHeight(TextSize::Small, true));
        line.words->addWidget(second);
    }
    if (!source.isEmpty()) {
        auto* mark = new SourceMark(m_context.theme, line.widget);
        mark->setText(sourceText(source));
        line.widget->layout()->addWidget(mark);
    }
    m_column->addWidget(line.widget);
    m_column->addWidget(makeRule(this));
}

void FactList::addLine(const QString& icon, const QString& text, const QString& below, const QString& source)
{
    const Line line = beginLine(icon);
    ElidedLabel* first = makeElided(line.widget);
    first->setFullText(text);
    first->setFixedHeight(lineHeight(TextSize::Base, true));
    line.words->addWidget(first);
    endLine(line, below, source);
}

QPushButton* FactList::addLink(const QString& icon, const QString& text, const QString& below)
{
    const Line line = beginLine(icon);
    QPushButton* link = makeButton(line.widget, "link", "");
    link->setText(text);
    line.words->addWidget(link, 0, Qt::AlignLeft);
    endLine(line, below, {});
    return link;
}

void FactList::addStanding(const QString& icon, const QString& text, const QString& below, const ChipFace& face)
{
    const Line line = beginLine(icon);
    ElidedLabel* first = makeElided(line.widget);
    first->setFullText(text);
    first->setFixedHeight(lineHeight(TextSize::Base, true));
    line.words->addWidget(first);
    if (!face.text.isEmpty()) {
        auto* chip = new ChipLabel(m_context.theme, line.widget);
        chip->show(face);
        line.widget->layout()->addWidget(chip);
    }
    endLine(line, below, {});
}

QPushButton* FactList::addPaper(const QString& icon, const QString& text, const QString& end)
{
    const Line line = beginLine(icon);
    line.widget->layout()->setContentsMargins(0, 0, 0, 0);
    line.widget->setFixedHeight(size::rowDense);
    QPushButton* link = makeButton(line.widget, "link", "");
    link->setText(text);
    line.words->addWidget(link, 0, Qt::AlignLeft | Qt::AlignVCenter);
    QLabel* date = makeLabel(line.widget, TextSize::Small, "quiet");
    date->setText(end);
    line.widget->layout()->addWidget(date);
    m_column->addWidget(line.widget);
    return link;
}

QPushButton* FactList::addMore(const QString& text)
{
    QPushButton* more = makeButton(this, "link", "");
    more->setText(text);
    more->setAccessibleName(text);
    m_column->addWidget(more, 0, Qt::AlignLeft);
    return more;
}

void FactList::addNote(const QString& text)
{
    QLabel* note = makeParagraph(this, TextSize::Base, "quiet");
    note->setText(text);
    m_column->addSpacing(space::xs);
    m_column->addWidget(note);
}

void FactList::addPeople(const domain::Extract& extract, std::size_t most)
{
    if (extract.persons.empty())
        return;
    addSection(tr("People"), grouped(static_cast<qint64>(extract.persons.size())));
    const QString& language = m_context.language.code();
    for (std::size_t i = 0; i < std::min(most, extract.persons.size()); ++i) {
        const domain::PersonMention& person = extract.persons[i];
        QStringList below{
            m_context.tables.forms.codes().label(QStringLiteral("PERSON_ROLE"), person.role).in(language)};
        if (person.age)
            below.append(tr("age %1").arg(*person.age));
        below.append(person.village);
        below.append(person.mobile);
        below.removeAll(QString());
        addLine(QStringLiteral("person"), domain::personText(person, language), below.join(QStringLiteral(" · ")));
    }
}

void FactList::addProperty(const domain::Extract& extract, std::size_t most)
{
    if (extract.properties.empty())
        return;
    addSection(tr("Property"), grouped(static_cast<qint64>(extract.properties.size())));
    for (std::size_t i = 0; i < std::min(most, extract.properties.size()); ++i) {
        const domain::PropertyMention& thing = extract.properties[i];
        const QString category = m_context.tables.forms.codes()
                                     .label(QStringLiteral("PROPERTY_CAT"), thing.category)
                                     .in(m_context.language.code());
        QStringList below{thing.identifier, thing.value.value_or(0) > 0 ? moneyText(*thing.value) : QString()};
        below.removeAll(QString());
        addLine(thing.isVehicle ? QStringLiteral("vehicle") : QStringLiteral("property"),
                thing.description.isEmpty() ? category : thing.description, below.join(QStringLiteral(" · ")));
    }
}

void FactList::addMentions(const std::vector<records::Mention>& mentions)
{
    addSection(tr("Known to"), grouped(static_cast<qint64>(mentions.size())));
    for (const records::Mention& mention : mentions)
        addLine(QStringLiteral("source"), mention.sourceKey,
                tr("first seen %1 · last %2").arg(momentText(mention.firstSeen), momentText(mention.lastSeen)),
                mention.sourceId);
    if (mentions.empty())
        addNote(tr("Only this workstation holds it so far."));
}

} // namespace ekatra::ui
