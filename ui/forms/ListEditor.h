// ListEditor.h
// Several short values as chips, and a line for the next one: lines of text, or codes of a list. Enter adds what was
// typed, an empty line moves on; Backspace in it takes the last chip away. Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"
#include "forms/PickSources.h"

namespace ekatra::ui {

class FieldLine;
class FlowLayout;

class ListEditor : public FieldEditor {
    Q_OBJECT

public:
    ListEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent);

    void refresh() override;
    void retranslate() override;
    void showFault(Fault fault) override;
    [[nodiscard]] QWidget* target() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const QString& entry);
    void addTyped();
    void remove(qsizetype index);
    void ask(const QString& words);
    [[nodiscard]] QString shown(const QString& entry) const;
    [[nodiscard]] bool ofCodes() const { return m_field.type == schema::FieldType::Codes; }

    CodeSource m_source;
    QWidget* m_chips;
    FlowLayout* m_flow;
    FieldLine* m_line;
    QStringList m_entries; // as the chips show them
};

} // namespace ekatra::ui
