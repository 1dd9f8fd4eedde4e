// CodeEditor.h
// One code of a list: typed in either script, or chosen from the list that opens while typing or with Down. What is in
// no list stays as typed. Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"
#include "forms/PickSources.h"

namespace ekatra::ui {

class FieldLine;

class CodeEditor : public FieldEditor {
    Q_OBJECT

public:
    CodeEditor(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent);

    void refresh() override;
    void retranslate() override;
    void showFault(Fault fault) override;
    [[nodiscard]] QWidget* target() const override;

private:
    void ask(const QString& words);

    CodeSource m_source;
    FieldLine* m_line;
    bool m_typing = false;
};

} // namespace ekatra::ui
