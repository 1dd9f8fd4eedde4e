#include "forms/FieldFlow.h"

#include "forms/FieldBox.h"
#include "forms/Measures.h"
#include "theme/Tokens.h"

namespace ekatra::ui {

namespace {

constexpr int between = space::l; // side by side
constexpr int below = space::xs; // the line for help and errors is part of the field

} // namespace

FieldFlow::~FieldFlow()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

QLayoutItem* FieldFlow::itemAt(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < m_items.size() ? m_items[at] : nullptr;
}

QLayoutItem* FieldFlow::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FieldFlow::widthOf(const QLayoutItem& item, int room)
{
    const auto* box = qobject_cast<const FieldBox*>(const_cast<QLayoutItem&>(item).widget());
    return box ? box->widthIn(room) : room;
}

int FieldFlow::arrange(const QRect& rect, bool really) const
{
    int y = rect.top();
    for (std::size_t first = 0; first < m_items.size();) {
        // As many as fit side by side; the height is that of the highest.
        std::size_t next = first;
        int used = 0;
        int height = 0;
        std::vector<std::pair<QLayoutItem*, int>> row;
        for (; next < m_items.size(); ++next) {
            QLayoutItem* item = m_items[next];
            if (item->isEmpty())
                continue;
            const int width = std::min(widthOf(*item, rect.width()), rect.width());
            if (!row.empty() && used + between + width > rect.width())
                break;
            used += (row.empty() ? 0 : between) + width;
            row.emplace_back(item, width);
            height =
                std::max(height, item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
        }
        int x = rect.left();
        for (const auto& [item, width] : row) {
            if (really)
                item->setGeometry({x, y, width, height});
            x += width + between;
        }
        if (!row.empty())
            y += height + below;
        first = next;
    }
    return y - rect.top();
}

QSize FieldFlow::sizeHint() const
{
    return {measure::column, heightForWidth(measure::column)};
}

QSize FieldFlow::minimumSize() const
{
    return {0, 0};
}

void FieldFlow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace ekatra::ui
