// FieldBox.h
// One field of a form as it stands on the page: number, label and where the value came from; the editor; below it help,
// or what is wrong with a way to mend it. Owned by its column. GUI thread.
#pragma once

#include "forms/FieldEditor.h"

class QVBoxLayout;

namespace ekatra::ui {

class FindingNote;

class FieldBox : public QWidget {
    Q_OBJECT

public:
    // `outer` is the item number of the group in which the field stands.
    FieldBox(FormModel& model, const QString& pointer, const QString& outer, const schema::Field& field,
             QWidget* parent);

    void refresh();
    void retranslate();
    // How much of `room` it takes.
    [[nodiscard]] int widthIn(int room) const;
    [[nodiscard]] const QString& pointer() const { return m_editor->pointer(); }
    [[nodiscard]] const schema::Field& field() const { return m_field; }
    [[nodiscard]] QWidget* target() const { return m_editor->target(); }
    // The printed form does not ask for it, nothing stands in it, and nothing is wrong: it may be folded away.
    [[nodiscard]] bool isSpare() const;

private:
    void refreshNotes();
    [[nodiscard]] QString helpText() const;

    FormModel& m_model;
    const schema::Field& m_field;
    QString m_outer;
    FieldEditor* m_editor;
    QWidget* m_head;
    QLabel* m_item;
    QLabel* m_label;
    QLabel* m_mark;
    QWidget* m_markIcon;
    QLabel* m_help;
    QVBoxLayout* m_notes;
    std::vector<FindingNote*> m_noteList;
    int m_labelWidth = 0;
};

} // namespace ekatra::ui
