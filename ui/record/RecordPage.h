// RecordPage.h
// One record as all systems know it: its facts in the order of its form, each with the system whose word it is; the
// records it belongs to; who speaks of it and since when. One tab. Owned by the shell. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Banner.h"

class QScrollArea;

namespace ekatra::ui {

class ChipLabel;
class FactList;
class FlowLayout;

class RecordPage : public QFrame {
    Q_OBJECT

public:
    RecordPage(const Context& context, domain::RecordRow row, QWidget* parent);

    [[nodiscard]] domain::RecordRow row() const { return m_row; }
    // "FIR 0123/2024"; empty until it was read.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString icon() const;
    // The keyboard goes to the fact where it was last, or to the first one as soon as it is there.
    void takeFocus();

Q_SIGNALS:
    void titleChanged();
    void openWanted(qint64 row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildHeader();
    void ask();
    void fill();
    void fillHeader();
    void fillSheet();
    void fillSide();
    void addLinked(FactList& facts, const records::Linked& linked);

    const Context& m_context;
    domain::RecordRow m_row;
    session::Desk::Ticket m_ticket = 0;
    session::Desk::Details m_details;
    std::optional<Error> m_failure;

    QLabel* m_number;
    QToolButton* m_copy;
    ElidedLabel* m_where;
    QLabel* m_officer;
    ChipLabel* m_status;
    ChipLabel* m_state;
    QLabel* m_sectionsLabel;
    FlowLayout* m_sections;
    Banner* m_banner;
    QScrollArea* m_sheetArea;
    QScrollArea* m_sideArea;
};

} // namespace ekatra::ui
