// FormPaper.h
// The paper as it is written on: its sections at the left, one of them at a time in the middle, what is known of the
// field at the right. Moves the keyboard in the order of the paper, from fault to fault, and to any field by its
// pointer. Owned by the page. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QWidget>

class QScrollArea;

namespace ekatra::ui {

class ElidedLabel;
class FieldColumn;
class HelpPane;
class SectionList;

class FormPaper : public QWidget {
    Q_OBJECT

public:
    FormPaper(FormModel& model, QWidget* parent);

    // Names of the sections beside the one that is seen; empty: there is none.
    [[nodiscard]] QString previousName() const;
    [[nodiscard]] QString nextName() const;
    void setTitle(const QString& title);
    // A bar of the page between the sections' heading and the fields.
    void addBar(QWidget* bar);
    [[nodiscard]] int errors() const;
    [[nodiscard]] int warnings() const;

    void showSection(std::size_t section);
    void goTo(std::size_t section);
    // To the next section that asks something as the paper stands, or to the one before.
    void goBy(int step) { goTo(beside(step)); }
    void focusFirst();
    void focusLast();
    void focusField(const QString& pointer);
    // To the next thing that was found wrong, or the one before; everything is told first when nothing was so far.
    // False: nothing is wrong.
    bool nextFault(int by);
    // From the top of the paper.
    bool firstFault();
    // The field where the keyboard is, is taken as finished.
    void settle();
    void toggleHelp();
    // True: there was one to hide.
    [[nodiscard]] bool isHelpOver() const;

Q_SIGNALS:
    void sectionShown();
    void sectionLeft();
    void endReached(); // Enter or Tab after the last field of the last section

private:
    // The section that goBy() leads to; past the last one where there is none.
    [[nodiscard]] std::size_t beside(int step) const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void retranslate();
    void arrange();
    void follow(QWidget* now);
    void moveOn(const QWidget* from);
    bool goOn();
    [[nodiscard]] QString sectionName(std::size_t section) const;
    [[nodiscard]] std::vector<QWidget*> stops() const;

    FormModel& m_model;
    std::size_t m_section = 0;
    QString m_lastField;
    SectionList* m_sections;
    QVBoxLayout* m_middle;
    ElidedLabel* m_title;
    QLabel* m_count;
    QScrollArea* m_area;
    FieldColumn* m_column = nullptr;
    HelpPane* m_help;
    HelpPane* m_helpOver;
};

} // namespace ekatra::ui
