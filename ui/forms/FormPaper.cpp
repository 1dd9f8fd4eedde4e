#include "forms/FormPaper.h"

#include "forms/FieldBox.h"
#include "forms/FieldColumn.h"
#include "forms/HelpPane.h"
#include "forms/Measures.h"
#include "forms/PickPopup.h"
#include "forms/RowText.h"
#include "forms/SectionList.h"
#include "widgets/Labels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QTimer>

namespace ekatra::ui {

namespace {

// Scrolls by wheel and by focus; its keys belong to the page.
class FieldArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
};

void collectStops(QLayout& layout, const QWidget& root, std::vector<QWidget*>& out);

// In the order of the layouts, which is that of the paper.
void collectStops(QWidget& widget, const QWidget& root, std::vector<QWidget*>& out)
{
    if (!widget.isVisibleTo(&root) || !widget.isEnabled())
        return;
    if (widget.focusPolicy() & Qt::TabFocus)
        out.push_back(&widget);
    else if (widget.layout())
        collectStops(*widget.layout(), root, out);
}

void collectStops(QLayout& layout, const QWidget& root, std::vector<QWidget*>& out)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (item->widget())
            collectStops(*item->widget(), root, out);
        else if (item->layout())
            collectStops(*item->layout(), root, out);
    }
}

FieldBox* boxOf(QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (auto* box = qobject_cast<FieldBox*>(widget))
            return box;
    return nullptr;
}

} // namespace

FormPaper::FormPaper(FormModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    build();
    connect(m_sections, &SectionList::chosen, this, &FormPaper::goTo);
    connect(m_sections, &SectionList::nextFaultWanted, this, [this] { nextFault(1); });
    connect(&m_model, &FormModel::entered, this, [this](const QString& pointer) {
        m_lastField = pointer;
        m_help->tell(pointer);
        m_helpOver->tell(pointer);
    });
    connect(&m_model, &FormModel::moveOnWanted, this, &FormPaper::moveOn);
    connect(&m_model, &FormModel::focusWanted, this, &FormPaper::focusField);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FormPaper::build()
{
    auto* halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    m_sections = new SectionList(m_model, this);
    halves->addWidget(m_sections);
    m_middle = new QVBoxLayout;
    m_middle->setSpacing(0);
    auto* headBox = new QWidget(this);
    headBox->setMaximumWidth(measure::column + space::xl + space::s);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(space::xl, space::l, space::s, space::s);
    m_title = makeElided(headBox, TextSize::Title, "", true);
    m_title->setObjectName(QStringLiteral("sectionTitle"));
    m_title->setFixedHeight(lineHeight(TextSize::Title, true));
    head->addWidget(m_title, 1);
    m_count = makeLabel(headBox, TextSize::Small, "quiet");
    head->addWidget(m_count);
    m_middle->addWidget(headBox);
    m_area = new FieldArea(this);
    m_area->setObjectName(QStringLiteral("formArea"));
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_middle->addWidget(m_area, 1);
    halves->addLayout(m_middle, 1);
    m_help = new HelpPane(m_model, this);
    halves->addWidget(m_help);
    m_helpOver = new HelpPane(m_model, this);
    m_helpOver->setFloating(true);
    m_helpOver->hide();
}

void FormPaper::addBar(QWidget* bar)
{
    m_middle->insertWidget(m_middle->count() - 1, bar);
}

void FormPaper::setTitle(const QString& title)
{
    const schema::FormDefinition& form = m_model.session().form();
    QStringList below{form.form, m_model.text(form.law)};
    below.removeAll(QString());
    m_sections->setTitle(title, below.join(QStringLiteral(" · ")));
    m_area->setAccessibleName(title);
}

int FormPaper::errors() const
{
    return m_sections->errors();
}

int FormPaper::warnings() const
{
    return m_sections->warnings();
}

QString FormPaper::sectionName(std::size_t section) const
{
    const auto& sections = m_model.session().form().sections;
    if (section >= sections.size())
        return {};
    const QString item = itemText(m_model, sections[section].item, {});
    const QString label = m_model.text(sections[section].label);
    return item.isEmpty() ? label : item + QLatin1Char(' ') + label;
}

QString FormPaper::previousName() const
{
    return sectionName(beside(-1));
}

QString FormPaper::nextName() const
{
    return sectionName(beside(1));
}

std::size_t FormPaper::beside(int step) const
{
    const forms::FormSession& session = m_model.session();
    const auto& sections = session.form().sections;
    const auto asks = [&](const schema::Section& section) {
        return std::any_of(section.fields.begin(), section.fields.end(),
                           [&](const QString& id) { return session.isVisible(QLatin1Char('/') + id); });
    };
    std::size_t at = m_section;
    do
        at += static_cast<std::size_t>(step); // below the first it wraps past the last
    while (at < sections.size() && !asks(sections[at]));
    return at;
}

void FormPaper::retranslate()
{
    const auto& sections = m_model.session().form().sections;
    const QString item = itemText(m_model, sections[m_section].item, {});
    const QString label = m_model.text(sections[m_section].label);
    m_title->setFullText(item.isEmpty() ? label : QStringLiteral("%1. %2").arg(item, label));
    m_count->setText(tr("%1 of %2").arg(m_section + 1).arg(sections.size()));
}

void FormPaper::showSection(std::size_t section)
{
    const schema::FormDefinition& form = m_model.session().form();
    m_model.popup().dismiss();
    m_section = section;
    std::vector<const schema::Field*> fields;
    for (const QString& id : form.sections[section].fields)
        if (const schema::Field* field = form.root.field(id))
            fields.push_back(field);
    QFrame* content = makeFrame(nullptr, "page");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::xl, 0, space::s, space::xl);
    m_column = new FieldColumn(m_model, {}, fields, content);
    m_column->setMaximumWidth(measure::column);
    column->addWidget(m_column);
    column->addStretch(1);
    // A key that was pressed in the old fields may have brought us here.
    if (QWidget* before = m_area->takeWidget()) {
        before->setParent(this); // goes with the paper at the latest
        before->hide();
        before->deleteLater();
    }
    m_area->setWidget(content);
    m_sections->setCurrent(section);
    retranslate();
    Q_EMIT sectionShown();
}

void FormPaper::goTo(std::size_t section)
{
    if (section >= m_model.session().form().sections.size() || section == m_section)
        return;
    const QWidget* now = QApplication::focusWidget();
    const bool stays = now && (m_sections->isAncestorOf(now) || !isAncestorOf(now));
    settle();
    m_model.leaveSection(m_section);
    Q_EMIT sectionLeft();
    showSection(section);
    if (!stays)
        focusFirst();
}

std::vector<QWidget*> FormPaper::stops() const
{
    std::vector<QWidget*> out;
    if (m_area->widget())
        collectStops(*m_area->widget(), *m_area->widget(), out);
    return out;
}

void FormPaper::focusFirst()
{
    const auto all = stops();
    if (!all.empty())
        all.front()->setFocus(Qt::TabFocusReason);
    else
        m_sections->list().setFocus(Qt::TabFocusReason);
}

void FormPaper::focusLast()
{
    const auto all = stops();
    if (!all.empty())
        all.back()->setFocus(Qt::BacktabFocusReason);
}

void FormPaper::focusField(const QString& pointer)
{
    const std::size_t section = m_model.session().sectionOf(pointer);
    if (section != m_section) {
        m_model.leaveSection(m_section);
        showSection(section);
    }
    m_model.reveal(pointer);
    // The field itself, or the nearest thing round it that takes the keyboard.
    const QWidget& content = *m_area->widget();
    for (QString at = pointer; !at.isEmpty(); at = at.left(at.lastIndexOf(QLatin1Char('/')))) {
        const auto* box = content.findChild<FieldBox*>(QStringLiteral("field:") + at);
        if (!box || !box->isVisibleTo(&content))
            continue;
        std::vector<QWidget*> inside;
        if (box->target())
            inside.push_back(box->target());
        else
            collectStops(*box->layout(), content, inside);
        if (inside.empty())
            continue;
        QWidget* target = inside.front();
        target->setFocus(Qt::TabFocusReason);
        // Where it stands is known after the layout.
        QTimer::singleShot(0, target, [this, target] { follow(target); });
        m_lastField = pointer;
        return;
    }
}

void FormPaper::follow(QWidget* now)
{
    if (!now || !m_area->widget() || !m_area->widget()->isAncestorOf(now))
        return;
    m_area->ensureWidgetVisible(now, 0, space::xl);
    // The label above and the line below belong to the field.
    FieldBox* box = boxOf(now);
    if (box && box->height() < m_area->viewport()->height())
        m_area->ensureWidgetVisible(box, 0, space::s);
}

void FormPaper::moveOn(const QWidget* from)
{
    const auto all = stops();
    auto at = std::find(all.begin(), all.end(), from);
    at = at == all.end() ? all.begin() : at + 1;
    at = std::find_if(at, all.end(), [](const QWidget* stop) { return stop->property(stopProperty).toBool(); });
    if (at != all.end())
        (*at)->setFocus(Qt::TabFocusReason);
    else
        goOn();
}

// After the last field of a section comes the next section.
bool FormPaper::goOn()
{
    if (const std::size_t next = beside(1); next < m_model.session().form().sections.size())
        goTo(next);
    else
        Q_EMIT endReached();
    return true;
}

bool FormPaper::focusNextPrevChild(bool next)
{
    QWidget* now = QApplication::focusWidget();
    const auto all = stops();
    const auto at = std::find(all.begin(), all.end(), now);
    QWidget* wanted = nullptr;
    if (at == all.end())
        wanted = next && m_sections->isAncestorOf(now) && !all.empty() ? all.front() : nullptr;
    else if (!next)
        wanted = at != all.begin() ? *(at - 1) : &m_sections->list();
    else if (at + 1 != all.end())
        wanted = *(at + 1);
    else
        return goOn();
    if (!wanted)
        return QWidget::focusNextPrevChild(next);
    wanted->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool FormPaper::firstFault()
{
    m_lastField.clear();
    return nextFault(1);
}

bool FormPaper::nextFault(int by)
{
    settle();
    const forms::FormSession& session = m_model.session();
    QStringList told; // several findings of one field are one stop
    const auto gather = [&] {
        for (const forms::Finding& finding : session.findings())
            if (session.isTold(finding) && finding.severity != schema::Severity::Hint
                && !told.contains(finding.pointer))
                told.append(finding.pointer);
    };
    gather();
    if (told.isEmpty()) {
        m_model.tellAll();
        gather();
    }
    if (told.isEmpty())
        return false;
    const qsizetype here = told.indexOf(m_lastField);
    const qsizetype to = here < 0 ? (by > 0 ? 0 : told.size() - 1) : (here + by + told.size()) % told.size();
    focusField(told[to]);
    return true;
}

void FormPaper::settle()
{
    QWidget* now = QApplication::focusWidget();
    FieldBox* box = now && isAncestorOf(now) ? boxOf(now) : nullptr;
    if (box)
        m_model.leave(box->pointer());
}

void FormPaper::toggleHelp()
{
    if (m_help->isVisible())
        return;
    m_helpOver->setVisible(!m_helpOver->isVisible());
    arrange();
}

bool FormPaper::isHelpOver() const
{
    return m_helpOver->isVisible();
}

void FormPaper::arrange()
{
    const bool wide = width() >= measure::withHelp;
    m_help->setVisible(wide);
    m_help->setFixedWidth(std::max(0, width() - m_sections->width() - space::xl - measure::column - space::s));
    if (wide)
        m_helpOver->hide();
    m_helpOver->setFixedWidth(measure::helpOver);
    const int height = m_helpOver->layout()->heightForWidth(measure::helpOver);
    m_helpOver->setGeometry(width() - measure::helpOver - space::l, space::l, measure::helpOver,
                            std::min(height, this->height()));
    m_helpOver->raise();
}

void FormPaper::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FormPaper::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_model.popup().dismiss();
    arrange();
}

} // namespace ekatra::ui
