// FormFoot.h
// The bar under a form: when it was last kept, the sections before and after, and what can be done with the paper.
// Owned by the page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

class FormFoot : public QFrame {
    Q_OBJECT

public:
    FormFoot(const Theme& theme, QWidget* parent);

    enum class Keeping { Nothing, Typing, Kept, Failed };
    void tellKeeping(Keeping keeping, const QDateTime& at);
    // Good news, until the next letter is typed.
    void tell(const QString& text);
    // Names of the neighbours; empty: there is none.
    void setNeighbours(const QString& previous, const QString& next);
    void setSent(bool sent);
    [[nodiscard]] QWidget* firstButton() const { return m_check; }
    void retranslate();

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void checkWanted();
    void printWanted();
    void submitWanted();

private:
    const Theme& m_theme;
    Keeping m_keeping = Keeping::Nothing;
    QDateTime m_at;
    IconLabel* m_icon;
    ElidedLabel* m_state;
    QPushButton* m_previous;
    QPushButton* m_next;
    KeyButton* m_check;
    QPushButton* m_print;
    KeyButton* m_submit;
};

} // namespace ekatra::ui
