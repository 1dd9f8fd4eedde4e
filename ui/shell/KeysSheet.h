// KeysSheet.h
// Which key does what, shown over the window until any click or Esc. Deletes itself when closed. GUI thread.
#pragma once

#include "widgets/Labels.h"

class QGridLayout;

namespace ekatra::ui {

class KeysSheet : public QFrame {
    Q_OBJECT

public:
    KeysSheet(const Theme& theme, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addKey(QGridLayout* grid, const QString& keys, const QString& what);

    const Theme& m_theme;
};

} // namespace ekatra::ui
