#include "widgets/PageHead.h"

#include <QHBoxLayout>

namespace ekatra::ui {

PageHead makePageHead(QWidget* parent, const char* wordsName)
{
    QFrame* frame = makeFrame(parent, "bar");
    frame->setFixedHeight(size::actionBar);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::m);
    QLabel* title = makeLabel(frame, TextSize::Title, "", true);
    row->addWidget(title);
    ElidedLabel* words = makeElided(frame, TextSize::Base, "quiet");
    words->setObjectName(QString::fromLatin1(wordsName));
    row->addWidget(words, 1);
    return {frame, row, title, words};
}

} // namespace ekatra::ui
