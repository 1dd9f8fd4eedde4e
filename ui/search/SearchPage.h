// SearchPage.h
// The search over everything: what was understood, counts by kind, the list, and a preview of the selected record.
// The words themselves are typed in the top bar. Owned by the shell. GUI thread.
//
// Answers that come after newer words were typed are dropped by their ticket.
#pragma once

#include "Context.h"
#include "models/HitModel.h"
#include "widgets/Banner.h"

#include <QListView>
#include <QTimer>

class QLayout;
class QStackedWidget;

namespace ekatra::ui {

class EmptySearch;
class FilterBar;
class HitDelegate;
class KindBar;
class Preview;
class UnderstoodBar;

class SearchPage : public QFrame {
    Q_OBJECT

public:
    SearchPage(const Context& context, QWidget* parent);

    // What stands in the field now; searched for after a short rest.
    void type(const QString& words);
    // At once, with the words taken as finished.
    void submit(const QString& words);
    // Opens the selected record, or the first one as soon as the answer is there.
    void openSelected();
    // Does what `key` does in the list, wherever the keyboard is.
    void walk(int key);
    // The list shows its selection as the one that keys move.
    void setDriven(bool driven);
    [[nodiscard]] const QString& words() const { return m_words; }

Q_SIGNALS:
    void openWanted(const ekatra::search::Hit& hit);
    void wordsWanted(const QString& words); // the page asks for other words in the field

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QLayout* buildList();
    void connectDesk();
    void retranslate();
    void ask(bool typing);
    void askMore(const QString& cursor);
    void askCounts();
    void take(quint64 ticket, const search::SearchAnswer& answer);
    void takeCounts(quint64 ticket, const session::Desk::KindCounts& counts);
    void showFoot();
    void remember();
    [[nodiscard]] search::SearchRequest request() const;

    const Context& m_context;
    QTimer m_rest;
    QTimer m_slow; // when it is time to say that the search goes on
    QString m_words;
    QString m_asked; // the words of the search that was asked last
    bool m_typing = false;
    bool m_openFirst = false;
    int m_returnTo = 0; // row of the list that the next answer chooses
    QStringList m_recent;
    session::Desk::Ticket m_search = 0;
    session::Desk::Ticket m_more = 0;
    session::Desk::Ticket m_count = 0; // 0: answered
    std::optional<Error> m_failure;

    Banner* m_banner;
    UnderstoodBar* m_understood;
    KindBar* m_kinds;
    FilterBar* m_filters;
    QStackedWidget* m_stack;
    EmptySearch* m_empty;
    QWidget* m_results;
    HitModel* m_model;
    QListView* m_list;
    HitDelegate* m_delegate;
    QLabel* m_foot;
    QLabel* m_keys;
    Preview* m_preview;
};

} // namespace ekatra::ui
