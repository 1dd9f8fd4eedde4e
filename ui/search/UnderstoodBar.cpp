#include "search/UnderstoodBar.h"

#include "models/Format.h"
#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

// Empty for a word that may stand in any field.
QString fieldName(const QString& field)
{
    const QHash<QString, QString> names{{QStringLiteral("name"), UnderstoodBar::tr("name")},
                                        {QStringLiteral("father"), UnderstoodBar::tr("father or husband")},
                                        {QStringLiteral("village"), UnderstoodBar::tr("village")},
                                        {QStringLiteral("station"), UnderstoodBar::tr("station")},
                                        {QStringLiteral("kind"), UnderstoodBar::tr("type")},
                                        {QStringLiteral("year"), UnderstoodBar::tr("year")},
                                        {QStringLiteral("status"), UnderstoodBar::tr("status")},
                                        {QStringLiteral("mobile"), UnderstoodBar::tr("mobile")},
                                        {QStringLiteral("vehicle"), UnderstoodBar::tr("vehicle")},
                                        {QStringLiteral("section"), UnderstoodBar::tr("section")},
                                        {QStringLiteral("fir"), UnderstoodBar::tr("FIR number")},
                                        {QStringLiteral("number"), UnderstoodBar::tr("number")},
                                        {QStringLiteral("cnr"), UnderstoodBar::tr("CNR")},
                                        {QStringLiteral("io"), UnderstoodBar::tr("investigating officer")},
                                        {QStringLiteral("date"), UnderstoodBar::tr("date")},
                                        {QStringLiteral("source"), UnderstoodBar::tr("source")}};
    return names.value(field);
}

} // namespace

UnderstoodBar::UnderstoodBar(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setProperty("look", QStringLiteral("bar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::xs);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    column->addLayout(row);
    m_label = makeLabel(this, TextSize::Base, "quiet");
    m_label->setFixedHeight(size::chip);
    row->addWidget(m_label, 0, Qt::AlignTop);
    auto* chips = new QWidget(this);
    m_chips = new FlowLayout(chips, space::s);
    row->addWidget(chips, 1);
    m_notes = makeParagraph(this, TextSize::Small, "quiet");
    m_notes->setObjectName(QStringLiteral("searchNotes"));
    column->addWidget(m_notes);
    fill();
}

void UnderstoodBar::show(const QString& words, const search::SearchAnswer& answer)
{
    m_words = words;
    m_parts = answer.understood;
    m_remarks = answer.notes;
    fill();
}

void UnderstoodBar::fill()
{
    m_label->setText(tr("Understood as:"));
    m_chips->clear();
    m_label->setVisible(!m_parts.empty());
    QStringList notes;
    for (const search::Note& note : m_remarks)
        notes.append(m_context.messages.text({{}, note.code, note.context, {}}, m_context.language.code()).message);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    setVisible(!m_parts.empty() || !notes.isEmpty());
    int number = 0;
    for (const search::Understood& part : m_parts) {
        const QString field = fieldName(part.field);
        const QString text = shownText(part);
        const QString lead = field.isEmpty() ? QString() : field + QStringLiteral(" ~");
        auto* chip =
            new ChipButton(m_context.theme, ChipFace{text, lead, {}, Tone::Plain, true}, m_chips->parentWidget());
        chip->setObjectName(QStringLiteral("understood%1").arg(++number));
        chip->setAccessibleName(tr("%1: %2. Press to take it away").arg(field.isEmpty() ? tr("word") : field, text));
        connect(chip, &QAbstractButton::clicked, this, [this, part] { takeAway(part); });
        m_chips->addWidget(chip);
        chip->show();
    }
}

void UnderstoodBar::takeAway(const search::Understood& part)
{
    QString left = m_words;
    left.remove(part.start, part.length);
    Q_EMIT wordsWanted(left.simplified());
}

// Codes that filters write are read as names.
QString UnderstoodBar::shownText(const search::Understood& part) const
{
    const QString& language = m_context.language.code();
    if (part.field == QLatin1String("station") && m_context.tables.stations.knows(part.text))
        return stationText(m_context.tables.stations, part.text, language);
    if (part.field == QLatin1String("status"))
        return m_context.tables.forms.codes().label(QStringLiteral("CASE_STATUS"), part.text.toUpper()).in(language);
    if (part.field == QLatin1String("source"))
        return part.text == QLatin1String("here") ? sourcesText({}) : sourceText(part.text);
    return part.text;
}

void UnderstoodBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace ekatra::ui
