// LongEditor.h
// A text of several lines that grows with what is written. Enter makes a new line, Tab moves on. Owned by its FieldBox.
// GUI thread.
#pragma once

#include "forms/FieldEditor.h"

#include <QPlainTextEdit>

namespace ekatra::ui {

class LongText;

class LongEditor : public FieldEditor {
    Q_OBJECT

public:
    LongEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent);

    void refresh() override;
    void showFault(Fault fault) override;
    [[nodiscard]] QWidget* target() const override;

private:
    void fit();

    LongText* m_text;
    bool m_showing = false;
    bool m_typing = false;
};

// The text itself; tells when the keyboard comes and goes.
class LongText : public QPlainTextEdit {
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void entered();
    void left();
    void widened();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace ekatra::ui
