// Rail.h
// The places of the program, at the left, with what waits in them; shrinks to its icons where the window is narrow.
// Owned by the shell. GUI thread.
#pragma once

#include "shell/Page.h"
#include "widgets/Labels.h"

class QMenu;
class QVBoxLayout;

namespace ekatra::ui {

class RailButton;

class Rail : public QFrame {
    Q_OBJECT

public:
    Rail(const Context& context, QWidget* parent);

    void setCollapsed(bool collapsed);
    void setChosen(Place::Room room);
    void setCounts(const session::LineState& line);
    // Drafts to go on with, shown under the kinds of new papers.
    void setDrafts(const std::vector<session::DraftLine>& drafts);
    // The menu of new papers, as Ctrl+N opens it.
    void openNew();

Q_SIGNALS:
    void placeWanted(ekatra::ui::Place place);
    void formWanted(const ekatra::session::FormStart& start);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        Place::Room room;
        RailButton* button;
    };
    void add(QVBoxLayout* column, Place::Room room, const QString& icon, const char* name);
    [[nodiscard]] RailButton* button(Place::Room room) const;
    void fillMenu();
    void retranslate();

    const Context& m_context;
    std::vector<Entry> m_entries;
    std::vector<session::DraftLine> m_drafts;
    session::LineState m_line;
    RailButton* m_new;
    QMenu* m_menu;
};

// One place: icon, word, how much waits there, and a bar when it is where one is.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent);
    // `needsOperator`: what waits will not go away by itself.
    void setCount(int count, bool needsOperator);
    [[nodiscard]] QSize sizeHint() const override { return {size::rail, size::railItem}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    int m_count = 0;
    bool m_needsOperator = false;
};

} // namespace ekatra::ui
