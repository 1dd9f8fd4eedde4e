// SectionList.h
// The sections of the paper as steps: number, name, and how each stands: errors, warnings, done, nothing needed. Above
// them what is being written, below them how much is open. Owned by the page. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace ekatra::ui {

// What the right end of a step says.
struct StepFace {
    enum class Sign { None, Done, Error, Warning };
    Sign sign = Sign::None;
    QString words; // "2", "1 added", "not needed"
};

class SectionList : public QFrame {
    Q_OBJECT

public:
    SectionList(FormModel& model, QWidget* parent);

    void setTitle(const QString& title, const QString& below);
    void setCurrent(std::size_t section);
    [[nodiscard]] int errors() const { return m_errors; }
    [[nodiscard]] int warnings() const { return m_warnings; }
    [[nodiscard]] QListView& list() const { return *m_list; }

Q_SIGNALS:
    void chosen(std::size_t section);
    void nextFaultWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] static QString errorsText(int count);
    [[nodiscard]] static QString warningsText(int count);
    [[nodiscard]] StepFace faceOf(std::size_t section) const;

    FormModel& m_model;
    QLabel* m_title;
    QLabel* m_below;
    QListView* m_list;
    QStandardItemModel* m_steps;
    QWidget* m_errorIcon;
    QPushButton* m_errorText;
    QWidget* m_warningIcon;
    QPushButton* m_warningText;
    QLabel* m_key;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace ekatra::ui
