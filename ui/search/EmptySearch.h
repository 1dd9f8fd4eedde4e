// EmptySearch.h
// What the search page shows when there is no list: how to begin, or that nothing was found and what might help.
// Owned by the search page. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

class QVBoxLayout;

namespace ekatra::ui {

class EmptySearch : public QFrame {
    Q_OBJECT

public:
    EmptySearch(const Context& context, QWidget* parent);

    void showStart(const QStringList& recent);
    void showNothingFound(const QString& words);

Q_SIGNALS:
    void wordsWanted(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void addWords(const QString& title, const QStringList& words, const char* name);

    const Context& m_context;
    bool m_start = true;
    QStringList m_recent;
    QString m_words;
    QWidget* m_box = nullptr;
    QVBoxLayout* m_column;
};

} // namespace ekatra::ui
