// QuarantinePage.h
// Rows that a source gave and nobody could read: the reason in words, how many there are of each, and beside the list
// the text as it came. One tab. Owned by the shell. GUI thread.
#pragma once

#include "shell/Page.h"
#include "sync/RowTable.h"
#include "widgets/Banner.h"

#include <map>

class QPlainTextEdit;

namespace ekatra::ui {

class FlowLayout;
class Notice;

class QuarantinePage : public Page {
    Q_OBJECT

public:
    QuarantinePage(const Context& context, QWidget* parent);

    [[nodiscard]] QString title() const override { return tr("Set aside"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("set-aside"); }
    void takeFocus() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    QWidget* buildSide();
    void retranslate();
    void ask();
    void fill();
    void fillReasons();
    void fillText();
    void askText();
    void retry(qint64 id);
    void fail(const Error& error);
    [[nodiscard]] const storage::QuarantinedRow* chosen() const;
    [[nodiscard]] session::Messages::Text reasonOf(const storage::QuarantinedRow& row) const;

    const Context& m_context;
    std::optional<std::vector<storage::QuarantinedRow>> m_rows; // nothing: not heard yet
    std::optional<storage::QuarantinedRow> m_whole; // of the chosen row, with its text
    std::optional<sync::RetryCounts> m_retried; // what the last retry did
    std::optional<Error> m_failure;
    QString m_reason; // that alone is shown; empty: all
    bool m_retrying = false;

    QLabel* m_title;
    ElidedLabel* m_words;
    QPushButton* m_retryAll;
    Banner* m_banner;
    QFrame* m_reasonBar;
    FlowLayout* m_reasons;
    std::map<QString, QPushButton*> m_reasonButtons;
    QWidget* m_halves;
    RowTable* m_table;
    Notice* m_notice;
    QLabel* m_why;
    QLabel* m_where;
    QPushButton* m_retryOne;
    QPlainTextEdit* m_text;
    QLabel* m_keys;
};

} // namespace ekatra::ui
