#include "record/RecordHeader.h"

#include "models/CaseStory.h"
#include "models/Format.h"
#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ekatra::ui {

RecordHeader::RecordHeader(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setProperty("look", QStringLiteral("bar"));
    build();
}

void RecordHeader::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::xs);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_number = makeLabel(this, TextSize::Display, "", true);
    m_number->setObjectName(QStringLiteral("recordNumber"));
    m_number->setFixedHeight(lineHeight(TextSize::Display, true));
    head->addWidget(m_number);
    m_copy = makeIconButton(this, m_context.theme, QStringLiteral("copy"), "copyNumber");
    head->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_numberText); });
    m_copy->hide();
    m_where = makeElided(this, TextSize::Base, "quiet");
    m_where->setObjectName(QStringLiteral("recordWhere"));
    head->addWidget(m_where, 1);
    m_status = new ChipLabel(m_context.theme, this);
    m_status->setObjectName(QStringLiteral("recordStatus"));
    m_state = new ChipLabel(m_context.theme, this);
    m_state->setObjectName(QStringLiteral("recordState"));
    head->addWidget(m_status);
    head->addWidget(m_state);
    m_status->hide();
    m_state->hide();
    column->addLayout(head);
    auto* sections = new QHBoxLayout;
    sections->setSpacing(space::s);
    m_sectionsLabel = makeLabel(this, TextSize::Base, "quiet");
    m_sectionsLabel->setFixedHeight(size::chip);
    sections->addWidget(m_sectionsLabel, 0, Qt::AlignTop);
    auto* chips = new QWidget(this);
    m_sections = new FlowLayout(chips, space::s);
    sections->addWidget(chips, 1);
    m_officer = makeLabel(this);
    m_officer->setObjectName(QStringLiteral("recordOfficer"));
    m_officer->setFixedHeight(size::chip);
    sections->addWidget(m_officer, 0, Qt::AlignTop);
    column->addLayout(sections);
    m_sectionsLabel->hide();
}

void RecordHeader::show(const domain::Record& record, const domain::Extract& extract)
{
    const QString& language = m_context.language.code();
    m_number->setText(recordName(record, m_context.tables, language));
    m_where->setFullText(m_context.tables.stations.name(record.station, language) + QStringLiteral(" · ")
                         + dateText(domain::dateOfEventDay(record.eventDay)));
    m_numberText = record.number;
    m_copy->setVisible(!record.number.isEmpty());
    nameButton(m_copy, tr("Copy the number"));
    m_officer->setText(extract.officers.isEmpty() ? QString() : tr("IO: %1").arg(extract.officers.first()));
    showState(record, extract);
    showSections(extract);
}

void RecordHeader::showState(const domain::Record& record, const domain::Extract& extract)
{
    const QString status = extract.status.isEmpty() ? QString()
                                                    : m_context.tables.forms.codes()
                                                          .label(QStringLiteral("CASE_STATUS"), extract.status)
                                                          .in(m_context.language.code());
    m_status->setVisible(!status.isEmpty());
    m_status->show(ChipFace{status, {}, QStringLiteral("clock"), Tone::Accent, false});
    const QString state = stateText(record.state);
    m_state->setVisible(!state.isEmpty());
    Tone tone = Tone::Plain;
    if (record.state == domain::RecordState::Rejected || record.state == domain::RecordState::Conflicted)
        tone = Tone::Warn;
    else if (record.state == domain::RecordState::Accepted)
        tone = Tone::Good;
    m_state->show(ChipFace{state, {}, stateIcon(record.state), tone, false});
}

void RecordHeader::showSections(const domain::Extract& extract)
{
    m_sections->clear();
    m_sectionsLabel->setText(tr("Sections"));
    m_sectionsLabel->setVisible(!extract.sections.empty());
    for (const domain::SectionMention& section : extract.sections) {
        QStringList words{section.section, section.act};
        if (const law::Act* act = m_context.tables.acts.act(section.act); act && act->year > 0)
            words.append(QString::number(act->year));
        words.removeAll(QString());
        auto* chip = new ChipLabel(m_context.theme, m_sections->parentWidget());
        chip->show(ChipFace{words.join(QChar(0x00A0)), {}, {}, Tone::Plain, false});
        m_sections->addWidget(chip);
        chip->show();
    }
}

} // namespace ekatra::ui
