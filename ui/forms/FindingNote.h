// FindingNote.h
// What is wrong with a field, directly under it: drawing, sentence and hint, a link that mends it where the program
// knows how, and for a warning the line in which the operator says why it stays. Owned by its field. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QWidget>

class QLineEdit;

namespace ekatra::ui {

class IconLabel;

class FindingNote : public QWidget {
    Q_OBJECT

public:
    FindingNote(FormModel& model, QWidget* parent);
    void tell(const forms::Finding& finding);

private:
    FormModel& m_model;
    forms::Finding m_finding;
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_mend;
    QLineEdit* m_reason;
};

} // namespace ekatra::ui
