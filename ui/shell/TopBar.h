// TopBar.h
// The strip over every page: name of the product, the search field, whose station this is, how the line stands, and the
// operator's menu. Owned by the shell. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

class QActionGroup;
class QHBoxLayout;
class QMenu;

namespace ekatra::ui {

class ChipLabel;
class SearchField;

class TopBar : public QFrame {
    Q_OBJECT

public:
    TopBar(const Context& context, bool practice, QWidget* parent);

    [[nodiscard]] SearchField& field() const { return *m_field; }
    void setStation(const session::StationFacts& facts);
    void setLine(const session::LineState& line);

Q_SIGNALS:
    void languageWanted(const QString& code);
    void themeWanted(ekatra::ui::Theme::Choice choice);
    void keysWanted();
    void quitWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRule(QHBoxLayout* row);
    void buildMenu();
    void retranslate();

    const Context& m_context;
    session::StationFacts m_facts;
    session::LineState m_line;
    QLabel* m_brand;
    SearchField* m_field;
    ChipLabel* m_practice = nullptr;
    ElidedLabel* m_station;
    QWidget* m_counts;
    QLabel* m_waiting;
    QLabel* m_conflicts;
    QWidget* m_conflictPart;
    QToolButton* m_language;
    QToolButton* m_operator;
    QMenu* m_menu;
    QActionGroup* m_languages;
    QActionGroup* m_themes;
    QAction* m_themeTitle;
    QAction* m_keys;
    QAction* m_quit;
};

} // namespace ekatra::ui
