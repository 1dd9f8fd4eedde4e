// Preview.h
// The record under the selection, in short, beside the list. Asks for it a moment after the selection rests.
// Owned by the search page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

#include <QTimer>

class QVBoxLayout;

namespace ekatra::ui {

class ChipLabel;
class FactList;
class FlowLayout;
class KeyButton;

class Preview : public QFrame {
    Q_OBJECT

public:
    Preview(const Context& context, QWidget* parent);

    void show(const search::Hit& hit);
    using QWidget::show;
    void clear();

Q_SIGNALS:
    void openWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void fillHead();
    void fillBody(const session::Desk::Details& details);
    void replaceFacts(FactList* facts);

    const Context& m_context;
    QTimer m_rest;
    search::Hit m_hit;
    session::Desk::Details m_details;
    session::Desk::Ticket m_ticket = 0;

    QWidget* m_content;
    ElidedLabel* m_title;
    ChipLabel* m_state;
    ElidedLabel* m_where;
    FlowLayout* m_sections;
    QLabel* m_summary;
    FactList* m_facts = nullptr;
    QVBoxLayout* m_contentColumn;
    KeyButton* m_open;
};

} // namespace ekatra::ui
