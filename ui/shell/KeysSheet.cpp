#include "shell/KeysSheet.h"

#include "widgets/Chip.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace ekatra::ui {

KeysSheet::KeysSheet(const Theme& theme, QWidget* parent) : QFrame(parent, Qt::Popup), m_theme(theme)
{
    setObjectName(QStringLiteral("keysSheet"));
    setProperty("look", QStringLiteral("popup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Keys"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::xl, space::l, space::xl, space::l);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    QLabel* title = makeLabel(this, TextSize::Title, "", true);
    title->setText(tr("Keys"));
    title->setMinimumHeight(lineHeight(TextSize::Title, true));
    grid->addWidget(title, 0, 0, 1, 2);
    addKey(grid, QStringLiteral("Ctrl+K, /"), tr("To the search field"));
    addKey(grid, QStringLiteral("↑ ↓ PgUp PgDn"), tr("Move in the list while the words stay"));
    addKey(grid, QStringLiteral("Enter"), tr("Open the chosen record"));
    addKey(grid, QStringLiteral("Esc"), tr("Back to the search"));
    addKey(grid, QStringLiteral("Ctrl+C"), tr("Copy the number in the list, the value on a record"));
    addKey(grid, QStringLiteral("Alt+← Alt+→"), tr("Back and forward"));
    addKey(grid, QStringLiteral("Ctrl+Tab"), tr("Next page"));
    addKey(grid, QStringLiteral("Ctrl+W"), tr("Close this page"));
    addKey(grid, QStringLiteral("Tab"), tr("Next control"));
    addKey(grid, QStringLiteral("Ctrl+N"), tr("New paper, or a draft to go on with"));
    addKey(grid, QStringLiteral("F8, F7"), tr("In a paper: the next fault; check all of it"));
    addKey(grid, QStringLiteral("PgUp PgDn"), tr("In a paper: section before, next section"));
    addKey(grid, QStringLiteral("Y N"), tr("In a paper: yes, no"));
    addKey(grid, QStringLiteral("Ctrl+S, Ctrl+Enter"), tr("In a paper: save now; submit"));
    addKey(grid, QStringLiteral("Ctrl+1 to 3, H"), tr("On a case or record: the acts at its foot; earlier versions"));
    addKey(grid, QStringLiteral("F5"), tr("On the sync page: run all now"));
    adjustSize();
}

void KeysSheet::addKey(QGridLayout* grid, const QString& keys, const QString& what)
{
    const int row = grid->rowCount();
    auto* cap = new SourceMark(m_theme, this);
    cap->setText(keys);
    grid->addWidget(cap, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    QLabel* label = makeLabel(this);
    label->setText(what);
    label->setMinimumHeight(lineHeight(TextSize::Base, true));
    grid->addWidget(label, row, 1);
}

void KeysSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1 || event->key() == Qt::Key_Return)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ekatra::ui
