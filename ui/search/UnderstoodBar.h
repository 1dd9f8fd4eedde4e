// UnderstoodBar.h
// How the words of a search were read, part by part, as chips that can be taken away, and what was read otherwise than
// written. Hidden while there is nothing to say. Owned by the search page. GUI thread.
#pragma once

#include "Context.h"
#include "search/Query.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

class FlowLayout;

class UnderstoodBar : public QFrame {
    Q_OBJECT

public:
    UnderstoodBar(const Context& context, QWidget* parent);

    // `words` is what was typed; a chip that goes takes its words out of it.
    void show(const QString& words, const search::SearchAnswer& answer);
    using QWidget::show;

Q_SIGNALS:
    void wordsWanted(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void takeAway(const search::Understood& part);
    [[nodiscard]] QString shownText(const search::Understood& part) const;

    const Context& m_context;
    QString m_words;
    std::vector<search::Understood> m_parts;
    std::vector<search::Note> m_remarks;
    QLabel* m_label;
    FlowLayout* m_chips;
    QLabel* m_notes;
};

} // namespace ekatra::ui
