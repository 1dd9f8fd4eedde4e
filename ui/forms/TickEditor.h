// TickEditor.h
// Yes or not said: a box to tick, with its label beside it. Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"

#include <QCheckBox>

namespace ekatra::ui {

class TickBox : public QCheckBox {
    Q_OBJECT

public:
    using QCheckBox::QCheckBox;

Q_SIGNALS:
    void entered();
    void left();
    void movedOn();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

class TickEditor : public FieldEditor {
    Q_OBJECT

public:
    TickEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent);

    void refresh() override;
    void retranslate() override;
    [[nodiscard]] QWidget* target() const override { return m_box; }
    [[nodiscard]] bool labelsItself() const override { return true; }

private:
    TickBox* m_box;
    QLabel* m_label;
};

} // namespace ekatra::ui
