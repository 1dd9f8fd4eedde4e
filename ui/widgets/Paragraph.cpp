#include "widgets/Paragraph.h"

#include "theme/Style.h"

#include <QPainter>
#include <QTextLayout>

namespace ekatra::ui {

namespace {

constexpr int widestWanted = 480;

// The text with its own line ends, and without the places after a slash where Qt would break a line: "s/o".
QString lines(QString text)
{
    constexpr QChar wordJoiner(0x2060);
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return text.replace(QLatin1Char('/'), QString(QLatin1Char('/')) + wordJoiner);
}

} // namespace

Paragraph::Paragraph(TextSize size, QWidget* parent) : QLabel(parent), m_pitch(lineHeight(size, true))
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

int Paragraph::breakLines(QTextLayout& layout, int width) const
{
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    int count = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        const double baseline = count * m_pitch + std::round(baselineIn(0, m_pitch, layout.font()));
        line.setPosition(QPointF(0, baseline - line.ascent()));
        ++count;
    }
    layout.endLayout();
    return count;
}

int Paragraph::heightForWidth(int width) const
{
    ensurePolished();
    QTextLayout layout(lines(text()), font());
    return std::max(1, breakLines(layout, width)) * m_pitch;
}

QSize Paragraph::sizeHint() const
{
    ensurePolished();
    const int width = std::min(widestWanted, fontMetrics().horizontalAdvance(text()) + 1);
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {0, m_pitch};
}

void Paragraph::paintEvent(QPaintEvent*)
{
    QTextLayout layout(lines(text()), font());
    const int height = breakLines(layout, width()) * m_pitch;
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const int top = alignment() & Qt::AlignVCenter ? (this->height() - height) / 2 : 0;
    layout.draw(&painter, QPointF(0, top));
}

} // namespace ekatra::ui
