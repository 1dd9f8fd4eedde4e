// PageFrame.h
// What every page of a paper carries around its body: running heads, the words across an unfinished paper, and the foot
// with page x of y, whose record it is, who printed it when, and a code by which a scanner finds the record and tells
// whether the paper still says what the record says. Made for one paper; one thread.
#pragma once

#include "print/Typesetter.h"

#include <QStringList>

namespace ekatra::print {

namespace sheet { // A4 in points
constexpr double width = 595.276;
constexpr double height = 841.89;
constexpr double margin = 42.52; // 15 mm
constexpr double bodyTop = 48;
constexpr double footTop = 766;
constexpr double bodyWidth = width - 2 * margin;
constexpr double bodyHeight = footTop - 10 - bodyTop;
} // namespace sheet

struct FrameTexts {
    QString headLeft;
    QString headRight;
    QStringList marks; // in the middle of the head
    QStringList across; // over the page
    QStringList foot; // lines at the left
    QString page; // with {page} and {pages}
    QString code; // what the code says, before the page
};

class PageFrame {
public:
    PageFrame(const Typesetter& typesetter, FrameTexts texts) : m_typesetter(typesetter), m_texts(std::move(texts)) { }

    // Below the body's text.
    void drawBehind(cairo_t* page) const;
    void drawHead(cairo_t* page) const;
    void drawFoot(cairo_t* page, int number, int count) const;

private:
    void drawCode(cairo_t* page, const QByteArray& content) const;

    const Typesetter& m_typesetter;
    FrameTexts m_texts;
};

} // namespace ekatra::print
