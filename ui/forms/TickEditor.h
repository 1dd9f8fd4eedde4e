// TickEditor.h
// A box to tick, with its label beside it: yes, or not said. Where an answer is required it says no as well, and empty
// is neither: Space goes from one to the other, Y and N answer at once. Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"

#include <QCheckBox>

namespace ekatra::ui {

class TickBox : public QCheckBox {
    Q_OBJECT

public:
    TickBox(const Theme& theme, QWidget* parent) : QCheckBox(parent), m_theme(theme) { }
    [[nodiscard]] QSize sizeHint() const override { return {size::icon, lineHeight(TextSize::Base, true)}; }

    // Partly checked is unanswered.
    void setAnswerRequired(bool required) { setTristate(required); }

Q_SIGNALS:
    void entered();
    void left();
    void movedOn();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void nextCheckState() override { setCheckState(checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked); }
    [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }

private:
    const Theme& m_theme;
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
    [[nodiscard]] bool isAnswerRequired() const { return m_model.session().isRequired(m_pointer); }
    void take();

    TickBox* m_box;
    QLabel* m_label;
};

} // namespace ekatra::ui
