#include "forms/PickDelegate.h"

#include "theme/Style.h"

#include <QPainter>

#include <cmath>

namespace ekatra::ui {

namespace {

constexpr int rowOneLine = 32;
constexpr int markBleed = 1;

} // namespace

QSize PickDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const bool twoLines = row < m_items.size() && !m_items[row].below.isEmpty();
    return {option.rect.width(), twoLines ? size::rowTwoLine : rowOneLine};
}

void PickDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= m_items.size())
        return;
    const PickItem& item = m_items[row];
    const QRect box = option.rect;
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(box, m_theme.colour(chosen ? Colour::AccentSoft : Colour::Surface));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), stroke::hairline), m_theme.colour(Colour::Line));
    if (chosen)
        painter->fillRect(QRect(box.left(), box.top(), stroke::selectionBar, box.height()),
                          m_theme.colour(Colour::Accent));
    int left = box.left() + space::m;
    if (!item.icon.isEmpty()) {
        m_theme.paintIcon(*painter, {left, box.center().y() - size::icon / 2 + 1, size::icon, size::icon}, item.icon,
                          Colour::Text2);
        left += size::icon + space::m;
    }
    int right = box.right() - space::m;
    painter->setFont(m_theme.font(TextSize::Small));
    painter->setPen(m_theme.colour(Colour::Text2));
    const int middle = static_cast<int>(std::round(baselineIn(box.top(), box.height(), painter->font())));
    if (!item.side.isEmpty()) {
        const int width = QFontMetrics(painter->font()).horizontalAdvance(item.side);
        painter->drawText(QPoint(right - width, middle), item.side);
        right -= width + space::m;
    }
    if (!item.below.isEmpty())
        painter->drawText(QPoint(left, box.top() + size::baselineSecond),
                          QFontMetrics(painter->font()).elidedText(item.below, Qt::ElideRight, right - left));
    const int baseline = item.below.isEmpty()
        ? static_cast<int>(std::round(baselineIn(box.top(), box.height(), m_theme.font(TextSize::Base))))
        : box.top() + size::baselineFirst;
    paintTitle(*painter, item.title, left, right, baseline);
    painter->restore();
}

void PickDelegate::paintTitle(QPainter& painter, const search::MarkedText& title, int left, int right,
                              int baseline) const
{
    int x = left;
    qsizetype done = 0;
    const auto draw = [&](const QString& run, bool found) {
        if (run.isEmpty() || x >= right)
            return;
        const QFont font = m_theme.font(TextSize::Base, found);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(run, Qt::ElideRight, right - x);
        const int width = metrics.horizontalAdvance(shown);
        if (found) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colour(Colour::Mark));
            painter.drawRoundedRect(QRect(x - markBleed, baseline - metrics.ascent() + 1, width + 2 * markBleed,
                                          pixelsOf(TextSize::Base) + space::xs + 1),
                                    markRadius, markRadius);
        }
        painter.setFont(font);
        painter.setPen(m_theme.colour(found ? Colour::OnMark : Colour::Text));
        painter.drawText(QPoint(x, baseline), shown);
        x = shown == run ? x + width : right;
    };
    for (const search::Mark& mark : title.marks) {
        if (mark.start < done || mark.start + mark.length > title.text.size())
            continue;
        draw(title.text.mid(done, mark.start - done), false);
        draw(title.text.mid(mark.start, mark.length), true);
        done = mark.start + mark.length;
    }
    draw(title.text.mid(done), false);
}

} // namespace ekatra::ui
