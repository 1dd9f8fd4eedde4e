#include "search/HitDelegate.h"

#include "Context.h"
#include "models/Format.h"
#include "models/HitModel.h"
#include "theme/Style.h"
#include "widgets/Chip.h"
#include "widgets/Rows.h"

#include <QEvent>
#include <QPainter>

namespace ekatra::ui {

namespace {

constexpr int markBleed = 1; // the fill of a marked word reaches past its letters
constexpr qsizetype lettersBefore = 10; // the first marked word, where a long text is cut at its beginning

// The snippet from shortly before its first marked word that the title does not show.
search::MarkedText fromNewMark(const search::Hit& hit)
{
    const search::MarkedText& marked = hit.snippet;
    const auto inTitle = [&](const search::Mark& mark) {
        return hit.title.text.contains(marked.text.mid(mark.start, mark.length), Qt::CaseInsensitive);
    };
    const auto fresh = std::find_if_not(marked.marks.begin(), marked.marks.end(), inTitle);
    const qsizetype first = fresh == marked.marks.end() ? 0 : fresh->start;
    const qsizetype cut = marked.text.indexOf(QLatin1Char(' '), std::max<qsizetype>(0, first - lettersBefore));
    if (first <= lettersBefore || cut < 0 || cut >= first)
        return marked;
    search::MarkedText tail{QChar(0x2026) + marked.text.mid(cut + 1), {}};
    for (const search::Mark& mark : marked.marks) {
        if (mark.start > cut)
            tail.marks.push_back({mark.start - static_cast<int>(cut), mark.length});
    }
    return tail;
}

// Law and snippet in one line of `room` pixels, in the order and the length that leave the first marked word in sight.
search::MarkedText lawAndSnippet(const search::Hit& hit, const QFontMetrics& metrics, int room)
{
    const search::MarkedText whole = search::joined(hit.law, hit.snippet);
    if (hit.snippet.isEmpty() || metrics.horizontalAdvance(whole.text) <= room)
        return whole;
    const search::MarkedText tail = fromNewMark(hit);
    const search::MarkedText shorter = search::joined(hit.law, tail);
    const bool fits = metrics.horizontalAdvance(shorter.text) <= room;
    return fits ? shorter : search::joined(tail, hit.law);
}

} // namespace

HitColumns HitColumns::in(int width)
{
    HitColumns at;
    at.kind = space::l;
    at.number = at.kind + size::columnKind - space::s;
    at.who = at.number + size::columnNumber;
    at.end = width - space::s;
    at.source = at.end - size::columnSource + space::s;
    at.date = at.source - size::columnDate;
    return at;
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), size::rowTwoLine};
}

void HitDelegate::paintText(QPainter& painter, int x, int right, int baseline, TextSize size, Colour ink,
                            const QString& text, bool bold) const
{
    paintRun(painter, m_context.theme, x, right, baseline, size, ink, text, bold);
}

void HitDelegate::paintMarked(QPainter& painter, const QRect& rect, int baseline, TextSize size, Colour ink,
                              const search::MarkedText& marked) const
{
    const QString& text = marked.text;
    const Theme& theme = m_context.theme;
    const QFont plain = theme.font(size);
    const QFont bold = theme.font(size, true);
    const QFontMetrics boldMetrics(bold);
    int x = rect.left();
    qsizetype done = 0;
    const auto draw = [&](const QString& run, bool found) {
        if (run.isEmpty() || x >= rect.right())
            return;
        const QFont& font = found ? bold : plain;
        const QString shown = QFontMetrics(font).elidedText(run, Qt::ElideRight, rect.right() - x);
        const int width = QFontMetrics(font).horizontalAdvance(shown);
        painter.setFont(font);
        if (found) {
            const QRect box(x - markBleed, baseline - boldMetrics.ascent() + 1, width + 2 * markBleed,
                            pixelsOf(size) + space::xs + 1);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(Colour::Mark));
            painter.drawRoundedRect(box, markRadius, markRadius);
        }
        painter.setPen(theme.colour(found ? Colour::OnMark : ink));
        painter.drawText(QPoint(x, baseline), shown);
        x = shown == run ? x + width : rect.right();
    };
    for (const search::Mark& mark : marked.marks) {
        if (mark.start < done || mark.start + mark.length > text.size())
            continue;
        draw(text.mid(done, mark.start - done), false);
        draw(text.mid(mark.start, mark.length), true);
        done = mark.start + mark.length;
    }
    draw(text.mid(done), false);
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const HitModel*>(index.model());
    const search::Hit* hit = model ? model->hit(index) : nullptr;
    if (!hit)
        return;
    const Theme& theme = m_context.theme;
    const QString& language = m_context.language.code();
    const HitColumns at = HitColumns::in(option.rect.width());
    const QRect row = option.rect;
    const int first = row.top() + size::baselineFirst;
    const int second = row.top() + size::baselineSecond;
    const int only = row.top() + size::baselineOnly;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, theme, option, m_driven);

    const QRect iconBox(row.left() + at.kind, row.top() + (row.height() - size::iconSmall) / 2, size::iconSmall,
                        size::iconSmall);
    theme.paintIcon(*painter, iconBox, kindIcon(m_context.tables.kinds, hit->kind), Colour::Text2);
    paintText(*painter, iconBox.right() + space::s, row.left() + at.number - space::s, only, TextSize::Base,
              Colour::Text, kindText(m_context.tables.kinds, hit->kind, language));

    QString state = stateText(hit->state);
    if (state.isEmpty() && !hit->status.isEmpty())
        state = m_context.tables.forms.codes().label(QStringLiteral("CASE_STATUS"), hit->status).in(language);
    paintText(*painter, row.left() + at.number, row.left() + at.who - space::s, state.isEmpty() ? only : first,
              TextSize::Base, Colour::Text, hit->number, option.state & QStyle::State_Selected);
    if (!state.isEmpty())
        paintText(*painter, row.left() + at.number, row.left() + at.who - space::s, second, TextSize::Small,
                  Colour::Text2, state);

    const QRect who(row.left() + at.who, row.top(), at.date - at.who - space::s, row.height());
    const search::MarkedText what = lawAndSnippet(*hit, QFontMetrics(theme.font(TextSize::Small, true)), who.width());
    paintMarked(*painter, who, what.isEmpty() ? only : first, TextSize::Base, Colour::Text, hit->title);
    paintMarked(*painter, who, second, TextSize::Small, Colour::Text2, what);

    const int dateRight = row.left() + at.source - space::s;
    paintText(*painter, row.left() + at.date, dateRight, first, TextSize::Base, Colour::Text, dateText(hit->date));
    paintText(*painter, row.left() + at.date, dateRight, second, TextSize::Small, Colour::Text2,
              stationText(m_context.tables.stations, hit->station, language));

    const QString sources = sourcesText(hit->sources);
    const int width = std::min(sourceMarkWidth(theme, sources), at.end - at.source);
    drawSourceMark(*painter, theme,
                   {row.left() + at.source, row.top() + (row.height() - size::sourceMark) / 2, width, size::sourceMark},
                   sources);
    painter->restore();
}

HitHeader::HitHeader(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    setFixedHeight(size::tableHeader);
}

void HitHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        update();
}

void HitHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_context.theme;
    painter.fillRect(rect(), theme.colour(Colour::Surface2));
    painter.fillRect(QRect(0, height() - 1, width(), stroke::hairline), theme.colour(Colour::Line));
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(theme.colour(Colour::Text2));
    // The list beside it gives this much to its scroll bar.
    const HitColumns at = HitColumns::in(width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    const double baseline = std::round(baselineIn(0, height(), painter.font()));
    const auto write = [&](int x, const QString& text) { painter.drawText(QPointF(x, baseline), text); };
    write(at.kind, tr("Type"));
    write(at.number, tr("Number, status"));
    write(at.who, tr("Who, what"));
    write(at.date, tr("Date, station"));
    write(at.source, tr("Source"));
}

} // namespace ekatra::ui
