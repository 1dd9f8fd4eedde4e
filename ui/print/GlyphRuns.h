// GlyphRuns.h
// One line of pango's, drawn so that it can be read out of the PDF exactly. Part of Typesetter; nobody else includes
// it.
#pragma once

#include <pango/pangocairo.h>

namespace ekatra::print {

// Draws `line` of a layout over `text` with the beginning of its baseline at (x, y).
void showLine(cairo_t* page, PangoLayoutLine* line, const char* text, double x, double y);

} // namespace ekatra::print
