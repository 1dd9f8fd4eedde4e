// Measures.h
// Lengths of the form page, beside those that the whole window shares (theme/Tokens.h). Constants; any thread.
#pragma once

namespace ekatra::ui::measure {

constexpr int column = 592; // of fields
constexpr int third = 186; // three fields side by side, 16 apart
constexpr int half = 288;
constexpr int number = 112; // field for a number or a time
constexpr int steps = 280; // list of sections
constexpr int stepRow = 32;
constexpr int helpOver = 320; // F1 text over the page
constexpr int withHelp = 1112; // narrower pages have it so
constexpr int underLabel = 2; // label to field, field to help

} // namespace ekatra::ui::measure
