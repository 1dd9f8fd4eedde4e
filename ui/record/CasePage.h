// CasePage.h
// One case as all systems know it: the head of its FIR, what happened when, who and what is in it, what it still lacks,
// and the next acts that fit. One tab. Owned by the shell. GUI thread.
//
// It is read anew when a run ends or a paper is kept here; a page that is not seen waits until it is.
#pragma once

#include "record/ActionBar.h"
#include "shell/Page.h"

namespace ekatra::ui {

class Banner;
class CaseSide;
class RecordHeader;
class TimeLine;

class CasePage : public Page {
    Q_OBJECT

public:
    // `row` is of the record that heads the case, or of one that belongs to it.
    CasePage(const Context& context, domain::RecordRow row, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void takeFocus() override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void ask();
    void askWhenSeen();
    void take(const Result<session::Desk::Case>& answer);
    void fill();
    void fillFoot();
    [[nodiscard]] std::vector<Act> acts();
    [[nodiscard]] std::optional<Act> actFor(const QString& kind, const records::CaseLack* lack);

    const Context& m_context;
    domain::RecordRow m_row;
    session::Desk::Case m_case;
    std::optional<Error> m_failure;
    quint64 m_asked = 0; // the newest question; answers to older ones are dropped
    bool m_old = false; // something changed while the page was not seen

    RecordHeader* m_header;
    Banner* m_banner;
    TimeLine* m_story;
    CaseSide* m_side;
    ActionBar* m_foot;
};

} // namespace ekatra::ui
