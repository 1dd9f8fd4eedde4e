// RecordPage.h
// One record as all systems know it: its facts in the order of its form, each with the system whose word it is; how it
// came to be so; the records it belongs to; what may be done next. One tab. Owned by the shell. GUI thread.
//
// It is read anew when a run ends or a paper is kept here; a page that is not seen waits until it is.
#pragma once

#include "record/ActionBar.h"
#include "shell/Page.h"

class QScrollArea;
class QStackedWidget;

namespace ekatra::ui {

class Banner;
class FactList;
class RecordHeader;
class VersionList;

class RecordPage : public Page {
    Q_OBJECT

public:
    RecordPage(const Context& context, domain::RecordRow row, QWidget* parent);

    [[nodiscard]] domain::RecordRow row() const { return m_row; }
    // "FIR 0123/2024"; empty until it was read.
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    // The keyboard goes to the fact where it was last, or to the first one as soon as it is there.
    void takeFocus() override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildViews();
    void ask();
    void askWhenSeen();
    void askVersions();
    void askWhy();
    [[nodiscard]] QString reason() const;
    void fill();
    void fillSheet();
    void fillSide();
    void fillState();
    void fillViews();
    void addLinked(FactList& facts, const records::Linked& linked);
    void showVersions(bool versions);
    [[nodiscard]] std::vector<Act> acts();
    [[nodiscard]] std::optional<domain::RecordRow> caseRow() const;

    const Context& m_context;
    domain::RecordRow m_row;
    session::Desk::Ticket m_ticket = 0;
    session::Desk::Details m_details;
    std::optional<Error> m_failure;
    std::optional<session::OutboxLine> m_why; // the centre refused it, or it could not be sent
    std::vector<records::Revision> m_revisions;
    bool m_old = false; // something changed while the page was not seen

    RecordHeader* m_header;
    Banner* m_banner;
    Banner* m_refusal;
    QPushButton* m_factsView;
    QPushButton* m_versionsView;
    QStackedWidget* m_views;
    QScrollArea* m_sheetArea;
    VersionList* m_versions;
    QScrollArea* m_sideArea;
    ActionBar* m_foot;
};

} // namespace ekatra::ui
