// PickPopup.h
// The list under a field that searches while the operator types: persons, officers, places, sections, codes. The field
// keeps the keyboard; arrows, Enter, Esc and Ctrl+N are taken from it while the list is open. One for a page, a child
// of it. GUI thread.
#pragma once

#include "Context.h"

#include <QFrame>
#include <QJsonValue>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <functional>

class QListView;
class QStandardItemModel;

namespace ekatra::ui {

struct PickItem {
    search::MarkedText title;
    QString below;
    QString side; // at the right
    QString icon;
    QJsonValue value;
};

// Where a picker looks. Owned by the editor that uses it.
class PickSource {
public:
    using Take = std::function<void(std::vector<PickItem>)>;
    virtual ~PickSource() = default;
    // Answers at once or later, on the GUI thread; `take` may be called after the picker is gone.
    virtual void find(const QString& words, Take take) = 0;
    // The last row, "New person: “Satbir”"; empty: there is none.
    [[nodiscard]] virtual QString newText(const QString& words) const
    {
        Q_UNUSED(words);
        return {};
    }
    // Whether an empty field has something to show.
    [[nodiscard]] virtual bool listsAll() const { return false; }
};

class PickPopup : public QFrame {
    Q_OBJECT

public:
    PickPopup(const Context& context, QWidget* page);

    struct Client {
        QPointer<QLineEdit> field; // gone with the row that it stands in
        PickSource* source = nullptr;
        std::function<void(const PickItem&)> take;
        std::function<void()> makeNew; // may be empty
        bool tabTakes = false; // leaving the field with Tab chooses, too: of closed lists
    };
    // Opens under the client's field with what is like `words`.
    void ask(const Client& client, const QString& words);
    // The operator goes on without choosing.
    void dismiss();
    // Of `field`, with rows in it.
    [[nodiscard]] bool isOpenFor(const QLineEdit* field) const;
    [[nodiscard]] int count() const;
    void takeCurrent();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void showItems(std::vector<PickItem> items);
    void place();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void move(int by);

    const Context& m_context;
    QWidget* m_page;
    Client m_client;
    QString m_words;
    quint64 m_ticket = 0;
    QTimer m_rest;
    std::vector<PickItem> m_items;
    QListView* m_list;
    QStandardItemModel* m_model;
    QFrame* m_foot;
    QPushButton* m_new;
    QLabel* m_keys;
};

} // namespace ekatra::ui
