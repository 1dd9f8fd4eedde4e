// OutboxPane.h
// The outbox: what waits for the centre, case by case, how each paper stands, and what can be done about it. A page of
// its own, and the lower half of the sync page. Owned by its page. GUI thread.
#pragma once

#include "Context.h"
#include "sync/RowTable.h"
#include "widgets/Banner.h"

#include <QTimer>

namespace ekatra::ui {

class DiscardBar;
class Notice;

class OutboxPane : public QFrame {
    Q_OBJECT

public:
    OutboxPane(const Context& context, QWidget* parent);

    void takeFocus();
    // Asks for the rows again.
    void ask();

Q_SIGNALS:
    void recordWanted(qint64 row);
    void formWanted(const ekatra::session::FormStart& start);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    void retranslate();
    void fill();
    void act(const QString& row, const QString& act);
    void retry(qint64 row);
    void discard(qint64 row, const QString& reason);
    void hear(const session::SyncState& state);
    void fail(const Error& error);
    [[nodiscard]] const session::OutboxLine* find(const QString& row) const;

    const Context& m_context;
    std::optional<std::vector<session::OutboxLine>> m_lines; // nothing: not heard yet
    bool m_sending = false;
    bool m_asked = false;
    bool m_askAgain = false;
    std::optional<Error> m_failure;

    QLabel* m_title;
    ElidedLabel* m_words;
    QPushButton* m_accepted;
    QPushButton* m_retryAll;
    Banner* m_banner;
    DiscardBar* m_discard;
    RowTable* m_table;
    Notice* m_notice;
};

} // namespace ekatra::ui
