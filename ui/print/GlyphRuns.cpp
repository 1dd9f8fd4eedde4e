#include "print/GlyphRuns.h"

#include <hb.h>

#include <vector>

namespace ekatra::print {

namespace {

constexpr double unitsPerPoint = PANGO_SCALE;

// Letters of the text with the glyphs that show them.
struct Cluster {
    int bytes = 0;
    std::vector<cairo_glyph_t> glyphs;
    double end = 0; // where the next one begins
    bool wide = false; // takes room of its own
};

bool runsLeftwards(const PangoGlyphItem& run)
{
    return (run.item->analysis.level & 1) != 0;
}

// The font's blank, by which a reader can be told where a cluster ends.
struct Blank {
    unsigned long glyph = 0; // 0: the font has none
    double width = 0;
};

Blank blankOf(PangoFont* font)
{
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(font), ' ', &glyph))
        return {};
    PangoRectangle logical;
    pango_font_get_glyph_extents(font, glyph, nullptr, &logical);
    return {glyph, logical.width / unitsPerPoint};
}

std::vector<Cluster> clustersOf(PangoGlyphItem& run, const char* text, double x, double y)
{
    const PangoGlyphString& glyphs = *run.glyphs;
    std::vector<double> starts{x};
    for (int i = 0; i < glyphs.num_glyphs; ++i)
        starts.push_back(starts.back() + glyphs.glyphs[i].geometry.width / unitsPerPoint);

    std::vector<Cluster> clusters;
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, &run, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        const bool forwards = at.start_glyph < at.end_glyph;
        const int first = forwards ? at.start_glyph : at.end_glyph + 1;
        const int last = forwards ? at.end_glyph : at.start_glyph + 1;
        Cluster cluster{at.end_index - at.start_index, {}, starts[static_cast<std::size_t>(last)]};
        for (int i = first; i < last; ++i) {
            const PangoGlyphInfo& info = glyphs.glyphs[i];
            cluster.wide = cluster.wide || info.geometry.width != 0;
            if (info.glyph == PANGO_GLYPH_EMPTY)
                continue;
            const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0; // the font's own box stands for it
            cluster.glyphs.push_back({unknown ? 0 : info.glyph,
                                      starts[static_cast<std::size_t>(i)] + info.geometry.x_offset / unitsPerPoint,
                                      y + info.geometry.y_offset / unitsPerPoint});
        }
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

// A sign under a letter (the vowel of कृ) is a glyph without width somewhere under it. A reader that measures from
// there to the next letter finds a gap and says "कृ ष्ण". So the sign becomes one with its letter, and a blank that ends
// where the next letter begins closes the two; it shows nothing.
std::vector<Cluster> signsWithLetters(std::vector<Cluster> clusters, const Blank& blank, double y)
{
    std::vector<Cluster> joined;
    for (Cluster& cluster : clusters) {
        if (cluster.wide || joined.empty()) {
            joined.push_back(std::move(cluster));
            continue;
        }
        Cluster& letter = joined.back();
        letter.bytes += cluster.bytes;
        letter.glyphs.insert(letter.glyphs.end(), cluster.glyphs.begin(), cluster.glyphs.end());
        letter.end = cluster.end;
    }
    if (blank.glyph != 0) {
        for (Cluster& cluster : joined) {
            if (cluster.glyphs.size() > 1)
                cluster.glyphs.push_back({blank.glyph, cluster.end - blank.width, y});
        }
    }
    return joined;
}

void showRun(cairo_t* page, PangoGlyphItem& run, const char* text, double x, double y)
{
    PangoFont* font = run.item->analysis.font;
    cairo_set_scaled_font(page, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
    const bool leftwards = runsLeftwards(run);
    std::vector<Cluster> clusters = clustersOf(run, text, x, y);
    if (!leftwards)
        clusters = signsWithLetters(std::move(clusters), blankOf(font), y);

    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> counts;
    for (const Cluster& cluster : clusters) {
        counts.push_back({cluster.bytes, static_cast<int>(cluster.glyphs.size())});
        // Cairo wants glyphs in the order of the eye and clusters in the order of the text.
        glyphs.insert(leftwards ? glyphs.begin() : glyphs.end(), cluster.glyphs.begin(), cluster.glyphs.end());
    }
    const auto flags = leftwards ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : static_cast<cairo_text_cluster_flags_t>(0);
    cairo_show_text_glyphs(page, text + run.item->offset, run.item->length, glyphs.data(),
                           static_cast<int>(glyphs.size()), counts.data(), static_cast<int>(counts.size()), flags);
}

} // namespace

void showLine(cairo_t* page, PangoLayoutLine* line, const char* text, double x, double y)
{
    for (GSList* at = line->runs; at; at = at->next) {
        auto& run = *static_cast<PangoGlyphItem*>(at->data);
        showRun(page, run, text, x, y);
        x += pango_glyph_string_get_width(run.glyphs) / unitsPerPoint;
    }
}

} // namespace ekatra::print
