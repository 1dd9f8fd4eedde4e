// OutboxPage.h
// The outbox as a tab. Owned by the shell. GUI thread.
#pragma once

#include "outbox/OutboxPane.h"
#include "shell/Page.h"

namespace ekatra::ui {

class OutboxPage : public Page {
    Q_OBJECT

public:
    OutboxPage(const Context& context, QWidget* parent);

    [[nodiscard]] QString title() const override { return tr("Outbox"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("outbox"); }
    void takeFocus() override { m_pane->takeFocus(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    const Context& m_context;
    OutboxPane* m_pane;
    QLabel* m_keys;
};

} // namespace ekatra::ui
