// FilterBar.h
// Which station, year, status and source the search is narrowed to, and in which order the hits come. A menu offers
// only what the store holds of the present search, with counts. Choosing changes the words of the query. Owned by the
// search page. GUI thread.
#pragma once

#include "Context.h"

#include <QToolButton>

#include <functional>
#include <vector>

class QMenu;

namespace ekatra::ui {

// Words and an arrow; `icon` before them where there is one.
class FilterButton : public QToolButton {
    Q_OBJECT

public:
    FilterButton(const Theme& theme, const char* name, QWidget* parent);
    void setIconName(const QString& icon) { m_icon = icon; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Down opens the menu

private:
    const Theme& m_theme;
    QString m_icon;
};

class FilterBar : public QWidget {
    Q_OBJECT

public:
    // `request` makes the search as it stands.
    FilterBar(const Context& context, std::function<search::SearchRequest()> request, QWidget* parent);

    // Reads from the query what it is narrowed to.
    void show(const QString& words);
    using QWidget::show;
    [[nodiscard]] bool isNewestFirst() const { return m_newest; }

Q_SIGNALS:
    void wordsWanted(const QString& words);
    void orderChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Filter {
        search::Field field;
        FilterButton* button;
    };

    void fill();
    void ask(const Filter& filter);
    void openMenu(const Filter& filter, const session::Desk::Choices& choices);
    void openOrder();
    void popUp(QMenu* menu, FilterButton* button);
    [[nodiscard]] QString nameOf(search::Field field) const;
    [[nodiscard]] QString valueName(search::Field field, const QString& value) const;

    const Context& m_context;
    std::function<search::SearchRequest()> m_request;
    QString m_words;
    bool m_newest = false;
    std::vector<Filter> m_filters;
    FilterButton* m_order;
};

} // namespace ekatra::ui
