#include "forms/RowsEditor.h"

#include "forms/FieldColumn.h"
#include "forms/FieldLine.h"
#include "forms/RowCard.h"
#include "forms/RowText.h"
#include "law/SectionParser.h"
#include "models/Format.h"
#include "widgets/Labels.h"

#include <QJsonArray>

namespace ekatra::ui {

namespace {

// A row of fields with a line at its left.
QWidget* makeIndented(QWidget* parent, QHBoxLayout*& row)
{
    auto* box = new QWidget(parent);
    row = new QHBoxLayout(box);
    row->setContentsMargins(0, space::xs, 0, space::xs);
    row->setSpacing(space::m);
    row->addWidget(makeRule(box, Qt::Vertical));
    return box;
}

} // namespace

GroupEditor::GroupEditor(FormModel& model, const QString& pointer, const QString& item, const schema::Field& field,
                         QWidget* parent)
    : FieldEditor(model, pointer, field, parent)
{
    QHBoxLayout* row = nullptr;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    QWidget* box = makeIndented(this, row);
    row->addWidget(new FieldColumn(model, {pointer, field.group, item}, *field.shape, box), 1);
    column->addWidget(box);
}

RowsEditor::RowsEditor(FormModel& model, const QString& pointer, const QString& item, const schema::Field& field,
                       QWidget* parent)
    : FieldEditor(model, pointer, field, parent), m_item(item)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    if (field.group == u"law")
        buildSectionsLine(*column);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::xs);
    column->addLayout(m_cards);
    m_add = makeButton(this, "", "");
    m_add->setObjectName(QStringLiteral("add:") + pointer);
    m_add->setIcon(model.context().theme.icon(QStringLiteral("add")));
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &RowsEditor::addRow);
    connect(&m_model, &FormModel::revealWanted, this, &RowsEditor::reveal);
    if (!m_model.revealing().isEmpty())
        reveal(m_model.revealing());
}

void RowsEditor::buildSectionsLine(QVBoxLayout& column)
{
    m_sections = new FieldLine(m_model.context().theme, QStringLiteral("sections:") + m_pointer, this);
    column.addWidget(m_sections);
    m_law = makeParagraph(this, TextSize::Small, "quiet");
    column.addWidget(m_law);
    connect(m_sections, &FieldLine::entered, this, [this] { m_model.enter(m_pointer); });
    connect(m_sections, &FieldLine::left, this, [this] {
        takeSections();
        m_model.leave(m_pointer);
    });
    connect(m_sections, &FieldLine::movedOn, this, [this] {
        if (m_sections->text().trimmed().isEmpty())
            m_model.moveOn(m_sections);
        else
            takeSections();
    });
}

QWidget* RowsEditor::target() const
{
    // What is wrong with a list is that it has too few rows: here one is added.
    return m_sections ? static_cast<QWidget*>(m_sections) : m_add;
}

// What cannot be read as a section stays in the line.
void RowsEditor::takeSections()
{
    const QString text = m_sections->text().trimmed();
    if (text.isEmpty())
        return;
    const auto parsed = law::parseSections(m_model.context().tables.acts, text, m_model.session().dayOfOffence());
    if (parsed.empty())
        return;
    m_sections->clear();
    for (const law::ParsedSection& section : parsed) {
        QJsonObject row{{QStringLiteral("section"), section.section}};
        if (!section.act.isEmpty())
            row.insert(QStringLiteral("act"), section.act);
        m_model.addRow(m_pointer, row);
    }
}

bool RowsEditor::isEmptyRow(qsizetype row) const
{
    const QJsonArray rows = value().toArray();
    return row < rows.size() && rows[row].toObject().isEmpty();
}

void RowsEditor::addRow()
{
    // A row that is still empty is the next one.
    const qsizetype rows = m_model.session().rowCount(m_pointer);
    const qsizetype row = rows > 0 && isEmptyRow(rows - 1) ? rows - 1 : m_model.addRow(m_pointer);
    open(row, true);
}

void RowsEditor::open(qsizetype row, bool focus)
{
    if (row != m_open) {
        close();
        m_open = row;
        refresh();
    }
    if (focus && m_column && m_column->firstTarget())
        m_column->firstTarget()->setFocus(Qt::TabFocusReason);
}

void RowsEditor::close()
{
    m_open = -1;
    m_column = nullptr;
    if (m_openBox) {
        m_openBox->hide();
        m_openBox->deleteLater();
    }
    m_openBox = nullptr;
}

void RowsEditor::remove(qsizetype row)
{
    if (m_model.isReadOnly())
        return;
    close();
    m_model.removeRow(m_pointer, row);
    const auto left = static_cast<qsizetype>(m_cardList.size());
    QWidget* next = left > 0 ? static_cast<QWidget*>(m_cardList[static_cast<std::size_t>(std::min(row, left - 1))])
                             : static_cast<QWidget*>(m_add);
    next->setFocus(Qt::OtherFocusReason);
}

void RowsEditor::move(qsizetype row, int by)
{
    const qsizetype to = row + by;
    if (m_model.isReadOnly() || to < 0 || to >= m_model.session().rowCount(m_pointer))
        return;
    close();
    m_model.moveRow(m_pointer, row, to);
    m_cardList[static_cast<std::size_t>(to)]->setFocus(Qt::OtherFocusReason);
}

void RowsEditor::reveal(const QString& pointer)
{
    const QString head = m_pointer + QLatin1Char('/');
    if (!pointer.startsWith(head))
        return;
    const qsizetype end = pointer.indexOf(QLatin1Char('/'), head.size());
    const qsizetype row = pointer.mid(head.size(), end < 0 ? -1 : end - head.size()).toLongLong();
    if (row < m_model.session().rowCount(m_pointer))
        open(row, false);
}

void RowsEditor::retranslate()
{
    const QString label = m_model.text(m_field.shape->label);
    m_add->setText(tr("Add: %1").arg(label));
    m_add->setAccessibleName(m_add->text());
    if (m_sections) {
        m_sections->setPlaceholderText(tr("as you write it: 103(1), 3(5) BNS"));
        m_sections->setAccessibleName(m_model.text(m_field.label));
    }
    tellLaw();
}

void RowsEditor::tellLaw()
{
    if (!m_law)
        return;
    const auto day = m_model.session().dayOfOffence();
    static const QDate newLaws(2024, 7, 1);
    m_law->setText(!day                  ? tr("Enter the date of the offence to see which law applies.")
                       : *day >= newLaws ? tr("Offence of %1: BNS applies.").arg(dateText(*day))
                                         : tr("Offence of %1: IPC applies.").arg(dateText(*day)));
}

void RowsEditor::refresh()
{
    tellLaw();
    m_add->setVisible(!m_model.isReadOnly());
    // Enter passes a list that need not be filled, and one that has rows; Tab stops at every one.
    m_add->setProperty(stopProperty,
                       !m_sections && m_model.session().rowCount(m_pointer) == 0
                           && m_model.session().isRequired(m_pointer));
    if (m_sections)
        m_sections->setVisible(!m_model.isReadOnly());
    const QJsonArray rows = value().toArray();
    const auto count = static_cast<std::size_t>(rows.size());
    while (m_cardList.size() > count) {
        m_cardList.back()->hide();
        m_cardList.back()->deleteLater();
        m_cardList.pop_back();
    }
    while (m_cardList.size() < count) {
        auto* card = new RowCard(m_model.context().theme, this);
        const auto row = static_cast<qsizetype>(m_cardList.size());
        card->setObjectName(QStringLiteral("card:%1/%2").arg(m_pointer).arg(row));
        connect(card, &QAbstractButton::clicked, this, [this, row] {
            if (m_open == row) {
                close();
                refresh();
            } else {
                open(row, true);
            }
        });
        connect(card, &RowCard::removeWanted, this, [this, row] { remove(row); });
        connect(card, &RowCard::moveWanted, this, [this, row](int by) { move(row, by); });
        m_cardList.push_back(card);
        m_cards->addWidget(card);
        card->show();
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<qsizetype>(i);
        const QString place = QStringLiteral("%1/%2").arg(m_pointer).arg(row);
        RowWords words = rowWords(m_model, m_field, rows[row].toObject());
        if (words.title.isEmpty())
            words.title = tr("not filled in yet");
        RowCard::Face face{static_cast<int>(i) + 1, words.title, words.below, row == m_open, false, false};
        for (const forms::Finding& finding : m_model.session().findings()) {
            if (!finding.pointer.startsWith(place + QLatin1Char('/')) || !m_model.session().isTold(finding))
                continue;
            (finding.severity == schema::Severity::Error ? face.error : face.warning) = true;
        }
        m_cardList[i]->show(face);
    }
    showOpenRow();
}

void RowsEditor::showOpenRow()
{
    if (m_open < 0 || m_openBox || m_open >= static_cast<qsizetype>(m_cardList.size()))
        return;
    QHBoxLayout* row = nullptr;
    m_openBox = makeIndented(this, row);
    auto* side = new QVBoxLayout;
    const QString place = QStringLiteral("%1/%2").arg(m_pointer).arg(m_open);
    m_column = new FieldColumn(m_model, {place, m_field.group, m_item}, *m_field.shape, m_openBox);
    side->addWidget(m_column);
    if (!m_model.isReadOnly()) {
        QPushButton* out = makeButton(m_openBox, "link", "");
        out->setObjectName(QStringLiteral("remove:") + place);
        out->setText(tr("Take this row out"));
        out->setAccessibleName(out->text());
        out->setIcon(m_model.context().theme.icon(QStringLiteral("trash"), Colour::Accent));
        connect(out, &QPushButton::clicked, this, [this, at = m_open] { remove(at); });
        side->addWidget(out, 0, Qt::AlignLeft);
    }
    row->addLayout(side, 1);
    // Under its card; Tab goes through it before the next card.
    m_cards->insertWidget(m_cards->indexOf(m_cardList[static_cast<std::size_t>(m_open)]) + 1, m_openBox);
    m_openBox->show();
}

MapView::MapView(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent)
    : FieldEditor(model, pointer, field, parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_text = makeParagraph(this, TextSize::Base, "quiet");
    column->addWidget(m_text);
}

void MapView::refresh()
{
    QStringList lines;
    const QJsonObject map = value().toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        lines.append(prettyName(it.key()) + QStringLiteral(": ") + it.value().toVariant().toString());
    m_text->setText(lines.join(QLatin1Char('\n')));
}

} // namespace ekatra::ui
