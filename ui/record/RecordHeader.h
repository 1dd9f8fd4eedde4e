// RecordHeader.h
// The head of a record's or a case's page: number, station and day, what state it is in, its sections with the year of
// their law, and who investigates it. Owned by its page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

class QVBoxLayout;

namespace ekatra::ui {

class ChipLabel;
class FlowLayout;

class RecordHeader : public QFrame {
    Q_OBJECT

public:
    RecordHeader(const Context& context, QWidget* parent);

    void show(const domain::Record& record, const domain::Extract& extract);
    using QWidget::show;

private:
    void build();
    void showState(const domain::Record& record, const domain::Extract& extract);
    void showSections(const domain::Extract& extract);

    const Context& m_context;
    QString m_numberText;
    QLabel* m_number;
    QToolButton* m_copy;
    ElidedLabel* m_where;
    QLabel* m_officer;
    ChipLabel* m_status;
    ChipLabel* m_state;
    QLabel* m_sectionsLabel;
    FlowLayout* m_sections;
};

} // namespace ekatra::ui
