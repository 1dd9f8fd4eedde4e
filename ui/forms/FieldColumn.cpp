#include "forms/FieldColumn.h"

#include "forms/FieldBox.h"
#include "forms/FieldFlow.h"
#include "widgets/Labels.h"

#include <QEvent>

#include <algorithm>

namespace ekatra::ui {

namespace {

std::vector<const schema::Field*> fieldsOf(const schema::Shape& shape)
{
    std::vector<const schema::Field*> fields;
    for (const schema::Field& field : shape.fields)
        fields.push_back(&field);
    return fields;
}

constexpr qsizetype fewFields = 6; // these are never folded

} // namespace

FieldColumn::FieldColumn(FormModel& model, const Place& place, const schema::Shape& shape, QWidget* parent)
    : FieldColumn(model, place, fieldsOf(shape), parent)
{
}

FieldColumn::FieldColumn(FormModel& model, const Place& place, const std::vector<const schema::Field*>& fields,
                         QWidget* parent)
    : QWidget(parent), m_model(model), m_place(place)
{
    m_flow = new FieldFlow(this);
    // A group of which the printed form numbers some fields folds the others.
    const bool numbered =
        std::any_of(fields.begin(), fields.end(), [](const auto* field) { return !field->item.isEmpty(); });
    m_folds = !place.group.isEmpty() && numbered && static_cast<qsizetype>(fields.size()) > fewFields;
    build(fields);
    connect(&m_model, &FormModel::changed, this, &FieldColumn::refresh);
    connect(&m_model, &FormModel::revealWanted, this, &FieldColumn::reveal);
    if (!m_model.revealing().isEmpty())
        reveal(m_model.revealing());
    retranslate();
}

void FieldColumn::build(const std::vector<const schema::Field*>& fields)
{
    const auto add = [&](const schema::Field* field) {
        auto* box = new FieldBox(m_model, m_place.pointer + QLatin1Char('/') + field->id, m_place.outer, *field, this);
        m_boxes.push_back(box);
        m_flow->addWidget(box);
    };
    const auto isExtra = [&](const schema::Field* field) {
        return m_folds && field->item.isEmpty() && field->required.kind == schema::ConditionKind::Any
            && field->required.parts.empty();
    };
    for (const schema::Field* field : fields)
        if (!isExtra(field))
            add(field);
    m_more = makeButton(this, "link", "moreFields");
    m_more->setIcon(m_model.context().theme.icon(QStringLiteral("down"), Colour::Accent));
    m_flow->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_unfolded = true;
        refresh();
        for (FieldBox* box : m_boxes)
            if (box->isSpare() && box->target()) {
                box->target()->setFocus(Qt::TabFocusReason);
                break;
            }
    });
    for (const schema::Field* field : fields)
        if (isExtra(field))
            add(field);
}

QWidget* FieldColumn::firstTarget() const
{
    for (const FieldBox* box : m_boxes)
        if (box->isVisibleTo(this) && box->target() && box->target()->focusPolicy() & Qt::TabFocus)
            return box->target();
    return nullptr;
}

void FieldColumn::refresh()
{
    int folded = 0;
    for (FieldBox* box : m_boxes) {
        const bool asked = m_model.session().isVisible(box->pointer()) && box->field().id != schema::reasonsField
            && !(box->field().type == schema::FieldType::Map && box->isSpare());
        const bool away = asked && m_folds && !m_unfolded && box->isSpare();
        folded += away ? 1 : 0;
        box->setVisible(asked && !away);
        if (asked && !away)
            box->refresh();
    }
    m_more->setVisible(folded > 0);
    m_more->setText(tr("More fields (%1)").arg(folded));
    m_more->setAccessibleName(m_more->text());
}

void FieldColumn::reveal(const QString& pointer)
{
    if (!m_folds || m_unfolded || !pointer.startsWith(m_place.pointer + QLatin1Char('/')))
        return;
    const bool mine = std::any_of(m_boxes.begin(), m_boxes.end(), [&](const FieldBox* box) {
        return !box->isVisibleTo(this)
            && (pointer == box->pointer() || pointer.startsWith(box->pointer() + QLatin1Char('/')));
    });
    m_unfolded = m_unfolded || mine;
    refresh();
}

void FieldColumn::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FieldColumn::retranslate()
{
    for (FieldBox* box : m_boxes)
        box->retranslate();
    refresh();
    m_flow->invalidate();
}

} // namespace ekatra::ui
