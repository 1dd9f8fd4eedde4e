// FieldRow.h
// One fact of a record: its label, its value, and the mark of the system that said it. Takes the keyboard, so that
// the source can be heard and the value copied (Ctrl+C); arrow keys walk from fact to fact. Owned by its block.
// GUI thread.
#pragma once

#include "models/RecordSheet.h"
#include "theme/Theme.h"

#include <QWidget>

class QLabel;

namespace ekatra::ui {

class FieldRow : public QWidget {
    Q_OBJECT

public:
    // `name` is the object name; `sourceLine` what hovering and the screen reader say of the source.
    FieldRow(const Theme& theme, const SheetLine& line, const QString& name, const QString& sourceLine,
             QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QLabel* m_value;
};

} // namespace ekatra::ui
