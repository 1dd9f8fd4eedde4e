// HelpPane.h
// What the form, its law and the tables know of the field that has the keyboard: the F1 text. At the right of the page
// where there is room, else over it. Owned by the page. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QFrame>

namespace ekatra::ui {

class HelpPane : public QFrame {
    Q_OBJECT

public:
    HelpPane(FormModel& model, QWidget* parent);
    void tell(const QString& pointer);
    // Over the page instead of beside it.
    void setFloating(bool floating);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString keysText(const schema::Field& field) const;

    FormModel& m_model;
    QString m_pointer;
    QLabel* m_head;
    QLabel* m_title;
    QLabel* m_help;
    QLabel* m_section;
    QLabel* m_law;
    QLabel* m_keys;
};

} // namespace ekatra::ui
