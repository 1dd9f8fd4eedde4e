// SyncPage.h
// The sources, one in a row: how each stands, what its last run brought, and running or pausing it; whether the station
// syncs by itself; below, where the window is high enough, the outbox. One tab. Owned by the shell. GUI thread.
#pragma once

#include "shell/Page.h"
#include "sync/RowTable.h"
#include "widgets/Banner.h"

class QButtonGroup;

namespace ekatra::ui {

class Notice;
class OutboxPane;

class SyncPage : public Page {
    Q_OBJECT

public:
    SyncPage(const Context& context, QWidget* parent);

    [[nodiscard]] QString title() const override { return tr("Sync"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("sync"); }
    void takeFocus() override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    QWidget* buildSwitch();
    void retranslate();
    void hear(const session::SyncState& state);
    void fill();
    void act(const QString& source, const QString& act);
    void showHalf();

    const Context& m_context;
    std::optional<session::SyncState> m_state; // nothing: not heard yet

    QLabel* m_title;
    ElidedLabel* m_words;
    QPushButton* m_aside;
    KeyButton* m_run;
    QPushButton* m_stop;
    Banner* m_banner;
    RowTable* m_table;
    Notice* m_notice;
    QLabel* m_byItself;
    QButtonGroup* m_minutes; // ids are minutes
    OutboxPane* m_outbox;
    QWidget* m_rest; // takes the room where the outbox is not shown
};

} // namespace ekatra::ui
