// Shell.h
// The unlocked window: top bar, rail, tabs of pages, status line. Owned by the window. GUI thread.
#pragma once

#include "Context.h"
#include "shell/Trail.h"
#include "widgets/Labels.h"

#include <QTimer>

class QStackedWidget;
class QTabBar;

namespace ekatra::ui {

class Rail;
class RecordPage;
class SearchPage;
class StatusLine;
class TopBar;

class Shell : public QFrame {
    Q_OBJECT

public:
    Shell(const Context& context, bool practice, QWidget* parent);

    void enter(const session::StationFacts& facts);
    void openRecord(domain::RecordRow row);

Q_SIGNALS:
    void languageWanted(const QString& code);
    void themeWanted(ekatra::ui::Theme::Choice choice);
    void quitWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(bool practice);
    QWidget* buildTabs();
    void buildShortcuts();
    void retranslate();
    void goTo(qint64 place);
    void showPlace(qint64 place);
    void closeTab(int index);
    void focusField();
    void showKeys();
    [[nodiscard]] int tabOf(qint64 place) const;
    [[nodiscard]] RecordPage* pageOf(qint64 row) const;
    void nameTabs();

    const Context& m_context;
    QTimer m_lineTimer;
    Trail m_trail;
    TopBar* m_top;
    Rail* m_rail;
    QToolButton* m_back;
    QToolButton* m_forward;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    SearchPage* m_search;
    StatusLine* m_status;
};

} // namespace ekatra::ui
