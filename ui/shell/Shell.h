// Shell.h
// The unlocked window: top bar, rail, tabs of pages, status line. Owned by the window. GUI thread.
#pragma once

#include "shell/Page.h"
#include "shell/Trail.h"
#include "widgets/Labels.h"

#include <QTimer>

#include <map>

class QStackedWidget;
class QTabBar;

namespace ekatra::ui {

class Rail;
class SearchPage;
class StatusLine;
class TopBar;

class Shell : public QFrame {
    Q_OBJECT

public:
    Shell(const Context& context, bool practice, QWidget* parent);

    void enter(const session::StationFacts& facts);
    void goTo(const Place& place);
    // A paper to write; one that is open already is shown again.
    void openForm(const session::FormStart& start);

Q_SIGNALS:
    void languageWanted(const QString& code);
    void themeWanted(ekatra::ui::Theme::Choice choice);
    void quitWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Tab {
        Place place;
        Page* page;
    };

    void build(bool practice);
    void connectField();
    QWidget* buildTabs();
    void buildShortcuts();
    void retranslate();
    void showPlace(const Place& place);
    [[nodiscard]] Page* makePage(const Place& place);
    [[nodiscard]] Page* makePreview(const domain::RecordUid& record);
    void addTab(const Place& place, Page* page);
    void closeTab(int index);
    void removeTab(const Page* page);
    void focusField();
    void showKeys();
    void askLine();
    void askDrafts();
    [[nodiscard]] int tabOf(const Place& place) const;
    [[nodiscard]] Place placeOf(int index) const;
    void nameTabs();

    const Context& m_context;
    QTimer m_lineTimer;
    QString m_user;
    Trail m_trail;
    std::vector<Tab> m_open; // in the order of the tabs after the first, which is the search
    std::map<qint64, session::FormStart> m_forms; // by serial
    std::map<qint64, domain::RecordUid> m_papers; // by serial
    qint64 m_lastSerial = 0;
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
