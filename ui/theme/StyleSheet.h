// StyleSheet.h
// The one style sheet, made from the tokens. Any thread.
#pragma once

#include "theme/Tokens.h"

namespace ekatra::ui {

[[nodiscard]] QString styleSheetFor(Scheme scheme);

} // namespace ekatra::ui
