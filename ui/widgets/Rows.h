// Rows.h
// What the delegates of our lists paint alike: the ground of a row with its selection, and a run of text on a baseline.
// Free functions; GUI thread.
#pragma once

#include "theme/Theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace ekatra::ui {

// `driven`: keys reach the list from elsewhere, so that it looks as if it had the keyboard.
void paintRowGround(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option, bool driven = false);

// From `x` to `right`, cut where it does not fit.
void paintRun(QPainter& painter, const Theme& theme, int x, int right, int baseline, TextSize size, Colour ink,
              const QString& text, bool bold = false);

} // namespace ekatra::ui
