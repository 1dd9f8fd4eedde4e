#include "record/TimeLine.h"

#include "models/Format.h"
#include "theme/FocusRing.h"
#include "widgets/Chip.h"
#include "widgets/Rows.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

namespace {

constexpr int dayWidth = 64; // "14/07/24"
constexpr int iconColumn = dayWidth + space::l + space::m;
constexpr int wordsColumn = iconColumn + size::icon + space::l;

QString sourceName(const QString& source)
{
    return source.isEmpty() ? sourcesText({}) : sourceText(source);
}

} // namespace

void StoryModel::replace(std::vector<StoryLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    choose();
    endResetModel();
}

void StoryModel::filter(const std::optional<QString>& source)
{
    beginResetModel();
    m_source = source;
    choose();
    endResetModel();
}

void StoryModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_source || *m_source == m_lines[i].source)
            m_shown.push_back(i);
    }
}

const StoryLine* StoryModel::line(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_lines[m_shown[static_cast<std::size_t>(index.row())]]
                                                       : nullptr;
}

bool StoryModel::beginsDay(int row) const
{
    return row == 0 || line(index(row - 1))->day != line(index(row))->day;
}

int StoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant StoryModel::data(const QModelIndex& index, int role) const
{
    const StoryLine* row = line(index);
    if (!row || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    if (role == Qt::ToolTipRole)
        return row->below.isEmpty() ? row->title : row->title + QLatin1Char('\n') + row->below;
    QStringList parts{dateText(row->day), row->time.toString(QStringLiteral("HH:mm")), row->title, row->below,
                      sourceName(row->source)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QSize StoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), size::rowTwoLine};
}

void StoryDelegate::paintWhen(QPainter& painter, const QRect& row, const StoryLine& line, bool beginsDay) const
{
    const int x = row.left() + space::l;
    const int right = x + dayWidth;
    const QString day = line.day.isValid() ? line.day.toString(QStringLiteral("dd/MM/yy")) : dateText({});
    const QString time = line.time.toString(QStringLiteral("HH:mm"));
    const int first = row.top() + (time.isEmpty() ? size::baselineOnly : size::baselineFirst);
    const int second = row.top() + (beginsDay ? size::baselineSecond : size::baselineOnly);
    if (beginsDay)
        paintRun(painter, m_context.theme, x, right, first, TextSize::Base, Colour::Text, day);
    paintRun(painter, m_context.theme, x, right, second, TextSize::Small, Colour::Text2, time);
}

void StoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const StoryModel*>(index.model());
    const StoryLine* line = model ? model->line(index) : nullptr;
    if (!line)
        return;
    const Theme& theme = m_context.theme;
    const QRect row = option.rect;
    painter->save();
    paintRowGround(*painter, theme, option);
    paintWhen(*painter, row, *line, model->beginsDay(index.row()));
    const QRect icon(row.left() + iconColumn, row.top() + (row.height() - size::icon) / 2, size::icon, size::icon);
    theme.paintIcon(*painter, icon, line->icon, Colour::Text2);

    const QString source = sourceName(line->source);
    const int width = sourceMarkWidth(theme, source);
    const QRect mark(row.right() - space::s - width, row.top() + (row.height() - size::sourceMark) / 2, width,
                     size::sourceMark);
    drawSourceMark(*painter, theme, mark, source);
    const int x = row.left() + wordsColumn;
    const int right = mark.left() - space::s;
    const int first = row.top() + (line->below.isEmpty() ? size::baselineOnly : size::baselineFirst);
    paintRun(*painter, theme, x, right, first, TextSize::Base, Colour::Text, line->title);
    paintRun(*painter, theme, x, right, row.top() + size::baselineSecond, TextSize::Small, Colour::Text2, line->below);
    painter->restore();
}

TimeLine::TimeLine(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* bar = makeFrame(this, "bar");
    bar->setFixedHeight(size::bar);
    m_sources = new QHBoxLayout(bar);
    m_sources->setContentsMargins(space::l, 0, space::l, 0);
    m_sources->setSpacing(space::xs);
    m_sources->addStretch(1);
    m_sources->addWidget(new IconLabel(m_context.theme, QStringLiteral("sort"), Colour::Text2, size::iconSmall, bar));
    m_order = makeLabel(bar);
    m_sources->addWidget(m_order);
    column->addWidget(bar);
    m_model = new StoryModel(m_context, this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("timeLine"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new StoryDelegate(m_context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setProperty(noRingProperty, true);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::doubleClicked, this, &TimeLine::openSelected);
}

void TimeLine::show(std::vector<StoryLine> lines)
{
    const StoryLine* old = m_model->line(m_list->currentIndex());
    const StoryLine before = old ? *old : StoryLine{};
    m_model->replace(std::move(lines));
    if (m_source && std::none_of(m_model->all().begin(), m_model->all().end(), [this](const StoryLine& line) {
            return line.source == *m_source;
        })) {
        m_source.reset();
        m_model->filter(m_source);
    }
    int chosen = 0;
    for (int row = 0; old && row < m_model->rowCount(); ++row) {
        const StoryLine* line = m_model->line(m_model->index(row));
        if (line->row == before.row && line->day == before.day && line->time == before.time
            && line->icon == before.icon)
            chosen = row;
    }
    m_list->setCurrentIndex(m_model->index(chosen));
    fillSources();
}

void TimeLine::fillSources()
{
    m_list->setAccessibleName(tr("Time line of the case"));
    m_order->setText(tr("Newest on top"));
    for (auto& [source, button] : m_buttons)
        button->hide();
    std::vector<std::pair<QString, qsizetype>> counts; // in the order in which they come first
    for (const StoryLine& line : m_model->all()) {
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.first == line.source; });
        if (known == counts.end())
            counts.emplace_back(line.source, 1);
        else
            ++known->second;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    int position = 0;
    showSource(std::nullopt, tr("All"), static_cast<qsizetype>(m_model->all().size()), position++);
    for (const auto& [source, count] : counts)
        showSource(source, sourceName(source), count, position++);
}

void TimeLine::showSource(const std::optional<QString>& source, const QString& name, qsizetype count, int position)
{
    QPushButton*& button = m_buttons[source];
    if (!button) {
        button = makeButton(this, "switch", "");
        button->setObjectName(QStringLiteral("source_")
                              + (!source                 ? QStringLiteral("all")
                                     : source->isEmpty() ? QStringLiteral("here")
                                                         : *source));
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, source] {
            m_source = source;
            m_model->filter(source);
            m_list->setCurrentIndex(m_model->index(0));
            fillSources();
        });
    }
    m_sources->insertWidget(position, button);
    button->setText(name + QStringLiteral("  ") + grouped(count));
    button->setAccessibleName(button->text());
    button->setChecked(source == m_source);
    button->show();
}

void TimeLine::openSelected()
{
    if (const StoryLine* line = m_model->line(m_list->currentIndex()))
        Q_EMIT openWanted(line->row);
}

bool TimeLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ekatra::ui
