// DiscardBar.h
// Asks, in the page, why a row of the outbox is to be thrown away. Owned by the outbox. GUI thread.
#pragma once

#include "widgets/Labels.h"

class QLineEdit;

namespace ekatra::ui {

class DiscardBar : public QFrame {
    Q_OBJECT

public:
    explicit DiscardBar(QWidget* parent);

    // `what` names the row for the operator.
    void ask(qint64 row, const QString& what);

Q_SIGNALS:
    void confirmed(qint64 row, const QString& reason);
    void left(); // nothing is thrown away

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void confirm();
    void leave();
    void retranslate();

    qint64 m_row = 0;
    QString m_what;
    ElidedLabel* m_question;
    QLineEdit* m_reason;
    QPushButton* m_confirm;
    QPushButton* m_keep;
};

} // namespace ekatra::ui
