// SentPanel.h
// Two panels that stand over the fields when the page has something to say or ask first: that the paper was sent, with
// what may come next; and which row of the case it is about. Owned by the page. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QFrame>

class QVBoxLayout;

namespace ekatra::ui {

class FlowLayout;

class SentPanel : public QFrame {
    Q_OBJECT

public:
    SentPanel(const Context& context, QWidget* parent);
    // `kind` was sent as `number`; papers that take over from it are offered.
    void tell(const QString& kind, const QString& number);

Q_SIGNALS:
    void printWanted();
    void paperWanted(const QString& kind, bool belongs);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QPushButton* addAct(const QString& text, const QString& icon, const char* name);

    const Context& m_context;
    QString m_kind;
    QString m_number;
    QLabel* m_text;
    FlowLayout* m_acts;
};

class ChoicePanel : public QFrame {
    Q_OBJECT

public:
    ChoicePanel(const Context& context, QWidget* parent);
    void ask(const std::vector<forms::PickRow>& choices);
    [[nodiscard]] QWidget* firstChoice() const { return m_first; }

Q_SIGNALS:
    void chosen(int row);
    void skipped();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context& m_context;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    QPushButton* m_skip;
    QWidget* m_first = nullptr;
};

} // namespace ekatra::ui
