#include "print/Typesetter.h"

#include "print/GlyphRuns.h"

#include <QRegularExpression>

#include <pango/pangocairo.h>

namespace ekatra::print {

namespace {

constexpr double unitsPerPoint = PANGO_SCALE;
constexpr const char* families = "Noto Sans, Noto Sans Devanagari";

struct FaceLook {
    double size;
    PangoWeight weight;
};

FaceLook lookOf(Face face)
{
    switch (face) {
    case Face::Label:
        return {8.5, PANGO_WEIGHT_NORMAL};
    case Face::Value:
        return {10, PANGO_WEIGHT_NORMAL};
    case Face::Strong:
        return {9.5, PANGO_WEIGHT_BOLD};
    case Face::Title:
        return {12, PANGO_WEIGHT_BOLD};
    case Face::Small:
        return {7.5, PANGO_WEIGHT_NORMAL};
    case Face::Mark:
        return {72, PANGO_WEIGHT_BOLD};
    }
    Q_UNREACHABLE();
}

PangoAlignment alignmentOf(Align align)
{
    switch (align) {
    case Align::Left:
    case Align::Justified:
        return PANGO_ALIGN_LEFT;
    case Align::Centre:
        return PANGO_ALIGN_CENTER;
    case Align::Right:
        return PANGO_ALIGN_RIGHT;
    }
    Q_UNREACHABLE();
}

void insert(PangoAttrList* list, PangoAttribute* attribute, qsizetype from, qsizetype to)
{
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

void insertFace(PangoAttrList* list, Face face, qsizetype from, qsizetype to)
{
    const FaceLook look = lookOf(face);
    insert(list, pango_attr_size_new(static_cast<int>(look.size * unitsPerPoint)), from, to);
    insert(list, pango_attr_weight_new(look.weight), from, to);
}

// Readers of a PDF drop a hyphen at the end of a line, and a number would lose it.
void holdHyphens(PangoAttrList* list, const QByteArray& text)
{
    for (qsizetype at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1))
        insert(list, pango_attr_allow_breaks_new(FALSE), at, at + 2);
}

// A line without a blank would be justified by drawing its letters apart.
bool canBeJustified(const QString& text)
{
    constexpr int longestWord = 40;
    static const QRegularExpression endless(QStringLiteral("\\S{%1}").arg(longestWord));
    return !text.contains(endless);
}

PangoContext* newContext()
{
    PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_cairo_context_set_resolution(context, 72); // a point is a point
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    PangoFontDescription* font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, lookOf(Face::Value).size * unitsPerPoint);
    pango_context_set_font_description(context, font);
    pango_font_description_free(font);
    return context;
}

} // namespace

Typesetter::Typesetter() : m_context(newContext(), g_object_unref) { }

bool Typesetter::canSetHindi() const
{
    const TextBlock sample = set({{QStringLiteral("क")}}, 0);
    return pango_layout_get_unknown_glyphs_count(sample.m_layout.get()) == 0;
}

TextBlock Typesetter::set(const Runs& runs, double width, Align align) const
{
    QByteArray text;
    std::shared_ptr<PangoAttrList> attributes(pango_attr_list_new(), pango_attr_list_unref);
    bool justify = align == Align::Justified;
    for (const Run& run : runs) {
        const QString shown = printable(run.text);
        justify = justify && canBeJustified(shown);
        const qsizetype from = text.size();
        text += shown.toUtf8();
        insertFace(attributes.get(), run.face, from, text.size());
    }
    insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    holdHyphens(attributes.get(), text);

    TextBlock block;
    block.m_layout = std::shared_ptr<PangoLayout>(pango_layout_new(m_context.get()), g_object_unref);
    PangoLayout* layout = block.m_layout.get();
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_text(layout, text.constData(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_width(layout, width > 0 ? static_cast<int>(width * unitsPerPoint) : -1);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, alignmentOf(align));
    pango_layout_set_justify(layout, justify);

    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        int top = 0;
        int bottom = 0;
        pango_layout_iter_get_line_yrange(at, &top, &bottom);
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        block.m_lines.push_back({pango_layout_iter_get_line_readonly(at), extents.x / unitsPerPoint,
                                 top / unitsPerPoint, bottom / unitsPerPoint,
                                 pango_layout_iter_get_baseline(at) / unitsPerPoint});
        block.m_inkWidth = std::max(block.m_inkWidth, extents.width / unitsPerPoint);
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    block.m_height = block.m_lines.back().bottom;
    return block;
}

double TextBlock::heightOf(int first, int count) const
{
    if (count <= 0)
        return 0;
    const auto from = static_cast<std::size_t>(first);
    return m_lines[from + static_cast<std::size_t>(count) - 1].bottom - m_lines[from].top;
}

int TextBlock::linesWithin(int first, double room) const
{
    int count = 0;
    while (first + count < lineCount() && heightOf(first, count + 1) <= room)
        ++count;
    return count;
}

void TextBlock::draw(cairo_t* page, double x, double y, int first, int count) const
{
    const char* text = pango_layout_get_text(m_layout.get());
    for (int i = first; i < first + count; ++i) {
        const Line& line = m_lines[static_cast<std::size_t>(i)];
        const double top = m_lines[static_cast<std::size_t>(first)].top;
        showLine(page, line.line, text, x + line.x, y + line.baseline - top);
    }
}

void TextBlock::drawOutlines(cairo_t* page, double x, double y) const
{
    cairo_move_to(page, x, y);
    pango_cairo_layout_path(page, m_layout.get());
    cairo_fill(page);
}

QString printable(const QString& text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('\r')) {
            if (i + 1 == text.size() || text[i + 1] != QLatin1Char('\n'))
                shown += QLatin1Char('\n');
            continue;
        }
        const ushort code = c.unicode();
        const bool turns = code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
            || (code >= 0x2066 && code <= 0x2069);
        const bool breaks =
            code == 0x2028 || code == 0x2029 || code == 0x0085 || c == QLatin1Char('\v') || c == QLatin1Char('\f');
        if (breaks)
            shown += QLatin1Char('\n');
        else if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || (!turns && c.category() != QChar::Other_Control))
            shown += c;
    }
    return shown;
}

} // namespace ekatra::print
