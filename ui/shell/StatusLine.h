// StatusLine.h
// Says in words how the line stands: what waits to be sent, when the systems were last heard, which of them do not
// answer; or that the store itself fails. Owned by the shell. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

class StatusLine : public QFrame {
    Q_OBJECT

public:
    StatusLine(const Context& context, QWidget* parent);
    void setLine(const session::LineState& line);
    void setFailure(const Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context& m_context;
    session::LineState m_line;
    std::optional<Error> m_failure;
    IconLabel* m_icon;
    ElidedLabel* m_words;
    QLabel* m_keys;
};

} // namespace ekatra::ui
