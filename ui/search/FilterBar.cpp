#include "search/FilterBar.h"

#include "models/Format.h"
#include "search/Filters.h"
#include "theme/Style.h"
#include "widgets/Labels.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace ekatra::ui {

namespace {

using search::Field;

constexpr std::size_t mostChoices = 60;

} // namespace

FilterButton::FilterButton(const Theme& theme, const char* name, QWidget* parent) : QToolButton(parent), m_theme(theme)
{
    setObjectName(QString::fromLatin1(name));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FilterButton::sizeHint() const
{
    const int words = QFontMetrics(m_theme.font(TextSize::Base)).horizontalAdvance(text());
    const int icon = m_icon.isEmpty() ? 0 : size::iconSmall + space::xs;
    return {2 * space::s + icon + words + space::xs + size::iconSmall, size::control};
}

void FilterButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);

    const int top = (height() - size::iconSmall) / 2;
    int x = space::s;
    if (!m_icon.isEmpty()) {
        m_theme.paintIcon(painter, {x, top, size::iconSmall, size::iconSmall}, m_icon, Colour::Text);
        x += size::iconSmall + space::xs;
    }
    const QFont font = m_theme.font(TextSize::Base);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(QPointF(x, std::round(baselineIn(0, height(), font))), text());
    m_theme.paintIcon(painter, {width() - space::s - size::iconSmall, top, size::iconSmall, size::iconSmall},
                      QStringLiteral("down"), Colour::Text);
}

void FilterButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QToolButton::keyPressEvent(event);
}

FilterBar::FilterBar(const Context& context, std::function<search::SearchRequest()> request, QWidget* parent)
    : QWidget(parent), m_context(context), m_request(std::move(request))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const std::pair<Field, const char*> filters[] = {{Field::Station, "filterStation"},
                                                     {Field::Year, "filterYear"},
                                                     {Field::Status, "filterStatus"},
                                                     {Field::Source, "filterSource"}};
    for (const auto& [field, name] : filters) {
        const Filter filter{field, new FilterButton(m_context.theme, name, this)};
        row->addWidget(filter.button);
        m_filters.push_back(filter);
        connect(filter.button, &QToolButton::clicked, this, [this, filter] { ask(filter); });
    }
    m_order = new FilterButton(m_context.theme, "searchOrder", this);
    m_order->setIconName(QStringLiteral("sort"));
    row->addWidget(m_order);
    connect(m_order, &QToolButton::clicked, this, &FilterBar::openOrder);
    fill();
}

void FilterBar::show(const QString& words)
{
    m_words = words;
    fill();
}

QString FilterBar::nameOf(Field field) const
{
    return field == Field::Station ? tr("Station")
        : field == Field::Year     ? tr("Year")
        : field == Field::Status   ? tr("Status")
                                   : tr("Source");
}

QString FilterBar::valueName(Field field, const QString& value) const
{
    const QString& language = m_context.language.code();
    if (field == Field::Station)
        return stationText(m_context.tables.stations, value, language);
    if (field == Field::Status)
        return m_context.tables.forms.codes().label(QStringLiteral("CASE_STATUS"), value.toUpper()).in(language);
    if (field == Field::Source)
        return value == QLatin1String("here") ? sourcesText({}) : sourceText(value);
    return value;
}

void FilterBar::fill()
{
    constexpr int widestValue = 120;
    const QFontMetrics metrics(m_context.theme.font(TextSize::Base));
    for (const Filter& filter : m_filters) {
        const QString value = filterIn(m_words, filter.field, *m_context.tables.names);
        const QString name = value.isEmpty() ? QString() : valueName(filter.field, value);
        const QString field = nameOf(filter.field);
        filter.button->setText(name.isEmpty() ? field
                                              : QStringLiteral("%1: %2").arg(
                                                  field, metrics.elidedText(name, Qt::ElideRight, widestValue)));
        nameButton(filter.button, tr("%1: %2").arg(field, name.isEmpty() ? tr("all") : name));
        filter.button->updateGeometry();
    }
    m_order->setText(m_newest ? tr("Newest") : tr("Fitting"));
    nameButton(m_order, tr("Order: %1").arg(m_newest ? tr("newest first") : tr("most fitting first")));
    m_order->updateGeometry();
}

void FilterBar::ask(const Filter& filter)
{
    search::SearchRequest others = m_request();
    others.text = withFilter(others.text, filter.field, {}, *m_context.tables.names);
    m_context.desk.countChoices(others, filter.field,
                                {this, [this, filter](const Result<session::Desk::Choices>& told) {
                                     if (told)
                                         openMenu(filter, *told);
                                 }});
}

void FilterBar::openMenu(const Filter& filter, const session::Desk::Choices& choices)
{
    const QString chosen = filterIn(m_words, filter.field, *m_context.tables.names);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("filterMenu"));
    const auto add = [&](const QString& text, const QString& value) {
        QAction* action = menu->addAction(text);
        action->setData(value);
        action->setCheckable(true);
        action->setChecked(value.compare(chosen, Qt::CaseInsensitive) == 0);
        connect(action, &QAction::triggered, this, [this, field = filter.field, value] {
            Q_EMIT wordsWanted(withFilter(m_words, field, value, *m_context.tables.names));
        });
    };
    add(tr("All"), {});
    auto sorted = choices;
    if (sorted.size() > mostChoices)
        sorted.resize(mostChoices);
    if (filter.field == Field::Year)
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return b.value < a.value; });
    for (const search::SearchService::Choice& choice : sorted)
        add(valueName(filter.field, choice.value) + QLatin1Char('\t')
                + countText(choice.count.count, choice.count.capped),
            filter.field == Field::Status ? choice.value.toUpper() : choice.value);
    popUp(menu, filter.button);
}

void FilterBar::openOrder()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("filterMenu"));
    for (const bool newest : {false, true}) {
        QAction* action = menu->addAction(newest ? tr("Newest first") : tr("Most fitting first"));
        action->setCheckable(true);
        action->setChecked(newest == m_newest);
        connect(action, &QAction::triggered, this, [this, newest] {
            m_newest = newest;
            fill();
            Q_EMIT orderChanged();
        });
    }
    popUp(menu, m_order);
}

void FilterBar::popUp(QMenu* menu, FilterButton* button)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    for (QAction* action : menu->actions()) {
        if (action->isChecked())
            menu->setActiveAction(action);
    }
}

void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace ekatra::ui
