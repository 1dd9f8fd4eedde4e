#include "print/PageFrame.h"

#include <cairo.h>
#include <qrencode.h>

#include <memory>
#include <numbers>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double headTop = 26;
constexpr double headRule = 42;
constexpr double codeSide = 50;
constexpr double footGap = 8;
constexpr double ruleWidth = 0.6;
constexpr double markShade = 0.925;
constexpr double markShare = 0.6; // of the page's diagonal

void rule(cairo_t* page, double y)
{
    cairo_set_line_width(page, ruleWidth);
    cairo_move_to(page, sheet::margin, y);
    cairo_line_to(page, sheet::width - sheet::margin, y);
    cairo_stroke(page);
}

} // namespace

void PageFrame::drawBehind(cairo_t* page) const
{
    if (m_texts.across.isEmpty())
        return;
    cairo_save(page);
    cairo_set_source_rgb(page, markShade, markShade, markShade);
    cairo_translate(page, sheet::width / 2, sheet::height / 2);
    cairo_rotate(page, -std::numbers::pi / 4);
    const TextBlock words = m_typesetter.set({{m_texts.across.join(u'\n'), Face::Mark}}, 0, Align::Left);
    const double diagonal = std::hypot(sheet::width, sheet::height);
    const double scale = std::min(1.0, diagonal * markShare / words.inkWidth());
    cairo_scale(page, scale, scale);
    words.drawOutlines(page, -words.inkWidth() / 2, -words.height() / 2);
    cairo_restore(page);
}

void PageFrame::drawHead(cairo_t* page) const
{
    const auto put = [&](const QString& text, Face face, Align align) {
        if (!text.isEmpty())
            m_typesetter.set({{text, face}}, sheet::bodyWidth, align).draw(page, sheet::margin, headTop);
    };
    put(m_texts.headLeft, Face::Small, Align::Left);
    put(m_texts.marks.join(u" · "_s), Face::Strong, Align::Centre);
    put(m_texts.headRight, Face::Small, Align::Right);
    rule(page, headRule);
}

void PageFrame::drawFoot(cairo_t* page, int number, int count) const
{
    rule(page, sheet::footTop);
    QString pageText = m_texts.page;
    pageText.replace("{page}"_L1, QString::number(number)).replace("{pages}"_L1, QString::number(count));
    const double room = sheet::bodyWidth - codeSide - footGap;
    double y = sheet::footTop + 3;
    const TextBlock pageLine = m_typesetter.set({{pageText, Face::Strong}}, room, Align::Left);
    pageLine.draw(page, sheet::margin, y);
    y += pageLine.height();
    for (const QString& line : m_texts.foot) {
        const TextBlock block = m_typesetter.set({{line, Face::Small}}, room);
        block.draw(page, sheet::margin, y);
        y += block.height();
    }
    drawCode(page, u"%1 %2/%3"_s.arg(m_texts.code).arg(number).arg(count).toUtf8());
}

void PageFrame::drawCode(cairo_t* page, const QByteArray& content) const
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(content.constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return; // too long for any code; the foot says the same in letters
    const double module = codeSide / code->width;
    const double left = sheet::width - sheet::margin - codeSide;
    const double top = sheet::footTop + 5; // clear of the rule: readers want a white edge
    for (int row = 0; row < code->width; ++row) {
        int column = 0;
        while (column < code->width) {
            const int from = column;
            while (column < code->width && code->data[row * code->width + column] & 1)
                ++column;
            if (column > from)
                cairo_rectangle(page, left + from * module, top + row * module, (column - from) * module, module);
            else
                ++column;
        }
    }
    cairo_fill(page);
}

} // namespace ekatra::print
