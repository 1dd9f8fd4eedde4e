#include "sync/RowTable.h"

#include "theme/FocusRing.h"
#include "theme/Style.h"
#include "widgets/Rows.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

namespace {

constexpr int rowHeight = 36;
constexpr int leastShared = 160; // of a column that shares what is left
constexpr int barWidth = 56;
constexpr int barHeight = 8;
constexpr int leftWidth = 40;

double baseline(const QRect& rect, const QFont& font)
{
    return std::round(baselineIn(rect.top(), rect.height(), font));
}

} // namespace

void RowModel::setRows(std::vector<TableRow> rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const TableRow& a, const TableRow& b) { return a.key == b.key; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const TableRow* RowModel::row(const QModelIndex& index) const
{
    const auto at = static_cast<std::size_t>(index.row());
    return index.isValid() && at < m_rows.size() ? &m_rows[at] : nullptr;
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    const TableRow* found = row(index);
    const bool says = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    return found && says ? QVariant(found->spoken) : QVariant();
}

RowTable::RowTable(const Theme& theme, const char* name, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setProperty("look", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new RowHeader(*this, this);
    column->addWidget(m_header);
    m_model = new RowModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QString::fromLatin1(name));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(*this, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setProperty(noRingProperty, true);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowTable::chosenChanged);
    connect(m_list, &QListView::doubleClicked, this, [this] { (void)pressed(Qt::Key_Return); });
}

void RowTable::setColumns(std::vector<TableColumn> columns)
{
    m_columns = std::move(columns);
    m_header->update();
    m_list->viewport()->update();
}

void RowTable::setRows(std::vector<TableRow> rows)
{
    const QString key = chosen();
    const int at = m_list->currentIndex().row();
    m_model->setRows(std::move(rows));
    choose(key);
    const int count = m_model->rowCount();
    // A row that went leaves the selection to the one that took its place.
    if (!m_list->currentIndex().isValid() && count > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(at, 0, count - 1)));
    fit();
}

void RowTable::setFitting(bool fitting)
{
    m_fitting = fitting;
    m_list->setVerticalScrollBarPolicy(fitting ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit();
}

void RowTable::fit()
{
    if (m_fitting)
        setFixedHeight(size::tableHeader + rowHeight * std::max(1, m_model->rowCount()));
}

QString RowTable::chosen() const
{
    const TableRow* row = m_model->row(m_list->currentIndex());
    return row ? row->key : QString();
}

void RowTable::choose(const QString& key)
{
    const auto& rows = m_model->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].key == key && m_list->currentIndex().row() != static_cast<int>(i))
            m_list->setCurrentIndex(m_model->index(static_cast<int>(i)));
    }
}

std::vector<RowTable::Span> RowTable::spans(int width) const
{
    std::vector<Span> spans(m_columns.size());
    int fixed = 2 * space::l;
    int sharing = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        spans[i].shown = true;
        fixed += m_columns[i].width;
        sharing += m_columns[i].width == 0 ? 1 : 0;
    }
    const auto share = [&] { return sharing > 0 ? (width - fixed) / sharing : 0; };
    for (std::size_t i = 0; i < m_columns.size() && sharing > 0 && share() < leastShared; ++i) {
        if (!m_columns[i].mayGo)
            continue;
        spans[i].shown = false;
        fixed -= m_columns[i].width;
    }
    int x = space::l;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        spans[i].left = x;
        if (spans[i].shown)
            x += m_columns[i].width > 0 ? m_columns[i].width : share();
        spans[i].right = x - space::s;
    }
    // What can be done keeps clear of the numbers before it.
    if (spans.size() > 1 && m_columns[spans.size() - 2].right)
        spans.back().left += space::l;
    return spans;
}

std::vector<RowTable::ActSpot> RowTable::actSpots(const TableRow& row, const QRect& line) const
{
    std::vector<ActSpot> spots;
    if (m_columns.empty())
        return spots;
    const QFontMetrics metrics(m_theme.font(TextSize::Base));
    int x = line.left() + spans(line.width()).back().left;
    if (row.share)
        x += barWidth + space::s + leftWidth;
    for (const TableAct& act : row.acts) {
        const int width = metrics.horizontalAdvance(act.text);
        spots.push_back({QRect(x, line.top(), width, line.height()), act.id});
        x += width + space::l;
    }
    return spots;
}

QString RowTable::actAt(const QPoint& point) const
{
    const QModelIndex index = m_list->indexAt(point);
    const TableRow* row = m_model->row(index);
    if (!row)
        return {};
    for (const ActSpot& spot : actSpots(*row, m_list->visualRect(index))) {
        if (spot.rect.contains(point))
            return spot.id;
    }
    return {};
}

// By value: what is done may replace the rows.
void RowTable::tell(const TableRow& row, const QString& act)
{
    const QString key = row.key;
    const QString what = act;
    Q_EMIT acted(key, what);
}

bool RowTable::pressed(Qt::Key key)
{
    const TableRow* row = m_model->row(m_list->currentIndex());
    if (!row || row->acts.empty())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        tell(*row, row->acts.front().id);
        return true;
    }
    const auto wanted = m_keys.find(key);
    if (wanted == m_keys.end())
        return false;
    for (const TableAct& act : row->acts) {
        if (act.id != wanted->second)
            continue;
        tell(*row, act.id);
        break;
    }
    return true;
}

bool RowTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* keys = static_cast<QKeyEvent*>(event);
        if (keys->modifiers() == Qt::NoModifier && pressed(static_cast<Qt::Key>(keys->key())))
            return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        m_list->viewport()->setCursor(actAt(mouse->position().toPoint()).isEmpty() ? Qt::ArrowCursor
                                                                                   : Qt::PointingHandCursor);
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const QPoint point = static_cast<QMouseEvent*>(event)->position().toPoint();
        const QString act = actAt(point);
        if (const TableRow* row = m_model->row(m_list->indexAt(point)); row && !act.isEmpty())
            tell(*row, act);
    }
    return QFrame::eventFilter(watched, event);
}

RowHeader::RowHeader(const RowTable& table, QWidget* parent) : QWidget(parent), m_table(table)
{
    setFixedHeight(size::tableHeader);
}

void RowHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_table.m_theme;
    painter.fillRect(rect(), theme.colour(Colour::Surface2));
    painter.fillRect(QRect(0, height() - 1, width(), stroke::hairline), theme.colour(Colour::Line));
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(theme.colour(Colour::Text2));
    const QFontMetrics metrics(painter.font());
    // The scroll bar below takes its room from the rows.
    const auto spans = m_table.spans(m_table.m_list->viewport()->width());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!spans[i].shown)
            continue;
        const QString text =
            metrics.elidedText(m_table.m_columns[i].title, Qt::ElideRight, spans[i].right - spans[i].left + space::s);
        const int x = m_table.m_columns[i].right ? spans[i].right - metrics.horizontalAdvance(text) : spans[i].left;
        painter.drawText(QPointF(x, baseline(rect(), painter.font())), text);
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), rowHeight};
}

void RowDelegate::paintCell(QPainter& painter, const QRect& rect, const TableCell& cell, bool right) const
{
    const Theme& theme = m_table.m_theme;
    int x = rect.left();
    if (!cell.icon.isEmpty()) {
        theme.paintIcon(painter,
                        {x, rect.top() + (rect.height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall},
                        cell.icon, cell.iconInk);
        x += size::iconSmall + space::s;
    }
    painter.setFont(theme.font(cell.size, cell.bold));
    painter.setPen(theme.colour(cell.ink));
    const QFontMetrics metrics(painter.font());
    const QString text = metrics.elidedText(cell.text, Qt::ElideRight, rect.right() - x);
    if (right)
        x = rect.right() - metrics.horizontalAdvance(text);
    painter.drawText(QPointF(x, baseline(rect, painter.font())), text);
}

void RowDelegate::paintActs(QPainter& painter, const QRect& line, const TableRow& row) const
{
    const Theme& theme = m_table.m_theme;
    if (row.share) {
        const int x = line.left() + m_table.spans(line.width()).back().left;
        const QRectF bar(x, line.top() + (line.height() - barHeight) / 2.0, barWidth, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(*row.share < 0 ? Colour::Accent : Colour::Line));
        painter.setOpacity(*row.share < 0 ? 0.4 : 1);
        painter.drawRoundedRect(bar, radius, radius);
        painter.setOpacity(1);
        if (*row.share > 0) {
            painter.setBrush(theme.colour(Colour::Accent));
            const double width = std::max<double>(barHeight, bar.width() * std::min(*row.share, 1.0));
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), radius, radius);
        }
        paintCell(painter, QRect(x + barWidth + space::s, line.top(), leftWidth, line.height()),
                  {row.left, {}, {}, Colour::Text2, TextSize::Small}, false);
    }
    painter.setFont(theme.font(TextSize::Base));
    painter.setPen(theme.colour(Colour::Accent));
    const auto spots = m_table.actSpots(row, line);
    for (std::size_t i = 0; i < spots.size(); ++i)
        painter.drawText(QPointF(spots[i].rect.left(), baseline(line, painter.font())), row.acts[i].text);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const TableRow* row = m_table.m_model->row(index);
    if (!row)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, m_table.m_theme, option);
    const auto spans = m_table.spans(option.rect.width());
    for (std::size_t i = 0; i < row->cells.size() && i + 1 < spans.size(); ++i) {
        if (!spans[i].shown)
            continue;
        const QRect cell(option.rect.left() + spans[i].left, option.rect.top(), spans[i].right - spans[i].left,
                         option.rect.height());
        paintCell(*painter, cell, row->cells[i], m_table.m_columns[i].right);
    }
    paintActs(*painter, option.rect, *row);
    painter->restore();
}

} // namespace ekatra::ui
