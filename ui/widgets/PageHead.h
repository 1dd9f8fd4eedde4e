// PageHead.h
// The bar over a page of lists: its title, a few words on how things stand, and room at the right for what can be done.
// Owned by its page. GUI thread.
#pragma once

#include "widgets/Labels.h"

class QHBoxLayout;

namespace ekatra::ui {

struct PageHead {
    QFrame* frame;
    QHBoxLayout* row; // buttons go to its end
    QLabel* title;
    ElidedLabel* words;
};

// `wordsName` is the object name of the words.
[[nodiscard]] PageHead makePageHead(QWidget* parent, const char* wordsName);

} // namespace ekatra::ui
